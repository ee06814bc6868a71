#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/recipient.h"
#include "domain/sendoutcome.h"

#include <QDate>

#include <optional>
#include <span>
#include <vector>

/// One person claimed for sending: an attempt is on disk, no byte has left.
struct Claim
{
    AttemptId attempt;
    RecipientId recipient;
    CampaignId campaign;
    PhoneNumber to;
    Variables variables; ///< with the defaults filled in, as frozen when the campaign was armed
    int attemptNumber = 1; ///< counts requests that left, or may have; 1 for the first
    int tryNumber = 1; ///< the same, since a person last asked to try again: retries count from there
};

/// What became of one claim, and what follows for its recipient.
struct Settlement
{
    AttemptId attempt;
    RecipientId recipient;
    CampaignId campaign;
    SendOutcome outcome;
    UtcTime at;
    RecipientStatus next = RecipientStatus::Sent; ///< sent, failed, unconfirmed, or pending (tried again)
    std::optional<UtcTime> notBefore; ///< not tried again before this time, by us or on a person's word
    std::optional<RecipientError> error;
    bool suppress = false; ///< put the number on the suppression list too
};

struct ClaimRequest
{
    CampaignId campaign;
    int count = 1;
    UtcTime now;
    std::optional<std::vector<QString>>
        regions; ///< only people of these countries ("" for unknown) or time zones; nothing: everyone
    std::optional<UtcTime> dayBegan; ///< for a campaign that is spread over days: the present one
    /// Settled first, in the same transaction: on disk together with the claims, or not at all.
    std::span<const Settlement> answers = {};
    QDate day = {}; ///< the present one, by which messages are priced; not valid: that of UTC
};

/// Why nobody may be claimed although people are waiting.
struct ClaimStop
{
    enum class Kind {
        MessagingLimit, ///< the numbers of this business wrote to as many people as Meta allows in 24 hours
        DayIsFull, ///< as many people as the campaign sends to on one day
        BudgetUsedUp, ///< the next message might pass the budget of the campaign
        NoPrice, ///< no rate card tells what the next message costs, and the campaign has a budget
    };

    Kind kind = Kind::MessagingLimit;
    int limit = 0;
    std::optional<UtcTime> until; ///< when a good part of the limit is free again; nothing: the next day
    Budget budget = {}; ///< for the last two kinds
    QString region = {}; ///< the country that has no price
};

struct ClaimResult
{
    std::vector<Claim> claims;
    CampaignState state =
        CampaignState::Sending; ///< as it stood inside the transaction; claims are empty unless sending
    int keptOut = 0; ///< people found suppressed and set to opted_out instead of being claimed
    int moved =
        0; ///< people found to have another number: written to there next, or skipped with that reason
    /// People whom WhatsApp kept marketing from less than a day ago: pending, not before that day is over.
    int heldBack = 0;
    std::optional<ClaimStop> stop; ///< with fewer claims than were asked for
};

/// How far a campaign is.
struct CampaignProgress
{
    CampaignCounts counts;
    ReachedCounts reached;
};

/// What is left to do in a campaign.
struct Backlog
{
    int ready = 0; ///< pending, and no backoff holds them
    int waiting = 0; ///< pending, waiting out a backoff
    int sending = 0;
    std::optional<UtcTime> earliestNotBefore; ///< of the waiting ones
};

/// What may leave from a number, beyond what its campaigns ask for.
struct NumberLimits
{
    AccountId account;
    std::optional<int> reportedPerSecond; ///< by Meta
    std::optional<int> ownPerSecond; ///< by a person
    std::optional<int> messagingLimit; ///< by Meta, for 24 hours

    friend bool operator==(const NumberLimits &, const NumberLimits &) = default;
};

/// The durable record of who is being sent what: the truth that survives a crash. Every method is one
/// transaction; `claim` is on disk (synchronous=FULL) when it returns. Used on the thread that made it.
class SendLedger
{
public:
    virtual ~SendLedger() = default;

    /// Every campaign that is scheduled or sending, or paused by something that may lift by itself; with
    /// frozen template.
    virtual Result<std::vector<Campaign>> liveCampaigns() = 0;
    virtual Result<Campaign> campaign(CampaignId id) = 0;
    /// Of a campaign only what changes while it is sent. Cheap.
    virtual Result<CampaignProgress> progress(CampaignId id) = 0;

    virtual Result<std::vector<NumberLimits>> numberLimits() = 0;

    /// Marks the next pending people `sending` and writes one attempt each. Exclusive: two processes never
    /// claim the same person. Claims nobody unless the campaign is `sending` at that moment, so a committed
    /// pause stops the next claim everywhere; the answers are settled all the same. Nor more people than the
    /// messaging limit of the business leaves in these 24 hours, or the campaign's own limit for one day.
    /// What each message may cost at most is reserved of the campaign's budget, which is never passed.
    /// Storage with the code "database_moved" where the ledger is not the one that others see any more.
    virtual Result<ClaimResult> claim(const ClaimRequest &request) = 0;

    /// For claims of which provably nothing left: the people are pending again and the attempts do not count.
    virtual Result<> giveBack(CampaignId campaign, const std::vector<AttemptId> &attempts, UtcTime now) = 0;

    /// Writes answers. An attempt that was settled meanwhile by a delivery event keeps the better knowledge;
    /// settling twice changes nothing.
    virtual Result<> settle(const std::vector<Settlement> &settlements) = 0;

    /// After a crash: every claim without an answer becomes unconfirmed. Returns how many. Only for the
    /// holder of the engine lock, before its first claim.
    virtual Result<int> markInterrupted(UtcTime now) = 0;

    virtual Result<Backlog> backlog(CampaignId campaign, UtcTime now) = 0;
    virtual Result<std::vector<QString>> pendingRegions(CampaignId campaign) = 0;

    /// Carries `event` out by the transition table and returns the state then. Where the table forbids it,
    /// nothing changes and the present state is returned; so does `Finish` while people are left, whom
    /// somebody may have brought back a moment ago, and `Start` before the scheduled time, which somebody may
    /// have moved. Writes the activity log.
    virtual Result<CampaignState> change(CampaignId campaign, CampaignEvent event, const StateReason &reason,
                                         UtcTime now) = 0;

    /// Pauses (or fails) every sending or scheduled campaign of an account with this reason; returns them.
    virtual Result<std::vector<CampaignId>> changeAll(AccountId account, CampaignEvent event,
                                                      const StateReason &reason, UtcTime now) = 0;

    virtual Result<> note(CampaignId campaign, const QString &what, UtcTime now) = 0;

    /// Differs from the last call's value whenever another connection or process has written meanwhile.
    /// Cheap.
    virtual qint64 outsideChangeStamp() = 0;
};
