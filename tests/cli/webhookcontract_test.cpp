#include "cli/cliworld.h"
#include "http/rawclient.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QByteArray statusBody(const QString &messageId, const QString &status)
{
    const QJsonObject entry{
        {u"id"_s,           messageId       },
        {u"status"_s,       status          },
        {u"timestamp"_s,    u"1795000000"_s },
        {u"recipient_id"_s, u"34600000001"_s}
    };
    const QJsonObject value{
        {u"messaging_product"_s, u"whatsapp"_s                                            },
        {u"metadata"_s,          QJsonObject{{u"phone_number_id"_s, u"418700231459906"_s}}},
        {u"statuses"_s,          QJsonArray{entry}                                        }
    };
    const QJsonObject change{
        {u"field"_s, u"messages"_s},
        {u"value"_s, value        }
    };
    const QJsonObject account{
        {u"id"_s,      u"396150742286113"_s},
        {u"changes"_s, QJsonArray{change}  }
    };
    return QJsonDocument{
        QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{account}}}
    }
        .toJson(QJsonDocument::Compact);
}

QString signature(const QByteArray &body, const QByteArray &secret)
{
    return u"sha256="_s
        + QString::fromLatin1(
               QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex());
}

/// The status with which a serving one answers a body.
QByteArray answerTo(const QUrl &url, const QByteArray &body, const QByteArray &secret,
                    const QByteArray &path = "/webhook")
{
    RawClient client{static_cast<quint16>(url.port())};
    client.send("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: " + signature(body, secret).toLatin1()
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return client.readAnswer().mid(9, 3);
}

/// A workspace with an account, whose app secret the environment tells.
void connectAccount(CliWorld &world)
{
    world.json({u"workspace"_s, u"init"_s});
    world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});
    world.setEnvironment(u"FANFARE_APP_SECRET"_s, u"s3cret"_s);
}

} // namespace

TEST(WebhookContractTest, ingestSaysWhatBecameOfEachEvent)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(1), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    const QString messageId =
        world.json({u"campaign"_s, u"recipients"_s, QString::number(id)}).json()[u"message_id"_s].toString();
    const QString file = world.writeFile(u"body.json"_s, statusBody(messageId, u"delivered"_s));

    const CliResult applied = world.json({u"webhook"_s, u"ingest"_s, file});
    const CliResult again =
        world.json({u"webhook"_s, u"ingest"_s, u"-"_s}, statusBody(messageId, u"delivered"_s));

    EXPECT_EQ(applied.exitCode, 0);
    const QJsonArray events = applied.json()[u"events"_s].toArray();
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events[0].toObject().keys(), (QStringList{u"applied"_s, u"kind"_s, u"why"_s}));
    EXPECT_EQ(events[0][u"applied"_s], true);
    EXPECT_EQ(again.json()[u"events"_s][0][u"applied"_s], false);
    EXPECT_EQ(world.count(id, u"delivered"_s), 1);
}

TEST(WebhookContractTest, withAKnownSecretAWrongOrMissingSignatureIsRefused)
{
    CliWorld world;
    connectAccount(world);
    const QByteArray body = statusBody(u"wamid.X"_s, u"sent"_s);
    const auto ingest = [&](const QStringList &options) {
        return world.json(QStringList{u"webhook"_s, u"ingest"_s, u"-"_s} + options, body);
    };

    EXPECT_EQ(ingest({}).exitCode, 3);
    EXPECT_EQ(ingest({u"--signature"_s, signature(body, "wrong")}).exitCode, 3);
    EXPECT_EQ(ingest({u"--signature"_s, signature(body, "s3cret")}).exitCode, 0);
    EXPECT_EQ(ingest({u"--unsigned"_s}).exitCode, 0);
}

TEST(WebhookContractTest, whatIsNoWebhookIsBadInput)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});

    EXPECT_EQ(world.json({u"webhook"_s, u"ingest"_s, u"-"_s}, "not json").exitCode, 3);
    EXPECT_EQ(world.json({u"webhook"_s, u"ingest"_s, u"-"_s}, "{}").exitCode, 3);
    EXPECT_EQ(world.json({u"webhook"_s, u"ingest"_s, world.path(u"absent"_s)}).exitCode, 3);
}

TEST(WebhookContractTest, serveSaysWhereItListensAndEndsWhenAsked)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});

    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QJsonObject first = CliWorld::nextLine(*serving);
    serving->terminate();
    const CliResult ended = CliWorld::awaitEnd(*serving);

    EXPECT_TRUE(first[u"listening"_s].toString().startsWith("http://127.0.0.1:"_L1));
    EXPECT_TRUE(first[u"listening"_s].toString().endsWith("/webhook"_L1));
    EXPECT_EQ(ended.exitCode, 130);
}

TEST(WebhookContractTest, anAddressOfIpv6IsWrittenAsAUrl)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"[::1]:0"_s});

    const QUrl url{CliWorld::nextLine(*serving)[u"listening"_s].toString(), QUrl::StrictMode};

    EXPECT_TRUE(url.isValid()) << qPrintable(url.errorString());
    EXPECT_EQ(url.host(), u"::1"_s);
    EXPECT_GT(url.port(), 0);
    serving->terminate();
    CliWorld::awaitEnd(*serving);
}

