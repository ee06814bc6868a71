#include "engine/handover.h"

#include "engine/waketimer.h"

using namespace std::chrono_literals;

namespace {
constexpr auto kHandOver = 3ms; // until a message that was posted has left our thread
}

HandOver::HandOver(const Clock &clock, WakeTimer &wake)
    : m_clock{clock}
    , m_wake{wake}
{
}

bool HandOver::isUnderWay(MonotonicTime now) const
{
    return now < m_postedAt + kHandOver;
}

bool HandOver::mayWriteNow()
{
    m_isWriteWaiting = isUnderWay(m_clock.monotonic());
    if (m_isWriteWaiting)
        m_wake.want(m_postedAt + kHandOver);
    return !m_isWriteWaiting;
}
