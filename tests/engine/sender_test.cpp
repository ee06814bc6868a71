#include "senderworld.h"

#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

namespace {

SendRate perSecond(int count)
{
    return {SendRate::Unit::PerSecond, count};
}

SendOutcome refusal(int code, std::optional<std::chrono::seconds> retryAfter = {})
{
    return Refused{.code = code, .httpStatus = 400, .retryAfter = retryAfter};
}

UtcTime utc(const char *text)
{
    return fromDateTime(QDateTime::fromString(QLatin1String{text}, Qt::ISODate));
}

void setTime(SenderWorld &world, const char *text)
{
    world.clock.jumpWallClock(utc(text) - world.clock.now());
}

} // namespace

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

TEST(SenderTest, tenAMinuteIsOneEachSixSecondsTheFirstAtOnce)
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

TEST(SenderTest, theThroughputThatMetaReportedLimitsEveryRate)
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

TEST(SenderTest, campaignsOfOneNumberShareItFairly)
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

TEST(SenderTest, twoNumbersSendSideBySide)
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

TEST(SenderTest, claimsRunOnlyATenthOfASecondAhead)
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

TEST(SenderTest, neverHasMoreUnderWayThanTheGatewayHasRoomFor)
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

TEST(SenderTest, aLostAnswerIsUnconfirmedAndEndsNoRun)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return Unknown{u"reset"_s}; };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 300);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.ledger.countOf(id, Unconfirmed), 300);
    EXPECT_EQ(world.gateway.journal().size(), 300u);
    EXPECT_EQ(world.ledger.person(id, 0).error->code, u"unconfirmed"_s);
}

TEST(SenderTest, transientErrorsAreTriedAgainAfterGrowingWaits)
{
    SenderWorld world;
    int tries = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return ++tries < 4 ? refusal(131000) : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 1);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    const std::vector<FakeGateway::Entry> &sent = world.gateway.journal();
    ASSERT_EQ(sent.size(), 4u);
    constexpr std::array longest{1s, 4s, 16s};
    for (size_t i = 0; i < 3; ++i)
        EXPECT_LE(sent[i + 1].at - sent[i].at, longest[i] + 600ms); // latency, group commit and pacing on top
    EXPECT_EQ(world.ledger.countOf(id, Sent), 1);
    EXPECT_EQ(world.ledger.person(id, 0).attempts, 4);
}

TEST(SenderTest, aPersonFailsAfterTheLastRetryAndNobodyElse)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &message) -> SendOutcome {
        return message.to.e164().endsWith(u"00") ? refusal(131016)
                                                 : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.maxRetries = 2;
    const CampaignId id = world.ledger.add(campaign, 20);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.ledger.countOf(id, Failed), 1);
    EXPECT_EQ(world.ledger.countOf(id, Sent), 19);
    EXPECT_EQ(world.ledger.person(id, 0).attempts, 3);
    EXPECT_EQ(world.ledger.person(id, 0).error->code, u"131016"_s);
}

TEST(SenderTest, aBackoffIsNotShortenedOrProlongedByAMovedClock)
{
    SenderWorld world;
    int tries = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return ++tries < 2 ? refusal(131000, 60s) : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 1);
    world.start();
    world.run(10s);

    world.clock.jumpWallClock(-3h);
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));

    const std::vector<FakeGateway::Entry> &sent = world.gateway.journal();
    ASSERT_EQ(sent.size(), 2u);
    EXPECT_GE(sent[1].at - sent[0].at, 60s);
    EXPECT_LE(sent[1].at - sent[0].at, 62s);
}

TEST(SenderTest, tooFastHalvesTheRateAndItRecovers)
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

TEST(SenderTest, aLimitOfTheWholeNumberHoldsItAsLongAsMetaAsks)
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

TEST(SenderTest, aPairLimitDelaysOnlyThatPerson)
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

