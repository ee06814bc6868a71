#include "cli/cliworld.h"
#include "cli/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>

using namespace Qt::StringLiterals;

TEST(GeneralContractTest, everyCommandAndEveryGroupHasHelp)
{
    const CliWorld world;
    QSet<QString> groups{QString{}};
    for (const Command &command : allCommands()) {
        groups.insert(command.path().first());
        const CliResult help = world.run(command.path() + QStringList{u"--help"_s});

        EXPECT_EQ(help.exitCode, 0) << qPrintable(command.path().join(u' '));
        EXPECT_TRUE(help.out.contains("--workspace")) << qPrintable(command.path().join(u' '));
    }
    for (const QString &group : groups) {
        const QStringList words = group.isEmpty() ? QStringList{} : QStringList{group};
        EXPECT_EQ(world.run(words + QStringList{u"--help"_s}).exitCode, 0) << qPrintable(group);
    }
}

TEST(GeneralContractTest, theCommandsOfTheContractAreThere)
{
    QSet<QString> known;
    for (const Command &command : allCommands())
        known.insert(command.path().join(u' '));

    for (const QString &name :
         {u"workspace init"_s,      u"workspace info"_s,     u"workspace check"_s,   u"account set"_s,
          u"account list"_s,        u"account use"_s,        u"account remove"_s,    u"account check"_s,
          u"template sync"_s,       u"template list"_s,      u"template show"_s,     u"template preview"_s,
          u"contact import"_s,      u"contact list"_s,       u"contact show"_s,      u"contact opt-out"_s,
          u"contact opt-in"_s,      u"contact erase"_s,      u"contact export"_s,    u"segment create"_s,
          u"segment list"_s,        u"segment show"_s,       u"segment delete"_s,    u"phone parse"_s,
          u"campaign create"_s,     u"campaign update"_s,    u"campaign schedule"_s, u"campaign log"_s,
          u"campaign add"_s,        u"campaign import"_s,    u"campaign remove"_s,   u"campaign list"_s,
          u"campaign show"_s,       u"campaign check"_s,     u"campaign test"_s,     u"campaign send"_s,
          u"campaign run"_s,        u"campaign pause"_s,     u"campaign resume"_s,   u"campaign cancel"_s,
          u"campaign delete"_s,     u"campaign duplicate"_s, u"campaign retry"_s,    u"campaign resolve"_s,
          u"campaign recipients"_s, u"campaign stats"_s,     u"report export"_s,     u"webhook ingest"_s,
          u"webhook serve"_s,       u"simulator serve"_s})
        EXPECT_TRUE(known.contains(name)) << qPrintable(name);
}

TEST(GeneralContractTest, aWrongCallIsUsage)
{
    const CliWorld world;

    EXPECT_EQ(world.json({}).exitCode, 2);
    EXPECT_EQ(world.json({u"fly"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s, u"list"_s, u"--speed"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s, u"show"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s, u"show"_s, u"first"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s, u"create"_s}).errorKind(), u"usage"_s);
}

TEST(GeneralContractTest, aFailureIsOneJsonDocumentWithKindMessageAndDetails)
{
    const CliWorld world;

    const CliResult failed = world.json({u"campaign"_s, u"list"_s});

    EXPECT_EQ(failed.exitCode, 4);
    const QJsonObject error = failed.json()[u"error"_s].toObject();
    EXPECT_EQ(error.keys(), (QStringList{u"details"_s, u"kind"_s, u"message"_s}));
    EXPECT_FALSE(error[u"message"_s].toString().isEmpty());
    EXPECT_TRUE(failed.err.isEmpty());
}

TEST(GeneralContractTest, forPeopleAFailureIsAMessageOnStandardErrorWithoutColour)
{
    const CliWorld world;

    const CliResult failed = world.run({u"--workspace"_s, world.workspace(), u"campaign"_s, u"list"_s});

    EXPECT_EQ(failed.exitCode, 4);
    EXPECT_TRUE(failed.out.isEmpty());
    EXPECT_FALSE(failed.err.isEmpty());
    EXPECT_FALSE(failed.err.contains('\033'));
}

