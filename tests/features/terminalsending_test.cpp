#include "cli/cliworld.h"
#include "storage/database.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"
#include "workspace/workspace.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

// The user stories of the terminal, with the real client and the real database against a Graph API on
// loopback. The full counts run with FANFARE_SOAK.

namespace {

bool isSoak()
{
    return qEnvironmentVariableIsSet("FANFARE_SOAK");
}

/// So many messages reached the server, each to another number.
void expectEachNumberOnce(const CliWorld &world, int people)
{
    QSet<QString> numbers;
    const QList<PostedTo> posted = world.posted();
    for (const PostedTo &post : posted)
        numbers.insert(post.to);
    EXPECT_EQ(posted.size(), people);
    EXPECT_EQ(numbers.size(), people);
}

} // namespace

TEST(TerminalSendingTest, aCsvFileIsSentToItsEndEachNumberOnce)
{
    const int people = isSoak() ? 2000 : 400;
    CliWorld world;
    world.startSimulator({u"--limit"_s, u"500/s"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(people), u"max"_s);

    const CliResult sent = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});

    EXPECT_EQ(sent.exitCode, 0);
    const QList<QJsonObject> lines = sent.lines();
    EXPECT_EQ(lines.first()[u"event"_s], u"state"_s);
    EXPECT_EQ(lines.first()[u"status"_s], u"sending"_s);
    EXPECT_EQ(lines.last()[u"event"_s], u"finished"_s);
    EXPECT_EQ(lines.last()[u"status"_s], u"completed"_s);
    EXPECT_EQ(world.count(id, u"sent"_s), people);
    expectEachNumberOnce(world, people);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}

TEST(TerminalSendingTest, progressLinesHaveTheFieldsOfTheContract)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(30), u"20/s"_s);

    const std::unique_ptr<QProcess> sending =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    const QJsonObject progress = CliWorld::awaitEvent(*sending, u"progress"_s);

    EXPECT_EQ(
        progress.keys(),
        (QStringList{u"campaign"_s, u"counts"_s, u"ends_at"_s, u"event"_s, u"per_second"_s, u"remaining"_s}));
    EXPECT_EQ(CliWorld::awaitEnd(*sending).exitCode, 0);
}

TEST(TerminalSendingTest, anotherProcessPausesAndResumesWhatOneSends)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(60), u"20/s"_s);
    const QString number = QString::number(id);

    const std::unique_ptr<QProcess> sending = world.start({u"campaign"_s, u"send"_s, number, u"--wait"_s});
    CliWorld::awaitEvent(*sending, u"progress"_s);
    const CliResult paused = world.json({u"campaign"_s, u"pause"_s, number});
    const CliResult ended = CliWorld::awaitEnd(*sending);

    EXPECT_EQ(paused.json()[u"status"_s], u"paused"_s);
    EXPECT_EQ(ended.exitCode, 5);
    const QJsonObject last = ended.lines().last();
    EXPECT_EQ(last[u"status"_s], u"paused"_s);
    EXPECT_EQ(last[u"reason"_s][u"code"_s], u"user"_s);
    const int reached = static_cast<int>(world.posted().size());
    EXPECT_LT(reached, 60);
    EXPECT_EQ(world.count(id, u"sent"_s), reached);
    EXPECT_EQ(world.count(id, u"sending"_s), 0);

    EXPECT_EQ(world.json({u"campaign"_s, u"resume"_s, number}).exitCode, 0);
    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, number, u"--wait"_s}).exitCode, 0);
    expectEachNumberOnce(world, 60);
}

