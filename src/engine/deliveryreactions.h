#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/deliveryevent.h"

#include <vector>

class Clock;
class SendLedger;

/// Pauses (or ends) what delivery events show to be in trouble: a `failed` event whose code is about the
/// account pauses all its campaigns, one about the template or the campaign pauses that campaign. A code with
/// which Meta ends things ends the campaign it came for, and no other one. What an
/// event does to its own recipient is written by whoever applied it.
class DeliveryReactions
{
public:
    DeliveryReactions(SendLedger &ledger, const Clock &clock);

    /// Whether such an event asks for anything at all.
    static bool reactsTo(const AppliedEvent &event);

    /// Returns the campaigns whose state changed. Only events that were applied count.
    Result<std::vector<CampaignId>> reactTo(const std::vector<AppliedEvent> &events);

private:
    SendLedger &m_ledger;
    const Clock &m_clock;
};
