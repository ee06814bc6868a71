#pragma once

#include "domain/account.h"
#include "engine/answerbook.h"
#include "engine/handover.h"
#include "engine/ledgerclock.h"
#include "engine/ledgertrouble.h"
#include "engine/numberlane.h"
#include "engine/retrypolicy.h"
#include "engine/sender.h"
#include "engine/waketimer.h"

#include <algorithm>
#include <vector>

/// Trouble that has to be carried out on a campaign, or on all of its number.
struct PendingReaction
{
    CampaignId campaign;
    CampaignReaction reaction;
};

/// What the parts of one sender share.
struct SenderDesk
{
    SenderDesk(Sender &owner, const SenderPorts &outside, const SenderOptions &chosen)
        : sender{owner}
        , ports{outside}
        , options{chosen}
        , wake{outside.clock, &owner}
        , ledgerClock{outside.clock}
        , trouble{outside.clock, wake}
        , handOver{outside.clock, wake}
    {
    }

    void pause(CampaignId campaign, const StateReason &reason)
    {
        reactions.push_back({
            campaign, {CampaignReaction::Reach::Campaign, CampaignEvent::Pause, reason}
        });
    }

    /// Empty ones for a number that the ledger does not know.
    NumberLimits limitsOf(AccountId account) const
    {
        const auto found = std::find_if(limits.begin(), limits.end(),
                                        [&](const NumberLimits &one) { return one.account == account; });
        return found == limits.end() ? NumberLimits{account, {}, {}, {}} : *found;
    }

    /// The throughput of a number: as Meta reported it, else `wish`, or what Meta gives everybody; never
    /// faster than a person allows.
    int nominalFor(const Credential &credential, int wish = 0) const
    {
        constexpr int kMetaDefaultPerSecond = 80;
        const NumberLimits known = limitsOf(credential.account.id);
        int nominal = known.reportedPerSecond.value_or(credential.account.throughputPerSecond.value_or(0));
        if (nominal < 1)
            nominal = std::max(kMetaDefaultPerSecond, wish);
        return std::min(nominal,
                        known.ownPerSecond.value_or(credential.account.ownLimitPerSecond.value_or(nominal)));
    }

    Sender &sender;
    SenderPorts ports;
    SenderOptions options;
    WakeTimer wake;
    LedgerClock ledgerClock;
    LedgerTrouble trouble;
    HandOver handOver;
    AnswerBook book;
    NumberLanes lanes;
    std::vector<NumberLimits> limits; ///< as the ledger has them
    std::vector<PendingReaction> reactions; ///< carried out in the next turn, after the answers are written
};
