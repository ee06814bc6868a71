#include "cli/cliworld.h"
#include "http/rawclient.h"
#include "webhooks/webhooksignature.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kSecret{"s3cret"};

QByteArray messageBody(const QString &id)
{
    return uR"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages",)"
           uR"("value":{"messages":[{"id":"%1","from":"34600000001","timestamp":"1795000000",)"
           uR"("type":"text","text":{"body":"Hello"}}]}}]}]})"_s.arg(id)
               .toUtf8();
}

/// A relay on this computer and a workspace that knows its app secret.
class RelayContractTest : public ::testing::Test
{
protected:
    RelayContractTest()
    {
        m_desktop.json({u"workspace"_s, u"init"_s});
        m_desktop.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});
        m_desktop.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
        m_host.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
    }

    void TearDown() override
    {
        if (m_serving && m_serving->state() != QProcess::NotRunning) {
            m_serving->kill();
            m_serving->waitForFinished();
        }
    }

    QString data() const { return m_host.path(u"relay-data"_s); }

    void serve(const QStringList &options = {})
    {
        m_serving = m_host.start(
            QStringList{u"relay"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, data()}
            + options);
        m_url = QUrl{CliWorld::nextLine(*m_serving)[u"listening"_s].toString()};
        ASSERT_GT(m_url.port(), 0);
    }

    QString addKey(const QString &name) const
    {
        return m_host.json({u"relay"_s, u"key"_s, u"add"_s, name, u"--data"_s, data()})
            .json()[u"key"_s]
            .toString();
    }

    QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_url.port()); }

    void connectDesktop()
    {
        m_desktop.setEnvironment(u"FANFARE_RELAY_KEY"_s, addKey(u"Office"_s));
        m_desktop.json({u"relay"_s, u"connect"_s, address()});
    }

    QByteArray post(const QByteArray &body, const QByteArray &secret = kSecret) const
    {
        RawClient client{static_cast<quint16>(m_url.port())};
        client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
                    + webhookSignature(secret, body)
                    + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return client.readAnswer().mid(9, 3);
    }

    static QString levelOf(const CliResult &check, int step)
    {
        return check.json()[u"steps"_s].toArray().at(step)[u"level"_s].toString();
    }

    CliWorld m_host;
    CliWorld m_desktop;
    std::unique_ptr<QProcess> m_serving;
    QUrl m_url;
};

} // namespace

TEST_F(RelayContractTest, eventsGoThroughTheRelayIntoTheWorkspace)
{
    serve();
    connectDesktop();
    ASSERT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    ASSERT_EQ(post(messageBody(u"wamid.in.2"_s)), "200");

    const CliResult pulled = m_desktop.json({u"relay"_s, u"pull"_s});
    const CliResult again = m_desktop.json({u"relay"_s, u"pull"_s});

    EXPECT_EQ(pulled.exitCode, 0) << pulled.err.toStdString();
    ASSERT_EQ(pulled.lines().size(), 3);
    EXPECT_EQ(pulled.lines()[0][u"events"_s][0][u"kind"_s], u"message"_s);
    EXPECT_EQ(pulled.lines()[2][u"event"_s], u"finished"_s);
    EXPECT_EQ(pulled.lines()[2][u"bodies"_s].toInt(), 2);
    EXPECT_EQ(again.json()[u"bodies"_s].toInt(), 0);
}

TEST_F(RelayContractTest, aFollowingDesktopHasAnEventWithinASecond)
{
    serve();
    connectDesktop();
    const std::unique_ptr<QProcess> pulling = m_desktop.start({u"relay"_s, u"pull"_s, u"--follow"_s});
    EXPECT_FALSE(CliWorld::awaitEvent(*pulling, u"connected"_s).isEmpty());

    ASSERT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    const QJsonObject line = CliWorld::nextLine(*pulling, 1000);
    pulling->terminate();

    EXPECT_EQ(line[u"events"_s][0][u"kind"_s], u"message"_s);
    EXPECT_EQ(CliWorld::awaitEvent(*pulling, u"stopped"_s)[u"bodies"_s].toInt(), 1);
    EXPECT_EQ(CliWorld::awaitEnd(*pulling).exitCode, 130);
}

