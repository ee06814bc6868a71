#include "engine/ratemeter.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto kSpan = 5s;
constexpr auto kLongestSpan = 60s;
constexpr size_t kFewest = 5;
} // namespace

void RateMeter::note(MonotonicTime at)
{
    m_starts.push_back(at);
    forgetBefore(at);
}

double RateMeter::perSecond(MonotonicTime now)
{
    forgetBefore(now);
    if (m_starts.empty())
        return 0;
    const std::chrono::duration<double> span = std::max<std::chrono::nanoseconds>(now - m_starts.front(), 1s);
    return static_cast<double>(m_starts.size()) / span.count();
}

void RateMeter::forgetBefore(MonotonicTime now)
{
    while (!m_starts.empty()) {
        const auto age = now - m_starts.front();
        if (age <= kSpan || (m_starts.size() <= kFewest && age <= kLongestSpan))
            return;
        m_starts.pop_front();
    }
}
