#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

class CampaignContractTest : public testing::Test
{
protected:
    CampaignContractTest() { world.json({u"workspace"_s, u"init"_s, u"--practice"_s}); }

    CliResult create(const QStringList &options) const
    {
        return world.json(QStringList{u"campaign"_s, u"create"_s, u"--name"_s, u"Winter"_s, u"--template"_s,
                                      u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s}
                          + options);
    }

    qint64 draftWithPeople(int people) const
    {
        return world.createCampaign(world.writePeople(people), u"20/s"_s);
    }

    CliWorld world;
};

QString inAnHour()
{
    return QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate);
}

} // namespace

TEST_F(CampaignContractTest, createAnswersIdStatusAndImport)
{
    const CliResult without = create({});
    const CliResult with = create(
        {u"--recipients"_s, world.writePeople(5), u"--map"_s, u"1=package"_s, u"--map"_s, u"2=price"_s});

    EXPECT_EQ(without.json().keys(), (QStringList{u"id"_s, u"import"_s, u"status"_s}));
    EXPECT_TRUE(without.json()[u"import"_s].isNull());
    EXPECT_EQ(with.json()[u"status"_s], u"draft"_s);
    EXPECT_EQ(with.json()[u"import"_s][u"accepted"_s].toInt(), 5);
}

TEST_F(CampaignContractTest, aCampaignHasItsFields)
{
    const qint64 id = draftWithPeople(5);

    const QJsonObject campaign = world.campaign(id);

    for (const QString &field :
         {u"id"_s, u"name"_s, u"status"_s, u"template"_s, u"language"_s, u"created_at"_s, u"scheduled_for"_s,
          u"started_at"_s, u"completed_at"_s, u"rate"_s, u"counts"_s, u"reached"_s, u"delivery_rate"_s,
          u"read_rate"_s, u"response_rate"_s})
        EXPECT_TRUE(campaign.contains(field)) << qPrintable(field);
    EXPECT_EQ(
        campaign[u"counts"_s].toObject().keys(),
        (QStringList{u"delivered"_s, u"failed"_s, u"opted_out"_s, u"pending"_s, u"read"_s, u"responded"_s,
                     u"sending"_s, u"sent"_s, u"skipped"_s, u"total"_s, u"unconfirmed"_s}));
    EXPECT_EQ(campaign[u"reached"_s].toObject().keys(),
              (QStringList{u"delivered"_s, u"read"_s, u"responded"_s, u"sent"_s}));
    EXPECT_EQ(campaign[u"rate"_s], u"20/s"_s);
    EXPECT_TRUE(campaign[u"delivery_rate"_s].isNull());
    EXPECT_TRUE(QDateTime::fromString(campaign[u"created_at"_s].toString(), Qt::ISODateWithMs).isValid());
    EXPECT_TRUE(campaign[u"created_at"_s].toString().endsWith(u'Z'));
}

TEST_F(CampaignContractTest, aRecipientHasItsFieldsAndACursor)
{
    const QString id = QString::number(draftWithPeople(5));

    const QList<QJsonObject> all = world.json({u"campaign"_s, u"recipients"_s, id}).lines();
    const QList<QJsonObject> first =
        world.json({u"campaign"_s, u"recipients"_s, id, u"--limit"_s, u"2"_s}).lines();
    const QList<QJsonObject> rest =
        world.json({u"campaign"_s, u"recipients"_s, id, u"--after"_s, first.last()[u"cursor"_s].toString()})
            .lines();

    ASSERT_EQ(all.size(), 5);
    EXPECT_EQ(all.first().keys(),
              (QStringList{u"attempts"_s, u"cursor"_s, u"delivered_at"_s, u"error"_s, u"failed_at"_s,
                           u"message_id"_s, u"name"_s, u"phone"_s, u"read_at"_s, u"responded_at"_s,
                           u"response"_s, u"sent_at"_s, u"status"_s, u"variables"_s}));
    EXPECT_EQ(all.first()[u"variables"_s].toObject(),
              (QJsonObject{
                  {u"1"_s, u"Lisbon"_s },
                  {u"2"_s, u"100 EUR"_s}
    }));
    EXPECT_EQ(first + rest, all);
}

