#include "presentation/analyticswords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLocale>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;

namespace {

class AnalyticsWordsTest : public ::testing::Test
{
protected:
    AnalyticsWordsTest() { QLocale::setDefault(QLocale{u"en_GB"_s}); }

    static ComparedCampaign campaign(const QString &name, int read, int delivered)
    {
        ComparedCampaign compared;
        compared.campaign.name = name;
        compared.counts.delivered = delivered;
        compared.counts.read = read;
        return compared;
    }
};

} // namespace

TEST_F(AnalyticsWordsTest, periodsAreAsShortAsTheyMayBe)
{
    EXPECT_EQ(periodText({
                  {2026, 8,  31},
                  {2026, 11, 19}
    }),
              u"31 Aug to 19 Nov 2026"_s);
    EXPECT_EQ(periodText({
                  {2025, 12, 1 },
                  {2026, 1,  31}
    }),
              u"1 Dec 2025 to 31 Jan 2026"_s);
    EXPECT_EQ(periodText({
                  {2026, 2, 3},
                  {2026, 2, 3}
    }),
              u"3 Feb 2026"_s);
}

// "Never crown a winner whose intervals overlap."
TEST_F(AnalyticsWordsTest, campaignsAreComparedWithoutCrowningChance)
{
    EXPECT_EQ(comparisonText(campaign(u"Goa"_s, 165, 300), campaign(u"Lisboa"_s, 150, 300)),
              u"“Goa” and “Lisboa”: the difference is within chance"_s);
    EXPECT_EQ(comparisonText(campaign(u"Lisboa"_s, 48, 80), campaign(u"Goa"_s, 56, 70)),
              u"“Goa” was read more than “Lisboa”, by 5.2 to 33.4 points"_s);
    EXPECT_EQ(comparisonText(campaign(u"Goa"_s, 0, 0), campaign(u"Lisboa"_s, 1, 2)),
              u"“Lisboa” and “Goa”: the difference is within chance"_s);
}

TEST_F(AnalyticsWordsTest, anIntervalSaysWhenItIsOfTooFew)
{
    EXPECT_EQ(intervalWords({81, 263}).replace(QChar::Nbsp, u' '),
              u"30.8 % of 263, truly between 25.5 % and 36.6 %; too few to tell"_s);
    EXPECT_EQ(intervalWords({0, 0}), u"nobody got it"_s);
}

TEST_F(AnalyticsWordsTest, tablesHaveSharesForPeopleAndForPrograms)
{
    Analytics figures;
    TemplateFigures tour;
    tour.key = {u"tour"_s, u"es"_s};
    tour.counts.delivered = 263;
    tour.counts.read = 81;
    figures.templates = {tour};

    const ChartTable table = templateTable(figures);

    ASSERT_EQ(table.columns.size(), 10);
    EXPECT_EQ(table.rows[0].name, u"tour (Spanish)"_s);
    EXPECT_EQ(table.shownNumber(0, 6).replace(QChar::Nbsp, u' '), u"30.8 %"_s);
    EXPECT_EQ(table.plainNumber(0, 6), u"0.3080"_s);
    EXPECT_EQ(table.plainNumber(0, 7), u"0.2553"_s);
    EXPECT_EQ(table.plainNumber(0, 8), u"0.3662"_s);
    EXPECT_EQ(table.plainNumber(0, 1), u"263"_s);
}

TEST_F(AnalyticsWordsTest, hoursOfTooFewHaveNoRateInTheTable)
{
    HeatMap heat;
    heat.hours[2][18] = {74, 100};
    heat.hours[6][9] = {3, 4};

    const ChartTable table = heatTable(heat);

    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].name, u"Wednesday 18:00 to 19:00"_s);
    EXPECT_EQ(table.plainNumber(0, 2), u"0.7400"_s);
    EXPECT_EQ(table.plainNumber(1, 2), QString{});
    EXPECT_EQ(table.plainNumber(1, 0), u"4"_s);
}

TEST_F(AnalyticsWordsTest, eachFilterIsTakenOffAlone)
{
    AnalyticsFilter filter;
    filter.failureCode = u"131026"_s;
    filter.slot = HeatSlot{2, 18};
    filter.campaign = CampaignId{3};

    const AnalyticsFilter rest = without(filter, MarkFilter::Slot);

    EXPECT_EQ(rest.slot, std::nullopt);
    EXPECT_EQ(rest.failureCode, u"131026"_s);
    EXPECT_EQ(rest.campaign, CampaignId{3});
}

TEST_F(AnalyticsWordsTest, costsOfSeveralCurrenciesStandInColumnsOfTheirOwn)
{
    Analytics figures;
    CampaignCost dollars;
    dollars.currency = u"USD"_s;
    dollars.amount = Money{9'061'500};
    dollars.charged = 101;
    dollars.shares = {
        {u"ES"_s, u"marketing"_s, 100, Money{9'000'000}},
        {{},      u"utility"_s,   1,   Money{61'500}   }
    };
    CampaignCost euros;
    euros.currency = u"EUR"_s;
    euros.amount = Money{2'000'000};
    euros.charged = 40;
    euros.shares = {
        {u"ES"_s, u"marketing"_s, 40, Money{2'000'000}}
    };
    figures.costs = {dollars, euros};

    const ChartTable table = costTable(figures);

    EXPECT_EQ(table.columns,
              (QStringList{u"Country and category"_s, u"Messages"_s, u"Cost in USD"_s, u"Cost in EUR"_s}));
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows[0].name, u"Spain, Marketing"_s);
    EXPECT_EQ(table.rows[0].plainName, u"ES marketing"_s);
    EXPECT_EQ(table.shownNumber(0, 1), u"9.00"_s);
    EXPECT_EQ(table.plainNumber(0, 2), QString{});
    EXPECT_EQ(table.rows[1].name, u"Unknown country, Utility"_s);
    EXPECT_EQ(table.plainNumber(1, 1), u"0.0615"_s);
    EXPECT_EQ(table.plainNumber(2, 2), u"2.00"_s);
    EXPECT_EQ(costUnit(figures), u"9.06 USD + 2.00 EUR in all, by the day of delivery"_s);
    EXPECT_EQ(whyNoCost(figures), QString{});
}

TEST_F(AnalyticsWordsTest, whatHasNoPriceIsSaidAndNotTakenForNothing)
{
    AnalyticsAnswer answer;
    EXPECT_EQ(whyNoCost(answer.figures), u"Meta has told no price in this period."_s);
    CampaignCost cost;
    cost.free = 3;
    answer.figures.costs = {cost};
    EXPECT_EQ(whyNoCost(answer.figures), u"All that was delivered was free of charge."_s);
    cost.unpriced = 5;
    answer.figures.costs = {cost};
    EXPECT_TRUE(whyNoCost(answer.figures).contains(u"Import"_s));
    answer.figures.costs.front().charged = 1;
    answer.question.filter.slot = HeatSlot{2, 18};

    EXPECT_EQ(whyNoCost(answer.figures), QString{});
    EXPECT_TRUE(costNote(answer).contains(u"of 5 message(s)"_s)) << qPrintable(costNote(answer));
    EXPECT_TRUE(costNote(answer).contains(u"3 message(s) were free"_s)) << qPrintable(costNote(answer));
    EXPECT_TRUE(costNote(answer).contains(u"all hours"_s));
}
