#include "widgets/segments/segmentspage.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/segments/rulebuilder.h"
#include "widgets/theme/typography.h"
#include "widgets/wizard/hintline.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kListWidth = 288;
constexpr int kPeopleHeight = 260;

} // namespace

SegmentsPage::SegmentsPage(PhoneFormat phoneFormat, QWidget *parent)
    : QWidget{parent}
    , m_peopleModel{std::move(phoneFormat)}
    , m_header{new PageHeader{tr("Segments")}}
    , m_newButton{new Button{tr("New segment"), ButtonKind::Outlined, u"plus"_s}}
    , m_states{new QStackedWidget}
    , m_state{new StatePanel}
    , m_banner{new Banner}
    , m_list{new DataTable}
    , m_name{new QLineEdit}
    , m_nameField{new FormField{tr("Name of the segment"), m_name}}
    , m_builder{new RuleBuilder}
    , m_hint{new HintLine}
    , m_deleteButton{new Button{tr("Delete…"), ButtonKind::Danger}}
    , m_campaignButton{new Button{tr("New campaign to them"), ButtonKind::Outlined, u"send"_s}}
    , m_saveButton{new Button{tr("Save segment"), ButtonKind::Primary}}
    , m_count{new TextLabel{{}, TypeRole::Figure}}
    , m_countRemark{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
    , m_people{new DataTable}
{
    m_header->setLeading(PageHeader::Leading::Back);
    m_header->setContext(
        tr("Rules that find people in your contacts. Who is in a segment changes as the people do."));
    m_header->addAction(m_newButton);
    m_newButton->setObjectName(u"newSegment"_s);
    m_banner->hide();

    m_editor = buildEditor();
    auto *panes = new QWidget;
    auto *row = new QHBoxLayout{panes};
    row->setContentsMargins(24, 0, 24, 20);
    row->setSpacing(16);
    row->addWidget(buildList());
    row->addWidget(m_editor, 1);
    m_states->addWidget(panes);
    m_states->addWidget(m_state);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *bannerRow = new QHBoxLayout;
    bannerRow->setContentsMargins(24, 0, 24, 0);
    bannerRow->addWidget(m_banner);
    column->addLayout(bannerRow);
    column->addWidget(m_states, 1);
    connectEditor();
    m_state->showLoading(tr("Reading the segments…"), false);
    m_states->setCurrentWidget(m_state);
}

void SegmentsPage::setFacts(const SegmentFacts &facts)
{
    if (facts == m_facts)
        return; // what a person is writing stays as it is
    m_facts = facts;
    m_builder->setFacts(facts);
    if (!hasUnsavedChanges())
        m_builder->setRule(m_opened ? m_opened->rule : SegmentRule::everybody());
}

void SegmentsPage::setSegments(const std::vector<SegmentEntry> &segments)
{
    m_isListed = true;
    m_banner->hide();
    m_segments.setEntries(segments);
    if (m_opened) {
        const int row = m_segments.rowOf(m_opened->name);
        const bool isOther = row >= 0 && !meanTheSame(m_segments.entryAt(row).rule, m_opened->rule);
        if (row < 0 && !hasUnsavedChanges())
            m_isEditing = false; // somebody else deleted it
        else if (isOther && !hasUnsavedChanges())
            open(m_segments.entryAt(row)); // or changed it
        else
            chooseRow(row);
    }
    if (!m_isEditing && !segments.empty())
        open(m_segments.entryAt(0));
    refreshEditor();
}

void SegmentsPage::setSegmentPeople(const QString &name, qint64 people)
{
    m_segments.setPeople(name, people);
}

void SegmentsPage::setAudience(const SegmentRule &rule, const SegmentAudience &audience)
{
    if (!(rule == m_asked))
        return;
    showPeople(audience);
}

void SegmentsPage::setAudienceError(const SegmentRule &rule, const Error &error)
{
    if (!(rule == m_asked))
        return;
    m_count->setText(u"–"_s);
    m_countRemark->setText(tr("They could not be counted. %1").arg(error.message));
    m_peopleModel.setPeople({});
}

void SegmentsPage::showError(const Error &error)
{
    if (!m_isListed) {
        m_state->showError(error, tr("The segments cannot be read"));
        m_states->setCurrentWidget(m_state);
        return;
    }
    m_banner->setMessage(Tone::Red, tr("The segments cannot be read."), error.message);
    m_banner->show();
}

void SegmentsPage::setSaved(const SegmentEntry &segment)
{
    m_isSaving = false;
    m_opened = segment;
    if (meanTheSame(writtenRule(), segment.rule))
        m_opened->rule = m_builder->rule(); // grouped as the person did it
    // Whatever was typed since stays, and is saved next.
    m_nameField->setProblem({});
    refreshEditor();
}

void SegmentsPage::setSaveError(const Error &error)
{
    m_isSaving = false;
    if (error.code == "segment_exists"_L1 || error.code == "no_name"_L1) {
        m_nameField->setProblem(error.message);
        m_name->setFocus(Qt::TabFocusReason);
    } else {
        tellError(this, tr("The segment was not saved"), error);
    }
    refreshEditor();
}

void SegmentsPage::setDeleted(const QString &name)
{
    if (!m_opened || m_opened->name != name)
        return;
    m_opened.reset();
    m_isEditing = false;
    m_builder->setRule(SegmentRule::everybody());
}

SegmentRule SegmentsPage::writtenRule() const
{
    return writtenPart(m_builder->rule());
}

bool SegmentsPage::hasUnsavedChanges() const
{
    if (!m_isEditing)
        return false;
    const SegmentRule before = m_opened ? asGroup(m_opened->rule) : SegmentRule::everybody();
    const QString name = m_opened ? m_opened->name : QString{};
    return m_name->text().trimmed() != name || !(m_builder->rule() == before);
}

QWidget *SegmentsPage::buildList()
{
    m_list->setObjectName(u"segmentTable"_s);
    m_list->setAccessibleName(tr("Segments"));
    m_list->setRowHeight(40);
    m_list->setModel(&m_segments);
    m_list->setItemDelegateForColumn(SegmentTableModel::Name,
                                     new CellDelegate{CellDelegate::FirstLine::Name, m_list});
    m_list->setItemDelegateForColumn(SegmentTableModel::People, new CellDelegate{m_list});
    m_list->setColumns({
        {SegmentTableModel::Name,   130, true,  0},
        {SegmentTableModel::People, 88,  false, 0}
    });
    auto *card = new Card{0};
    card->column()->addWidget(m_list);
    card->setFixedWidth(scaledWithText(kListWidth));
    return card;
}

QWidget *SegmentsPage::buildEditor()
{
    m_name->setObjectName(u"segmentName"_s);
    m_name->setPlaceholderText(tr("For example: not written to for a month"));
    m_nameField->setRequired(true);
    m_deleteButton->setObjectName(u"deleteSegment"_s);
    m_campaignButton->setObjectName(u"segmentCampaign"_s);
    m_saveButton->setObjectName(u"saveSegment"_s);
    m_count->setObjectName(u"segmentCount"_s);
    m_countRemark->setObjectName(u"segmentCountRemark"_s);
    m_countRemark->setWordWrap(true);

    auto *rule = new Card{20};
    rule->column()->setSpacing(16);
    rule->column()->addWidget(m_nameField);
    rule->column()->addWidget(new Hairline);
    rule->column()->addWidget(m_builder);
    rule->column()->addWidget(m_hint);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_deleteButton);
    buttons->addStretch();
    buttons->addWidget(m_campaignButton);
    buttons->addWidget(m_saveButton);
    rule->column()->addLayout(buttons);

    auto *parts = new QWidget;
    auto *partColumn = new QVBoxLayout{parts};
    partColumn->setContentsMargins(0, 0, 0, 0);
    partColumn->setSpacing(16);
    partColumn->addWidget(rule);
    partColumn->addWidget(buildPeople(), 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(parts);
    scroll->setFocusPolicy(Qt::NoFocus);

    // How many they are stays in sight, however long the rule gets.
    auto *editor = new QWidget;
    auto *column = new QVBoxLayout{editor};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_count);
    column->addWidget(m_countRemark);
    column->addSpacing(10);
    column->addWidget(scroll, 1);
    return editor;
}

