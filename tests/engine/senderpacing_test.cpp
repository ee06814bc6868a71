#include "senderworld.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

class SenderRateTest : public testing::TestWithParam<int>
{
};

TEST_P(SenderRateTest, noSecondHoldsMoreThanTheLimitAndTheRunReachesNearlyIt)
{
    SenderWorld world;
    const int limit = GetParam();
    world.gateway.room = 1000;
    world.ledger.add(SenderWorld::campaign(perSecond(limit)), limit * 25);
    world.start();

    world.run(20s);

    EXPECT_LE(world.worstWindow(1s), limit);
    EXPECT_GE(static_cast<double>(world.gateway.journal().size()), 20 * limit * (limit < 50 ? 0.95 : 0.96));
}

INSTANTIATE_TEST_SUITE_P(Limits, SenderRateTest, testing::Values(5, 20, 80, 1000));

TEST(SenderPacingTest, aFastRunWakesLessOftenThanItSends)
{
    for (const int limit : {80, 1000}) {
        SenderWorld world;
        world.gateway.room = 1000;
        world.gateway.latency = 200ms;
        world.ledger.add(SenderWorld::campaign(perSecond(limit)), limit * 15);
        world.start();
        world.run(2s);
        const int before = world.steps;

        world.run(10s);

        const int sentThen = static_cast<int>(10 * limit * 0.975);
        EXPECT_LE(world.steps - before, sentThen) << limit;
        EXPECT_LE(world.worstWindow(100ms), limit / 10 + 5) << limit << ": packs stay small";
    }
}

TEST(SenderPacingTest, tenAMinuteIsOneEachSixSecondsTheFirstAtOnce)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(SendRate::gentle()), 5);
    world.start();
    const MonotonicTime begun = world.clock.monotonic();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    ASSERT_EQ(world.gateway.journal().size(), 5u);
    for (size_t i = 0; i < 5; ++i)
        EXPECT_EQ(world.gateway.journal()[i].at, begun + i * 6s);
    EXPECT_LT(world.clock.monotonic(), begun + 25s) << "the end is seen at once, not at the next turn";
}

TEST(SenderPacingTest, theThroughputThatMetaReportedLimitsEveryRate)
{
    SenderWorld world;
    world.credentials.throughputPerSecond = 20;
    world.ledger.add(SenderWorld::campaign(perSecond(200)), 3000);
    world.ledger.add(SenderWorld::campaign(SendRate::max()), 3000);
    world.start();

    world.run(30s);

    EXPECT_LE(world.worstWindow(1s), 20);
    EXPECT_GE(world.gateway.journal().size(), 560u);
}

TEST(SenderPacingTest, campaignsOfOneNumberShareItFairly)
{
    SenderWorld world;
    world.credentials.throughputPerSecond = 40;
    const CampaignId first = world.ledger.add(SenderWorld::campaign(SendRate::max()), 3000);
    const CampaignId second = world.ledger.add(SenderWorld::campaign(SendRate::max()), 3000);
    const CampaignId slow = world.ledger.add(SenderWorld::campaign(perSecond(2)), 3000);
    world.start();

    world.run(30s);

    EXPECT_LE(world.worstWindow(1s), 40);
    const int ofFirst = world.ledger.countOf(first, Sent);
    const int ofSecond = world.ledger.countOf(second, Sent);
    EXPECT_NEAR(ofFirst, ofSecond, 20);
    EXPECT_NEAR(world.ledger.countOf(slow, Sent), 57, 5);
}

TEST(SenderPacingTest, twoNumbersSendSideBySide)
{
    SenderWorld world;
    Campaign other = SenderWorld::campaign();
    other.accountId = AccountId{2};
    const CampaignId first = world.ledger.add(SenderWorld::campaign(), 1000);
    const CampaignId second = world.ledger.add(other, 1000);
    world.start();

    world.run(30s);

    EXPECT_GE(world.ledger.countOf(first, Sent), 550);
    EXPECT_GE(world.ledger.countOf(second, Sent), 550);
}

