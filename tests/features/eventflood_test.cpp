#include "cli/cliworld.h"
#include "faults/faultseed.h"
#include "http/blockingclient.h"
#include "ownstatefolder.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "webhooks/webhooksignature.h"
#include "workspace/session.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <random>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;

// As many events as come, through the real listener and with signatures, while another program sends a
// campaign from the same workspace. Meta never tells again what was answered 200.

namespace {

const QByteArray kSecret{"s3cret"};
constexpr int kConnections = 4;
constexpr int kPatience = 300'000; // milliseconds

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().message.toStdString() + result.error().detail.toStdString()};
    return std::move(*result);
}

QString messageIdOf(int number)
{
    return u"wamid.flood.%1"_s.arg(number);
}

PhoneNumber phoneOf(int number)
{
    return *PhoneNumber::fromE164(u"+9190%1"_s.arg(number, 8, 10, QChar{u'0'}));
}

/// A campaign that Meta accepted for so many people in the past.
CampaignId acceptedCampaign(Session &session, int people)
{
    constexpr int kGroup = 1'000;
    const UtcTime now = session.clock().now();
    Campaign campaign = valueOf(session.campaignDesk().newDraft());
    campaign.name = u"Past"_s;
    const CampaignId id = valueOf(session.campaigns().create(campaign, now));
    std::vector<NewRecipient> everybody;
    for (int number = 0; number < people; ++number)
        everybody.push_back({phoneOf(number), u"IN"_s, {}, {}});
    valueOf(session.campaigns().addRecipients(id, everybody, now));
    valueOf(session.campaigns().send(id, MessageTemplate{.name = u"hello"_s, .body = u"Hello"_s}, now));
    SqliteSendLedger ledger{session.database()};
    for (int number = 0; number < people;) {
        std::vector<Settlement> answers;
        for (const Claim &claim : valueOf(ledger.claim({id, kGroup, now, std::nullopt})).claims) {
            answers.push_back({
                claim.attempt, claim.recipient, claim.campaign,
                Accepted{messageIdOf(number++), u"accepted"_s, {}},
                now, RecipientStatus::Sent
            });
        }
        if (answers.empty())
            throw std::runtime_error{"nobody is left to be sent to"};
        valueOf(ledger.settle(answers));
    }
    return id;
}

/// Everything that Meta tells of their messages, in disorder, some of it twice, with a little of which nobody
/// knows what it is about.
QList<QByteArray> floodOf(int people, QRandomGenerator &random)
{
    QList<QByteArray> events;
    const auto add = [&](const QString &messageId, const QString &word, int second) {
        events << uR"({"id":"%1","status":"%2","timestamp":"%3"})"_s.arg(messageId, word)
                      .arg(1'795'000'000 + second)
                      .toUtf8();
    };
    for (int number = 0; number < people; ++number) {
        int second = 0;
        for (const QString &word : {u"sent"_s, u"delivered"_s, u"read"_s}) {
            add(messageIdOf(number), word, ++second);
            if (random.bounded(20) == 0)
                add(messageIdOf(number), word, second);
        }
        if (random.bounded(50) == 0)
            add(u"wamid.ofAnotherTool.%1"_s.arg(number), u"delivered"_s, 4);
        if (random.bounded(50) == 0)
            add(messageIdOf(number), u"teleported"_s, 5);
    }
    std::shuffle(events.begin(), events.end(), std::mt19937{faultSeed()});
    return events;
}

QByteArray requestWith(const QList<QByteArray> &statuses)
{
    const QByteArray body =
        R"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages",)"
        R"("value":{"messaging_product":"whatsapp","statuses":[)"
        + statuses.join(',') + "]}}]}]}";
    return "POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
        + webhookSignature(kSecret, body) + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

/// What the listener has said of every event so far.
struct Told
{
    qint64 applied = 0;
    qint64 listed = 0; ///< not applied, with a reason
    qint64 withoutReason = 0;

    qint64 events() const { return applied + listed + withoutReason; }

    void read(const QJsonObject &line)
    {
        const QJsonArray all = line[u"events"_s].toArray();
        for (const QJsonValue event : all) {
            if (event[u"applied"_s].toBool())
                ++applied;
            else if (!event[u"why"_s].toString().isEmpty())
                ++listed;
            else
                ++withoutReason;
        }
    }
};

} // namespace

