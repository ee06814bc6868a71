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
        QDate{2026,                                                         10, 1},
        {Rate{u"Spain"_s, PriceCategory::Marketing, 1, Money{45'000}},
              Rate{u"Spain"_s, PriceCategory::Utility, 1, Money{20'000}},
              Rate{u"Spain"_s, PriceCategory::Utility, 101, Money{10'000}}       }
    });

    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 0).data(), u"Spain"_s);
    EXPECT_EQ(model.index(0, 1).data(), u"0.045"_s);
    EXPECT_EQ(model.index(0, 2).data(), u"0.02 ↓"_s);
    EXPECT_EQ(model.index(0, 3).data(), u"–"_s);
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, Qt::DisplayRole), u"Marketing"_s);
}
