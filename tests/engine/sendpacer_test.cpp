#include "engine/sendpacer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace std::chrono_literals;

namespace {

constexpr MonotonicTime kStart{1000s};

/// The starts of a run in which every start is late by up to `jitter`.
std::vector<MonotonicTime> starts(SendPacer &pacer, MonotonicTime from, std::chrono::nanoseconds duration,
                                  std::chrono::nanoseconds jitter)
{
    std::mt19937 random{7};
    std::vector<MonotonicTime> result;
    MonotonicTime now = from;
    while (true) {
        now = std::max(now, pacer.nextStart());
        if (jitter > 0ns)
            now += std::chrono::nanoseconds{
                static_cast<qint64>(random() % static_cast<quint64>(jitter.count()))};
        if (now >= from + duration)
            return result;
        pacer.noteStart(now);
        result.push_back(now);
    }
}

/// The most starts in any span, at any offset.
int worstWindow(const std::vector<MonotonicTime> &times, std::chrono::nanoseconds span)
{
    int worst = 0;
    size_t first = 0;
    for (size_t last = 0; last < times.size(); ++last) {
        while (times[last] - times[first] >= span)
            ++first;
        worst = std::max(worst, static_cast<int>(last - first) + 1);
    }
    return worst;
}

} // namespace

class SendPacerLimitTest : public testing::TestWithParam<int>
{
};

TEST_P(SendPacerLimitTest, noWindowOfASecondHoldsMoreThanTheLimit)
{
    for (const std::chrono::nanoseconds jitter : {0ns, 1'500'000ns, 20'000'000ns, 300'000'000ns}) {
        SendPacer pacer{
            {GetParam(), 1s}
        };

        const std::vector<MonotonicTime> times = starts(pacer, kStart, 3min, jitter);

        // 20 ms more, because the way to the server compresses them.
        EXPECT_LE(worstWindow(times, 1s + 20ms), GetParam()) << "jitter " << jitter.count();
    }
}

TEST_P(SendPacerLimitTest, aSteadyRunReachesNearlyTheLimit)
{
    SendPacer pacer{
        {GetParam(), 1s}
    };
    // A precise timer of one millisecond is late by up to that.
    const auto count = static_cast<double>(starts(pacer, kStart, 1min, 1ms).size());

    EXPECT_GE(count, 60 * GetParam() * (GetParam() < 50 ? 0.95 : 0.97));
}

INSTANTIATE_TEST_SUITE_P(Limits, SendPacerLimitTest, testing::Values(1, 2, 5, 10, 20, 80, 250, 1000));

TEST(SendPacerTest, leavingInPacksNeitherPassesAnyLimitNorCostsSpeed)
{
    for (int limit = 1; limit <= 1000; limit += limit < 130 ? 1 : 29) {
        SendPacer pacer{
            {limit, 1s}
        };
        std::vector<MonotonicTime> times;
        MonotonicTime now = kStart;
        while (now < kStart + 30s) {
            now = std::max(now, pacer.wakeForStart()) + 500us; // a timer is late
            while (pacer.nextStart() <= now) {
                pacer.noteStart(now);
                times.push_back(now);
            }
        }

        EXPECT_LE(worstWindow(times, 1s + 20ms), limit) << limit;
        const auto steady =
            std::count_if(times.begin(), times.end(), [](MonotonicTime time) { return time >= kStart + 3s; });
        EXPECT_GE(static_cast<double>(steady), 27 * limit * (limit < 50 ? 0.95 : 0.97)) << limit;
    }
}

TEST(SendPacerTest, atTheUsualLimitFourMessagesLeaveAtOneWaking)
{
    SendPacer pacer{
        {80, 1s}
    };
    const std::vector<MonotonicTime> times = starts(pacer, kStart, 5s, 0ns);

    EXPECT_EQ(pacer.wakeForStart(), pacer.nextStart() + 3 * pacer.interval());
    EXPECT_LT(pacer.wakeForStart() - times.back(), 60ms);
}

TEST(SendPacerTest, aRatePerMinuteIsSpreadEvenlyAndBeginsAtOnce)
{
    SendPacer pacer{limitOf(SendRate::gentle(), 80)};

    const std::vector<MonotonicTime> times = starts(pacer, kStart, 60s, 0ns);

    ASSERT_EQ(times.size(), 10u);
    for (size_t i = 0; i < times.size(); ++i)
        EXPECT_EQ(times[i], kStart + i * 6s);
}

