#include "cli/cliworld.h"

#include "workspace/session.h"

#include <gtest/gtest.h>

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString inSeconds(int seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

class ScheduleContractTest : public testing::Test
{
protected:
    ScheduleContractTest()
    {
        world.startSimulator();
        world.connect();
    }

    qint64 draft(int people) { return world.createCampaign(world.writePeople(people), u"max"_s); }

    CliResult campaign(const QStringList &words) { return world.json(QStringList{u"campaign"_s} + words); }

    /// As if the computer had been off for that long.
    void scheduleInThePast(qint64 id, std::chrono::milliseconds ago)
    {
        const Result<Workspace> workspace = Workspace::open(world.workspace());
        const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
        const Result<Campaign> draft = (*session)->campaigns().load({id});
        const UtcTime now = (*session)->clock().now();
        ASSERT_TRUE((*session)->campaigns().schedule({id}, *(*session)->campaignDesk().templateOf(*draft),
                                                     now - ago, now));
    }

    CliWorld world;
};

} // namespace

TEST_F(ScheduleContractTest, whoSchedulesIsToldWhatItNeedsAndWhatBecomesOfAMissedOne)
{
    const CliResult scheduled = campaign({u"schedule"_s, QString::number(draft(3)), inSeconds(3600)});

    EXPECT_EQ(scheduled.exitCode, 0);
    EXPECT_EQ(scheduled.json()[u"status"_s], u"scheduled"_s);
    EXPECT_TRUE(scheduled.err.contains("campaign run")) << scheduled.err.constData();
    EXPECT_TRUE(scheduled.err.contains("missed")) << scheduled.err.constData();
}

TEST_F(ScheduleContractTest, whatWasDueALittleWhileAgoIsSentByTheNextRun)
{
    const qint64 id = draft(5);
    scheduleInThePast(id, 65min);

    EXPECT_EQ(campaign({u"run"_s, u"--until-idle"_s}).exitCode, 0);

    EXPECT_EQ(world.campaign(id)[u"status"_s], u"completed"_s);
    EXPECT_EQ(world.posted().size(), 5);
}

TEST_F(ScheduleContractTest, whatWasMissedIsNotSentBeforeAPersonSaysSo)
{
    const qint64 id = draft(5);
    const QString number = QString::number(id);
    scheduleInThePast(id, 5h);

    EXPECT_EQ(campaign({u"run"_s, u"--until-idle"_s}).exitCode, 0);
    const CliResult again = campaign({u"run"_s, u"--until-idle"_s});

    EXPECT_TRUE(world.posted().isEmpty());
    EXPECT_TRUE(again.err.contains("was missed")) << again.err.constData();
    EXPECT_EQ(world.campaign(id)[u"status"_s], u"paused"_s);
    EXPECT_EQ(world.campaign(id)[u"reason"_s][u"code"_s], u"missed"_s);

    EXPECT_EQ(campaign({u"resume"_s, number}).json()[u"status"_s], u"sending"_s);
    EXPECT_EQ(campaign({u"run"_s, u"--until-idle"_s}).exitCode, 0);
    EXPECT_EQ(world.posted().size(), 5);
}

TEST_F(ScheduleContractTest, aMissedOneIsGivenAnotherTime)
{
    const qint64 id = draft(5);
    const QString number = QString::number(id);
    scheduleInThePast(id, 5h);
    EXPECT_EQ(campaign({u"run"_s, u"--until-idle"_s}).exitCode, 0);

    const CliResult moved = campaign({u"schedule"_s, number, inSeconds(1)});

    EXPECT_EQ(moved.json()[u"status"_s], u"scheduled"_s);
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    QJsonObject state;
    for (int line = 0; line < 50 && state[u"status"_s] != u"completed"_s; ++line)
        state = CliWorld::awaitEvent(*engine, u"state"_s);
    EXPECT_EQ(state[u"status"_s], u"completed"_s);
    engine->terminate();
    CliWorld::awaitEnd(*engine);
    EXPECT_EQ(world.posted().size(), 5);
}