#ifndef Q_OS_WIN
namespace {

void awaitProgress(QProcess &engine, int times)
{
    for (int progress = 0; progress < times; ++progress)
        CliWorld::awaitEvent(engine, u"progress"_s);
}

void backUp(CliWorld &world)
{
    world.json({u"workspace"_s, u"backup"_s, world.path(u"running.backup"_s)});
}

/// The engine dies, and the copy stands where the database was.
void killAndPutBack(CliWorld &world, QProcess &engine)
{
    engine.kill();
    CliWorld::awaitEnd(engine);
    const QString database = world.workspace() + u"/fanfare.sqlite"_s;
    for (const QString &suffix : {QString{}, u"-wal"_s, u"-shm"_s})
        QFile::remove(database + suffix);
    ASSERT_TRUE(QFile::copy(world.path(u"running.backup"_s), database));
}

void expectDisarmed(CliWorld &world)
{
    const CliResult next = world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    EXPECT_EQ(next.exitCode, 5);
    EXPECT_EQ(next.errorKind(), u"disarmed"_s);
}

} // namespace

TEST(TerminalSendingTest, aCopyThatIsPutBackAfterAnEngineDiedDoesNotSendWhatItHadSentSince)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(200), u"20/s"_s);
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"started"_s);
    backUp(world);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    awaitProgress(*engine, 10);

    killAndPutBack(world, *engine);

    expectDisarmed(world);
}

TEST(TerminalSendingTest, aCopyOfAMomentBeforeTheEngineDiedIsKnownToo)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(200), u"20/s"_s);
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"started"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    awaitProgress(*engine, 3);
    backUp(world);
    awaitProgress(*engine, 10);

    killAndPutBack(world, *engine);

    expectDisarmed(world);
}

TEST(TerminalSendingTest, aFolderThatIsMovedBeforeItsEngineHadEndedAsksBeforeItSends)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"started"_s);
    engine->kill();
    CliWorld::awaitEnd(*engine);
    const QString moved = world.path(u"moved"_s);
    ASSERT_TRUE(QDir{}.rename(world.workspace(), moved));
    const auto runThere = [&] {
        return world.run({u"--json"_s, u"--workspace"_s, moved, u"campaign"_s, u"run"_s, u"--until-idle"_s});
    };

    EXPECT_EQ(runThere().errorKind(), u"disarmed"_s);
    EXPECT_EQ(world.run({u"--json"_s, u"--workspace"_s, moved, u"workspace"_s, u"arm"_s}).exitCode, 0);
    EXPECT_EQ(runThere().exitCode, 0);
}
#endif

TEST(TerminalSendingTest, aTestMessageGoesBeforeThousandsThatWaitAndTheNumberKeepsItsLimit)
{
    CliWorld world;
    world.startSimulator({u"--limit"_s, u"20/s"_s}); // and refuses whatever comes faster
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(2000), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"progress"_s);
    const qsizetype before = world.posted().size();

    const CliResult test =
        world.json({u"campaign"_s, u"test"_s, QString::number(id), u"--to"_s, u"+34600999999"_s});
    const QList<PostedTo> posted = world.posted();
    CliWorld::awaitEvent(*engine, u"progress"_s);
    const CliResult stillTheOnlyEngine = world.json({u"campaign"_s, u"run"_s});
    engine->terminate();
    CliWorld::awaitEnd(*engine);

    EXPECT_EQ(test.exitCode, 0) << test.out.toStdString();
    EXPECT_TRUE(test.json()[u"message_id"_s].toString().startsWith("wamid."_L1));
    EXPECT_EQ(stillTheOnlyEngine.exitCode, 7);
    const auto isTest = [](const PostedTo &post) { return post.to.endsWith(u"34600999999"_s); };
    EXPECT_EQ(std::count_if(posted.begin(), posted.end(), isTest), 1);
    EXPECT_LE(posted.size() - before, 60);
    for (const PostedTo &post : world.posted())
        EXPECT_EQ(post.verdict, u"accepted"_s) << qPrintable(post.to);
    EXPECT_EQ(world.count(id, u"total"_s), 2000);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
}

