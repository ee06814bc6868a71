#pragma once

#include "domain/campaign.h"
#include "domain/errorcatalog.h"
#include "domain/recipient.h"
#include "domain/sendoutcome.h"

#include <chrono>
#include <optional>

/// What trouble that is not one person's does to the campaigns it concerns.
struct CampaignReaction
{
    /// The event is for this campaign; the others that are concerned pause.
    enum class Reach {
        Campaign,
        Account, ///< all of the number
        AccessKey, ///< all of the numbers that use the same one
    };

    Reach reach = Reach::Campaign;
    CampaignEvent event = CampaignEvent::Pause;
    StateReason reason;
};

/// What an outcome means: for the person, for everybody else on the campaign or the number, and for the
/// safety brake.
struct Verdict
{
    enum class Slowdown {
        None,
        SlowNumber, ///< halve the number's rate
        SlowNumberIfMany, ///< the same, once several messages in a row came to this
        HoldNumber, ///< nothing leaves from the number for a while
        HoldCampaign, ///< nothing of the campaign leaves for a while
    };

    std::optional<StateReason> stranger; ///< it was not Graph that answered; of such, the rest holds too

    bool isGivenBack =
        false; ///< nothing left: pending again and the attempt does not count; the rest is empty
    RecipientStatus next = RecipientStatus::Sent;
    std::optional<std::chrono::milliseconds>
        retryIn; ///< not before; with failed: not by a person's word either
    std::optional<RecipientError> error;
    bool suppress = false;

    std::optional<CampaignReaction> reaction;
    Slowdown slowdown = Slowdown::None;
    std::optional<std::chrono::seconds> askedToWait; ///< Retry-After and its like, for a slowdown

    std::optional<int> refusedCode; ///< counts for the safety brake
};

/// The longest wait before try number `tries` + 1: 4^(tries - 1) seconds, at most fifteen minutes.
std::chrono::milliseconds longestBackoff(int tries);

/// Judges the outcome of try number `tryNumber` (1 is the first) under at most `maxRetries` further ones.
/// `jitter`, from 0 to 1, picks the wait out of the range that the backoff allows.
Verdict judge(const SendOutcome &outcome, int tryNumber, int maxRetries, double jitter);

/// What a row of the error table does to campaigns; nothing for rows about one person or a passing trouble.
std::optional<CampaignReaction> reactionTo(const ErrorEntry &entry, int code);
