#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#ifdef Q_OS_UNIX
#include <sys/types.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr int kUserVersionOffset = 60; // of SQLite's header, big-endian

QString databaseOf(const CliWorld &world)
{
    return world.workspace() + u"/fanfare.sqlite"_s;
}

} // namespace

TEST(WorkspaceContractTest, initMakesAPrivateFolderAndSaysWhere)
{
    const CliWorld world;

    const CliResult made = world.json({u"workspace"_s, u"init"_s});

    EXPECT_EQ(made.exitCode, 0);
    EXPECT_EQ(made.json().keys(), (QStringList{u"path"_s, u"schema_version"_s}));
    EXPECT_EQ(QFileInfo{world.workspace()}.permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
    EXPECT_EQ(QFileInfo{databaseOf(world)}.permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
}

TEST(WorkspaceContractTest, initTakesAnEmptyFolderButNoOther)
{
    const CliWorld world;
    QDir{}.mkpath(world.workspace());
    EXPECT_EQ(world.json({u"workspace"_s, u"init"_s}).exitCode, 0);

    const CliResult again = world.json({u"workspace"_s, u"init"_s});
    const CliResult foreign =
        world.run({u"--json"_s, u"--workspace"_s, world.path({}), u"workspace"_s, u"init"_s});

    EXPECT_EQ(again.exitCode, 5);
    EXPECT_EQ(again.errorKind(), u"workspace_exists"_s);
    EXPECT_EQ(foreign.exitCode, 5);
    EXPECT_EQ(foreign.errorKind(), u"folder_not_empty"_s);
}

TEST(WorkspaceContractTest, aFolderThatCannotBeMadeIsRefusedByItsState)
{
    const CliWorld world;
    const QString file = world.writeFile(u"file"_s, "x");

    const CliResult made =
        world.run({u"--json"_s, u"--workspace"_s, file + u"/below"_s, u"workspace"_s, u"init"_s});

    EXPECT_EQ(made.exitCode, 5);
    EXPECT_EQ(made.errorKind(), u"cannot_write"_s);
}

#ifdef Q_OS_UNIX
TEST(WorkspaceContractTest, aWorkspaceThatMayOnlyBeReadIsRefusedByItsState)
{
    constexpr uid_t kNobody = 65534;
    const CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    if (::geteuid() == 0) { // whom nothing is forbidden
        ASSERT_EQ(::chown(world.path({}).toLocal8Bit().constData(), kNobody, kNobody), 0);
        ASSERT_EQ(::chown(world.workspace().toLocal8Bit().constData(), kNobody, kNobody), 0);
        ASSERT_EQ(::chown(databaseOf(world).toLocal8Bit().constData(), kNobody, kNobody), 0);
    }
    QFile::setPermissions(databaseOf(world), QFile::ReadOwner);
    QFile::setPermissions(world.workspace(), QFile::ReadOwner | QFile::ExeOwner);

    for (const QStringList &words : {
             QStringList{u"workspace"_s,     u"info"_s},
             QStringList{            u"campaign"_s,         u"list"_s         },
             QStringList{ u"contact"_s, u"opt-out"_s,          u"+34600000001"_s}
    }) {
        QProcess program;
        program.setChildProcessModifier([] {
            if (::geteuid() == 0 && ::setuid(kNobody) != 0)
                ::_exit(99);
        });
        program.start(QStringLiteral(FANFARE_CLI),
                      QStringList{u"--json"_s, u"--workspace"_s, world.workspace()} + words);
        ASSERT_TRUE(program.waitForFinished());
        EXPECT_EQ(program.exitCode(), 5) << words.join(u' ').toStdString();
        EXPECT_TRUE(program.readAllStandardOutput().contains(R"("kind":"read_only")"));
    }
    QFile::setPermissions(world.workspace(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}
#endif

TEST(WorkspaceContractTest, withoutANameTheDefaultFolderIsUsed)
{
    const CliWorld world;

    const CliResult made = world.run({u"--json"_s, u"workspace"_s, u"init"_s});

    EXPECT_EQ(made.exitCode, 0);
    EXPECT_TRUE(made.json()[u"path"_s].toString().startsWith(world.path(u"data/Fanfare"_s)));
}

TEST(WorkspaceContractTest, checkProvesAFreshWorkspace)
{
    const CliWorld world;
    world.json({u"workspace"_s, u"init"_s});

    const CliResult check = world.json({u"workspace"_s, u"check"_s});

    EXPECT_EQ(check.exitCode, 0);
    EXPECT_EQ(check.json()[u"ok"_s], true);
    EXPECT_TRUE(check.json()[u"problems"_s].toArray().isEmpty());
}

TEST(WorkspaceContractTest, aNewerDatabaseIsRefusedPolitelyAndLeftAsItIs)
{
    const CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    QByteArray content = world.readFile(databaseOf(world));
    content[kUserVersionOffset] = 1;
    QFile file{databaseOf(world)};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    const CliResult opened = world.json({u"workspace"_s, u"info"_s});

    EXPECT_EQ(opened.exitCode, 5);
    EXPECT_EQ(opened.errorKind(), u"newer_database"_s);
    EXPECT_EQ(world.readFile(databaseOf(world)), content);
}

TEST(WorkspaceContractTest, aDatabaseThatCannotBeReadIsNamedAndLeftAsItIs)
{
    const CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    const QByteArray content(20'000, 'x');
    QFile file{databaseOf(world)};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    const CliResult opened = world.json({u"workspace"_s, u"info"_s});

    EXPECT_EQ(opened.exitCode, 1);
    EXPECT_TRUE(opened.json()[u"error"_s][u"message"_s].toString().contains(databaseOf(world)));
    EXPECT_EQ(world.readFile(databaseOf(world)), content);
    EXPECT_EQ(QDir{world.workspace()}.entryList(QDir::Files), QStringList{u"fanfare.sqlite"_s});
}

TEST(WorkspaceContractTest, aPracticeWorkspaceComesWithANumberTemplatesAndPeople)
{
    const CliWorld world;

    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});

    const QJsonObject info = world.json({u"workspace"_s, u"info"_s}).json();
    EXPECT_EQ(info[u"practice"_s], true);
    EXPECT_EQ(info[u"accounts"_s].toInt(), 1);
    EXPECT_EQ(info[u"templates"_s].toInt(), 8);
    EXPECT_GT(info[u"contacts"_s].toInt(), 5);
    const CliResult real =
        world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});
    EXPECT_EQ(real.exitCode, 5);
    EXPECT_EQ(real.errorKind(), u"practice"_s);
}

TEST(WorkspaceContractTest, aCopiedWorkspaceDoesNotSendUntilItIsArmed)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(3), u"20/s"_s);
    const QString copy = world.path(u"copy"_s);
    QDir{}.mkpath(copy);
    ASSERT_TRUE(QFile::copy(databaseOf(world), copy + u"/fanfare.sqlite"_s));
    const auto inCopy = [&](const QStringList &words) {
        return world.run(QStringList{u"--json"_s, u"--workspace"_s, copy} + words);
    };

    const CliResult send = inCopy({u"campaign"_s, u"send"_s, QString::number(id)});
    const CliResult run = inCopy({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    const CliResult read = inCopy({u"campaign"_s, u"show"_s, QString::number(id)});
    const CliResult armed = inCopy({u"workspace"_s, u"arm"_s});

    EXPECT_EQ(send.exitCode, 5);
    EXPECT_EQ(send.errorKind(), u"disarmed"_s);
    EXPECT_EQ(run.exitCode, 5);
    EXPECT_EQ(run.errorKind(), u"disarmed"_s);
    EXPECT_EQ(read.exitCode, 0);
    EXPECT_EQ(armed.exitCode, 0);
    EXPECT_EQ(inCopy({u"campaign"_s, u"send"_s, QString::number(id)}).exitCode, 0);
    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id)}).exitCode, 0);
}

TEST(WorkspaceContractTest, aMovedWorkspaceStaysArmed)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(3), u"20/s"_s);
    const QString moved = world.path(u"moved"_s);
    ASSERT_TRUE(QDir{}.rename(world.workspace(), moved));

    const CliResult send =
        world.run({u"--json"_s, u"--workspace"_s, moved, u"campaign"_s, u"send"_s, QString::number(id)});

    EXPECT_EQ(send.exitCode, 0);
}

TEST(WorkspaceContractTest, anOlderCopyPutBackInPlaceIsDisarmed)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const QByteArray before = world.readFile(databaseOf(world));
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::remove(databaseOf(world) + suffix);
    QFile file{databaseOf(world)};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(before);
    file.close();

    const CliResult run = world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(run.exitCode, 5);
    EXPECT_EQ(run.errorKind(), u"disarmed"_s);
}