TEST_F(RelayContractTest, whatIsOfAnotherNumberOfTheAppIsCountedAndNotTaken)
{
    serve();
    connectDesktop();
    QByteArray theirs = messageBody(u"wamid.in.1"_s);
    theirs.replace(R"("value":{)", R"("value":{"metadata":{"phone_number_id":"999"},)");
    ASSERT_EQ(post(theirs), "200");

    const CliResult pulled = m_desktop.json({u"relay"_s, u"pull"_s});
    const CliResult leftOut = m_desktop.json({u"webhook"_s, u"left-out"_s});

    EXPECT_EQ(pulled.lines()[0][u"events"_s][0][u"applied"_s], false);
    EXPECT_TRUE(pulled.lines()[0][u"events"_s][0][u"why"_s].toString().contains(u"999"_s));
    EXPECT_EQ(leftOut.json()[u"other_numbers"_s][0][u"phone_number_id"_s], u"999"_s);
    EXPECT_EQ(leftOut.json()[u"other_numbers"_s][0][u"events"_s], 1);
    EXPECT_EQ(leftOut.json()[u"put_aside"_s].toArray().size(), 0);
    EXPECT_TRUE(m_desktop.json({u"inbox"_s, u"list"_s}).lines().isEmpty());
}

// "The fetching service starts with the computer; I connected our number an hour later."
TEST_F(RelayContractTest, aFollowingDesktopTakesUpAnAccountThatIsAddedLater)
{
    serve();
    CliWorld desktop;
    desktop.json({u"workspace"_s, u"init"_s});
    desktop.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
    desktop.setEnvironment(u"FANFARE_RELAY_KEY"_s, addKey(u"Office"_s));
    desktop.json({u"relay"_s, u"connect"_s, address()});
    ASSERT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    const std::unique_ptr<QProcess> pulling = desktop.start({u"relay"_s, u"pull"_s, u"--follow"_s});
    EXPECT_EQ(CliWorld::awaitEvent(*pulling, u"trouble"_s)[u"code"_s], u"no_app_secret"_s);

    desktop.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});

    EXPECT_FALSE(CliWorld::awaitEvent(*pulling, u"connected"_s).isEmpty());
    pulling->terminate();
    EXPECT_EQ(CliWorld::awaitEvent(*pulling, u"stopped"_s)[u"bodies"_s].toInt(), 1);
    CliWorld::awaitEnd(*pulling);
}

TEST_F(RelayContractTest, aFollowingDesktopFetchesNothingMoreOnceItsWorkspaceIsDisconnected)
{
    serve();
    connectDesktop();
    const std::unique_ptr<QProcess> pulling = m_desktop.start({u"relay"_s, u"pull"_s, u"--follow"_s});
    EXPECT_FALSE(CliWorld::awaitEvent(*pulling, u"connected"_s).isEmpty());

    m_desktop.json({u"relay"_s, u"disconnect"_s});

    EXPECT_EQ(CliWorld::awaitEvent(*pulling, u"trouble"_s)[u"code"_s], u"no_relay"_s);
    ASSERT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    m_desktop.json({u"relay"_s, u"connect"_s, address()});
    EXPECT_EQ(CliWorld::nextLine(*pulling)[u"events"_s][0][u"kind"_s], u"message"_s);
    EXPECT_FALSE(CliWorld::awaitEvent(*pulling, u"connected"_s).isEmpty());
    pulling->terminate();
    EXPECT_EQ(CliWorld::awaitEvent(*pulling, u"stopped"_s)[u"bodies"_s].toInt(), 1);
    CliWorld::awaitEnd(*pulling);
}

TEST_F(RelayContractTest, theAssistantSaysHowFarTheRelayIsSetUp)
{
    serve();
    EXPECT_EQ(m_desktop.json({u"relay"_s, u"check"_s}).errorKind(), u"no_relay"_s);
    m_desktop.json({u"relay"_s, u"connect"_s, address()});
    const CliResult withoutKey = m_desktop.json({u"relay"_s, u"check"_s});
    connectDesktop();
    const CliResult fresh = m_desktop.json({u"relay"_s, u"check"_s});
    post(messageBody(u"wamid.in.1"_s));
    const CliResult green = m_desktop.json({u"relay"_s, u"check"_s});
    m_serving->kill();
    CliWorld::awaitEnd(*m_serving);
    const CliResult gone = m_desktop.json({u"relay"_s, u"check"_s});

    EXPECT_EQ(withoutKey.exitCode, 5);
    EXPECT_EQ(withoutKey.json()[u"problem"_s], u"no_relay_key"_s);
    EXPECT_EQ(fresh.exitCode, 0);
    EXPECT_EQ(levelOf(fresh, 2), u"pass"_s);
    EXPECT_EQ(levelOf(fresh, 3), u"wait"_s);
    EXPECT_EQ(fresh.json()[u"ready"_s], false);
    EXPECT_EQ(green.json()[u"ready"_s], true);
    EXPECT_EQ(green.json()[u"waiting"_s].toInt(), 1);
    EXPECT_EQ(gone.exitCode, 6);
    EXPECT_EQ(levelOf(gone, 0), u"block"_s);
    EXPECT_EQ(levelOf(gone, 1), u"not_reached"_s);
}

