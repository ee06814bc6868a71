#include "app/appworld.h"

#include "secrets/memorysecretstore.h"
#include "storage/relayqueue.h"
#include "webhooks/relayserver.h"
#include "webhooks/webhooksignature.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "widgets/pages/relaypanel.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/relaychoice.h"
#include "workspace/session.h"

#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kAppSecret = "the app's own secret";
const QByteArray kBody =
    R"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages",)"
    R"("value":{"messages":[{"id":"wamid.in.1","from":"34600000001","timestamp":"1795000000",)"
    R"("type":"text","text":{"body":"Hello"}}]}}]}]})";

/// A window with a number, and a relay on this computer.
class RelayTest : public testing::Test
{
protected:
    ~RelayTest() override
    {
        qunsetenv("FANFARE_TOKEN");
        qunsetenv("FANFARE_APP_SECRET");
        qunsetenv("FANFARE_RELAY_KEY");
    }

    void SetUp() override
    {
        Result<std::unique_ptr<SqliteRelayQueue>> queue = SqliteRelayQueue::openOrCreate(m_folder.path());
        ASSERT_TRUE(queue);
        m_queue = *std::move(queue);
        startRelay();
    }

    void startRelay()
    {
        m_relay = std::make_unique<RelayServer>(m_clock, *m_queue, m_traffic);
        RelayServerOptions options;
        options.port = m_port;
        options.appSecrets = {kAppSecret};
        options.verifyToken = verifyTokenFor(kAppSecret);
        const Result<> started = m_relay->listen(options);
        ASSERT_TRUE(started) << started.error().detail.toStdString();
        m_port = m_relay->port();
    }

    QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

    void openSettings()
    {
        qputenv("FANFARE_TOKEN", "a token");
        qputenv("FANFARE_APP_SECRET", kAppSecret);
        m_world.start();
        m_world.waitFor([&] { return m_world.page<MainWindow>() != nullptr; });
        Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(m_world.ownFolder()));
        Account account;
        account.name = u"Meridian Journeys"_s;
        account.phoneNumberId = u"1001"_s;
        account.wabaId = u"2001"_s;
        account.apiBase = u"http://127.0.0.1:9"_s;
        ASSERT_TRUE((*session)->accountDesk().put(account));
        showRelay();
    }

    void showRelay()
    {
        m_world.showPlace(u"settings"_s);
        m_world.click(u"Relay"_s);
        m_panel = m_world.awaitPage<RelayPanel>();
    }

    void connectWith(const QByteArray &key)
    {
        ASSERT_TRUE(m_world.waitFor([&] { return m_world.widget<QLineEdit>(u"relayAddress"_s) != nullptr; }));
        m_world.type(u"relayAddress"_s, address());
        m_world.type(u"relayKey"_s, QString::fromLatin1(key));
        m_world.click(u"relayConnect"_s);
    }

    bool isSaid(const QString &words, int milliseconds = 10'000)
    {
        return m_world.waitFor(
            [&] {
                const QList<QLabel *> labels = m_panel->findChildren<QLabel *>();
                return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                    return label->isVisible() && label->text().contains(words);
                });
            },
            milliseconds);
    }

    int statusOf(QNetworkReply *reply)
    {
        m_world.waitFor([reply] { return reply->isFinished(); });
        reply->deleteLater();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    int post()
    {
        QNetworkRequest request{QUrl{address() + u"/webhook"_s}};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("X-Hub-Signature-256", webhookSignature(kAppSecret, kBody));
        return statusOf(m_network.post(request, kBody));
    }

    qsizetype storedMessages()
    {
        const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(m_world.ownFolder()));
        return qsizetype((*session)->deliveries().messages()->size());
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<SqliteRelayQueue> m_queue;
    WebhookTraffic m_traffic;
    std::unique_ptr<RelayServer> m_relay;
    quint16 m_port = 0;
    QNetworkAccessManager m_network;
    MemorySecretStore *m_keychain = nullptr; ///< of this computer
    AppWorld m_world{[this] {
        auto keychain = std::make_unique<MemorySecretStore>();
        m_keychain = keychain.get();
        return keychain;
    }};
    RelayPanel *m_panel = nullptr;
};

} // namespace

