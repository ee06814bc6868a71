#pragma once

#include "base/clock.h"

#include <optional>

/// Slows a number down when Meta says "too fast" (130429) and feels its way back: halves at once, then adds a
/// little every second (additive increase, multiplicative decrease).
class ThroughputBackoff
{
public:
    /// What may leave each second now, out of `nominal`.
    int limit(int nominal, MonotonicTime now) const;

    /// A message that started at `startedAt` was refused for going too fast. One that left before the last
    /// cut says nothing new. True if this cut the limit.
    bool noteTooFast(int nominal, MonotonicTime startedAt, MonotonicTime now);

    /// Starts again from one a second, after a wait that Meta asked for.
    void startSlowly(MonotonicTime now);

private:
    struct Cut
    {
        double perSecond = 1;
        MonotonicTime at;
    };
    std::optional<Cut> m_cut;
};
