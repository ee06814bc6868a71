#include "app/appworld.h"

#include "domain/ports/secretstore.h"
#include "simulator/simulator.h"
#include "storage/database.h"
#include "storage/sql.h"
#include "webhooks/webhooksignature.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "widgets/pages/settingspage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/eventreceiver.h"
#include "workspace/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kAppSecret = "the app's own secret";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray deliveredBody()
{
    const QJsonObject status{
        {u"id"_s,           u"wamid.NOBODYS"_s},
        {u"status"_s,       u"delivered"_s    },
        {u"timestamp"_s,    u"1795000000"_s   },
        {u"recipient_id"_s, u"34600000001"_s  }
    };
    const QJsonObject change{
        {u"field"_s, u"messages"_s                                                                },
        {u"value"_s,
         QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"statuses"_s, QJsonArray{status}}}}
    };
    const QJsonObject entry{
        {u"id"_s,      u"1"_s            },
        {u"changes"_s, QJsonArray{change}}
    };
    return QJsonDocument{
        QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}}
    }
        .toJson(QJsonDocument::Compact);
}

/// A keychain with one app secret, which some other program may change.
class SharedKeychain final : public SecretStore
{
public:
    explicit SharedKeychain(const QByteArray &appSecret)
        : m_appSecret{appSecret}
    {
    }

    void read(const QString &key, Read answer) override
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this, key, answer] {
                if (key.startsWith("app-secret/"_L1))
                    answer(m_appSecret);
                else
                    answer(Error{ErrorKind::NotFound, u"None."_s, u"not_found"_s, {}});
            },
            Qt::QueuedConnection);
    }
    void write(const QString &, const QByteArray &, Written) override { FAIL(); }
    void remove(const QString &, Written) override { FAIL(); }

private:
    const QByteArray &m_appSecret;
    QObject m_context;
};

/// A window with a number whose keys come from the environment, and Meta played by the simulator.
class DeliveryEventsTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_meta.start({})); }

    ~DeliveryEventsTest() override
    {
        qunsetenv("FANFARE_TOKEN");
        qunsetenv("FANFARE_APP_SECRET");
    }

    void openSettings(AppWorld &world, const QByteArray &appSecret = {})
    {
        qputenv("FANFARE_TOKEN", m_meta.token().toUtf8());
        qputenv("FANFARE_APP_SECRET", appSecret);
        world.start();
        world.waitFor([&] { return world.page<MainWindow>() != nullptr; });
        Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
        Account account;
        account.name = u"Meridian Journeys"_s;
        account.phoneNumberId = m_meta.phoneNumberId();
        account.wabaId = m_meta.wabaId();
        account.apiBase = m_meta.url();
        ASSERT_TRUE((*session)->accountDesk().put(account));
        world.showPlace(u"settings"_s);
        world.click(u"Delivery events"_s);
        m_panel = world.awaitPage<DeliveryEventsPanel>();
        ASSERT_TRUE(world.waitFor([&] { return world.widget<QLineEdit>(u"publicAddress"_s) != nullptr; }));
    }

    void choosePort(AppWorld &world)
    {
        m_port = freePort();
        auto *port = world.widget<QSpinBox>(u"listenPort"_s);
        port->setValue(m_port);
        emit port->editingFinished();
    }

    bool isSaid(AppWorld &world, const QString &words)
    {
        return world.waitFor([&] {
            const QList<QLabel *> labels = m_panel->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        });
    }

    int statusOf(AppWorld &world, QNetworkReply *reply)
    {
        world.waitFor([reply] { return reply->isFinished(); });
        m_answer = reply->readAll();
        reply->deleteLater();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QUrl url(const QString &query = {}) const
    {
        return QUrl{u"http://127.0.0.1:%1/webhook"_s.arg(m_port) + query};
    }

    int post(AppWorld &world, const QByteArray &body, const QByteArray &signature)
    {
        QNetworkRequest request{url()};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("X-Hub-Signature-256", signature);
        return statusOf(world, m_network.post(request, body));
    }

    SystemClock m_clock;
    Simulator m_meta{m_clock};
    QNetworkAccessManager m_network;
    DeliveryEventsPanel *m_panel = nullptr;
    quint16 m_port = 0;
    QByteArray m_answer;
};

} // namespace

