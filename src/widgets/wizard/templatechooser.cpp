#include "widgets/wizard/templatechooser.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/valuefilter.h"
#include "widgets/wizard/hintline.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 40;
constexpr int kFewestRows = 4;
constexpr int kIndicator = 16;

/// The name of a template behind a radio button: exactly one is chosen.
class TemplateNameDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool isChosen = option.state & QStyle::State_Selected;
        const auto placed = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, rect, part);
        };

        QStyleOptionButton indicator;
        indicator.direction = option.direction;
        indicator.palette = option.palette;
        indicator.state = QStyle::State_Enabled | (isChosen ? QStyle::State_On : QStyle::State_Off);
        indicator.rect =
            placed({rect.left(), rect.center().y() - kIndicator / 2 + 1, kIndicator, kIndicator});
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &indicator, painter,
                                              option.widget);

        const QFont font = fontFor(isChosen ? TypeRole::BodyBold : TypeRole::Body);
        const QRect words = placed(rect.adjusted(kIndicator + 10, 0, 0, 0));
        const bool isQuiet = index.data(EmphasisRole).toInt() == static_cast<int>(Emphasis::Quiet);
        painter->setFont(font);
        painter->setPen(isQuiet && !isChosen ? theme.text3 : theme.text);
        painter->drawText(
            words,
            Qt::AlignVCenter | Qt::TextSingleLine
                | (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
            QFontMetrics{font}.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }
};

} // namespace

TemplateChooser::TemplateChooser(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_filter{m_templateModel}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeHead());
    column->addLayout(makeFilters());
    m_noTemplates = new StatePanel;
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeTable());
    m_stack->addWidget(m_noTemplates);
    column->addWidget(m_stack, 1);
    m_hint = new HintLine;
    column->addWidget(m_hint);
    column->addStretch(); // what a short list leaves over
    connectAll();
    refreshLists();
}

void TemplateChooser::setTemplates(const std::vector<MessageTemplate> &templates,
                                   std::optional<UtcTime> syncedAt)
{
    m_templateModel.setTemplates(templates);
    m_syncedAt = syncedAt;
    refreshLists();
}

void TemplateChooser::setSyncing(bool syncing)
{
    m_isSyncing = syncing;
    refreshLists();
}

void TemplateChooser::setSyncError(const Error &error)
{
    m_isSyncing = false;
    refreshLists();
    m_syncLabel->setText(tr("Not synced: %1").arg(error.message));
    m_syncLabel->setInk(TextLabel::Ink::Amber);
    m_syncLabel->setToolTip(error.detail);
}

void TemplateChooser::choose(const QString &name, const QString &language)
{
    m_templateName = name;
    m_language = language;
    markChosenRow();
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
}

const MessageTemplate *TemplateChooser::chosenTemplate() const
{
    const int row = m_templateModel.rowOf(m_templateName, m_language);
    return row < 0 ? nullptr : &m_templateModel.templateAt(row);
}

void TemplateChooser::setProblem(const QString &sentence)
{
    m_hint->setProblem(sentence);
}

bool TemplateChooser::offersSync() const
{
    return m_stack->currentWidget() == m_noTemplates && !m_isSyncing;
}

void TemplateChooser::focusSearch()
{
    m_search->setFocus(Qt::TabFocusReason);
}

bool TemplateChooser::eventFilter(QObject *watched, QEvent *event)
{
    // From the search straight into the list, without leaving the keyboard's home.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_filter.rowCount() > 0
            && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
            m_table->setFocus(Qt::TabFocusReason);
            if (!m_table->currentIndex().isValid())
                m_table->setCurrentIndex(m_filter.index(0, TemplateTableModel::Name));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QLayout *TemplateChooser::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(new TextLabel{tr("Template"), TypeRole::Label, TextLabel::Ink::Text2});
    head->addWidget(new TextLabel{tr("(required)"), TypeRole::Label, TextLabel::Ink::Text3});
    m_syncLabel = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3};
    m_syncLabel->setElided(true);
    m_syncButton = new Button{tr("Sync now"), ButtonKind::Quiet, u"retry"_s};
    m_syncButton->setSmall(true);
    m_syncButton->setObjectName(u"syncButton"_s);
    head->addStretch();
    head->addWidget(m_syncLabel);
    head->addWidget(m_syncButton);
    return head;
}

QLayout *TemplateChooser::makeFilters()
{
    m_search = new SearchField{tr("Search by name or text")};
    m_search->setObjectName(u"templateSearch"_s);
    m_search->installEventFilter(this);
    m_languageFilter = new QComboBox;
    m_languageFilter->setAccessibleName(tr("Language"));
    m_languageFilter->setMinimumWidth(scaledWithText(150));
    m_categoryFilter = new QComboBox;
    m_categoryFilter->setAccessibleName(tr("Category"));
    m_categoryFilter->setMinimumWidth(scaledWithText(160));
    auto *filters = new QHBoxLayout;
    filters->setSpacing(12);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_languageFilter);
    filters->addWidget(m_categoryFilter);
    return filters;
}

