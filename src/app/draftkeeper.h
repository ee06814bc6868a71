#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "presentation/campaigndraft.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class CampaignWizard;

/// Stores the draft that is open in the wizard, whenever it changes, and lets others wait until that is done.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(CampaignId)>;

    DraftKeeper(const Workbench &bench, CampaignWizard &wizard, QObject *parent);

    /// From now on about this one; what waits of the one before is stored first.
    void begin(const CampaignDraft &draft);
    /// 0 until it was stored.
    CampaignId draft() const { return m_draft; }

    /// Runs it with the stored draft's id, when all changes so far are stored.
    void withStored(Answer then);
    /// The same, after storing what was typed a moment ago; at once where nothing waits.
    void whenSaved(std::function<void()> then);
    /// The wizard tells changes after a moment; this does not wait for it.
    void saveWhatWaits();

signals:
    void saved(CampaignId draft);

private:
    void save(const CampaignDraft &draft);
    void noteSaved(const Result<CampaignId> &draft, UtcTime at);

    Workbench m_bench;
    CampaignWizard &m_wizard;

    /// The id of the draft, known to the work that stores it before the window knows it. Used by short work
    /// only.
    struct StoredDraft
    {
        CampaignId id;
    };
    std::shared_ptr<StoredDraft> m_stored;
    CampaignId m_draft;
    CampaignDraft m_begun; ///< as it was opened: a new one that was not touched since is not kept
    CampaignDraft m_lastSaved;
    int m_savesUnderWay = 0;
    std::vector<Answer> m_whenStored;
};
