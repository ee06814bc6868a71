#include "domain/cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr auto kMarketing = PriceCategory::Marketing;
constexpr auto kUtility = PriceCategory::Utility;
constexpr auto kAuthentication = PriceCategory::Authentication;

Rate rate(const QString &market, PriceCategory category, qint64 first, qint64 millionths)
{
    return {market, category, first, Money{millionths}};
}

RateBook book()
{
    const RateCard summer{
        u"USD"_s, QDate{2026,        7, 1      },
         { rate(u"Spain"_s, kMarketing, 1, 60'000)}
    };
    const std::vector<Rate> autumnRates{
        rate(u"Spain"_s, kMarketing, 1, 61'500),
        rate(u"India"_s, kMarketing, 1, 9'900),
        rate(u"India"_s, kUtility, 1, 20'000),
        rate(u"India"_s, kUtility, 101, 10'000),
        rate(u"India"_s, kAuthentication, 1, 1'400),
        rate(u"India"_s, PriceCategory::AuthenticationInternational, 1, 28'000)};
    return {
        u"USD"_s, {summer, RateCard{u"USD"_s, QDate{2026, 10, 1}, autumnRates}}
    };
}

CostQuestion question(PriceCategory category, QDate day, const QString &homeRegion,
                      std::vector<PeopleOfRegion> people)
{
    return {category, day, homeRegion, std::move(people)};
}

PeopleOfRegion people(const QString &region, int count)
{
    return {region, count};
}

const QDate kDay{2026, 11, 1};

qint64 quarterOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() / kQuarterMilliseconds;
}

QDateTime utc(QDate day, QTime time = {12, 0})
{
    return {day, time, QTimeZone::utc()};
}

ChargedMessages delivered(qint64 campaign, const QDateTime &at, const QString &region,
                          const QString &category, int messages, const QString &type = u"regular"_s)
{
    return {{campaign}, quarterOf(at), region, category, type, messages};
}

} // namespace

TEST(CostTest, anEstimateTellsEachCountryAndWhatItRestsOn)
{
    const auto estimate = estimateCost(
        book(),
        question(kMarketing, kDay, {},
                 {people(u"ES"_s, 100), people(u"IN"_s, 1000), people(u"FR"_s, 3), people({}, 2)}),
        {});

    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->currency, u"USD"_s);
    EXPECT_EQ(estimate->cardDate, QDate(2026, 10, 1));
    EXPECT_EQ(estimate->total.millionths, 100 * 61'500 + 1000 * 9'900);
    EXPECT_EQ(estimate->withoutPrice, 5);
    EXPECT_THAT(estimate->lines,
                ElementsAre(CostLine{u"IN"_s, u"India"_s, 1000, Money{9'900'000}},
                            CostLine{u"ES"_s, u"Spain"_s, 100, Money{6'150'000}},
                            CostLine{u"FR"_s, {}, 3, std::nullopt}, CostLine{{}, {}, 2, std::nullopt}));
    EXPECT_EQ(estimateCost(book(), question(kMarketing, QDate{2026, 6, 30}, {}, {}), {}), std::nullopt);
}

TEST(CostTest, anEstimateGoesOnWhereTheMonthStands)
{
    MonthVolume before;
    before[{u"India"_s, kUtility}] = 99;

    const auto estimate = estimateCost(book(), question(kUtility, kDay, {}, {people(u"IN"_s, 3)}), before);

    EXPECT_EQ(estimate->total.millionths, 20'000 + 2 * 10'000);
    EXPECT_EQ(estimate->highest.millionths, 3 * 20'000) << "a budget relies on no tier";
    EXPECT_TRUE(estimate->hasTiers);
    EXPECT_FALSE(estimate->isFreeInsideWindow);
}

TEST(CostTest, authenticationAcrossABorderIsEstimatedAtTheDearerPrice)
{
    const auto fromAbroad =
        estimateCost(book(), question(kAuthentication, kDay, u"GB"_s, {people(u"IN"_s, 1)}), {});
    const auto atHome =
        estimateCost(book(), question(kAuthentication, kDay, u"IN"_s, {people(u"IN"_s, 1)}), {});

    EXPECT_EQ(fromAbroad->total.millionths, 28'000);
    EXPECT_EQ(atHome->total.millionths, 1'400);
    EXPECT_EQ(highestPriceOf(*book().at(kDay), kAuthentication, u"IN"_s, {})->millionths, 28'000);
}

// "It leaves on the last of September and arrives in October, when it is dearer."
TEST(CostTest, aMessageMayCostWhatTheNextCardSaysWhileItIsOnItsWay)
{
    const auto highest = [](QDate day, const QString &region) {
        return highestPriceOf(book(), day, kMarketing, region, {});
    };

    EXPECT_EQ(highest({2026, 8, 31}, u"ES"_s), Money{60'000}) << "delivered by the end of September";
    EXPECT_EQ(highest({2026, 9, 1}, u"ES"_s), Money{61'500});
    EXPECT_EQ(highest({2026, 10, 1}, u"ES"_s), Money{61'500});
    EXPECT_EQ(highest({2026, 9, 30}, u"IN"_s), std::nullopt) << "the card of that day has no price";
    EXPECT_EQ(highest({2026, 6, 30}, u"ES"_s), std::nullopt) << "no card is in force yet";
    const auto estimate =
        estimateCost(book(), question(kMarketing, {2026, 9, 30}, {}, {people(u"ES"_s, 2)}), {});
    EXPECT_EQ(estimate->total.millionths, 2 * 60'000);
    EXPECT_EQ(estimate->highest.millionths, 2 * 61'500);
}

TEST(CostTest, everyMessageCostsWhatTheCardOfItsDaySays)
{
    const auto costs =
        costsOf(book(),
                {
                    delivered(1, utc({2026, 9, 30}), u"ES"_s, u"marketing"_s, 2),
                    delivered(1, utc({2026, 10, 1}), u"ES"_s, u"marketing"_s, 3),
                    delivered(1, utc({2026, 10, 1}), u"ES"_s, u"marketing"_s, 4, u"free_entry_point"_s),
                    delivered(2, utc({2026, 10, 1}), u"FR"_s, u"marketing"_s, 5),
                    delivered(2, utc({2026, 6, 1}), u"ES"_s, u"marketing"_s, 1),
                },
                QTimeZone::utc());

    const CampaignCost &first = costs.at({1});
    EXPECT_EQ(first.known(), Money{2 * 60'000 + 3 * 61'500});
    EXPECT_EQ(first.charged, 5);
    EXPECT_EQ(first.free, 4);
    EXPECT_THAT(first.shares, ElementsAre(CostShare{u"ES"_s, u"marketing"_s, 5, Money{304'500}}));
    const CampaignCost &second = costs.at({2});
    EXPECT_EQ(second.unpriced, 6);
    EXPECT_EQ(second.known(), std::nullopt) << "what is not known is not nothing";
}

// The hundredth message of the month is the last of the first tier, whoever sent it; a new month begins anew.
TEST(CostTest, tiersCountTheMonthOfTheWholeBusiness)
{
    const std::vector<ChargedMessages> messages{
        delivered(2, utc({2026, 10, 20}), u"IN"_s, u"utility"_s, 3),
        delivered(1, utc({2026, 10, 10}), u"IN"_s, u"utility"_s, 99),
        delivered(2, utc({2026, 11, 1}), u"IN"_s, u"utility"_s, 1),
        delivered(1, utc({2026, 10, 10}), u"IN"_s, u"utility"_s, 50, u"free_customer_service"_s),
    };

    const auto costs = costsOf(book(), messages, QTimeZone::utc());

    EXPECT_EQ(costs.at({1}).amount.millionths, 99 * 20'000);
    EXPECT_EQ(costs.at({2}).amount.millionths, 20'000 + 2 * 10'000 + 20'000);
    const MonthVolume volume = volumeOfMonth(book(), messages, {2026, 10, 31}, QTimeZone::utc());
    EXPECT_EQ(volume.at({u"India"_s, kUtility}), 102);
}

TEST(CostTest, monthsEndAtMidnightOfTheZone)
{
    const QTimeZone india{"Asia/Kolkata"};
    const QDateTime late = utc(QDate{2026, 10, 31}, QTime{19, 0}); // already November there
    const std::vector<ChargedMessages> messages{
        delivered(1, utc({2026, 10, 30}), u"IN"_s, u"utility"_s, 100),
        delivered(1, late, u"IN"_s, u"utility"_s, 1),
    };

    EXPECT_EQ(costsOf(book(), messages, india).at({1}).amount.millionths, 101 * 20'000);
    EXPECT_EQ(costsOf(book(), messages, QTimeZone::utc()).at({1}).amount.millionths, 100 * 20'000 + 10'000);
}

TEST(CostTest, theReturnIsUnknownWhereTheCostIsUnknownOrNothing)
{
    EXPECT_EQ(returnOnCost(Money{300}, Money{100}), 2.0);
    EXPECT_EQ(returnOnCost(Money{0}, Money{100}), -1.0);
    EXPECT_EQ(returnOnCost(Money{300}, Money{0}), std::nullopt);
    EXPECT_EQ(returnOnCost(Money{300}, std::nullopt), std::nullopt);
    EXPECT_EQ(returnOnCost(std::nullopt, Money{100}), std::nullopt);
}

TEST(CostTest, theDifferenceToTheEstimateIsExplained)
{
    CostComparison comparison;
    comparison.people = 100;
    comparison.delivered = 90;
    comparison.category = kUtility;
    comparison.actual.currency = u"USD"_s;
    comparison.actual.charged = 80;
    comparison.actual.free = 10;
    comparison.actual.shares = {
        {u"IN"_s, u"utility"_s,   70, {1}},
        {u"IN"_s, u"marketing"_s, 10, {1}}
    };

    const std::vector<QString> words = differenceInWords(comparison);

    ASSERT_EQ(words.size(), 3u);
    EXPECT_TRUE(words[0].contains(u"10 message"_s) && words[0].contains(u"not delivered"_s));
    EXPECT_TRUE(words[1].contains(u"10 message"_s) && words[1].contains(u"free"_s));
    EXPECT_TRUE(words[2].contains(u"10 message"_s) && words[2].contains(u"another category"_s));
    EXPECT_THAT(differenceInWords({}), IsEmpty());
}

// "Everybody got it, and it cost more than it said. Why?"
TEST(CostTest, pricesThatChangedOnTheWayAreToldWhereNothingElseExplainsTheDifference)
{
    CostComparison comparison;
    comparison.people = 2;
    comparison.delivered = 2;
    comparison.estimate = Money{2 * 60'000};
    comparison.actual.currency = u"USD"_s;
    comparison.actual.charged = 2;
    comparison.actual.amount = Money{2 * 61'500};

    ASSERT_EQ(differenceInWords(comparison).size(), 1u);
    EXPECT_TRUE(differenceInWords(comparison)[0].contains(u"another rate card"_s));

    comparison.actual.amount = comparison.estimate;
    EXPECT_THAT(differenceInWords(comparison), IsEmpty());
}
