#include "storage/ratecardstore.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

constexpr auto kUtility = PriceCategory::Utility;
const QDate kOctober{2026, 10, 1};

Rate rate(const QString &market, PriceCategory category, qint64 first, qint64 millionths)
{
    return {market, category, first, Money{millionths}};
}

class RateCardStoreTest : public ::testing::Test
{
protected:
    void put(std::vector<Rate> rates, QDate day = kOctober, const QString &currency = u"USD"_s,
             int second = 0)
    {
        valueOf(m_store.put({currency, day, std::move(rates)}, at(second)));
    }

    RateBook bookOf(QDate first, QDate last)
    {
        return valueOf(rateBookBetween(m_workspace.database(), u"USD"_s, first, last));
    }

    RateCard card(QDate day = kOctober) { return *bookOf(day, day).at(day); }

    TemporaryWorkspace m_workspace;
    RateCardStore m_store{m_workspace.database()};
};

} // namespace

// "I import the prices and then the volume tiers: the card must have both, whichever came first."
TEST_F(RateCardStoreTest, listRatesAndTiersBecomeOneCard)
{
    const std::vector<Rate> tiers{rate(u"India"_s, kUtility, 1, 20'000),
                                  rate(u"India"_s, kUtility, 101, 10'000)};
    put({rate(u"India"_s, PriceCategory::Marketing, 1, 9'900), rate(u"India"_s, kUtility, 1, 20'000)});

    put(tiers);
    put({rate(u"India"_s, kUtility, 1, 20'000)});

    EXPECT_THAT(valueOf(m_store.list()), SizeIs(1));
    EXPECT_EQ(card().priceOf(u"India"_s, kUtility, 101)->millionths, 10'000);
    EXPECT_EQ(card().priceOf(u"India"_s, PriceCategory::Marketing)->millionths, 9'900);
}

TEST_F(RateCardStoreTest, aNewPriceReplacesTheTiersOfTheOldOne)
{
    put({rate(u"India"_s, kUtility, 1, 20'000), rate(u"India"_s, kUtility, 101, 10'000)});

    put({rate(u"India"_s, kUtility, 1, 30'000)});

    EXPECT_EQ(card().priceOf(u"India"_s, kUtility, 101)->millionths, 30'000);
}

TEST_F(RateCardStoreTest, cardsOfSeveralDaysAreKept)
{
    put({rate(u"India"_s, kUtility, 1, 1)}, {2026, 7, 1});
    put({rate(u"India"_s, kUtility, 1, 2)}, kOctober);

    EXPECT_EQ(card({2026, 9, 30}).priceOf(u"India"_s, kUtility)->millionths, 1);
    EXPECT_EQ(card({2027, 1, 1}).priceOf(u"India"_s, kUtility)->millionths, 2);
    EXPECT_TRUE(bookOf({2026, 6, 30}, {2026, 6, 30}).isEmpty());
    EXPECT_THAT(bookOf({2026, 6, 30}, {2026, 7, 1}).cards(), SizeIs(1));
    EXPECT_THAT(bookOf({2026, 9, 30}, kOctober).cards(), SizeIs(2));
    valueOf(m_store.remove(card({2026, 9, 30}).id));
    EXPECT_EQ(valueOf(m_store.book(u"USD"_s)).at({2026, 9, 30}), nullptr);
    EXPECT_EQ(m_store.remove(99).error().code, u"no_card"_s);
}

TEST_F(RateCardStoreTest, theCurrencyIsTheOneThatMetaToldOrTheLastImported)
{
    EXPECT_EQ(valueOf(m_store.currencyOf(m_workspace.account())), std::nullopt);
    put({rate(u"India"_s, kUtility, 1, 1)}, kOctober, u"INR"_s, 1);
    put({rate(u"India"_s, kUtility, 1, 1)}, kOctober, u"USD"_s, 2);
    EXPECT_EQ(valueOf(m_store.currencyOf(m_workspace.account())), u"USD"_s);

    valueOf(execute(m_workspace.database(),
                    u"INSERT INTO insights_account (waba_id, currency) VALUES ('2001', 'INR')"_s));

    EXPECT_EQ(valueOf(m_store.currencyOf(m_workspace.account())), u"INR"_s);
}