TEST_F(DeliveryEventsTest, whoFollowsTheStepsSeesEachOneDone)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    choosePort(world);
    EXPECT_TRUE(isSaid(world, u"Messages leave all the same."_s));

    world.click(u"listenSwitch"_s);
    ASSERT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));
    EXPECT_TRUE(isSaid(world, u"Waiting for Meta's check…"_s));

    world.type(u"publicAddress"_s, u"https://events.example.org/webhook/"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"publicAddress"_s), Qt::Key_Return);
    auto *callback = world.widget<QLineEdit>(u"callbackUrl"_s);
    EXPECT_TRUE(world.waitFor([&] { return callback->text() == u"https://events.example.org/webhook"_s; }));
    ASSERT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));

    const QString token = world.widget<QLineEdit>(u"verifyToken"_s)->text();
    EXPECT_EQ(token.toUtf8(), verifyTokenFor(kAppSecret));
    EXPECT_EQ(statusOf(world,
                       m_network.get(QNetworkRequest{
                           url(u"?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=guess"_s)})),
              403);
    EXPECT_EQ(statusOf(world,
                       m_network.get(QNetworkRequest{
                           url(u"?hub.mode=subscribe&hub.challenge=4711&hub.verify_token="_s + token)})),
              200);
    EXPECT_EQ(m_answer, "4711");
    EXPECT_TRUE(isSaid(world, u"Received: "_s));

    world.click(u"subscribeButton"_s);
    EXPECT_TRUE(isSaid(world, u"Simulated app"_s));

    const QByteArray body = deliveredBody();
    EXPECT_EQ(post(world, body, "sha256=0000"), 401);
    EXPECT_EQ(post(world, body, webhookSignature(kAppSecret, body)), 200);
    EXPECT_TRUE(isSaid(world, u"Last one: "_s));
    EXPECT_TRUE(isSaid(world, u"2 requests of others were refused"_s));
    EXPECT_TRUE(world.waitFor([&] {
        const QList<QWidget *> items = world.window().findChildren<QWidget *>();
        return std::any_of(items.begin(), items.end(), [](const QWidget *item) {
            return item->accessibleName().contains(u"Delivery events arriving"_s);
        });
    }));
}

TEST_F(DeliveryEventsTest, receivingGoesOnAfterTheNextStart)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    choosePort(world);
    world.click(u"listenSwitch"_s);
    ASSERT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));

    ASSERT_TRUE(world.closeWindow());
    world.start();

    const QByteArray body = deliveredBody();
    EXPECT_TRUE(world.waitFor([&] { return post(world, body, webhookSignature(kAppSecret, body)) == 200; }));
    world.showPlace(u"settings"_s);
    world.click(u"Delivery events"_s);
    m_panel = world.awaitPage<DeliveryEventsPanel>();
    world.click(u"listenSwitch"_s);
    EXPECT_TRUE(isSaid(world, u"Fanfare does not receive delivery events."_s));
    EXPECT_EQ(post(world, body, webhookSignature(kAppSecret, body)), 0)
        << "it is said once nobody listens any more";
}

TEST_F(DeliveryEventsTest, secretsThatAnotherProgramChangedCountAtOnce)
{
    QByteArray appSecret = "first secret";
    AppWorld world{[&appSecret] { return std::make_unique<SharedKeychain>(appSecret); }};
    openSettings(world);
    choosePort(world);
    world.click(u"listenSwitch"_s);
    ASSERT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));
    const QByteArray body = deliveredBody();
    ASSERT_EQ(post(world, body, webhookSignature("first secret", body)), 200);

    appSecret = "second secret";
    const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
    ASSERT_TRUE((*session)->accountDesk().noteNewSecrets());

    EXPECT_TRUE(
        world.waitFor([&] { return post(world, body, webhookSignature("second secret", body)) == 200; }));
    EXPECT_EQ(post(world, body, webhookSignature("first secret", body)), 401);
}

