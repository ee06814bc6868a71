#include "base/clock.h"
#include "support/fakeclock.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

TEST(ClockTest, timesAreWrittenInUtcWithMilliseconds)
{
    EXPECT_EQ(toIsoText(fromMilliseconds(1'795'000'000'007)), QStringLiteral("2026-11-18T11:06:40.007Z"));
}

TEST(ClockTest, aTimeSurvivesTheWayToDateTimeAndBack)
{
    const UtcTime time = fromMilliseconds(1'795'000'000'007);

    EXPECT_EQ(fromDateTime(toDateTime(time)), time);
}

TEST(ClockTest, settingTheWallClockLeavesTheMonotonicClockAlone)
{
    FakeClock clock;
    const MonotonicTime before = clock.monotonic();

    clock.jumpWallClock(-3h);

    EXPECT_EQ(clock.monotonic(), before);
}
