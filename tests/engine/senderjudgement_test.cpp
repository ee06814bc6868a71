#include "senderworld.h"

#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

TEST(SenderJudgementTest, aLostAnswerIsUnconfirmedAndEndsNoRun)
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

TEST(SenderJudgementTest, transientErrorsAreTriedAgainAfterGrowingWaits)
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

TEST(SenderJudgementTest, aPersonFailsAfterTheLastRetryAndNobodyElse)
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

TEST(SenderJudgementTest, somebodyTriedAgainByAPersonHasAllTheirTriesAgain)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return refusal(131016); };
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.maxRetries = 1;
    const CampaignId id = world.ledger.add(campaign, 1);
    world.start();
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }));

    world.ledger.resendByOthers(id, Failed);
    world.run(1min);

    EXPECT_EQ(world.ledger.countOf(id, Failed), 1);
    EXPECT_EQ(world.ledger.person(id, 0).attempts, 4);
}

TEST(SenderJudgementTest, aBackoffIsNotShortenedOrProlongedByAMovedClock)
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

TEST(SenderJudgementTest, anAccessKeyThatMetaNoLongerTakesStopsEveryNumberThatUsesIt)
{
    for (const int code : {190, 131042}) {
        SCOPED_TRACE(code);
        SenderWorld world;
        world.credentials.haveOneToken = true;
        world.gateway.outcome = [&](const OutgoingMessage &message) -> SendOutcome {
            return message.credential->account.id == AccountId{1}
                ? refusal(code)
                : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
        };
        Campaign later = SenderWorld::campaign(perSecond(1));
        later.accountId = AccountId{2};
        const CampaignId ofOther = world.ledger.add(later, 100);
        world.start();
        world.run(5s);
        const int before = world.ledger.countOf(ofOther, Sent);

        world.ledger.add(SenderWorld::campaign(perSecond(80)), 100);
        world.sender->wake();
        world.run(20s);

        const bool isAboutTheKey = code == 190;
        EXPECT_EQ(world.ledger.stateOf(ofOther),
                  isAboutTheKey ? CampaignState::Paused : CampaignState::Sending);
        if (isAboutTheKey) {
            EXPECT_LE(world.ledger.countOf(ofOther, Sent), before + 3);
            EXPECT_EQ(world.ledger.stored(ofOther).reason.code, u"190"_s);
        }
        EXPECT_EQ(world.ledger.countOf(ofOther, Failed), 0);
    }
}

TEST(SenderJudgementTest, accountTroublePausesEveryCampaignOfTheAccountAndMarksNobodyFailed)
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

        // What Meta ends is one campaign that it refused; nothing more leaves for the others either.
        EXPECT_EQ(world.ledger.stateOf(first), code == 368 ? CampaignState::Failed : CampaignState::Paused);
        EXPECT_EQ(world.ledger.stateOf(second), CampaignState::Paused);
        EXPECT_EQ(world.ledger.stateOf(scheduled), CampaignState::Paused);
        for (const CampaignId id : {first, second, scheduled}) {
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
        world.ledger.changeByOthers(second, CampaignEvent::Resume);
        ASSERT_TRUE(world.runUntil([&] {
            return world.ledger.stateOf(first) == CampaignState::Completed
                && world.ledger.stateOf(second) == CampaignState::Completed;
        }));
        EXPECT_EQ(world.ledger.countOf(first, Sent), 100);
        EXPECT_EQ(world.ledger.countOf(second, Sent), 100);
    }
}

