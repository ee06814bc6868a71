#include "workspace/credentialvault.h"
#include "workspace/directmessenger.h"
#include "workspace/enginehost.h"
#include "workspace/enginelock.h"
#include "workspace/world.h"

#include "secrets/memorysecretstore.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A practice workspace, where every program has its own Meta.
class DirectMessengerTest : public testing::Test
{
protected:
    DirectMessage testOf(CampaignId campaign, const QString &to = u"+34600999999"_s)
    {
        return *world.session().campaignDesk().testMessage(campaign, *PhoneNumber::fromE164(to));
    }

    DirectMessenger::Answer into(std::optional<Result<QString>> &answer)
    {
        return [&answer](const Result<QString> &given) { answer = given; };
    }

    DirectMessageState stateOf(qint64 id)
    {
        return world.session().directMessages().report(DirectMessageId{id})->state;
    }

    std::unique_ptr<EngineLock> takeLock(EngineLock::Purpose purpose)
    {
        Result<std::unique_ptr<EngineLock>> lock =
            EngineLock::acquire(world.workspace().path(), u"fanfare-cli"_s, world.clock().now(), purpose);
        return lock ? *std::move(lock) : nullptr;
    }

    World world;
    CredentialVault vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};
    DirectMessenger messenger{world.workspace(), vault, u"fanfare"_s};
};

} // namespace

TEST_F(DirectMessengerTest, whereNoEngineRunsItSendsItselfAndLeavesTheLockFree)
{
    std::optional<Result<QString>> answer;
    std::optional<Result<QString>> again;

    messenger.send(testOf(world.draft(1)), into(answer));
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(waitUntil([&] { return !EngineLock::isHeld(world.workspace().path()); }));
    messenger.send(testOf(world.draft(1)), into(again));
    ASSERT_TRUE(waitUntil([&] { return again.has_value(); }));

    ASSERT_TRUE(*answer && *again);
    EXPECT_TRUE((*answer)->startsWith("wamid."_L1));
    EXPECT_NE(**answer, **again);
}

TEST_F(DirectMessengerTest, itStartsNoCampaignThatIsDue)
{
    const CampaignId due = world.draft(3);
    ASSERT_TRUE(world.session().campaignDesk().send(due, true));
    std::optional<Result<QString>> answer;

    messenger.send(testOf(due), into(answer));

    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(*answer);
    EXPECT_EQ(world.load(due).counts.of(RecipientStatus::Pending), 3);
}

TEST_F(DirectMessengerTest, theEngineThatRunsSendsIt)
{
    EngineHost host{world.workspace(), vault, u"fanfare"_s};
    bool isStopped = false;
    QObject::connect(&host, &EngineHost::stopped, &host, [&] { isStopped = true; });
    host.start();
    ASSERT_TRUE(waitUntil([&] { return EngineLock::holder(world.workspace().path()).has_value(); }));
    std::optional<Result<QString>> answer;

    messenger.send(testOf(world.draft(1)), into(answer));

    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(*answer);
    EXPECT_TRUE(EngineLock::holder(world.workspace().path()));
    host.stop();
    EXPECT_TRUE(waitUntil([&] { return isStopped; }));
}

TEST_F(DirectMessengerTest, twoWindowsAtOnceBothGetTheirMessageOut)
{
    CredentialVault otherVault{world.workspace(), std::make_unique<MemorySecretStore>(),
                               SecretResolver::WithoutKeychain::Forget, world.clock()};
    DirectMessenger other{world.workspace(), otherVault, u"fanfare"_s};
    std::optional<Result<QString>> first;
    std::optional<Result<QString>> second;
    const CampaignId campaign = world.draft(1);

    messenger.send(testOf(campaign), into(first));
    other.send(testOf(campaign, u"+34600999998"_s), into(second));

    ASSERT_TRUE(waitUntil([&] { return first && second; }));
    EXPECT_TRUE(*first && *second);
}

TEST_F(DirectMessengerTest, whoOptedOutGetsNothingAndThatIsSaid)
{
    const CampaignId campaign = world.draft(1);
    ASSERT_TRUE(world.session().contacts().optOut(*PhoneNumber::fromE164(u"+34600999999"_s), u"asked"_s,
                                                  world.clock().now()));
    std::optional<Result<QString>> answer;

    messenger.send(testOf(campaign), into(answer));

    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().kind, ErrorKind::Refused);
    EXPECT_EQ(answer->error().code, u"opted_out"_s);
}