#ifdef Q_OS_UNIX
namespace {

/// An engine that holds the lock and does not look.
void putToSleep(const QProcess &engine)
{
    ASSERT_GT(engine.processId(), 0);
    ::kill(static_cast<pid_t>(engine.processId()), SIGSTOP);
}

void wakeUp(const QProcess &engine)
{
    ASSERT_GT(engine.processId(), 0);
    ::kill(static_cast<pid_t>(engine.processId()), SIGCONT);
}

/// A test message was asked for while the engine sleeps, as on a computer that does.
class SleepingEngineTest : public testing::Test
{
protected:
    void SetUp() override
    {
        world.startSimulator();
        world.connect();
        id = world.createCampaign(world.writePeople(3), u"20/s"_s);
        engine = world.start({u"campaign"_s, u"run"_s});
        CliWorld::awaitEvent(*engine, u"started"_s);
        database = valueOf(Database::open(valueOf(Workspace::open(world.workspace())).databasePath()));
        ASSERT_NO_FATAL_FAILURE(putToSleep(*engine));
        // Not in the middle of a change, which would keep everybody else from writing.
        for (int i = 0; i < 10 && !inTransaction(*database, [] { return Result<>{Done{}}; }); ++i) {
            wakeUp(*engine);
            QThread::msleep(50);
            ASSERT_NO_FATAL_FAILURE(putToSleep(*engine));
        }
        asker = world.start({u"campaign"_s, u"test"_s, QString::number(id), u"--to"_s, u"+34600999999"_s});
        for (int i = 0; i < 400 && asked() == 0; ++i)
            QThread::msleep(50);
        ASSERT_EQ(asked(), 1);
    }
    void TearDown() override
    {
        engine->terminate();
        CliWorld::awaitEnd(*engine);
    }

    qint64 asked() { return valueOf(firstInteger(*database, u"SELECT count(*) FROM direct_message"_s)); }

    CliWorld world;
    qint64 id = 0;
    std::unique_ptr<Database> database;
    std::unique_ptr<QProcess> engine;
    std::unique_ptr<QProcess> asker;
};

} // namespace

TEST_F(SleepingEngineTest, aTestMessageThatNobodyTakesUpIsTakenBackOnCtrlC)
{
    asker->terminate();
    const CliResult ended = CliWorld::awaitEnd(*asker);
    wakeUp(*engine);
    QThread::sleep(1);

    EXPECT_EQ(ended.exitCode, 130);
    EXPECT_TRUE(world.posted().isEmpty());
}

TEST_F(SleepingEngineTest, aTestMessageIsNotSentLaterWhenItsProgramIsGone)
{
    if (!isSoak()) {
        wakeUp(*engine);
        GTEST_SKIP() << "waits for half a minute";
    }
    asker->kill();
    CliWorld::awaitEnd(*asker);

    QThread::sleep(31);
    wakeUp(*engine);
    QThread::sleep(2);

    EXPECT_TRUE(world.posted().isEmpty());
    const QList<QJsonObject> log = world.json({u"campaign"_s, u"log"_s, QString::number(id)}).lines();
    EXPECT_TRUE(log.last()[u"what"_s].toString().contains(u"was not sent"_s));
}
#endif

TEST(TerminalSendingTest, oneEngineRunsAndOthersFollowItAndTakeOver)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(80), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});

    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    CliWorld::awaitEvent(*engine, u"progress"_s);
    const CliResult second = world.json({u"campaign"_s, u"run"_s});
    const std::unique_ptr<QProcess> follower =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    CliWorld::awaitEvent(*follower, u"progress"_s);
    engine->terminate();
    const CliResult stopped = CliWorld::awaitEnd(*engine);
    const CliResult followed = CliWorld::awaitEnd(*follower);

    EXPECT_EQ(second.exitCode, 7);
    EXPECT_EQ(second.errorKind(), u"engine_running"_s);
    EXPECT_EQ(stopped.exitCode, 130);
    EXPECT_EQ(followed.exitCode, 0);
    EXPECT_EQ(followed.lines().last()[u"status"_s], u"completed"_s);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
    expectEachNumberOnce(world, 80);
}

