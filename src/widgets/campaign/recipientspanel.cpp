#include "widgets/campaign/recipientspanel.h"

#include "widgets/controls/button.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/theme/typography.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kEverybody = -1;
constexpr int kRowHeight = 36;
constexpr int kFewestRows = 6;

/// The chips in the order of the progress bar's legend.
constexpr std::array kShownStatuses{
    RecipientStatus::Sent,      RecipientStatus::Delivered, RecipientStatus::Read,
    RecipientStatus::Responded, RecipientStatus::Failed,    RecipientStatus::Unconfirmed,
    RecipientStatus::OptedOut,  RecipientStatus::Skipped,   RecipientStatus::Pending};

QString chipText(RecipientStatus status)
{
    if (status == RecipientStatus::Sent)
        return RecipientsPanel::tr("Awaiting");
    if (status == RecipientStatus::Pending)
        return RecipientsPanel::tr("Waiting");
    return wordFor(status);
}

int keyOf(std::optional<RecipientStatus> status)
{
    return status ? static_cast<int>(*status) : kEverybody;
}

int totalOf(const CampaignCounts &counts, std::optional<RecipientStatus> status)
{
    return status ? counts.of(*status) : counts.total();
}

} // namespace

RecipientsPanel::RecipientsPanel(RecipientTableModel &model, QWidget *parent)
    : Card{0, parent}
    , m_model{model}
    , m_chips{new FilterChips}
    , m_narrowing{new QWidget}
    , m_narrowingWords{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_search{new SearchField{tr("Phone or name")}}
    , m_activityButton{new Button{tr("Activity"), ButtonKind::Outlined, u"history"_s}}
    , m_states{new QStackedWidget}
    , m_table{new DataTable}
    , m_nobody{new StatePanel}
{
    m_chips->addChip(kEverybody, tr("All"));
    for (const RecipientStatus status : kShownStatuses)
        m_chips->addChip(keyOf(status), chipText(status));
    m_chips->setObjectName(u"recipientChips"_s);
    m_search->setObjectName(u"recipientSearch"_s);
    m_search->setProperty("small", true);
    m_search->setFixedWidth(scaledWithText(144));
    m_activityButton->setSmall(true);
    m_activityButton->setCheckable(true);
    m_activityButton->setObjectName(u"activityButton"_s);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 6, 16, 6);
    tools->setSpacing(8);
    tools->addWidget(m_chips, 1);
    tools->addWidget(m_search);
    tools->addWidget(m_activityButton);
    column()->addLayout(tools);
    column()->addWidget(new Hairline);
    buildNarrowing();
    buildTable();
    m_states->addWidget(m_table);
    m_states->addWidget(m_nobody);
    column()->addWidget(m_states, 1);
    setMinimumHeight(scaledWithText(42 + 32 + kFewestRows * kRowHeight));

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(200ms);
    connect(&m_searchTimer, &QTimer::timeout, this, &RecipientsPanel::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_chips, &FilterChips::chosen, this, [this] {
        narrow(false, {}, {});
        applyFilter();
    });
    connect(m_activityButton, &Button::toggled, this, &RecipientsPanel::activityToggled);
    connect(m_table, &DataTable::rowOpened, this, &RecipientsPanel::showPerson);
    connect(m_nobody, &StatePanel::actionRequested, this, [this] {
        m_search->clear();
        chooseStatus(std::nullopt);
    });
    connect(&m_model, &RecipientTableModel::pageWanted, this,
            [this](const PageRequest &request) { emit pageWanted(m_listed, request); });
    showCounts(CampaignState::Draft, {});
}

void RecipientsPanel::showCounts(CampaignState state, const CampaignCounts &counts)
{
    const bool isOther = !(counts == m_counts);
    m_counts = counts;
    m_chips->setCount(kEverybody, counts.total());
    for (const RecipientStatus status : kShownStatuses) {
        m_chips->setCount(keyOf(status), counts.of(status));
        // While it is sending, those who wait are what the progress bar calls remaining.
        const bool isWorthIt =
            counts.of(status) > 0 && (status != RecipientStatus::Pending || state != CampaignState::Sending);
        m_chips->setChipVisible(keyOf(status), isWorthIt || m_filter.status == status);
    }
    // Without a search the length of the list is known at once; with one only the workspace knows it.
    if (!isOther || !m_isListed)
        return;
    const bool isNarrow = m_listed.isAtLeast || !m_listed.errorCode.isEmpty();
    if (m_listed.search.isEmpty() && !isNarrow)
        setTotal(m_listed, totalOf(counts, m_listed.status));
    m_model.markStale();
}

void RecipientsPanel::setTotal(const RecipientFilter &filter, int total)
{
    if (!(filter == m_filter))
        return;
    if (m_isListed && m_listed == filter) {
        m_model.setTotal(total);
    } else {
        m_listed = filter;
        m_isListed = true;
        m_model.startList(total);
        m_table->scrollToTop();
    }
    if (total == 0) {
        const bool isFiltered = filter.status || !filter.search.isEmpty() || !filter.errorCode.isEmpty();
        m_nobody->showEmpty(u"contacts"_s, isFiltered ? tr("Nobody here") : tr("Nobody in this campaign yet"),
                            isFiltered ? tr("No person of this campaign matches.")
                                       : tr("Add people to the draft, then they are listed here."),
                            isFiltered ? tr("Show everybody") : QString{});
    }
    m_states->setCurrentIndex(total == 0 ? 1 : 0);
}

