#include "senderworld.h"

#include "domain/schedule.h"

#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

TEST(SenderTest, everyPersonGetsOneMessageAndTheCampaignCompletes)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 200);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.gateway.journal().size(), 200u);
    EXPECT_EQ(world.writtenTwice(), 0);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 200);
    EXPECT_EQ(world.ledger.openClaims(), 0);
    ASSERT_FALSE(world.states.empty());
    EXPECT_EQ(world.states.back().state, CampaignState::Completed);
    ASSERT_FALSE(world.reports.empty());
    EXPECT_EQ(world.reports.back().counts.of(Sent), 200);
    EXPECT_EQ(world.reports.back().remaining, 0);
}

TEST(SenderTest, everyMessageOfARunHasAnAttemptIdOfItsOwn)
{
    SenderWorld world;
    world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(20s);

    std::set<AttemptId> attempts;
    for (const FakeGateway::Entry &entry : world.gateway.journal())
        attempts.insert(entry.attempt);
    EXPECT_EQ(attempts.size(), 100u);
}

TEST(SenderTest, aPauseOfAnotherProcessStopsWithinASecondAndGivesClaimsBack)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 1000);
    world.start();
    world.run(3s);

    world.ledger.changeByOthers(id, CampaignEvent::Pause);
    world.run(300ms);
    const size_t posted = world.gateway.journal().size();
    world.run(10s);

    EXPECT_EQ(world.gateway.journal().size(), posted);
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.ledger.countOf(id, Sent), static_cast<int>(posted));
    EXPECT_EQ(world.states.back().state, CampaignState::Paused);
    EXPECT_EQ(world.states.back().reason.code, u"user"_s);
}

TEST(SenderTest, aResumedCampaignGoesOnWithoutABurstAndToItsEnd)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 600);
    world.start();
    for (int i = 0; i < 5; ++i) {
        world.run(700ms);
        world.ledger.changeByOthers(id, CampaignEvent::Pause);
        world.run(400ms);
        world.ledger.changeByOthers(id, CampaignEvent::Resume);
    }

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.gateway.journal().size(), 600u);
    EXPECT_EQ(world.writtenTwice(), 0);
    EXPECT_LE(world.worstWindow(1s), 80);
}

TEST(SenderTest, answersUnderWayAreKeptWhenTheCampaignIsCancelled)
{
    SenderWorld world;
    world.gateway.latency = 5s;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 1000);
    world.start();
    world.run(2s);
    const auto posted = static_cast<int>(world.gateway.journal().size());

    world.ledger.changeByOthers(id, CampaignEvent::Cancel);
    world.run(10s);

    EXPECT_LE(static_cast<int>(world.gateway.journal().size()), posted + 6);
    EXPECT_EQ(world.ledger.countOf(id, Sent), static_cast<int>(world.gateway.journal().size()));
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.states.back().state, CampaignState::Cancelled);
}

TEST(SenderTest, aCampaignThatWasCancelledAndDeletedAtOnceHoldsUpNobodyElse)
{
    SenderWorld world;
    const CampaignId gone = world.ledger.add(SenderWorld::campaign(perSecond(40)), 500);
    const CampaignId other = world.ledger.add(SenderWorld::campaign(perSecond(40)), 200);
    world.start();
    world.run(1s);

    world.ledger.changeByOthers(gone, CampaignEvent::Cancel);
    world.ledger.deleteByOthers(gone);
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(other) == CampaignState::Completed; }, 10s));

    EXPECT_EQ(world.ledger.countOf(other, Sent), 200);
    EXPECT_TRUE(world.waits.empty()) << "a deleted campaign is no trouble with the disk";
    EXPECT_LE(world.gateway.journal().size(), 200u + 60u);
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderTest, troubleThatADeletedCampaignLeavesBehindHoldsUpNobodyElse)
{
    SenderWorld world;
    const CampaignId gone = world.ledger.add(SenderWorld::campaign(perSecond(40)), 500);
    const CampaignId other = world.ledger.add(SenderWorld::campaign(perSecond(40)), 200);
    world.gateway.outcome = [&](const OutgoingMessage &message) -> SendOutcome {
        if (world.ledger.person(gone, 0).phone == message.to)
            return Refused{.code = 132001, .httpStatus = 404};
        return Accepted{.messageId = u"wamid.1"_s};
    };
    world.start();
    ASSERT_TRUE(world.runUntil([&] { return !world.gateway.journal().empty(); }, 1s));

    world.ledger.changeByOthers(gone, CampaignEvent::Cancel);
    world.ledger.deleteByOthers(gone);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(other) == CampaignState::Completed; }, 10s));
    EXPECT_EQ(world.ledger.countOf(other, Sent), 200);
}

TEST(SenderTest, aCampaignSentByAnotherProcessIsTakenUpWithinASecond)
{
    SenderWorld world;
    Campaign draft = SenderWorld::campaign();
    draft.state = CampaignState::Draft;
    const CampaignId id = world.ledger.add(draft, 10);
    world.start();
    world.run(5s);
    ASSERT_TRUE(world.gateway.journal().empty());

    world.ledger.changeByOthers(id, CampaignEvent::Start);
    world.run(1s);

    EXPECT_FALSE(world.gateway.journal().empty());
    EXPECT_EQ(world.states.front().state, CampaignState::Sending);
}

TEST(SenderTest, aScheduledCampaignStartsWhenItsTimeHasCome)
{
    SenderWorld world;
    Campaign later = SenderWorld::campaign();
    later.state = CampaignState::Scheduled;
    later.scheduledFor = world.clock.now() + 1h;
    const CampaignId id = world.ledger.add(later, 10);
    world.start();

    world.run(59min);
    EXPECT_TRUE(world.gateway.journal().empty());
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));

    EXPECT_GE(world.gateway.journal().front().wallTime, *later.scheduledFor);
    EXPECT_LT(world.gateway.journal().front().wallTime, *later.scheduledFor + 1s);
}

