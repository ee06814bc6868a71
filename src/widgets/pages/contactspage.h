#pragma once

#include "base/result.h"
#include "domain/contact.h"
#include "presentation/contactchoices.h"
#include "presentation/contacttablemodel.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class Banner;
class Button;
class ContactFilters;
class ContactFormDialog;
class ContactPanel;
class DataTable;
class PageHeader;
class QStackedWidget;
class StatePanel;

/// The contact book: everybody in a table of any length, and who is chosen beside it.
class ContactsPage : public QWidget
{
    Q_OBJECT

public:
    using People = std::vector<ContactId>;

    /// `model` must outlive the page.
    ContactsPage(ContactTableModel &model, const Clock &clock, QWidget *parent = nullptr);

    void setFigures(const ContactFigures &figures);
    /// The answer to listWanted(): everybody who matches, in order. An answer to an earlier one is ignored.
    void setPeople(const ContactFilter &filter, std::shared_ptr<const People> people);
    /// Whose rows the table shows.
    const std::shared_ptr<const People> &people() const { return m_people; }
    /// The answer to historyWanted(), the latest first. `isCut`: there is more.
    void setHistory(ContactId contact, const std::vector<ContactHappening> &history, bool isCut);
    /// The contact book cannot be read; what is on screen stays, under a banner.
    void showError(const Error &error);
    /// The answers to added().
    void setAdded();
    void setAddProblem(const QString &sentence);

    const ContactFilter &filter() const { return m_filter; }
    /// As if somebody typed it.
    void searchFor(const QString &text);

signals:
    void listWanted(const ContactFilter &filter);
    /// The list and the figures, again.
    void readingWanted();
    void historyWanted(ContactId contact, bool isAll);
    void importRequested();
    void segmentsRequested();
    void duplicatesRequested();
    void exportRequested(const ContactsPage::People &people);
    void added(const ContactForm &form);
    void edited(ContactId contact, const ContactForm &form);
    void optInRequested(ContactId contact, const OptIn &optIn);
    void tagRequested(const ContactsPage::People &people, const QString &tag);
    void untagRequested(const ContactsPage::People &people, const QString &tag);
    /// Asked already.
    void optOutRequested(const ContactsPage::People &people);
    void eraseRequested(const ContactsPage::People &people);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    QWidget *buildList();
    void connectFilters();
    void connectTable();
    void connectPanel();
    void connectShortcuts();
    void applyFilter();
    void showEverybody();
    void setOrder(ContactFilter::Order order, bool isDescending);
    void refreshContext();
    void refreshState();
    void showChosen();
    void showMenu(const QPoint &position);
    bool isEditing() const;
    People chosen() const;
    qint64 chosenCount() const;
    const Contact *single() const;
    void askForPerson();
    void askForChanges();
    void askForConsent();
    void askForTag(bool adds);
    void askToOptOut();
    void askToErase();

    ContactTableModel &m_model;
    const Clock &m_clock;
    ContactFilter m_filter; ///< as chosen
    std::optional<ContactFilter> m_listed; ///< of the list that is shown
    std::shared_ptr<const People> m_people = std::make_shared<const People>();
    std::optional<ContactFigures> m_figures;
    std::optional<Contact> m_shown; ///< in the panel, alone
    bool m_showsWholeHistory = false; ///< of that person
    bool m_isListDue = false; ///< another one came while a cell was written in
    QPointer<ContactFormDialog> m_newPerson;

    PageHeader *m_header;
    Button *m_segments;
    Button *m_export;
    Button *m_more;
    Button *m_add;
    Button *m_import;
    Banner *m_banner;
    ContactFilters *m_filters;
    DataTable *m_table;
    QStackedWidget *m_tableStack;
    StatePanel *m_nobody;
    ContactPanel *m_panel;
    QStackedWidget *m_stack;
    StatePanel *m_state;
};