void RecipientsPanel::chooseStatus(std::optional<RecipientStatus> status)
{
    narrow(false, {}, {});
    m_chips->setChipVisible(keyOf(status), true);
    m_chips->setCurrentKey(keyOf(status));
    applyFilter();
}

void RecipientsPanel::choosePeopleAtLeast(std::optional<RecipientStatus> step)
{
    if (!step)
        return chooseStatus(std::nullopt);
    m_chips->setChipVisible(keyOf(step), true);
    m_chips->setCurrentKey(keyOf(step));
    narrow(true, {},
           tr("Everybody who got at least as far as “%1”, whatever came later").arg(wordFor(*step)));
    applyFilter();
}

void RecipientsPanel::chooseReason(const QString &errorCode, const QString &words)
{
    const std::optional<RecipientStatus> failed{RecipientStatus::Failed};
    m_chips->setChipVisible(keyOf(failed), true);
    m_chips->setCurrentKey(keyOf(failed));
    narrow(false, errorCode, words);
    applyFilter();
}

void RecipientsPanel::narrow(bool isAtLeast, const QString &errorCode, const QString &words)
{
    m_isAtLeast = isAtLeast;
    m_errorCode = errorCode;
    m_narrowingWords->setText(words);
    m_narrowing->setVisible(!words.isEmpty());
}

void RecipientsPanel::reset()
{
    m_isListed = false;
    const QSignalBlocker quietSearch{m_search};
    const QSignalBlocker quietChips{m_chips};
    m_search->clear();
    m_chips->setCurrentKey(kEverybody);
    narrow(false, {}, {});
    m_filter = {};
    m_model.startList(0);
    m_states->setCurrentIndex(0);
    emit listWanted(m_filter);
}

void RecipientsPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RecipientsPanel::setActivityShown(bool shown)
{
    m_activityButton->setChecked(shown);
}

void RecipientsPanel::buildNarrowing()
{
    auto *everybody = new Button{tr("Show everybody"), ButtonKind::Quiet};
    everybody->setSmall(true);
    everybody->setObjectName(u"widenButton"_s);
    m_narrowingWords->setObjectName(u"narrowingWords"_s);
    m_narrowingWords->setElided(true);
    auto *line = new QHBoxLayout{m_narrowing};
    line->setContentsMargins(16, 2, 16, 2);
    line->addWidget(m_narrowingWords, 1);
    line->addWidget(everybody);
    connect(everybody, &Button::clicked, this, [this] { chooseStatus(std::nullopt); });
    m_narrowing->hide();
    column()->addWidget(m_narrowing);
}

void RecipientsPanel::buildTable()
{
    m_table->setObjectName(u"recipientTable"_s);
    m_table->setAccessibleName(tr("People of this campaign"));
    m_table->setRowHeight(kRowHeight);
    m_table->setModel(&m_model);
    auto *quiet = new CellDelegate{CellDelegate::FirstLine::Quiet, m_table};
    for (int column = RecipientTableModel::Sent; column <= RecipientTableModel::Tries; ++column)
        m_table->setItemDelegateForColumn(column, quiet);
    m_table->setItemDelegateForColumn(
        RecipientTableModel::Status,
        new BadgeDelegate{[](const QModelIndex &index) {
                              return badgeFor(static_cast<RecipientStatus>(index.data(StatusRole).toInt()));
                          },
                          m_table});
    m_table->setColumns({
        {RecipientTableModel::Phone,        152, false, 0},
        {RecipientTableModel::Name,         154, false, 0},
        {RecipientTableModel::Status,       128, false, 0},
        {RecipientTableModel::Sent,         78,  false, 4},
        {RecipientTableModel::Delivered,    80,  false, 3},
        {RecipientTableModel::Read,         78,  false, 2},
        {RecipientTableModel::Responded,    84,  false, 2},
        {RecipientTableModel::Tries,        52,  false, 1},
        {RecipientTableModel::WhatHappened, 240, true,  0}
    });
}

void RecipientsPanel::applyFilter()
{
    m_searchTimer.stop();
    const int key = m_chips->currentKey();
    RecipientFilter filter;
    if (key != kEverybody)
        filter.status = static_cast<RecipientStatus>(key);
    filter.search = m_search->text().trimmed();
    filter.isAtLeast = m_isAtLeast;
    filter.errorCode = m_errorCode;
    if (filter == m_filter && m_isListed)
        return;
    m_filter = filter;
    m_isListed = false;
    emit listWanted(m_filter);
}

void RecipientsPanel::showPerson(const QModelIndex &index)
{
    const Recipient *recipient = m_model.recipientAt(index.row());
    if (!recipient)
        return;
    const auto textOf = [&](int column) { return m_model.index(index.row(), column).data().toString(); };
    const QString phone = textOf(RecipientTableModel::Phone);
    const QString happened = whatHappenedTo(*recipient).text();
    const QString status = wordFor(recipient->progress.status);
    auto *dialog =
        new MessageDialog{recipient->name.isEmpty() ? phone : tr("%1 · %2").arg(recipient->name, phone),
                          happened.isEmpty() ? status : tr("%1. %2").arg(status, happened), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList details;
    if (!recipient->messageId.isEmpty())
        details << tr("Message: %1").arg(recipient->messageId);
    if (recipient->error) {
        details << tr("Code: %1").arg(recipient->error->code);
        if (!recipient->error->details.isEmpty())
            details << recipient->error->details;
    }
    dialog->setDetails(details.join(u'\n'));
    dialog->addButton(tr("Close"), ButtonKind::Primary, QDialog::Accepted, true);
    dialog->open();
}