TEST(SenderTest, aCampaignThatGetsALaterTimeJustBeforeItIsDueWaitsForThat)
{
    for (const auto before : {1ms, 100ms, 240ms}) {
        SenderWorld world;
        Campaign later = SenderWorld::campaign();
        later.state = CampaignState::Scheduled;
        later.scheduledFor = world.clock.now() + 1h;
        const CampaignId id = world.ledger.add(later, 10);
        world.start();
        world.run(1h - before);

        world.ledger.rescheduleByOthers(id, *later.scheduledFor + 1h);

        world.run(59min);
        EXPECT_TRUE(world.gateway.journal().empty());
        EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Scheduled);
        world.run(2min);
        EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Completed);
    }
}

TEST(SenderTest, aScheduledCampaignStartsByItselfWithinTheGrace)
{
    SenderWorld world;
    Campaign late = SenderWorld::campaign();
    late.state = CampaignState::Scheduled;
    late.scheduledFor = world.clock.now() - kScheduleGrace;
    const CampaignId id = world.ledger.add(late, 10);

    world.start();

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));
}

TEST(SenderTest, aMissedCampaignWaitsForAPerson)
{
    SenderWorld world;
    Campaign missed = SenderWorld::campaign();
    missed.state = CampaignState::Scheduled;
    missed.scheduledFor = world.clock.now() - kScheduleGrace - 1min;
    const CampaignId id = world.ledger.add(missed, 10);
    world.start();

    world.run(1h);

    EXPECT_TRUE(world.gateway.journal().empty());
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    ASSERT_FALSE(world.states.empty());
    EXPECT_EQ(world.states.back().reason.code, u"missed"_s);

    world.ledger.changeByOthers(id, CampaignEvent::Resume);
    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));
}

TEST(SenderTest, aCampaignWhoseTimeCameWhileTheComputerSleptIsMissedToo)
{
    SenderWorld world;
    Campaign later = SenderWorld::campaign();
    later.state = CampaignState::Scheduled;
    later.scheduledFor = world.clock.now() + 1h;
    const CampaignId id = world.ledger.add(later, 10);
    world.start();
    world.run(1min);

    world.clock.jumpWallClock(8h);
    world.run(1min);

    EXPECT_TRUE(world.gateway.journal().empty());
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
}

TEST(SenderTest, whatACrashLeftBehindIsUnconfirmedAndNeverSentAgain)
{
    SenderWorld world;
    world.gateway.latency = 300ms;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();
    world.run(2s);
    const int outstanding = world.ledger.openClaims();
    ASSERT_GT(outstanding, 0);

    world.killSender();
    world.start();
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.interrupted, outstanding);
    EXPECT_EQ(world.ledger.countOf(id, Unconfirmed), outstanding);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 400 - outstanding);
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderTest, progressIsToldAtMostTenTimesASecondAndExactly)
{
    SenderWorld world;
    world.ledger.add(SenderWorld::campaign(perSecond(80)), 800);
    world.start();
    world.run(5s);

    EXPECT_LE(world.reports.size(), 51u);
    EXPECT_GE(world.reports.size(), 30u);
    const ProgressReport &last = world.reports.back();
    EXPECT_EQ(last.counts.total(), 800);
    EXPECT_EQ(last.remaining, last.counts.of(Pending) + last.counts.of(Sending));
    EXPECT_NEAR(last.perSecond, 78, 4);
    ASSERT_TRUE(last.endsAt);
    EXPECT_NEAR(std::chrono::duration<double>(*last.endsAt - world.clock.now()).count(),
                last.remaining / 80.0, 2);
}

TEST(SenderTest, idleIsToldOnceAndAgainAfterNewWork)
{
    SenderWorld world;
    world.start();
    world.run(5s);
    EXPECT_EQ(world.idleCount, 1);

    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 10);
    world.sender->wake();
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 5s));
    world.run(1s);

    EXPECT_EQ(world.idleCount, 2);
}

TEST(SenderTest, aBackoffKeepsItFromBeingIdle)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return refusal(131000, 120s); };
    world.ledger.add(SenderWorld::campaign(), 1);
    world.start();

    world.run(100s);

    EXPECT_EQ(world.idleCount, 0);
}

TEST(SenderTest, anIdleSenderHardlyEverWakes)
{
    SenderWorld world;
    world.start();
    world.run(1s);
    world.steps = 0;

    world.run(1min);

    EXPECT_LE(world.steps, 250);
}

TEST(SenderTest, peopleBroughtBackByAPersonAreSentWithinASecond)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return refusal(131026); };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 5);
    world.start();
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    world.gateway.outcome = [](const OutgoingMessage &) { return Accepted{.messageId = u"wamid.1"_s}; };
    world.ledger.resendByOthers(id, Failed);
    world.run(2s);

    EXPECT_EQ(world.ledger.countOf(id, Sent), 5);
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Completed);
}

TEST(SenderTest, whatItDecidedStandsInTheActivityLog)
{
    SenderWorld world;
    setTime(world, "2026-11-18T19:59:58Z");
    bool isFirst = true;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return std::exchange(isFirst, false) ? refusal(130429)
                                             : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    world.ledger.add(campaign, 1000);
    world.start();
    world.run(5s);

    ASSERT_EQ(world.ledger.activity().size(), 2);
    EXPECT_TRUE(world.ledger.activity()[0].contains(u"slower"_s));
    EXPECT_TRUE(world.ledger.activity()[1].contains(u"send window"_s));
}