TEST(SenderPacingTest, aNumberThatFillsEveryConnectionLeavesRoomForTheOthers)
{
    for (const auto answer : {1s, 5s}) {
        SenderWorld world;
        world.gateway.room = 40;
        world.gateway.latency = answer;
        Campaign other = SenderWorld::campaign(perSecond(2));
        other.accountId = AccountId{2};
        const CampaignId busy = world.ledger.add(SenderWorld::campaign(perSecond(500)), 10'000);
        const CampaignId calm = world.ledger.add(other, 1000);
        world.start();

        world.run(60s);

        EXPECT_GE(world.gateway.highestInFlight(), 30) << "nor are many left idle";
        EXPECT_GE(world.ledger.countOf(calm, Sent), 90) << "it asks for 120 in a minute";
        EXPECT_GE(world.ledger.countOf(busy, Sent), 250);
    }
}

TEST(SenderPacingTest, claimsRunOnlyATenthOfASecondAhead)
{
    for (const int limit : {1, 20, 80, 1000}) {
        SenderWorld world;
        world.gateway.room = 1000;
        world.ledger.add(SenderWorld::campaign(perSecond(limit)), limit * 12);
        world.start();

        for (int i = 0; i < 100; ++i) {
            world.run(97ms);
            const int answered = limit * 6 / 100 + 1; // in the last 60 ms: they wait for their group
            EXPECT_LE(world.ledger.openClaims() - world.gateway.inFlight(), limit / 10 + 1 + answered)
                << limit;
        }
    }
}

TEST(SenderPacingTest, neverHasMoreUnderWayThanTheGatewayHasRoomFor)
{
    SenderWorld world;
    world.gateway.room = 5;
    world.gateway.latency = 1s;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 50);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.gateway.highestInFlight(), 5);
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderPacingTest, tooFastHalvesTheRateAndItRecovers)
{
    SenderWorld world;
    const MonotonicTime begun = world.clock.monotonic();
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        const bool isEarly = world.clock.monotonic() - begun < 200ms;
        return isEarly ? refusal(130429) : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 4000);
    world.start();
    world.run(1s);

    const int before = world.ledger.countOf(id, Sent);
    world.run(2s);
    const int slowed = world.ledger.countOf(id, Sent) - before;
    world.run(30s);
    const int later = world.ledger.countOf(id, Sent);
    world.run(2s);
    const int recovered = world.ledger.countOf(id, Sent) - later;

    EXPECT_LE(slowed, 90);
    EXPECT_GE(slowed, 50);
    EXPECT_GE(recovered, 145);
    EXPECT_EQ(world.ledger.countOf(id, Failed), 0);
}

TEST(SenderPacingTest, whileMetasServersFailFewAreTriedAndNobodyIsGivenUp)
{
    SenderWorld world;
    const MonotonicTime begun = world.clock.monotonic();
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return world.clock.monotonic() - begun < 20min ? refusal(131016)
                                                       : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 20'000);
    world.start();
    world.run(20min);

    EXPECT_LT(world.gateway.journal().size(), 5000u) << "not 80 a second";
    EXPECT_LT(world.ledger.countOf(id, Failed), 600);
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Sending);

    world.run(1min);
    const size_t before = world.gateway.journal().size();
    world.run(10s);
    EXPECT_GE(world.gateway.journal().size() - before, 750u) << "back at full speed";
}

TEST(SenderPacingTest, nowAndThenAFailureOfMetasServersSlowsNothingDown)
{
    SenderWorld world;
    int posted = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return ++posted % 3 == 0 ? refusal(131000) : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    world.ledger.add(SenderWorld::campaign(perSecond(80)), 4000);
    world.start();

    world.run(30s);

    EXPECT_GE(world.gateway.journal().size(), 30 * 80 * 96 / 100u);
}

TEST(SenderPacingTest, aLimitOfTheWholeNumberHoldsItAsLongAsMetaAsks)
{
    SenderWorld world;
    const MonotonicTime begun = world.clock.monotonic();
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return world.clock.monotonic() - begun < 60s ? refusal(80007, 120s)
                                                     : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 200);
    world.start();
    world.run(1s);
    const size_t posted = world.gateway.journal().size();
    EXPECT_LE(posted, 8u) << "nothing leaves once the first answer is there";

    world.run(115s);
    EXPECT_EQ(world.gateway.journal().size(), posted);
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.waits.back().second.code, u"80007"_s);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 5min));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 200);
    EXPECT_TRUE(world.waits.back().second.isEmpty());
}

TEST(SenderPacingTest, whileMetaAsksAFastNumberToWaitNobodyStaysClaimedAndTheReasonIsSaid)
{
    SenderWorld world;
    bool isFirst = true;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return std::exchange(isFirst, false) ? refusal(130429, 600s)
                                             : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 200);
    world.start();
    world.run(5s);
    const size_t posted = world.gateway.journal().size();

    EXPECT_EQ(world.ledger.openClaims(), 0) << "whoever opts out in these ten minutes must not get it";
    ASSERT_FALSE(world.waits.empty());
    EXPECT_EQ(world.waits.back().second.code, u"130429"_s);
    world.run(590s);
    EXPECT_EQ(world.gateway.journal().size(), posted);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 1min));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 200);
    EXPECT_TRUE(world.waits.back().second.isEmpty());
}

TEST(SenderPacingTest, aPairLimitDelaysOnlyThatPerson)
{
    SenderWorld world;
    bool isFirst = true;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return std::exchange(isFirst, false) ? refusal(131056)
                                             : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 40);
    world.start();

    world.run(4s);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 39);
    world.run(10s);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 40);
}

TEST(SenderPacingTest, afterSleepNothingIsCaughtUpInABurst)
{
    SenderWorld world;
    world.ledger.add(SenderWorld::campaign(), 1000);
    world.start();
    world.run(5s);

    world.clock.advance(10min); // the timer could not run
    world.run(10s);

    EXPECT_LE(world.worstWindow(1s), 20);
    EXPECT_LE(world.worstWindow(100ms), 4);
}

