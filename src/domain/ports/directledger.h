#pragma once

#include "domain/directmessage.h"

#include <optional>
#include <vector>

/// A direct message that nobody has taken up.
struct WaitingDirect
{
    DirectMessageId id;
    AccountId account;
    PhoneNumber to;
    HeaderMedia headerMedia;
    bool isOver = false; ///< it must not be sent any more
};

/// What became of one direct message.
struct DirectSettlement
{
    DirectMessageId id;
    SendOutcome outcome;
    UtcTime at;
};

/// The durable record of direct messages, as the sender sees it. Every method is one transaction; `claim` is
/// on disk when it returns. Used on the thread that made it.
class DirectLedger
{
public:
    virtual ~DirectLedger() = default;

    /// In the order in which they were asked for.
    virtual Result<std::vector<WaitingDirect>> waitingDirects(UtcTime now) = 0;

    /// Takes one for sending; nobody else gets it then. Nothing where it may not be sent: it was withdrawn or
    /// claimed a moment ago, its time is over, or nobody may write to the person; that is written down.
    virtual Result<std::optional<DirectClaim>> claimDirect(DirectMessageId id, UtcTime now) = 0;

    /// It cannot be sent, for this reason; without effect on one that is no longer waiting.
    virtual Result<> declineDirect(DirectMessageId id, const Error &why, UtcTime now) = 0;

    /// A later certainty replaces an unknown outcome; settling twice changes nothing.
    virtual Result<> settleDirect(const DirectSettlement &settlement) = 0;

    /// After a crash: what was claimed and has no answer is unconfirmed. Returns how many. Only for the
    /// holder of the engine lock, before its first claim.
    virtual Result<int> markDirectsInterrupted(UtcTime now) = 0;
};
