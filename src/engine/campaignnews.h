#pragma once

#include "engine/campaignrun.h"

#include <vector>

struct SenderDesk;
class CampaignRoll;

/// What is told about campaigns while they send: progress, what they wait for, and lines for the activity
/// log.
class CampaignNews
{
    Q_DECLARE_TR_FUNCTIONS(CampaignNews)

public:
    CampaignNews(SenderDesk &desk, CampaignRoll &roll);

    /// The progress of every campaign that has some, at most ten times a second.
    void report();
    void reportOn(CampaignRun &run);

    /// The waits that have begun or ended, and the notes of this turn.
    void tellWaits();
    void note(CampaignId campaign, const QString &what);

private:
    StateReason waitOf(CampaignRun &run);
    std::optional<UtcTime> estimatedEnd(const CampaignRun &run, int remaining);
    void writeNotes();

    SenderDesk &m_desk;
    CampaignRoll &m_roll;
    std::vector<std::pair<CampaignId, QString>> m_notes;
};
