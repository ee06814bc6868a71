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
