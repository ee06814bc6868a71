#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "engine/sendpacer.h"
#include "engine/throughputbackoff.h"

#include <chrono>
#include <map>
#include <optional>

/// One number's way to Meta: its limit and back-off, waits that Meta asked for, and whether there is a
/// connection at all.
class NumberLane
{
public:
    NumberLane();

    /// The throughput that Meta reported, or else the highest wish of its campaigns.
    void setNominal(int perSecond, MonotonicTime now);
    int nominal() const { return m_nominal; }
    const SendPacer &pacer() const { return m_pacer; }

    /// The moment from which the next message may leave; nothing while that hangs on an answer in flight.
    std::optional<MonotonicTime> nextStart(MonotonicTime now);
    /// Only one message may be under way: it finds out whether the trouble is over.
    bool isProbing() const { return m_isOffline || m_holds > 0; }
    /// Why nothing leaves for longer than pacing asks for; empty while all is well.
    const StateReason &trouble() const { return m_trouble; }

    void noteStart(MonotonicTime now);
    void noteAnswered(MonotonicTime now);
    /// Nothing left: no route, no server.
    void noteNotSent(const QString &why, MonotonicTime startedAt, MonotonicTime now);
    /// True if this halved the limit. Where Meta also asks to wait, nothing leaves meanwhile, for `reason`.
    bool noteTooFast(std::optional<std::chrono::seconds> askedToWait, const StateReason &reason,
                     MonotonicTime startedAt, MonotonicTime now);
    /// Meta's servers failed over a message, which says little alone. True if so many did in a row that it
    /// halved the limit.
    bool noteFailing(MonotonicTime startedAt, MonotonicTime now);
    /// Meta told how much of the allowed requests is used; nothing: it told nothing. From 80 % on it goes
    /// slower, down to one a second, so that nobody is refused. True if that slowed the number down just now.
    bool noteUsage(std::optional<int> percent, MonotonicTime now);

    /// Something else than Graph answered a message that left at `startedAt`, or stands in the way: nothing
    /// leaves until a probe has found Graph.
    void noteForeign(const StateReason &reason, MonotonicTime startedAt, MonotonicTime now);
    /// When to ask whether Graph is there; nothing: no need, or it is being asked.
    std::optional<MonotonicTime> probeAt() const;
    void noteProbe(MonotonicTime now);
    void noteProbed(bool isGraph, MonotonicTime now);

    /// Meta wants the whole number to wait.
    void hold(std::optional<std::chrono::seconds> askedToWait, const StateReason &reason,
              MonotonicTime startedAt, MonotonicTime now);
    /// An answer without such a wish ends a series of waits, if its message left after the last one began.
    void noteWorking(MonotonicTime startedAt);

    int inFlight() const { return m_inFlight; }

private:
    bool cut(MonotonicTime startedAt, MonotonicTime now);
    void applyLimit(MonotonicTime now);

    int m_nominal = 80;
    SendPacer m_pacer;
    ThroughputBackoff m_backoff;
    int m_inFlight = 0;

    std::optional<int> m_usage; ///< percent

    /// That it is not Graph at the other end.
    struct Suspicion
    {
        MonotonicTime probeAt;
        std::chrono::seconds wait{0}; ///< after the last probe
        bool isProbing = false;
    };
    std::optional<Suspicion> m_suspicion;
    MonotonicTime m_probedAt = MonotonicTime::min(); ///< Graph was there then

    StateReason m_trouble;
    MonotonicTime m_heldUntil = MonotonicTime::min();
    MonotonicTime m_heldSince = MonotonicTime::min();
    int m_holds = 0; ///< in a row
    int m_failures = 0; ///< of Meta's servers, in a row

    bool m_isOffline = false;
    int m_notSentInARow = 0;
    std::optional<MonotonicTime> m_lastAnswer;
    std::chrono::seconds m_offlineWait{0};
    MonotonicTime m_offlineSince = MonotonicTime::min(); ///< or since the last try
};

/// The lanes of all numbers: one for each, whatever the number of its campaigns.
class NumberLanes
{
public:
    /// Made when first asked for.
    NumberLane &of(AccountId account) { return m_lanes[account]; }
    void clear() { m_lanes.clear(); }

private:
    std::map<AccountId, NumberLane> m_lanes;
};
