#pragma once

#include "base/clock.h"
#include "domain/sendrate.h"

#include <chrono>
#include <deque>

/// So many messages in any span of so long, at any offset.
struct SendLimit
{
    int count = 1;
    std::chrono::nanoseconds span = std::chrono::seconds{1};

    double perSecond() const { return count / std::chrono::duration<double>{span}.count(); }
    friend bool operator==(const SendLimit &, const SendLimit &) = default;
};

/// The limit that a rate means where "max" is `highestPerSecond`.
SendLimit limitOf(const SendRate &rate, int highestPerSecond);

/// Decides when the next message may leave. Never starts more than the limit in any span, and spreads the
/// starts evenly a little below it, because the network compresses arrivals. Works with absolute deadlines,
/// so a late timer loses nothing, and never catches up in a burst after a stall. Monotonic time only.
class SendPacer
{
public:
    explicit SendPacer(SendLimit limit);

    /// A new limit counts what already left.
    void setLimit(SendLimit limit);
    const SendLimit &limit() const { return m_limit; }

    /// The moment from which the next message may start; in the past if it may start now.
    MonotonicTime nextStart() const;
    /// The moment to wake for it, if one sleeps until then: a little later where that gathers several
    /// messages, because waking costs more than sending one.
    MonotonicTime wakeForStart() const { return gathered(nextStart()); }
    /// The same for a start that also waits for something else.
    MonotonicTime gathered(MonotonicTime start) const;
    void noteStart(MonotonicTime at);

    /// The distance of two starts in a steady run.
    std::chrono::nanoseconds interval() const;

private:
    /// The distance to the next start.
    std::chrono::nanoseconds stepAfter(MonotonicTime start) const;

    SendLimit m_limit;
    MonotonicTime m_begunAt = MonotonicTime::min(); ///< the first start after a pause
    MonotonicTime m_deadline = MonotonicTime::min();
    std::deque<MonotonicTime> m_starts; ///< the last ones, as many as the limit counts
};
