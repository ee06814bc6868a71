#include "workspace/eventreceiver.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "testedkeychain.h"
#include "webhooks/webhooksignature.h"
#include "workspace/credentialvault.h"
#include "workspace/world.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::Each;
using ::testing::Not;
using State = EventReceiver::State;

namespace {

const QByteArray kBody = R"({"object":"whatsapp_business_account","entry":[]})";

class EventReceiverTest : public testing::Test
{
protected:
    EventReceiverTest()
    {
        connectNumber(u"1"_s, u"Meridian Journeys"_s, "first secret");
        receiver.connect(&receiver, &EventReceiver::changed, &receiver,
                         [this] { states.push_back(receiver.state()); });
    }

    void connectNumber(const QString &id, const QString &name, const QByteArray &appSecret)
    {
        Account account;
        account.phoneNumberId = id;
        account.wabaId = u"waba"_s + id;
        account.name = name;
        ASSERT_TRUE(world.session().accountDesk().put(account));
        if (!appSecret.isEmpty())
            keychain.secrets[appSecretKey(id)] = appSecret;
    }

    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    void start() { start(port); }
    void start(quint16 at)
    {
        receiver.start({true, u"127.0.0.1"_s, at, {}}, *world.session().accountDesk().list());
    }
    bool becomes(State state)
    {
        return waitUntil([&] { return receiver.state() == state; });
    }

    int statusOf(QNetworkReply *reply)
    {
        waitUntil([reply] { return reply->isFinished(); });
        reply->deleteLater();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    int post(const QByteArray &appSecret)
    {
        QNetworkRequest request{QUrl{u"http://127.0.0.1:%1/webhook"_s.arg(port)}};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("X-Hub-Signature-256", webhookSignature(appSecret, kBody));
        return statusOf(network.post(request, kBody));
    }
    int check(const QByteArray &verifyToken)
    {
        return statusOf(network.get(QNetworkRequest{
            QUrl{u"http://127.0.0.1:%1/webhook?hub.mode=subscribe&hub.challenge=1&hub.verify_token=%2"_s.arg(
                QString::number(port), QString::fromLatin1(verifyToken))}}));
    }

    World world{Workspace::Purpose::Real};
    Keychain keychain;
    CredentialVault vault{world.workspace(), std::make_unique<TestedKeychain>(keychain),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};
    EventReceiver receiver{
        world.workspace(), vault, world.clock(), {.takenPort = 10ms, .lockedKeychain = 10ms}
    };
    QNetworkAccessManager network;
    quint16 port = freePort();
    std::vector<State> states;
};

} // namespace

TEST_F(EventReceiverTest, aLockedKeychainIsSaidAndItListensOnceItIsUnlocked)
{
    keychain.isLocked = true;

    start();
    ASSERT_TRUE(becomes(State::Failed));
    EXPECT_EQ(receiver.problem()->code, u"keychain_locked"_s);
    EXPECT_EQ(post("first secret"), 0) << "nobody listens before it is known whom to believe";

    keychain.isLocked = false;
    EXPECT_TRUE(becomes(State::Listening));
    EXPECT_EQ(post("first secret"), 200);
}

TEST_F(EventReceiverTest, aKeychainThatLocksLaterTakesNothingAway)
{
    start();
    ASSERT_TRUE(becomes(State::Listening));
    keychain.isLocked = true;
    port = freePort();

    start();

    ASSERT_TRUE(becomes(State::Listening));
    ASSERT_TRUE(waitUntil([&] { return keychain.reads > 3; })) << "it goes on asking";
    EXPECT_EQ(receiver.url(), u"http://127.0.0.1:%1/webhook"_s.arg(port));
    EXPECT_EQ(post("first secret"), 200);
    EXPECT_THAT(states, Not(Contains(State::Failed)));
}

TEST_F(EventReceiverTest, aTakenPortIsTriedAgainWithoutAskingTheKeychainAgain)
{
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost, port));

    start();
    ASSERT_TRUE(waitUntil([&] { return std::count(states.begin(), states.end(), State::Failed) >= 4; }));
    EXPECT_EQ(receiver.problem()->code, u"port_in_use"_s);
    EXPECT_EQ(keychain.reads, 1);

    other.close();
    EXPECT_TRUE(becomes(State::Listening));
    EXPECT_FALSE(receiver.problem());
    EXPECT_EQ(post("first secret"), 200);
}

TEST_F(EventReceiverTest, changedSecretsCountAndFormerOnesDoNot)
{
    start();
    ASSERT_TRUE(becomes(State::Listening));
    keychain.secrets[appSecretKey(u"1"_s)] = "new secret";

    start();
    states.clear();

    ASSERT_TRUE(waitUntil([&] { return !states.empty() && states.back() == State::Listening; }));
    EXPECT_EQ(post("first secret"), 401);
    EXPECT_EQ(post("new secret"), 200);
    EXPECT_EQ(receiver.verifyToken(), verifyTokenFor("new secret"));
}

