#include "senderworld.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = DirectMessageState;

namespace {

const QString kTester = u"+34600000999"_s;

DirectMessage testMessage(const QString &to = kTester, AccountId account = {1})
{
    DirectMessage message;
    message.account = account;
    message.to = *PhoneNumber::fromE164(to);
    message.messageTemplate.name = u"tour"_s;
    return message;
}

/// The same with a file that has to be uploaded first.
DirectMessage messageWithFile()
{
    DirectMessage message = testMessage();
    message.headerMedia = HeaderMedia::fromText(u"/home/me/plan.pdf"_s);
    return message;
}

bool isSettled(State state)
{
    return state != State::Waiting && state != State::Sending;
}

class DirectServiceTest : public testing::Test
{
protected:
    DirectMessageId ask(const DirectMessage &message = testMessage()) { return world.directs.ask(message); }

    bool runUntilSettled(DirectMessageId id, std::chrono::nanoseconds limit = 5s)
    {
        return world.runUntil([&] { return isSettled(world.directs.stateOf(id)); }, limit);
    }

    /// When a message to this number left; nothing if none did.
    std::vector<MonotonicTime> timesOf(const QString &to) const
    {
        std::vector<MonotonicTime> times;
        for (const FakeGateway::Entry &entry : world.gateway.journal()) {
            if (entry.to == to)
                times.push_back(entry.at);
        }
        return times;
    }

    SenderWorld world;
};

} // namespace

TEST_F(DirectServiceTest, aTestArrivesWithinASecondThoughThousandsWaitAndTheNumberKeepsItsLimit)
{
    world.ledger.add(SenderWorld::campaign(perSecond(20)), 2000);
    world.start();
    world.run(3s);
    const MonotonicTime asked = world.clock.monotonic();

    const DirectMessageId id = ask();
    ASSERT_TRUE(runUntilSettled(id));
    world.run(5s);

    EXPECT_EQ(world.directs.stateOf(id), State::Accepted);
    ASSERT_EQ(timesOf(kTester).size(), 1u);
    EXPECT_LE(timesOf(kTester).front() - asked, 400ms);
    EXPECT_LE(world.worstWindow(1s), 20);
    EXPECT_GE(world.gateway.journal().size(), 8u * 19u);
}

TEST_F(DirectServiceTest, manyTestsInARowDoNotMakeTheNumberFasterNorLeaveTheCampaignsOut)
{
    const CampaignId campaign = world.ledger.add(SenderWorld::campaign(perSecond(10)), 500);
    world.start();
    world.run(2s);

    std::vector<DirectMessageId> ids;
    for (int i = 0; i < 25; ++i)
        ids.push_back(ask(testMessage(u"+346000009%1"_s.arg(10 + i))));
    world.run(4s);

    for (const DirectMessageId id : ids)
        EXPECT_EQ(world.directs.stateOf(id), State::Accepted);
    EXPECT_LE(world.worstWindow(1s), 10);
    EXPECT_GE(world.ledger.countOf(campaign, RecipientStatus::Sent), 28);
}

TEST_F(DirectServiceTest, aSlowCampaignDoesNotSlowATest)
{
    world.ledger.add(SenderWorld::campaign({SendRate::Unit::PerMinute, 6}), 10);
    world.start();
    world.run(1s);
    const MonotonicTime asked = world.clock.monotonic();

    const DirectMessageId id = ask();

    ASSERT_TRUE(runUntilSettled(id));
    EXPECT_LE(timesOf(kTester).front() - asked, 300ms);
}

TEST_F(DirectServiceTest, withoutAnyCampaignATestLeavesAtOnceAndTheEngineIsIdleAfterwards)
{
    world.start();
    world.run(1s);
    const int idleBefore = world.idleCount;

    const DirectMessageId id = ask();
    world.run(100ms);
    EXPECT_EQ(world.idleCount, idleBefore);
    ASSERT_TRUE(runUntilSettled(id));
    world.run(1s);

    EXPECT_EQ(world.directs.stateOf(id), State::Accepted);
    EXPECT_EQ(world.idleCount, idleBefore + 1);
}

