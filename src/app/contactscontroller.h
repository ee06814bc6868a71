#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "presentation/contacttablemodel.h"
#include "widgets/pages/contactspage.h"

#include <QObject>

#include <functional>
#include <memory>

class PacedRead;

/// The contact book in the window: who is in it, and what a person does with them.
class ContactsController : public QObject
{
    Q_OBJECT

public:
    ContactsController(const Workbench &bench, QObject *parent);

    ContactsPage &page() { return *m_page; }

public slots:
    /// Reads the book when its page is looked at, or when we changed it ourselves.
    void load();

signals:
    void importRequested();
    void segmentsRequested();
    void duplicatesRequested();
    void done(const QString &sentence);

private:
    using People = ContactsPage::People;
    using Told = std::function<void(qint64 done, qint64 total)>;

    void connectPage();
    void list(const ContactFilter &filter);
    void readPage(const PageRequest &request);
    void readHistory(ContactId contact, bool isAll);
    void readFigures(std::function<void()> ended);
    void keepIndexed(std::function<void()> ended);
    void addPerson(const ContactForm &form);
    void changePerson(ContactId contact, const ContactForm &form);
    void rename(ContactId contact, const QString &name);
    void retag(ContactId contact, const QStringList &tags);
    void optIn(ContactId contact, const OptIn &optIn);
    void tag(const People &people, const QString &name);
    void untag(const People &people, const QString &name);
    void optOut(const People &people);
    void erase(const People &people);
    void tellOfKeptBackups();
    void askWhereToExport(const People &people);
    void exportTo(const QString &path, const People &people);
    template <typename Work>
    void edit(Work work);
    template <typename Work, typename Then>
    void change(const QString &doing, const QString &failure, Work work, Then then);

    Workbench m_bench;
    ContactTableModel m_model;
    ContactsPage *m_page;
    PacedRead *m_changes;
    PacedRead *m_index;
    QString m_country; ///< of numbers without one
    QString m_lastFolder;
    bool m_isLoaded = false;
};