QWidget *SegmentsPage::buildPeople()
{
    m_people->setObjectName(u"segmentPeople"_s);
    m_people->setAccessibleName(tr("The first people of this segment"));
    m_people->setRowHeight(36);
    m_people->setModel(&m_peopleModel);
    m_people->setItemDelegate(new CellDelegate{m_people});
    m_people->setItemDelegateForColumn(SegmentPeopleModel::Name,
                                       new CellDelegate{CellDelegate::FirstLine::Name, m_people});
    m_people->setColumns({
        {SegmentPeopleModel::Name,    160, true,  0},
        {SegmentPeopleModel::Phone,   152, false, 0},
        {SegmentPeopleModel::Country, 116, false, 1},
        {SegmentPeopleModel::Tags,    130, true,  2}
    });
    m_people->setMinimumHeight(kPeopleHeight);

    auto *card = new Card{0};
    card->column()->addWidget(m_people);
    return card;
}

void SegmentsPage::connectEditor()
{
    connect(m_header, &PageHeader::backRequested, this, &SegmentsPage::backRequested);
    connect(m_newButton, &Button::clicked, this, [this] { leaveEdited([this] { startNew(); }); });
    connect(m_state, &StatePanel::actionRequested, this, &SegmentsPage::startNew);
    connect(m_state, &StatePanel::retryRequested, this, &SegmentsPage::reloadRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid() || (m_opened && m_segments.rowOf(m_opened->name) == current.row()))
                    return;
                const SegmentEntry chosen = m_segments.entryAt(current.row());
                leaveEdited([this, chosen] { open(chosen); });
            });
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameField->setProblem({});
        refreshEditor();
    });
    connect(m_builder, &RuleBuilder::changed, this, &SegmentsPage::noteChange);
    connect(m_saveButton, &Button::clicked, this, &SegmentsPage::save);
    connect(m_deleteButton, &Button::clicked, this, &SegmentsPage::askToDelete);
    connect(m_campaignButton, &Button::clicked, this,
            [this] { emit campaignRequested(m_name->text().trimmed(), writtenRule()); });
    auto *saving = new QShortcut{QKeySequence::Save, this};
    saving->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saving, &QShortcut::activated, this, [this] {
        if (m_saveButton->isEnabled())
            save();
    });
}

