#pragma once

#include "base/clock.h"

/// Wall time for the ledger that moves with the monotonic clock: a person who sets the clock back stops no
/// backoff. It follows a jump ahead, which is also what waking from sleep looks like.
class LedgerClock
{
public:
    explicit LedgerClock(const Clock &clock);

    UtcTime now();
    /// When `ledgerTime` will be, at the earliest now.
    MonotonicTime monotonicAt(UtcTime ledgerTime);

private:
    const Clock &m_clock;
    UtcTime m_anchorWall;
    MonotonicTime m_anchorMonotonic;
};
