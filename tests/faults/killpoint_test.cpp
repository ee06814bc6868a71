#include "exactness.h"
#include "faultseed.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QRandomGenerator>
#include <QSet>

#include <cstdio>
#include <ostream>

using namespace Qt::StringLiterals;

// Dies at each named point (base/faultpoint.h), by SIGKILL from within, and proves the same as the kills at
// random moments.

namespace {

struct KillPoint
{
    const char *name;
    int most; ///< so often it is reached in a run at least

    friend void PrintTo(const KillPoint &point, std::ostream *out) { *out << point.name; }
};

int deathsAtEachPoint()
{
    return isSoak() ? 4 : 2;
}

/// Enough that the last death finds somebody to send to, whatever the earlier ones left in doubt.
int people()
{
    return 60 * deathsAtEachPoint();
}

class KillPointTest : public testing::TestWithParam<KillPoint>
{
protected:
    KillPointTest()
    {
        world.startSimulator({u"--latency"_s, u"50"_s, u"--limit"_s, u"0"_s});
        world.connect();
        id = world.createCampaign(world.writePeople(people()), u"100/s"_s);
    }

    /// Sends until the point is reached for the n-th time; whether the program died of it.
    bool sendAndDieAt(const QString &point, int times)
    {
        world.useProgram(QStringLiteral(FANFARE_CLI_MORTAL));
        world.setEnvironment(u"FANFARE_DIE_AT"_s, u"%1:%2"_s.arg(point).arg(times));
        const CliResult result = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
        world.unsetEnvironment(u"FANFARE_DIE_AT"_s);
        return result.exitCode == -1;
    }

    CliWorld world;
    qint64 id = 0;
};

} // namespace

TEST_P(KillPointTest, aProgramThatDiesThereLosesNobodyAndSendsNobodyTwice)
{
    const QString point = QString::fromLatin1(GetParam().name);
    QRandomGenerator random{faultSeed() + static_cast<quint32>(qHash(point, 0))};
    QSet<QString> inDoubt; // one that died before it wrote that down leaves the same ones once more
    for (int death = 0; death < deathsAtEachPoint(); ++death) {
        // Later deaths find fewer people left, so that they come sooner.
        const int times = 1 + random.bounded(std::max(1, GetParam().most / (death + 1)));
        const qsizetype arrivedBefore = world.posted().size();

        ASSERT_TRUE(sendAndDieAt(point, times)) << "not reached " << times << " times";

        LedgerCopy left{world.workspace()};
        const QSet<QString> atTheServer = attemptsAtTheServer(world);
        const QSet<QString> open = left.openAttempts();
        EXPECT_TRUE(left.problems().isEmpty()) << qPrintable(left.problems().join(u'\n'));
        EXPECT_TRUE(left.attempts().contains(atTheServer)) << "posted without a claim";
        if (point == "after_claim"_L1) {
            EXPECT_FALSE(QSet<QString>{open}.subtract(atTheServer).isEmpty());
        } else if (point == "before_write"_L1) {
            EXPECT_LT(world.posted().size() - arrivedBefore, times);
        } else if (point == "after_answer"_L1) {
            EXPECT_TRUE(open.intersects(atTheServer));
        }
        inDoubt.unite(open);
        std::printf("%s, the time number %d: %lld in doubt, %lld of them at the server\n", GetParam().name,
                    times, static_cast<long long>(open.size()),
                    static_cast<long long>(QSet<QString>{open}.intersect(atTheServer).size()));
    }

    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);

    expectExactly(world, id, people());
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), inDoubt.size());
}

INSTANTIATE_TEST_SUITE_P(Points, KillPointTest,
                         testing::Values(KillPoint{"after_claim", 4}, KillPoint{"before_write", 40},
                                         KillPoint{"after_write", 40}, KillPoint{"after_answer", 30},
                                         KillPoint{"before_commit", 12}),
                         [](const auto &test) { return std::string{test.param.name}; });

