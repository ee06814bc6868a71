#include "engine/ledgerclock.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds kClockMoved = 2s;
}

LedgerClock::LedgerClock(const Clock &clock)
    : m_clock{clock}
    , m_anchorWall{clock.now()}
    , m_anchorMonotonic{clock.monotonic()}
{
}

UtcTime LedgerClock::now()
{
    const MonotonicTime monotonic = m_clock.monotonic();
    const UtcTime wall = m_clock.now();
    const UtcTime counted =
        m_anchorWall + std::chrono::duration_cast<std::chrono::milliseconds>(monotonic - m_anchorMonotonic);
    if (wall - counted < kClockMoved)
        return counted;
    m_anchorWall = wall;
    m_anchorMonotonic = monotonic;
    return wall;
}

MonotonicTime LedgerClock::monotonicAt(UtcTime ledgerTime)
{
    return m_clock.monotonic() + std::max<std::chrono::nanoseconds>(0ns, ledgerTime - now());
}
