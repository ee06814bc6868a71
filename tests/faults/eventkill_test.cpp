#include "cli/cliworld.h"
#include "faultseed.h"
#include "http/rawclient.h"
#include "ledgercopy.h"
#include "webhooks/webhooksignature.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

// Kills the program that receives webhooks in the moment in which it has said 200. Meta never tells again
// what was answered so.

namespace {

const QByteArray kSecret{"s3cret"};

QString messageId(int number)
{
    return u"wamid.in.%1"_s.arg(number);
}

QByteArray post(int number)
{
    const QByteArray body =
        uR"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[)"
        uR"({"field":"messages","value":{"messages":[{"id":"%1","from":"3460%2",)"
        uR"("timestamp":"1795000000","type":"text","text":{"body":"Hello"}}]}}]}]})"_s.arg(messageId(number))
            .arg(number, 7, 10, QChar{u'0'})
            .toUtf8();
    return "POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
        + webhookSignature(kSecret, body) + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

} // namespace

TEST(EventKillTest, whatWasAnswered200IsThereAfterAKill)
{
    QRandomGenerator random{faultSeed()};
    const int kills = isSoak() ? 200 : 10;
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});
    world.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
    QSet<QString> answered;
    int told = 0;
    qint64 slowestStart = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QElapsedTimer start;
        start.start();
        const std::unique_ptr<QProcess> serving =
            world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        const QUrl url{CliWorld::nextLine(*serving)[u"listening"_s].toString()};
        ASSERT_GT(url.port(), 0) << "it does not listen again after kill " << kill;
        slowestStart = std::max(slowestStart, start.elapsed());
        RawClient client{static_cast<quint16>(url.port())};
        RawClient other{static_cast<quint16>(url.port())};

        for (int more = random.bounded(1, 9); more > 0; --more) {
            if (random.bounded(2) == 0)
                other.send(post(told++)); // may be under way at the kill, and was promised nothing
            const int number = told++;
            client.send(post(number));
            ASSERT_TRUE(client.readAnswer().startsWith("HTTP/1.1 200 "));
            answered.insert(messageId(number));
        }
        serving->kill();
        CliWorld::awaitEnd(*serving);

        LedgerCopy left{world.workspace()};
        const QSet<QString> lost = answered - left.inboundMessages();
        ASSERT_TRUE(lost.isEmpty()) << "kill " << kill << ": " << qPrintable(lost.values().join(u' '));
    }
    LedgerCopy left{world.workspace()};
    EXPECT_TRUE(left.problems().isEmpty()) << qPrintable(left.problems().join(u'\n'));
    std::printf("%d kills, %lld events answered 200 and all there, listening again within %lld ms\n", kills,
                static_cast<long long>(answered.size()), static_cast<long long>(slowestStart));
}