TEST(SenderPacingTest, nothingIsWrittenBeforeTheMessagesPostedLastHaveLeft)
{
    for (const int limit : {80, 1000}) {
        SenderWorld world;
        world.gateway.room = 1000;
        for (int i = 0; i < 2; ++i)
            world.ledger.add(SenderWorld::campaign(perSecond(limit)), limit * 6);
        std::chrono::nanoseconds shortest = 1h;
        world.ledger.onClaimOrSettle = [&] {
            if (!world.gateway.journal().empty())
                shortest = std::min(shortest, world.clock.monotonic() - world.gateway.journal().back().at);
        };
        world.start();

        world.run(10s);

        EXPECT_GE(shortest, 3ms) << limit;
        EXPECT_GE(world.gateway.journal().size(), size_t(limit * 10 * 0.95)) << limit;
    }
}

TEST(SenderPacingTest, aLimitThatAPersonLoweredIsObeyedWithinASecond)
{
    SenderWorld world;
    world.ledger.add(SenderWorld::campaign(perSecond(80)), 2000);
    world.start();
    world.run(5s);

    world.ledger.changeLimitsByOthers({AccountId{1}, 80, 10, std::nullopt});
    world.run(1s);
    const size_t before = world.gateway.journal().size();
    world.run(10s);

    EXPECT_NEAR(static_cast<double>(world.gateway.journal().size() - before), 96, 5);
}

TEST(SenderPacingTest, theThroughputThatMetaReportsMeanwhileIsFollowed)
{
    SenderWorld world;
    world.credentials.throughputPerSecond = 80;
    world.gateway.room = 1000;
    world.ledger.add(SenderWorld::campaign(SendRate::max()), 10000);
    world.start();
    world.run(5s);

    world.ledger.changeLimitsByOthers({AccountId{1}, 1000, std::nullopt, std::nullopt});
    world.run(1s);
    const size_t before = world.gateway.journal().size();
    world.run(4s);

    EXPECT_GE(world.gateway.journal().size() - before, 3800u);
}

TEST(SenderPacingTest, atTheMessagingLimitItWaitsSaysSoAndGoesOnByItself)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.ledger.claimsLeft = 60;
    world.ledger.stop = {ClaimStop::Kind::MessagingLimit, 250, world.clock.now() + 5h};
    world.start();
    world.run(1min);

    EXPECT_EQ(world.ledger.countOf(id, Sent), 60);
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Sending);
    ASSERT_FALSE(world.waits.empty());
    EXPECT_EQ(world.waits.back().second.code, u"messaging_limit"_s);
    EXPECT_EQ(world.idleCount, 1) << "a wait of hours keeps nobody";

    world.ledger.claimsLeft = 1000;
    world.run(4h);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 60);
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2h));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 100);
}

TEST(SenderPacingTest, aCampaignSpreadOverDaysGoesOnAtMidnightOfItsZone)
{
    SenderWorld world;
    setTime(world, "2026-11-18T20:00:00Z"); // 21:00 in Berlin
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.perDay = 60;
    const CampaignId id = world.ledger.add(campaign, 100);
    world.ledger.claimsLeft = 60;
    world.ledger.stop = {ClaimStop::Kind::DayIsFull, 60, std::nullopt};
    world.start();
    world.run(1min);
    EXPECT_EQ(world.waits.back().second.code, u"per_day"_s);

    world.ledger.claimsLeft = 1000;
    world.run(175min);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 60);
    world.run(10min);

    EXPECT_EQ(world.ledger.countOf(id, Sent), 100);
}

TEST(SenderPacingTest, aUsedUpBudgetPausesTheCampaign)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.ledger.claimsLeft = 60;
    world.ledger.stop.kind = ClaimStop::Kind::BudgetUsedUp;
    world.ledger.stop.budget = {Money{6'000'000}, u"EUR"_s};
    world.start();
    world.run(1min);

    EXPECT_EQ(world.ledger.countOf(id, Sent), 60);
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    EXPECT_EQ(world.ledger.stored(id).reason.code, u"budget"_s);
    EXPECT_TRUE(world.ledger.stored(id).reason.message.contains(u"6.00 EUR"_s));
    EXPECT_FALSE(world.ledger.stored(id).reason.advice.isEmpty());
    EXPECT_EQ(world.ledger.openClaims(), 0);
}

TEST(SenderPacingTest, aRaisedLimitEndsTheWaitAtOnce)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 20);
    world.ledger.claimsLeft = 10;
    world.ledger.stop = {ClaimStop::Kind::MessagingLimit, 250, world.clock.now() + 5h};
    world.start();
    world.run(1min);

    world.ledger.claimsLeft = 1000;
    world.ledger.changeLimitsByOthers({AccountId{1}, 80, std::nullopt, 2000});
    world.run(5s);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Completed);
}
