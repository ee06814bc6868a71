#include "relayworld.h"

#include "webhooks/webhooksignature.h"
#include "world.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QNetworkReply>

#include <gtest/gtest.h>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray bodyIn(const RelayWorld::Answer &answer, int index)
{
    return QByteArray::fromBase64(
        answer.json()[u"bodies"_s].toArray().at(index)[u"body"_s].toString().toLatin1());
}

qsizetype bodyCount(const RelayWorld::Answer &answer)
{
    return answer.json()[u"bodies"_s].toArray().size();
}

qint64 lastNumber(const RelayWorld::Answer &answer)
{
    return answer.json()[u"bodies"_s].toArray().last()[u"number"_s].toInteger();
}

} // namespace

TEST(RelayServerTest, whatMetaPostsWaitsForADesktopUntilItIsAcknowledged)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    const QByteArray body = deliveredBody(u"wamid.1"_s) + "\r\n ";

    EXPECT_EQ(relay.post(body).status, 200);
    const RelayWorld::Answer first = relay.get(u"/pull"_s, key);
    const RelayWorld::Answer again = relay.get(u"/pull"_s, key);
    const RelayWorld::Answer acknowledged = relay.acknowledge(lastNumber(first), key);
    const RelayWorld::Answer after = relay.get(u"/pull"_s, key);

    EXPECT_EQ(first.status, 200);
    ASSERT_EQ(bodyCount(first), 1);
    EXPECT_EQ(bodyIn(first, 0), body);
    EXPECT_EQ(first.json()[u"bodies"_s][0][u"signature"_s].toString().toLatin1(),
              webhookSignature(RelayWorld::kSecret, body));
    EXPECT_EQ(bodyCount(again), 1) << "not acknowledged yet";
    EXPECT_EQ(acknowledged.status, 200);
    EXPECT_EQ(bodyCount(after), 0);
}

TEST(RelayServerTest, twoDesktopsFetchSideBySide)
{
    RelayWorld relay;
    const QByteArray office = relay.addDesktop(u"Office"_s);
    const QByteArray home = relay.addDesktop(u"Home"_s);
    relay.post(deliveredBody(u"wamid.1"_s));
    relay.acknowledge(lastNumber(relay.get(u"/pull"_s, office)), office);

    relay.post(deliveredBody(u"wamid.2"_s));

    EXPECT_EQ(bodyCount(relay.get(u"/pull"_s, office)), 1);
    EXPECT_EQ(bodyCount(relay.get(u"/pull"_s, home)), 2);
}

TEST(RelayServerTest, metasHandshakeIsAnsweredAndTold)
{
    RelayWorld relay{{.verifyToken = "token"}};
    const QByteArray key = relay.addDesktop(u"Office"_s);
    const auto ask = [&](const QString &token) {
        return relay.get(u"/webhook?hub.mode=subscribe&hub.challenge=42&hub.verify_token="_s + token);
    };

    EXPECT_EQ(ask(u"wrong"_s).status, 403);
    EXPECT_TRUE(relay.get(u"/pull"_s, key).json()[u"handshake_at"_s].isNull());
    EXPECT_EQ(ask(u"token"_s).body, "42");
    EXPECT_FALSE(relay.get(u"/pull"_s, key).json()[u"handshake_at"_s].isNull());
}

TEST(RelayServerTest, aWrongOrMissingSignatureIsRefused)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);

    EXPECT_EQ(relay.post("{}", "").status, 401);
    EXPECT_EQ(relay.post("{}", webhookSignature("other", "{}")).status, 401);
    EXPECT_EQ(bodyCount(relay.get(u"/pull"_s, key)), 0);
}

TEST(RelayServerTest, itDoesNotServeWithoutAnAppSecret)
{
    RelayWorld relay;
    RelayServer other{relay.clock(), relay.queue(), relay.traffic()};

    const Result<> started = other.listen({.appSecrets = {""}});

    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, u"no_app_secret"_s);
}

TEST(RelayServerTest, aWaitingPollIsAnsweredAsSoonAsSomethingComes)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    QNetworkReply *poll = relay.startPoll(key, u"a"_s);
    EXPECT_FALSE(poll->isFinished());
    QElapsedTimer timer;
    timer.start();

    EXPECT_EQ(relay.post(deliveredBody(u"wamid.1"_s)).status, 200);
    const RelayWorld::Answer answer = RelayWorld::answerOf(poll);

    EXPECT_EQ(bodyCount(answer), 1);
    EXPECT_LT(timer.elapsed(), 1000);
}

