#include "cli/cliworld.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "workspace/session.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

class ReportContractTest : public ::testing::Test
{
protected:
    ReportContractTest()
    {
        world.startSimulator();
        world.connect();
    }

    /// A campaign to so many people, sent to the end.
    qint64 sentCampaign(int people)
    {
        const qint64 id = world.createCampaign(world.writePeople(people), u"max"_s);
        EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);
        return id;
    }

    /// Where the reports of weeks go, as two kinds of files.
    QString folderOfWeeks(const QString &oneFormat, const QString &otherFormat) const
    {
        const QString folder = world.path(u"client"_s);
        EXPECT_TRUE(QDir{}.mkpath(folder));
        const CliResult scheduled =
            world.json({u"report"_s, u"schedule"_s, u"--every"_s, u"week"_s, u"--folder"_s, folder,
                        u"--format"_s, oneFormat, u"--format"_s, otherFormat});
        EXPECT_EQ(scheduled.exitCode, 0) << scheduled.out.constData();
        return folder;
    }

    /// The schedule keeps its rhythm, and a week goes by.
    void letAWeekGoBy() const
    {
        const Result<Workspace> workspace = Workspace::open(world.workspace());
        ASSERT_TRUE(workspace);
        const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
        ASSERT_TRUE(session);
        ASSERT_TRUE(
            execute((*session)->database(), u"UPDATE campaign SET started_at = started_at - 7 * 86400000"_s));
        const QString stored = **(*session)->settings().value(u"report_schedule"_s);
        QJsonObject json = QJsonDocument::fromJson(stored.toUtf8()).object();
        json[u"done_to"_s] =
            QDate::fromString(json[u"done_to"_s].toString(), Qt::ISODate).addDays(-7).toString(Qt::ISODate);
        ASSERT_TRUE((*session)->settings().setValue(
            u"report_schedule"_s, QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact))));
    }

    CliResult write(const QStringList &what, const QString &format) const
    {
        return world.json(
            QStringList{u"report"_s, u"export"_s} + what
            + QStringList{u"--format"_s, format, u"--output"_s, world.path(u"report."_s + format)});
    }

    CliWorld world;
};

TEST_F(ReportContractTest, campaignsAndPeriodsAreWrittenInEveryFormat)
{
    const QString first = QString::number(sentCampaign(3));
    const QString second = QString::number(sentCampaign(4));
    const QString yesterday = QDate::currentDate().addDays(-1).toString(Qt::ISODate);
    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);

    const CliResult one = write({first}, u"csv"_s);
    const CliResult both = write({first, second}, u"xlsx"_s);
    const CliResult period = write({u"--from"_s, yesterday, u"--to"_s, tomorrow}, u"pdf"_s);

    EXPECT_EQ(one.json()[u"rows"], 3) << one.out.constData() << one.err.constData();
    EXPECT_EQ(both.json()[u"rows"], 7) << both.out.constData() << both.err.constData();
    EXPECT_EQ(period.json()[u"rows"], 7) << period.out.constData() << period.err.constData();
    EXPECT_TRUE(world.readFile(world.path(u"report.csv"_s)).startsWith("phone,"));
    EXPECT_TRUE(world.readFile(world.path(u"report.xlsx"_s)).startsWith("PK"));
    EXPECT_TRUE(world.readFile(world.path(u"report.pdf"_s)).startsWith("%PDF-"));
}

