#pragma once

#include <QByteArrayView>

#include <chrono>
#include <cstdint>

/// Chance that repeats itself: the same seed and purpose give the same values on every platform and in any
/// order of arrival (SplitMix64).
class SeededRandom
{
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state{seed}
    {
    }

    /// A stream of its own for one purpose, such as one recipient.
    SeededRandom(std::uint64_t seed, QByteArrayView purpose);

    std::uint64_t next();
    /// From 0 to below 1.
    double share();
    bool happens(double probability) { return share() < probability; }
    std::size_t below(std::size_t count) { return count == 0 ? 0 : std::size_t(next() % count); }
    std::chrono::milliseconds between(std::chrono::milliseconds least, std::chrono::milliseconds most);

private:
    std::uint64_t m_state;
};