TEST_F(CampaignContractTest, checkListsWhatStandsInTheWay)
{
    const QString empty = QString::number(create({}).json()[u"id"_s].toInteger());
    const QString full = QString::number(draftWithPeople(40));

    const CliResult blocked = world.json({u"campaign"_s, u"check"_s, empty});
    const CliResult ready = world.json({u"campaign"_s, u"check"_s, full});

    EXPECT_EQ(blocked.exitCode, 0);
    EXPECT_EQ(blocked.json()[u"ready"_s], false);
    EXPECT_EQ(ready.json()[u"ready"_s], true);
    EXPECT_EQ(ready.json().keys(), (QStringList{u"checks"_s, u"estimate"_s, u"ready"_s}));
    EXPECT_EQ(ready.json()[u"checks"_s][0].toObject().keys(),
              (QStringList{u"id"_s, u"level"_s, u"message"_s}));
    EXPECT_EQ(ready.json()[u"estimate"_s].toObject().keys(),
              (QStringList{u"cost"_s, u"ends_at"_s, u"seconds"_s}));
    EXPECT_NEAR(ready.json()[u"estimate"_s][u"seconds"_s].toInt(), 2, 1);
}

TEST_F(CampaignContractTest, whatIsNotReadyIsRefusedWithTheList)
{
    const QString id = QString::number(create({}).json()[u"id"_s].toInteger());

    const CliResult refused = world.json({u"campaign"_s, u"send"_s, id});

    EXPECT_EQ(refused.exitCode, 5);
    EXPECT_EQ(refused.errorKind(), u"not_ready"_s);
    EXPECT_GT(refused.json()[u"error"_s][u"details"_s].toArray().size(), 3);
    EXPECT_EQ(world.campaign(id.toLongLong())[u"status"_s], u"draft"_s);
}

TEST_F(CampaignContractTest, sendWithoutAnEngineCommitsAndSaysHowToStartOne)
{
    const qint64 id = draftWithPeople(3);

    const CliResult sent = world.json({u"campaign"_s, u"send"_s, QString::number(id)});

    EXPECT_EQ(sent.exitCode, 0);
    EXPECT_EQ(sent.json()[u"status"_s], u"sending"_s);
    EXPECT_TRUE(sent.json().contains(u"engine"_s));
    EXPECT_TRUE(sent.json()[u"engine"_s].isNull());
    EXPECT_TRUE(sent.json()[u"message"_s].toString().contains("campaign run"_L1));
    EXPECT_EQ(world.campaign(id)[u"status"_s], u"sending"_s);
}

TEST_F(CampaignContractTest, decisionsFollowTheTableOfStates)
{
    const QString id = QString::number(draftWithPeople(3));
    const auto decide = [&](const QString &what) { return world.json({u"campaign"_s, what, id}); };

    EXPECT_EQ(decide(u"pause"_s).exitCode, 5);
    EXPECT_EQ(decide(u"send"_s).exitCode, 0);
    EXPECT_EQ(decide(u"delete"_s).exitCode, 5);
    EXPECT_EQ(decide(u"pause"_s).json(),
              (QJsonObject{
                  {u"id"_s,     id.toLongLong()},
                  {u"status"_s, u"paused"_s    }
    }));
    const QJsonObject reason = world.campaign(id.toLongLong())[u"reason"_s].toObject();
    EXPECT_EQ(reason.keys(), (QStringList{u"advice"_s, u"code"_s, u"message"_s}));
    EXPECT_EQ(reason[u"code"_s], u"user"_s);
    EXPECT_EQ(decide(u"resume"_s).json()[u"status"_s], u"sending"_s);
    EXPECT_EQ(decide(u"cancel"_s).json()[u"status"_s], u"cancelled"_s);
    const CliResult resumed = decide(u"resume"_s);
    EXPECT_EQ(resumed.exitCode, 5);
    EXPECT_EQ(resumed.errorKind(), u"wrong_state"_s);
    EXPECT_EQ(decide(u"duplicate"_s).json()[u"status"_s], u"draft"_s);
    EXPECT_EQ(decide(u"delete"_s).exitCode, 0);
    EXPECT_EQ(decide(u"show"_s).exitCode, 4);
}

TEST_F(CampaignContractTest, aCampaignIsScheduledMovedAndEdited)
{
    const CliResult created = create({u"--recipients"_s, world.writePeople(3), u"--map"_s, u"1=package"_s,
                                      u"--map"_s, u"2=price"_s, u"--schedule"_s, inAnHour()});
    ASSERT_EQ(created.json()[u"status"_s], u"scheduled"_s);
    const QString id = QString::number(created.json()[u"id"_s].toInteger());

    const CliResult updated =
        world.json({u"campaign"_s, u"update"_s, id, u"--name"_s, u"Spring"_s, u"--rate"_s, u"max"_s});
    const CliResult past = world.json({u"campaign"_s, u"schedule"_s, id, u"2020-01-01T00:00:00Z"_s});

    EXPECT_EQ(updated.exitCode, 0);
    EXPECT_EQ(past.exitCode, 3);
    const QJsonObject campaign = world.campaign(id.toLongLong());
    EXPECT_EQ(campaign[u"status"_s], u"scheduled"_s);
    EXPECT_EQ(campaign[u"name"_s], u"Spring"_s);
    EXPECT_EQ(campaign[u"rate"_s], u"max"_s);
    EXPECT_EQ(world.json({u"campaign"_s, u"list"_s, u"--status"_s, u"scheduled"_s}).lines().size(), 1);
}

