#include "domain/billingplace.h"
#include "domain/ratecard.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kMarketing = PriceCategory::Marketing;
constexpr auto kUtility = PriceCategory::Utility;

RateCard card(std::vector<Rate> rates, QDate effective = {2026, 10, 1})
{
    return {u"USD"_s, effective, std::move(rates)};
}

} // namespace

// "Puerto Rico and the Dominican Republic have +1 too, and cost what Latin America costs."
TEST(BillingPlaceTest, someNumbersOfNorthAmericaBelongToLatinAmerica)
{
    EXPECT_EQ(billingRegion(u"+12125550123", u"US"_s), u"US"_s);
    for (const QStringView phone : {u"+17875550123", u"+19395550123"})
        EXPECT_EQ(billingRegion(phone, u"US"_s), u"PR"_s);
    for (const QStringView phone : {u"+18095550123", u"+18295550123", u"+18495550123"})
        EXPECT_EQ(billingRegion(phone, {}), u"DO"_s);
    for (const QStringView phone : {u"+16585550123", u"+18765550123"})
        EXPECT_EQ(billingRegion(phone, u"JM"_s), u"JM"_s);
    EXPECT_EQ(billingRegion(u"+447781000000", u"GG"_s), u"GB"_s);
    EXPECT_EQ(billingRegion(u"+999", {}), QString{});
}