TEST(GeneralContractTest, phoneParseAnswersOneLineForEveryLine)
{
    const CliWorld world;

    const CliResult parsed = world.json({u"phone"_s, u"parse"_s, u"--default-country"_s, u"ES"_s},
                                        "600 000 115\n\n9.19979E+11\n+34600000116\nt\xe9l 600");

    EXPECT_EQ(parsed.exitCode, 0);
    const QList<QJsonObject> lines = parsed.lines();
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines[0].keys(),
              (QStringList{u"e164"_s, u"input"_s, u"reason"_s, u"region"_s, u"type"_s, u"valid"_s}));
    EXPECT_EQ(lines[0][u"e164"_s], u"+34600000115"_s);
    EXPECT_EQ(lines[1][u"reason"_s], u"empty_phone"_s);
    EXPECT_EQ(lines[2][u"reason"_s], u"precision_lost"_s);
    EXPECT_TRUE(lines[2][u"e164"_s].isNull());
    EXPECT_EQ(lines[3][u"e164"_s], u"+34600000116"_s);
    EXPECT_EQ(lines[4][u"reason"_s], u"not_textual"_s);
    EXPECT_EQ(world.json({u"phone"_s, u"parse"_s, u"--default-country"_s, u"Atlantis"_s}).exitCode, 2);
}

TEST(GeneralContractTest, anAnswerThatCannotBeWrittenIsNoSuccess)
{
    if (!QFile::exists(u"/dev/full"_s))
        GTEST_SKIP() << "there is no /dev/full here";
    const CliWorld world;
    QProcess program;
    program.setStandardOutputFile(u"/dev/full"_s);
    program.start(QStringLiteral(FANFARE_CLI), {u"--help"_s});
    ASSERT_TRUE(program.waitForFinished());

    EXPECT_EQ(program.exitCode(), 1);
    EXPECT_TRUE(program.readAllStandardError().contains("could not be written"));
}

TEST(GeneralContractTest, anEmptyWorkspaceIsWrongUsageAndNeverThePersonsOwn)
{
    const CliWorld world;

    EXPECT_EQ(world.run({u"--workspace"_s, QString{}, u"workspace"_s, u"init"_s}).exitCode, 2);
    EXPECT_EQ(world.run({u"--workspace="_s, u"workspace"_s, u"init"_s}).exitCode, 2);
    EXPECT_EQ(world.run({u"workspace"_s, u"init"_s, u"--workspace"_s}).exitCode, 2);
}

#ifdef Q_OS_UNIX
TEST(GeneralContractTest, anArgumentThatIsNotUtf8IsWrongUsageAndChangesNothing)
{
    const CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    QProcess shell; // QProcess gives text only
    shell.start(u"sh"_s,
                {u"-c"_s,
                 u"exec \"$0\" --json --workspace \"$1\" segment create \"$(printf 'caf\\351')\" "
                 u"--where 'opted in'"_s,
                 QStringLiteral(FANFARE_CLI), world.workspace()});
    ASSERT_TRUE(shell.waitForFinished());

    EXPECT_EQ(shell.exitCode(), 2);
    const QJsonObject error =
        QJsonDocument::fromJson(shell.readAllStandardOutput()).object()[u"error"_s].toObject();
    EXPECT_EQ(error[u"kind"_s], u"usage"_s);
    EXPECT_TRUE(error[u"message"_s].toString().contains(u"6"_s)) << "the one that is meant";
    EXPECT_TRUE(world.json({u"segment"_s, u"list"_s}).out.isEmpty());
}
#endif

TEST(GeneralContractTest, aCursorThatIsNoneIsWrongUsage)
{
    const CliWorld world;
    world.json({u"workspace"_s, u"init"_s});

    EXPECT_EQ(world.json({u"contact"_s, u"list"_s, u"--after"_s, u"x"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"contact"_s, u"list"_s, u"--after"_s, u"1"_s}).exitCode, 0);
}