TEST_F(DirectServiceTest, theClaimIsThereBeforeTheMessageLeaves)
{
    State atThePost = State::Waiting;
    DirectMessageId id;
    world.gateway.outcome = [&](const OutgoingMessage &) -> std::optional<SendOutcome> {
        atThePost = world.directs.stateOf(id);
        return Accepted{u"wamid.1"_s, {}, {}};
    };
    id = ask();
    world.start();

    ASSERT_TRUE(runUntilSettled(id));

    EXPECT_EQ(atThePost, State::Sending);
}

TEST_F(DirectServiceTest, eachOutcomeIsWrittenAndNothingIsSentASecondTime)
{
    world.gateway.outcome = [](const OutgoingMessage &message) -> std::optional<SendOutcome> {
        switch (message.to.e164().back().digitValue()) {
        case 1: return Refused{.code = 131016, .httpStatus = 500}; // a campaign's would be tried again
        case 2: return Unknown{u"reset"_s};
        default: return NotSent{u"no route"_s};
        }
    };
    const DirectMessageId refused = ask(testMessage(u"+34600000001"_s));
    const DirectMessageId unknown = ask(testMessage(u"+34600000002"_s));
    const DirectMessageId notSent = ask(testMessage(u"+34600000003"_s));
    world.start();

    world.run(1h);

    EXPECT_EQ(world.directs.stateOf(refused), State::Refused);
    EXPECT_EQ(world.directs.stateOf(unknown), State::Unconfirmed);
    EXPECT_EQ(world.directs.stateOf(notSent), State::NotSent);
    EXPECT_EQ(world.gateway.journal().size(), 3u);
}

TEST_F(DirectServiceTest, aCrashAfterTheClaimLeavesItUnconfirmedAndItIsNotSentAgain)
{
    world.gateway.outcome = [](const OutgoingMessage &) { return std::nullopt; };
    const DirectMessageId id = ask();
    world.start();
    ASSERT_TRUE(world.runUntil([&] { return world.gateway.inFlight() == 1; }, 5s));

    world.killSender();
    EXPECT_EQ(world.directs.stateOf(id), State::Sending);
    world.start();
    world.run(1h);

    EXPECT_EQ(world.directs.stateOf(id), State::Unconfirmed);
    EXPECT_EQ(timesOf(kTester).size(), 1u);
}

TEST_F(DirectServiceTest, whoseTimeIsOverIsNotSent)
{
    const DirectMessageId id = ask();
    world.directs.letTimePass(id);
    world.start();

    world.run(10s);

    EXPECT_EQ(world.directs.stateOf(id), State::Expired);
    EXPECT_TRUE(world.gateway.journal().empty());
}

TEST_F(DirectServiceTest, aNumberThatMetaWantsToWaitSendsNoTestMeanwhile)
{
    world.ledger.add(SenderWorld::campaign(perSecond(20)), 100);
    bool isAsking = true;
    world.gateway.outcome = [&](const OutgoingMessage &) -> std::optional<SendOutcome> {
        if (std::exchange(isAsking, false))
            return refusal(131057, 20s); // maintenance of the account
        return Accepted{u"wamid.1"_s, {}, {}};
    };
    world.start();
    ASSERT_TRUE(world.runUntil([&] { return !isAsking && world.gateway.inFlight() == 0; }, 5s));
    const MonotonicTime held = world.clock.monotonic();

    const DirectMessageId id = ask();
    world.run(15s);
    EXPECT_EQ(world.directs.stateOf(id), State::Waiting);
    ASSERT_TRUE(runUntilSettled(id, 60s));

    EXPECT_GE(timesOf(kTester).front() - held, 15s);
}

