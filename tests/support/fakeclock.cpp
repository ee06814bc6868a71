#include "support/fakeclock.h"

FakeClock::FakeClock(UtcTime start)
    : m_now{start}
{
}

void FakeClock::advance(std::chrono::nanoseconds time)
{
    m_monotonic += time;
    m_remainder += time;
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(m_remainder);
    m_now += whole;
    m_remainder -= whole;
}