TEST_F(CampaignContractTest, anUpdateWithAFileThatCannotBeReadChangesNothing)
{
    const qint64 id = draftWithPeople(3);

    const CliResult failed = world.json({u"campaign"_s, u"update"_s, QString::number(id), u"--name"_s,
                                         u"Other"_s, u"--recipients"_s, world.path(u"absent.csv"_s)});

    EXPECT_EQ(failed.exitCode, 3);
    EXPECT_EQ(world.campaign(id)[u"name"_s], u"Winter"_s);
    EXPECT_EQ(world.count(id, u"total"_s), 3);
}

TEST_F(CampaignContractTest, aScheduleThatIsNotReadyStoresNothing)
{
    const CliResult refused = create({u"--schedule"_s, inAnHour()});

    EXPECT_EQ(refused.exitCode, 5);
    EXPECT_TRUE(world.json({u"campaign"_s, u"list"_s}).lines().isEmpty());
}

TEST_F(CampaignContractTest, wrongValuesOfOptionsAreUsageAndStoreNothing)
{
    for (const QStringList &wrong : {
             QStringList{u"--rate"_s,        u"fast"_s        },
             QStringList{u"--window"_s,      u"9-21"_s        },
             QStringList{u"--days"_s,        u"lun"_s         },
             QStringList{u"--time-zone"_s,   u"Mars/Olympus"_s},
             QStringList{u"--brake"_s,       u"often"_s       },
             QStringList{u"--max-retries"_s, u"many"_s        },
             QStringList{u"--per-day"_s,     u"0"_s           },
             QStringList{u"--default"_s,     u"1"_s           },
             QStringList{u"--schedule"_s,    u"tomorrow"_s    }
    })
        EXPECT_EQ(create(wrong).exitCode, 2) << qPrintable(wrong.join(u' '));
    EXPECT_EQ(create({u"--header-media"_s, world.path(u"absent.jpg"_s)}).exitCode, 3);
    EXPECT_EQ(world
                  .json({u"campaign"_s, u"create"_s, u"--name"_s, u"W"_s, u"--template"_s, u"nothing"_s,
                         u"--language"_s, u"en_US"_s})
                  .exitCode,
              4);
    EXPECT_TRUE(world.json({u"campaign"_s, u"list"_s}).lines().isEmpty());
}

TEST_F(CampaignContractTest, aCampaignIsSpreadOverDays)
{
    const qint64 id = draftWithPeople(5);
    const QString number = QString::number(id);

    EXPECT_EQ(world.campaign(id)[u"per_day"_s], QJsonValue::Null);
    EXPECT_EQ(world.json({u"campaign"_s, u"update"_s, number, u"--per-day"_s, u"2"_s}).exitCode, 0);
    EXPECT_EQ(world.campaign(id)[u"per_day"_s], 2);

    world.json({u"campaign"_s, u"send"_s, number});
    EXPECT_EQ(world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}).exitCode, 0);
    EXPECT_EQ(world.count(id, u"sent"_s), 2);
    EXPECT_EQ(world.count(id, u"pending"_s), 3);

    EXPECT_EQ(world.json({u"campaign"_s, u"update"_s, number, u"--per-day"_s, u"off"_s}).exitCode, 5)
        << "a campaign that is being sent is not changed";
}

TEST_F(CampaignContractTest, statsAndLogTellWhatHappened)
{
    const QString id = QString::number(draftWithPeople(3));
    world.json({u"campaign"_s, u"send"_s, id});

    const CliResult stats = world.json({u"campaign"_s, u"stats"_s, id});
    const QList<QJsonObject> log = world.json({u"campaign"_s, u"log"_s, id}).lines();

    for (const QString &field : {u"counts"_s, u"reached"_s, u"delivery_rate"_s, u"times"_s, u"errors"_s,
                                 u"per_hour"_s, u"delivery"_s, u"meta_totals"_s})
        EXPECT_TRUE(stats.json().contains(field)) << qPrintable(field);
    EXPECT_TRUE(stats.json()[u"meta_totals"_s].isNull()) << "nothing was asked";
    ASSERT_GE(log.size(), 2);
    EXPECT_EQ(log.first().keys(), (QStringList{u"at"_s, u"what"_s}));
}