TEST_F(DeliveryEventsTest, anotherPublicAddressInterruptsNothingAndHasToBeCheckedAnew)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    choosePort(world);
    world.click(u"listenSwitch"_s);
    ASSERT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));
    world.type(u"publicAddress"_s, u"https://a.example.org"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"publicAddress"_s), Qt::Key_Return);
    auto *callback = world.widget<QLineEdit>(u"callbackUrl"_s);
    ASSERT_TRUE(world.waitFor([&] { return callback->text() == u"https://a.example.org/webhook"_s; }));
    const QString check = u"?hub.mode=subscribe&hub.challenge=4711&hub.verify_token="_s
        + QString::fromLatin1(verifyTokenFor(kAppSecret));
    ASSERT_EQ(statusOf(world, m_network.get(QNetworkRequest{url(check)})), 200);
    ASSERT_TRUE(isSaid(world, u"Received: "_s));
    QTcpSocket client; // which a new start would turn out
    client.connectToHost(QHostAddress::LocalHost, m_port);
    ASSERT_TRUE(world.waitFor([&] { return client.state() == QAbstractSocket::ConnectedState; }));

    world.type(u"publicAddress"_s, u"https://b.example.org"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"publicAddress"_s), Qt::Key_Return);

    EXPECT_TRUE(isSaid(world, u"Waiting for Meta's check…"_s));
    const QByteArray body = deliveredBody();
    EXPECT_EQ(post(world, body, webhookSignature(kAppSecret, body)), 200);
    EXPECT_TRUE(isSaid(world, u"Last one: "_s));
    EXPECT_EQ(client.state(), QAbstractSocket::ConnectedState);
}

TEST_F(DeliveryEventsTest, anAddressThatMetaCannotUseIsNotPassedOn)
{
    AppWorld world;
    openSettings(world, kAppSecret);

    world.type(u"publicAddress"_s, u"http://192.168.1.7"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"publicAddress"_s), Qt::Key_Return);

    EXPECT_TRUE(isSaid(world, u"Meta needs an address that begins with https://"_s));
    EXPECT_EQ(world.widget<QLineEdit>(u"callbackUrl"_s)->text(), QString{});
}

TEST_F(DeliveryEventsTest, aChoiceThatCannotBeStoredGoesBackAndThatIsSaid)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    world.type(u"publicAddress"_s, u"https://a.example.org"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"publicAddress"_s), Qt::Key_Return);
    const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
    ASSERT_TRUE(
        world.waitFor([&] { return !readListeningChoice((*session)->settings())->publicAddress.isEmpty(); }));
    ASSERT_TRUE(isSaid(world, u"Fanfare does not receive delivery events."_s));
    for (const QString &kind : {u"INSERT"_s, u"UPDATE"_s})
        ASSERT_TRUE(execute((*session)->database(),
                            u"CREATE TRIGGER full%1 BEFORE %1 ON setting "
                            "WHEN new.key LIKE 'listening%' "
                            "BEGIN SELECT RAISE(ABORT, 'disk is full'); END"_s.arg(kind)));

    world.type(u"publicAddress"_s, u"https://b.example.org"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"publicAddress"_s), Qt::Key_Return);

    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    world.answer(u"Close"_s);
    EXPECT_EQ(world.widget<QLineEdit>(u"publicAddress"_s)->text(), u"https://a.example.org"_s);
    EXPECT_EQ(readListeningChoice((*session)->settings())->publicAddress, u"https://a.example.org"_s);

    world.click(u"listenSwitch"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    world.answer(u"Close"_s);
    EXPECT_TRUE(isSaid(world, u"Fanfare does not receive delivery events."_s));
}

