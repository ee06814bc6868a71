#pragma once

#include "base/clock.h"

class WakeTimer;

/// Messages posted a moment ago still leave through this thread's event loop. A commit that keeps it from
/// turning would hold them up, and they would arrive together with later ones, more than the limit in a
/// second. So such a write waits, and the next post with it.
class HandOver
{
public:
    HandOver(const Clock &clock, WakeTimer &wake);

    void beginTurn() { m_isWriteWaiting = false; }
    void notePosted(MonotonicTime now) { m_postedAt = now; }
    bool isUnderWay(MonotonicTime now) const;

    /// If not now, then soon, and nothing may be posted before.
    bool mayWriteNow();
    bool isWriteWaiting() const { return m_isWriteWaiting; }

private:
    const Clock &m_clock;
    WakeTimer &m_wake;
    MonotonicTime m_postedAt = MonotonicTime::min();
    bool m_isWriteWaiting = false;
};
