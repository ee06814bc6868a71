#include "exactness.h"
#include "faultseed.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

// Kills the program without warning and proves that nothing is lost, nothing goes out twice, and what is in
// doubt is named. A short form by default; FANFARE_SOAK runs the full counts, FANFARE_SEED another fate.

namespace {

constexpr int kBackWithin = 3000; // milliseconds: after a kill, it sends again

/// One campaign that is killed again and again.
class KilledRun
{
public:
    KilledRun(int people, int perSecond, int latency)
        : m_people{people}
    {
        world.startSimulator({u"--latency"_s, QString::number(latency), u"--limit"_s, u"0"_s});
        world.connect();
        m_campaign = world.createCampaign(world.writePeople(people), u"%1/s"_s.arg(perSecond));
    }

    /// Sends for `milliseconds` from the first message on, and kills. False if it was done before.
    bool sendAndKill(int milliseconds)
    {
        const auto before = static_cast<int>(world.posted().size());
        const bool isAnybodyLeft = world.count(m_campaign, u"pending"_s) > 0;
        QElapsedTimer start;
        start.start();
        const std::unique_ptr<QProcess> sending = startSending();
        if (isAnybodyLeft) {
            EXPECT_TRUE(awaitMoreThan(before, world, kBackWithin)) << "it does not send again";
            slowestStart = std::max(slowestStart, start.elapsed());
        }
        if (sending->waitForFinished(milliseconds))
            return false;
        sending->kill();
        CliWorld::awaitEnd(*sending);

        LedgerCopy left{world.workspace()};
        EXPECT_TRUE(left.problems().isEmpty()) << qPrintable(left.problems().join(u'\n'));
        EXPECT_TRUE(left.attempts().contains(attemptsAtTheServer(world))) << "posted without a claim";
        outstanding += left.openAttempts();
        return true;
    }

    void finish()
    {
        EXPECT_EQ(CliWorld::awaitEnd(*startSending(), 300'000).exitCode, 0);
        expectExactly(world, m_campaign, m_people);
        inDoubt = world.count(m_campaign, u"unconfirmed"_s);
        EXPECT_LE(inDoubt, outstanding.size());
    }

    CliWorld world;
    QSet<QString> outstanding; ///< attempts that were open at a kill
    int inDoubt = 0;
    qint64 slowestStart = 0; ///< milliseconds until the first message after a start

private:
    std::unique_ptr<QProcess> startSending() const
    {
        return world.start({u"campaign"_s, u"send"_s, QString::number(m_campaign), u"--wait"_s});
    }

    int m_people;
    qint64 m_campaign = 0;
};

} // namespace

TEST(KillTest, aKilledRunIsFinishedByTheNextWithoutSendingAnyoneTwice)
{
    QRandomGenerator random{faultSeed()};
    KilledRun run{isSoak() ? 2000 : 300, 80, 50};

    run.sendAndKill(random.bounded(500, 1500));
    run.finish();

    // Claims run at most about 100 ms ahead of the wire, and 50 ms more are in flight.
    EXPECT_LE(run.inDoubt, 40);
}

TEST(KillTest, manyKillsAtRandomMomentsLoseNothingAndSendNothingTwice)
{
    QRandomGenerator random{faultSeed()};
    const int people = isSoak() ? 2000 : 200;
    const int leastKills = isSoak() ? 50 : 4;
    const int leastRuns = isSoak() ? 25 : 2;
    int kills = 0;
    int runs = 0;
    for (; kills < leastKills || runs < leastRuns; ++runs) {
        // 20 to 1,000 a second, slow ones as often as fast ones; the short form begins at 80.
        const double slowest = isSoak() ? 20 : 80;
        const int perSecond = static_cast<int>(slowest * std::pow(1000 / slowest, random.generateDouble()));
        const int latency = random.bounded(0, 301);
        KilledRun run{people, perSecond, latency};

        const int killsHere = random.bounded(2, 4);
        const int longest = std::max(100, people * 1000 / perSecond / killsHere);
        int killedHere = 0;
        while (killedHere < killsHere && run.sendAndKill(random.bounded(1, longest)))
            ++killedHere;
        run.finish();

        kills += killedHere;
        std::printf("%d people at %d/s, %d ms latency: %d kills, %lld claims outstanding, %d in doubt, first "
                    "message after at most %lld ms\n",
                    people, perSecond, latency, killedHere, static_cast<long long>(run.outstanding.size()),
                    run.inDoubt, static_cast<long long>(run.slowestStart));
    }
    std::printf("%d kills over %d runs\n", kills, runs);
}

TEST(KillTest, thoseInDoubtAreNamedAndOnlyAPersonSettlesThem)
{
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"3000"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(10), u"20/s"_s);
    const std::unique_ptr<QProcess> sending =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    ASSERT_TRUE(awaitMoreThan(9, world, 10'000));
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
