#include "workspace/accountservice.h"
#include "workspace/changewatch.h"
#include "workspace/credentialvault.h"
#include "workspace/enginehost.h"
#include "workspace/world.h"

#include "secrets/memorysecretstore.h"
#include "storage/database.h"
#include "storage/sqlitesendledger.h"

#include <QTimer>

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A practice workspace with an engine that is not started yet.
class EngineHostTest : public testing::Test
{
protected:
    EngineHostTest()
        : vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                SecretResolver::WithoutKeychain::Forget, world.clock()}
        , host{world.workspace(), vault, u"fanfare"_s}
    {
        QObject::connect(&host, &EngineHost::failed, &host, [this](const Error &error) { failure = error; });
        QObject::connect(&host, &EngineHost::stopped, &host, [this] { isStopped = true; });
    }

    void stop()
    {
        host.stop();
        EXPECT_TRUE(waitUntil([&] { return isStopped; }));
    }

    World world;
    CredentialVault vault;
    EngineHost host;
    std::optional<Error> failure;
    bool isStopped = false;
};

} // namespace

TEST_F(EngineHostTest, practiceSendsAndHearsOfDeliveries)
{
    const CampaignId id = world.draft(10);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));

    host.start();

    EXPECT_TRUE(waitUntil([&] { return world.load(id).state == CampaignState::Completed; }));
    EXPECT_TRUE(waitUntil([&] { return world.load(id).reached.delivered > 5; }));
    EXPECT_FALSE(failure);
    EXPECT_EQ(world.load(id).reached.sent, 10);
    stop();
    EXPECT_FALSE(EngineLock::holder(world.workspace().path()));
}

TEST_F(EngineHostTest, aCampaignThatPausedForItsTemplateGoesOnWhenMetaHasApprovedItAgain)
{
    const CampaignId id = world.draft(3);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));
    SqliteSendLedger ledger{world.session().database()};
    ASSERT_TRUE(
        ledger.change(id, CampaignEvent::Pause, {u"132015"_s, u"Paused."_s, {}}, world.clock().now()));

    host.start(); // nobody tells: it asks

    EXPECT_TRUE(waitUntil([&] { return world.load(id).state == CampaignState::Completed; }));
    EXPECT_EQ(world.load(id).reached.sent, 3);
    stop();
}

TEST_F(EngineHostTest, whatIsArmedWhileItRunsIsTakenUp)
{
    host.start();
    const CampaignId id = world.draft(3);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));

    EXPECT_TRUE(waitUntil([&] { return world.load(id).state == CampaignState::Completed; }));
    stop();
}

TEST_F(EngineHostTest, asSecondEngineItFailsAndSaysWhoRuns)
{
    const auto lock = EngineLock::acquire(world.workspace().path(), u"fanfare-cli"_s, world.clock().now());
    ASSERT_TRUE(lock);

    host.start();

    ASSERT_TRUE(waitUntil([&] { return failure.has_value(); }));
    EXPECT_EQ(failure->kind, ErrorKind::Busy);
    EXPECT_EQ(failure->code, u"engine_running"_s);
    EXPECT_FALSE(host.isActive());
}

TEST_F(EngineHostTest, itCanBeStartedAgainAfterItStopped)
{
    host.start();
    EXPECT_TRUE(waitUntil([&] { return EngineLock::holder(world.workspace().path()).has_value(); }));
    stop();
    isStopped = false;

    host.start();

    EXPECT_TRUE(host.isActive());
    stop();
    EXPECT_FALSE(failure);
}

TEST_F(EngineHostTest, itStartsAndStopsWithoutWaitingForAnotherProgramThatWrites)
{
    Transaction other{world.session().database(), Transaction::Kind::Write};
    bool isStarted = false;
    QObject::connect(&host, &EngineHost::started, &host, [&] { isStarted = true; });
    const auto whileTheOtherWrites = [&](auto &&act) {
        ASSERT_TRUE(other.begin());
        act(); // a database that is waited for here would be waited for in vain
        QTimer::singleShot(200ms, &host, [&] { ASSERT_TRUE(other.commit()); });
    };

    whileTheOtherWrites([&] { host.start(); });
    EXPECT_TRUE(waitUntil([&] { return isStarted; }));
    whileTheOtherWrites([&] { host.stop(); });
    EXPECT_TRUE(waitUntil([&] { return isStopped; }));

    EXPECT_FALSE(failure);
    EXPECT_FALSE(EngineLock::holder(world.workspace().path()));
}

TEST_F(EngineHostTest, theServiceAsksTheSimulatorInPractice)
{
    AccountService service{vault};
    const KnownAccount account = *world.session().accountDesk().inUse();
    std::optional<Result<NumberReport>> number;
    std::optional<Result<std::vector<MessageTemplate>>> templates;

    service.fetchNumber(account, [&](const Result<NumberReport> &answer) { number = answer; });
    service.fetchTemplates(account,
                           [&](const Result<std::vector<MessageTemplate>> &answer) { templates = answer; });

    ASSERT_TRUE(waitUntil([&] { return number && templates; }));
    ASSERT_TRUE(*number && *templates);
    EXPECT_FALSE((*number)->displayPhoneNumber.isEmpty());
    EXPECT_EQ((*templates)->size(), 8u);
}

TEST_F(EngineHostTest, theWatchTellsWhatOthersCommit)
{
    ChangeWatch watch{world.workspace()};
    int changes = 0;
    QObject::connect(&watch, &ChangeWatch::changed, &watch, [&] { ++changes; });
    EXPECT_TRUE(waitUntil([] { return true; }));

    world.draft(1);

    EXPECT_TRUE(waitUntil([&] { return changes > 0; }));
}