TEST_F(DirectMessengerTest, whatIsTakenBackBeforeAnEngineSawItIsNeverSent)
{
    std::unique_ptr<EngineLock> sleeping = takeLock(EngineLock::Purpose::Engine);
    ASSERT_TRUE(sleeping);
    std::optional<Result<QString>> answer;
    std::optional<bool> isAll;
    messenger.send(testOf(world.draft(1)), into(answer));
    ASSERT_TRUE(waitUntil([&] { return world.session().directMessages().report({1}).operator bool(); }));
    ASSERT_TRUE(waitUntil([n = 0]() mutable { return ++n > 5; }));
    EXPECT_EQ(stateOf(1), DirectMessageState::Waiting);

    messenger.withdraw([&](bool all) { isAll = all; });

    ASSERT_TRUE(waitUntil([&] { return isAll.has_value(); }));
    EXPECT_TRUE(*isAll);
    EXPECT_EQ(stateOf(1), DirectMessageState::Withdrawn);
    EXPECT_FALSE(answer);
}

TEST_F(DirectMessengerTest, whatIsTakenBackInTheSameMomentIsNeverSentEither)
{
    std::unique_ptr<EngineLock> sleeping = takeLock(EngineLock::Purpose::Engine);
    ASSERT_TRUE(sleeping);
    std::optional<Result<QString>> answer;
    std::optional<bool> isAll;

    messenger.send(testOf(world.draft(1)), into(answer));
    messenger.withdraw([&](bool all) { isAll = all; });

    ASSERT_TRUE(waitUntil([&] { return isAll.has_value(); }));
    EXPECT_TRUE(*isAll);
    EXPECT_EQ(stateOf(1), DirectMessageState::Withdrawn);
    EXPECT_FALSE(answer);
}

TEST_F(DirectMessengerTest, whatIsTakenBackBeforeItCouldBeAskedForGetsNoAnswerEither)
{
    DirectMessage message = testOf(world.draft(1));
    message.account =
        AccountId{message.account.value + 1}; // as when the database is busy: it cannot be asked
    std::optional<Result<QString>> answer;
    std::optional<bool> isAll;

    messenger.send(message, into(answer));
    messenger.withdraw([&](bool all) { isAll = all; });

    ASSERT_TRUE(waitUntil([&] { return isAll.has_value(); }));
    EXPECT_TRUE(*isAll);
    EXPECT_FALSE(answer);
}

TEST_F(DirectMessengerTest, anEngineThatDiedAfterTheClaimLeavesADoubtThatIsSaid)
{
    std::unique_ptr<EngineLock> engine = takeLock(EngineLock::Purpose::Engine);
    std::optional<Result<QString>> answer;
    messenger.send(testOf(world.draft(1)), into(answer));
    ASSERT_TRUE(waitUntil([&] { return world.session().directMessages().report({1}).operator bool(); }));
    const auto claimed = world.session().directMessages().claimDirect({1}, SystemClock{}.now());
    ASSERT_TRUE(claimed && *claimed);

    engine.reset();

    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().code, u"unconfirmed"_s);
}

TEST_F(DirectMessengerTest, anEngineThatStartsMeanwhileWaitsForTheMomentThatAMessageTakes)
{
    std::unique_ptr<EngineLock> brief = takeLock(EngineLock::Purpose::SingleMessages);
    ASSERT_TRUE(brief);
    EXPECT_FALSE(EngineLock::holder(world.workspace().path()));
    EngineHost host{world.workspace(), vault, u"fanfare"_s};
    bool isStarted = false;
    bool hasFailed = false;
    bool isStopped = false;
    QObject::connect(&host, &EngineHost::started, &host, [&] { isStarted = true; });
    QObject::connect(&host, &EngineHost::failed, &host, [&] { hasFailed = true; });
    QObject::connect(&host, &EngineHost::stopped, &host, [&] { isStopped = true; });
    host.start();
    ASSERT_TRUE(waitUntil([n = 0]() mutable { return ++n > 5; }));
    EXPECT_FALSE(isStarted);

    brief.reset();

    EXPECT_TRUE(waitUntil([&] { return isStarted; }));
    EXPECT_FALSE(hasFailed);
    host.stop();
    EXPECT_TRUE(waitUntil([&] { return isStopped; }));
}