TEST(WebhookContractTest, serveSaysInTheEndWhatItStoredAndRefused)
{
    CliWorld world;
    connectAccount(world);
    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QUrl url{CliWorld::nextLine(*serving)[u"listening"_s].toString()};
    const QByteArray body = statusBody(u"wamid.X"_s, u"sent"_s);

    EXPECT_EQ(answerTo(url, body, "s3cret"), "200");
    EXPECT_EQ(answerTo(url, body, "wrong"), "401");
    EXPECT_EQ(answerTo(url, body, "s3cret", "/elsewhere"), "404");
    serving->terminate();
    const QJsonObject stopped = CliWorld::awaitEvent(*serving, u"stopped"_s);
    CliWorld::awaitEnd(*serving);

    EXPECT_EQ(stopped[u"stored"_s].toInt(), 1);
    EXPECT_EQ(stopped[u"refused"_s][u"wrong_signature"_s].toInt(), 1);
    EXPECT_EQ(stopped[u"refused"_s][u"wrong_path"_s].toInt(), 1);
    EXPECT_EQ(stopped[u"refused"_s][u"too_large"_s].toInt(), 0);
}

TEST(WebhookContractTest, serveBelievesNobodyBeforeAnAppSecretIsKnownAndTakesItUpWhenItIs)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.setEnvironment(u"FANFARE_APP_SECRET"_s, u"s3cret"_s);
    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QUrl url{CliWorld::nextLine(*serving)[u"listening"_s].toString()};
    const QByteArray body = statusBody(u"wamid.X"_s, u"sent"_s);

    EXPECT_EQ(answerTo(url, body, "made up"), "503") << "Meta sends it again";
    connectAccount(world); // the workspace is there already
    QByteArray answer;
    for (int tries = 0; tries < 100 && answer != "200"; ++tries) {
        CliWorld::nextLine(*serving, 50);
        answer = answerTo(url, body, "s3cret");
    }

    EXPECT_EQ(answer, "200");
    EXPECT_EQ(answerTo(url, body, "made up"), "401");
    serving->terminate();
    EXPECT_EQ(CliWorld::awaitEvent(*serving, u"stopped"_s)[u"stored"_s].toInt(), 1);
    CliWorld::awaitEnd(*serving);
}

TEST(WebhookContractTest, serveGoesOnForAReaderThatDoesNotReadAndSaysWhatItLeftOut)
{
    constexpr int kPosts = 40;
    constexpr int kEvents = 1'000;
    CliWorld world;
    connectAccount(world);
    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QUrl url{CliWorld::nextLine(*serving)[u"listening"_s].toString()};
    QByteArray statuses;
    for (int event = 0; event < kEvents; ++event)
        statuses += R"({"id":"wamid.)" + QByteArray::number(event)
            + R"(","status":"something new","timestamp":"1795000000"},)";
    statuses.chop(1);
    const QByteArray body =
        R"({"entry":[{"id":"2","changes":[{"field":"messages","value":{"statuses":[)" + statuses + "]}}]}]}";

    for (int post = 0; post < kPosts; ++post) { // about a hundred kilobytes of output each
        ASSERT_EQ(answerTo(url, body, "s3cret"), "200") << post;
    }
    serving->terminate();
    qint64 listed = 0;
    qint64 leftOut = 0;
    QJsonObject stopped;
    for (QJsonObject line = CliWorld::nextLine(*serving); !line.isEmpty();
         line = CliWorld::nextLine(*serving)) {
        listed += line[u"events"_s].toArray().size();
        if (line[u"event"_s] == u"stopped"_s)
            stopped = line;
    }
    leftOut = stopped[u"left_out"_s].toInteger();

    EXPECT_EQ(CliWorld::awaitEnd(*serving).exitCode, 130);
    EXPECT_EQ(stopped[u"stored"_s].toInt(), kPosts);
    EXPECT_GT(leftOut, 0);
    EXPECT_EQ(listed + leftOut, kPosts * kEvents);
}

TEST(WebhookContractTest, theSimulatorSaysHowToReachIt)
{
    CliWorld world;

    world.startSimulator();

    EXPECT_EQ(world.simulator().keys(),
              (QStringList{u"listening"_s, u"phone_number_id"_s, u"token"_s, u"waba_id"_s}));
    EXPECT_EQ(world.json({u"simulator"_s, u"serve"_s, u"--listen"_s, u"nowhere"_s}).exitCode, 2);
    EXPECT_EQ(world
                  .json({u"simulator"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--faults"_s,
                         world.path(u"absent.json"_s)})
                  .exitCode,
              3);
}

TEST(WebhookContractTest, subscribeHasMetaTellTheAppOfTheKey)
{
    CliWorld world;
    world.startSimulator();
    world.connect();

    const CliResult subscribed = world.json({u"webhook"_s, u"subscribe"_s});

    EXPECT_EQ(subscribed.exitCode, 0);
    EXPECT_EQ(subscribed.json()[u"subscribed"_s].toBool(), true);
    EXPECT_EQ(subscribed.json()[u"apps"_s].toArray(), QJsonArray{u"Simulated app"_s});
    world.setEnvironment(u"FANFARE_TOKEN"_s, u"wrong"_s);
    EXPECT_EQ(world.json({u"webhook"_s, u"subscribe"_s}).exitCode, 6);
}
