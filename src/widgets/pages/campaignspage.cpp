#include "widgets/pages/campaignspage.h"

#include "presentation/campaignfiltermodel.h"
#include "presentation/campaigntablemodel.h"
#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/figurecard.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/theme/icon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kAllChip = -1;
constexpr auto kFiguresDelay = 100ms; // many changed rows, one look at the totals
constexpr double kManyFailed = 0.05;

CampaignState stateOf(const QModelIndex &index)
{
    return static_cast<CampaignState>(index.data(StatusRole).toInt());
}

Tone progressTone(const QModelIndex &index)
{
    switch (stateOf(index)) {
    case CampaignState::Paused: return Tone::Amber;
    case CampaignState::Failed:
    case CampaignState::Cancelled: return Tone::Red;
    case CampaignState::Draft:
    case CampaignState::Scheduled:
    case CampaignState::Sending:
    case CampaignState::Completed: return Tone::Gray;
    }
    Q_UNREACHABLE();
}

/// Failures speak up only where they are many.
Emphasis failedEmphasis(const QModelIndex &index)
{
    const double failed = index.data(SortRole).toDouble();
    const double sent = index.siblingAtColumn(CampaignTableModel::Sent).data(SortRole).toDouble();
    return failed > 0 && failed > (sent + failed) * kManyFailed ? Emphasis::Problem : Emphasis::None;
}

bool mayDo(const CampaignRow &campaign, CampaignEvent event)
{
    return nextState(campaign.state, event).has_value();
}

} // namespace

CampaignsPage::CampaignsPage(CampaignTableModel &campaigns, const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_campaigns{campaigns}
    , m_clock{clock}
    , m_filter{new CampaignFilterModel{campaigns, this}}
    , m_header{new PageHeader{tr("Campaigns")}}
    , m_totalCard{new FigureCard{tr("Total campaigns")}}
    , m_activeCard{new FigureCard{tr("Active")}}
    , m_completedCard{new FigureCard{tr("Completed")}}
    , m_recipientsCard{new FigureCard{tr("Total recipients")}}
    , m_chips{new FilterChips}
    , m_search{new SearchField{tr("Search by name")}}
    , m_order{new QComboBox}
    , m_table{new DataTable}
    , m_tableStack{new QStackedWidget}
    , m_stack{new QStackedWidget}
    , m_state{new StatePanel}
    , m_noMatch{new StatePanel}
{
    buildHeader();

    auto *cards = new CardGrid{180};
    for (FigureCard *card : {m_totalCard, m_activeCard, m_completedCard, m_recipientsCard})
        cards->addCard(card);

    buildFilters();
    buildTable();
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 9, 16, 9);
    tools->setSpacing(12);
    tools->addWidget(m_chips, 1);
    tools->addWidget(m_search);
    tools->addWidget(m_order);
    auto *tableCard = new Card{0};
    tableCard->column()->addLayout(tools);
    tableCard->column()->addWidget(new Hairline);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_noMatch);
    tableCard->column()->addWidget(m_tableStack, 1);

    auto *list = new QWidget;
    auto *listColumn = new QVBoxLayout{list};
    listColumn->setContentsMargins(24, 0, 24, 20);
    listColumn->setSpacing(16);
    listColumn->addWidget(cards);
    listColumn->addWidget(tableCard, 1);
    m_stack->addWidget(list);
    m_stack->addWidget(m_state);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    setFirstFocus(this, m_table);

    bindKeys();
    m_figuresTimer.setSingleShot(true);
    m_figuresTimer.setInterval(kFiguresDelay);
    connect(&m_figuresTimer, &QTimer::timeout, this, &CampaignsPage::refreshFigures);
    const auto soon = [this] {
        if (!m_figuresTimer.isActive())
            m_figuresTimer.start();
    };
    connect(&campaigns, &QAbstractItemModel::dataChanged, this, soon);
    connect(&campaigns, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&campaigns, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(&campaigns, &QAbstractItemModel::modelReset, this, &CampaignsPage::refreshFigures);
    connect(m_state, &StatePanel::actionRequested, this, &CampaignsPage::newRequested);
    connect(m_state, &StatePanel::secondRequested, this, &CampaignsPage::helpRequested);
    connect(m_state, &StatePanel::retryRequested, this, &CampaignsPage::retryLoadRequested);
    connect(m_noMatch, &StatePanel::actionRequested, this, [this] {
        m_search->clear();
        m_chips->setCurrentKey(kAllChip);
    });
    m_minuteTimer.start(20s);
    connect(&m_minuteTimer, &QTimer::timeout, this, [this] {
        refreshContext();
        m_campaigns.refreshTimes();
    });
    showCampaigns();
}

