#include "cli/cliworld.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

class AnalyticsContractTest : public ::testing::Test
{
protected:
    AnalyticsContractTest()
    {
        world.startSimulator();
        world.connect();
    }

    void sendTo(int people)
    {
        const qint64 id = world.createCampaign(world.writePeople(people), u"max"_s);
        ASSERT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);
    }

    CliWorld world;
};

TEST_F(AnalyticsContractTest, showTellsTheFiguresOfThePage)
{
    sendTo(5);
    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);

    const QJsonObject all =
        world.json({u"analytics"_s, u"show"_s, u"--to"_s, tomorrow, u"--by"_s, u"week"_s}).json();

    EXPECT_EQ(all[u"totals"_s][u"sent"_s], 5);
    EXPECT_EQ(all[u"to"_s], tomorrow);
    EXPECT_EQ(all[u"by"_s], u"week"_s);
    EXPECT_EQ(all[u"templates"_s].toArray().size(), 1);
    EXPECT_EQ(all[u"templates"_s][0][u"read_interval"_s][u"enough"_s], false);
    EXPECT_EQ(all[u"campaigns"_s][0][u"sent"_s], 5);
    EXPECT_EQ(all[u"limit"_s][u"busiest_24_hours"_s], 5);
    EXPECT_EQ(all[u"opt_outs"_s][u"light"_s], u"too_few"_s);
    EXPECT_TRUE(all[u"best_times"_s][u"best"_s].isNull());
    int inTrend = 0;
    for (const QJsonValue &step : all[u"trend"_s].toArray())
        inTrend += step[u"sent"_s].toInt();
    EXPECT_EQ(inTrend, 5);
    EXPECT_EQ(
        world.json({u"analytics"_s, u"show"_s, u"--to"_s, u"2020-01-31"_s}).json()[u"totals"_s][u"sent"_s],
        0);
}

TEST_F(AnalyticsContractTest, exportWritesATableIntoEachFile)
{
    sendTo(3);
    const QString folder = world.path(u"tables"_s);

    const CliResult written = world.json({u"analytics"_s, u"export"_s, u"--output"_s, folder});

    EXPECT_EQ(written.json()[u"paths"_s].toArray().size(), 7) << written.out.constData();
    EXPECT_TRUE(world.readFile(folder + u"/templates.csv"_s).startsWith("template,language,tried,sent,"));
    EXPECT_EQ(world.readFile(folder + u"/campaigns.csv"_s).count("\r\n"), 2);
    EXPECT_TRUE(
        world.readFile(folder + u"/costs.csv"_s).startsWith("currency,country,category,messages,amount\r\n"));
}

TEST_F(AnalyticsContractTest, whatIsNotThereIsNotFoundAndWhatIsNoDayIsWrongUsage)
{
    const auto show = [&](const QStringList &options) {
        return world.json(QStringList{u"analytics"_s, u"show"_s} + options).exitCode;
    };

    EXPECT_EQ(show({u"--tag"_s, u"vip"_s}), 4);
    EXPECT_EQ(show({u"--template"_s, u"nothing"_s}), 4);
    EXPECT_EQ(show({u"--account"_s, u"99"_s}), 4);
    EXPECT_EQ(show({u"--from"_s, u"yesterday"_s}), 2);
    EXPECT_EQ(show({u"--by"_s, u"year"_s}), 2);
    EXPECT_EQ(show({u"--from"_s, u"2026-02-02"_s, u"--to"_s, u"2026-02-01"_s}), 3);
    EXPECT_EQ(show({}), 0) << "nothing was sent yet";
}

TEST_F(AnalyticsContractTest, peopleReadTheSameInTables)
{
    sendTo(5);

    const CliResult said = world.run({u"--workspace"_s, world.workspace(), u"analytics"_s, u"show"_s});

    EXPECT_EQ(said.exitCode, 0);
    EXPECT_TRUE(said.out.contains("too few to tell") || said.out.contains("–")) << said.out.constData();
    EXPECT_TRUE(said.out.contains("Too few people for a best time.")) << said.out.constData();
}