TEST(SenderJudgementTest, everyRowOfTheTableActsInARunAsItsActionSays)
{
    for (qsizetype i = 0; i < errorEntryCount(); ++i) {
        const ErrorEntry &entry = errorEntryAt(i);
        SCOPED_TRACE(entry.name);
        SenderWorld world;
        const CampaignId struck = world.ledger.add(SenderWorld::campaign(), 3);
        const CampaignId beside = world.ledger.add(SenderWorld::campaign(), 60); // of the same number
        const PhoneNumber firstBeside = world.ledger.person(beside, 0).phone;
        const bool passes = entry.action == ErrorAction::RetryBackoff;
        bool isMended = false;
        std::set<PhoneNumber> refused;
        world.gateway.outcome = [&](const OutgoingMessage &message) -> SendOutcome {
            const bool isRefused =
                message.to < firstBeside && !isMended && (refused.insert(message.to).second || !passes);
            return isRefused ? SendOutcome{Refused{.code = entry.code, .subcode = entry.subcode}}
                             : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
        };
        const auto hasCompleted = [&](CampaignId id) {
            return world.ledger.stateOf(id) == CampaignState::Completed;
        };
        world.start();

        switch (entry.action) {
        case ErrorAction::RetryBackoff:
            ASSERT_TRUE(world.runUntil([&] { return hasCompleted(struck) && hasCompleted(beside); }));
            EXPECT_EQ(world.ledger.countOf(struck, Sent), 3);
            EXPECT_EQ(refused.size(), 3u);
            break;
        case ErrorAction::RetryAfter24h:
        case ErrorAction::FailRecipient:
        case ErrorAction::OptOutRecipient:
            ASSERT_TRUE(world.runUntil([&] { return hasCompleted(struck) && hasCompleted(beside); }));
            EXPECT_EQ(world.ledger.countOf(struck, Failed), 3);
            EXPECT_EQ(world.writtenTwice(), 0);
            break;
        case ErrorAction::PauseCampaign:
        case ErrorAction::StopCampaign:
        case ErrorAction::FixConfig: {
            const CampaignState ended =
                entry.action == ErrorAction::StopCampaign ? CampaignState::Failed : CampaignState::Paused;
            const bool concernsAll = entry.action == ErrorAction::FixConfig
                || entry.scope == ErrorScope::Account || entry.scope == ErrorScope::App;
            world.run(10s);
            EXPECT_EQ(world.ledger.stateOf(struck), ended);
            EXPECT_EQ(world.ledger.countOf(struck, Pending), 3) << "nobody is marked failed for it";
            EXPECT_FALSE(world.ledger.stored(struck).reason.message.isEmpty());
            EXPECT_EQ(world.ledger.stateOf(beside),
                      concernsAll ? CampaignState::Paused : CampaignState::Completed);

            isMended = true;
            world.ledger.changeByOthers(struck, CampaignEvent::Resume);
            if (concernsAll)
                world.ledger.changeByOthers(beside, CampaignEvent::Resume);
            ASSERT_TRUE(world.runUntil([&] { return hasCompleted(struck) && hasCompleted(beside); }));
            EXPECT_EQ(world.ledger.countOf(struck, Sent), 3);
            break;
        }
        }
        EXPECT_EQ(world.ledger.countOf(beside, Sent), 60);
        EXPECT_EQ(world.ledger.openClaims(), 0);
    }
}

TEST(SenderJudgementTest, templateTroublePausesOnlyItsCampaign)
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

TEST(SenderJudgementTest, theBrakePausesAfterFiftyEqualRefusalsInARow)
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

TEST(SenderJudgementTest, aPersonWhoStoppedMarketingIsSuppressedAtOnce)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return refusal(131050); };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 1);
    world.start();
    world.run(5s);

    EXPECT_EQ(world.ledger.countOf(id, Failed), 1);
    EXPECT_TRUE(world.ledger.person(id, 0).isSuppressed);
}

TEST(SenderJudgementTest, suppressedPeopleAreKeptOutAndTheCampaignStillEnds)
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

TEST(SenderJudgementTest, withoutAConnectionItWaitsAndGoesOnByItselfAndBurnsNoAttempt)
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

TEST(SenderJudgementTest, oneMessageThatDidNotLeaveAmongManyThatDidHoldsNothingUp)
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