TEST(KillOfATestMessageTest, whoeverDiesAfterTheClaimLeavesItUnconfirmedAndNobodySendsItAgain)
{
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"50"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(2), u"20/s"_s);
    const QStringList test{u"campaign"_s, u"test"_s, QString::number(id), u"--to"_s, u"+34600999999"_s};
    const auto log = [&] {
        QStringList lines;
        for (const QJsonObject &line : world.json({u"campaign"_s, u"log"_s, QString::number(id)}).lines())
            lines << line[u"what"_s].toString();
        return lines.filter(u"test message"_s);
    };
    const auto dieAt = [&](const QString &point) {
        world.useProgram(QStringLiteral(FANFARE_CLI_MORTAL));
        world.setEnvironment(u"FANFARE_DIE_AT"_s, point + u":1"_s);
    };

    dieAt(u"after_claim"_s);
    EXPECT_EQ(world.json(test).exitCode, -1);
    EXPECT_EQ(world.posted().size(), 0);
    dieAt(u"after_answer"_s);
    EXPECT_EQ(world.json(test).exitCode, -1);
    EXPECT_EQ(world.posted().size(), 1);

    // The engine dies, and whoever asked lives.
    dieAt(u"after_claim"_s);
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"started"_s);
    world.unsetEnvironment(u"FANFARE_DIE_AT"_s);
    const CliResult asked = world.json(test);
    CliWorld::awaitEnd(*engine);
    EXPECT_EQ(asked.exitCode, 6);
    EXPECT_EQ(asked.errorKind(), u"unconfirmed"_s);

    EXPECT_EQ(world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}).exitCode, 0);

    EXPECT_EQ(world.posted().size(), 1);
    EXPECT_EQ(log().size(), 3);
    for (const QString &line : log())
        EXPECT_TRUE(line.contains(u"not sent again"_s)) << qPrintable(line);
}

TEST(KillInMigrationTest, anOlderWorkspaceIsWholeWhereverItsChangeWasCutOff)
{
    CliWorld world;
    QDir{}.mkpath(world.workspace());
    const QString database = world.path(u"workspace/fanfare.sqlite"_s);
    ASSERT_TRUE(QFile::copy(QStringLiteral(FANFARE_TEST_DATA "/databases/schema-0002.db"), database));
    QFile::setPermissions(database, QFile::ReadOwner | QFile::WriteOwner);
    world.useProgram(QStringLiteral(FANFARE_CLI_MORTAL));
    const int step = isSoak() ? 1 : 7;

    int deaths = 0;
    CliResult result;
    for (int statement = 1; statement < 1000; statement += step) {
        world.setEnvironment(u"FANFARE_DIE_AT"_s, u"in_migration:%1"_s.arg(statement));
        result = world.json({u"workspace"_s, u"check"_s});
        if (result.exitCode != -1)
            break;
        ++deaths;
        LedgerCopy left{world.workspace()};
        ASSERT_TRUE(left.problems().isEmpty()) << qPrintable(left.problems().join(u'\n'));
    }

    std::printf("%d deaths in migrations\n", deaths);
    EXPECT_GT(deaths, 3);
    EXPECT_EQ(result.json()[u"ok"_s], true) << result.out.toStdString();
    EXPECT_EQ(world.json({u"contact"_s, u"list"_s}).lines().size(), 2);
}

TEST(KillInMigrationTest, aNewWorkspaceIsThereWholeOrNotAtAll)
{
    CliWorld world;
    world.useProgram(QStringLiteral(FANFARE_CLI_MORTAL));
    const auto diesAt = [&](const QString &point, int times) {
        world.setEnvironment(u"FANFARE_DIE_AT"_s, u"%1:%2"_s.arg(point).arg(times));
        return world.json({u"workspace"_s, u"init"_s, u"--practice"_s}).exitCode == -1;
    };

    int deaths = 0;
    for (const int statement : {1, 9, 17}) {
        ASSERT_TRUE(diesAt(u"in_migration"_s, statement));
        EXPECT_EQ(world.json({u"workspace"_s, u"info"_s}).exitCode, 4) << statement;
        ++deaths;
    }
    for (int commit = 1; diesAt(u"before_commit"_s, commit); ++commit) {
        EXPECT_EQ(world.json({u"workspace"_s, u"info"_s}).exitCode, 4) << commit;
        ++deaths;
    }

    std::printf("%d deaths while a workspace was made\n", deaths);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
    EXPECT_EQ(world.json({u"workspace"_s, u"info"_s}).json()[u"practice"_s], true);
    EXPECT_GT(world.json({u"template"_s, u"list"_s}).out.size(), 100);
    EXPECT_EQ(QDir{world.workspace()}.entryList({u"*.new-*"_s}, QDir::Files), QStringList{});
}
