#include "widgets/pages/templatespage.h"

#include "presentation/templatetablemodel.h"
#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/valuefilter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewWidth = 376;

} // namespace

TemplatesPage::TemplatesPage(TemplateTableModel &templates, const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_templates{templates}
    , m_clock{clock}
    , m_filter{new TemplateFilterModel{templates, this}}
    , m_header{new PageHeader{tr("Templates")}}
    , m_sync{new Button{tr("Sync now"), ButtonKind::Outlined, u"retry"_s}}
    , m_banner{new Banner}
    , m_search{new SearchField{tr("Search names and texts")}}
    , m_language{new QComboBox}
    , m_category{new QComboBox}
    , m_table{new DataTable}
    , m_tableStack{new QStackedWidget}
    , m_noMatch{new StatePanel}
    , m_stack{new QStackedWidget}
    , m_state{new StatePanel}
    , m_preview{new MessagePreview}
    , m_previewNote{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3}}
    , m_use{new Button{tr("New campaign with it"), ButtonKind::Primary, u"plus"_s}}
{
    m_header->addAction(m_sync);
    m_header->addAction(m_use);
    m_banner->hide();

    auto *panes = new QHBoxLayout;
    panes->setSpacing(20);
    panes->addWidget(buildList(), 1);
    panes->addWidget(buildPreview());
    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout{content};
    contentColumn->setContentsMargins(24, 0, 24, 20);
    contentColumn->setSpacing(16);
    contentColumn->addWidget(m_banner);
    contentColumn->addLayout(panes, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_state);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    setFirstFocus(this, m_table);

    connect(m_sync, &Button::clicked, this, &TemplatesPage::syncRequested);
    connect(m_use, &Button::clicked, this, [this] {
        if (const MessageTemplate *chosen = current())
            emit campaignRequested(chosen->name, chosen->language);
    });
    connect(m_state, &StatePanel::actionRequested, this,
            [this] { m_hasAccount ? emit syncRequested() : emit connectRequested(); });
    connect(m_state, &StatePanel::retryRequested, this, &TemplatesPage::syncRequested);
    connect(m_noMatch, &StatePanel::actionRequested, this, [this] {
        m_search->clear();
        m_language->setCurrentIndex(0);
        m_category->setCurrentIndex(0);
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&templates, signal, this, &TemplatesPage::refresh);
    connect(&templates, &QAbstractItemModel::dataChanged, this, &TemplatesPage::showTemplate);
    connect(new QShortcut{QKeySequence{QKeySequence::Refresh}, this}, &QShortcut::activated, this, [this] {
        if (m_sync->isEnabled())
            emit syncRequested();
    });
    connect(new QShortcut{QKeySequence{QKeySequence::Find}, this}, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    refresh();
}

void TemplatesPage::setHasAccount(bool hasAccount)
{
    m_hasAccount = hasAccount;
    refresh();
}

void TemplatesPage::setSyncing(bool syncing)
{
    m_isSyncing = syncing;
    if (syncing)
        m_banner->hide();
    refresh();
}

void TemplatesPage::setSyncedAt(std::optional<UtcTime> at)
{
    m_syncedAt = at;
    refresh();
}

void TemplatesPage::showSyncError(const Error &error)
{
    m_isSyncing = false;
    refresh();
    if (m_templates.rowCount() == 0) {
        m_state->showError(error, tr("The templates could not be fetched"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_banner->setMessage(Tone::Amber, tr("The templates could not be synced."), error.message);
    m_banner->setToolTip(error.detail);
    m_banner->show();
}

QWidget *TemplatesPage::buildList()
{
    m_search->setProperty("small", true);
    m_search->setShortcutHint(QKeySequence{QKeySequence::Find});
    for (QComboBox *box : {m_language, m_category}) {
        box->setProperty("small", true);
        box->setFont(fontFor(TypeRole::Label));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    m_language->setAccessibleName(tr("Language"));
    m_category->setAccessibleName(tr("Category"));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setSearch(words);
        refresh();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setLanguage(m_language->currentData().toString());
        refresh();
    });
    connect(m_category, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setCategory(m_category->currentData().toString());
        refresh();
    });

    m_table->setAccessibleName(tr("Templates"));
    m_table->setModel(m_filter);
    m_table->setSortable(true);
    m_table->setRowHeight(40);
    using Columns = TemplateTableModel;
    const auto quiet = [this] { return new CellDelegate{CellDelegate::FirstLine::Quiet, m_table}; };
    m_table->setItemDelegateForColumn(Columns::Language, quiet());
    m_table->setItemDelegateForColumn(Columns::Category, quiet());
    m_table->setItemDelegateForColumn(
        Columns::Status,
        new BadgeDelegate{
            [](const QModelIndex &index) { return badgeForTemplate(index.data(StatusRole).toString()); },
            m_table});
    m_table->setItemDelegateForColumn(
        Columns::Quality,
        new DotDelegate{
            [](const QModelIndex &index) { return toneForQuality(index.data(SortRole).toString()); },
            m_table});
    const auto fixed = [](int column, int width, int hideOrder = 0) {
        return TableColumn{column, width, false, hideOrder};
    };
    m_table->setColumns({
        TableColumn{Columns::Name, 180, true, 0},
        fixed(Columns::Language, 130),
        fixed(Columns::Category, 100, 1), fixed(Columns::Status, 116), fixed(Columns::Quality, 130, 2)
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TemplatesPage::showTemplate);
    connect(m_table, &DataTable::rowOpened, this, [this] {
        if (const MessageTemplate *chosen = current(); chosen && chosen->isSendable())
            emit campaignRequested(chosen->name, chosen->language);
    });

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 9, 16, 9);
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_language);
    tools->addWidget(m_category);
    auto *card = new Card{0};
    card->column()->addLayout(tools);
    card->column()->addWidget(new Hairline);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_noMatch);
    card->column()->addWidget(m_tableStack, 1);
    return card;
}

QWidget *TemplatesPage::buildPreview()
{
    auto *card = new Card{16};
    card->setFixedWidth(std::max(kPreviewWidth, scaledWithText(320)));
    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(new TextLabel{tr("Preview"), TypeRole::CardTitle});
    titleRow->addStretch();
    titleRow->addWidget(new TextLabel{tr("with sample values"), TypeRole::Label, TextLabel::Ink::Text2});
    card->column()->addLayout(titleRow);
    card->column()->addSpacing(12);
    card->column()->addWidget(m_preview, 1);
    card->column()->addSpacing(10);
    m_previewNote->setWordWrap(true);
    card->column()->addWidget(m_previewNote);
    return card;
}

void TemplatesPage::refresh()
{
    m_sync->setEnabled(m_hasAccount && !m_isSyncing);
    m_sync->setText(m_isSyncing ? tr("Syncing…") : tr("Sync now"));
    m_sync->setToolTip(m_hasAccount ? QString{} : tr("Connect a number first"));
    refreshContext();
    refreshFilters();

    if (m_templates.rowCount() == 0) {
        m_use->hide();
        m_sync->hide(); // the page offers it
        if (m_isSyncing) {
            m_state->showLoading(tr("Fetching your templates from Meta…"), false);
        } else if (!m_hasAccount) {
            m_state->showEmpty(
                u"templates"_s, tr("No templates yet"),
                tr("Templates come from your WhatsApp Business account. Connect a number to fetch them."),
                tr("Connect your number"));
        } else {
            m_state->showEmpty(
                u"templates"_s, tr("No templates yet"),
                tr("Make a template in WhatsApp Manager. When Meta has approved it, fetch it here."),
                tr("Sync now"));
        }
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_use->show();
    m_sync->show();
    m_stack->setCurrentIndex(0);
    const bool hasMatch = m_filter->rowCount() > 0;
    if (!hasMatch && m_tableStack->currentWidget() != m_noMatch)
        m_noMatch->showEmpty(u"search"_s, tr("No template matches"),
                             tr("Try another word or another language."), tr("Show all"));
    m_tableStack->setCurrentIndex(hasMatch ? 0 : 1);
    if (hasMatch && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_filter->index(0, 0));
    showTemplate();
}

void TemplatesPage::refreshFilters()
{
    offerValues(m_language, tr("All languages"), m_templates.languages(), languageText);
    offerValues(m_category, tr("All categories"), m_templates.categories(), categoryText);
}

void TemplatesPage::refreshContext()
{
    if (m_isSyncing) {
        m_header->setContext(tr("Asking Meta…"));
        return;
    }
    const QString count = tr("%Ln templates", nullptr, m_templates.rowCount());
    m_header->setContext(m_syncedAt ? tr("%1, synced %2").arg(count, relativeText(*m_syncedAt, m_clock.now()))
                                    : tr("Not synced yet"));
}

void TemplatesPage::showTemplate()
{
    const MessageTemplate *chosen = current();
    m_use->setEnabled(chosen && chosen->isSendable());
    if (!chosen) {
        m_preview->clear(tr("Choose a template to see it as a phone shows it."));
        m_previewNote->clear();
        return;
    }
    PreviewMedia media;
    if (chosen->needsHeaderMedia())
        media.format = chosen->headerFormat;
    Variables values;
    for (const TemplateVariable &variable : chosen->variables())
        values.insert(variable.key, variable.example);
    m_preview->setMessage(chosen->rendered(values), chosen->buttons, media, shortTimeText(m_clock.now()));

    if (!chosen->unsupportedParts.isEmpty())
        m_previewNote->setText(tr("This template has parts that Fanfare cannot fill in yet: %1.")
                                   .arg(chosen->unsupportedParts.join(u", "_s).toLower()));
    else if (!chosen->rejectedReason.isEmpty() && chosen->rejectedReason != "NONE"_L1)
        m_previewNote->setText(
            tr("Meta rejected it: %1").arg(chosen->rejectedReason.toLower().replace(u'_', u' ')));
    else if (!chosen->isSendable())
        m_previewNote->setText(tr("Only approved templates can be sent."));
    else
        m_previewNote->setText(tr("Marked words are filled in for each person."));
}

const MessageTemplate *TemplatesPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_filter->templateAt(index) : nullptr;
}