TEST_F(EventReceiverTest, aFullDiskIsSaidUntilEventsAreStoredAgain)
{
    start();
    ASSERT_TRUE(becomes(State::Listening));
    Database &database = world.session().database();
    ASSERT_TRUE(execute(database, uR"(CREATE TRIGGER full BEFORE INSERT ON webhook_post
                                      BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END)"_s));

    EXPECT_EQ(post("first secret"), 503) << "Meta is to send it again";
    EXPECT_TRUE(waitUntil([&] { return receiver.problem().has_value(); }));
    EXPECT_EQ(receiver.state(), State::Listening);

    ASSERT_TRUE(execute(database, u"DROP TRIGGER full"_s));
    EXPECT_EQ(post("first secret"), 200);
    EXPECT_TRUE(waitUntil([&] { return !receiver.problem(); }));
}

TEST_F(EventReceiverTest, aNumberWhoseSecretIsMissingIsNamed)
{
    connectNumber(u"2"_s, u"Other app"_s, {});

    start();

    ASSERT_TRUE(becomes(State::Listening));
    EXPECT_EQ(receiver.withoutSecret(), QStringList{u"Other app"_s});
    EXPECT_EQ(receiver.verifyToken(), verifyTokenFor("first secret"));
    EXPECT_EQ(check(receiver.verifyToken()), 200);
}

TEST_F(EventReceiverTest, theVerifyTokenIsNeverMadeFromTheSecretOfAnotherNumber)
{
    connectNumber(u"2"_s, u"Other app"_s, "second secret");
    keychain.secrets.remove(appSecretKey(u"1"_s));

    start();

    ASSERT_TRUE(becomes(State::Listening));
    EXPECT_EQ(receiver.withoutSecret(), QStringList{u"Meridian Journeys"_s});
    EXPECT_EQ(receiver.verifyToken(), QByteArray{});
    EXPECT_EQ(check(verifyTokenFor("second secret")), 403);
    EXPECT_EQ(post("second secret"), 200);
}

TEST_F(EventReceiverTest, whatAnEarlierStartMeetsIsNotToldOfTheLatestOne)
{
    QTcpServer other;
    other.listen(QHostAddress::LocalHost);
    keychain.answered = [&] { start(port); }; // the thread is on its way to the taken port

    start(other.serverPort());

    ASSERT_TRUE(becomes(State::Listening));
    EXPECT_EQ(receiver.url(), u"http://127.0.0.1:%1/webhook"_s.arg(port));
    EXPECT_THAT(states, Not(Contains(State::Failed)));
}

TEST_F(EventReceiverTest, itIsOffOnceThePortIsFree)
{
    start();
    ASSERT_TRUE(becomes(State::Listening));

    receiver.stop();

    ASSERT_TRUE(becomes(State::Off));
    QTcpServer other;
    EXPECT_TRUE(other.listen(QHostAddress::LocalHost, port));
}

TEST_F(EventReceiverTest, aCheckCountsForTheAddressThatWasChecked)
{
    SettingStore &settings = world.session().settings();
    const UtcTime now = world.clock().now();
    ListeningChoice choice{true, u"127.0.0.1"_s, 8787, u"https://a.example.org"_s};
    ASSERT_TRUE(storeListeningChoice(settings, choice, now));
    ASSERT_TRUE(noteHandshake(settings, now + 1min));
    EXPECT_EQ(*lastHandshake(settings), now + 1min);

    choice.publicAddress = u"https://b.example.org"_s;
    ASSERT_TRUE(storeListeningChoice(settings, choice, now + 2min));

    EXPECT_EQ(*lastHandshake(settings), std::nullopt);
    EXPECT_EQ(*publicAddressSince(settings), now + 2min);
    choice.port = 9000;
    ASSERT_TRUE(storeListeningChoice(settings, choice, now + 3min));
    EXPECT_EQ(*publicAddressSince(settings), now + 2min);
}

TEST_F(EventReceiverTest, aChoiceIsStoredWholeOrNotAtAll)
{
    SettingStore &settings = world.session().settings();
    const ListeningChoice before{true, u"127.0.0.1"_s, 8787, u"https://a.example.org"_s};
    ASSERT_TRUE(storeListeningChoice(settings, before, world.clock().now()));
    ASSERT_TRUE(execute(world.session().database(), uR"(CREATE TRIGGER full BEFORE UPDATE ON setting
            WHEN new.key = 'listening_public_address'
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END)"_s));

    EXPECT_FALSE(storeListeningChoice(settings, {false, u"0.0.0.0"_s, 1, u"https://b.example.org"_s},
                                      world.clock().now()));

    EXPECT_EQ(*readListeningChoice(settings), before);
}
