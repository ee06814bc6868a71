#include "engine/sendpacer.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

// How far below the limit a steady run stays, so that jitter on the way does not push arrivals over it: 25 ms
// in each second, and more for small limits, where one message too many weighs more.
constexpr double kShareOfLimit = 0.975;
constexpr double kShareOfSmallLimit = 0.96;
constexpr int kSmallLimit = 50;

// Jitter that the span itself allows for, beyond what even pacing leaves.
constexpr auto kGuard = 20ms;

// After a pause the connections are gone. The first messages travel on new ones and arrive late by two or
// three round trips, together with those that follow. So the first second is a bit longer.
constexpr auto kPause = 2s;
constexpr std::chrono::nanoseconds kFirstSecond = 1150ms;

// So long a message may wait for others that leave with it: inside the lag that is made up for, with some
// left for a late timer.
constexpr std::chrono::nanoseconds kGathering = 40ms;
constexpr qint64 kMostGathered = 4;

/// A start that is late by up to this much is made up for; after a longer stall the rest is lost. A rate of
/// one a second or less is never made up for: one start late moves all later ones.
std::chrono::nanoseconds mostLag(std::chrono::nanoseconds interval)
{
    constexpr auto kMostLag = 60ms;
    if (interval >= 1s)
        return 0ns;
    return interval < kMostLag / 2 ? std::chrono::nanoseconds{kMostLag} : interval / 2;
}

bool isPerSecond(const SendLimit &limit)
{
    return limit.span <= 1s;
}

} // namespace

SendLimit limitOf(const SendRate &rate, int highestPerSecond)
{
    switch (rate.unit()) {
    case SendRate::Unit::PerMinute: return {rate.count(), 1min};
    case SendRate::Unit::PerSecond: return {rate.count(), 1s};
    case SendRate::Unit::Max: return {highestPerSecond, 1s};
    }
    Q_UNREACHABLE();
}

SendPacer::SendPacer(SendLimit limit)
    : m_limit{limit}
{
}

void SendPacer::setLimit(SendLimit limit)
{
    if (limit == m_limit)
        return;
    m_limit = limit;
    if (!m_starts.empty())
        m_deadline = m_starts.back() + stepAfter(m_starts.back());
}

MonotonicTime SendPacer::nextStart() const
{
    const auto counted = static_cast<size_t>(m_limit.count);
    if (m_starts.size() < counted)
        return m_deadline;
    const auto span = isPerSecond(m_limit) ? m_limit.span + kGuard : m_limit.span;
    return std::max(m_deadline, m_starts[m_starts.size() - counted] + span);
}

MonotonicTime SendPacer::gathered(MonotonicTime start) const
{
    // Counted from the even deadline: a start that the limit holds up has gathered enough by then, and to
    // wait once more would cost speed.
    const auto step = interval();
    const auto gathering = std::min(kGathering, mostLag(step));
    return std::max<MonotonicTime>(start,
                                   m_deadline + std::min<qint64>(gathering / step, kMostGathered - 1) * step);
}

void SendPacer::noteStart(MonotonicTime at)
{
    const bool isBeginning = m_starts.empty() || at - m_starts.back() > kPause + 2 * interval();
    if (isBeginning)
        m_begunAt = at;
    const auto late = isBeginning ? 0ns : at - m_deadline;
    const auto lag = std::clamp<std::chrono::nanoseconds>(late, 0ns, mostLag(interval()));
    m_deadline = at - lag + stepAfter(at);
    m_starts.push_back(at);
    while (m_starts.size() > static_cast<size_t>(m_limit.count))
        m_starts.pop_front();
}

std::chrono::nanoseconds SendPacer::interval() const
{
    const double even = static_cast<double>(m_limit.span.count()) / m_limit.count;
    double share = 1; // per minute: spread evenly, "10/min" is one each six seconds
    if (isPerSecond(m_limit))
        share = m_limit.count < kSmallLimit ? kShareOfSmallLimit : kShareOfLimit;
    return std::chrono::nanoseconds{static_cast<qint64>(even / share)};
}

std::chrono::nanoseconds SendPacer::stepAfter(MonotonicTime start) const
{
    if (!isPerSecond(m_limit) || start - m_begunAt >= kFirstSecond)
        return interval();
    return std::max(interval(), kFirstSecond / m_limit.count);
}
