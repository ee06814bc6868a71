#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <deque>
#include <unordered_map>

/// Lets at most so many pass in any stretch of time of the given length, wherever it begins.
class SlidingWindow
{
public:
    /// A limit of 0 lets everything pass.
    SlidingWindow(int limit, std::chrono::nanoseconds length)
        : m_limit{limit}
        , m_length{length}
    {
    }

    bool take(MonotonicTime now);
    /// How much of the allowance is used, from 0 to 100.
    int percentUsed(MonotonicTime now);

private:
    void forget(MonotonicTime now);

    const int m_limit;
    const std::chrono::nanoseconds m_length;
    std::deque<MonotonicTime> m_taken;
};

/// Meta's limit for messages to one person: a burst of 45, regained at one every six seconds.
class PairLimit
{
public:
    bool take(const QByteArray &recipient, MonotonicTime now);

private:
    struct Bucket
    {
        double left;
        MonotonicTime at;
    };

    void forgetFull(MonotonicTime now);

    std::unordered_map<std::string, Bucket> m_buckets;
    std::size_t m_sweepAt = 10'000;
};
