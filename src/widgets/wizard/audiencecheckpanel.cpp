#include "widgets/wizard/audiencecheckpanel.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/theme/typography.h"
#include "widgets/wizard/countfilters.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/importdelegates.h"
#include "widgets/wizard/mappingcard.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 36;
constexpr int kHeaderHeight = 32;
constexpr int kFewestRows = 4;
constexpr int kProgressSteps = 1000;

} // namespace

AudienceCheckPanel::AudienceCheckPanel(PhoneFormat phoneFormat, QWidget *parent)
    : QWidget{parent}
    , m_model{std::move(phoneFormat)}
    , m_filter{m_model}
    , m_states{new QStackedWidget}
    , m_state{new StatePanel}
    , m_otherWays{new QWidget}
    , m_progress{new QProgressBar}
    , m_banner{new Banner}
    , m_saveButton{new Button{{}, ButtonKind::Outlined, u"export"_s}}
    , m_uploadButton{new Button{tr("Choose a better file"), ButtonKind::Outlined, u"import"_s}}
    , m_mapping{new MappingCard}
{
    m_saveButton->setSmall(true);
    m_saveButton->setObjectName(u"saveRejected"_s);
    m_uploadButton->setSmall(true);
    m_banner->addAction(m_saveButton);
    m_banner->addAction(m_uploadButton);

    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->hide();
    m_states->addWidget(makeCheck());
    m_states->addWidget(makeStateCard());
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addWidget(m_states);
    connectAll();
}

void AudienceCheckPanel::setVariables(const std::vector<TemplateVariable> &variables)
{
    m_variables = variables;
    m_mapping->setVariables(variables);
    m_model.setVariables(variables);
    layOutColumns();
}

void AudienceCheckPanel::setDefaults(const Variables &defaults)
{
    m_mapping->setDefaults(defaults);
    m_model.setDefaults(defaults);
}

void AudienceCheckPanel::showReading(const QString &title)
{
    m_progress->setValue(0);
    m_progress->show();
    m_mapping->setBusy(true);
    // What is known already stays on screen while the same file is read another way.
    if (m_preview.source.title() == title && m_states->currentIndex() == 0 && m_preview.counts.rows > 0)
        return;
    m_state->showLoading(tr("Reading %1").arg(title));
    offerOtherWays(false);
    m_states->setCurrentIndex(1);
}

void AudienceCheckPanel::setReadingProgress(double share)
{
    m_progress->setValue(static_cast<int>(std::clamp(share, 0.0, 1.0) * kProgressSteps));
}

void AudienceCheckPanel::setPreview(const AudiencePreview &preview)
{
    m_preview = preview;
    m_progress->hide();
    m_mapping->setBusy(false);
    m_mapping->setPreview(preview);
    QMap<QString, QString> headings;
    for (auto column = preview.columnOf.begin(); column != preview.columnOf.end(); ++column) {
        const bool isThere = column.value() >= 0 && column.value() < static_cast<int>(preview.columns.size());
        const QString heading =
            isThere ? preview.columns[static_cast<size_t>(column.value())].header.simplified() : QString{};
        if (!heading.isEmpty())
            headings.insert(column.key(), heading);
    }
    m_model.setHeadings(headings);
    m_model.setRows(preview.rows);
    layOutColumns();
    m_counts->setCounts(preview.counts);
    const bool isWhole = static_cast<qint64>(preview.rows.size()) >= preview.counts.rows;
    m_rowsHint->setHint(isWhole ? QString{}
                                : tr("The first %Ln rows are listed; all of them are counted.", nullptr,
                                     static_cast<int>(preview.rows.size())));
    refreshBanner();
    m_states->setCurrentIndex(0);
}

void AudienceCheckPanel::showError(const Error &error, const QString &title)
{
    m_progress->hide();
    m_mapping->setBusy(false);
    m_state->showError(error, tr("%1 cannot be read").arg(title));
    offerOtherWays(true);
    m_states->setCurrentIndex(1);
}

void AudienceCheckPanel::showVerdict(AudienceVerdict verdict)
{
    m_counts->setVerdict(verdict);
    m_filter.setVerdict(verdict);
}