TEST_F(RelayContractTest, metasHandshakeIsAnsweredWithTheTokenThatTheRelaySays)
{
    serve();
    const QByteArray token =
        m_host.json({u"relay"_s, u"verify-token"_s}).json()[u"verify_token"_s].toString().toLatin1();
    RawClient client{static_cast<quint16>(m_url.port())};

    client.send(
        rawRequest("GET", "/webhook?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=" + token));

    EXPECT_TRUE(client.readAnswer().endsWith("4711"));
    EXPECT_EQ(CliWorld::nextLine(*m_serving)[u"event"_s], u"handshake"_s);
}

TEST_F(RelayContractTest, keysAreListedAndRevokedWhileItServes)
{
    serve();
    connectDesktop();
    addKey(u"Home"_s);
    post(messageBody(u"wamid.in.1"_s));

    const QList<QJsonObject> keys =
        m_host.json({u"relay"_s, u"key"_s, u"list"_s, u"--data"_s, data()}).lines();
    const CliResult revoked =
        m_host.json({u"relay"_s, u"key"_s, u"revoke"_s, u"Office"_s, u"--data"_s, data()});
    const CliResult unknown =
        m_host.json({u"relay"_s, u"key"_s, u"revoke"_s, u"Office"_s, u"--data"_s, data()});

    ASSERT_EQ(keys.size(), 2);
    EXPECT_EQ(keys[0].keys(),
              (QStringList{u"dropped"_s, u"made_at"_s, u"name"_s, u"seen_at"_s, u"waiting"_s}));
    EXPECT_EQ(keys[0][u"waiting"_s].toInt(), 1);
    EXPECT_EQ(revoked.exitCode, 0);
    EXPECT_EQ(unknown.exitCode, 4);
    EXPECT_EQ(m_desktop.json({u"relay"_s, u"pull"_s}).errorKind(), u"wrong_key"_s);
}

TEST_F(RelayContractTest, itDoesNotServeWithoutAnAppSecret)
{
    m_host.unsetEnvironment(u"FANFARE_APP_SECRET"_s);

    const CliResult refused =
        m_host.json({u"relay"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, data()});

    EXPECT_EQ(refused.exitCode, 5);
    EXPECT_EQ(refused.errorKind(), u"no_app_secret"_s);
}

TEST_F(RelayContractTest, anAddressThatIsNotEncryptedIsRefused)
{
    EXPECT_EQ(m_desktop.json({u"relay"_s, u"connect"_s, u"http://relay.example.org"_s}).exitCode, 5);
    EXPECT_EQ(m_desktop.json({u"relay"_s, u"connect"_s, u"not an address"_s}).exitCode, 3);
}

TEST_F(RelayContractTest, aDisconnectedWorkspaceFetchesFromNowhere)
{
    serve();
    connectDesktop();

    EXPECT_EQ(m_desktop.json({u"relay"_s, u"disconnect"_s}).exitCode, 0);

    EXPECT_EQ(m_desktop.json({u"relay"_s, u"pull"_s}).errorKind(), u"no_relay"_s);
}

TEST_F(RelayContractTest, theLogHasNoPhoneNumberAndNoSecret)
{
    serve();
    connectDesktop();
    post(messageBody(u"wamid.in.1"_s));
    post(messageBody(u"wamid.in.2"_s), "wrong");
    m_desktop.json({u"relay"_s, u"pull"_s});
    m_serving->terminate();
    const CliResult ended = CliWorld::awaitEnd(*m_serving);

    EXPECT_EQ(ended.exitCode, 130);
    EXPECT_TRUE(ended.out.contains("pulled"));
    EXPECT_TRUE(ended.out.contains("\"wrong_signature\":1"));
    for (const QByteArray &hidden : {"34600000001"_ba, kSecret, "fanfare-relay-"_ba, "wamid"_ba})
        EXPECT_FALSE((ended.out + ended.err).contains(hidden)) << hidden.toStdString();
}
