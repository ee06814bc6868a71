#include "domain/figures.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST(FiguresTest, theStepsOfATimeLineBeginWherePeopleExpectIt)
{
    EXPECT_EQ(timeLineStep(0ms, 100), 1min);
    EXPECT_EQ(timeLineStep(100min, 100), 1min);
    EXPECT_EQ(timeLineStep(101min, 100), 2min);
    EXPECT_EQ(timeLineStep(24h * 3, 100), 1h);
    EXPECT_EQ(timeLineStep(24h * 365, 400), 24h);
    EXPECT_EQ(timeLineStep(24h * 365 * 20, 100), 24h * 7);
}

TEST(FiguresTest, aShareOfNobodyIsUnknown)
{
    EXPECT_EQ(shareOf(0, 0), std::nullopt);
    EXPECT_EQ(shareOf(1, 4), 0.25);
}

TEST(FiguresTest, whatMetaCallsFreeIsNotChargedFor)
{
    EXPECT_EQ(chargedMessages({
                  {u"marketing"_s, u"regular"_s,               7},
                  {u"marketing"_s, u"free_entry_point"_s,      2},
                  {u"utility"_s,   u"free_customer_service"_s, 3},
                  {u"utility"_s,   {},                         1}
    }),
              8);
}

// "Nothing happened between four and nine: I want to see that, not a line that climbs all night."
TEST(FiguresTest, peopleSoFarStayTheSameWhileNothingHappens)
{
    const UtcTime begin = fromMilliseconds(0);
    const std::vector<TimeLinePoint> points = peopleSoFar(
        {
            {begin,         3, 1, 0, 0, 1},
            {begin + 15min, 2, 2, 1, 0, 0}
    },
        5min);

    EXPECT_EQ(points,
              (std::vector<TimeLinePoint>{
                  {begin + 5min,  3, 1, 0, 0, 1},
                  {begin + 10min, 3, 1, 0, 0, 1},
                  {begin + 15min, 3, 1, 0, 0, 1},
                  {begin + 20min, 5, 3, 1, 0, 1}
    }));
    EXPECT_TRUE(peopleSoFar({}, 5min).empty());
}
