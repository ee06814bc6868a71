#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "presentation/audience.h"
#include "presentation/contactimportterms.h"
#include "presentation/wording.h"

#include <QWidget>

class Button;
class ImportTermsPanel;
class RecipientsStep;
class QBoxLayout;
class TextLabel;

/// A file or a pasted list on its way into the contact book: read, mapped and checked as for a campaign, and
/// beside it what is true of everybody in it.
class ContactImportPage : public QWidget
{
    Q_OBJECT

public:
    ContactImportPage(const PhoneFormat &phoneFormat, const Clock &clock, QWidget *parent = nullptr);

    void setCountries(const QStringList &countries);
    void setKnownTags(const QStringList &tags);
    /// Nothing chosen yet.
    void start();
    void setReadingProgress(double share);
    void setPreview(const AudiencePreview &preview);
    void setReadingError(const Error &error);
    /// In whatever way; the file stays on screen.
    void setImportEnded();
    void setPersonAdded();
    void setPersonProblem(const QString &sentence);

signals:
    void previewWanted(const AudienceSource &source, const AudienceChoices &choices);
    void readingCancelWanted();
    void importWanted(const AudienceSource &source, const AudienceChoices &choices,
                      const ContactImportTerms &terms);
    void saveRejectedWanted(const AudienceSource &source, const AudienceChoices &choices,
                            const QString &path);
    void addPersonWanted(const PersonEntry &person);
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QDate today() const;
    void beginImport();
    void leave();
    void refresh();

    const Clock &m_clock;
    RecipientsStep *m_step;
    ImportTermsPanel *m_terms;
    QBoxLayout *m_body;
    QBoxLayout *m_termsColumn;
    QWidget *m_foot;
    TextLabel *m_note;
    Button *m_import;
    bool m_isImporting = false;
};
