#include "simulator/ratelimits.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

constexpr MonotonicTime kStart{1000s};

} // namespace

TEST(SlidingWindowTest, holdsForEveryStretchOfOneSecond)
{
    SlidingWindow window{2, 1s};

    EXPECT_TRUE(window.take(kStart));
    EXPECT_TRUE(window.take(kStart + 900ms));
    EXPECT_FALSE(window.take(kStart + 999ms));
    EXPECT_TRUE(window.take(kStart + 1000ms));
    EXPECT_FALSE(window.take(kStart + 1899ms)); // a fixed second would have let it pass
    EXPECT_TRUE(window.take(kStart + 1900ms));
}

TEST(SlidingWindowTest, whatIsRefusedDoesNotCount)
{
    SlidingWindow window{1, 1s};

    EXPECT_TRUE(window.take(kStart));
    for (int i = 1; i < 10; ++i)
        EXPECT_FALSE(window.take(kStart + i * 100ms));
    EXPECT_TRUE(window.take(kStart + 1s));
}

TEST(SlidingWindowTest, aLimitOfZeroLetsEverythingPass)
{
    SlidingWindow window{0, 1s};

    for (int i = 0; i < 1000; ++i)
        ASSERT_TRUE(window.take(kStart));
}

TEST(PairLimitTest, allowsABurstAndThenOneEverySixSeconds)
{
    PairLimit limit;
    for (int i = 0; i < 45; ++i)
        ASSERT_TRUE(limit.take("919812340001", kStart));

    EXPECT_FALSE(limit.take("919812340001", kStart));
    EXPECT_TRUE(limit.take("919812340002", kStart));
    EXPECT_FALSE(limit.take("919812340001", kStart + 5900ms));
    EXPECT_TRUE(limit.take("919812340001", kStart + 6100ms));
    EXPECT_FALSE(limit.take("919812340001", kStart + 6200ms));
}
