#include "support/fakedirectledger.h"

using namespace Qt::StringLiterals;

Error FakeDirectLedger::whyNot()
{
    return {ErrorKind::Storage, u"The disk is full."_s, u"disk_full"_s, {}};
}

bool FakeDirectLedger::move(Entry &entry, DirectMessageEvent event)
{
    const std::optional<DirectMessageState> next = nextState(entry.report.state, event);
    entry.report.state = next.value_or(entry.report.state);
    return next.has_value();
}

DirectMessageId FakeDirectLedger::ask(const DirectMessage &message)
{
    const DirectMessageId id{static_cast<qint64>(m_entries.size()) + 1};
    m_entries.emplace(id, Entry{message, makeAttemptId(), {}});
    return id;
}

void FakeDirectLedger::withdraw(DirectMessageId id)
{
    move(m_entries.at(id), DirectMessageEvent::Withdraw);
}

Result<std::vector<WaitingDirect>> FakeDirectLedger::waitingDirects(UtcTime)
{
    std::vector<WaitingDirect> waiting;
    for (const auto &[id, entry] : m_entries) {
        if (entry.report.state == DirectMessageState::Waiting)
            waiting.push_back(
                {id, entry.message.account, entry.message.to, entry.message.headerMedia, entry.isOver});
    }
    return waiting;
}

Result<std::optional<DirectClaim>> FakeDirectLedger::claimDirect(DirectMessageId id, UtcTime)
{
    if (isBroken)
        return whyNot();
    Entry &entry = m_entries.at(id);
    if (entry.isOver)
        move(entry, DirectMessageEvent::Expire);
    if (!move(entry, DirectMessageEvent::Claim))
        return std::optional<DirectClaim>{};
    return std::optional{
        DirectClaim{id, entry.attempt, entry.message}
    };
}

Result<> FakeDirectLedger::declineDirect(DirectMessageId id, const Error &why, UtcTime)
{
    if (isBroken)
        return whyNot();
    if (move(m_entries.at(id), DirectMessageEvent::Decline))
        m_entries.at(id).report.declined = why;
    return Done{};
}

Result<> FakeDirectLedger::settleDirect(const DirectSettlement &settlement)
{
    if (isBroken)
        return whyNot();
    Entry &entry = m_entries.at(settlement.id);
    const SendOutcome &outcome = settlement.outcome;
    const DirectMessageEvent event = std::holds_alternative<Accepted>(outcome) ? DirectMessageEvent::Accept
        : std::holds_alternative<Refused>(outcome)                             ? DirectMessageEvent::Refuse
        : std::holds_alternative<NotSent>(outcome) ? DirectMessageEvent::ProveUnsent
                                                   : DirectMessageEvent::LoseAnswer;
    if (move(entry, event))
        entry.report.outcome = outcome;
    return Done{};
}

Result<int> FakeDirectLedger::markDirectsInterrupted(UtcTime)
{
    if (isBroken)
        return whyNot();
    int marked = 0;
    for (auto &[id, entry] : m_entries) {
        if (entry.report.state == DirectMessageState::Sending)
            marked += move(entry, DirectMessageEvent::LoseAnswer) ? 1 : 0;
    }
    return marked;
}
