#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "presentation/audience.h"
#include "presentation/campaigndraft.h"
#include "presentation/wizardfacts.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class CampaignWizard;
class RecipientLister;
class SampleReading;
class Session;
struct Recipient;

/// Drafts campaigns: opens a draft in the wizard, saves what changes, and answers what the wizard asks.
class WizardController : public QObject
{
    Q_OBJECT

public:
    explicit WizardController(const Workbench &bench, QObject *parent);
    ~WizardController() override;

    void startNew();
    /// A new draft with this template chosen already.
    void startWith(const QString &templateName, const QString &language);
    void resume(CampaignId draft, std::optional<WizardStep> step = std::nullopt);

    /// The templates were read or synced.
    void setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);
    void setSyncing(bool syncing);
    void setSyncError(const Error &error);
    /// Numbers, country, zone: read again, because the settings changed.
    void readSurroundings();

    /// Once everything is stored that a person has typed; at once where nothing waits.
    void whenSaved(std::function<void()> then);

signals:
    void closed(CampaignId draft);
    /// Created, scheduled or sent.
    void finished(const Campaign &campaign);
    void syncRequested();
    void connectRequested();
    void saved(CampaignId draft);

private:
    struct Surroundings;
    struct Opened;
    using Answer = std::function<void(CampaignId)>;

    void connectDraft();
    void connectAudience();
    void connectPeople();
    void connectReview();

    void open(const Opened &opened, std::optional<WizardStep> step);
    void begin(std::function<void(Session &, CampaignDraft &)> prepare);
    void save(const CampaignDraft &draft);
    /// The wizard tells changes after a moment; this does not wait for it.
    void saveWhatWaits();
    void noteSaved(const Result<CampaignId> &draft, UtcTime at);
    /// Runs it with the stored draft's id, when all changes so far are stored.
    void withStored(Answer then);

    void readAudience(const AudienceSource &source, const AudienceChoices &choices);
    void importAudience(const AudienceSource &source, const AudienceChoices &choices);
    void saveRejected(const AudienceSource &source, const AudienceChoices &choices, const QString &path);
    void addPerson(const PersonEntry &person);
    void addPeople(const std::vector<Recipient> &people);
    void removePeople(const std::vector<Recipient> &people);
    void removeEverybody();
    void countPeople();

    void check();
    void showSample(const SampleChoice &choice);
    void sendTest(const QString &phone);
    void keepDraft();
    void schedule(const CampaignDraft &draft);
    void send();
    void finishWith(const Result<Campaign> &campaign);

    Workbench m_bench;
    CampaignWizard *m_wizard;
    RecipientLister *m_lister;
    QString m_country; ///< for numbers without one

    /// The id of the draft, known to the work that stores it before the window knows it. Used by short work
    /// only.
    struct StoredDraft
    {
        CampaignId id;
    };
    std::shared_ptr<StoredDraft> m_stored;
    CampaignId m_draft; ///< 0 until it was stored
    CampaignDraft m_begun; ///< as it was opened: a new one that was not touched since is not kept
    CampaignDraft m_lastSaved;
    int m_savesUnderWay = 0;
    std::vector<Answer> m_whenStored;

    CancelToken m_reading;
    CancelToken m_importing;
    CancelToken m_checking;
    std::shared_ptr<SampleReading> m_samples; ///< used by long work only
    RecipientSample m_sample; ///< whose message is on screen
};