TEST(SenderJudgementTest, aSignInPageLeavesOnlyTheRequestsInFlightInDoubtAndSendingGoesOnByItself)
{
    SenderWorld world;
    bool isSignedIn = false;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return isSignedIn ? SendOutcome{Accepted{.messageId = u"wamid.1"_s}} : Unknown{u"HTML"_s, true};
    };
    world.gateway.hasGraph = false;
    const CampaignId first = world.ledger.add(SenderWorld::campaign(perSecond(80)), 100);
    const CampaignId second = world.ledger.add(SenderWorld::campaign(perSecond(80)), 100);
    world.start();

    world.run(10min);

    const int inDoubt = world.ledger.countOf(first, Unconfirmed) + world.ledger.countOf(second, Unconfirmed);
    EXPECT_EQ(inDoubt, static_cast<int>(world.gateway.journal().size()));
    EXPECT_LE(inDoubt, 20) << "80 a second for 200 ms";
    EXPECT_GE(inDoubt, 1);
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.ledger.countOf(first, Pending) + world.ledger.countOf(second, Pending), 200 - inDoubt);
    EXPECT_EQ(world.waits.back().second.code, u"not_meta"_s);
    EXPECT_GE(world.gateway.probes().size(), 20u);
    EXPECT_LE(world.gateway.probes().size(), 30u) << "from 1 to 30 seconds apart";
    EXPECT_EQ(world.idleCount, 0) << "a wait runs";

    isSignedIn = true;
    world.gateway.hasGraph = true;
    ASSERT_TRUE(world.runUntil(
        [&] {
            return world.ledger.stateOf(first) == CampaignState::Completed
                && world.ledger.stateOf(second) == CampaignState::Completed;
        },
        60s));
    EXPECT_EQ(world.ledger.countOf(first, Sent) + world.ledger.countOf(second, Sent), 200 - inDoubt);
    EXPECT_TRUE(world.waits.back().second.isEmpty());
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderJudgementTest, oneForeignPageAmongGraphsAnswersHoldsNothingUpForLong)
{
    SenderWorld world;
    int posted = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return ++posted == 10 ? SendOutcome{Unknown{u"HTTP 502"_s, true}} : Accepted{.messageId = u"wamid.1"_s};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 400);
    world.start();

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 8s));

    EXPECT_EQ(world.ledger.countOf(id, Sent), 399);
    EXPECT_EQ(world.gateway.probes().size(), 1u);
}

TEST(SenderJudgementTest, aCertificateThatIsNotTrustedIsWaitedOutWithoutAnAttempt)
{
    SenderWorld world;
    bool isTrusted = false;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return isTrusted ? SendOutcome{Accepted{.messageId = u"wamid.1"_s}}
                         : NotSent{u"self-signed certificate"_s, false, true};
    };
    world.gateway.hasGraph = false;
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(1min);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Sending);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 100);
    EXPECT_EQ(world.waits.back().second.code, u"not_meta"_s);
    EXPECT_TRUE(world.waits.back().second.message.contains(u"self-signed certificate"_s));

    isTrusted = true;
    world.gateway.hasGraph = true;
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 60s));
    EXPECT_EQ(world.ledger.countOf(id, Sent), 100);
    EXPECT_EQ(world.ledger.person(id, 0).attempts, 1);
}

TEST(SenderJudgementTest, whileTheAllowanceIsNearlyUsedItGoesSlowlyAndIsNeverRefused)
{
    SenderWorld world;
    int percent = 50;
    world.gateway.outcome = [&](const OutgoingMessage &) -> SendOutcome {
        return Accepted{.messageId = u"wamid.1"_s, .usagePercent = percent};
    };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(perSecond(80)), 4000);
    const auto sentIn = [&](std::chrono::seconds time) {
        const size_t before = world.gateway.journal().size();
        world.run(time);
        return static_cast<int>(world.gateway.journal().size() - before);
    };
    world.start();

    EXPECT_GE(sentIn(10s), 760);
    percent = 95;
    world.run(1s); // until the answers tell
    EXPECT_LE(sentIn(10s), 210) << "a quarter";
    percent = 100;
    world.run(1s);
    EXPECT_LE(sentIn(10s), 11) << "one a second, so that it is seen when there is room again";
    percent = 20;
    world.run(2s);
    EXPECT_GE(sentIn(10s), 760);
    EXPECT_EQ(std::count_if(world.ledger.activity().begin(), world.ledger.activity().end(),
                            [](const QString &note) { return note.contains(u"95 %"_s); }),
              1);
    EXPECT_EQ(world.ledger.countOf(id, Failed), 0);
}

TEST(SenderJudgementTest, anAddressThatCannotBeUsedPausesWithItsReason)
{
    SenderWorld world;
    world.gateway.outcome = [](const OutgoingMessage &) { return NotSent{u"no such protocol"_s, true}; };
    const CampaignId id = world.ledger.add(SenderWorld::campaign(), 100);
    world.start();
    world.run(5s);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    EXPECT_EQ(world.ledger.stored(id).reason.code, u"connection"_s);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 100);
}

TEST(SenderJudgementTest, withoutAnAccessKeyTheCampaignPausesBeforeAnyClaim)
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

TEST(SenderJudgementTest, aCampaignThatWasPausedWhileItsKeyWentMissingIsSimplyLeftAlone)
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