TEST(SenderTest, accountTroublePausesEveryCampaignOfTheAccountAndMarksNobodyFailed)
{
    for (const int code : {190, 131042, 368, 10}) {
        SCOPED_TRACE(code);
        SenderWorld world;
        bool isBroken = true;
        world.gateway.outcome = [&](const OutgoingMessage &message) -> SendOutcome {
            const bool concerns = message.credential->account.id == AccountId{1};
            return isBroken && concerns ? refusal(code) : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
        };
        Campaign elsewhere = SenderWorld::campaign();
        elsewhere.accountId = AccountId{2};
        Campaign later = SenderWorld::campaign();
        later.state = CampaignState::Scheduled;
        later.scheduledFor = world.clock.now() + 24h;
        const CampaignId first = world.ledger.add(SenderWorld::campaign(perSecond(80)), 100);
        const CampaignId second = world.ledger.add(SenderWorld::campaign(perSecond(80)), 100);
        const CampaignId scheduled = world.ledger.add(later, 100);
        const CampaignId other = world.ledger.add(elsewhere, 100);
        world.start();

        world.run(20s);

        const CampaignState expected = code == 368 ? CampaignState::Failed : CampaignState::Paused;
        for (const CampaignId id : {first, second, scheduled}) {
            EXPECT_EQ(world.ledger.stateOf(id), expected);
            EXPECT_EQ(world.ledger.stored(id).reason.code, QString::number(code));
            EXPECT_FALSE(world.ledger.stored(id).reason.advice.isEmpty());
            EXPECT_EQ(world.ledger.countOf(id, Pending), 100);
        }
        EXPECT_LE(world.gateway.journal().size(), 100u + 80u * 3 / 10);
        EXPECT_EQ(world.ledger.countOf(other, Sent), 100);
        EXPECT_EQ(world.ledger.openClaims(), 0);
        EXPECT_EQ(
            std::count_if(world.states.begin(), world.states.end(),
                          [&](const SenderWorld::StateChange &change) { return change.campaign == first; }),
            1);

        isBroken = false;
        world.ledger.changeByOthers(first, CampaignEvent::Resume);
        ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(first) == CampaignState::Completed; }));
        EXPECT_EQ(world.ledger.countOf(first, Sent), 100);
    }
}

TEST(SenderTest, templateTroublePausesOnlyItsCampaign)
{
    SenderWorld world;
    const CampaignId bad = world.ledger.add(SenderWorld::campaign(), 100);
    const CampaignId good = world.ledger.add(SenderWorld::campaign(), 100);
    world.gateway.outcome = [&](const OutgoingMessage &message) -> SendOutcome {
        return message.to < world.ledger.person(good, 0).phone
            ? refusal(132015)
            : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(good) == CampaignState::Completed; }));

    EXPECT_EQ(world.ledger.stateOf(bad), CampaignState::Paused);
    EXPECT_EQ(world.ledger.countOf(bad, Pending), 100);
}

TEST(SenderTest, theBrakePausesAfterFiftyEqualRefusalsInARow)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return refusal(131026); };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 500);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Paused; }));
    world.run(5s);

    EXPECT_EQ(world.ledger.stored(id).reason.code, u"brake"_s);
    EXPECT_GE(world.ledger.countOf(id, Failed), 50);
    EXPECT_LE(world.ledger.countOf(id, Failed), 60);

    // A person looked at it and goes on: what was before does not count again.
    world.gateway.outcome = [](const OutgoingMessage &) { return Accepted{.messageId = u"wamid.1"_s}; };
    world.ledger.changeByOthers(id, CampaignEvent::Resume);
    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));
}

TEST(SenderTest, aPersonWhoStoppedMarketingIsSuppressedAtOnce)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return refusal(131050); };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 1);
    world.start();
    world.run(5s);

    EXPECT_EQ(world.ledger.countOf(id, Failed), 1);
    EXPECT_TRUE(world.ledger.person(id, 0).isSuppressed);
}

