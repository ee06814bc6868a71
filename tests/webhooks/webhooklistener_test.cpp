#include "webhooks/listeningthread.h"

#include "webhooks/webhooksignature.h"

#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 5'000;
const QByteArray kStatus = R"({"entry":[{"changes":[{"field":"messages","value":{"statuses":[
    {"id":"wamid.1","status":"delivered","timestamp":"1795000100"}]}}]}]})";

struct Answer
{
    int status = 0;
    QByteArray body;
};

/// A client that waits for its answer while our own loop runs.
class Client
{
public:
    Answer get(const QString &url) { return wait(m_manager.get(QNetworkRequest{QUrl{url}})); }

    Answer post(const QString &url, const QByteArray &body, const QByteArray &signature = {})
    {
        QNetworkRequest request{QUrl{url}};
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        if (!signature.isEmpty())
            request.setRawHeader("X-Hub-Signature-256", signature);
        return wait(m_manager.post(request, body));
    }

private:
    Answer wait(QNetworkReply *reply)
    {
        // Not qWaitFor, which looks only every ten milliseconds.
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
        loop.exec();
        EXPECT_TRUE(reply->isFinished());
        const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                            reply->readAll()};
        reply->deleteLater();
        return answer;
    }

    QNetworkAccessManager m_manager;
};

class WebhookListenerTest : public ::testing::Test
{
protected:
    WebhookListenerTest()
        : m_listener{m_clock, [this](const ReceivedWebhook &webhook) { return store(webhook); }, m_traffic}
    {
        QObject::connect(
            &m_listener, &WebhookListener::eventsApplied, &m_listener,
            [this](const std::vector<AppliedEvent> &events) { m_applied += int(events.size()); });
        QObject::connect(&m_listener, &WebhookListener::notStored, &m_listener, [this] { ++m_notStored; });
    }

    void listen(const WebhookListenerOptions &options)
    {
        const Result<> started = m_listener.listen(options);
        ASSERT_TRUE(started) << started.error().detail.toStdString();
    }

    Result<std::vector<AppliedEvent>> store(const ReceivedWebhook &webhook)
    {
        m_received.push_back(webhook);
        if (m_isDiskFull)
            return Error{ErrorKind::Storage, u"The disk is full."_s};
        return std::vector<AppliedEvent>(webhook.events.size());
    }

    FakeClock m_clock;
    WebhookTraffic m_traffic;
    WebhookListener m_listener;
    Client m_client;
    std::vector<ReceivedWebhook> m_received;
    bool m_isDiskFull = false;
    int m_applied = 0;
    int m_notStored = 0;
};

} // namespace

TEST_F(WebhookListenerTest, aSignedBodyIsStoredAsItCameAndAnswered200)
{
    listen({.appSecrets = {"secret"}});

    const Answer answer = m_client.post(m_listener.url(), kStatus, webhookSignature("secret", kStatus));

    EXPECT_EQ(answer.status, 200);
    ASSERT_EQ(m_received.size(), 1u);
    EXPECT_EQ(m_received[0].rawBody, kStatus);
    EXPECT_TRUE(m_received[0].isSigned);
    EXPECT_EQ(m_received[0].receivedAt, m_clock.now());
    ASSERT_EQ(m_received[0].events.size(), 1u);
    EXPECT_EQ(std::get<MessageStatusEvent>(m_received[0].events[0]).messageId, u"wamid.1"_s);
    EXPECT_EQ(m_applied, 1);
}

TEST_F(WebhookListenerTest, aWrongOrMissingSignatureIsRefused)
{
    listen({.appSecrets = {"secret"}});

    EXPECT_EQ(m_client.post(m_listener.url(), kStatus).status, 401);
    EXPECT_EQ(m_client.post(m_listener.url(), kStatus, webhookSignature("other", kStatus)).status, 401);
    EXPECT_EQ(m_client.post(m_listener.url(), kStatus + ' ', webhookSignature("secret", kStatus)).status,
              401);
    EXPECT_TRUE(m_received.empty());
}

TEST_F(WebhookListenerTest, withoutAnAppSecretBodiesAreTakenAndMarked)
{
    listen({.appSecrets = {""}});

    EXPECT_EQ(m_client.post(m_listener.url(), kStatus).status, 200);

    ASSERT_EQ(m_received.size(), 1u);
    EXPECT_FALSE(m_received[0].isSigned);
}

TEST_F(WebhookListenerTest, whatCannotBeStoredIsAskedForAgain)
{
    listen({});
    m_isDiskFull = true;

    EXPECT_EQ(m_client.post(m_listener.url(), kStatus).status, 503);

    EXPECT_EQ(m_notStored, 1);
    EXPECT_EQ(m_applied, 0);
}

TEST_F(WebhookListenerTest, anUnreadableBodyIsKeptOnlyIfMetaSignedIt)
{
    listen({.appSecrets = {"secret"}});
    EXPECT_EQ(m_client.post(m_listener.url(), "{", webhookSignature("secret", "{")).status, 200);
    ASSERT_EQ(m_received.size(), 1u);
    EXPECT_EQ(std::get<OtherEvent>(m_received[0].events.at(0)).field, u"unreadable"_s);

    listen({});
    EXPECT_EQ(m_client.post(m_listener.url(), "{").status, 400);
    EXPECT_EQ(m_received.size(), 1u);
}

