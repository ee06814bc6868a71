#include "cli/cliworld.h"
#include "faults/faultseed.h"
#include "http/blockingclient.h"
#include "http/httpserver.h"
#include "simulator/simulator.h"
#include "webhooks/listeningthread.h"
#include "webhooks/webhooksignature.h"
#include "workspace/deliveryintake.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The whole circle: a campaign leaves for a Graph API on loopback, whose events come back through the
// listener by a way that loses, repeats and mixes them up.

namespace {

const QByteArray kSecret{"s3cret"};
constexpr int kPatience = 30'000; // milliseconds

/// The real listener on its thread, into the workspace of a terminal.
class Receiver
{
public:
    explicit Receiver(const QString &workspaceFolder)
        : m_listener{m_clock, [this, path = QDir{workspaceFolder}.filePath(u"fanfare.sqlite"_s)] {
                         return makeSink(path);
                     }}
    {
        QObject::connect(&m_listener, &ListeningThread::listening, &m_listener,
                         [this](quint16 port) { m_port = port; });
        m_listener.listen({.appSecrets = {kSecret}});
        EXPECT_TRUE(QTest::qWaitFor([this] { return m_port != 0; }, kPatience));
    }

    quint16 port() const { return m_port; }

private:
    Result<WebhookSink> makeSink(const QString &databasePath)
    {
        Result<std::unique_ptr<DeliveryIntake>> opened = DeliveryIntake::open(databasePath, m_clock);
        if (!opened)
            return opened.error();
        return WebhookSink{
            [intake = std::shared_ptr<DeliveryIntake>{*std::move(opened)}](const ReceivedWebhook &webhook) {
                return intake->take(webhook.rawBody, webhook.events, webhook.receivedAt);
            }};
    }

