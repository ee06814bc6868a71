#include "graphclient.h"

#include "http/httpserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A business's webhook that writes down what comes.
class WebhookListener
{
public:
    WebhookListener()
    {
        const Result<> started =
            m_server.start({}, [this](const HttpRequest &request, const HttpResponder &responder) {
                const std::lock_guard lock{m_mutex};
                m_requests.push_back(request);
                const bool fails = m_failures > 0;
                if (fails)
                    --m_failures;
                responder.respond(httpResponse(fails ? 500 : 200, "text/plain", {}));
            });
        EXPECT_TRUE(started);
    }

    QUrl url() const { return QUrl{m_server.url() + u"/webhook"_s}; }
    void failNext(int times) { m_failures = times; }

    std::vector<HttpRequest> requests() const
    {
        const std::lock_guard lock{m_mutex};
        return m_requests;
    }

    /// Every change that came, in order.
    QJsonArray changes() const
    {
        QJsonArray all;
        for (const HttpRequest &request : requests()) {
            const QJsonDocument body = QJsonDocument::fromJson(request.body);
            for (const QJsonValue value : body[u"entry"][0][u"changes"].toArray())
                all.append(value);
        }
        return all;
    }

    QStringList statusesOf(const QString &messageId) const
    {
        QStringList words;
        for (const QJsonValue value : changes()) {
            const QJsonValue status = value[u"value"][u"statuses"][0];
            if (status[u"id"].toString() == messageId)
                words.append(status[u"status"].toString());
        }
        return words;
    }

    /// Whether at least so many changes come within two seconds.
    bool waitForChanges(int count) const
    {
        QElapsedTimer timer;
        timer.start();
        while (changes().size() < count) {
            if (timer.elapsed() > 2000)
                return false;
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        return true;
    }

private:
    // Owner: this class; guards what the server's thread writes down.
    mutable std::mutex m_mutex;
    std::vector<HttpRequest> m_requests;
    std::atomic<int> m_failures{0};
    HttpServer m_server;
};

/// HMAC-SHA256 by its definition (RFC 2104), independent of the sender's.
QByteArray hmacSha256(QByteArray key, const QByteArray &text)
{
    const auto sha = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    if (key.size() > 64)
        key = sha(key);
    key = key.leftJustified(64, '\0');
    QByteArray inner = key;
    QByteArray outer = key;
    for (qsizetype i = 0; i < 64; ++i) {
        inner[i] = char(inner[i] ^ 0x36);
        outer[i] = char(outer[i] ^ 0x5c);
    }
    return sha(outer + sha(inner + text));
}

class WebhooksTest : public SimulatorTest
{
protected:
    WebhooksTest()
    {
        m_options.behaviour = plainBehaviour();
        m_options.webhookUrl = m_listener.url();
        m_options.appSecret = "s3cret è";
        m_options.seed = 7;
    }

    WebhookListener m_listener;
};

} // namespace

TEST_F(WebhooksTest, tellSentDeliveredAndRead)
{
    m_options.behaviour.readShare = 1;
    start();

    const GraphReply reply = m_client->send(helloWorld(u"+919812340001"_s, u"attempt-1"_s));

    ASSERT_TRUE(m_listener.waitForChanges(3));
    EXPECT_EQ(m_listener.statusesOf(reply.messageId()), (QStringList{u"sent"_s, u"delivered"_s, u"read"_s}));
    const QJsonValue status = m_listener.changes()[0][u"value"][u"statuses"][0];
    EXPECT_EQ(status[u"biz_opaque_callback_data"].toString(), u"attempt-1"_s);
    EXPECT_TRUE(status[u"timestamp"].isString());
}

TEST_F(WebhooksTest, areSignedOverTheBytesThatArrive)
{
    m_options.behaviour.readShare = 1;
    m_options.behaviour.replyShare = 1;
    start();

    m_client->send(templateMessage(
        u"departure_reminder"_s, u"hi"_s,
        {component(u"body"_s, {textParameter(u"आरव"_s), textParameter(u"जयपुर"_s), textParameter(u"3"_s)})}));

    ASSERT_TRUE(m_listener.waitForChanges(4));
    for (const HttpRequest &request : m_listener.requests()) {
        EXPECT_EQ(request.path, "/webhook");
        EXPECT_EQ(request.header("Content-Type"), "application/json");
        EXPECT_EQ(request.header("X-Hub-Signature-256"),
                  "sha256=" + hmacSha256(m_options.appSecret, request.body).toHex());
        EXPECT_EQ(QJsonDocument::fromJson(request.body)[u"entry"][0][u"id"].toString(), m_simulator.wabaId());
    }
}

