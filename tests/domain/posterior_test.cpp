#include "domain/posterior.h"

#include <gtest/gtest.h>

#include <numeric>

namespace {

double chanceOfSecond(const Share &first, const Share &second)
{
    return chancesToBeBest({first, second}).back();
}

} // namespace

// Of two shares the probability is a finite sum (E. Miller, Formulas for Bayesian A/B testing, 2013), which
// was worked out in rational numbers, or with logarithms where they are large.
TEST(PosteriorTest, ofTwoTheChanceIsThatOfMillersSum)
{
    constexpr double kExact = 1e-9;
    EXPECT_NEAR(chanceOfSecond({0, 1}, {1, 1}), 5.0 / 6, kExact);
    EXPECT_NEAR(chanceOfSecond({20, 100}, {30, 100}), 0.947603103352, kExact);
    EXPECT_NEAR(chanceOfSecond({400, 1000}, {440, 1000}), 0.964963447287, kExact);
    EXPECT_NEAR(chanceOfSecond({1500, 4000}, {1600, 4000}), 0.989125373234, kExact);
    EXPECT_NEAR(chanceOfSecond({120'000, 300'000}, {120'600, 300'000}), 0.943001652621, 1e-7);
    EXPECT_NEAR(chanceOfSecond({0, 500}, {3, 500}), 0.937874437875, kExact);
    EXPECT_NEAR(chanceOfSecond({500, 500}, {490, 500}), 0.000461932623, kExact);
    EXPECT_NEAR(chanceOfSecond({5, 10}, {300, 1000}), 0.079804928114, kExact);
}

// Worked out on a grid of 200,001 points.
TEST(PosteriorTest, ofSeveralEachIsComparedWithAllOthers)
{
    const std::vector<double> three = chancesToBeBest({
        {400, 1000},
        {420, 1000},
        {390, 1000}
    });
    const std::vector<double> four = chancesToBeBest({
        {200, 500},
        {215, 500},
        {230, 500},
        {190, 500}
    });

    const std::vector<double> ofThree{0.164900778, 0.775219050, 0.059880172};
    const std::vector<double> ofFour{0.016118536, 0.164863830, 0.817009000, 0.002008634};
    for (size_t i = 0; i < three.size(); ++i)
        EXPECT_NEAR(three[i], ofThree[i], 1e-8) << i;
    for (size_t i = 0; i < four.size(); ++i)
        EXPECT_NEAR(four[i], ofFour[i], 1e-8) << i;
}

TEST(PosteriorTest, whoeverNothingIsKnownOfHasTheSameChance)
{
    const std::vector<double> chances = chancesToBeBest({
        {0, 0},
        {0, 0},
        {0, 0},
        {0, 0}
    });

    for (const double chance : chances)
        EXPECT_NEAR(chance, 0.25, 1e-12);
}

TEST(PosteriorTest, theyAddUpToOneWhateverTheSizes)
{
    for (const std::vector<Share> &shares : std::vector<std::vector<Share>>{
             {{0, 1'000'000},        {1, 1'000'000}},
             {      {1'000'000, 1'000'000},               {0, 0}              },
             { {3, 7}, {450'000, 1'000'000},               {449'000, 1'000'000}},
    }) {
        const std::vector<double> chances = chancesToBeBest(shares);
        EXPECT_NEAR(std::accumulate(chances.begin(), chances.end(), 0.0), 1, 1e-12);
    }
    EXPECT_TRUE(chancesToBeBest({}).empty());
}