TEST_F(DirectServiceTest, anotherNumberIsNotHeldUp)
{
    world.ledger.limits = {
        {AccountId{1}, {}, 1, {}}
    };
    world.start();
    world.run(1s);

    std::vector<DirectMessageId> slow;
    for (int i = 0; i < 5; ++i)
        slow.push_back(ask(testMessage(u"+3460000010%1"_s.arg(i), {1})));
    const DirectMessageId other = ask(testMessage(kTester, {2}));
    world.run(600ms);

    EXPECT_EQ(world.directs.stateOf(other), State::Accepted);
    EXPECT_EQ(world.directs.stateOf(slow.back()), State::Waiting);
}

TEST_F(DirectServiceTest, withoutATokenItIsToldAtOnce)
{
    world.credentials.hasToken = false;
    world.start();

    const DirectMessageId id = ask();

    ASSERT_TRUE(runUntilSettled(id));
    EXPECT_EQ(world.directs.report(id).declined->code, u"no_token"_s);
    EXPECT_TRUE(world.gateway.journal().empty());
}

TEST_F(DirectServiceTest, aHeaderFileIsUploadedBeforeTheClaim)
{
    world.start();
    const DirectMessageId id = ask(messageWithFile());
    const DirectMessageId without = ask(testMessage(u"+34600000001"_s));
    world.run(1s);
    EXPECT_EQ(world.headerMedia.asked, 1);
    EXPECT_EQ(world.directs.stateOf(id), State::Waiting);
    EXPECT_EQ(world.directs.stateOf(without), State::Accepted);

    world.headerMedia.succeed(u"4711"_s);

    ASSERT_TRUE(runUntilSettled(id));
    EXPECT_EQ(world.directs.stateOf(id), State::Accepted);
    EXPECT_EQ(world.gateway.journal().back().headerMedia.kind, HeaderMedia::Kind::Id);
    EXPECT_EQ(world.gateway.journal().back().headerMedia.value, u"4711"_s);
}

TEST_F(DirectServiceTest, aHeaderFileThatCannotBeUploadedIsToldAndNothingLeaves)
{
    world.start();
    const DirectMessageId id = ask(messageWithFile());
    world.run(1s);

    world.headerMedia.fail(ErrorKind::BadInput);

    ASSERT_TRUE(runUntilSettled(id));
    EXPECT_EQ(world.directs.report(id).declined->kind, ErrorKind::BadInput);
    EXPECT_TRUE(world.gateway.journal().empty());
}

// "I sent the plan and wrote: as you see on page two. She got the sentence first."
TEST_F(DirectServiceTest, whatIsWrittenAfterAFileLeavesAfterIt)
{
    world.start();
    const DirectMessageId file = ask(messageWithFile());
    const DirectMessageId text = ask();
    const DirectMessageId toAnother = ask(testMessage(u"+34600000001"_s));
    world.run(2s);
    EXPECT_EQ(world.directs.stateOf(file), State::Waiting);
    EXPECT_EQ(world.directs.stateOf(text), State::Waiting);
    EXPECT_EQ(world.directs.stateOf(toAnother), State::Accepted);

    world.headerMedia.succeed(u"4711"_s);

    ASSERT_TRUE(runUntilSettled(text));
    const std::vector<FakeGateway::Entry> &journal = world.gateway.journal();
    ASSERT_EQ(journal.size(), 3u);
    EXPECT_EQ(journal[1].headerMedia.value, u"4711"_s);
    EXPECT_EQ(journal[2].to, kTester);
    EXPECT_TRUE(journal[2].headerMedia.value.isEmpty());
}

TEST_F(DirectServiceTest, aFileThatCannotBeUploadedReleasesWhatIsBehindIt)
{
    world.start();
    const DirectMessageId file = ask(messageWithFile());
    const DirectMessageId text = ask();
    world.run(2s);
    EXPECT_EQ(world.directs.stateOf(text), State::Waiting);

    world.headerMedia.fail(ErrorKind::BadInput);

    ASSERT_TRUE(runUntilSettled(text));
    EXPECT_EQ(world.directs.stateOf(file), State::Declined);
    EXPECT_EQ(world.directs.stateOf(text), State::Accepted);
}