QWidget *AudienceCheckPanel::makeCheck()
{
    auto *check = new QWidget;
    auto *checkColumn = new QVBoxLayout{check};
    checkColumn->setContentsMargins(0, 0, 0, 0);
    checkColumn->setSpacing(12);
    checkColumn->addWidget(m_banner);
    checkColumn->addWidget(m_mapping);
    checkColumn->addWidget(makeRows(), 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(check);
    return scroll;
}

QWidget *AudienceCheckPanel::makeStateCard()
{
    auto *stateCard = new Card{0};
    m_stateColumn = stateCard->column();
    m_stateColumn->addStretch();
    m_stateColumn->addWidget(m_state);
    m_stateColumn->addWidget(m_otherWays);
    m_stateColumn->addStretch();
    auto *ways = new QHBoxLayout{m_otherWays};
    ways->setContentsMargins(16, 0, 16, 24);
    auto *chooseOther = new Button{tr("Choose another file…"), ButtonKind::Outlined, u"file"_s};
    chooseOther->setObjectName(u"chooseOtherFile"_s);
    auto *putAway = new Button{tr("Do without it"), ButtonKind::Quiet};
    ways->addStretch();
    ways->addWidget(putAway);
    ways->addWidget(chooseOther);
    ways->addStretch();
    connect(chooseOther, &Button::clicked, this, &AudienceCheckPanel::anotherFileRequested);
    connect(putAway, &Button::clicked, this, &AudienceCheckPanel::cancelRequested);
    return stateCard;
}

QWidget *AudienceCheckPanel::makeRows()
{
    auto *card = new Card{0};
    m_counts = new CountFilters;
    m_search = new SearchField{tr("Name, phone or row")};
    m_search->setObjectName(u"rowSearch"_s);
    m_search->setProperty("small", true);
    m_search->setFixedWidth(scaledWithText(200));
    m_counts->addTrailing(m_search);
    card->column()->addWidget(m_counts);
    card->column()->addWidget(new Hairline);

    m_table = new DataTable;
    m_table->setObjectName(u"importTable"_s);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setRowHeight(kRowHeight);
    m_table->setMultiSelection(true);
    m_table->setModel(&m_filter);
    m_quietCells = new CellDelegate{CellDelegate::FirstLine::Quiet, m_table};
    m_phoneCells = new PhoneChangeDelegate{m_table};
    m_valueCells = new ValueDelegate{m_table};
    m_resultCells =
        new BadgeDelegate{[](const QModelIndex &index) {
                              return badgeFor(static_cast<AudienceVerdict>(index.data(StatusRole).toInt()));
                          },
                          m_table};
    auto *remarks = new RemarkDelegate{m_table};
    connect(remarks, &RemarkDelegate::fixRequested, this, &AudienceCheckPanel::fixRow);
    m_remarkCells = remarks;
    m_table->setMinimumHeight(scaledWithText(kHeaderHeight + kFewestRows * kRowHeight));
    card->column()->addWidget(m_table, 1);
    m_rowsHint = new HintLine;
    m_rowsHint->setContentsMargins(16, 6, 16, 4);
    card->column()->addWidget(m_rowsHint);
    layOutColumns();
    return card;
}

void AudienceCheckPanel::connectAll()
{
    connect(m_saveButton, &Button::clicked, this, &AudienceCheckPanel::saveRejectedRequested);
    connect(m_uploadButton, &Button::clicked, this, &AudienceCheckPanel::anotherFileRequested);
    connect(m_state, &StatePanel::cancelRequested, this, &AudienceCheckPanel::cancelRequested);
    connect(m_state, &StatePanel::retryRequested, this, &AudienceCheckPanel::retryRequested);
    connect(&m_model, &ImportRowModel::phoneFixed, this, &AudienceCheckPanel::phoneFixed);
    connect(m_counts, &CountFilters::verdictChosen, &m_filter, &ImportRowFilter::setVerdict);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &ImportRowFilter::setSearch);
    connect(m_table, &DataTable::rowOpened, this, &AudienceCheckPanel::fixRow);
    connect(m_table, &DataTable::deleteRequested, this, &AudienceCheckPanel::leaveOutSelected);
    connect(m_table, &DataTable::rowMenuRequested, this, &AudienceCheckPanel::showMenu);
}

void AudienceCheckPanel::showMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Fix the number")), &QAction::triggered, this,
            [this, index] { fixRow(index); });
    connect(menu->addAction(tr("Leave out")), &QAction::triggered, this,
            &AudienceCheckPanel::leaveOutSelected);
    menu->popup(position);
}

