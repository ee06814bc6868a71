#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/preflight.h"
#include "presentation/audience.h"
#include "presentation/campaigndraft.h"
#include "presentation/contactaudience.h"
#include "presentation/recipienttablemodel.h"
#include "presentation/wizardfacts.h"
#include "presentation/wording.h"

#include <QWidget>

#include <optional>
#include <vector>

class DetailsStep;
class DraftSaving;
class PageHeader;
class RecipientsStep;
class ReviewStep;
class SettingsStep;
class StepIndicator;
class WizardFooter;
class WizardSteps;

/// The four steps in which a campaign is drafted, as a page of the main window. It keeps the draft, checks it
/// as a person types and asks for everything else by signals; each question has a setter that answers it.
///
/// Every change is told by draftChanged() within half a second, and at once before any other request, so that
/// whoever stores drafts loses nothing.
class CampaignWizard final : public QWidget
{
    Q_OBJECT

public:
    /// `clock` must outlive the wizard.
    CampaignWizard(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent = nullptr);

    /// Starts a new draft, or goes on with an earlier one where it was left. `peopleInDraft` are those stored
    /// already.
    void open(const CampaignDraft &draft, qint64 peopleInDraft = 0);
    const CampaignDraft &draft() const { return m_draft; }
    WizardStep step() const { return m_draft.step; }

    // What the workspace knows.
    void setSenders(const std::vector<SenderNumber> &senders);
    void setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);
    void setSyncing(bool syncing);
    void setSyncError(const Error &error);
    /// ISO codes that numbers without a country may be read by.
    void setCountries(const QStringList &countries);
    /// The zone in which the window and the schedule are meant.
    void setZone(const QTimeZone &zone);
    /// What Meta reported for the number; nothing: it never did.
    void setThroughput(std::optional<int> perSecond);
    void setPractice(bool practice);

    // Answers to draftChanged().
    void setSaved(CampaignId id, UtcTime at);
    void setSaveError(const Error &error);

    // Answers to previewWanted(), in any number of steps.
    void setReadingProgress(double share);
    void setAudiencePreview(const AudiencePreview &preview);
    void setAudienceError(const Error &error);

    // Answers to importWanted(). After importCancelWanted() either of them ends it; the file stays to be
    // added.
    void setImportProgress(qint64 done, qint64 total);
    void setImported(qint64 peopleInDraft);
    void setImportError(const Error &error);

    // Answers to addPersonWanted() and removePeopleWanted().
    void setPersonAdded(qint64 peopleInDraft);
    void setPersonProblem(const QString &sentence);
    void setPeopleInDraft(qint64 people);

    // Answers to contactsWanted() and contactCountWanted(). contactAudienceChosen() is answered by
    // setPeopleInDraft() or setContactError(), and setFollowed() where the draft follows a rule.
    void showContactChoices(const ContactAudienceChoices &choices);
    void setContactCount(const ContactAudience &audience, qint64 people);
    void setContactError(const Error &error);
    void setFollowed(const QString &name);

    // Answers to peopleWanted() and peoplePageWanted().
    void setPeopleTotal(const QString &search, int total);
    RecipientTableModel &people();

    // Answers to checkWanted() and sampleWanted().
    /// `cost`: nothing where no rate card tells it.
    void setChecks(const std::vector<PreflightCheck> &checks, const std::optional<SendEstimate> &estimate,
                   const std::optional<CostEstimate> &cost = {});
    /// Of the rate card that prices its messages; nothing: there is none.
    void setRatesCurrency(const std::optional<QString> &currency);
    void setChecksError(const Error &error);
    void setSample(const RecipientSample &sample);

    // Answers to testMessageWanted().
    void setTestSent();
    void setTestError(const Error &error);

    /// Creating, scheduling or sending was refused; the draft is as it was.
    void setFinishError(const Error &error);

signals:
    void draftChanged(const CampaignDraft &draft);
    /// The draft was saved as far as it can be; show something else.
    void closeRequested();

    void syncTemplatesWanted();
    void connectNumberWanted();

    void previewWanted(const AudienceSource &source, const AudienceChoices &choices);
    void readingCancelWanted();
    /// Everybody accepted in this source joins the draft; people who are in it already keep one entry.
    void importWanted(const AudienceSource &source, const AudienceChoices &choices);
    void importCancelWanted();
    void saveRejectedWanted(const AudienceSource &source, const AudienceChoices &choices,
                            const QString &path);
    void contactsWanted();
    /// To make a segment or change one, and to come back to this draft.
    void segmentsWanted();
    /// The settings where rate cards are imported.
    void ratesWanted();
    void contactCountWanted(const ContactAudience &audience);
    void contactAudienceChosen(const ContactAudience &audience);
    void addPersonWanted(const PersonEntry &person);
    void removePeopleWanted(const std::vector<Recipient> &people);
    void restorePeopleWanted(const std::vector<Recipient> &people);
    void removeEverybodyWanted();
    /// How many people of the draft match; empty: all.
    void peopleWanted(const QString &search);
    void peoplePageWanted(const QString &search, const PageRequest &request);

    void checkWanted(const CampaignDraft &draft);
    void sampleWanted(const SampleChoice &choice);
    void testMessageWanted(const QString &phone);

    /// Finish: keep as a draft, arm for `draft.scheduledFor`, or send now.
    void createWanted(const CampaignDraft &draft);
    void scheduleWanted(const CampaignDraft &draft);
    void sendWanted(const CampaignDraft &draft);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectRecipients();
    void connectReview();

    void noteEdit();
    void saveNow();
    void showSaveState();
    void refresh();
    void refreshFooter(const DraftFacts &known);
    void showStep(WizardStep step);
    void goTo(WizardStep step);
    void goNext();
    void goBack();
    void saveAndClose();
    void finish(SendWhen when);
    void confirmSending();
    void requestChecks();
    void setBusy(bool busy);

    CampaignDraft m_draft;
    qint64 m_people = 0;
    std::optional<WizardStep> m_goingTo; ///< waits for an import
    bool m_isOpening = false;
    bool m_isImportStopped = false; ///< by a person; its answer has not come yet
    bool m_isBusy = false;

    PageHeader *m_header;
    StepIndicator *m_indicator;
    DraftSaving *m_saving;
    WizardSteps *m_steps;
    DetailsStep *m_details;
    RecipientsStep *m_recipients;
    SettingsStep *m_settings;
    ReviewStep *m_review;
    WizardFooter *m_footer;
};
