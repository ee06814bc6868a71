#include "domain/money.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

qint64 millionthsOf(const QString &text, LonePoint lonePoint = LonePoint::IsAmbiguous)
{
    const MoneyReading reading = readMoney(text, lonePoint);
    return reading.amount ? reading.amount->millionths : -1;
}

MoneyProblem problemOf(const QString &text, LonePoint lonePoint = LonePoint::IsAmbiguous)
{
    return readMoney(text, lonePoint).problem;
}

} // namespace

TEST(MoneyTest, amountsAreReadAsPeopleWriteThem)
{
    EXPECT_EQ(millionthsOf(u"12"_s), 12'000'000);
    EXPECT_EQ(millionthsOf(u"12.5"_s), 12'500'000);
    EXPECT_EQ(millionthsOf(u"12,50"_s), 12'500'000);
    EXPECT_EQ(millionthsOf(u"1,234.50"_s), 1'234'500'000);
    EXPECT_EQ(millionthsOf(u"1.234,50"_s), 1'234'500'000);
    EXPECT_EQ(millionthsOf(u"12,34,567.00"_s), 1'234'567'000'000);
    EXPECT_EQ(millionthsOf(u"1 234 567,89"_s), 1'234'567'890'000);
    EXPECT_EQ(millionthsOf(u"1'234.50"_s), 1'234'500'000);
    EXPECT_EQ(millionthsOf(u"0.009"_s), 9'000);
    EXPECT_EQ(millionthsOf(u".0094"_s), 9'400);
    EXPECT_EQ(millionthsOf(u"$ 0.0094"_s), 9'400);
    EXPECT_EQ(millionthsOf(u"EUR 1,234.50"_s), 1'234'500'000);
    EXPECT_EQ(millionthsOf(u"89 €"_s), 89'000'000);
    EXPECT_EQ(millionthsOf(u"0.12345600"_s), 123'456);
    EXPECT_EQ(millionthsOf(u"0"_s), 0);
}

TEST(MoneyTest, whatMayMeanTwoThingsIsRefused)
{
    EXPECT_EQ(problemOf(u"1,234"_s), MoneyProblem::Ambiguous);
    EXPECT_EQ(problemOf(u"1.234"_s), MoneyProblem::Ambiguous);
    EXPECT_EQ(problemOf(u"1,234"_s, LonePoint::IsDecimal), MoneyProblem::Ambiguous);
    EXPECT_EQ(millionthsOf(u"1.234"_s, LonePoint::IsDecimal), 1'234'000);
    EXPECT_EQ(problemOf(u""_s), MoneyProblem::Empty);
    EXPECT_EQ(problemOf(u"free"_s), MoneyProblem::NoNumber);
    EXPECT_EQ(problemOf(u"12 34"_s), MoneyProblem::NoNumber);
    EXPECT_EQ(problemOf(u"1,2,3"_s), MoneyProblem::NoNumber);
    EXPECT_EQ(problemOf(u"12 boxes"_s), MoneyProblem::NoNumber);
    EXPECT_EQ(problemOf(u"-5"_s), MoneyProblem::Negative);
    EXPECT_EQ(problemOf(u"0.0000001"_s), MoneyProblem::TooFine);
    EXPECT_EQ(problemOf(u"12345678901234"_s), MoneyProblem::TooLarge);
}

TEST(MoneyTest, aCurrencyIsReadFromItsCodeOrSign)
{
    EXPECT_EQ(readMoney(u"R$ 12,50"_s, LonePoint::IsAmbiguous).currency, u"BRL"_s);
    EXPECT_EQ(readMoney(u"12 GBP"_s, LonePoint::IsAmbiguous).currency, u"GBP"_s);
    EXPECT_EQ(readMoney(u"$12"_s, LonePoint::IsAmbiguous).currency, QString{}) << "many are called so";
    EXPECT_EQ(currencyFromText(u"$US"_s), u"USD"_s);
    EXPECT_EQ(currencyFromText(u"inr"_s), u"INR"_s);
    EXPECT_EQ(currencyFromText(u"dollars"_s), std::nullopt);
}

TEST(MoneyTest, amountsAreWrittenExactly)
{
    EXPECT_EQ(plainText({12'500'000}), u"12.50"_s);
    EXPECT_EQ(plainText({9'400}), u"0.0094"_s);
    EXPECT_EQ(plainText({-1'230'000}), u"-1.23"_s);
    EXPECT_EQ(shownMoney({1'234'567'891}, u"USD"_s), u"1,234.57 USD"_s);
    EXPECT_EQ(shownMoney({9'400}, u"USD"_s), u"0.0094 USD"_s);
}
