#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QString databaseOf(const CliWorld &world)
{
    return world.workspace() + u"/fanfare.sqlite"_s;
}

QStringList keptIn(const CliWorld &world)
{
    return QDir{world.workspace()}.entryList({u"fanfare-before-restore-*.sqlite"_s});
}

bool isSound(const CliWorld &world)
{
    return world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool();
}

} // namespace

// "Every night I want a copy of everything, while the computer goes on sending."
TEST(BackupContractTest, aBackupIsMadeWhileTheEngineSends)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(400), u"100/s"_s);
    const auto sending = world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    CliWorld::awaitEvent(*sending, u"progress"_s);

    const CliResult made = world.json({u"workspace"_s, u"backup"_s, world.path(u"night.backup"_s)});

    EXPECT_EQ(made.exitCode, 0) << made.err.constData();
    EXPECT_EQ(made.json().keys(), (QStringList{u"bytes"_s, u"path"_s}));
    EXPECT_EQ(made.json()[u"path"_s].toString(), world.path(u"night.backup"_s));
    const QFileInfo file{world.path(u"night.backup"_s)};
    EXPECT_EQ(made.json()[u"bytes"_s].toInteger(), file.size());
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), 0)
        << "it holds everybody's numbers";
    EXPECT_EQ(CliWorld::awaitEnd(*sending).exitCode, 0);
    EXPECT_EQ(QDir{world.path({})}.entryList({u"night.backup?*"_s}), QStringList{})
        << "nothing is left beside it";
}

TEST(BackupContractTest, noFileIsWrittenOver)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    const QString other = world.writeFile(u"thesis.txt"_s, "years of work");

    const CliResult made = world.json({u"workspace"_s, u"backup"_s, other});

    EXPECT_EQ(made.exitCode, 5);
    EXPECT_EQ(made.errorKind(), u"file_exists"_s);
    EXPECT_EQ(world.readFile(other), "years of work");
}

// "I deleted the wrong campaign. I want yesterday back, but nobody may get their message again by that."
TEST(BackupContractTest, aRestoredWorkspaceIsAsItWasAndSendsOnlyOnceArmed)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(5), u"max"_s);
    world.json({u"workspace"_s, u"backup"_s, world.path(u"before.backup"_s)});
    world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    ASSERT_EQ(world.posted().size(), 5);

    const CliResult restored = world.json({u"workspace"_s, u"restore"_s, world.path(u"before.backup"_s)});

    EXPECT_EQ(restored.exitCode, 0) << restored.err.constData();
    EXPECT_EQ(restored.json().keys(), (QStringList{u"bytes"_s, u"path"_s}));
    EXPECT_EQ(restored.json()[u"path"_s].toString(), QFileInfo{databaseOf(world)}.canonicalFilePath());
    EXPECT_EQ(world.campaign(id)[u"status"_s].toString(), u"draft"_s);
    EXPECT_TRUE(isSound(world));
    const CliResult refused = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    EXPECT_EQ(refused.exitCode, 5);
    EXPECT_EQ(refused.errorKind(), u"disarmed"_s);
    EXPECT_EQ(world.posted().size(), 5);

    ASSERT_EQ(keptIn(world).size(), 1) << "what was there stands beside it";
    EXPECT_TRUE(restored.err.contains(keptIn(world).front().toUtf8())) << "and a person is told where";
    EXPECT_EQ(world.json({u"workspace"_s, u"arm"_s}).exitCode, 0);
    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);
    EXPECT_EQ(world.posted().size(), 10);
}

TEST(BackupContractTest, aBackupMadeAMomentAgoIsDisarmedAsWell)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(2), u"max"_s);
    world.json({u"workspace"_s, u"backup"_s, world.path(u"now.backup"_s)});

    world.json({u"workspace"_s, u"restore"_s, world.path(u"now.backup"_s)});

    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id)}).errorKind(), u"disarmed"_s);
}

// "Somebody asked to be left alone yesterday. Going back a week must not forget that."
TEST(BackupContractTest, whoOptedOutOrWasErasedAfterTheBackupStaysSo)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(4), u"max"_s);
    world.json({u"workspace"_s, u"backup"_s, world.path(u"week.backup"_s)});
    world.json({u"contact"_s, u"opt-out"_s, u"+34600000001"_s});
    world.json({u"contact"_s, u"erase"_s, u"+34600000002"_s});
    world.json({u"contact"_s, u"erase"_s, u"+34600999999"_s}); // whom the backup does not know

    const CliResult restored = world.json({u"workspace"_s, u"restore"_s, world.path(u"week.backup"_s)});

    EXPECT_EQ(restored.exitCode, 0) << restored.err.constData();
    EXPECT_EQ(world.json({u"contact"_s, u"show"_s, u"+34600000002"_s}).exitCode, 4);
    EXPECT_FALSE(world.readFile(databaseOf(world)).contains("34600000002"));
    EXPECT_TRUE(isSound(world));
    world.json({u"workspace"_s, u"arm"_s});
    world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    QStringList reached;
    for (const PostedTo &posted : world.posted())
        reached << posted.to;
    reached.sort();
    EXPECT_EQ(reached, (QStringList{u"+34600000000"_s, u"+34600000003"_s}));
    const CliResult again = world.json(
        {u"contact"_s, u"import"_s, world.writeFile(u"back.csv"_s, "phone\n+34600999999\n+34600000002\n")});
    EXPECT_EQ(again.json()[u"opted_out"_s].toInt(), 2);
}

