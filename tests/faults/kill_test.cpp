#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QHash>
#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

// Kills the program without warning and proves that nothing is lost, nothing goes out twice, and what is in
// doubt is named. A short form by default; FANFARE_SOAK runs the full counts, FANFARE_SEED another fate.

namespace {

bool isSoak()
{
    return qEnvironmentVariableIsSet("FANFARE_SOAK");
}

quint32 seed()
{
    return qEnvironmentVariableIsSet("FANFARE_SEED") ? qEnvironmentVariable("FANFARE_SEED").toUInt()
                                                     : 20261122;
}

/// How often each number was accepted by the server.
QHash<QString, int> acceptedTimes(const CliWorld &world)
{
    QHash<QString, int> times;
    for (const PostedTo &post : world.posted()) {
        if (post.verdict == "accepted"_L1 || post.verdict == "dropped_after"_L1)
            ++times[post.to];
    }
    return times;
}

/// The books of the program against those of the server.
void expectExactly(const CliWorld &world, qint64 id, int people)
{
    const QHash<QString, int> accepted = acceptedTimes(world);
    for (auto number = accepted.begin(); number != accepted.end(); ++number)
        EXPECT_EQ(number.value(), 1) << qPrintable(number.key());
    int confirmed = 0;
    int inDoubt = 0;
    const QList<QJsonObject> recipients =
        world.json({u"campaign"_s, u"recipients"_s, QString::number(id)}).lines();
    for (const QJsonObject &person : recipients) {
        const QString status = person[u"status"_s].toString();
        if (status == "unconfirmed"_L1) {
            ++inDoubt;
        } else if (status == "sent"_L1) {
            ++confirmed;
            EXPECT_TRUE(accepted.contains(person[u"phone"_s].toString()))
                << qPrintable(person[u"phone"_s].toString());
        } else {
            ADD_FAILURE() << qPrintable(status) << " after everything was sent";
        }
    }
    EXPECT_EQ(recipients.size(), people);
    EXPECT_EQ(confirmed + inDoubt, people);
    EXPECT_GE(accepted.size(), confirmed);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}

/// Sends the campaign while the program is killed `kills` times at random moments; how many stood in doubt.
int sendWhileKilling(CliWorld &world, qint64 id, int kills, int shortest, int longest)
{
    QRandomGenerator random{seed()};
    for (int kill = 0; kill < kills; ++kill) {
        const std::unique_ptr<QProcess> sending =
            world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
        CliWorld::awaitEvent(*sending, u"progress"_s);
        if (sending->waitForFinished(random.bounded(shortest, longest)))
            break;
        sending->kill();
        CliWorld::awaitEnd(*sending);
    }
    const CliResult rest = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    EXPECT_EQ(rest.exitCode, 0);
    return world.count(id, u"unconfirmed"_s);
}

} // namespace

TEST(KillTest, aKilledRunIsFinishedByTheNextWithoutSendingAnyoneTwice)
{
    const int people = isSoak() ? 2000 : 300;
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"50"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(people), u"80/s"_s);

    const int inDoubt = sendWhileKilling(world, id, 1, 500, 1500);

    expectExactly(world, id, people);
    // Claims run at most about 100 ms ahead of the wire, and 50 ms more are in flight.
    EXPECT_LE(inDoubt, 40);
}

TEST(KillTest, manyKillsAtRandomMomentsLoseNothingAndSendNothingTwice)
{
    const int rounds = isSoak() ? 25 : 1;
    const int people = isSoak() ? 2000 : 300;
    for (int round = 0; round < rounds; ++round) {
        CliWorld world;
        world.startSimulator({u"--latency"_s, QString::number(round % 4 * 100), u"--limit"_s, u"0"_s});
        world.connect();
        const qint64 id = world.createCampaign(world.writePeople(people), u"80/s"_s);

        sendWhileKilling(world, id, isSoak() ? 4 : 3, 100, isSoak() ? 4000 : 700);

        expectExactly(world, id, people);
    }
}

TEST(KillTest, thoseInDoubtAreNamedAndOnlyAPersonSettlesThem)
{
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"3000"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(10), u"20/s"_s);
    const std::unique_ptr<QProcess> sending =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    sending->waitForFinished(1200);
    sending->kill();
    CliWorld::awaitEnd(*sending);

    const CliResult run = world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(run.exitCode, 0);
    bool isSaid = false;
    for (const QJsonObject &line : run.lines())
        isSaid = isSaid || (line[u"event"_s] == u"recovered"_s && line[u"unconfirmed"_s].toInt() == 10);
    EXPECT_TRUE(isSaid);
    EXPECT_EQ(world.posted().size(), 10);
    const CliResult tooSoon = world.json({u"campaign"_s, u"resolve"_s, QString::number(id), u"--resend"_s});
    EXPECT_EQ(tooSoon.json()[u"changed"_s].toInt(), 0);
    const CliResult resent = world.json(
        {u"campaign"_s, u"resolve"_s, QString::number(id), u"--resend"_s, u"--older-than"_s, u"0s"_s});
    EXPECT_EQ(resent.json()[u"changed"_s].toInt(), 10);
    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);
    EXPECT_EQ(world.posted().size(), 20);
    EXPECT_EQ(world.count(id, u"sent"_s), 10);
}

TEST(KillTest, aDeadEngineIsReplacedAtOnce)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(40), u"20/s"_s);
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"started"_s);
    engine->kill();
    CliWorld::awaitEnd(*engine);

    const CliResult next = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});

    EXPECT_EQ(next.exitCode, 0);
    EXPECT_TRUE(next.err.isEmpty());
    EXPECT_EQ(world.count(id, u"sent"_s), 40);
}