void CampaignsPage::showLoading()
{
    m_isReady = false;
    m_state->showLoading(tr("Reading your campaigns…"), false);
    m_stack->setCurrentWidget(m_state);
}

void CampaignsPage::showError(const Error &error)
{
    m_isReady = false;
    m_state->showError(error, tr("Your campaigns could not be read"));
    m_stack->setCurrentWidget(m_state);
}

void CampaignsPage::showCampaigns()
{
    m_isReady = true;
    refreshFigures();
}

std::optional<CampaignId> CampaignsPage::currentCampaign() const
{
    const CampaignRow *row = currentRow();
    return row ? std::optional{row->id} : std::nullopt;
}

void CampaignsPage::select(CampaignId id)
{
    const int row = m_campaigns.rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_filter->mapFromSource(m_campaigns.index(row, 0));
    if (!index.isValid())
        return;
    // Alone, whatever keys are held down just now.
    m_table->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void CampaignsPage::buildHeader()
{
    auto *importing = new Button{tr("Import"), ButtonKind::Quiet, u"import"_s};
    importing->setToolTip(tr("Start a campaign with a file of people"));
    m_export = new Button{tr("Export"), ButtonKind::Quiet, u"export"_s};
    m_export->setToolTip(tr("Save the results of the chosen campaigns (several with Shift or Ctrl)"));
    m_create = new Button{tr("New campaign"), ButtonKind::Primary, u"plus"_s};
    m_header->addAction(importing);
    m_header->addAction(m_export);
    m_header->addAction(m_create);
    connect(importing, &Button::clicked, this, &CampaignsPage::importRequested);
    connect(m_create, &Button::clicked, this, &CampaignsPage::newRequested);
    connect(m_export, &Button::clicked, this, &CampaignsPage::requestExport);
}

void CampaignsPage::buildFilters()
{
    m_chips->addChip(kAllChip, tr("All"));
    for (const CampaignState state : kCampaignStates)
        m_chips->addChip(static_cast<int>(state), wordFor(state));
    connect(m_chips, &FilterChips::chosen, this, [this](int key) {
        m_filter->setState(key == kAllChip ? std::nullopt : std::optional{static_cast<CampaignState>(key)});
        refreshStates();
    });

    m_search->setProperty("small", true);
    m_search->setMinimumWidth(scaledWithText(208));
    m_search->setMaximumWidth(scaledWithText(240));
    m_search->setShortcutHint(QKeySequence{QKeySequence::Find});
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setSearch(words);
        refreshStates();
    });

    m_order->setProperty("small", true);
    m_order->setFont(fontFor(TypeRole::Label));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Active first"), static_cast<int>(CampaignFilterModel::Order::ActiveFirst));
    m_order->addItem(tr("Newest first"), static_cast<int>(CampaignFilterModel::Order::NewestFirst));
    connect(m_order, &QComboBox::activated, this, [this] {
        m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        m_filter->setOrder(static_cast<CampaignFilterModel::Order>(m_order->currentData().toInt()));
    });
}

void CampaignsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("campaignTable"));
    m_table->setAccessibleName(tr("Campaigns"));
    m_table->setModel(m_filter);
    m_table->setSortable(true);
    m_table->setMultiSelection(true);
    m_table->setRowHeight(48);
    m_table->setRowMenu(tr("Actions of this campaign"));
    setCells();
    const auto fixed = [](int column, int width, int hideOrder = 0) {
        return TableColumn{column, width, false, hideOrder};
    };
    m_table->setColumns({
        TableColumn{CampaignTableModel::Name, 232, true, 0},
        fixed(CampaignTableModel::Status, 114),
        fixed(CampaignTableModel::Template, 136, 2), fixed(CampaignTableModel::Progress, 92),
        fixed(CampaignTableModel::Sent, 60), fixed(CampaignTableModel::Delivered, 74),
        fixed(CampaignTableModel::Read, 58), fixed(CampaignTableModel::Failed, 56),
        fixed(CampaignTableModel::Responded, 84), fixed(CampaignTableModel::DeliveryRate, 88),
        fixed(CampaignTableModel::Created, 64, 1), fixed(CampaignTableModel::ScheduledFor, 102, 3)
    });
    connectTable();
    refreshActions();
}

void CampaignsPage::setCells()
{
    m_table->setItemDelegateForColumn(CampaignTableModel::Name,
                                      new CellDelegate{CellDelegate::FirstLine::Name, m_table});
    m_table->setItemDelegateForColumn(
        CampaignTableModel::Status,
        new BadgeDelegate{[](const QModelIndex &index) { return badgeFor(stateOf(index)); }, m_table});
    m_table->setItemDelegateForColumn(
        CampaignTableModel::Progress,
        new ProgressDelegate{
            progressTone, [](const QModelIndex &index) { return stateOf(index) == CampaignState::Completed; },
            m_table});
    auto *failed = new CellDelegate{m_table};
    failed->setEmphasisOf(failedEmphasis);
    m_table->setItemDelegateForColumn(CampaignTableModel::Failed, failed);
    const auto none = [](const QModelIndex &) { return Emphasis::None; };
    for (const int column :
         {CampaignTableModel::Sent, CampaignTableModel::Delivered, CampaignTableModel::Read,
          CampaignTableModel::Responded, CampaignTableModel::DeliveryRate}) {
        auto *number = new CellDelegate{m_table};
        number->setEmphasisOf(none);
        m_table->setItemDelegateForColumn(column, number);
    }
    for (const int column : {CampaignTableModel::Created, CampaignTableModel::ScheduledFor}) {
        auto *time = new CellDelegate{CellDelegate::FirstLine::Quiet, m_table};
        time->setEmphasisOf(none);
        m_table->setItemDelegateForColumn(column, time);
    }
}

void CampaignsPage::connectTable()
{
    connect(m_table, &DataTable::rowOpened, this, [this] {
        if (const CampaignRow *row = currentRow())
            emit openRequested(row->id);
    });
    connect(m_table, &DataTable::rowMenuRequested, this,
            [this](const QModelIndex &, const QPoint &position) { showRowMenu(position); });
    connect(m_table, &DataTable::deleteRequested, this, [this] {
        if (const CampaignRow *row = currentRow(); row && row->state != CampaignState::Sending)
            askToDelete(*row);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CampaignsPage::refreshActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CampaignsPage::refreshActions);
}

void CampaignsPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut{keys, this}, &QShortcut::activated, this, action);
    };
    bind(QKeySequence{QKeySequence::New}, &CampaignsPage::newRequested);
    bind(QKeySequence{u"Ctrl+I"_s}, &CampaignsPage::importRequested);
    bind(QKeySequence{QKeySequence::Find}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    bind(QKeySequence{u"Ctrl+P"_s}, [this] { pauseOrResume(); });
    bind(QKeySequence{u"Ctrl+E"_s}, [this] { requestExport(); });
    bind(QKeySequence{u"Ctrl+D"_s}, [this] {
        if (const CampaignRow *row = currentRow())
            emit duplicateRequested(row->id);
    });
}