TEST(BackupContractTest, anErasureSaysWhatARestoreHasKept)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    world.createCampaign(world.writePeople(2), u"max"_s);
    world.json({u"workspace"_s, u"backup"_s, world.path(u"a.backup"_s)});
    world.json({u"workspace"_s, u"restore"_s, world.path(u"a.backup"_s)});

    const CliResult erased = world.json({u"contact"_s, u"erase"_s, u"+34600000001"_s});

    EXPECT_TRUE(erased.err.contains(keptIn(world).value(0).toUtf8())) << erased.err.constData();
}

TEST(BackupContractTest, whatWasThereBeforeARestoreCanBeRestoredToo)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    world.json({u"workspace"_s, u"backup"_s, world.path(u"empty.backup"_s)});
    const qint64 id = world.createCampaign(world.writePeople(7), u"max"_s);
    world.json({u"workspace"_s, u"restore"_s, world.path(u"empty.backup"_s)});
    ASSERT_EQ(world.json({u"campaign"_s, u"show"_s, QString::number(id)}).exitCode, 4);

    const CliResult back =
        world.json({u"workspace"_s, u"restore"_s, world.workspace() + u'/' + keptIn(world).value(0)});

    EXPECT_EQ(back.exitCode, 0) << back.err.constData();
    EXPECT_EQ(world.count(id, u"pending"_s), 7);
    EXPECT_EQ(keptIn(world).size(), 2);
}

TEST(BackupContractTest, aBackupMakesAWorkspaceOnAnotherComputer)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(3), u"max"_s);
    world.json({u"workspace"_s, u"backup"_s, world.path(u"move.backup"_s)});
    const QString elsewhere = world.path(u"new/place"_s);
    const auto there = [&](QStringList words) {
        return world.run(QStringList{u"--json"_s, u"--workspace"_s, elsewhere} + words);
    };

    EXPECT_EQ(there({u"workspace"_s, u"restore"_s, world.path(u"move.backup"_s)}).exitCode, 0);

    EXPECT_EQ(
        there({u"campaign"_s, u"show"_s, QString::number(id)}).json()[u"counts"_s][u"pending"_s].toInt(), 3);
    EXPECT_EQ(there({u"campaign"_s, u"send"_s, QString::number(id)}).errorKind(), u"disarmed"_s);
    EXPECT_EQ(QFileInfo{elsewhere}.permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
}

TEST(BackupContractTest, whatIsNoBackupLeavesTheWorkspaceAsItIs)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.json({u"contact"_s, u"opt-in"_s, u"+34600000274"_s, u"--source"_s, u"fair"_s});
    world.json({u"workspace"_s, u"backup"_s, world.path(u"good.backup"_s)});
    QByteArray cut = world.readFile(world.path(u"good.backup"_s));
    cut.truncate(cut.size() / 2);

    for (const QString &file :
         {world.writeFile(u"letter.txt"_s, "Dear Lucía"), world.writeFile(u"cut.backup"_s, cut)}) {
        const CliResult restored = world.json({u"workspace"_s, u"restore"_s, file});
        EXPECT_EQ(restored.exitCode, 3) << qPrintable(file);
        EXPECT_EQ(restored.errorKind(), u"not_a_backup"_s);
    }
    const CliResult missing = world.json({u"workspace"_s, u"restore"_s, world.path(u"nowhere"_s)});
    EXPECT_EQ(missing.exitCode, 4);

    EXPECT_EQ(world.json({u"workspace"_s, u"info"_s}).json()[u"contacts"_s].toInt(), 1);
    EXPECT_TRUE(world.json({u"workspace"_s, u"info"_s}).json()[u"armed"_s].toBool());
    EXPECT_TRUE(keptIn(world).isEmpty());
}

TEST(BackupContractTest, nothingIsRestoredUnderARunningEngine)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(300), u"20/s"_s);
    world.json({u"workspace"_s, u"backup"_s, world.path(u"b.backup"_s)});
    const auto sending = world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    CliWorld::awaitEvent(*sending, u"progress"_s);

    const CliResult restored = world.json({u"workspace"_s, u"restore"_s, world.path(u"b.backup"_s)});

    EXPECT_EQ(restored.exitCode, 7);
    EXPECT_EQ(restored.errorKind(), u"engine_running"_s);
    EXPECT_EQ(world.campaign(id)[u"status"_s].toString(), u"sending"_s);
    sending->terminate();
    CliWorld::awaitEnd(*sending);
}