TEST_F(DirectServiceTest, aWithdrawnOneIsForgottenEvenWhileItsFileIsUploaded)
{
    world.start();
    const DirectMessageId id = ask(messageWithFile());
    world.run(1s);

    world.directs.withdraw(id);
    world.run(1s);
    world.headerMedia.succeed(u"4711"_s);
    world.run(5s);

    EXPECT_EQ(world.directs.stateOf(id), State::Withdrawn);
    EXPECT_TRUE(world.gateway.journal().empty());
}

TEST_F(DirectServiceTest, aStopAwaitsItsAnswerAndTakesUpNoOther)
{
    world.gateway.latency = 3s;
    world.start();
    const DirectMessageId id = ask();
    ASSERT_TRUE(world.runUntil([&] { return world.gateway.inFlight() == 1; }, 5s));

    world.sender->stop();
    const DirectMessageId late = ask(testMessage(u"+34600000001"_s));
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 20s));

    EXPECT_EQ(world.directs.stateOf(id), State::Accepted);
    EXPECT_EQ(world.directs.stateOf(late), State::Waiting);
}

TEST_F(DirectServiceTest, aStopThatGetsNoAnswerLeavesItUnconfirmed)
{
    world.gateway.outcome = [](const OutgoingMessage &) { return std::nullopt; };
    world.start();
    const DirectMessageId id = ask();
    ASSERT_TRUE(world.runUntil([&] { return world.gateway.inFlight() == 1; }, 5s));

    world.sender->stop();
    ASSERT_TRUE(world.runUntil([&] { return world.stoppedCount == 1; }, 20s));

    EXPECT_EQ(world.directs.stateOf(id), State::Unconfirmed);
}

TEST_F(DirectServiceTest, onAFullDiskNothingLeavesAndTheAnswerIsKeptUntilItCanBeWritten)
{
    world.start();
    const DirectMessageId answered = ask();
    ASSERT_TRUE(world.runUntil([&] { return world.gateway.inFlight() == 1; }, 5s));

    world.directs.isBroken = true;
    const DirectMessageId waiting = ask(testMessage(u"+34600000001"_s));
    world.run(10s);
    EXPECT_EQ(world.gateway.journal().size(), 1u);
    world.directs.isBroken = false;

    ASSERT_TRUE(runUntilSettled(waiting, 60s));
    EXPECT_EQ(world.directs.stateOf(answered), State::Accepted);
    EXPECT_EQ(world.directs.stateOf(waiting), State::Accepted);
    EXPECT_EQ(world.gateway.journal().size(), 2u);
}

TEST_F(DirectServiceTest, aSenderOfDirectMessagesLeavesTheCampaignsAlone)
{
    const CampaignId campaign = world.ledger.add(SenderWorld::campaign(perSecond(20)), 10);
    world.options.isForDirectsOnly = true;
    world.start();
    const DirectMessageId id = ask();

    world.run(10s);

    EXPECT_EQ(world.directs.stateOf(id), State::Accepted);
    EXPECT_EQ(world.ledger.countOf(campaign, RecipientStatus::Pending), 10);
    EXPECT_EQ(world.gateway.journal().size(), 1u);
}

TEST_F(DirectServiceTest, aSignInPageHoldsTheNextTestOnlyUntilMetaAnswersAgain)
{
    bool isOnline = false;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return isOnline ? SendOutcome{Accepted{.messageId = u"wamid.1"_s}} : Unknown{u"a page"_s, true};
    };
    world.gateway.hasGraph = false;
    world.start();
    const DirectMessageId first = ask();
    ASSERT_TRUE(runUntilSettled(first));
    EXPECT_EQ(world.directs.stateOf(first), State::Unconfirmed);

    const DirectMessageId second = ask(testMessage(u"+34600000998"_s));
    world.run(5s);
    EXPECT_EQ(world.directs.stateOf(second), State::Waiting);

    isOnline = true;
    world.gateway.hasGraph = true;
    ASSERT_TRUE(runUntilSettled(second, 20s));
    EXPECT_EQ(world.directs.stateOf(second), State::Accepted);
    EXPECT_EQ(world.gateway.journal().size(), 2u);
}
