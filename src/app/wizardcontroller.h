#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/segmentrule.h"
#include "presentation/campaigndraft.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class CampaignWizard;
class DraftAudience;
class DraftKeeper;
class DraftReview;
class Session;

/// Drafts campaigns: opens a draft in the wizard and tells the wizard what it has to know besides.
class WizardController : public QObject
{
    Q_OBJECT

public:
    explicit WizardController(const Workbench &bench, QObject *parent);

    void startNew();
    /// A new draft with this template chosen already.
    void startWith(const QString &templateName, const QString &language);
    /// A new draft that follows this rule until it is sent. `name`: of the segment, as far as it has one.
    void startForRule(const QString &name, const SegmentRule &rule);
    void resume(CampaignId draft, std::optional<WizardStep> step = std::nullopt);

    /// The draft that is open already.
    void showAgain();

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
    void segmentsRequested();
    void ratesRequested();
    void saved(CampaignId draft);

private:
    struct Surroundings;
    struct Opened;

    void open(const Opened &opened, std::optional<WizardStep> step);
    void begin(std::function<void(Session &, CampaignDraft &)> prepare, std::function<void()> then = {});

    Workbench m_bench;
    CampaignWizard *m_wizard;
    DraftKeeper *m_keeper;
    DraftAudience *m_audience;
    DraftReview *m_review;
};
