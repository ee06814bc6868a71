#include "exchange/csvreader.h"
#include "exchange/ratecardreader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr auto kMarketing = PriceCategory::Marketing;
constexpr auto kUtility = PriceCategory::Utility;

Result<RateCardFile> reading(const QString &text, const QString &currency = {})
{
    const auto reader = CsvReader::openText(text);
    return readRateCard(**reader, currency);
}

RateCardFile read(const QString &text, const QString &currency = {})
{
    const Result<RateCardFile> file = reading(text, currency);
    if (!file)
        throw std::runtime_error{file.error().message.toStdString()};
    return *file;
}

std::vector<QString> reasons(const RateCardFile &file)
{
    std::vector<QString> all;
    for (const RefusedRow &row : file.refused)
        all.push_back(u"%1 %2"_s.arg(row.row).arg(row.reason));
    return all;
}

} // namespace

// The shape in which Meta publishes its list rates.
TEST(RateCardReaderTest, metasListRatesAreRead)
{
    const RateCardFile file = read(uR"("Cost per message in USD, effective October 1, 2026",,,,,,
"Note: Authentication-International applies from June 1, 2024.",,,,,,
Market,Currency,Marketing,Utility,Authentication,"Authentication-
International",Service
Argentina,$US,0.0618,0.0260,0.0260,n/a,0.0260
India,$US,0.0118,0.0014,0.0014,0.0280,0.0014
Rest of Africa,$US,0.0225,0.0040,0.0040,n/a,0.0040
)"_s);

    EXPECT_EQ(file.currency, u"USD"_s);
    EXPECT_EQ(file.effective, QDate(2026, 10, 1));
    EXPECT_EQ(file.rows, 3);
    EXPECT_EQ(file.used, 3);
    EXPECT_THAT(file.refused, IsEmpty());
    EXPECT_EQ(file.withoutPrice, 2);
    const RateCard card{file.currency, *file.effective, file.rates};
    EXPECT_EQ(card.priceOf(u"Argentina"_s, kMarketing)->millionths, 61'800);
    EXPECT_EQ(card.priceOf(u"India"_s, PriceCategory::AuthenticationInternational)->millionths, 28'000);
    EXPECT_EQ(card.priceOf(u"India"_s, PriceCategory::Service)->millionths, 1'400);
}

// "I said euros, the file was in dollars, and my euros were dollars."
TEST(RateCardReaderTest, pricesInAnotherCurrencyThanTheOneThatIsSaidAreRefused)
{
    const QString dollars = u"\"Cost per message in USD\",\nMarket,Marketing\nSpain,0.0615\n"_s;

    EXPECT_EQ(reading(dollars, u"EUR"_s).error().code, u"other_currency"_s);
    EXPECT_EQ(read(dollars, u"USD"_s).currency, u"USD"_s);
    EXPECT_EQ(read(dollars).currency, u"USD"_s);
}

TEST(RateCardReaderTest, aPriceThatNoMessageCostsIsRefused)
{
    const RateCardFile file =
        read(u"Market,Currency,Marketing\nSpain,IDR,1000000\nIndia,IDR,919000000001\n"_s);

    EXPECT_EQ(file.used, 1);
    EXPECT_THAT(reasons(file), ElementsAre(u"3 bad_price"_s));
}

// The shape in which Meta publishes its volume tiers.
TEST(RateCardReaderTest, metasVolumeTiersAreRead)
{
    const RateCardFile file = read(uR"(Volume tiers in INR,,,,,,,,,,,
,,Utility,,,,,Authentication,,,,
Market,Currency,From,To,Rate type,Rate,vs. List rate,From,To,Rate type,Rate,vs. List rate
India,INR,0,"100,000",List rate,0.1450,0%,0,"50,000",List rate,0.1450,0%
,,"100,001","500,000",Tier rate,0.1377,-5%,"50,001",--,Tier rate,0.1300,-10%
,,"500,001",--,Tier rate,0.1305,-10%,,,,,
Spain,INR,0,--,List rate,1.5,0%,n/a,n/a,n/a,n/a,n/a
)"_s);

    EXPECT_EQ(file.currency, u"INR"_s);
    EXPECT_EQ(file.effective, std::nullopt);
    EXPECT_EQ(file.used, 4);
    EXPECT_THAT(reasons(file), IsEmpty());
    const RateCard card{
        file.currency, QDate{2026, 10, 1},
         file.rates
    };
    EXPECT_EQ(card.priceOf(u"India"_s, kUtility, 100'000)->millionths, 145'000);
    EXPECT_EQ(card.priceOf(u"India"_s, kUtility, 100'001)->millionths, 137'700);
    EXPECT_EQ(card.priceOf(u"India"_s, kUtility, 500'001)->millionths, 130'500);
    EXPECT_EQ(card.priceOf(u"India"_s, PriceCategory::Authentication, 50'001)->millionths, 130'000);
    EXPECT_EQ(card.priceOf(u"Spain"_s, PriceCategory::Authentication), std::nullopt);
}

TEST(RateCardReaderTest, aListWithACategoryInEachRowIsReadInAnyOrderOfColumns)
{
    const RateCardFile file = read(u"Price;Effective date;Message category;Country\n"
                                   "0,0615;2026-10-01;marketing;Spain\n"
                                   "0,0200;2026-10-01;Utility;Spain\n"_s,
                                   u"EUR"_s);

    EXPECT_EQ(file.currency, u"EUR"_s);
    EXPECT_EQ(file.effective, QDate(2026, 10, 1));
    EXPECT_THAT(
        file.rates,
        ElementsAre(Rate{u"Spain"_s, kMarketing, 1, {61'500}}, Rate{u"Spain"_s, kUtility, 1, {20'000}}));
}

TEST(RateCardReaderTest, everyRefusedRowIsCountedAndExplained)
{
    const RateCardFile file = read(u"Market,Currency,Marketing,Utility\n"
                                   "Spain,USD,0.06,0.02\n"
                                   "Atlantis,USD,0.06,0.02\n"
                                   "France,USD,cheap,0.02\n"
                                   "Germany,USD,n/a,\n"
                                   ",USD,0.06,0.02\n"
                                   "Spain,USD,0.07,n/a\n"
                                   "Italy,dollars,0.07,n/a\n"
                                   "Brazil,USD,-0.07,n/a\n"_s);

    EXPECT_EQ(file.rows, 8);
    EXPECT_EQ(file.used, 1);
    EXPECT_THAT(reasons(file),
                ElementsAre(u"3 unknown_market"_s, u"4 bad_price"_s, u"5 no_price"_s, u"6 no_market"_s,
                            u"7 twice"_s, u"8 unknown_currency"_s, u"9 bad_price"_s));
    EXPECT_EQ(file.refused[1].value, u"cheap"_s);
    EXPECT_FALSE(file.refused[1].message.isEmpty());
    EXPECT_EQ(file.rates.size(), 2u) << "nothing of a refused row is kept";
}

TEST(RateCardReaderTest, ofSeveralCurrenciesOneIsToBeNamed)
{
    const QString text = u"Market,Currency,Marketing\nSpain,USD,0.06\nSpain,EUR,0.05\n"_s;

    EXPECT_EQ(reading(text).error().code, u"several_currencies"_s);
    const RateCardFile euros = read(text, u"EUR"_s);
    EXPECT_THAT(euros.rates, ElementsAre(Rate{u"Spain"_s, kMarketing, 1, {50'000}}));
    EXPECT_THAT(reasons(euros), ElementsAre(u"2 other_currency"_s));
}

TEST(RateCardReaderTest, aFileWithoutTheHeadingsIsNoRateCard)
{
    EXPECT_EQ(reading(u"phone,name\n+34600000274,Marta\n"_s).error().code, u"no_rates"_s);
    EXPECT_EQ(reading(u"Market,Currency\nSpain,USD\n"_s).error().code, u"no_rates"_s);
}

TEST(RateCardReaderTest, tiersThatShareABorderBeginBehindIt)
{
    const RateCardFile file = read(u"Market,Category,From,To,Rate\n"
                                   "India,Utility,0,1000,0.02\n"
                                   "India,Utility,1000,,0.01\n"
                                   "India,Utility,9,5,0.01\n"_s,
                                   u"USD"_s);

    EXPECT_THAT(
        file.rates,
        ElementsAre(Rate{u"India"_s, kUtility, 1, {20'000}}, Rate{u"India"_s, kUtility, 1001, {10'000}}));
    EXPECT_THAT(reasons(file), ElementsAre(u"4 bad_tier"_s));
}
