#include "domain/proportion.h"

#include <gtest/gtest.h>

namespace {

constexpr double kPrinted = 0.00005; // the tables have four decimals

void expectInterval(const std::optional<Interval> &interval, double low, double high)
{
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, low, kPrinted);
    EXPECT_NEAR(interval->high, high, kPrinted);
}

} // namespace

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998),
// table I, method 3.
TEST(ProportionTest, intervalsAreThosePublishedForWilsonsScore)
{
    expectInterval(wilsonInterval(81, 263), 0.2553, 0.3662);
    expectInterval(wilsonInterval(15, 148), 0.0624, 0.1605);
    expectInterval(wilsonInterval(0, 20), 0.0000, 0.1611);
    expectInterval(wilsonInterval(1, 29), 0.0061, 0.1718);
}

// The same, Interval estimation for the difference between independent proportions, table II, method 10.
TEST(ProportionTest, differencesAreThosePublishedForNewcombesHybridScore)
{
    expectInterval(differenceInterval({56, 70}, {48, 80}), 0.0524, 0.3339);
    expectInterval(differenceInterval({9, 10}, {3, 10}), 0.1705, 0.8090);
    expectInterval(differenceInterval({6, 7}, {2, 7}), 0.0582, 0.8062);
    expectInterval(differenceInterval({5, 56}, {0, 29}), -0.0381, 0.1926);
    expectInterval(differenceInterval({0, 10}, {0, 20}), -0.1611, 0.2775);
    expectInterval(differenceInterval({10, 10}, {0, 20}), 0.6791, 1.0000);
}

TEST(ProportionTest, nobodyTellsNothingAndEverybodyIsAnEnd)
{
    EXPECT_EQ(wilsonInterval(0, 0), std::nullopt);
    EXPECT_EQ(differenceInterval({1, 2}, {0, 0}), std::nullopt);
    EXPECT_EQ((Share{0, 0}.value()), std::nullopt);
    EXPECT_EQ(wilsonInterval(7, 7)->high, 1.0);
    EXPECT_EQ(wilsonInterval(0, 7)->low, 0.0);
}

// "300 people are not enough to say which template is better."
TEST(ProportionTest, aListOfThreeHundredFoolsNobody)
{
    const Share small{165, 300};
    const Share other{150, 300};

    EXPECT_FALSE(small.isEnough());
    EXPECT_TRUE(isWithinChance(small, other)) << "55 % and 50 %";
    EXPECT_FALSE(isWithinChance({1650, 3000}, {1500, 3000})) << "the same shares of ten times the people";
    EXPECT_TRUE(isWithinChance(small, {0, 0}));
}

TEST(ProportionTest, enoughPeopleTellEveryShareToWithinFivePoints)
{
    for (int part = 0; part <= kEnoughPeople; ++part) {
        const Interval interval = *wilsonInterval(part, kEnoughPeople);
        EXPECT_LE(interval.high - interval.low, 0.1) << part;
    }
}
