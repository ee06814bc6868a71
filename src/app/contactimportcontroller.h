#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "presentation/audience.h"
#include "presentation/contactimportterms.h"

#include <QObject>

class ContactImportPage;
class JobDialog;

/// A file on its way into the contact book: read and checked by the same code as for a campaign, and stored
/// whole or not at all.
class ContactImportController : public QObject
{
    Q_OBJECT

public:
    ContactImportController(const Workbench &bench, QObject *parent);

    ContactImportPage &page() { return *m_page; }

public slots:
    /// Nothing is chosen yet.
    void start();

signals:
    void opened();
    void closed();
    void done(const QString &sentence);

private:
    void connectPage();
    void readFile(const AudienceSource &source, const AudienceChoices &choices);
    void importFile(const AudienceSource &source, const AudienceChoices &choices,
                    const ContactImportTerms &terms);
    void saveRejected(const AudienceSource &source, const AudienceChoices &choices, const QString &path);
    void addPerson(const PersonEntry &person);

    Workbench m_bench;
    ContactImportPage *m_page;
    CancelToken m_reading;
    QString m_country; ///< of numbers without one
};
