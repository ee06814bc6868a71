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

Result<std::vector<CampaignId>> DeliveryReactions::reactTo(const std::vector<AppliedEvent> &events)
{
    std::vector<std::pair<qint64, int>> seen; // a batch often carries one trouble a hundred times
    std::vector<CampaignId> changed;
    for (const AppliedEvent &event : events) {
        const std::pair trouble{event.campaignId, event.errorCode};
        if (!event.applied || event.campaignId == 0 || event.errorCode == 0
            || std::find(seen.begin(), seen.end(), trouble) != seen.end())
            continue;
        seen.push_back(trouble);
        const std::optional<CampaignReaction> reaction =
            reactionTo(errorEntry(event.errorCode), event.errorCode);
        if (!reaction)
            continue;
        const Result<Campaign> campaign = m_ledger.campaign(CampaignId{event.campaignId});
        if (!campaign && campaign.error().kind == ErrorKind::NotFound)
            continue; // deleted meanwhile
        if (!campaign)
            return campaign.error();
        if (reaction->reach == CampaignReaction::Reach::Account) {
            const Result<std::vector<CampaignId>> all =
                m_ledger.changeAll(campaign->accountId, reaction->event, reaction->reason, m_clock.now());
            if (!all)
                return all.error();
            changed.insert(changed.end(), all->begin(), all->end());
            continue;
        }
        const Result<CampaignState> state =
            m_ledger.change(campaign->id, reaction->event, reaction->reason, m_clock.now());
        if (!state && state.error().kind == ErrorKind::NotFound)
            continue;
        if (!state)
            return state.error();
        if (*state != campaign->state)
            changed.push_back(campaign->id);
    }
    return changed;
}
