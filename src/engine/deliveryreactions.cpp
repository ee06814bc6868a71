#include "engine/deliveryreactions.h"

#include "base/clock.h"
#include "domain/ports/sendledger.h"
#include "engine/retrypolicy.h"

#include <algorithm>

DeliveryReactions::DeliveryReactions(SendLedger &ledger, const Clock &clock)
    : m_ledger{ledger}
    , m_clock{clock}
{
}

bool DeliveryReactions::reactsTo(const AppliedEvent &event)
{
    return event.applied && event.campaignId != 0 && event.errorCode != 0
        && reactionTo(errorEntry(event.errorCode), event.errorCode);
}

Result<std::vector<CampaignId>> DeliveryReactions::reactTo(const std::vector<AppliedEvent> &events)
{
    std::vector<std::pair<qint64, int>> seen; // a batch often carries one trouble a hundred times
    std::vector<CampaignId> changed;
    for (const AppliedEvent &event : events) {
        const std::pair trouble{event.campaignId, event.errorCode};
        if (!reactsTo(event) || std::find(seen.begin(), seen.end(), trouble) != seen.end())
            continue;
        seen.push_back(trouble);
        const std::optional<CampaignReaction> reaction =
            reactionTo(errorEntry(event.errorCode), event.errorCode);
        const Result<Campaign> campaign = m_ledger.campaign(CampaignId{event.campaignId});
        if (!campaign && campaign.error().kind == ErrorKind::NotFound)
            continue; // deleted meanwhile
        if (!campaign)
            return campaign.error();
        const Result<CampaignState> state =
            m_ledger.change(campaign->id, reaction->event, reaction->reason, m_clock.now());
        if (!state && state.error().kind != ErrorKind::NotFound)
            return state.error();
        if (state && *state != campaign->state)
            changed.push_back(campaign->id);
        if (reaction->reach == CampaignReaction::Reach::Campaign)
            continue;
        const Result<std::vector<CampaignId>> others =
            m_ledger.changeAll(campaign->accountId, CampaignEvent::Pause, reaction->reason, m_clock.now());
        if (!others)
            return others.error();
        changed.insert(changed.end(), others->begin(), others->end());
    }
    return changed;
}