void SegmentsPage::startNew()
{
    m_opened.reset();
    m_isEditing = true;
    {
        const QSignalBlocker quiet{m_name};
        m_name->clear();
    }
    m_nameField->setProblem({});
    m_list->selectionModel()->clear();
    m_builder->setRule(SegmentRule::everybody());
    noteChange();
    m_name->setFocus(Qt::TabFocusReason);
}

void SegmentsPage::open(const SegmentEntry &segment)
{
    m_opened = segment;
    m_isEditing = true;
    {
        const QSignalBlocker quiet{m_name};
        m_name->setText(segment.name);
    }
    m_nameField->setProblem({});
    m_builder->setRule(segment.rule);
    chooseRow(m_segments.rowOf(segment.name));
    noteChange();
}

void SegmentsPage::leaveEdited(std::function<void()> then)
{
    if (!hasUnsavedChanges()) {
        then();
        return;
    }
    const QString name = m_opened ? m_opened->name : m_name->text().trimmed();
    MessageDialog *dialog = askBeforeLosing(
        this, name.isEmpty() ? tr("Drop the new segment?") : tr("Drop your changes of “%1”?").arg(name),
        tr("They are not saved yet."), tr("Drop them"), tr("Go on with them"));
    dialog->setObjectName(u"confirmDropping"_s);
    connect(dialog, &QDialog::accepted, this, std::move(then));
    connect(dialog, &QDialog::rejected, this,
            [this] { chooseRow(m_opened ? m_segments.rowOf(m_opened->name) : -1); });
}

void SegmentsPage::chooseRow(int row)
{
    const QSignalBlocker quiet{m_list->selectionModel()};
    m_list->setCurrentIndex(row < 0 ? QModelIndex{} : m_segments.index(row, 0));
    m_list->viewport()->update();
}

void SegmentsPage::noteChange()
{
    refreshEditor();
    m_asked = writtenRule();
    emit audienceWanted(m_asked);
}

void SegmentsPage::refreshEditor()
{
    if (m_isListed && !m_isEditing) {
        m_state->showEmpty(
            u"segment"_s, tr("No segments yet"),
            tr("A segment finds people by what you know of them and by what they did: a tag, a country, "
               "who read your last campaign. Who is in it changes as they do."),
            tr("New segment"));
        m_states->setCurrentWidget(m_state);
        m_newButton->hide();
        return;
    }
    if (!m_isListed)
        return;
    m_states->setCurrentIndex(0);
    m_newButton->show();
    const int unwritten = unwrittenLines(m_builder->rule());
    const bool hasName = !m_name->text().trimmed().isEmpty();
    m_hint->setVisible(unwritten > 0);
    m_hint->setHint(unwritten > 0 ? tr("%Ln conditions are not finished: give their values, or remove them.",
                                       nullptr, unwritten)
                                  : QString{});
    m_deleteButton->setVisible(m_opened.has_value());
    m_deleteButton->setEnabled(!m_isSaving);
    m_saveButton->setEnabled(!m_isSaving && hasName && unwritten == 0 && hasUnsavedChanges());
    m_saveButton->setToolTip(hasName ? QString{} : tr("Give the segment a name"));
    m_campaignButton->setEnabled(unwritten == 0);
}

void SegmentsPage::save()
{
    m_isSaving = true;
    refreshEditor();
    emit saveRequested(m_opened ? m_opened->name : QString{}, m_name->text().trimmed(), writtenRule());
}

void SegmentsPage::askToDelete()
{
    MessageDialog *dialog = askBeforeLosing(
        this, tr("Delete the segment “%1”?").arg(m_opened->name),
        tr("Only the rule is deleted. Its people stay in your contacts, and campaigns made from it stay as "
           "they are."),
        tr("Delete segment"), tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, name = m_opened->name] { emit deleteRequested(name); });
}

void SegmentsPage::showPeople(const SegmentAudience &audience)
{
    m_count->setText(tr("%Ln people", nullptr, static_cast<int>(audience.people)));
    const auto shown = static_cast<qint64>(audience.first.size());
    QStringList remarks;
    if (audience.suppressed > 0)
        remarks << tr("%Ln of them opted out and will get nothing.", nullptr,
                      static_cast<int>(audience.suppressed));
    if (shown < audience.people)
        remarks << tr("The first %Ln are shown.", nullptr, static_cast<int>(shown));
    if (remarks.isEmpty())
        remarks << (audience.people > 0 ? tr("They meet the conditions now.")
                                        : tr("Nobody meets the conditions now."));
    m_countRemark->setText(remarks.join(u' '));
    m_peopleModel.setPeople(audience.first);
}
