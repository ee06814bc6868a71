#include "engine/waketimer.h"

#include <algorithm>

using namespace std::chrono_literals;

WakeTimer::WakeTimer(const Clock &clock, QObject *parent)
    : m_clock{clock}
    , m_timer{parent}
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
}

void WakeTimer::want(MonotonicTime time)
{
    m_next = std::min(m_next, time);
}

void WakeTimer::arm()
{
    const MonotonicTime now = m_clock.monotonic();
    const auto left = m_next <= now ? 0ns : m_next - now;
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::min<std::chrono::nanoseconds>(left, 1h)));
}