void AudienceCheckPanel::offerOtherWays(bool offers)
{
    // The state fills the card, except where more buttons belong close below it.
    m_otherWays->setVisible(offers);
    m_stateColumn->setStretch(0, offers ? 2 : 0);
    m_stateColumn->setStretch(1, offers ? 0 : 1);
    m_stateColumn->setStretch(3, offers ? 3 : 0);
}

void AudienceCheckPanel::refreshBanner()
{
    const AudienceCounts &counts = m_preview.counts;
    const int invalid = static_cast<int>(counts.invalid);
    m_saveButton->setText(tr("Save the %Ln rows…", nullptr, invalid));
    m_saveButton->setVisible(invalid > 0);
    m_uploadButton->setVisible(invalid > 0);
    const bool hasPhones = m_preview.columnOf.value(QString::fromLatin1(kPhoneField), -1) >= 0;
    if (!hasPhones && counts.accepted == 0) {
        m_banner->setMessage(Tone::Red, tr("No column with phone numbers was found."),
                             tr("Choose it below under “Phone”."));
        m_saveButton->hide();
        m_uploadButton->hide();
    } else if (counts.accepted == 0) {
        m_banner->setMessage(Tone::Red, tr("Nobody in this file can be used."),
                             tr("Check the column and the country below, or fix the numbers one by one."));
    } else if (invalid > 0) {
        m_banner->setMessage(Tone::Amber, tr("%Ln numbers cannot be used.", nullptr, invalid),
                             tr("Fix them here, or go on without them: the other %Ln people are ready.",
                                nullptr, static_cast<int>(counts.accepted)));
    } else {
        m_banner->setMessage(Tone::Green,
                             tr("All %Ln people are ready.", nullptr, static_cast<int>(counts.accepted)),
                             counts.duplicates > 0 ? tr("Each number is used once.") : QString{});
    }
}

void AudienceCheckPanel::layOutColumns()
{
    constexpr int kShownValues = 3;
    const int valueCount = static_cast<int>(m_variables.size());
    // A name that the message is filled in with anyway needs no column of its own.
    const int nameColumn = m_preview.columnOf.value(QString::fromLatin1(kNameField), -1);
    const bool repeatsName =
        std::any_of(m_variables.begin(), m_variables.end(), [&](const TemplateVariable &variable) {
            return m_preview.columnOf.value(variable.key, -1) == nameColumn;
        });
    const bool showsName = nameColumn >= 0 && !repeatsName;
    m_table->setColumnHidden(ImportRowModel::Name, !showsName);
    std::vector<TableColumn> columns{
        {ImportRowModel::Row,   56,  false, 0},
        {ImportRowModel::Phone, 296, false, 0}
    };
    if (showsName)
        columns.push_back({ImportRowModel::Name, 136, false, valueCount > 0 ? 2 : 0});
    m_table->setItemDelegateForColumn(ImportRowModel::Row, m_quietCells);
    m_table->setItemDelegateForColumn(ImportRowModel::Phone, m_phoneCells);
    m_table->setItemDelegateForColumn(ImportRowModel::Name, nullptr);
    for (int i = 0; i < valueCount; ++i) {
        const int column = ImportRowModel::FirstValue + i;
        columns.push_back({column, valueCount < kShownValues ? 136 : 112, false, i >= kShownValues ? 1 : 0});
        m_table->setItemDelegateForColumn(column, m_valueCells);
    }
    columns.push_back({m_model.resultColumn(), 112, false, 0});
    columns.push_back({m_model.remarkColumn(), 232, true, 0});
    m_table->setItemDelegateForColumn(m_model.resultColumn(), m_resultCells);
    m_table->setItemDelegateForColumn(m_model.remarkColumn(), m_remarkCells);
    m_table->setColumns(std::move(columns));
}

void AudienceCheckPanel::fixRow(const QModelIndex &index)
{
    const QModelIndex phone = index.siblingAtColumn(ImportRowModel::Phone);
    // The Enter that ends the editing reaches the table too.
    if (m_table->isPersistentEditorOpen(phone))
        return;
    m_table->setCurrentIndex(phone);
    m_table->edit(phone);
}

void AudienceCheckPanel::leaveOutSelected()
{
    QList<qint64> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << m_filter.rowAt(index).row;
    if (!rows.isEmpty())
        emit rowsLeftOut(rows);
}