TEST_F(WebhookListenerTest, theHandshakeGivesTheChallengeBackForTheRightToken)
{
    listen({.verifyToken = "let me in"});
    const QString query = u"?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="_s;

    const Answer right = m_client.get(m_listener.url() + query + u"let%20me%20in"_s);
    const Answer wrong = m_client.get(m_listener.url() + query + u"let%20me%20on"_s);
    const Answer otherMode =
        m_client.get(m_listener.url() + u"?hub.mode=x&hub.challenge=1&hub.verify_token=let%20me%20in"_s);

    EXPECT_EQ(right.status, 200);
    EXPECT_EQ(right.body, "1158201444");
    EXPECT_EQ(wrong.status, 403);
    EXPECT_FALSE(wrong.body.contains("1158201444"));
    EXPECT_EQ(otherMode.status, 403);
}

TEST_F(WebhookListenerTest, withoutAVerifyTokenEveryHandshakeIsRefused)
{
    listen({});

    EXPECT_EQ(
        m_client.get(m_listener.url() + u"?hub.mode=subscribe&hub.challenge=1&hub.verify_token="_s).status,
        403);
}

TEST_F(WebhookListenerTest, anotherPathIsNotFound)
{
    listen({});

    EXPECT_EQ(m_client.get(m_listener.url() + u"/x"_s).status, 404);
    EXPECT_EQ(m_client.post(m_listener.url().chopped(1), kStatus).status, 404);
}

TEST_F(WebhookListenerTest, aBodyOverThreeMegabytesIsRefused)
{
    listen({});

    const Answer largest = m_client.post(m_listener.url(), kStatus + QByteArray(3'000'000, ' '));
    const Answer tooLarge = m_client.post(m_listener.url(), kStatus + QByteArray(4'000'000, ' '));

    EXPECT_EQ(largest.status, 200);
    EXPECT_NE(tooLarge.status, 200);
    EXPECT_EQ(m_received.size(), 1u);
}

TEST_F(WebhookListenerTest, halfOfTheBodiesAreAnsweredWithinTwentyMilliseconds)
{
    listen({.appSecrets = {"secret"}});
    const QByteArray signature = webhookSignature("secret", kStatus);
    std::vector<qint64> times;
    for (int i = 0; i < 100; ++i) {
        QElapsedTimer elapsed;
        elapsed.start();
        ASSERT_EQ(m_client.post(m_listener.url(), kStatus, signature).status, 200);
        times.push_back(elapsed.elapsed());
    }

    std::nth_element(times.begin(), times.begin() + 50, times.end());
    EXPECT_LT(times[50], 20);
}

TEST(ListeningThreadTest, makesTheSinkAndStoresOnItsOwnThread)
{
    FakeClock clock;
    std::mutex mutex; // guards the two threads seen, written there and read here
    QThread *madeOn = nullptr;
    QThread *storedOn = nullptr;
    ListeningThread thread{clock, [&]() -> Result<WebhookSink> {
                               const std::lock_guard lock{mutex};
                               madeOn = QThread::currentThread();
                               return WebhookSink{[&](const ReceivedWebhook &webhook) {
                                   const std::lock_guard storeLock{mutex};
                                   storedOn = QThread::currentThread();
                                   return std::vector<AppliedEvent>(webhook.events.size());
                               }};
                           }};
    quint16 port = 0;
    int applied = 0;
    QObject::connect(&thread, &ListeningThread::listening, &thread, [&](quint16 found) { port = found; });
    QObject::connect(&thread, &ListeningThread::eventsApplied, &thread,
                     [&](const std::vector<AppliedEvent> &events) { applied += int(events.size()); });
    thread.listen({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return port != 0; }, kPatience));
    Client client;

    const Answer answer = client.post(u"http://127.0.0.1:%1/webhook"_s.arg(port), kStatus);

    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(QTest::qWaitFor([&] { return applied == 1; }, kPatience));
    const std::lock_guard lock{mutex};
    EXPECT_NE(madeOn, QThread::currentThread());
    EXPECT_EQ(madeOn, storedOn);
}

TEST(ListeningThreadTest, saysWhyItDoesNotListen)
{
    FakeClock clock;
    bool isSinkThere = false;
    ListeningThread thread{clock, [&]() -> Result<WebhookSink> {
                               if (!isSinkThere)
                                   return Error{ErrorKind::Storage, u"No database."_s, u"no_database"_s};
                               return WebhookSink{
                                   [](const ReceivedWebhook &) { return std::vector<AppliedEvent>{}; }};
                           }};
    QStringList codes;
    QObject::connect(&thread, &ListeningThread::failed, &thread,
                     [&](const Error &error) { codes << error.code; });
    HttpServer occupant;
    ASSERT_TRUE(occupant.start({}, [](const HttpRequest &, const HttpResponder &) {}));

    thread.listen({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return codes.size() == 1; }, kPatience));
    isSinkThere = true;
    thread.listen({.port = occupant.port()});
    ASSERT_TRUE(QTest::qWaitFor([&] { return codes.size() == 2; }, kPatience));

    EXPECT_EQ(codes, (QStringList{u"no_database"_s, u"port_in_use"_s}));
}