TEST_F(ScheduleContractTest, aCampaignIsRepeatedListedAndStopped)
{
    const QString id = QString::number(draft(3));

    const CliResult set =
        campaign({u"recurring"_s, u"set"_s, id, u"--every"_s, u"week"_s, u"--on"_s, u"mon,thu"_s, u"--at"_s,
                  u"10:00"_s, u"--time-zone"_s, u"Europe/Madrid"_s, u"--make"_s, u"send"_s});
    const CliResult listed = campaign({u"recurring"_s, u"list"_s});
    const CliResult stopped = campaign({u"recurring"_s, u"stop"_s, id});

    EXPECT_EQ(set.exitCode, 0) << set.out.constData();
    EXPECT_EQ(set.json().keys(),
              (QStringList{u"at"_s, u"audience"_s, u"every"_s, u"id"_s, u"make"_s, u"name"_s, u"next_at"_s,
                           u"on"_s, u"problem"_s, u"time_zone"_s}));
    EXPECT_EQ(set.json()[u"every"_s], u"week"_s);
    EXPECT_EQ(set.json()[u"on"_s], u"mon,thu"_s);
    EXPECT_EQ(set.json()[u"make"_s], u"send"_s);
    EXPECT_TRUE(set.json()[u"next_at"_s].toString().endsWith(u'Z'));
    ASSERT_EQ(listed.lines().size(), 1);
    EXPECT_EQ(listed.lines().first(), set.json());
    EXPECT_EQ(stopped.exitCode, 0);
    EXPECT_TRUE(campaign({u"recurring"_s, u"list"_s}).lines().isEmpty());
    EXPECT_EQ(campaign({u"recurring"_s, u"stop"_s, id}).exitCode, 4);
}

TEST_F(ScheduleContractTest, aRuleThatNamesNoDayIsWrongUsage)
{
    const QString id = QString::number(draft(3));
    const QStringList set{u"recurring"_s, u"set"_s, id, u"--at"_s, u"10:00"_s, u"--every"_s};

    EXPECT_EQ(campaign(set + QStringList{u"week"_s}).exitCode, 2);
    EXPECT_EQ(campaign(set + QStringList{u"month"_s, u"--on"_s, u"32"_s}).exitCode, 2);
    EXPECT_EQ(campaign(set + QStringList{u"day"_s, u"--on"_s, u"mon"_s}).exitCode, 2);
    EXPECT_EQ(campaign(set + QStringList{u"hour"_s}).exitCode, 2);
    EXPECT_EQ(campaign(set + QStringList{u"day"_s, u"--time-zone"_s, u"Mars/Olympus"_s}).exitCode, 2);
    EXPECT_EQ(campaign({u"recurring"_s, u"set"_s, u"999"_s, u"--every"_s, u"day"_s, u"--at"_s, u"10:00"_s})
                  .exitCode,
              4);
}

TEST_F(ScheduleContractTest, whatIsDueAgainIsMadeAndSentByOneRunAndNotByTheNext)
{
    const qint64 id = draft(4);
    {
        const Result<Workspace> workspace = Workspace::open(world.workspace());
        const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
        const UtcTime now = (*session)->clock().now();
        const Recurrence due{
            {id                        },
            {RecurrenceRule::Every::Day, 1, 1, 600, {}},
            OccurrenceAction::Send, {                       },
            now - 1min, {                       }
        };
        ASSERT_TRUE((*session)->recurrences().set(due, now));
    }

    EXPECT_EQ(campaign({u"run"_s, u"--until-idle"_s}).exitCode, 0);
    EXPECT_EQ(campaign({u"run"_s, u"--until-idle"_s}).exitCode, 0);

    const QList<QJsonObject> campaigns = campaign({u"list"_s}).lines();
    ASSERT_EQ(campaigns.size(), 2);
    EXPECT_EQ(campaigns.first()[u"status"_s], u"completed"_s);
    EXPECT_EQ(campaigns.last()[u"status"_s], u"draft"_s);
    EXPECT_EQ(world.posted().size(), 4);
}