TEST_F(DeliveryEventsTest, whoChangesTheAddressWhileConnectingMayConnectAgain)
{
    AppWorld world;
    openSettings(world, kAppSecret);

    world.click(u"subscribeButton"_s);
    choosePort(world);

    EXPECT_TRUE(isSaid(world, u"Simulated app"_s));
    EXPECT_TRUE(world.waitFor([&] {
        const auto *button = m_panel->findChild<QAbstractButton *>(u"subscribeButton"_s);
        return button->isEnabled();
    }));
}

TEST_F(DeliveryEventsTest, withoutTheAppSecretNobodyCanMakeUpEvents)
{
    AppWorld world;
    openSettings(world);
    choosePort(world);

    world.click(u"listenSwitch"_s);

    EXPECT_TRUE(isSaid(world, u"The app secret is not known."_s));
    const QByteArray body = deliveredBody();
    EXPECT_EQ(post(world, body, {}), 0);
}

TEST_F(DeliveryEventsTest, aTakenPortIsSaidAndTriedAgain)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    choosePort(world);
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost, m_port));

    world.click(u"listenSwitch"_s);
    EXPECT_TRUE(isSaid(world, u"Delivery events cannot arrive."_s));
    other.close();

    EXPECT_TRUE(world.waitFor(
        [&] {
            const QByteArray body = deliveredBody();
            return post(world, body, webhookSignature(kAppSecret, body)) == 200;
        },
        15'000));
}

TEST_F(DeliveryEventsTest, eventsThatCannotBeStoredAreSaidAndComeAgain)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    choosePort(world);
    world.click(u"listenSwitch"_s);
    ASSERT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));
    const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
    Database &database = (*session)->database();
    ASSERT_TRUE(execute(database, uR"(CREATE TRIGGER refuses BEFORE INSERT ON webhook_post
                                      BEGIN SELECT RAISE(ABORT, 'the disk is broken'); END)"_s));

    const QByteArray body = deliveredBody();
    EXPECT_EQ(post(world, body, webhookSignature(kAppSecret, body)), 503);
    EXPECT_TRUE(isSaid(world, u"Delivery events arrive, but cannot be stored."_s));
    EXPECT_TRUE(isSaid(world, u"Meta sends them again."_s));

    ASSERT_TRUE(execute(database, u"DROP TRIGGER refuses"_s));
    EXPECT_EQ(post(world, body, webhookSignature(kAppSecret, body)), 200);
    EXPECT_TRUE(isSaid(world, u"Fanfare receives delivery events."_s));
}

TEST_F(DeliveryEventsTest, inPracticeThereIsNothingToSetUp)
{
    AppWorld world;
    world.startPractice();
    world.showPlace(u"settings"_s);
    world.click(u"Delivery events"_s);
    m_panel = world.awaitPage<DeliveryEventsPanel>();

    EXPECT_TRUE(isSaid(world, u"They arrive by themselves."_s));
}

TEST_F(DeliveryEventsTest, aComputerThatWasOffForLongSaysWhichEventsAreLost)
{
    AppWorld world;
    openSettings(world, kAppSecret);
    choosePort(world);
    {
        const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
        ASSERT_TRUE((*session)->settings().noteReceiving(m_clock.now() - 24h * 17));
    }

    world.click(u"listenSwitch"_s);

    EXPECT_TRUE(isSaid(world, u"Nobody received the delivery events from"_s));
    EXPECT_TRUE(isSaid(world, u"stays unknown"_s));

    world.click(u"blindSeenButton"_s);
    const auto isBannerThere = [&] {
        return m_panel->findChild<QAbstractButton *>(u"blindSeenButton"_s)->isVisible();
    };
    EXPECT_TRUE(world.waitFor([&] { return !isBannerThere(); }));
    const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
    EXPECT_EQ(*(*session)->settings().unseenBlindPeriod(), std::nullopt) << "not after the next start either";
    EXPECT_EQ((*session)->settings().blindPeriods()->size(), 1u) << "it is not forgotten";
}