TEST(SendPacerTest, aFastRatePerMinuteNeverPassesItsMinuteEither)
{
    SendPacer pacer{
        {600, 1min}
    };

    const std::vector<MonotonicTime> times = starts(pacer, kStart, 5min, 2ms);

    EXPECT_LE(worstWindow(times, 1min), 600);
    EXPECT_GE(times.size(), 5 * 600 * 0.98);
}

TEST(SendPacerTest, aStallIsNotCaughtUpInABurst)
{
    for (const int limit : {20, 80, 1000}) {
        SendPacer pacer{
            {limit, 1s}
        };
        std::vector<MonotonicTime> times = starts(pacer, kStart, 5s, 0ns);

        times = starts(pacer, kStart + 15s, 5s, 0ns);

        // At most 60 ms are made up for, on top of the 20 ms of this span.
        EXPECT_LE(worstWindow(times, 20ms), limit * 80 / 1000 + 2) << limit;
        EXPECT_LE(worstWindow(times, 1s), limit);
        const auto inFirstSecond =
            std::count_if(times.begin(), times.end(), [](MonotonicTime time) { return time < kStart + 16s; });
        EXPECT_LE(inFirstSecond, limit);
    }
}

TEST(SendPacerTest, theFirstSecondAfterAPauseLeavesTimeForNewConnections)
{
    for (const int limit : {2, 20, 80, 1000}) {
        SendPacer pacer{
            {limit, 1s}
        };
        for (const MonotonicTime begin : {kStart, kStart + 20s}) {
            const std::vector<MonotonicTime> times = starts(pacer, begin, 10s, 0ns);

            // The first message arrives 120 ms late, and later ones do not.
            const auto withTheFirst = std::count_if(
                times.begin(), times.end(), [begin](MonotonicTime time) { return time < begin + 1120ms; });
            EXPECT_LE(withTheFirst, limit);
            EXPECT_GE(static_cast<double>(times.size()), 9.85 * limit * 0.95);
        }
    }
}

TEST(SendPacerTest, shortStallsCostNoSpeed)
{
    for (const int limit : {80, 1000}) {
        SendPacer pacer{
            {limit, 1s}
        };
        std::vector<MonotonicTime> times;
        MonotonicTime now = kStart;
        while (now < kStart + 60s) {
            pacer.noteStart(now);
            times.push_back(now);
            now = std::max(now, pacer.nextStart());
            const std::chrono::nanoseconds phase = (now - kStart) % 50ms;
            if (phase < 15ms) // a disk that is slow at every commit
                now += 15ms - phase;
        }

        EXPECT_GE(static_cast<double>(times.size()), 60 * limit * 0.97) << limit;
        EXPECT_LE(worstWindow(times, 1s), limit);
    }
}

TEST(SendPacerTest, aLowerLimitCountsWhatHasAlreadyLeft)
{
    SendPacer pacer{
        {80, 1s}
    };
    std::vector<MonotonicTime> times = starts(pacer, kStart, 2s, 0ns);

    pacer.setLimit({10, 1s});
    const std::vector<MonotonicTime> later = starts(pacer, kStart + 2s, 3s, 0ns);

    EXPECT_GE(later.front(), times[times.size() - 10] + 1s);
    EXPECT_LE(worstWindow(later, 1s), 10);
}

TEST(SendPacerTest, aHigherLimitHoldsFromTheNextMessageOn)
{
    SendPacer pacer{limitOf(SendRate::gentle(), 80)};
    pacer.noteStart(kStart);

    pacer.setLimit({20, 1s});

    EXPECT_LE(pacer.nextStart(), kStart + 60ms);
}

TEST(SendPacerTest, maxMeansWhatTheNumberMaySend)
{
    EXPECT_EQ(limitOf(SendRate::max(), 80), (SendLimit{80, 1s}));
    EXPECT_EQ(limitOf({SendRate::Unit::PerSecond, 20}, 80), (SendLimit{20, 1s}));
    EXPECT_EQ(limitOf({SendRate::Unit::PerMinute, 20}, 80), (SendLimit{20, 1min}));
}
