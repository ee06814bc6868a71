#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "domain/ports/sendledger.h"
#include "engine/brakewatch.h"
#include "engine/ratemeter.h"
#include "engine/sender.h"
#include "engine/sendpacer.h"
#include "engine/windowgate.h"

#include <deque>
#include <memory>
#include <optional>

class AnswerBook;

/// What the sender knows about one campaign while it sends, and until its last answer is written.
struct CampaignRun
{
    explicit CampaignRun(const Campaign &sent, const SenderOptions &options);

    bool isSending() const { return campaign.state == CampaignState::Sending; }
    bool isInFlight() const { return inFlight > 0; }

    /// Nothing of the claims has left, so their people are pending again.
    void giveBackClaims(AnswerBook &book, MonotonicTime now);

    Campaign campaign;
    std::shared_ptr<const MessageTemplate> messageTemplate; ///< as frozen; null if that is missing
    SendPacer pacer;
    WindowGate gate;
    BrakeWatch brake;
    RateMeter meter;

    std::deque<Claim> claims; ///< on disk, not sent yet
    int inFlight = 0;
    std::optional<std::vector<QString>> claimedRegions; ///< the countries that the claims were asked for

    // What is left to claim.
    bool cameShort = false; ///< the last claim found fewer people than it asked for
    bool isBacklogStale = true;
    std::optional<UtcTime> retryAt; ///< the end of the first backoff, by the ledger's time
    MonotonicTime heldUntil = MonotonicTime::min(); ///< nothing leaves before
    StateReason heldFor;
    int holds = 0; ///< in a row
    MonotonicTime heldSince = MonotonicTime::min();
    std::optional<UtcTime> limitedUntil; ///< nobody may be claimed before, by the ledger's time
    StateReason limitedBy;
    MonotonicTime regionsReadAt = MonotonicTime::min();

    // Header file.
    HeaderMedia headerMedia;
    bool isAskingForMedia = false;
    int mediaFailures = 0;

    // What was told.
    QString toldHold; ///< Meta's word for accepted messages that it holds back
    StateReason waitingFor;
    bool hasNews = true;
    MonotonicTime reportedAt = MonotonicTime::min();
    double reportedPerSecond = 0;
    std::optional<UtcTime> endsAt;
    MonotonicTime estimatedAt = MonotonicTime::min();
};
