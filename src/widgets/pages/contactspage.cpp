#include "widgets/pages/contactspage.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/statepanel.h"
#include "widgets/pages/consentbadge.h"
#include "widgets/pages/consentdialog.h"
#include "widgets/pages/contactfilters.h"
#include "widgets/pages/contactformdialog.h"
#include "widgets/pages/contactpanel.h"
#include "widgets/pages/sidepanel.h"
#include "widgets/pages/tagdialog.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 36;

} // namespace

ContactsPage::ContactsPage(ContactTableModel &model, const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_model{model}
    , m_clock{clock}
    , m_header{new PageHeader{tr("Contacts")}}
    , m_segments{new Button{tr("Segments"), ButtonKind::Quiet, u"segment"_s}}
    , m_export{new Button{tr("Export"), ButtonKind::Quiet, u"export"_s}}
    , m_more{Button::iconOnly(u"more"_s, tr("More actions"))}
    , m_add{new Button{tr("Add person"), ButtonKind::Outlined, u"plus"_s}}
    , m_import{new Button{tr("Import people"), ButtonKind::Primary, u"import"_s}}
    , m_banner{new Banner}
    , m_filters{new ContactFilters}
    , m_table{new DataTable}
    , m_tableStack{new QStackedWidget}
    , m_nobody{new StatePanel}
    , m_panel{new ContactPanel{clock}}
    , m_stack{new QStackedWidget}
    , m_state{new StatePanel}
{
    buildHeader();
    m_nobody->setObjectName(u"nobodyMatches"_s);
    m_state->setObjectName(u"contactsState"_s);
    auto *again = new Button{tr("Try again")};
    connect(again, &Button::clicked, this, &ContactsPage::readingWanted);
    m_banner->addAction(again);
    m_banner->hide();

    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(buildList(), 1);
    panes->addWidget(m_panel);
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
    connectFilters();
    connectTable();
    connectPanel();
    connectShortcuts();
    refreshState();
}

void ContactsPage::searchFor(const QString &text)
{
    m_filters->searchFor(text);
}

void ContactsPage::setFigures(const ContactFigures &figures)
{
    if (m_figures == figures)
        return;
    m_figures = figures;
    m_filters->setFigures(figures, m_filter);
    m_panel->setAttributes(figures.attributes);
    refreshContext();
    refreshState();
}

void ContactsPage::setPeople(const ContactFilter &filter, std::shared_ptr<const People> people)
{
    if (!(filter == m_filter))
        return;
    m_banner->hide();
    const bool isSameList = m_listed == filter;
    if (isSameList && people == m_people) {
        m_model.markStale();
    } else if (isSameList && isEditing()) {
        m_isListDue = true; // or what is being written would be lost
        return;
    } else {
        const ContactId kept = chosenCount() == 1 ? chosen().front() : ContactId{};
        m_people = std::move(people);
        m_listed = filter;
        m_model.startList(static_cast<int>(m_people->size()));
        const auto found =
            kept.isValid() ? std::find(m_people->begin(), m_people->end(), kept) : m_people->end();
        if (found != m_people->end())
            m_table->setCurrentIndex(m_model.index(static_cast<int>(found - m_people->begin()), 0));
        else if (!isSameList)
            m_table->scrollToTop();
    }
    refreshState();
    showChosen();
}

void ContactsPage::setHistory(ContactId contact, const std::vector<ContactHappening> &history, bool isCut)
{
    if (m_shown && m_shown->id == contact)
        m_panel->setHistory(history, isCut);
}

void ContactsPage::showError(const Error &error)
{
    if (!m_listed) {
        m_state->showError(error, tr("The contacts cannot be read"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_banner->setMessage(Tone::Red, tr("The contacts cannot be read."), error.message);
    m_banner->setToolTip(error.detail);
    m_banner->show();
}

void ContactsPage::setAdded()
{
    if (m_newPerson)
        m_newPerson->accept();
}

void ContactsPage::setAddProblem(const QString &sentence)
{
    if (m_newPerson)
        m_newPerson->showPhoneProblem(sentence);
}

void ContactsPage::resizeEvent(QResizeEvent *event)
{
    m_panel->setFixedWidth(sidePanelWidth(width()));
    QWidget::resizeEvent(event);
}

void ContactsPage::buildHeader()
{
    for (Button *button : {m_segments, m_export, m_more, m_add, m_import})
        m_header->addAction(button);
    m_segments->setObjectName(u"segmentsButton"_s);
    m_segments->setToolTip(tr("Saved rules that pick people from the contact book"));
    m_export->setObjectName(u"exportAll"_s);
    m_export->setToolTip(tr("Everybody in the list below"));
    m_more->setObjectName(u"moreContacts"_s);
    m_add->setObjectName(u"addContact"_s);
    m_import->setObjectName(u"importButton"_s);
    auto *menu = new QMenu{this};
    menu->setObjectName(u"moreContactsMenu"_s);
    QAction *duplicates = menu->addAction(themedIcon(u"duplicate"_s), tr("Find duplicates…"));
    duplicates->setObjectName(u"findDuplicates"_s);
    connect(duplicates, &QAction::triggered, this, &ContactsPage::duplicatesRequested);
    m_more->setMenu(menu);
    connect(m_segments, &Button::clicked, this, &ContactsPage::segmentsRequested);
}

QWidget *ContactsPage::buildList()
{
    m_table->setObjectName(u"contactTable"_s);
    m_table->setAccessibleName(tr("Contacts"));
    m_table->setRowHeight(kRowHeight);
    m_table->setModel(&m_model);
    m_table->setSortable(true);
    m_table->setMultiSelection(true);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    using Columns = ContactTableModel;
    m_table->setItemDelegateForColumn(Columns::Name,
                                      new CellDelegate{CellDelegate::FirstLine::Name, m_table});
    m_table->setItemDelegateForColumn(
        Columns::Consent,
        new BadgeDelegate{[](const QModelIndex &index) {
                              return badgeFor(static_cast<ConsentState>(index.data(StatusRole).toInt()));
                          },
                          m_table});
    for (const int column : {Columns::Tags, Columns::Country, Columns::Added})
        m_table->setItemDelegateForColumn(column, new CellDelegate{CellDelegate::FirstLine::Quiet, m_table});
    m_table->setColumns({
        {Columns::Name,    170, true,  0},
        {Columns::Phone,   152, false, 0},
        {Columns::Consent, 132, false, 0},
        {Columns::Tags,    130, true,  2},
        {Columns::Country, 116, false, 1},
        {Columns::Added,   84,  false, 3}
    });

    auto *card = new Card{0};
    card->column()->addWidget(m_filters);
    card->column()->addWidget(new Hairline);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_nobody);
    card->column()->addWidget(m_tableStack, 1);
    return card;
}

void ContactsPage::connectFilters()
{
    connect(m_filters, &ContactFilters::changed, this, &ContactsPage::applyFilter);
    connect(m_nobody, &StatePanel::actionRequested, this, &ContactsPage::showEverybody);
}

void ContactsPage::connectTable()
{
    connect(&m_model, &ContactTableModel::orderWanted, this, &ContactsPage::setOrder);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ContactsPage::showChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ContactsPage::showChosen);
    connect(m_table, &DataTable::rowOpened, this, &ContactsPage::askForChanges);
    connect(m_table, &DataTable::rowMenuRequested, this,
            [this](const QModelIndex &, const QPoint &position) { showMenu(position); });
    connect(m_table, &DataTable::deleteRequested, this, &ContactsPage::askToErase);
    for (const int column : {ContactTableModel::Name, ContactTableModel::Tags}) {
        connect(m_table->itemDelegateForColumn(column), &QAbstractItemDelegate::closeEditor, this, [this] {
            if (std::exchange(m_isListDue, false))
                emit readingWanted();
        });
    }
    connect(m_import, &Button::clicked, this, &ContactsPage::importRequested);
    connect(m_add, &Button::clicked, this, &ContactsPage::askForPerson);
    connect(m_export, &Button::clicked, this, [this] { emit exportRequested(*m_people); });
    connect(m_state, &StatePanel::actionRequested, this, &ContactsPage::importRequested);
    connect(m_state, &StatePanel::secondRequested, this, &ContactsPage::askForPerson);
    connect(m_state, &StatePanel::retryRequested, this, &ContactsPage::readingWanted);
}

void ContactsPage::connectPanel()
{
    connect(m_panel, &ContactPanel::editRequested, this, &ContactsPage::askForChanges);
    connect(m_panel, &ContactPanel::wholeHistoryRequested, this, [this] {
        m_showsWholeHistory = true;
        showChosen();
    });
    connect(m_panel, &ContactPanel::optInRequested, this, &ContactsPage::askForConsent);
    connect(m_panel, &ContactPanel::tagRequested, this, [this] { askForTag(true); });
    connect(m_panel, &ContactPanel::untagRequested, this, [this] { askForTag(false); });
    connect(m_panel, &ContactPanel::exportRequested, this, [this] { emit exportRequested(chosen()); });
    connect(m_panel, &ContactPanel::optOutRequested, this, &ContactsPage::askToOptOut);
    connect(m_panel, &ContactPanel::eraseRequested, this, &ContactsPage::askToErase);
}

void ContactsPage::connectShortcuts()
{
    const auto onKeys = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut{keys, this}, &QShortcut::activated, this, action);
    };
    onKeys(QKeySequence{QKeySequence::Find}, [this] { m_filters->focusSearch(); });
    onKeys(QKeySequence{QKeySequence::New}, [this] { askForPerson(); });
    onKeys(QKeySequence{Qt::CTRL | Qt::Key_I}, [this] { emit importRequested(); });
    onKeys(QKeySequence{Qt::CTRL | Qt::Key_E},
           [this] { emit exportRequested(chosenCount() > 1 ? chosen() : *m_people); });
    onKeys(QKeySequence{QKeySequence::Refresh}, [this] { emit readingWanted(); });
}

