#include "exactness.h"
#include "faultseed.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <array>
#include <cstdio>

#ifndef Q_OS_WIN
#include <csignal>

using namespace Qt::StringLiterals;

// Two engines that start on one workspace at the same instant: one of them runs, whatever happens to the file
// that names it, while it sleeps too, and when it dies another one goes on at once.

namespace {

constexpr int kPeople = 60;
constexpr int kBackWithin = 3000; // milliseconds

class RaceTest : public testing::Test
{
protected:
    RaceTest()
    {
        world.startSimulator({u"--latency"_s, u"50"_s, u"--limit"_s, u"0"_s});
        world.connect();
        id = world.createCampaign(world.writePeople(kPeople), u"60/s"_s);
        world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    }

    /// Starts two engines at the same instant; the one that holds the lock comes first.
    std::array<std::unique_ptr<QProcess>, 2> race()
    {
        const QStringList words{u"campaign"_s, u"run"_s, u"--until-idle"_s};
        std::array engines{world.startOnALine(words), world.startOnALine(words)};
        for (const auto &engine : engines) {
            engine->write("\n");
            engine->closeWriteChannel();
        }
        while (engines[0]->state() == QProcess::Running && engines[1]->state() == QProcess::Running) {
            for (const auto &engine : engines)
                engine->waitForFinished(10);
        }
        if (engines[0]->state() == QProcess::NotRunning)
            std::swap(engines[0], engines[1]);
        const CliResult loser = CliWorld::awaitEnd(*engines[1]);
        EXPECT_EQ(loser.exitCode, 7) << loser.out.toStdString();
        EXPECT_EQ(engines[0]->state(), QProcess::Running) << "nobody sends";
        return engines;
    }

    CliResult startAnother() const { return world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}); }

    void expectEverybodySent(QProcess &winner)
    {
        EXPECT_EQ(CliWorld::awaitEnd(winner).exitCode, 0);
        expectExactly(world, id, kPeople);
        EXPECT_EQ(world.count(id, u"sent"_s), kPeople);
    }

    CliWorld world;
    qint64 id = 0;
};

/// A quarter of the races each; the full count is twenty.
int races()
{
    return isSoak() ? 5 : 1;
}

class RepeatedRaceTest : public RaceTest, public testing::WithParamInterface<int>
{
};

} // namespace

TEST_P(RepeatedRaceTest, oneOfTwoRunsAndNobodyGetsItTwice)
{
    const auto engines = race();

    expectEverybodySent(*engines[0]);
}

TEST_P(RepeatedRaceTest, aDeletedLockFileLetsNobodyElseIn)
{
    const auto engines = race();
    for (int i = 0; i < 3; ++i) {
        QFile::remove(world.path(u"workspace/engine.lock"_s));

        EXPECT_EQ(startAnother().exitCode, 7);
    }

    expectEverybodySent(*engines[0]);
}

TEST_P(RepeatedRaceTest, anEngineThatSleepsIsStillTheOne)
{
    const auto engines = race();
    ASSERT_TRUE(awaitMoreThan(5, world, kBackWithin));
    const auto sleeper = static_cast<pid_t>(engines[0]->processId());
    ::kill(sleeper, SIGSTOP);

    EXPECT_EQ(startAnother().exitCode, 7);
    QThread::msleep(500);
    const qsizetype posted = world.posted().size();
    EXPECT_EQ(startAnother().exitCode, 7);
    QThread::msleep(1000);
    EXPECT_EQ(world.posted().size(), posted);
    ::kill(sleeper, SIGCONT);

    expectEverybodySent(*engines[0]);
}

TEST_P(RepeatedRaceTest, aDeadEngineIsReplacedAtOnce)
{
    QRandomGenerator random{faultSeed() + static_cast<quint32>(GetParam())};
    const auto engines = race();
    ASSERT_TRUE(awaitMoreThan(random.bounded(3, 25), world, kBackWithin));
    engines[0]->kill();
    CliWorld::awaitEnd(*engines[0]);
    LedgerCopy left{world.workspace()};
    const qsizetype posted = world.posted().size();

    QElapsedTimer elapsed;
    elapsed.start();
    const std::unique_ptr<QProcess> next = world.start({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    EXPECT_TRUE(awaitMoreThan(static_cast<int>(posted), world, kBackWithin));
    std::printf("replaced after %lld ms\n", static_cast<long long>(elapsed.elapsed()));

    EXPECT_EQ(CliWorld::awaitEnd(*next).exitCode, 0);
    expectExactly(world, id, kPeople);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), left.openAttempts().size());
}

INSTANTIATE_TEST_SUITE_P(Races, RepeatedRaceTest, testing::Range(0, races()));

#endif