TEST(EventFloodTest, everyEventIsAppliedOrListedWithItsReasonWhileACampaignSends)
{
    const int people =
        isSoak() ? 63'000 : 700; // with what is told twice or of others: over three events each
    const int sentMeanwhile = isSoak() ? 3'000 : 60;
    QRandomGenerator random{faultSeed()};
    CliWorld world;
    world.startSimulator();
    world.connect();
    world.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
    const qint64 sending = world.createCampaign(world.writePeople(sentMeanwhile), u"20/s"_s);
    const OwnStateFolder state;
    const SystemClock clock;
    const Workspace workspace = valueOf(Workspace::open(world.workspace()));
    const std::unique_ptr<Session> session = valueOf(Session::open(workspace, clock));
    const CampaignId past = acceptedCampaign(*session, people);
    QList<QByteArray> events = floodOf(people, random);
    const QSet<QByteArray> different{events.begin(), events.end()};
    std::vector<QByteArray> requests;
    for (qsizetype next = 0; next < events.size();) {
        const qsizetype count = std::min<qsizetype>(events.size() - next, random.bounded(1, 400));
        requests.push_back(requestWith(events.mid(next, count)));
        next += count;
    }

    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QUrl url{CliWorld::nextLine(*serving, kPatience)[u"listening"_s].toString()};
    ASSERT_GT(url.port(), 0);
    const std::unique_ptr<QProcess> sender =
        world.start({u"campaign"_s, u"send"_s, QString::number(sending), u"--wait"_s});
    ASSERT_FALSE(CliWorld::nextLine(*sender, kPatience).isEmpty());
    QElapsedTimer timer;
    timer.start();
    std::atomic<size_t> next{0};
    std::atomic<int> askedAgain{0};
    std::atomic<int> running{kConnections};
    std::atomic<qint64> floodMs{0};
    std::vector<std::thread> posting;
    for (int connection = 0; connection < kConnections; ++connection) {
        posting.emplace_back([&] {
            auto poster = std::make_unique<BlockingClient>(static_cast<quint16>(url.port()));
            for (size_t i = next++; i < requests.size(); i = next++) {
                while (poster->post(requests[i]) != 200) { // as Meta does
                    ++askedAgain;
                    std::this_thread::sleep_for(std::chrono::milliseconds{20});
                    poster = std::make_unique<BlockingClient>(static_cast<quint16>(url.port()));
                }
            }
            if (--running == 0)
                floodMs = timer.elapsed();
        });
    }
    Told told;
    while (told.events() < events.size() && timer.elapsed() < kPatience) {
        const QJsonObject line = CliWorld::nextLine(*serving, 5'000);
        if (line.isEmpty() && running == 0)
            break;
        told.read(line);
    }
    for (std::thread &thread : posting)
        thread.join();
    const bool wasSending = sender->state() == QProcess::Running;
    serving->terminate();
    const QJsonObject stopped = CliWorld::awaitEvent(*serving, u"stopped"_s);
    CliWorld::awaitEnd(*serving);
    const CliResult sent = CliWorld::awaitEnd(*sender, kPatience);

    EXPECT_TRUE(wasSending) << "the campaign was to be sent meanwhile";
    EXPECT_EQ(told.withoutReason, 0);
    EXPECT_GE(told.events(), events.size()) << "nothing was lost"; // more where a 200 went astray
    EXPECT_EQ(told.events() == events.size() || askedAgain > 0, true);
    EXPECT_EQ(stopped[u"left_out"_s].toInteger(), 0);
    EXPECT_EQ(stopped[u"refused"_s][u"wrong_signature"_s].toInteger(), 0);
    const qint64 stored =
        valueOf(firstInteger(session->database(), u"SELECT count(*) FROM delivery_event"_s));
    EXPECT_EQ(stored, different.size()) << "each once";
    const Campaign counted = valueOf(session->campaigns().load(past));
    EXPECT_EQ(counted.reached.read, people);
    EXPECT_EQ(counted.counts.of(RecipientStatus::Read), people);
    EXPECT_EQ(sent.exitCode, 0);
    EXPECT_EQ(world.count(sending, u"sent"_s), sentMeanwhile);
    QSet<QString> reached;
    for (const PostedTo &post : world.posted()) {
        EXPECT_FALSE(reached.contains(post.to)) << "twice: " << qPrintable(post.to);
        reached.insert(post.to);
    }
    EXPECT_EQ(reached.size(), sentMeanwhile);
    EXPECT_TRUE(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
    std::printf("%lld events in %.1f s, %.0f a second; %d posts asked for again\n",
                static_cast<long long>(events.size()), double(floodMs) / 1'000,
                double(events.size()) * 1'000 / double(std::max<qint64>(1, floodMs)), askedAgain.load());
}