TEST(SenderTest, suppressedPeopleAreKeptOutAndTheCampaignStillEnds)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    for (int i = 0; i < 100; i += 2)
        world.ledger.person(id, i).isSuppressed = true;
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    EXPECT_EQ(world.ledger.countOf(id, OptedOut), 50);
    EXPECT_EQ(world.gateway.journal().size(), 50u);
}

TEST(SenderTest, withoutAConnectionItWaitsAndGoesOnByItselfAndBurnsNoAttempt)
{
    SenderWorld world;
    bool isOnline = false;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return isOnline ? SendOutcome{Accepted{.messageId = u"wamid.1"_s}} : NotSent{u"no route"_s};
    };
    world.gateway.latency = 5ms;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 100);
    world.start();

    world.run(10min);
    EXPECT_LE(world.gateway.journal().size(), 30u) << "tries grow from 1 to 30 seconds apart";
    EXPECT_GE(world.gateway.journal().size(), 20u);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 100);
    EXPECT_EQ(world.ledger.person(id, 0).attempts, 0);
    EXPECT_EQ(world.waits.back().second.code, u"offline"_s);
    EXPECT_EQ(world.idleCount, 0) << "a backoff runs";

    isOnline = true;
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 60s));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 100);
    EXPECT_TRUE(world.waits.back().second.isEmpty());
    EXPECT_EQ(world.ledger.person(id, 0).attempts, 1);
}

TEST(SenderTest, oneMessageThatDidNotLeaveAmongManyThatDidHoldsNothingUp)
{
    SenderWorld world;
    int posted = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return ++posted % 10 == 0 ? SendOutcome{NotSent{u"closed while idle"_s}}
                                  : Accepted{.messageId = u"wamid.1"_s};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 8s));

    EXPECT_EQ(world.ledger.countOf(id, Sent), 400);
    EXPECT_TRUE(world.waits.empty());
}

TEST(SenderTest, anUntrustedCertificatePausesWithItsReason)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) {
        return NotSent{u"self-signed certificate"_s, true};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(5s);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    EXPECT_EQ(world.ledger.stored(id).reason.code, u"connection"_s);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 100);
}

TEST(SenderTest, withoutAnAccessKeyTheCampaignPausesBeforeAnyClaim)
{
    SenderWorld world;
    world.credentials.hasToken = false;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(2s);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    EXPECT_EQ(world.ledger.stored(id).reason.code, u"no_token"_s);
    EXPECT_TRUE(world.gateway.journal().empty());
    EXPECT_EQ(world.ledger.countOf(id, Pending), 100);
}

TEST(SenderTest, theWindowClosesInTheMiddleOfARunAndOpensAgainTheNextDay)
{
    SenderWorld world;
    setTime(world, "2026-11-18T19:59:50Z"); // ten seconds before 21:00 in Berlin
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    const CampaignId id = world.ledger.add(campaign, 400);
    world.start();

    world.run(30s);
    const size_t posted = world.gateway.journal().size();
    EXPECT_NEAR(static_cast<double>(posted), 192, 4);
    EXPECT_LT(world.gateway.journal().back().wallTime, utc("2026-11-18T20:00:00Z"));
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.waits.back().second.code, u"window"_s);
    EXPECT_EQ(world.idleCount, 1);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 13h));
    EXPECT_GE(world.gateway.journal()[posted].wallTime, utc("2026-11-19T08:00:00Z"));
    EXPECT_LT(world.gateway.journal()[posted].wallTime, utc("2026-11-19T08:00:01Z"));
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderTest, theWindowFollowsTheClockChange)
{
    SenderWorld world;
    setTime(world, "2026-03-28T22:00:00Z");
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    world.ledger.add(campaign, 1);
    world.start();

    world.runUntil([&] { return !world.gateway.journal().empty(); }, 24h);

    ASSERT_FALSE(world.gateway.journal().empty());
    EXPECT_GE(world.gateway.journal().front().wallTime, utc("2026-03-29T07:00:00Z"));
    EXPECT_LT(world.gateway.journal().front().wallTime, utc("2026-03-29T07:00:01Z"));
}

