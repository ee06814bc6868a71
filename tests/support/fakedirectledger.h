#pragma once

#include "domain/ports/directledger.h"

#include <map>

/// The contract of direct messages in memory, with rows that a test can look at and a disk that can fail.
class FakeDirectLedger final : public DirectLedger
{
public:
    struct Entry
    {
        DirectMessage message;
        AttemptId attempt;
        DirectReport report;
        bool isOver = false;
    };

    DirectMessageId ask(const DirectMessage &message);
    DirectReport report(DirectMessageId id) const { return m_entries.at(id).report; }
    DirectMessageState stateOf(DirectMessageId id) const { return report(id).state; }
    void withdraw(DirectMessageId id);
    void letTimePass(DirectMessageId id) { m_entries.at(id).isOver = true; }

    bool isBroken = false; ///< every call that writes fails, as on a full disk

    Result<std::vector<WaitingDirect>> waitingDirects(UtcTime now) override;
    Result<std::optional<DirectClaim>> claimDirect(DirectMessageId id, UtcTime now) override;
    Result<> declineDirect(DirectMessageId id, const Error &why, UtcTime now) override;
    Result<> settleDirect(const DirectSettlement &settlement) override;
    Result<int> markDirectsInterrupted(UtcTime now) override;

private:
    static Error whyNot();
    static bool move(Entry &entry, DirectMessageEvent event);

    std::map<DirectMessageId, Entry> m_entries;
};