TEST_F(RelayTest, whoFollowsTheAssistantSeesEachStepDone)
{
    openSettings();
    EXPECT_TRUE(isSaid(u"No relay is used."_s));

    connectWith(*m_queue->addDesktop(u"Office"_s, m_clock.now()));

    ASSERT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));
    EXPECT_TRUE(isSaid(u"Every computer of yours has its own key"_s));
    EXPECT_TRUE(isSaid(u"Meta checks the address when you save."_s));
    EXPECT_EQ(m_world.widget<QLineEdit>(u"relayCallback"_s)->text(), address() + u"/webhook"_s);
    const QString token = m_world.widget<QLineEdit>(u"relayVerifyToken"_s)->text();
    EXPECT_EQ(statusOf(m_network.get(QNetworkRequest{QUrl{
                  address() + u"/webhook?hub.mode=subscribe&hub.challenge=1&hub.verify_token="_s + token}})),
              200);
    m_world.click(u"relayCheck"_s);
    EXPECT_TRUE(isSaid(u"Received: "_s));

    EXPECT_EQ(post(), 200);
    EXPECT_TRUE(m_world.waitFor([&] { return storedMessages() == 1; }, 2'000)) << "on screen within a second";
    EXPECT_TRUE(isSaid(u"Last one: "_s));
}

TEST_F(RelayTest, aWrongKeyIsSaidAtItsStep)
{
    openSettings();

    connectWith("fanfare-relay-guess");

    EXPECT_TRUE(isSaid(u"Nothing can be fetched from the relay at this moment."_s));
    EXPECT_TRUE(isSaid(u"The relay does not know this key."_s));
}

TEST_F(RelayTest, aKeyThatWasRevokedIsReplacedByAnotherOne)
{
    openSettings();
    connectWith("fanfare-relay-guess");
    ASSERT_TRUE(isSaid(u"The relay does not know this key."_s));
    ASSERT_TRUE(isSaid(u"Connect to your relay"_s));

    EXPECT_EQ(m_world.widget<QLineEdit>(u"relayKey"_s)->text(), QString{});
    m_world.type(u"relayKey"_s, QString::fromLatin1(*m_queue->addDesktop(u"Office"_s, m_clock.now())));
    m_world.click(u"relayConnect"_s);

    EXPECT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));
}

TEST_F(RelayTest, aWrongKeyIsNotTriedUntilTheRelayIsDeaf)
{
    openSettings();
    connectWith("fanfare-relay-guess");
    ASSERT_TRUE(isSaid(u"The relay does not know this key."_s));
    m_world.waitFor([] { return false; }, 1'000); // what is under way by now
    int tries = 0;
    QObject::connect(m_relay.get(), &RelayServer::wrongKey, m_relay.get(), [&] { ++tries; });

    m_world.waitFor([&] { return tries > 0; }, 6'000);

    EXPECT_EQ(tries, 0);
}

TEST_F(RelayTest, aKeyThatAnotherProgramStoresCountsAtOnce)
{
    openSettings();
    connectWith("fanfare-relay-guess");
    ASSERT_TRUE(isSaid(u"The relay does not know this key."_s));

    const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(m_world.ownFolder()));
    m_keychain->write(relayKeyName(readRelayChoice((*session)->settings())->keyEntry()),
                      *m_queue->addDesktop(u"Office"_s, m_clock.now()), [](const Result<> &) {});
    ASSERT_TRUE((*session)->accountDesk().noteNewSecrets());

    EXPECT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));
}

TEST_F(RelayTest, anAddressThatIsNotEncryptedIsRefusedAtItsField)
{
    openSettings();
    m_world.type(u"relayAddress"_s, u"http://relay.example.org"_s);
    m_world.type(u"relayKey"_s, u"fanfare-relay-x"_s);

    m_world.click(u"relayConnect"_s);

    EXPECT_TRUE(isSaid(u"The address of a relay begins with https://."_s));
}

TEST_F(RelayTest, whatCameWhileTheWindowWasClosedIsThereAfterTheNextStart)
{
    openSettings();
    const QByteArray key = *m_queue->addDesktop(u"Office"_s, m_clock.now());
    connectWith(key);
    ASSERT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));
    ASSERT_TRUE(m_world.closeWindow());
    qputenv("FANFARE_RELAY_KEY", key); // the keychain of this world goes with the window
    EXPECT_EQ(post(), 200);

    m_world.start();

    EXPECT_TRUE(m_world.waitFor([&] { return storedMessages() == 1; }));
    EXPECT_TRUE(m_world.waitFor([&] { return m_queue->condition()->bodies == 0; }));
}

TEST_F(RelayTest, aRelayThatIsGoneIsSaidAndFoundAgain)
{
    openSettings();
    connectWith(*m_queue->addDesktop(u"Office"_s, m_clock.now()));
    ASSERT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));

    m_relay.reset();
    EXPECT_TRUE(isSaid(u"The relay cannot be reached"_s));
    startRelay();

    EXPECT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s, 20'000));
}

TEST_F(RelayTest, theSectionOfDeliveryEventsSaysThatTheyComeThroughTheRelay)
{
    openSettings();
    connectWith(*m_queue->addDesktop(u"Office"_s, m_clock.now()));
    ASSERT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));

    m_world.click(u"Delivery events"_s);

    const auto *panel = m_world.awaitPage<DeliveryEventsPanel>();
    EXPECT_TRUE(m_world.waitFor([&] {
        const QList<QLabel *> labels = panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text() == u"Delivery events come through the relay."_s;
        });
    }));
}

TEST_F(RelayTest, aPersonStopsUsingIt)
{
    openSettings();
    connectWith(*m_queue->addDesktop(u"Office"_s, m_clock.now()));
    ASSERT_TRUE(isSaid(u"Fanfare fetches its events from the relay."_s));

    m_world.click(u"relayStop"_s);
    m_world.answer(u"Stop using it"_s);

    EXPECT_TRUE(isSaid(u"No relay is used."_s));
}