void ContactsPage::applyFilter()
{
    const ContactFilter filter = m_filters->appliedTo(m_filter);
    if (filter == m_filter)
        return;
    m_filter = filter;
    emit listWanted(m_filter);
}

void ContactsPage::showEverybody()
{
    m_filters->showEverybody();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ContactsPage::setOrder(ContactFilter::Order order, bool isDescending)
{
    if (m_filter.order == order && m_filter.isDescending == isDescending)
        return;
    m_filter.order = order;
    m_filter.isDescending = isDescending;
    emit listWanted(m_filter);
}

void ContactsPage::refreshContext()
{
    m_header->setContext(m_figures && m_figures->all > 0
                             ? tr("%Ln people, each once. Who opted out gets nothing, wherever the number "
                                  "comes from",
                                  nullptr, static_cast<int>(m_figures->all))
                             : QString{});
}

void ContactsPage::refreshState()
{
    const bool isEmpty = m_figures && m_figures->all == 0 && m_people->empty() && m_filter.isEverybody();
    const bool hasPeople = m_listed && !isEmpty;
    for (Button *button : {m_segments, m_export, m_more, m_add, m_import})
        button->setVisible(hasPeople);
    if (!m_listed) {
        m_state->showLoading(tr("Reading the contact book…"), false);
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (isEmpty) {
        m_state->showEmpty(u"contacts"_s, tr("Nobody is in the contact book yet"),
                           tr("Import a list of people, or add them one by one. Everybody whom a campaign is "
                              "made for comes into it too."),
                           tr("Import people"), tr("Add one person"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_export->setEnabled(!m_people->empty());
    m_stack->setCurrentIndex(0);
    if (m_people->empty())
        m_nobody->showEmpty(u"search"_s,
                            m_filter.search.isEmpty() ? tr("Nobody is in this list")
                                                      : tr("Nobody matches “%1”").arg(m_filter.search),
                            tr("Three letters of a name or three digits of a number are enough to find "
                               "somebody."),
                            tr("Show everybody"));
    m_tableStack->setCurrentIndex(m_people->empty() ? 1 : 0);
}

void ContactsPage::showChosen()
{
    const qint64 people = chosenCount();
    const Contact *contact = people == 1 ? single() : nullptr;
    if (!contact) {
        if (people == 1 && m_shown && m_shown->id == chosen().front())
            return; // their page is read again
        m_shown.reset();
        if (people > 1)
            m_panel->showSeveral(people);
        else
            m_panel->showNobody();
        return;
    }
    if (!m_shown || m_shown->id != contact->id)
        m_showsWholeHistory = false;
    if (m_shown != *contact) {
        m_shown = *contact;
        m_panel->showContact(*contact, m_model.phoneFormat());
    }
    emit historyWanted(contact->id, m_showsWholeHistory);
}

void ContactsPage::showMenu(const QPoint &position)
{
    if (chosenCount() == 0)
        return;
    auto *menu = new QMenu{this};
    menu->setObjectName(u"contactRowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, auto action) {
        connect(menu->addAction(text), &QAction::triggered, this, action);
    };
    if (const Contact *contact = single()) {
        add(tr("Edit…"), [this] { askForChanges(); });
        if (consentOf(*contact) != ConsentState::OptedIn)
            add(tr("Note their consent…"), [this] { askForConsent(); });
    }
    add(tr("Add tag…"), [this] { askForTag(true); });
    if (m_figures && !m_figures->tags.empty())
        add(tr("Remove tag…"), [this] { askForTag(false); });
    add(tr("Export…"), [this] { emit exportRequested(chosen()); });
    menu->addSeparator();
    add(tr("Opt out…"), [this] { askToOptOut(); });
    add(tr("Erase…"), [this] { askToErase(); });
    menu->popup(position);
}

bool ContactsPage::isEditing() const
{
    // Open for any reason, in spite of its name.
    return m_table->isPersistentEditorOpen(m_table->currentIndex());
}

ContactsPage::People ContactsPage::chosen() const
{
    People people;
    people.reserve(static_cast<size_t>(chosenCount()));
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        const auto last = std::min(static_cast<size_t>(range.bottom()) + 1, m_people->size());
        for (auto row = static_cast<size_t>(range.top()); row < last; ++row)
            people.push_back((*m_people)[row]);
    }
    return people;
}

qint64 ContactsPage::chosenCount() const
{
    qint64 people = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        people += range.height();
    return people;
}

const Contact *ContactsPage::single() const
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    return selection.size() == 1 && selection.front().height() == 1
        ? m_model.contactAt(selection.front().top())
        : nullptr;
}

void ContactsPage::askForPerson()
{
    m_newPerson = new ContactFormDialog{m_figures ? m_figures->attributes : std::vector<Attribute>{}, this};
    connect(m_newPerson, &ContactFormDialog::submitted, this, &ContactsPage::added);
    m_newPerson->open();
}

void ContactsPage::askForChanges()
{
    const Contact *contact = single();
    if (!contact)
        return;
    auto *dialog = new ContactFormDialog{
        *contact, m_figures ? m_figures->attributes : std::vector<Attribute>{}, m_model.phoneFormat(), this};
    connect(dialog, &ContactFormDialog::submitted, this,
            [this, id = contact->id](const ContactForm &form) { emit edited(id, form); });
    dialog->open();
}

void ContactsPage::askForConsent()
{
    const Contact *contact = single();
    if (!contact)
        return;
    auto *dialog = new ConsentDialog{consentOf(*contact) == ConsentState::OptedOut, m_clock, this};
    connect(dialog, &ConsentDialog::noted, this,
            [this, id = contact->id](const OptIn &optIn) { emit optInRequested(id, optIn); });
    dialog->open();
}

void ContactsPage::askForTag(bool adds)
{
    const People people = chosen();
    if (people.empty())
        return;
    auto *dialog = new TagDialog{adds ? TagDialog::Change::Add : TagDialog::Change::Remove,
                                 static_cast<int>(people.size()), m_filters->tags(), this};
    connect(dialog, &TagDialog::chosen, this, [this, people, adds](const QString &tag) {
        if (adds)
            emit tagRequested(people, tag);
        else
            emit untagRequested(people, tag);
    });
    dialog->open();
}

void ContactsPage::askToOptOut()
{
    const People people = chosen();
    if (people.empty())
        return;
    const int count = static_cast<int>(people.size());
    connect(askBeforeLosing(this, tr("Send nothing to these %Ln people any more?", nullptr, count),
                            tr("They stay in the book and get no campaign, wherever their number comes from. "
                               "Campaigns that are being sent leave them out from now on."),
                            tr("Opt out"), tr("Cancel")),
            &QDialog::accepted, this, [this, people] { emit optOutRequested(people); });
}

void ContactsPage::askToErase()
{
    const People people = chosen();
    if (people.empty())
        return;
    const int count = static_cast<int>(people.size());
    connect(askBeforeLosing(
                this, tr("Erase these %Ln people for good?", nullptr, count),
                tr("Their numbers, names, messages and answers leave this workspace; this cannot be undone. "
                   "A one-way code of each number stays, so that nobody writes to it again. What campaigns "
                   "counted stays counted. Backups that you saved elsewhere are not changed."),
                tr("Erase"), tr("Cancel")),
            &QDialog::accepted, this, [this, people] { emit eraseRequested(people); });
}