TEST(CampaignRetryTest, aRetryTakesWhoMayBeTriedAgainAndSaysWhyNotTheOthers)
{
    CliWorld world;
    const QString people = world.writePeople(4);
    const QStringList rows = QString::fromUtf8(world.readFile(people)).split(u'\n');
    const auto phoneIn = [&](int row) { return rows[row].split(u',')[1]; };
    const QString faults =
        world.writeFile(u"faults.json"_s,
                        uR"([{"to": "%1", "times": 1, "then": {"status": 429, "code": 130429}},
             {"to": "%2", "times": 1, "then": {"status": 400, "code": 131049}},
             {"to": "%3", "times": 1, "then": {"status": 400, "code": 131021}}])"_s
                            .arg(phoneIn(1), phoneIn(2), phoneIn(3))
                            .toUtf8());
    world.startSimulator({u"--faults"_s, faults});
    world.connect();
    const qint64 id = world.createCampaign(people, u"20/s"_s);
    const QString number = QString::number(id);
    world.json({u"campaign"_s, u"update"_s, number, u"--max-retries"_s, u"0"_s});
    world.json({u"campaign"_s, u"send"_s, number});
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    ASSERT_EQ(world.count(id, u"failed"_s), 3);

    const QJsonObject retried = world.json({u"campaign"_s, u"retry"_s, number}).json();

    EXPECT_EQ(retried[u"changed"_s], 2);
    EXPECT_EQ(retried[u"held"_s], 1);
    const QDateTime heldUntil = QDateTime::fromString(retried[u"held_until"_s].toString(), Qt::ISODateWithMs);
    EXPECT_NEAR(QDateTime::currentDateTimeUtc().secsTo(heldUntil), 24 * 3600, 120);
    const QJsonArray left = retried[u"not_retried"_s].toArray();
    ASSERT_EQ(left.size(), 1);
    EXPECT_EQ(left[0][u"code"_s], u"131021"_s);
    EXPECT_EQ(left[0][u"count"_s], 1);
    EXPECT_FALSE(left[0][u"message"_s].toString().isEmpty());
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    EXPECT_EQ(world.count(id, u"sent"_s), 2);
    EXPECT_EQ(world.count(id, u"pending"_s), 1) << "not before a day has passed";
    EXPECT_EQ(world.json({u"campaign"_s, u"retry"_s, number}).json()[u"changed"_s], 0);
    const CliResult words =
        world.run({u"--workspace"_s, world.workspace(), u"campaign"_s, u"retry"_s, number});
    EXPECT_TRUE(words.out.contains("same as your sending number")) << words.out.constData();
}

TEST_F(CampaignContractTest, aTestMessageIsOutsideTheStatistics)
{
    const qint64 id = draftWithPeople(3);

    const CliResult test =
        world.json({u"campaign"_s, u"test"_s, QString::number(id), u"--to"_s, u"+34600000999"_s});

    EXPECT_EQ(test.exitCode, 0);
    EXPECT_TRUE(test.json()[u"message_id"_s].toString().startsWith("wamid."_L1));
    EXPECT_EQ(world.count(id, u"total"_s), 3);
    EXPECT_EQ(world.count(id, u"pending"_s), 3);
}

TEST_F(CampaignContractTest, reportsAreWrittenWhole)
{
    const QString id = QString::number(draftWithPeople(3));

    const CliResult csv = world.json(
        {u"report"_s, u"export"_s, id, u"--format"_s, u"csv"_s, u"--output"_s, world.path(u"r.csv"_s)});
    const CliResult pdf = world.json(
        {u"report"_s, u"export"_s, id, u"--format"_s, u"pdf"_s, u"--output"_s, world.path(u"r.pdf"_s)});
    const CliResult unknown = world.json(
        {u"report"_s, u"export"_s, id, u"--format"_s, u"odt"_s, u"--output"_s, world.path(u"r.odt"_s)});

    EXPECT_EQ(csv.json(),
              (QJsonObject{
                  {u"path"_s, world.path(u"r.csv"_s)},
                  {u"rows"_s, 3                     }
    }));
    EXPECT_EQ(world.readFile(world.path(u"r.csv"_s)).count('\n'), 4);
    EXPECT_EQ(pdf.exitCode, 0);
    EXPECT_TRUE(world.readFile(world.path(u"r.pdf"_s)).startsWith("%PDF"));
    EXPECT_EQ(unknown.exitCode, 2);
}
