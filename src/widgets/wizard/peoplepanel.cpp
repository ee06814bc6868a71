#include "widgets/wizard/peoplepanel.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/wizard/importdelegates.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PeoplePanel::PeoplePanel(PhoneFormat phoneFormat, QWidget *parent)
    : QWidget{parent}
    , m_model{std::move(phoneFormat)}
    , m_followed{new Banner}
    , m_banner{new Banner}
    , m_title{new TextLabel{{}, TypeRole::CardTitle}}
    , m_search{new SearchField{tr("Phone or name")}}
    , m_removeButton{new Button{tr("Remove"), ButtonKind::Quiet, u"delete"_s}}
    , m_table{new DataTable}
{
    auto *showLeftOver = new Button{tr("Show them")};
    showLeftOver->setSmall(true);
    m_banner->addAction(showLeftOver);
    m_banner->hide();
    m_followed->setObjectName(u"followedBanner"_s);
    m_followed->hide();
    connect(showLeftOver, &Button::clicked, this, &PeoplePanel::showLeftOverRequested);

    auto *card = new Card{0};
    card->column()->addLayout(makeHead());
    card->column()->addWidget(new Hairline);
    m_table->setObjectName(u"peopleTable"_s);
    m_table->setAccessibleName(tr("People of this campaign"));
    m_table->setRowHeight(36);
    m_table->setMultiSelection(true);
    m_table->setModel(&m_model);
    card->column()->addWidget(m_table, 1);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_followed);
    column->addWidget(m_banner);
    column->addWidget(card, 1);
    m_valueCells = new ValueDelegate{m_table};
    layOutColumns();
    connectAll();
}

void PeoplePanel::setVariables(const std::vector<TemplateVariable> &variables)
{
    m_variables = variables;
    m_model.setVariables(variables);
    layOutColumns();
}

void PeoplePanel::setDefaults(const Variables &defaults)
{
    m_model.setDefaults(defaults);
}

void PeoplePanel::setPeople(qint64 people)
{
    m_people = people;
    m_title->setText(tr("%Ln people in this campaign", nullptr, static_cast<int>(people)));
}

void PeoplePanel::setTotal(const QString &search, int total)
{
    if (search != m_search->text().trimmed())
        return;
    m_listedSearch = search;
    m_isListed = true;
    m_model.startList(total);
}

void PeoplePanel::setContactsOffered(bool isOffered)
{
    m_fromContacts->setVisible(isOffered);
}

void PeoplePanel::setFollowed(const QString &name)
{
    m_followed->setVisible(!name.isEmpty());
    if (!name.isEmpty())
        m_followed->setMessage(Tone::Blue, tr("This campaign follows “%1”.").arg(name),
                               tr("Until it is sent, whoever joins is added and whoever leaves is taken out. "
                                  "People whom you remove here stay out."));
}

void PeoplePanel::setLeftOver(int invalid)
{
    m_banner->setVisible(invalid > 0);
    if (invalid > 0)
        m_banner->setMessage(Tone::Amber, tr("%Ln numbers of the last file were left out.", nullptr, invalid),
                             tr("You can still fix them and add those people."));
}

void PeoplePanel::reload()
{
    emit peopleWanted(m_search->text().trimmed());
}

QLayout *PeoplePanel::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 16, 10);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch();
    m_search->setObjectName(u"peopleSearch"_s);
    m_search->setProperty("small", true);
    m_search->setFixedWidth(scaledWithText(200));
    m_removeButton->setSmall(true);
    m_removeButton->setObjectName(u"removePeople"_s);
    auto *add = new Button{tr("Add more"), ButtonKind::Outlined, u"plus"_s};
    add->setSmall(true);
    add->setObjectName(u"addMore"_s);
    auto *more = Button::iconOnly(u"more"_s, tr("More about these people"));
    more->setSmall(true);
    add->setMenu(makeAddMenu());
    auto *moreMenu = new QMenu{this};
    connect(moreMenu->addAction(tr("Remove everybody…")), &QAction::triggered, this,
            &PeoplePanel::removeEverybodyRequested);
    more->setMenu(moreMenu);
    head->addWidget(m_removeButton);
    head->addWidget(m_search);
    head->addWidget(add);
    head->addWidget(more);
    return head;
}

QMenu *PeoplePanel::makeAddMenu()
{
    auto *menu = new QMenu{this};
    m_fromContacts = menu->addAction(tr("From your contacts…"));
    m_fromContacts->setVisible(false);
    connect(m_fromContacts, &QAction::triggered, this, &PeoplePanel::contactsRequested);
    connect(menu->addAction(tr("From a file…")), &QAction::triggered, this, &PeoplePanel::fileRequested);
    connect(menu->addAction(tr("Paste numbers…")), &QAction::triggered, this, &PeoplePanel::pasteRequested);
    connect(menu->addAction(tr("One person…")), &QAction::triggered, this, &PeoplePanel::personRequested);
    return menu;
}

void PeoplePanel::connectAll()
{
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(200ms);
    connect(&m_searchTimer, &QTimer::timeout, this,
            [this] { emit peopleWanted(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_removeButton, &Button::clicked, this, &PeoplePanel::removeSelected);
    connect(m_table, &DataTable::deleteRequested, this, &PeoplePanel::removeSelected);
    connect(m_table, &DataTable::rowMenuRequested, this, [this](const QModelIndex &, const QPoint &position) {
        auto *menu = new QMenu{this};
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu->addAction(tr("Remove")), &QAction::triggered, this, &PeoplePanel::removeSelected);
        menu->popup(position);
    });
    const auto enableRemoving = [this] {
        m_removeButton->setEnabled(m_table->selectionModel()->hasSelection());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, enableRemoving);
    connect(&m_model, &QAbstractItemModel::modelReset, this, enableRemoving);
    connect(&m_model, &RecipientTableModel::pageWanted, this,
            [this](const PageRequest &request) { emit pageWanted(m_listedSearch, request); });
    enableRemoving();
}

void PeoplePanel::layOutColumns()
{
    std::vector<TableColumn> columns{
        {RecipientTableModel::Phone, 170, false, 0},
        {RecipientTableModel::Name,  180, true,  0}
    };
    for (int i = 0; i < static_cast<int>(m_variables.size()); ++i) {
        const int column = m_model.firstValueColumn() + i;
        columns.push_back({column, 140, true, i >= 3 ? 1 : 0});
        m_table->setItemDelegateForColumn(column, m_valueCells);
    }
    for (int column = RecipientTableModel::Status; column < RecipientTableModel::ColumnCount; ++column)
        m_table->setColumnHidden(column, true);
    m_table->setColumns(std::move(columns));
}

void PeoplePanel::removeSelected()
{
    std::vector<Recipient> people;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected) {
        if (const Recipient *recipient = m_model.recipientAt(index.row()))
            people.push_back(*recipient);
    }
    if (!people.empty())
        emit removeRequested(people);
}
