#include "presentation/campaignoverview.h"

#include <QLocale>

#include <gtest/gtest.h>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The campaign of the design's pictures.
class CampaignOverviewTest : public testing::Test
{
protected:
    CampaignOverviewTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        counts.set(RecipientStatus::Pending, 4880);
        counts.set(RecipientStatus::Sending, 3);
        counts.set(RecipientStatus::Sent, 305);
        counts.set(RecipientStatus::Delivered, 4080);
        counts.set(RecipientStatus::Read, 2674);
        counts.set(RecipientStatus::Responded, 188);
        counts.set(RecipientStatus::Failed, 155);
        counts.set(RecipientStatus::OptedOut, 9);
        counts.set(RecipientStatus::Skipped, 180);
        counts.set(RecipientStatus::Unconfirmed, 6);
    }

    CampaignCounts counts;
    ReachedCounts reached{7380, 6951, 2871, 188};
};

} // namespace

TEST_F(CampaignOverviewTest, everybodyIsInExactlyOneShare)
{
    const std::vector<ProgressShare> shares = progressShares(counts);

    const int settled =
        std::accumulate(shares.begin(), shares.end(), 0,
                        [](int sum, const ProgressShare &share) { return sum + share.count; });
    EXPECT_EQ(settled + counts.remaining(), counts.total());
    EXPECT_EQ(shares.size(), 7U);
    EXPECT_TRUE(shares[3].isAwaiting);
}

TEST_F(CampaignOverviewTest, everyRateNamesItsBase)
{
    const std::vector<CampaignFigure> cards = campaignFigures(counts, reached);

    ASSERT_EQ(cards.size(), 8U);
    EXPECT_EQ(cards[0].value, u"12,480"_s);
    EXPECT_EQ(cards[0].remark, u"180 skipped"_s);
    EXPECT_EQ(cards[1].remark, u"59.1\u00a0% of all"_s);
    EXPECT_EQ(cards[2].remark, u"94.2\u00a0% of sent"_s);
    EXPECT_EQ(cards[3].remark, u"41.3\u00a0% of delivered"_s);
    EXPECT_EQ(cards[5].remark, u"2.1\u00a0% of attempts"_s);
    EXPECT_EQ(cards[7].figure, Figure::Unconfirmed);
}

TEST_F(CampaignOverviewTest, fewPeopleAreCountedInsteadOfRated)
{
    CampaignCounts few;
    few.set(RecipientStatus::Read, 9);
    few.set(RecipientStatus::Delivered, 3);

    const std::vector<CampaignFigure> cards = campaignFigures(few, {12, 12, 9, 0});

    EXPECT_EQ(cards[1].remark, u"12 of 12 people"_s);
    EXPECT_EQ(cards[3].remark, u"9 of 12 delivered"_s);
}

TEST_F(CampaignOverviewTest, thereIsNoUnconfirmedCardWithoutDoubt)
{
    counts.set(RecipientStatus::Unconfirmed, 0);

    EXPECT_EQ(campaignFigures(counts, reached).size(), 7U);
}

TEST_F(CampaignOverviewTest, aCampaignOfNobodyShowsZerosAndNoRates)
{
    const std::vector<CampaignFigure> cards = campaignFigures({}, {});

    for (const CampaignFigure &card : cards) {
        EXPECT_EQ(card.value, u"0"_s);
        EXPECT_EQ(card.remark, QString{});
    }
    EXPECT_EQ(settledShare(CampaignCounts{}), std::nullopt);
}

TEST_F(CampaignOverviewTest, theFunnelOnlyNarrows)
{
    const std::vector<FunnelFigure> steps = funnelFigures(counts, reached);

    ASSERT_EQ(steps.size(), 6U);
    EXPECT_EQ(steps[1].count, 12480 - 4883 - 180 - 9);
    for (size_t i = 1; i < steps.size(); ++i)
        EXPECT_LE(steps[i].count, steps[i - 1].count);
    EXPECT_EQ(steps[0].share, QString{});
    EXPECT_EQ(steps[3].share, u"94.2\u00a0%"_s);
    EXPECT_DOUBLE_EQ(steps[0].ofAll, 1.0);
}

TEST_F(CampaignOverviewTest, peopleWhoAreTriedAgainStillCountAsAttempted)
{
    CampaignCounts all;
    all.set(RecipientStatus::Pending, 10);

    EXPECT_EQ(attemptedPeople(all, {4, 0, 0, 0}), 4);
}

TEST_F(CampaignOverviewTest, aLineRisesAndGoesOnWhereNothingHappened)
{
    const UtcTime start = fromMilliseconds(1'795'000'020'000);
    const std::vector<TimeLinePoint> steps{
        {start,        10, 4, 0, 0, 0},
        {start + 3min, 5,  5, 2, 0, 0}
    };

    const std::vector<TimelineSeries> lines = timelineSeries(steps, 1min, start + 6min);

    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].status, RecipientStatus::Sent);
    const std::vector<TimelineSeries::Point> expected{
        {start,        0 },
        {start + 1min, 10},
        {start + 2min, 10},
        {start + 3min, 10},
        {start + 4min, 15},
        {start + 5min, 15},
        {start + 6min, 15}
    };
    EXPECT_EQ(lines[0].points, expected);
    EXPECT_EQ(lines[2].status, RecipientStatus::Read);
    EXPECT_EQ(lines[2].points.back().people, 2);
}

TEST_F(CampaignOverviewTest, aLongCampaignIsDrawnWithBoundedPoints)
{
    const UtcTime start = fromMilliseconds(1'795'000'020'000);

    const std::vector<TimelineSeries> lines = timelineSeries(
        {
            {start,            1, 0, 0, 0, 0},
            {start + 24h * 60, 1, 0, 0, 0, 0}
    },
        1min, start);

    ASSERT_EQ(lines.size(), 1U);
    EXPECT_LE(lines[0].points.size(), 502U);
    EXPECT_EQ(lines[0].points.back().people, 2);
}

TEST_F(CampaignOverviewTest, actionsFollowTheTransitionTable)
{
    EXPECT_TRUE(actionsFor(CampaignState::Draft, counts).send);
    EXPECT_FALSE(actionsFor(CampaignState::Draft, counts).pause);
    EXPECT_TRUE(actionsFor(CampaignState::Sending, counts).pause);
    EXPECT_FALSE(actionsFor(CampaignState::Sending, counts).remove);
    EXPECT_TRUE(actionsFor(CampaignState::Paused, counts).resume);
    EXPECT_TRUE(actionsFor(CampaignState::Failed, counts).resume);
    EXPECT_TRUE(actionsFor(CampaignState::Completed, counts).retryFailed);
    EXPECT_FALSE(actionsFor(CampaignState::Cancelled, counts).retryFailed);
    EXPECT_FALSE(actionsFor(CampaignState::Completed, {}).resolve);
}
