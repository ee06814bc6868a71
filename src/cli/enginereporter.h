#pragma once

#include "domain/campaign.h"
#include "engine/sender.h"

#include <QHash>

class Terminal;

/// Says what the engine does: JSON lines for programs, messages and a progress bar for people. Never holds up
/// sending.
class EngineReporter
{
public:
    explicit EngineReporter(Terminal &terminal)
        : m_terminal{terminal}
    {
    }

    void progress(const ProgressReport &report);
    void state(CampaignId campaign, CampaignState state, const StateReason &reason);
    /// An empty reason: it goes on.
    void waiting(CampaignId campaign, const StateReason &reason);
    void recovered(int unconfirmed);

private:
    Terminal &m_terminal;
    QHash<CampaignId, QString> m_waitingFor; ///< the reason said last
};