TEST_F(ReportContractTest, whatCannotBeReportedIsSaidByItsKind)
{
    const QString id = QString::number(sentCampaign(1));

    EXPECT_EQ(write({}, u"csv"_s).exitCode, 2);
    EXPECT_EQ(write({id, u"--from"_s, u"2026-01-01"_s, u"--to"_s, u"2026-01-31"_s}, u"csv"_s).exitCode, 2);
    EXPECT_EQ(write({u"--from"_s, u"January"_s, u"--to"_s, u"2026-01-31"_s}, u"csv"_s).exitCode, 2);
    EXPECT_EQ(write({u"--from"_s, u"2026-02-01"_s, u"--to"_s, u"2026-01-31"_s}, u"csv"_s).exitCode, 2);
    EXPECT_EQ(write({id}, u"docx"_s).exitCode, 2);
    EXPECT_EQ(write({u"4711"_s}, u"csv"_s).exitCode, 4);
    EXPECT_EQ(write({u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2020-01-31"_s}, u"xlsx"_s).exitCode, 4);
    EXPECT_FALSE(QFile::exists(world.path(u"report.xlsx"_s)));
}

TEST_F(ReportContractTest, theLookOfReportsIsChangedPieceByPiece)
{
    const CliResult changed =
        world.json({u"report"_s, u"look"_s, u"--agency"_s, u"Blue Harbour"_s, u"--colour"_s, u"#0D4A22"_s});
    const CliResult paper = world.json({u"report"_s, u"look"_s, u"--paper"_s, u"letter"_s});

    EXPECT_EQ(changed.json()[u"colour"], u"#0d4a22"_s) << changed.out.constData();
    EXPECT_EQ(paper.json()[u"agency"], u"Blue Harbour"_s);
    EXPECT_EQ(paper.json()[u"paper"], u"letter"_s);
    EXPECT_EQ(world.json({u"report"_s, u"look"_s, u"--colour"_s, u"green"_s}).exitCode, 2);
    EXPECT_EQ(
        world.json({u"report"_s, u"look"_s, u"--logo"_s, world.writeFile(u"a.txt"_s, "no picture")}).exitCode,
        3);
}

TEST_F(ReportContractTest, statisticsTellTheSpreadAndWhatWasChargedFor)
{
    const qint64 id = sentCampaign(5);

    const QJsonObject statistics = world.json({u"campaign"_s, u"stats"_s, QString::number(id)}).json();

    EXPECT_TRUE(statistics[u"prices"].isArray());
    EXPECT_TRUE(statistics[u"times"].toObject().contains(u"to_deliver"_s));
    EXPECT_EQ(statistics[u"reached"].toObject()[u"sent"], 5);
}

TEST_F(ReportContractTest, statisticsForPeopleTellEachHour)
{
    const qint64 id = sentCampaign(5);

    const QByteArray told =
        world.run({u"--workspace"_s, world.workspace(), u"campaign"_s, u"stats"_s, QString::number(id)}).out;

    const qsizetype hours = told.indexOf("Hour from");
    ASSERT_GE(hours, 0) << told.constData();
    const QString line = QString::fromUtf8(told.mid(hours)).section(u'\n', 1, 1).simplified();
    EXPECT_TRUE(line.contains(u":00 5 0 0 0 0"_s) || line.contains(u":30 5 0 0 0 0"_s)) << told.constData();
}

TEST_F(ReportContractTest, reportsOfWeeksAreScheduledAndWrittenWhenDue)
{
    sentCampaign(2);
    const QString folder = world.path(u"client"_s);
    ASSERT_TRUE(QDir{}.mkpath(folder));
    const CliResult none = world.json({u"report"_s, u"schedule"_s});
    const CliResult weekly = world.json({u"report"_s, u"schedule"_s, u"--every"_s, u"week"_s, u"--folder"_s,
                                         folder, u"--format"_s, u"csv"_s, u"--format"_s, u"pdf"_s});
    const CliResult due = world.json({u"report"_s, u"due"_s});

    EXPECT_EQ(none.json()[u"every"], u"never"_s) << none.out.constData() << none.err.constData();
    EXPECT_TRUE(none.json()[u"next_end"].isNull());
    EXPECT_EQ(weekly.json()[u"folder"], folder) << weekly.out.constData() << weekly.err.constData();
    EXPECT_EQ(weekly.json()[u"formats"].toArray().size(), 2);
    const QDate today = QDate::currentDate();
    EXPECT_EQ(weekly.json()[u"next_end"], today.addDays(7 - today.dayOfWeek()).toString(Qt::ISODate));
    EXPECT_EQ(due.exitCode, 0) << due.err.constData();
    EXPECT_TRUE(due.json()[u"written"].toArray().isEmpty()) << "this week is not over";
    EXPECT_EQ(world.json({u"report"_s, u"schedule"_s, u"--every"_s, u"day"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"report"_s, u"schedule"_s, u"--format"_s, u"docx"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"report"_s, u"schedule"_s, u"--folder"_s, world.path(u"nowhere"_s)}).exitCode, 3);
    EXPECT_EQ(world.json({u"report"_s, u"schedule"_s, u"--every"_s, u"never"_s}).json()[u"every"],
              u"never"_s);
}

TEST_F(ReportContractTest, onlyAPdfThatIsDueTakesFontsAndPainting)
{
    sentCampaign(2);
    const QString folder = folderOfWeeks(u"csv"_s, u"pdf"_s);
    world.setEnvironment(u"QT_DEBUG_PLUGINS"_s, u"1"_s);
    const auto paints = [](const CliResult &result) { return result.err.contains("qoffscreen"); };

    const CliResult nothing = world.json({u"report"_s, u"due"_s});
    letAWeekGoBy();
    const CliResult both = world.json({u"report"_s, u"due"_s});

    EXPECT_FALSE(paints(nothing)) << nothing.err.constData();
    EXPECT_TRUE(paints(both)) << both.err.constData();
    EXPECT_EQ(both.json()[u"written"].toArray().size(), 2) << both.out.constData();
}

// "Cron tells me that one file is missing, and which ones are there."
TEST_F(ReportContractTest, whatWasWrittenIsSaidWhereTheRestCouldNotBe)
{
    sentCampaign(2);
    const QString folder = folderOfWeeks(u"xlsx"_s, u"csv"_s);
    letAWeekGoBy();
    const QDate today = QDate::currentDate();
    const QDate monday = today.addDays(1 - today.dayOfWeek() - 7);
    const QString name =
        u"/Campaigns %1 to %2."_s.arg(monday.toString(Qt::ISODate), monday.addDays(6).toString(Qt::ISODate));
    ASSERT_TRUE(QDir{}.mkpath(folder + name + u"xlsx"_s));

    const CliResult partly = world.json({u"report"_s, u"due"_s});
    ASSERT_TRUE(QDir{}.rmdir(folder + name + u"xlsx"_s));
    const CliResult rest = world.json({u"report"_s, u"due"_s});

    EXPECT_EQ(partly.exitCode, 3);
    const QJsonObject details = partly.json()[u"error"][u"details"].toObject();
    ASSERT_EQ(details[u"written"].toArray().size(), 1) << partly.out.constData() << partly.err.constData();
    EXPECT_EQ(details[u"written"][0][u"path"], folder + name + u"csv"_s);
    EXPECT_EQ(rest.exitCode, 0);
    ASSERT_EQ(rest.json()[u"written"].toArray().size(), 1) << rest.out.constData();
    EXPECT_EQ(rest.json()[u"written"][0][u"path"], folder + name + u"xlsx"_s);
}

TEST_F(ReportContractTest, everyFileHasTheRightsOfAnOrdinaryOne)
{
    const QString id = QString::number(sentCampaign(1));
    const auto rightsOf = [&](const QString &name) { return QFileInfo{world.path(name)}.permissions(); };
    QFile::remove(world.path(u"ordinary"_s));
    world.writeFile(u"ordinary"_s, "text");

    for (const QString &format : {u"csv"_s, u"xlsx"_s, u"pdf"_s}) {
        ASSERT_EQ(write({id}, format).exitCode, 0);
        EXPECT_EQ(rightsOf(u"report."_s + format), rightsOf(u"ordinary"_s)) << qPrintable(format);
    }
}