TEST(SenderTest, aCampaignWhoseLastPersonWasSentAtClosingTimeCompletes)
{
    SenderWorld world;
    setTime(world, "2026-11-18T19:59:59Z");
    Campaign campaign = SenderWorld::campaign(SendRate::gentle());
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    const CampaignId id = world.ledger.add(campaign, 1);
    world.start();

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 10s));
}

TEST(SenderTest, inTheRecipientsOwnZonesEachCountryWaitsForItsMorning)
{
    SenderWorld world;
    setTime(world, "2026-11-18T10:00:00Z"); // 15:30 in India, 11:00 in Spain, 05:00 in New York
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 30);
    for (int i = 0; i < 10; ++i)
        world.ledger.person(id, i).region = u"US"_s;
    for (int i = 10; i < 20; ++i)
        world.ledger.person(id, i).region = u"IN"_s;
    world.start();

    world.run(1min);
    EXPECT_EQ(world.gateway.journal().size(), 20u);
    EXPECT_EQ(world.idleCount, 1);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 12h));
    // 09:00 in Honolulu, which is 14:00 in New York.
    EXPECT_GE(world.gateway.journal()[20].wallTime, utc("2026-11-18T19:00:00Z"));
    EXPECT_LT(world.gateway.journal()[20].wallTime, utc("2026-11-18T19:00:01Z"));
}

TEST(SenderTest, aPracticeWorkspaceIsAlwaysOpen)
{
    SenderWorld world;
    world.options.isAlwaysOpen = true;
    setTime(world, "2026-11-18T02:00:00Z");
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 20);
    world.start();

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 10s));
}

TEST(SenderTest, afterSleepNothingIsCaughtUpInABurst)
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

TEST(SenderTest, aCleanStopGivesClaimsBackAndAwaitsTheAnswersUnderWay)
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

TEST(SenderTest, aCleanStopLeavesOnlyWhatWasNotAnsweredInTenSecondsUnconfirmed)
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

TEST(SenderTest, aStoppedSenderCanBeStartedAgain)
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

TEST(SenderTest, aSenderThatNeverStartedStopsToo)
{
    SenderWorld world;
    world.start();
    world.sender->stop();
    EXPECT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 1s));

    world.sender->stop();
    EXPECT_TRUE(world.runUntil([&] { return world.stoppedCount == 2; }, 1s));
}

TEST(SenderTest, aDestroyedSenderWritesWhatIsKnown)
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

TEST(SenderTest, aFullDiskStopsSendingBeforeTheNextPostAndItGoesOnAfterwards)
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

TEST(SenderTest, aStopAfterLongTroubleWithTheLedgerStillWritesWhatWasAnswered)
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

TEST(SenderTest, aStopDuringTroubleWithTheLedgerKeepsTryingUntilItGivesUp)
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

TEST(SenderTest, answersThatCameWhileTheLedgerKeptTheThreadBusyAreReadBeforeItGivesUpOnThem)
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

TEST(SenderTest, anotherProgramThatWritesForLongDelaysSendingAndIsNotTakenForAFullDisk)
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

TEST(SenderTest, aLedgerThatFailsNowAndThenLosesNobody)
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

TEST(SenderTest, aLedgerThatIsBrokenFromTheStartLetsNothingLeave)
{
    SenderWorld world;
    world.ledger.isBroken = true;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 10);
    world.start();
    world.run(1min);
    EXPECT_TRUE(world.gateway.journal().empty());

    world.ledger.isBroken = false;
    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 2min));
}

TEST(SenderTest, answersAreWrittenInGroups)
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

