#include "senderworld.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

TEST(SenderLedgerTest, aCleanStopGivesClaimsBackAndAwaitsTheAnswersUnderWay)
{
    SenderWorld world;
    world.gateway.latency = 3s;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 1000);
    world.start();
    world.run(2s);
    const auto posted = static_cast<int>(world.gateway.journal().size());

    world.sender->stop();
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 5s));

    EXPECT_EQ(static_cast<int>(world.gateway.journal().size()), posted);
    EXPECT_EQ(world.ledger.countOf(id, Sent), posted);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 1000 - posted);
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Sending) << "the next start goes on";
}

TEST(SenderLedgerTest, aCleanStopLeavesOnlyWhatWasNotAnsweredInTenSecondsUnconfirmed)
{
    SenderWorld world;
    int posted = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> std::optional<SendOutcome> {
        if (++posted % 10 == 0)
            return std::nullopt;
        return Accepted{.messageId = u"wamid.1"_s};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 1000);
    world.start();
    world.run(2s);
    const MonotonicTime begun = world.clock.monotonic();

    world.sender->stop();
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 20s));

    EXPECT_GE(world.clock.monotonic() - begun, 10s);
    EXPECT_LT(world.clock.monotonic() - begun, 11s);
    EXPECT_EQ(world.ledger.countOf(id, Unconfirmed), posted / 10);
    EXPECT_EQ(world.ledger.countOf(id, Sent), posted - posted / 10);
    EXPECT_EQ(world.ledger.openClaims(), 0);
}

TEST(SenderLedgerTest, aStoppedSenderCanBeStartedAgain)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(2s);
    world.sender->stop();
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 5s));

    world.sender->start();
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 20s));

    EXPECT_EQ(world.writtenTwice(), 0);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 100);
}

TEST(SenderLedgerTest, aSenderThatNeverStartedStopsToo)
{
    SenderWorld world;
    world.start();
    world.sender->stop();
    EXPECT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 1s));

    world.sender->stop();
    EXPECT_TRUE(world.runUntil([&] { return world.stoppedCount == 2; }, 1s));
}

TEST(SenderLedgerTest, aDestroyedSenderWritesWhatIsKnown)
{
    SenderWorld world;
    world.gateway.latency = 1s;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(2s);
    const int underWay = world.gateway.inFlight();

    world.sender.reset();

    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.ledger.countOf(id, Unconfirmed), underWay);
}

TEST(SenderLedgerTest, aFullDiskStopsSendingBeforeTheNextPostAndItGoesOnAfterwards)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();
    world.run(2s);

    world.ledger.isBroken = true;
    world.run(300ms);
    const size_t posted = world.gateway.journal().size();
    world.run(60s);
    EXPECT_EQ(world.gateway.journal().size(), posted);
    EXPECT_EQ(world.waits.back().second.code, u"storage"_s);
    EXPECT_TRUE(world.waits.back().second.message.contains(u"The disk is full."_s));
    EXPECT_EQ(world.idleCount, 0);

    world.ledger.isBroken = false;
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 400);
    EXPECT_EQ(world.gateway.journal().size(), 400u);
    EXPECT_EQ(world.writtenTwice(), 0);
    EXPECT_TRUE(world.waits.back().second.isEmpty());
}

TEST(SenderLedgerTest, aStopAfterLongTroubleWithTheLedgerStillWritesWhatWasAnswered)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();
    world.run(2s);
    world.ledger.isBroken = true;
    world.run(95s); // by now it tries every thirty seconds only
    const auto posted = static_cast<int>(world.gateway.journal().size());

    world.ledger.isBroken = false;
    world.sender->stop();
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 20s));

    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.ledger.countOf(id, Sent), posted);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 400 - posted);
}

TEST(SenderLedgerTest, aStopDuringTroubleWithTheLedgerKeepsTryingUntilItGivesUp)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();
    world.run(2s);
    world.ledger.isBroken = true;
    world.run(95s);
    const auto posted = static_cast<int>(world.gateway.journal().size());

    world.sender->stop();
    world.run(13s);
    world.ledger.isBroken = false;
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 20s));

    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.ledger.countOf(id, Sent), posted);
}

TEST(SenderLedgerTest, answersThatCameWhileTheLedgerKeptTheThreadBusyAreReadBeforeItGivesUpOnThem)
{
    SenderWorld world;
    world.gateway.latency = 5s;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 1000);
    world.start();
    world.run(2s);

    world.sender->stop();
    world.sender->work();
    world.clock.advance(11s); // a locked database: nobody could look at the answers meanwhile
    world.sender->work();
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 5s));

    EXPECT_EQ(world.ledger.countOf(id, Unconfirmed), 0);
    EXPECT_EQ(world.ledger.countOf(id, Sent), static_cast<int>(world.gateway.journal().size()));
}

TEST(SenderLedgerTest, anotherProgramThatWritesForLongDelaysSendingAndIsNotTakenForAFullDisk)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();
    world.run(2s);

    world.ledger.isBusy = true;
    world.run(10s);
    EXPECT_EQ(world.waits.back().second.code, u"storage"_s);
    EXPECT_FALSE(world.waits.back().second.advice.contains(u"disk"_s));

    world.ledger.isBusy = false;
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 1min));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 400);
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderLedgerTest, aLedgerThatFailsNowAndThenLosesNobody)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 800);
    world.start();
    for (int i = 0; i < 20; ++i) {
        world.run(std::chrono::milliseconds{137 + i * 31});
        world.ledger.isBroken = i % 2 == 0;
    }
    world.ledger.isBroken = false;

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.ledger.countOf(id, Sent), 800);
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderLedgerTest, aLedgerThatIsBrokenFromTheStartLetsNothingLeaveAndIsTold)
{
    SenderWorld world;
    world.ledger.isBroken = true;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 10);
    world.start();
    world.run(1min);
    EXPECT_TRUE(world.gateway.journal().empty());
    ASSERT_EQ(world.waits.size(), 1u) << "nobody was told why nothing is sent";
    EXPECT_EQ(world.waits[0].first, id);
    EXPECT_EQ(world.waits[0].second.code, u"storage"_s);

    world.ledger.isBroken = false;
    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));
}

TEST(SenderLedgerTest, answersAreWrittenInGroups)
{
    SenderWorld world;
    world.gateway.room = 1000;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(1000)), 5000);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_GE(world.ledger.settledAtOnce, 15);
    EXPECT_LE(world.ledger.settledAtOnce, 100);
    EXPECT_LE(world.ledger.writes, 600);
    EXPECT_LE(world.ledger.mostClaimed, 100);
}

TEST(SenderLedgerTest, inASteadyRunAnswersTakeNoTransactionsOfTheirOwn)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 1600);
    world.start();
    world.run(3s);
    const int before = world.ledger.writes;
    const int sentBefore = world.ledger.countOf(id, Sent);

    world.run(10s);

    const int sent = world.ledger.countOf(id, Sent) - sentBefore;
    EXPECT_GE(sent, 770);
    EXPECT_LE(world.ledger.writes - before, sent / 6);
}