TEST(TerminalSendingTest, aStopAwaitsTheAnswersInFlightAndLeavesNothingInDoubt)
{
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"400"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(100), u"50/s"_s);

    const std::unique_ptr<QProcess> sending =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    for (int i = 0; i < 5; ++i)
        CliWorld::awaitEvent(*sending, u"progress"_s);
    sending->terminate();
    const CliResult ended = CliWorld::awaitEnd(*sending);

    EXPECT_EQ(ended.exitCode, 130);
    EXPECT_EQ(world.campaign(id)[u"status"_s], u"sending"_s);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
    EXPECT_EQ(world.count(id, u"sending"_s), 0);
    EXPECT_EQ(world.count(id, u"sent"_s), world.posted().size());

    EXPECT_EQ(world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}).exitCode, 0);
    EXPECT_EQ(world.campaign(id)[u"status"_s], u"completed"_s);
    expectEachNumberOnce(world, 100);
}

TEST(TerminalSendingTest, aReaderThatNeverReadsHoldsUpNothing)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(120), u"60/s"_s);

    const std::unique_ptr<QProcess> sending =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    sending->closeReadChannel(QProcess::StandardOutput);

    EXPECT_EQ(CliWorld::awaitEnd(*sending).exitCode, 0);
    EXPECT_EQ(world.count(id, u"sent"_s), 120);
}

TEST(TerminalSendingTest, deliveryReportsMovePeopleOn)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.setEnvironment(u"FANFARE_APP_SECRET"_s, u"s3cret"_s);
    const std::unique_ptr<QProcess> receiving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QString url = CliWorld::nextLine(*receiving)[u"listening"_s].toString();
    world.startSimulator({u"--webhook-url"_s, url, u"--app-secret"_s, u"s3cret"_s});
    world.connect();
    receiving->terminate();
    CliWorld::awaitEnd(*receiving);

    // Now that the account is known, its secret counts: only signed reports are taken.
    const std::unique_ptr<QProcess> signedOnly =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, url.mid(7).chopped(8)});
    ASSERT_EQ(CliWorld::nextLine(*signedOnly)[u"listening"_s], url);
    const qint64 id = world.createCampaign(world.writePeople(60), u"60/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    const auto reached = [&] { return world.campaign(id)[u"reached"_s][u"delivered"_s].toInt(); };
    for (int tries = 0; tries < 100 && reached() < 40; ++tries)
        CliWorld::nextLine(*signedOnly, 100);

    EXPECT_GE(reached(), 40);
    const QJsonObject campaign = world.campaign(id);
    EXPECT_GT(campaign[u"delivery_rate"_s].toDouble(), 0.5);
    signedOnly->terminate();
    CliWorld::awaitEnd(*signedOnly);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}

TEST(TerminalSendingTest, practiceSendsWithoutAnySetUp)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const qint64 id = world.createCampaign(world.writePeople(20), u"20/s"_s);

    const CliResult sent = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});

    EXPECT_EQ(sent.exitCode, 0);
    const QJsonObject campaign = world.campaign(id);
    EXPECT_EQ(campaign[u"status"_s], u"completed"_s);
    EXPECT_EQ(campaign[u"reached"_s][u"sent"_s].toInt(), 20);
    EXPECT_GT(campaign[u"reached"_s][u"delivered"_s].toInt(), 10);
}

TEST(TerminalSendingTest, aWrongTokenPausesTheCampaignAndFailsNobody)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(20), u"20/s"_s);
    world.setEnvironment(u"FANFARE_TOKEN"_s, u"expired"_s);

    const CliResult sent = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});

    EXPECT_EQ(sent.exitCode, 5);
    EXPECT_EQ(sent.lines().last()[u"reason"_s][u"code"_s], u"190"_s);
    EXPECT_EQ(world.count(id, u"failed"_s), 0);

    world.setEnvironment(u"FANFARE_TOKEN"_s, world.simulator()[u"token"_s].toString());
    world.json({u"campaign"_s, u"resume"_s, QString::number(id)});
    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);
    EXPECT_EQ(world.count(id, u"sent"_s), 20);
}