TEST(RateCardTest, aCountryHasItsOwnRowOrThatOfItsGroup)
{
    const RateCard rates = card({
        {u"Spain"_s,                            kMarketing, 1, {61'500}},
        {u"Türkiye"_s,                         kMarketing, 1, {10'900}},
        {u"North America"_s,                    kMarketing, 1, {25'000}},
        {u"Rest of Latin America"_s,            kMarketing, 1, {74'000}},
        {u"Rest of Central & Eastern Europe"_s, kMarketing, 1, {86'000}},
        {u"Other"_s,                            kMarketing, 1, {60'400}},
    });

    EXPECT_EQ(rates.marketOf(u"ES"_s), u"Spain"_s);
    EXPECT_EQ(rates.marketOf(u"TR"_s), u"Türkiye"_s);
    EXPECT_EQ(rates.marketOf(u"CA"_s), u"North America"_s);
    EXPECT_EQ(rates.marketOf(billingRegion(u"+17875550123", u"US"_s)), u"Rest of Latin America"_s);
    EXPECT_EQ(rates.marketOf(u"PL"_s), u"Rest of Central & Eastern Europe"_s);
    EXPECT_EQ(rates.marketOf(u"IS"_s), u"Other"_s);
}

// "A country that is not on the card must not silently cost what others cost."
TEST(RateCardTest, aCountryInNoMarketIsNotGuessed)
{
    const RateCard rates = card({
        {u"Spain"_s, kMarketing, 1, {61'500}},
        {u"Other"_s, kMarketing, 1, {60'400}},
    });

    EXPECT_EQ(rates.marketOf(u"DE"_s), std::nullopt) << "Germany always has a row of its own";
    EXPECT_EQ(rates.marketOf(u"KE"_s), std::nullopt) << "the rest of Africa is missing";
    EXPECT_EQ(rates.marketOf(QString{}), std::nullopt);
    EXPECT_EQ(rates.highestPrice(u"Spain"_s, kUtility), std::nullopt);
}

TEST(RateCardTest, aCountryBecomesAMarketOfItsOwnWithTheCardThatSaysSo)
{
    const RateBook book{
        u"USD"_s,
        {card({{u"Rest of Africa"_s, kMarketing, 1, {22'500}}, {u"Morocco"_s, kMarketing, 1, {40'000}}},
          {2026, 10, 1}),
          card({{u"Rest of Africa"_s, kMarketing, 1, {22'500}}}, {2026, 7, 1})}
    };

    ASSERT_TRUE(book.at({2026, 9, 30}));
    EXPECT_EQ(book.at({2026, 9, 30})->marketOf(u"MA"_s), u"Rest of Africa"_s);
    EXPECT_EQ(book.at({2026, 10, 1})->marketOf(u"MA"_s), u"Morocco"_s);
    EXPECT_EQ(book.at({2026, 10, 1})->marketOf(u"KE"_s), u"Rest of Africa"_s);
    EXPECT_EQ(book.at({2026, 6, 30}), nullptr);
}

TEST(RateCardTest, theLatestCardOfACurrencyThatHoldsIsInForce)
{
    const std::vector<Rate> rates{
        {u"Spain"_s, kMarketing, 1, {1}}
    };
    const RateCard july = card(rates, {2026, 7, 1});
    const RateCard october = card(rates, {2026, 10, 1});
    const RateCard january = card(rates, {2027, 1, 1});
    const RateCard euros{
        u"EUR"_s, QDate{2026, 1, 1},
         rates
    };
    const std::vector<RateCard> all{july, january, october, euros};

    EXPECT_FALSE(isInForce(july, all, {2026, 10, 1}));
    EXPECT_TRUE(isInForce(july, all, {2026, 9, 30}));
    EXPECT_TRUE(isInForce(october, all, {2026, 12, 31}));
    EXPECT_FALSE(isInForce(january, all, {2026, 12, 31}));
    EXPECT_TRUE(isInForce(euros, all, {2026, 12, 31}));
}

// By hand: 100 at 0.02, then 200 at 0.019, then the rest at 0.018.
TEST(RateCardTest, tiersHoldToTheMessageAtTheirBorders)
{
    const RateCard rates = card({
        {u"India"_s, kUtility, 1,   {20'000}},
        {u"India"_s, kUtility, 101, {19'000}},
        {u"India"_s, kUtility, 301, {18'000}},
    });
    const auto price = [&](qint64 number) { return rates.priceOf(u"India"_s, kUtility, number)->millionths; };

    EXPECT_EQ(price(1), 20'000);
    EXPECT_EQ(price(100), 20'000);
    EXPECT_EQ(price(101), 19'000);
    EXPECT_EQ(price(300), 19'000);
    EXPECT_EQ(price(301), 18'000);
    EXPECT_EQ(rates.costOf(u"India"_s, kUtility, 0, 302)->millionths, 2'000'000 + 3'800'000 + 36'000);
    EXPECT_EQ(rates.costOf(u"India"_s, kUtility, 99, 2)->millionths, 39'000);
    EXPECT_EQ(rates.costOf(u"India"_s, kUtility, 5, 0)->millionths, 0);
    EXPECT_EQ(rates.highestPrice(u"India"_s, kUtility)->millionths, 20'000);
}

TEST(RateCardTest, whatTheCardDoesNotListCostsWhatMetaChargesInstead)
{
    const RateCard rates = card({
        {u"India"_s, kUtility,                      1, {1'400}},
        {u"India"_s, PriceCategory::Authentication, 1, {1'500}},
    });

    EXPECT_EQ(rates.priceOf(u"India"_s, PriceCategory::Service)->millionths, 1'400);
    EXPECT_EQ(rates.priceOf(u"India"_s, PriceCategory::AuthenticationInternational)->millionths, 1'500);
    EXPECT_EQ(rates.priceOf(u"India"_s, kMarketing), std::nullopt);
}

// Meta charges answers at the rate of utility messages, and knows no volume tiers for them.
TEST(RateCardTest, theTiersOfUtilityAreNotThoseOfAnswers)
{
    const RateCard rates = card({
        {u"India"_s, kUtility, 1,   {20'000}},
        {u"India"_s, kUtility, 101, {10'000}},
    });

    EXPECT_EQ(rates.costOf(u"India"_s, PriceCategory::Service, 99, 2)->millionths, 2 * 20'000);
    EXPECT_FALSE(rates.hasTiers(u"India"_s, PriceCategory::Service));
    EXPECT_TRUE(rates.hasTiers(u"India"_s, kUtility));
}

TEST(RateCardTest, messagesInsideAWindowAreFreeUntilOctober2026)
{
    EXPECT_TRUE(isFreeInsideWindow(kUtility, {2026, 9, 30}));
    EXPECT_FALSE(isFreeInsideWindow(kUtility, {2026, 10, 1}));
    EXPECT_TRUE(isFreeInsideWindow(PriceCategory::Service, {2026, 9, 30}));
    EXPECT_FALSE(isFreeInsideWindow(kMarketing, {2026, 9, 30}));
    EXPECT_EQ(priceCategoryFromWord(u"AUTHENTICATION-INTERNATIONAL"_s),
              PriceCategory::AuthenticationInternational);
    EXPECT_EQ(priceCategoryFromWord(u"marketing_lite"_s), kMarketing);
    EXPECT_EQ(priceCategoryFromWord(u"referral"_s), std::nullopt);
}
