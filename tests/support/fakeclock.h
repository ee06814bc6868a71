#pragma once

#include "base/clock.h"

/// A clock that moves only when told. The wall clock and the monotonic clock may be moved apart, as when a person sets
/// the computer's time.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(UtcTime start = fromMilliseconds(1'795'000'000'000));

    UtcTime now() const override { return m_now; }
    MonotonicTime monotonic() const override { return m_monotonic; }

    void advance(std::chrono::nanoseconds time);
    void jumpWallClock(std::chrono::milliseconds time) { m_now += time; }

private:
    UtcTime m_now;
    MonotonicTime m_monotonic{std::chrono::seconds{1000}};
    std::chrono::nanoseconds m_remainder{0};
};
