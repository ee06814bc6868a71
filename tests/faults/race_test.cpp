#include "exactness.h"
#include "faultseed.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <cstdio>

#ifndef Q_OS_WIN
#include <csignal>

using namespace Qt::StringLiterals;

// Two engines that start on one workspace at the same instant: one of them runs, whatever happens to the file
// that names it or to the folder, while it sleeps too, and when it dies another one goes on at once.

namespace {

constexpr int kPeople = 60;
constexpr int kBackWithin = 3000; // milliseconds

/// Two engines that start on one workspace at the same instant.
class Race
{
public:
    explicit Race(const QString &rate = u"60/s"_s)
    {
        world.startSimulator({u"--latency"_s, u"50"_s, u"--limit"_s, u"0"_s});
        world.connect();
        id = world.createCampaign(world.writePeople(kPeople), rate);
        world.json({u"campaign"_s, u"send"_s, QString::number(id)});

        const QStringList words{u"campaign"_s, u"run"_s, u"--until-idle"_s};
        winner = world.startOnALine(words);
        loser = world.startOnALine(words);
        for (const auto &engine : {winner.get(), loser.get()}) {
            engine->write("\n");
            engine->closeWriteChannel();
        }
        while (winner->state() == QProcess::Running && loser->state() == QProcess::Running) {
            winner->waitForFinished(10);
            loser->waitForFinished(10);
        }
        if (winner->state() == QProcess::NotRunning)
            winner.swap(loser);
        const CliResult turnedAway = CliWorld::awaitEnd(*loser);
        EXPECT_EQ(turnedAway.exitCode, 7) << turnedAway.out.toStdString();
        EXPECT_EQ(winner->state(), QProcess::Running) << "nobody sends";
    }

    CliResult startAnother() const { return world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}); }

    void expectEverybodySent()
    {
        EXPECT_EQ(CliWorld::awaitEnd(*winner).exitCode, 0);
        expectExactly(world, id, kPeople);
        EXPECT_EQ(world.count(id, u"sent"_s), kPeople);
    }

    CliWorld world;
    qint64 id = 0;
    std::unique_ptr<QProcess> winner; ///< holds the lock
    std::unique_ptr<QProcess> loser;
};

/// Of each kind; there are five kinds, and the full count is more than twenty.
int races()
{
    return isSoak() ? 5 : 1;
}

} // namespace

TEST(RaceTest, oneOfTwoRunsAndNobodyGetsItTwice)
{
    for (int i = 0; i < races(); ++i) {
        Race race;

        race.expectEverybodySent();
    }
    std::printf("%d races\n", races());
}

TEST(RaceTest, aDeletedLockFileLetsNobodyElseIn)
{
    int turnedAway = 0;
    for (int i = 0; i < races(); ++i) {
        Race race{u"8/s"_s};
        for (int intruder = 0; intruder < 3; ++intruder) {
            QFile::remove(race.world.path(u"workspace/engine.lock"_s));
            const CliResult another = race.startAnother();

            // Once the winner is done, the next one may run.
            if (race.winner->state() == QProcess::NotRunning || race.winner->waitForFinished(0))
                break;
            EXPECT_EQ(another.exitCode, 7);
            ++turnedAway;
        }

        race.expectEverybodySent();
    }
    std::printf("%d races, %d turned away after the file was deleted\n", races(), turnedAway);
    EXPECT_GE(turnedAway, races());
}

TEST(RaceTest, anEngineWhoseFolderIsReplacedByItsCopyLeavesEverybodyToTheNextOne)
{
    for (int i = 0; i < races(); ++i) {
        Race race{u"20/s"_s};
        ASSERT_TRUE(awaitMoreThan(5, race.world, kBackWithin));

        const QString away = race.world.path(u"away"_s);
        ASSERT_TRUE(QDir{}.rename(race.world.workspace(), away));
        ASSERT_EQ(QProcess::execute(u"cp"_s, {u"-a"_s, away, race.world.workspace()}), 0);
        EXPECT_EQ(race.startAnother().exitCode, 0);

        race.winner->terminate();
        CliWorld::awaitEnd(*race.winner);
        expectExactly(race.world, race.id, kPeople);
        EXPECT_LE(race.world.count(race.id, u"unconfirmed"_s), 10) << "what was under way when it was copied";
    }
    std::printf("%d races\n", races());
}

TEST(RaceTest, anEngineThatSleepsIsStillTheOne)
{
    for (int i = 0; i < races(); ++i) {
        Race race;
        ASSERT_TRUE(awaitMoreThan(5, race.world, kBackWithin));
        const auto sleeper = static_cast<pid_t>(race.winner->processId());
        ::kill(sleeper, SIGSTOP);

        EXPECT_EQ(race.startAnother().exitCode, 7);
        QThread::msleep(500);
        const qsizetype posted = race.world.posted().size();
        EXPECT_EQ(race.startAnother().exitCode, 7);
        QThread::msleep(1000);
        EXPECT_EQ(race.world.posted().size(), posted);
        ::kill(sleeper, SIGCONT);

        race.expectEverybodySent();
    }
    std::printf("%d races\n", races());
}

TEST(RaceTest, aDeadEngineIsReplacedAtOnce)
{
    QRandomGenerator random{faultSeed()};
    for (int i = 0; i < races(); ++i) {
        Race race;
        ASSERT_TRUE(awaitMoreThan(random.bounded(3, 25), race.world, kBackWithin));
        race.winner->kill();
        CliWorld::awaitEnd(*race.winner);
        LedgerCopy left{race.world.workspace()};
        const qsizetype posted = race.world.posted().size();

        QElapsedTimer elapsed;
        elapsed.start();
        const std::unique_ptr<QProcess> next = race.world.start({u"campaign"_s, u"run"_s, u"--until-idle"_s});
        EXPECT_TRUE(awaitMoreThan(static_cast<int>(posted), race.world, kBackWithin));
        std::printf("replaced after %lld ms\n", static_cast<long long>(elapsed.elapsed()));

        EXPECT_EQ(CliWorld::awaitEnd(*next).exitCode, 0);
        expectExactly(race.world, race.id, kPeople);
        EXPECT_EQ(race.world.count(race.id, u"unconfirmed"_s), left.openAttempts().size());
    }
    std::printf("%d races\n", races());
}

#endif