void CampaignsPage::refreshFigures()
{
    const CampaignListTotals totals = m_campaigns.totals();
    m_totalCard->setFigure(countText(totals.total),
                           tr("%1, %2").arg(tr("%Ln drafts", nullptr, totals.drafts),
                                            tr("%Ln cancelled or failed", nullptr, totals.endedBadly)));
    QStringList active;
    if (totals.sending > 0)
        active += tr("%Ln sending", nullptr, totals.sending);
    if (totals.paused > 0)
        active += tr("%Ln paused", nullptr, totals.paused);
    if (totals.scheduled > 0)
        active += tr("%Ln scheduled", nullptr, totals.scheduled);
    m_activeCard->setFigure(countText(totals.active()),
                            active.isEmpty() ? tr("nothing is waiting to leave") : active.join(u" · "_s));
    m_activeCard->setLive(totals.sending > 0);
    m_activeCard->setInk(TextLabel::Ink::Text,
                         active.isEmpty() ? TextLabel::Ink::Text3 : TextLabel::Ink::Text);
    m_completedCard->setFigure(countText(totals.completed),
                               tr("%Ln in the last 30 days", nullptr, totals.completedLately));
    m_recipientsCard->setFigure(countText(totals.recipients), tr("in all campaigns"));

    m_chips->setCount(kAllChip, totals.total);
    for (const CampaignState state : kCampaignStates) {
        const int key = static_cast<int>(state);
        m_chips->setCount(key, totals.of(state));
        m_chips->setChipVisible(key, totals.of(state) > 0 || m_chips->currentKey() == key);
    }
    refreshStates();
    refreshContext();
    refreshActions();
}

void CampaignsPage::refreshStates()
{
    if (!m_isReady)
        return;
    const bool isEmpty = m_campaigns.rowCount() == 0;
    m_create->setVisible(!isEmpty); // one filled button: that of the empty page
    if (isEmpty) {
        m_state->showEmpty(u"campaigns"_s, tr("No campaigns yet"),
                           tr("A campaign brings one approved template to a list of people. "
                              "Start with a file of numbers."),
                           tr("New campaign"), tr("How it works"));
        m_stack->setCurrentIndex(1);
        return;
    }
    m_stack->setCurrentIndex(0);
    const bool hasMatch = m_filter->rowCount() > 0;
    if (!hasMatch && m_tableStack->currentWidget() != m_noMatch) {
        m_noMatch->showEmpty(u"search"_s, tr("No campaign matches"),
                             tr("Try another word, or look at all of them."), tr("Show all"));
    }
    m_tableStack->setCurrentIndex(hasMatch ? 0 : 1);
}

void CampaignsPage::refreshContext()
{
    if (m_campaigns.rowCount() == 0) {
        m_header->setContext(tr("No campaigns yet"));
        return;
    }
    const QDate today = toDateTime(m_clock.now()).toLocalTime().date();
    //: Under the page's title: day, time, city of the time zone. "Thursday 19 November 2026, 11:42 London
    //: time"
    m_header->setContext(tr("%1, %2 %3 time")
                             .arg(QLocale{}.toString(today, tr("dddd d MMMM yyyy", "date format of QLocale")),
                                  shortTimeText(m_clock.now()), localZoneCityText()));
}

void CampaignsPage::refreshActions()
{
    m_export->setEnabled(!markedCampaigns().empty());
}