TEST(RelayServerTest, aPollThatWaitedLongEnoughIsAnsweredWithNothing)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    QNetworkReply *poll = relay.startPoll(key, u"a"_s);

    relay.clock().advance(46s);
    const RelayWorld::Answer answer = RelayWorld::answerOf(poll);

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(bodyCount(answer), 0);
}

TEST(RelayServerTest, waitingPollsCannotKeepMetaOut)
{
    RelayWorld relay;
    std::vector<QNetworkReply *> polls;
    for (int desktop = 0; desktop < 3; ++desktop) {
        const QByteArray key = relay.addDesktop(QString::number(desktop));
        for (int poll = 0; poll < 4; ++poll)
            polls.push_back(relay.startPoll(key, QString::number(poll)));
        const RelayWorld::Answer tooMany = relay.get(u"/pull?wait=45&session=more"_s, key);
        EXPECT_EQ(tooMany.status, 200) << "answered at once";
        EXPECT_EQ(tooMany.retryAfter, "2");
    }

    EXPECT_EQ(relay.post(deliveredBody(u"wamid.1"_s)).status, 200);
    for (QNetworkReply *poll : polls)
        EXPECT_EQ(RelayWorld::answerOf(poll).status, 200);
}

TEST(RelayServerTest, aClientThatAsksAgainTakesThePlaceOfItsDeadConnection)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    QNetworkReply *newest = relay.startPoll(key, u"a"_s);

    for (int i = 0; i < 20; ++i) {
        QNetworkReply *dead = newest;
        newest = relay.startGet(u"/pull?wait=45&session=a"_s, key);
        ASSERT_TRUE(waitUntil([&] { return dead->isFinished(); })) << i;
        ASSERT_FALSE(newest->isFinished()) << i;
    }

    relay.post(deliveredBody(u"wamid.1"_s));
    EXPECT_EQ(bodyCount(RelayWorld::answerOf(newest)), 1);
}

TEST(RelayServerTest, aWrongOrRevokedKeyGetsNothing)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    relay.post(deliveredBody(u"wamid.1"_s));
    const qint64 number = lastNumber(relay.get(u"/pull"_s, key));

    EXPECT_EQ(relay.get(u"/pull"_s).status, 401);
    EXPECT_EQ(relay.get(u"/pull"_s, "fanfare-relay-guess").status, 401);
    EXPECT_EQ(relay.acknowledge(number, "fanfare-relay-guess").status, 401);
    ASSERT_TRUE(relay.queue().revoke(u"Office"_s));
    const RelayWorld::Answer revoked = relay.get(u"/pull"_s, key);

    EXPECT_EQ(revoked.status, 401);
    EXPECT_FALSE(revoked.body.contains("wamid"));
}

// "Somebody pasted the key of the office into the laptop too: nobody must miss anything because of it."
TEST(RelayServerTest, aKeyServesNoSecondWorkspace)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    relay.post(deliveredBody(u"wamid.1"_s));

    const RelayWorld::Answer office = relay.get(u"/pull?workspace=office"_s, key);
    const RelayWorld::Answer laptop = relay.get(u"/pull?workspace=laptop"_s, key);
    const RelayWorld::Answer taken = relay.acknowledge(lastNumber(office), key, u"laptop"_s);
    const RelayWorld::Answer again = relay.get(u"/pull?workspace=office"_s, key);

    EXPECT_EQ(office.status, 200);
    EXPECT_EQ(laptop.status, 409);
    EXPECT_EQ(laptop.json()[u"error"_s], u"key_in_use"_s);
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(bodyCount(again), 1) << "nothing was taken away";
}

TEST(RelayServerTest, guessingKeysIsHeardNoMoreAfterAFew)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);

    int answered = 0;
    for (int guess = 0; guess < 40; ++guess)
        answered += relay.get(u"/pull"_s, "guess" + QByteArray::number(guess)).status == 401 ? 1 : 0;
    const RelayWorld::Answer refused = relay.get(u"/pull"_s, key);

    EXPECT_EQ(answered, 10);
    EXPECT_EQ(refused.status, 429) << "else the answer would tell which guess was right";
    EXPECT_GT(refused.retryAfter.toInt(), 0);
    EXPECT_EQ(relay.post(deliveredBody(u"wamid.1"_s)).status, 200) << "Meta is not concerned";
    relay.clock().advance(std::chrono::seconds{refused.retryAfter.toInt() + 1});
    EXPECT_EQ(relay.get(u"/pull"_s, key).status, 200);
}

