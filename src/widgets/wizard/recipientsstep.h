#pragma once

#include "base/result.h"
#include "presentation/audience.h"
#include "presentation/contactaudience.h"
#include "presentation/recipienttablemodel.h"
#include "widgets/wizard/wizardsteppage.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class AudienceCheckPanel;
class AudienceChooser;
class AudienceDialog;
class HintLine;
class PeoplePanel;
class PersonDialog;
class QProgressBar;
class QStackedWidget;
class Toast;

/// Step 2: who gets the campaign. Nobody yet: choose a file, paste, or add people. A file: check it. People:
/// the list.
class RecipientsStep final : public WizardStepPage
{
    Q_OBJECT

public:
    explicit RecipientsStep(PhoneFormat phoneFormat, QWidget *parent = nullptr);

    /// Whether people can also be taken from the contact book; not at first.
    void setContactsOffered(bool isOffered);
    /// What is asked while nobody is there.
    void setQuestion(const QString &question);
    /// Columns that the message is not filled in with become attributes of the people.
    void keepOtherColumns();
    void setCountries(const QStringList &countries);
    void setTemplate(const std::optional<MessageTemplate> &messageTemplate);

    void setPeople(qint64 people);
    void setPeopleTotal(const QString &search, int total);
    RecipientTableModel &people();

    /// Answers to contactsWanted() and contactCountWanted().
    void showContactChoices(const ContactAudienceChoices &choices);
    void setContactCount(const ContactAudience &audience, qint64 people);
    /// The segment or tag that the draft follows; empty: none.
    void setFollowed(const QString &name);

    void setReadingProgress(double share);
    void setPreview(const AudiencePreview &preview);
    void setReadingError(const Error &error);
    void setImportProgress(qint64 done, qint64 total);
    void setImported(qint64 people);
    void setImportError(const Error &error);
    void setPersonAdded(qint64 people);
    void setPersonProblem(const QString &sentence);

    /// The import was stopped: nobody joined, the file is checked as before.
    void setImportStopped();
    /// Another draft comes next; what was read for the last one is forgotten.
    void forgetDraft();
    void showDraft(const CampaignDraft &draft) override;
    void writeTo(CampaignDraft &draft) const override;
    void focusFirst() override;
    bool leadsElsewhere() const override;

    /// Rows of the present file were fixed or left out by hand, and that would be lost with it.
    bool hasEditedRows() const;
    /// A file was checked and its people are not in the draft yet.
    bool hasUnaddedPeople() const;
    bool isReading() const { return m_isReading; }
    /// In the draft, and about to join it.
    qint64 audienceSize() const;
    void addCheckedPeople();

signals:
    void audienceChanged();
    void contactsWanted();
    void segmentsWanted();
    void contactCountWanted(const ContactAudience &audience);
    void contactAudienceChosen(const ContactAudience &audience);
    void previewWanted(const AudienceSource &source, const AudienceChoices &choices);
    void readingCancelWanted();
    void importWanted(const AudienceSource &source, const AudienceChoices &choices);
    void saveRejectedWanted(const AudienceSource &source, const AudienceChoices &choices,
                            const QString &path);
    void addPersonWanted(const PersonEntry &person);
    void removePeopleWanted(const std::vector<Recipient> &people);
    void restorePeopleWanted(const std::vector<Recipient> &people);
    void removeEverybodyWanted();
    void peopleWanted(const QString &search);
    void peoplePageWanted(const QString &search, const PageRequest &request);

protected:
    void showProblem(DraftField field, const QString &sentence) override;
    void focusField(DraftField field) override;
    std::vector<DraftField> fields() const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class View { Choose, Check, People };

    void connectChooser();
    void connectCheck();
    void connectPeople();
    void showView(View view);
    void showFittingView();
    void chooseFile();
    void paste();
    void addPerson();
    void open(const AudienceSource &source);
    void readAgain();
    void forgetSource();
    void saveRejected();
    void removePeople(const std::vector<Recipient> &people);
    void removeEverybody();
    void offerUndo(const QString &message, std::function<void()> undo);

    AudienceSource m_source;
    AudienceChoices m_choices;
    Variables m_defaults;
    std::vector<TemplateVariable> m_variables;
    std::optional<AudiencePreview> m_checked; ///< of m_source with m_choices
    std::optional<AudiencePreview> m_added; ///< the last one whose people joined the draft
    AudienceChoices m_addedChoices;
    qint64 m_people = 0;
    bool m_isReading = false;
    bool m_isReadPending = false;
    QTimer m_readTimer;
    std::function<void()> m_undo;
    QPointer<PersonDialog> m_personDialog;
    QPointer<AudienceDialog> m_audienceDialog;

    QStackedWidget *m_views;
    AudienceChooser *m_chooser;
    AudienceCheckPanel *m_check;
    PeoplePanel *m_list;
    HintLine *m_problem;
    QProgressBar *m_importProgress;
    Toast *m_toast = nullptr;
};
