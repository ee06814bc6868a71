#include "domain/schedule.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

TEST(ScheduleTest, aCampaignIsMissedOnlyAfterTheGrace)
{
    const UtcTime due = fromMilliseconds(1'700'000'000'000);

    EXPECT_FALSE(isMissed(due, due));
    EXPECT_FALSE(isMissed(due, due + kScheduleGrace));
    EXPECT_TRUE(isMissed(due, due + kScheduleGrace + 1ms));
}

TEST(ScheduleTest, aJobThatRunsTheEngineOnceAnHourMissesNothing)
{
    const UtcTime due = fromMilliseconds(1'700'000'000'000);

    EXPECT_FALSE(isMissed(due, due + 1h + 5min));
}

TEST(ScheduleTest, aMissedCampaignIsToldFromOtherPausedOnes)
{
    Campaign campaign;
    campaign.state = CampaignState::Paused;
    campaign.reason = missedReason(fromMilliseconds(1'700'000'000'000));
    EXPECT_TRUE(isWaitingAsMissed(campaign));

    campaign.reason.code = QStringLiteral("user");
    EXPECT_FALSE(isWaitingAsMissed(campaign));
}