QWidget *TemplateChooser::makeTable()
{
    m_table = new DataTable;
    m_table->setObjectName(u"templateTable"_s);
    m_table->setAccessibleName(tr("Templates"));
    m_table->setRowHeight(kRowHeight);
    m_table->setModel(&m_filter);
    m_table->setItemDelegateForColumn(TemplateTableModel::Name, new TemplateNameDelegate{m_table});
    auto *quiet = new CellDelegate{CellDelegate::FirstLine::Quiet, m_table};
    m_table->setItemDelegateForColumn(TemplateTableModel::Language, quiet);
    m_table->setItemDelegateForColumn(TemplateTableModel::Category, quiet);
    m_table->setItemDelegateForColumn(
        TemplateTableModel::Status,
        new BadgeDelegate{
            [](const QModelIndex &index) { return badgeForTemplate(index.data(StatusRole).toString()); },
            m_table});
    m_table->setItemDelegateForColumn(
        TemplateTableModel::Quality,
        new DotDelegate{
            [](const QModelIndex &index) { return toneForQuality(index.data(SortRole).toString()); },
            m_table});
    m_table->setColumns({
        {TemplateTableModel::Name,     180, true,  0},
        {TemplateTableModel::Language, 104, false, 0},
        {TemplateTableModel::Category, 100, false, 2},
        {TemplateTableModel::Status,   116, false, 0},
        {TemplateTableModel::Quality,  128, false, 1}
    });
    auto *frame = new Card{0};
    setFrameLook(frame, FrameLook::Inner);
    frame->column()->setContentsMargins(1, 1, 1, 0); // the edge covers the line below the last row
    frame->column()->addWidget(m_table);
    new FrameEdge{frame};
    return frame;
}

void TemplateChooser::connectAll()
{
    connect(m_syncButton, &Button::clicked, this, &TemplateChooser::syncWanted);
    connect(m_noTemplates, &StatePanel::actionRequested, this, &TemplateChooser::syncWanted);
    connect(m_noTemplates, &StatePanel::secondRequested, this, &TemplateChooser::connectNumberWanted);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.setSearch(words);
        refreshMatches();
    });
    connect(m_languageFilter, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setLanguage(m_languageFilter->currentData().toString());
        refreshMatches();
    });
    connect(m_categoryFilter, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setCategory(m_categoryFilter->currentData().toString());
        refreshMatches();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TemplateChooser::noteRow);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &TemplateChooser::fitTable);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &TemplateChooser::fitTable);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &TemplateChooser::fitTable);
}

void TemplateChooser::noteRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const MessageTemplate &row = m_filter.templateAt(index);
    if (row.name == m_templateName && row.language == m_language)
        return;
    m_templateName = row.name;
    m_language = row.language;
    markChosenRow();
    emit chosen();
}

void TemplateChooser::markChosenRow()
{
    const int row = m_templateModel.rowOf(m_templateName, m_language);
    const QModelIndex shown = row < 0
        ? QModelIndex{}
        : m_filter.mapFromSource(m_templateModel.index(row, TemplateTableModel::Name));
    const QSignalBlocker quiet{m_table->selectionModel()};
    if (shown.isValid()) {
        m_table->selectionModel()->setCurrentIndex(
            shown, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        m_table->selectionModel()->clear();
    }
    m_table->viewport()->update();
}

void TemplateChooser::refreshLists()
{
    offerValues(m_languageFilter, tr("All languages"), m_templateModel.languages(), languageText);
    offerValues(m_categoryFilter, tr("All categories"), m_templateModel.categories(), categoryText);
    m_syncButton->setEnabled(!m_isSyncing);
    m_syncButton->setText(m_isSyncing ? tr("Syncing…") : tr("Sync now"));
    m_syncLabel->setInk(TextLabel::Ink::Text3);
    m_syncLabel->setToolTip({});

    const bool isEmpty = m_templateModel.rowCount() == 0;
    if (isEmpty && m_isSyncing)
        m_noTemplates->showLoading(tr("Fetching the templates from Meta"), false);
    else if (isEmpty)
        m_noTemplates->showEmpty(
            u"templates"_s, tr("No templates yet"),
            tr("Templates are written and approved at Meta. Fetch them once; after that you can "
               "draft without a connection."),
            tr("Sync now"), m_hasNumber ? QString{} : tr("Connect your number"));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_search->setEnabled(!isEmpty);
    m_languageFilter->setEnabled(!isEmpty);
    m_categoryFilter->setEnabled(!isEmpty);
    refreshHints();
    fitTable();
    markChosenRow();
}

void TemplateChooser::refreshMatches()
{
    refreshHints();
    markChosenRow();
}

void TemplateChooser::refreshHints()
{
    const int all = m_templateModel.rowCount();
    const int shown = m_filter.rowCount();
    QString hint;
    if (all > 0 && shown == 0)
        hint = tr("No template matches. Try fewer words or all languages.");
    else if (all > 0 && !m_search->text().trimmed().isEmpty())
        hint = tr("%1 of %2 templates match “%3”. Only approved templates can be sent.")
                   .arg(countText(shown), countText(all), m_search->text().trimmed());
    else if (all > 0)
        hint = tr("Only approved templates can be sent.");
    m_hint->setHint(hint);

    const QString count = tr("%Ln templates", nullptr, all);
    if (all == 0)
        m_syncLabel->clear();
    else if (m_syncedAt)
        m_syncLabel->setText(tr("%1, synced %2").arg(count, relativeText(*m_syncedAt, m_clock.now())));
    else
        m_syncLabel->setText(count);
}

void TemplateChooser::fitTable()
{
    const int frame = 1;
    const int header = m_table->horizontalHeader()->height();
    const int row = scaledWithText(kRowHeight);
    const int rows = std::max(1, m_filter.rowCount());
    m_table->setMinimumHeight(header + std::min(kFewestRows, rows) * row);
    m_stack->setMaximumHeight(m_stack->currentIndex() == 0 ? header + rows * row + frame : QWIDGETSIZE_MAX);
}