void CampaignsPage::showRowMenu(const QPoint &position)
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &icon, const QString &text, auto action) {
        connect(menu->addAction(themedIcon(icon), text), &QAction::triggered, this, action);
    };
    const CampaignRow *row = currentRow();
    if (!row) {
        add(u"export"_s,
            tr("Export %Ln campaigns…", nullptr, static_cast<int>(markedCampaigns().size())) + u"\tCtrl+E"_s,
            [this] { requestExport(); });
        menu->popup(position);
        return;
    }
    const CampaignRow campaign = *row;
    const bool isDraft = campaign.state == CampaignState::Draft;
    add(isDraft ? u"edit"_s : u"campaigns"_s,
        (isDraft ? tr("Continue editing") : tr("Open")) + u'\t' + tr("Enter"),
        [this, campaign] { emit openRequested(campaign.id); });
    if (mayDo(campaign, CampaignEvent::Start))
        add(u"send"_s, tr("Send now…"), [this, campaign] { emit sendRequested(campaign.id); });
    if (mayDo(campaign, CampaignEvent::Pause))
        add(u"pause"_s, tr("Pause") + u"\tCtrl+P"_s, [this, campaign] { emit pauseRequested(campaign.id); });
    if (mayDo(campaign, CampaignEvent::Resume))
        add(u"resume"_s,
            tr("Resume sending (%1)").arg(countText(campaign.counts.remaining())) + u"\tCtrl+P"_s,
            [this, campaign] { emit resumeRequested(campaign.id); });
    menu->addSeparator();
    add(u"duplicate"_s, tr("Duplicate") + u"\tCtrl+D"_s,
        [this, campaign] { emit duplicateRequested(campaign.id); });
    add(u"export"_s, tr("Export…") + u"\tCtrl+E"_s, [this] { requestExport(); });
    menu->addSeparator();
    if (mayDo(campaign, CampaignEvent::Cancel))
        add(u"cancel"_s, tr("Cancel campaign…"), [this, campaign] { askToCancel(campaign); });
    if (campaign.state != CampaignState::Sending)
        add(u"delete"_s, tr("Delete…") + u'\t' + tr("Del"), [this, campaign] { askToDelete(campaign); });
    menu->popup(position);
}

void CampaignsPage::pauseOrResume()
{
    const CampaignRow *row = currentRow();
    if (!row)
        return;
    if (mayDo(*row, CampaignEvent::Pause))
        emit pauseRequested(row->id);
    else if (mayDo(*row, CampaignEvent::Resume))
        emit resumeRequested(row->id);
}

void CampaignsPage::askToCancel(const CampaignRow &campaign)
{
    const QString lost = tr("%Ln people will not get it.", nullptr, campaign.counts.remaining());
    const QString kept = campaign.reached.sent > 0
        ? tr("The %Ln messages already sent stay on their phones.", nullptr, campaign.reached.sent)
        : tr("Nothing has been sent yet.");
    MessageDialog *dialog = askBeforeLosing(
        this, tr("Cancel “%1”?").arg(campaign.name), tr("%1 %2 This cannot be undone.").arg(lost, kept),
        tr("Cancel campaign"), campaign.state == CampaignState::Sending ? tr("Keep sending") : tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, id = campaign.id] { emit cancelRequested(id); });
}

void CampaignsPage::askToDelete(const CampaignRow &campaign)
{
    const QString lost = campaign.reached.sent > 0
        ? tr("Its list of %Ln people and all results are removed from this computer. Sent messages stay on "
             "their phones.",
             nullptr, campaign.counts.total())
        : tr("Its list of %Ln people is removed from this computer.", nullptr, campaign.counts.total());
    MessageDialog *dialog = askBeforeLosing(this, tr("Delete “%1”?").arg(campaign.name), lost,
                                            tr("Delete campaign"), tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, id = campaign.id] { emit deleteRequested(id); });
}

void CampaignsPage::requestExport()
{
    if (const std::vector<CampaignId> marked = markedCampaigns(); !marked.empty())
        emit exportRequested(marked);
}

std::vector<CampaignId> CampaignsPage::markedCampaigns() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() && m_table->currentIndex().isValid())
        rows << m_table->currentIndex();
    std::sort(rows.begin(), rows.end());
    std::vector<CampaignId> ids;
    for (const QModelIndex &index : rows)
        ids.push_back(m_campaigns.campaignAt(m_filter->mapToSource(index).row()).id);
    return ids;
}

const CampaignRow *CampaignsPage::currentRow() const
{
    if (m_table->selectionModel()->selectedRows().size() > 1)
        return nullptr;
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_campaigns.campaignAt(m_filter->mapToSource(index).row()) : nullptr;
}
