#include "simulator/ratelimits.h"

#include <algorithm>

namespace {

constexpr double kPairBurst = 45;
constexpr std::chrono::duration<double> kPairInterval{6};

double refilled(double left, MonotonicTime since, MonotonicTime now)
{
    return std::min(kPairBurst, left + std::chrono::duration<double>{now - since} / kPairInterval);
}

} // namespace

bool SlidingWindow::take(MonotonicTime now)
{
    if (m_limit <= 0)
        return true;
    forget(now);
    if (m_taken.size() >= std::size_t(m_limit))
        return false;
    m_taken.push_back(now);
    return true;
}

int SlidingWindow::percentUsed(MonotonicTime now)
{
    if (m_limit <= 0)
        return 0;
    forget(now);
    return int(m_taken.size() * 100 / std::size_t(m_limit));
}

void SlidingWindow::forget(MonotonicTime now)
{
    while (!m_taken.empty() && now - m_taken.front() >= m_length)
        m_taken.pop_front();
}

bool PairLimit::take(const QByteArray &recipient, MonotonicTime now)
{
    if (m_buckets.size() >= m_sweepAt)
        forgetFull(now);
    const auto [found, isNew] = m_buckets.try_emplace(recipient.toStdString(), Bucket{kPairBurst, now});
    Bucket &bucket = found->second;
    bucket.left = refilled(bucket.left, bucket.at, now);
    bucket.at = now;
    if (bucket.left < 1)
        return false;
    bucket.left -= 1;
    return true;
}

void PairLimit::forgetFull(MonotonicTime now)
{
    std::erase_if(m_buckets, [now](const auto &entry) {
        return refilled(entry.second.left, entry.second.at, now) >= kPairBurst;
    });
    m_sweepAt = std::max<std::size_t>(10'000, m_buckets.size() * 2);
}