TEST(RelayServerTest, behindANamedProxyEveryAddressIsJudgedForItself)
{
    RelayWorld relay{{.trustedProxies = {u"127.0.0.1"_s}}};
    const QByteArray key = relay.addDesktop(u"Office"_s);

    for (int guess = 0; guess < 20; ++guess)
        relay.get(u"/pull"_s, "guess", "198.51.100.9, 203.0.113.7");

    EXPECT_EQ(relay.get(u"/pull"_s, key, "203.0.113.7").status, 429);
    EXPECT_EQ(relay.get(u"/pull"_s, key, "198.51.100.9").status, 200) << "what the client made up";
}

TEST(RelayServerTest, withoutANamedProxyTheHeaderIsNotBelieved)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);

    for (int guess = 0; guess < 20; ++guess)
        relay.get(u"/pull"_s, "guess", "203.0.113." + QByteArray::number(guess));

    EXPECT_EQ(relay.get(u"/pull"_s, key).status, 429);
}

TEST(RelayServerTest, aFullDiskIsAnswered503AndTheHealthPageSaysIt)
{
    qint64 free = 1 << 30;
    RelayWorld relay{{.freeBytes = [&free] { return free; }}};
    const QByteArray key = relay.addDesktop(u"Office"_s);
    relay.post(deliveredBody(u"wamid.1"_s));

    free = 1000;
    const RelayWorld::Answer refused = relay.post(deliveredBody(u"wamid.2"_s));
    const RelayWorld::Answer health = relay.get(u"/health"_s);
    const RelayWorld::Answer waiting = relay.get(u"/pull"_s, key);

    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.retryAfter, "10");
    EXPECT_EQ(health.status, 503);
    EXPECT_EQ(health.json()[u"ok"_s], false);
    EXPECT_EQ(bodyCount(waiting), 1) << "what is there can still be fetched";
    EXPECT_EQ(relay.acknowledge(lastNumber(waiting), key).status, 200);
    free = 1 << 30;
    EXPECT_EQ(relay.post(deliveredBody(u"wamid.2"_s)).status, 200);
}

TEST(RelayServerTest, theHealthPageGivesNobodyAway)
{
    RelayWorld relay{
        {.version = u"1.2"_s, .freeBytes = [] { return qint64{1} << 30; }}
    };
    const QByteArray key = relay.addDesktop(u"Office of Ann"_s);
    relay.post(deliveredBody(u"wamid.1"_s));
    relay.clock().advance(90s);

    const RelayWorld::Answer health = relay.get(u"/health"_s);

    EXPECT_EQ(health.status, 200);
    EXPECT_EQ(health.json().keys(),
              (QStringList{u"bodies"_s, u"bytes"_s, u"desktops"_s, u"free_bytes"_s, u"ok"_s,
                           u"oldest_waiting_seconds"_s, u"version"_s}));
    EXPECT_EQ(health.json()[u"oldest_waiting_seconds"_s].toInt(), 90);
    for (const QByteArray &secret : {key, QByteArray{RelayWorld::kSecret}, "34600000001"_ba, "Ann"_ba})
        EXPECT_FALSE(health.body.contains(secret));
}

TEST(RelayServerTest, manyBodiesAtOnceAreAllStoredBeforeTheyAreAnswered)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    int commits = 0;
    QObject::connect(&relay.server(), &RelayServer::stored, &relay.server(), [&] { ++commits; });

    std::vector<QNetworkReply *> posts;
    for (int i = 0; i < 60; ++i)
        posts.push_back(relay.startPost(deliveredBody(u"wamid.%1"_s.arg(i))));
    for (QNetworkReply *post : posts)
        EXPECT_EQ(RelayWorld::answerOf(post).status, 200);
    relay.startAgain();

    EXPECT_EQ(bodyCount(relay.get(u"/pull"_s, key)), 60);
    EXPECT_LE(commits, 60);
}

TEST(RelayServerTest, nonsenseIsAnsweredAsNonsense)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);

    EXPECT_EQ(relay.get(u"/elsewhere"_s, key).status, 404);
    EXPECT_EQ(relay.acknowledge(-5, key).status, 400);
    EXPECT_EQ(relay.acknowledge(qint64{1} << 52, key).status, 400);
    EXPECT_EQ(bodyCount(relay.get(u"/pull?limit=-3&wait=x"_s, key)), 0);
}
