#include "engine/throughputbackoff.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr MonotonicTime kNow{1000s};
}

TEST(ThroughputBackoffTest, leavesTheLimitAloneUntilMetaComplains)
{
    EXPECT_EQ(ThroughputBackoff{}.limit(80, kNow), 80);
}

TEST(ThroughputBackoffTest, halvesAtOnceAndRecoversInSteps)
{
    ThroughputBackoff backoff;

    EXPECT_TRUE(backoff.noteTooFast(80, kNow - 1ms, kNow));

    EXPECT_EQ(backoff.limit(80, kNow), 40);
    EXPECT_EQ(backoff.limit(80, kNow + 2s), 40);
    EXPECT_EQ(backoff.limit(80, kNow + 7s), 50);
    EXPECT_EQ(backoff.limit(80, kNow + 22s), 80);
    EXPECT_EQ(backoff.limit(80, kNow + 1h), 80);
}

TEST(ThroughputBackoffTest, refusalsOfOneBurstCutOnlyOnce)
{
    ThroughputBackoff backoff;
    backoff.noteTooFast(80, kNow - 100ms, kNow);

    EXPECT_FALSE(backoff.noteTooFast(80, kNow - 50ms, kNow + 100ms));
    EXPECT_EQ(backoff.limit(80, kNow + 100ms), 40);

    EXPECT_TRUE(backoff.noteTooFast(80, kNow + 200ms, kNow + 300ms));
    EXPECT_EQ(backoff.limit(80, kNow + 300ms), 20);
}

TEST(ThroughputBackoffTest, neverFallsBelowOneASecond)
{
    ThroughputBackoff backoff;
    for (int i = 0; i < 20; ++i)
        backoff.noteTooFast(80, kNow + i * 1s, kNow + i * 1s + 1ms);

    EXPECT_EQ(backoff.limit(80, kNow + 20s), 1);
}

TEST(ThroughputBackoffTest, afterAWaitItBeginsWithOneASecond)
{
    ThroughputBackoff backoff;
    backoff.startSlowly(kNow);

    EXPECT_EQ(backoff.limit(80, kNow), 1);
    EXPECT_GT(backoff.limit(80, kNow + 10s), 10);
}
