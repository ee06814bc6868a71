#include "presentation/costwords.h"
#include "presentation/ratetablemodel.h"
#include "presentation/wording.h"

#include <QAbstractItemModelTester>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

CostEstimate estimateOf(std::vector<CostLine> lines)
{
    CostEstimate estimate;
    estimate.currency = u"EUR"_s;
    estimate.cardDate = QDate{2026, 10, 1};
    for (const CostLine &line : lines)
        estimate.total += line.amount.value_or(Money{});
    estimate.lines = std::move(lines);
    return estimate;
}

CostLine line(const QString &region, int people, qint64 each)
{
    return {region, region, people, Money{each} * people};
}

} // namespace

TEST(CostWordsTest, fewCountriesAreCalculatedAndManyAreCounted)
{
    EXPECT_EQ(costBreakdown(estimateOf({line(u"ES"_s, 1302, 45'000), line(u"GB"_s, 75, 40'000)})),
              u"1,302 × 0.045 + 75 × 0.04"_s);
    EXPECT_EQ(costBreakdown(estimateOf({line(u"ES"_s, 1, 1), line(u"GB"_s, 1, 1), line(u"IN"_s, 1, 1)})),
              u"3 countries"_s);
}

TEST(CostWordsTest, theRestOfManyCountriesIsSummedUp)
{
    const CostEstimate estimate = estimateOf({line(u"ES"_s, 10, 100'000), line(u"GB"_s, 5, 100'000),
                                              line(u"IN"_s, 3, 100'000), line(u"FR"_s, 2, 100'000)});

    EXPECT_THAT(costRows(estimate, 3),
                ElementsAre(CostRow{u"Spain"_s, u"10"_s, u"1.00 EUR"_s},
                            CostRow{u"United Kingdom"_s, u"5"_s, u"0.50 EUR"_s},
                            CostRow{u"2 other countries"_s, u"5"_s, u"0.50 EUR"_s}));
    EXPECT_THAT(costRows(estimate, 4), SizeIs(4));
}

TEST(CostWordsTest, moneyIsToldAsFarAsItIsKnown)
{
    CampaignMoney money;
    EXPECT_THAT(moneyLines(money), IsEmpty());

    CampaignCost cost;
    cost.currency = u"EUR"_s;
    cost.amount = Money{10'000'000};
    cost.charged = 100;
    money.of.cost = cost;
    money.estimate = Budget{Money{12'000'000}, u"EUR"_s};
    money.difference = {u"20 messages were not delivered."_s};
    money.of.revenue = {
        {u"EUR"_s, Money{25'000'000}, 2}
    };

    EXPECT_THAT(moneyLines(money),
                ElementsAre(FigureLine{u"Cost so far"_s, u"10.00 EUR"_s},
                            FigureLine{u"Estimated"_s, u"up to 12.00 EUR"_s},
                            FigureLine{{}, u"20 messages were not delivered."_s},
                            FigureLine{u"Revenue"_s, u"25.00 EUR from 2 booking(s)"_s},
                            FigureLine{u"Return on cost"_s, percentText(1.5)}));
}

TEST(RateTableModelTest, aRowForEachMarketAndAColumnForEachCategory)
{
    RateTableModel model;
    const QAbstractItemModelTester tester{&model};

    model.setCard(RateCard{
        u"EUR"_s,
        QDate{2026,                                                       10, 1},
        { Rate{u"Spain"_s, PriceCategory::Marketing, 1, Money{45'000}},
              Rate{u"Spain"_s, PriceCategory::Utility, 1, Money{20'000}},
              Rate{u"Spain"_s, PriceCategory::Utility, 101, Money{10'000}},
              Rate{u"India"_s, PriceCategory::Utility, 1, Money{1'400}}}
    });

    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(0, 0).data(), u"Spain"_s);
    EXPECT_EQ(model.index(0, 1).data(), u"0.045"_s);
    EXPECT_EQ(model.index(0, 2).data(), u"↓ 0.0200"_s) << "nothing behind the number, as many decimals";
    EXPECT_EQ(model.index(1, 2).data(), u"0.0014"_s);
    EXPECT_EQ(model.index(0, 3).data(), u"–"_s);
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, Qt::DisplayRole), u"Marketing"_s);
}

TEST(CostWordsTest, barsAreCountriesWithAPartForEachCategory)
{
    CampaignCost cost;
    cost.currency = u"USD"_s;
    cost.amount = Money{20'000'000};
    cost.shares = {
        {u"ES"_s, u"marketing"_s, 100, Money{9'000'000}},
        {u"IN"_s, u"marketing"_s, 500, Money{6'000'000}},
        {u"ES"_s, u"utility"_s,   50,  Money{3'000'000}},
        {u"GB"_s, u"marketing"_s, 10,  Money{1'500'000}},
        {{},      u"marketing"_s, 3,   Money{500'000}  },
    };

    const std::vector<CostBar> bars = costBars({cost}, 3);

    ASSERT_THAT(bars, SizeIs(3));
    EXPECT_EQ(bars[0].name, u"Spain"_s);
    EXPECT_EQ(bars[0].amount, u"12.00"_s) << "the currency stands beside the title";
    EXPECT_EQ(bars[0].share, percentText(0.6));
    EXPECT_DOUBLE_EQ(bars[0].length, 1);
    EXPECT_THAT(bars[0].parts,
                ElementsAre(CostBar::Part{PriceCategory::Marketing, Money{9'000'000}},
                            CostBar::Part{PriceCategory::Utility, Money{3'000'000}}));
    EXPECT_EQ(bars[0].words, u"Spain: 12.00 USD for 150 messages. Marketing 9.00 USD, Utility 3.00 USD"_s);
    EXPECT_EQ(bars[2].name, u"2 other countries"_s);
    EXPECT_EQ(bars[2].amount, u"2.00"_s);
    EXPECT_DOUBLE_EQ(bars[2].length, 2.0 / 12);
}

TEST(CostWordsTest, barsOfSeveralCurrenciesSayWhich)
{
    CampaignCost dollars;
    dollars.currency = u"USD"_s;
    dollars.amount = Money{1'000'000};
    dollars.shares = {
        {u"IN"_s, u"marketing"_s, 500, Money{1'000'000}}
    };
    CampaignCost euros = dollars;
    euros.currency = u"EUR"_s;

    const std::vector<CostBar> bars = costBars({dollars, euros}, 5);

    ASSERT_THAT(bars, SizeIs(2));
    EXPECT_EQ(bars[0].amount, u"1.00 USD"_s);
    EXPECT_EQ(bars[1].amount, u"1.00 EUR"_s);
    EXPECT_THAT(costBars({CampaignCost{}}, 5), IsEmpty());
}