TEST(SenderTest, nothingIsWrittenBeforeTheMessagesPostedLastHaveLeft)
{
    for (const int limit : {80, 1000}) {
        SenderWorld world;
        world.gateway.room = 1000;
        for (int i = 0; i < 2; ++i)
            world.ledger.add(SenderWorld::campaign(perSecond(limit)), limit * 3);
        std::chrono::nanoseconds shortest = 1h;
        world.ledger.onClaimOrSettle = [&] {
            if (!world.gateway.journal().empty())
                shortest = std::min(shortest, world.clock.monotonic() - world.gateway.journal().back().at);
        };
        world.start();

        world.run(5s);

        EXPECT_GE(shortest, 3ms) << limit;
        EXPECT_GE(world.gateway.journal().size(), size_t(limit * 5 * 0.95)) << limit;
    }
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

class SenderMediaTest : public testing::Test
{
protected:
    Campaign withHeaderFile() const
    {
        Campaign campaign = SenderWorld::campaign();
        campaign.frozenTemplate =
            MessageTemplate{.status = u"APPROVED"_s, .headerFormat = HeaderFormat::Image, .body = u"Hi"_s};
        campaign.settings.headerMedia = HeaderMedia::fromText(u"/pictures/a.jpg"_s);
        return campaign;
    }

    SenderWorld world;
};

TEST_F(SenderMediaTest, theHeaderFileIsUploadedOnceBeforeTheFirstClaim)
{
    const CampaignId id = world.ledger.add(withHeaderFile(), 20);
    world.start();
    world.run(5s);
    EXPECT_EQ(world.headerMedia.asked, 1);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 20);
    EXPECT_EQ(world.idleCount, 0);

    world.headerMedia.succeed(u"4711"_s);
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 5s));

    EXPECT_EQ(world.headerMedia.asked, 1);
    for (const FakeGateway::Entry &entry : world.gateway.journal()) {
        EXPECT_EQ(entry.headerMedia.kind, HeaderMedia::Kind::Id);
        EXPECT_EQ(entry.headerMedia.value, u"4711"_s);
    }
}

TEST_F(SenderMediaTest, anUploadIsUsedForTwentyNineDaysAndNotLonger)
{
    Campaign fresh = withHeaderFile();
    fresh.settings.headerMedia.mediaId = u"1"_s;
    fresh.settings.headerMedia.uploadedAt = world.clock.now() - std::chrono::days{28};
    Campaign old = fresh;
    old.settings.headerMedia.uploadedAt = world.clock.now() - std::chrono::days{29};
    const CampaignId usable = world.ledger.add(fresh, 5);
    const CampaignId expired = world.ledger.add(old, 5);
    world.start();
    world.run(5s);

    EXPECT_EQ(world.headerMedia.asked, 1);
    EXPECT_EQ(world.ledger.countOf(usable, Sent), 5);
    EXPECT_EQ(world.ledger.countOf(expired, Pending), 5);
}

TEST_F(SenderMediaTest, anUploadThatTheNetworkStoppedIsTriedAgain)
{
    const CampaignId id = world.ledger.add(withHeaderFile(), 5);
    world.start();
    world.run(1s);
    world.headerMedia.fail(ErrorKind::Network);
    world.run(200ms);
    EXPECT_EQ(world.waits.back().second.code, u"header_media"_s);

    world.run(2s);
    EXPECT_EQ(world.headerMedia.asked, 2);
    world.headerMedia.succeed(u"4711"_s);

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 5s));
}

TEST_F(SenderMediaTest, aFileThatCannotBeUsedPausesTheCampaign)
{
    const CampaignId id = world.ledger.add(withHeaderFile(), 5);
    world.start();
    world.run(1s);
    world.headerMedia.fail(ErrorKind::BadInput);
    world.run(1s);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    EXPECT_EQ(world.ledger.stored(id).reason.code, u"header_media"_s);
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

TEST(SenderTest, aCampaignThatWasPausedWhileItsKeyWentMissingIsSimplyLeftAlone)
{
    SenderWorld world;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(1s);
    world.ledger.changeByOthers(id, CampaignEvent::Pause);
    world.credentials.hasToken = false;
    world.steps = 0;

    world.run(2s);

    EXPECT_EQ(world.ledger.stored(id).reason.code, u"user"_s);
    EXPECT_LE(world.steps, 30);
}
