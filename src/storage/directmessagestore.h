#pragma once

#include "base/clock.h"
#include "domain/ports/directledger.h"
#include "storage/claimcounter.h"

#include <utility>

class Database;

/// Keeps direct messages: asked for by any process, claimed and settled by the one that holds the engine.
/// Every method is one transaction.
class DirectMessageStore final : public DirectLedger
{
public:
    explicit DirectMessageStore(Database &database, ClaimObserver claimed = {})
        : m_database{database}
        , m_claimed{std::move(claimed)}
    {
    }

    /// Leaves it for an engine; its draft ends in the same transaction. Refused with the codes "opted_out",
    /// where nobody may write to the person, "window_closed", where Meta takes nothing free from us now, and
    /// "marketing_held", where WhatsApp holds marketing back from the person.
    Result<DirectMessageId> ask(const DirectMessage &message, UtcTime now);
    /// False if it is too late for that.
    Result<bool> withdraw(DirectMessageId id, UtcTime now);
    Result<DirectReport> report(DirectMessageId id);

    Result<std::vector<WaitingDirect>> waitingDirects(UtcTime now) override;
    Result<std::optional<DirectClaim>> claimDirect(DirectMessageId id, UtcTime now) override;
    Result<> declineDirect(DirectMessageId id, const Error &why, UtcTime now) override;
    Result<> settleDirect(const DirectSettlement &settlement) override;
    Result<int> markDirectsInterrupted(UtcTime now) override;

private:
    Database &m_database;
    ClaimObserver m_claimed;
};