TEST_F(WebhooksTest, areTriedAgainUntilTheyAreTaken)
{
    start();
    m_listener.failNext(1);

    const GraphReply reply = m_client->send(helloWorld());

    ASSERT_TRUE(m_listener.waitForChanges(3));
    EXPECT_EQ(m_listener.statusesOf(reply.messageId()).count(u"sent"_s), 2);
    // On a busy computer it travels with the one that is refused.
    const auto refusedToo = m_listener.requests().front().body.count("\"delivered\"");
    EXPECT_EQ(m_listener.statusesOf(reply.messageId()).count(u"delivered"_s), 1 + refusedToo);
}

TEST_F(WebhooksTest, whatIsDueTogetherTravelsTogether)
{
    m_options.messagesPerSecond = 0;
    start();
    for (int i = 0; i < 40; ++i)
        ASSERT_EQ(m_client->send(helloWorld(u"+9198%1"_s.arg(10'000'000 + i))).status, 200);

    ASSERT_TRUE(m_listener.waitForChanges(80));

    EXPECT_EQ(m_listener.changes().size(), 80);
}

TEST_F(WebhooksTest, aFailureComesInsteadOfADelivery)
{
    m_options.behaviour.failures = {
        {131026, 1.0, false}
    };
    start();

    const GraphReply reply = m_client->send(helloWorld());

    ASSERT_TRUE(m_listener.waitForChanges(1));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(m_listener.statusesOf(reply.messageId()), QStringList{u"failed"_s});
    EXPECT_EQ(m_listener.changes()[0][u"value"][u"statuses"][0][u"errors"][0][u"code"].toInt(), 131026);
}

TEST_F(WebhooksTest, peopleReplyToTheMessage)
{
    m_options.behaviour.readShare = 1;
    m_options.behaviour.replyShare = 1;
    start();

    m_client->send(helloWorld());

    ASSERT_TRUE(m_listener.waitForChanges(4));
    const QJsonValue message = m_listener.changes()[3][u"value"][u"messages"][0];
    EXPECT_EQ(message[u"type"].toString(), u"text"_s);
    EXPECT_EQ(message[u"from"].toString(), u"919812340001"_s);
    EXPECT_FALSE(message[u"text"][u"body"].toString().isEmpty());
}

TEST_F(WebhooksTest, whoeverStopsMarketingNoLongerGetsIt)
{
    m_options.behaviour.readShare = 1;
    m_options.behaviour.replyShare = 1;
    m_options.behaviour.stopShareOfReplies = 1;
    m_options.behaviour.preferenceShareOfStops = 1;
    start();
    const QJsonObject offer =
        templateMessage(u"tour_package_marketing"_s, u"en_US"_s,
                        {component(u"body"_s, {textParameter(u"Kashmir"_s), textParameter(u"₹38,900"_s)})});

    m_client->send(offer);
    ASSERT_TRUE(m_listener.waitForChanges(4));
    const GraphReply second = m_client->send(offer);

    ASSERT_TRUE(m_listener.waitForChanges(5));
    EXPECT_EQ(m_listener.changes()[3][u"field"].toString(), u"user_preferences"_s);
    EXPECT_EQ(m_listener.statusesOf(second.messageId()), QStringList{u"failed"_s});
    EXPECT_EQ(m_listener.changes()[4][u"value"][u"statuses"][0][u"errors"][0][u"code"].toInt(), 131050);
}

TEST_F(WebhooksTest, theUrlMayComeAfterTheStart)
{
    m_options.webhookUrl = {};
    start();

    m_simulator.setWebhookUrl(m_listener.url());
    m_client->send(helloWorld());

    EXPECT_TRUE(m_listener.waitForChanges(2));
}

TEST_F(WebhooksTest, aMessageWhoseAnswerWasLostIsStillTold)
{
    m_options.faults = *parseFaults(R"([{"to": "*", "then": {"drop": "after"}}])");
    start();

    m_client->send(helloWorld(u"+919812340001"_s, u"lost-1"_s));

    ASSERT_TRUE(m_listener.waitForChanges(2));
    EXPECT_EQ(m_listener.changes()[0][u"value"][u"statuses"][0][u"biz_opaque_callback_data"].toString(),
              u"lost-1"_s);
}

TEST_F(WebhooksTest, anUnreachableWebhookDoesNotHoldUpSendingOrStopping)
{
    m_options.webhookUrl = QUrl{u"http://127.0.0.1:1/webhook"_s};
    start();
    QElapsedTimer timer;
    timer.start();

    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(m_client->send(helloWorld()).status, 200);
    m_simulator.stop();

    EXPECT_LT(timer.elapsed(), 1000);
}
