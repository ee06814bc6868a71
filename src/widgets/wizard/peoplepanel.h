#pragma once

#include "presentation/recipienttablemodel.h"

#include <QTimer>
#include <QWidget>

class Banner;
class Button;
class DataTable;
class QAbstractItemDelegate;
class QAction;
class QMenu;
class SearchField;
class TextLabel;

/// The people who are in the draft already: a table of any length, with search and removal.
class PeoplePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PeoplePanel(PhoneFormat phoneFormat, QWidget *parent = nullptr);

    void setVariables(const std::vector<TemplateVariable> &variables);
    void setDefaults(const Variables &defaults);
    void setPeople(qint64 people);
    void setTotal(const QString &search, int total);
    /// Whether people can also be taken from the contact book; not at first.
    void setContactsOffered(bool isOffered);
    /// The segment or tag that the draft follows; empty: none.
    void setFollowed(const QString &name);
    /// The last file left people out: how many of them.
    void setLeftOver(int invalid);
    /// Ask for the list again: people were added or removed.
    void reload();

    RecipientTableModel &model() { return m_model; }

signals:
    void contactsRequested();
    void fileRequested();
    void pasteRequested();
    void personRequested();
    void removeRequested(const std::vector<Recipient> &people);
    void removeEverybodyRequested();
    void showLeftOverRequested();
    void peopleWanted(const QString &search);
    void pageWanted(const QString &search, const PageRequest &request);

private:
    QLayout *makeHead();
    QMenu *makeAddMenu();
    void connectAll();
    void layOutColumns();
    void removeSelected();

    RecipientTableModel m_model;
    std::vector<TemplateVariable> m_variables;
    qint64 m_people = 0;
    QTimer m_searchTimer;
    QString m_listedSearch;
    bool m_isListed = false;

    Banner *m_followed;
    Banner *m_banner;
    TextLabel *m_title;
    SearchField *m_search;
    Button *m_removeButton;
    DataTable *m_table;
    QAction *m_fromContacts = nullptr;
    QAbstractItemDelegate *m_valueCells;
};