TEST(TerminalSendingTest, refusedPeopleAreNamedAndMayBeTriedAgain)
{
    CliWorld world;
    const QString faults = world.writeFile(
        u"faults.json"_s, R"([{"to": "+34600000002", "times": 1, "then": {"status": 400, "code": 131026}},
                                              {"to": "+34600000003", "times": 1, "then": {"drop": "before"}},
                                              {"to": "+34600000004", "times": 1, "then": {"drop": "after"}},
                                              {"to": "+34600000005", "times": 2, "then": {"status": 500, "code": 131000}}])");
    world.startSimulator({u"--faults"_s, faults});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(10), u"20/s"_s);

    const CliResult sent = world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});

    EXPECT_EQ(sent.exitCode, 0);
    EXPECT_EQ(world.count(id, u"failed"_s), 1);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 2);
    EXPECT_EQ(world.count(id, u"sent"_s), 7);
    const QJsonObject failed =
        world.json({u"campaign"_s, u"recipients"_s, QString::number(id), u"--status"_s, u"failed"_s}).json();
    EXPECT_EQ(failed[u"error"_s].toObject().keys(), (QStringList{u"advice"_s, u"code"_s, u"message"_s}));
    EXPECT_EQ(failed[u"error"_s][u"code"_s], u"131026"_s);

    const CliResult accepted = world.json(
        {u"campaign"_s, u"resolve"_s, QString::number(id), u"--accept"_s, u"--older-than"_s, u"0s"_s});
    EXPECT_EQ(accepted.json(),
              (QJsonObject{
                  {u"changed"_s, 2}
    }));
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
}

TEST(TerminalSendingTest, aWholeFolderOfOddFilesLosesNothing)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const qint64 id = world.createCampaign(world.writePeople(2), u"20/s"_s);
    const auto import = [&](const QByteArray &content) {
        return world
            .json({u"campaign"_s, u"import"_s, QString::number(id), world.writeFile(u"odd.csv"_s, content),
                   u"--map"_s, u"1=package"_s, u"2=price"_s, u"--default-country"_s, u"ES"_s})
            .json();
    };

    const QJsonObject bom = import("\xef\xbb\xbfname,phone,package,price\r\nAna,600000101,Lisbon,1\r\n");
    const QJsonObject semicolons = import("name;phone;package;price\nAna;600000102;Lisbon;1,50\n");
    const QJsonObject western = import("name,phone,package,price\nBego\xf1"
                                       "a,600000103,C\xe1"
                                       "diz,1\n");
    const QJsonObject quoted = import("name,phone,package,price\n\"Ana\nMaria\",600000104,Lisbon,1\n");
    const QJsonObject ragged =
        import("name,phone,package,price\nAna,600000105,Lisbon,1,extra,cells\nBo,600000106\n");

    for (const QJsonObject &result : {bom, semicolons, western, quoted})
        EXPECT_EQ(result[u"accepted"_s].toInt(), 1);
    EXPECT_EQ(ragged[u"accepted"_s].toInt(), 1);
    EXPECT_EQ(ragged[u"by_reason"_s].toObject(),
              (QJsonObject{
                  {u"missing_variable"_s, 1}
    }));
    const QList<QJsonObject> people =
        world.json({u"campaign"_s, u"recipients"_s, QString::number(id)}).lines();
    EXPECT_EQ(people.size(), 7);
    EXPECT_EQ(people[4][u"name"_s], u"Begoña"_s);
    EXPECT_EQ(people[4][u"variables"_s][u"1"_s], u"Cádiz"_s);
}
