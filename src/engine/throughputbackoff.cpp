#include "engine/throughputbackoff.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto kCalm = 2s; // before the first step up
constexpr double kStepUp = 0.025; // of the nominal limit, each second: from half to all in twenty
} // namespace

int ThroughputBackoff::limit(int nominal, MonotonicTime now) const
{
    if (!m_cut)
        return nominal;
    const double calmSeconds =
        std::chrono::duration<double>{std::max<std::chrono::nanoseconds>(0ns, now - m_cut->at - kCalm)}
            .count();
    const double recovered = m_cut->perSecond + calmSeconds * std::max(1.0, kStepUp * nominal);
    return std::clamp(static_cast<int>(recovered), 1, std::max(1, nominal));
}

bool ThroughputBackoff::noteTooFast(int nominal, MonotonicTime startedAt, MonotonicTime now)
{
    if (m_cut && startedAt < m_cut->at)
        return false;
    m_cut = Cut{std::max(1.0, limit(nominal, now) / 2.0), now};
    return true;
}

void ThroughputBackoff::startSlowly(MonotonicTime now)
{
    m_cut = Cut{1, now};
}
