#include "relayworld.h"

#include "testedkeychain.h"
#include "webhooks/webhooksignature.h"
#include "workspace/credentialvault.h"
#include "workspace/relaychoice.h"
#include "workspace/relayreceiver.h"
#include "world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::Not;
using State = RelayReceiver::State;

namespace {

/// A workspace with a number, a keychain that knows its app secret, and a relay that two apps post to.
class RelayReceiverTest : public testing::Test
{
protected:
    RelayReceiverTest()
    {
        connectNumber(u"1"_s, RelayWorld::kSecret);
        receiver.connect(&receiver, &RelayReceiver::changed, &receiver,
                         [this] { states.push_back(receiver.state()); });
    }

    void connectNumber(const QString &id, const QByteArray &appSecret)
    {
        Account account;
        account.phoneNumberId = id;
        account.wabaId = u"waba"_s + id;
        ASSERT_TRUE(desktop.session().accountDesk().put(account));
        keychain.secrets[appSecretKey(id)] = appSecret;
    }

    void start(RelayWorld &from)
    {
        keychain.secrets[relayKeyName(from.url())] = from.addDesktop(QString::number(++desktops));
        startAgain(from);
    }
    void startAgain(RelayWorld &from)
    {
        receiver.start({from.url(), {}}, *desktop.session().accountDesk().list());
    }
    bool becomes(State state)
    {
        return waitUntil([&] { return receiver.state() == state; });
    }
    bool arrive(qsizetype messages)
    {
        return waitUntil(
            [&] { return qsizetype(desktop.session().deliveries().messages()->size()) == messages; });
    }

    RelayWorld relay{{.appSecrets = {RelayWorld::kSecret, "second secret"}}};
    World desktop{Workspace::Purpose::Real};
    Keychain keychain;
    CredentialVault vault{desktop.workspace(), std::make_unique<TestedKeychain>(keychain),
                          SecretResolver::WithoutKeychain::Forget, desktop.clock()};
    RelayReceiver receiver{desktop.workspace(), vault, desktop.clock(), 10ms};
    std::vector<State> states;
    int desktops = 0;
};

} // namespace

TEST_F(RelayReceiverTest, aSecretThatIsGivenLaterLetsInWhatWaited)
{
    const QByteArray body = messageBody(u"wamid.in.1"_s);
    ASSERT_EQ(relay.post(body, webhookSignature("second secret", body)).status, 200);
    start(relay);
    ASSERT_TRUE(becomes(State::Failed));
    EXPECT_EQ(receiver.problem()->code, u"wrong_signature"_s);

    connectNumber(u"2"_s, "second secret");
    startAgain(relay);

    EXPECT_TRUE(arrive(1));
    EXPECT_TRUE(becomes(State::Receiving));
    EXPECT_FALSE(receiver.problem());
}

// "We keep a workspace for each client on one computer, and one relay for all of them."
TEST_F(RelayReceiverTest, workspacesOfOneComputerHaveKeysOfTheirOwnAtOneRelay)
{
    const Workspace client =
        *Workspace::create(desktop.path(u"client"_s), Workspace::Purpose::Real, desktop.clock());
    const std::unique_ptr<Session> session = *Session::open(client, desktop.clock());
    CredentialVault otherVault{client, std::make_unique<TestedKeychain>(keychain),
                               SecretResolver::WithoutKeychain::Forget, desktop.clock()};
    RelayReceiver other{client, otherVault, desktop.clock(), 10ms};
    const auto choose = [&](Session &chooser) {
        EXPECT_TRUE(storeRelayChoice(chooser.settings(), {relay.url(), {}}));
        const RelayChoice choice = *readRelayChoice(chooser.settings());
        keychain.secrets[relayKeyName(choice.keyEntry())] = relay.addDesktop(QString::number(++desktops));
        return choice;
    };

    receiver.start(choose(desktop.session()), *desktop.session().accountDesk().list());
    other.start(choose(*session), *desktop.session().accountDesk().list());
    relay.post(messageBody(u"wamid.in.1"_s));

    EXPECT_TRUE(arrive(1));
    EXPECT_TRUE(waitUntil([&] { return session->deliveries().messages()->size() == 1; }));
    EXPECT_TRUE(waitUntil([&] { return relay.queue().condition()->bodies == 0; })) << "both have it";
}

TEST_F(RelayReceiverTest, aLockedKeychainIsSaidAndItFetchesOnceItIsUnlocked)
{
    keychain.isLocked = true;
    start(relay);
    ASSERT_TRUE(becomes(State::Failed));
    EXPECT_EQ(receiver.problem()->code, u"keychain_locked"_s);

    keychain.isLocked = false;
    relay.post(messageBody(u"wamid.in.1"_s));

    EXPECT_TRUE(becomes(State::Receiving));
    EXPECT_TRUE(arrive(1));
}

TEST_F(RelayReceiverTest, aKeychainThatLocksLaterTakesNothingAway)
{
    start(relay);
    ASSERT_TRUE(becomes(State::Receiving));
    states.clear();
    keychain.isLocked = true;
    const int reads = keychain.reads;

    startAgain(relay);
    ASSERT_TRUE(waitUntil([&] { return keychain.reads > reads + 2; })) << "it goes on asking";
    relay.post(messageBody(u"wamid.in.1"_s));

    EXPECT_TRUE(arrive(1));
    EXPECT_THAT(states, Not(Contains(State::Failed)));
}

TEST_F(RelayReceiverTest, nothingIsFetchedFromAFormerRelay)
{
    start(relay);
    ASSERT_TRUE(becomes(State::Receiving));
    RelayWorld other;
    keychain.isLocked = true; // so that it cannot begin with the other one

    start(other);
    ASSERT_TRUE(becomes(State::Failed));
    relay.post(messageBody(u"wamid.in.1"_s));
    other.post(messageBody(u"wamid.in.2"_s));
    keychain.isLocked = false;

    ASSERT_TRUE(becomes(State::Receiving));
    EXPECT_TRUE(arrive(1));
    EXPECT_EQ(relay.queue().condition()->bodies, 1);
    EXPECT_EQ(other.queue().condition()->bodies, 0);
}

TEST_F(RelayReceiverTest, withoutItsAppSecretNothingIsFetchedAnyMore)
{
    start(relay);
    ASSERT_TRUE(becomes(State::Receiving));
    keychain.secrets.remove(appSecretKey(u"1"_s));

    startAgain(relay);
    ASSERT_TRUE(becomes(State::Failed));
    relay.post(messageBody(u"wamid.in.1"_s));

    EXPECT_EQ(receiver.problem()->code, u"no_app_secret"_s);
    EXPECT_EQ(relay.queue().condition()->bodies, 1);
}

TEST_F(RelayReceiverTest, theVerifyTokenIsNeverMadeFromTheSecretOfAnotherNumber)
{
    connectNumber(u"2"_s, "second secret");
    start(relay);
    ASSERT_TRUE(becomes(State::Receiving));
    EXPECT_EQ(receiver.verifyToken(), verifyTokenFor(RelayWorld::kSecret));
    keychain.secrets.remove(appSecretKey(u"1"_s));

    startAgain(relay);

    EXPECT_TRUE(waitUntil([&] { return receiver.verifyToken().isEmpty(); }));
}