    SystemClock m_clock;
    ListeningThread m_listener;
    quint16 m_port = 0;
};

/// The status of the answer; 0 where none came.
int post(quint16 port, const QByteArray &body)
{
    BlockingClient client{port};
    return client.post("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
                       + webhookSignature(kSecret, body)
                       + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

/// Stands between the sender of events and the listener, and remembers what it was to carry.
class BadWay
{
public:
    explicit BadWay(quint16 to)
        : m_to{to}
        , m_random{faultSeed()}
    {
        const Result<> started =
            m_server.start({}, [this](const HttpRequest &request, const HttpResponder &responder) {
                carry(request, responder);
            });
        EXPECT_TRUE(started);
    }

    QUrl url() const { return QUrl{m_server.url() + u"/webhook"_s}; }

    /// Waits until nothing new comes any more, then brings what was held back, the latest first.
    void finish()
    {
        QElapsedTimer total;
        total.start();
        qsizetype known = -1;
        while (known != seen().size() && total.elapsed() < kPatience) {
            known = seen().size();
            QTest::qWait(2'500); // longer than the first two of the simulator's second tries
        }
        m_server.stop();
        std::reverse(m_held.begin(), m_held.end());
        for (const QByteArray &body : std::as_const(m_held))
            EXPECT_EQ(post(m_to, body), 200);
    }

    QSet<QByteArray> seen()
    {
        const std::lock_guard lock{m_mutex};
        return m_seen;
    }

    // How often something went wrong.
    int lost = 0;
    int repeated = 0;
    int held = 0;

private:
    void carry(const HttpRequest &request, const HttpResponder &responder)
    {
        const QByteArray &body = request.body;
        {
            const std::lock_guard lock{m_mutex};
            m_seen.insert(body);
        }
        const bool isFirstTry = m_tries[body]++ == 0;
        switch (isFirstTry ? m_random.bounded(8) : 7) {
        case 0: // never arrives
            ++lost;
            return responder.closeWithoutAnswer();
        case 1: // arrives, but its sender never learns it
            ++repeated;
            post(m_to, body);
            return responder.closeWithoutAnswer();
        case 2: // arrives twice
            ++repeated;
            post(m_to, body);
            break;
        case 3:
        case 4: // arrives last
            ++held;
            m_held.push_back(body);
            return responder.respond(httpResponse(200, "text/plain", "OK\n"));
        default: break;
        }
        responder.respond(httpResponse(post(m_to, body), "text/plain", "\n"));
    }

    const quint16 m_to;
    std::mutex m_mutex; ///< guards m_seen, written by the server's thread; the rest is read after its end
    QSet<QByteArray> m_seen;
    QMap<QByteArray, int> m_tries;
    QList<QByteArray> m_held;
    QRandomGenerator m_random;
    HttpServer m_server;
};

/// What the bodies say, read without our parser.
struct Truth
{
    explicit Truth(const QSet<QByteArray> &bodies)
    {
        for (const QByteArray &body : bodies) {
            const QJsonObject read = QJsonDocument::fromJson(body).object();
            for (const QJsonValue entry : read[u"entry"_s].toArray()) {
                for (const QJsonValue change : entry[u"changes"_s].toArray())
                    take(change[u"value"_s]);
            }
        }
    }

    void take(const QJsonValue &value)
    {
        for (const QJsonValue status : value[u"statuses"_s].toArray()) {
            words[u'+' + status[u"recipient_id"_s].toString()].insert(status[u"status"_s].toString());
            if (status[u"errors"_s][0][u"code"_s].toInt() == 131050)
                stopped.insert(u'+' + status[u"recipient_id"_s].toString());
        }
        for (const QJsonValue message : value[u"messages"_s].toArray()) {
            const QString from = u'+' + message[u"from"_s].toString();
            answered.insert(from);
            if (message[u"text"_s][u"body"_s].toString() == "STOP"_L1)
                stopped.insert(from);
        }
        for (const QJsonValue wish : value[u"user_preferences"_s].toArray())
            stopped.insert(u'+' + wish[u"wa_id"_s].toString());
    }

    QString statusOf(const QString &phone) const
    {
        const QSet<QString> said = words.value(phone);
        for (const QString &word : {u"failed"_s, u"responded"_s, u"read"_s, u"delivered"_s}) {
            if (word == "responded"_L1 ? answered.contains(phone) : said.contains(word))
                return word;
        }
        return u"sent"_s;
    }

    QMap<QString, QSet<QString>> words; ///< by number
    QSet<QString> answered;
    QSet<QString> stopped; ///< for certain
};

class FullCircleTest : public ::testing::Test
{
protected:
    /// A workspace of the terminal with the simulator's number and templates.
    void connect(const SimulatorOptions &options)
    {
        const Result<> started = m_simulator.start(options);
        ASSERT_TRUE(started);
        m_world.setEnvironment(u"FANFARE_TOKEN"_s, m_simulator.token());
        m_world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, m_simulator.phoneNumberId(),
                      u"--waba-id"_s, m_simulator.wabaId(), u"--api-base"_s, m_simulator.url()});
        ASSERT_EQ(m_world.json({u"template"_s, u"sync"_s}).exitCode, 0);
    }

    bool isSuppressed(const QString &phone)
    {
        return m_world.json({u"contact"_s, u"show"_s, phone}).json()[u"suppressed"_s].toBool();
    }

    SystemClock m_clock;
    CliWorld m_world;
    Simulator m_simulator{m_clock};
};

} // namespace

TEST_F(FullCircleTest, everybodyEndsAsMetaSaidHoweverItsEventsCame)
{
    constexpr int kPeople = 150;
    m_world.json({u"workspace"_s, u"init"_s});
    const Receiver receiver{m_world.workspace()};
    BadWay way{receiver.port()};
    SimulatorOptions options;
    options.seed = faultSeed();
    options.latency = 20ms;
    options.webhookUrl = way.url();
    options.appSecret = kSecret;
    options.behaviour.failures = {
        {131026, 0.05, false},
        {131049, 0.03, true },
        {131050, 0.03, true }
    };
    options.behaviour.replyShare = 0.2;
    options.behaviour.stopShareOfReplies = 0.4;
    options.behaviour.duplicateShare = 0.1;
    options.behaviour.reorderShare = 0.2;
    options.behaviour.sentAfter = {20ms, 200ms};
    options.behaviour.deliveredAfter = {100ms, 600ms};
    options.behaviour.readAfter = {200ms, 1500ms};
    options.behaviour.repliedAfterRead = {50ms, 800ms};
    connect(options);
    const qint64 id = m_world.createCampaign(m_world.writePeople(kPeople), u"60/s"_s);

    const CliResult sent = m_world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    way.finish();

    EXPECT_EQ(sent.exitCode, 0);
    EXPECT_EQ(m_simulator.acceptedMessageCount(), kPeople);
    const Truth truth{way.seen()};
    int asSaid = 0;
    for (const QJsonObject &person :
         m_world.json({u"campaign"_s, u"recipients"_s, QString::number(id)}).lines()) {
        const QString phone = person[u"phone"_s].toString();
        EXPECT_EQ(person[u"status"_s].toString(), truth.statusOf(phone)) << qPrintable(phone);
        asSaid += person[u"status"_s].toString() == truth.statusOf(phone) ? 1 : 0;
    }
    EXPECT_EQ(asSaid, kPeople);
    for (const QString &phone : truth.stopped)
        EXPECT_TRUE(isSuppressed(phone)) << qPrintable(phone);
    EXPECT_EQ(m_world.json({u"workspace"_s, u"check"_s}).exitCode, 0);
    EXPECT_FALSE(truth.answered.isEmpty());
    EXPECT_FALSE(truth.stopped.isEmpty());
    EXPECT_GT(way.lost, 0);
    EXPECT_GT(way.repeated, 0);
    EXPECT_GT(way.held, 0);
    std::printf(
        "%lld bodies, of which %d were lost once, %d repeated and %d held back; %lld people answered, "
        "%lld stopped\n",
        static_cast<long long>(way.seen().size()), way.lost, way.repeated, way.held,
        static_cast<long long>(truth.answered.size()), static_cast<long long>(truth.stopped.size()));
}

TEST_F(FullCircleTest, aStopTakesAPersonOutOfARunningCampaignBeforeTheirMessage)
{
    constexpr int kPeople = 60;
    m_world.json({u"workspace"_s, u"init"_s});
    const Receiver receiver{m_world.workspace()};
    connect({});
    const QString last = u"+346%1"_s.arg(kPeople - 1, 8, 10, QChar{u'0'});
    const qint64 id = m_world.createCampaign(m_world.writePeople(kPeople), u"20/s"_s);
    const std::unique_ptr<QProcess> sending =
        m_world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_simulator.acceptedMessageCount() > 0; }, kPatience));

    const int status = post(receiver.port(),
                            uR"({"object":"whatsapp_business_account","entry":[{"id":"%1","changes":[)"
                            uR"({"field":"messages","value":{"messages":[{"id":"wamid.stop","from":"%2",)"
                            uR"("timestamp":"%3","type":"text","text":{"body":" Stop! "}}]}}]}]})"_s
                                .arg(m_simulator.wabaId(), last.mid(1))
                                .arg(toMilliseconds(m_clock.now()) / 1'000)
                                .toUtf8());
    const CliResult ended = CliWorld::awaitEnd(*sending);

    EXPECT_EQ(status, 200);
    EXPECT_EQ(ended.exitCode, 0);
    EXPECT_EQ(m_simulator.acceptedMessageCount(), kPeople - 1);
    for (const JournalEntry &entry : m_simulator.journal())
        EXPECT_NE(entry.to, last);
    EXPECT_EQ(m_world.count(id, u"opted_out"_s), 1);
    EXPECT_TRUE(isSuppressed(last));
}
