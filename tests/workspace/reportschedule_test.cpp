#include "workspace/reportschedule.h"

#include "workspace/world.h"

#include "storage/sql.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

using Every = ReportSchedule::Every;

QDate day(const char *text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

/// It is Wednesday, 18 November 2026, and a campaign began today.
class ReportScheduleTest : public ::testing::Test
{
protected:
    ReportScheduleTest()
    {
        startedCampaign(4);
        EXPECT_TRUE(m_world.session().settings().setValue(u"time_zone"_s, u"Asia/Kolkata"_s));
        EXPECT_TRUE(QDir{}.mkpath(folder()));
    }

    CampaignId startedCampaign(int people)
    {
        const CampaignId id = m_world.draft(people);
        EXPECT_TRUE(execute(
            m_world.session().database(),
            u"UPDATE campaign SET state = 'sending', started_at = 1795000000000 WHERE id = ?"_s, {id.value}));
        return id;
    }

    QString folder() const { return m_world.path(u"reports"_s); }
    QStringList files() const { return QDir{folder()}.entryList(QDir::Files, QDir::Name); }

    ReportSchedule schedule() { return *m_scheduler.schedule(); }

    World m_world;
    ReportScheduler m_scheduler{m_world.session()};
};

} // namespace

TEST(DuePeriodsTest, aWeekIsReportedWhenItIsOver)
{
    const ReportSchedule weekly{
        .every = Every::Week, .folder = {}, .doneTo = day("2026-11-15"), .problem = {}};

    EXPECT_THAT(duePeriods(weekly, day("2026-11-22")), IsEmpty()) << "Sunday is not over";
    EXPECT_THAT(duePeriods(weekly, day("2026-11-23")),
                ElementsAre(ReportPeriod{day("2026-11-16"), day("2026-11-22")}));
    EXPECT_THAT(duePeriods(weekly, day("2026-12-07")), SizeIs(3)) << "after three weeks off";
    EXPECT_EQ(weekly.nextEnd(), day("2026-11-22"));
}

TEST(DuePeriodsTest, monthsAreAsLongAsTheyAre)
{
    const ReportSchedule monthly{
        .every = Every::Month, .folder = {}, .doneTo = day("2027-12-31"), .problem = {}};

    EXPECT_THAT(duePeriods(monthly, day("2028-03-01")),
                ElementsAre(ReportPeriod{day("2028-01-01"), day("2028-01-31")},
                            ReportPeriod{day("2028-02-01"), day("2028-02-29")}));
    EXPECT_THAT(duePeriods({}, day("2028-03-01")), IsEmpty());
}

// "Every Monday the report of last week lies in our client's folder."
TEST_F(ReportScheduleTest, theReportOfAWeekIsWrittenOnceWhenItIsOver)
{
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv, ReportFormat::Workbook}));
    EXPECT_THAT(m_scheduler.writeDue()->files, IsEmpty());

    m_world.clock().jumpWallClock(96h); // Sunday evening here, Sunday in Kolkata
    EXPECT_THAT(m_scheduler.writeDue()->files, IsEmpty());
    m_world.clock().jumpWallClock(8h); // still Sunday in London, Monday in Kolkata
    const Result<ScheduledReports> written = m_scheduler.writeDue();

    ASSERT_TRUE(written);
    EXPECT_THAT(written->files, SizeIs(2));
    EXPECT_EQ(written->files[0].report.rows, 4);
    EXPECT_EQ(files(),
              QStringList({u"Campaigns 2026-11-16 to 2026-11-22.csv"_s,
                           u"Campaigns 2026-11-16 to 2026-11-22.xlsx"_s}));
    EXPECT_THAT(m_scheduler.writeDue()->files, IsEmpty()) << "once";
    EXPECT_EQ(schedule().nextEnd(), day("2026-11-29"));
}

TEST_F(ReportScheduleTest, weeksWithoutCampaignsAreSaidAndLeaveNoFile)
{
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv}));
    m_world.clock().jumpWallClock(24h * 21);

    const Result<ScheduledReports> written = m_scheduler.writeDue();

    ASSERT_TRUE(written);
    EXPECT_THAT(written->files, SizeIs(1));
    EXPECT_THAT(written->empty,
                ElementsAre(ReportPeriod{day("2026-11-23"), day("2026-11-29")},
                            ReportPeriod{day("2026-11-30"), day("2026-12-06")}));
    EXPECT_EQ(files().size(), 1);
}

TEST_F(ReportScheduleTest, aFolderThatIsGoneIsSaidAndTheReportComesLater)
{
    ASSERT_TRUE(m_scheduler.set(Every::Month, folder(), {ReportFormat::Csv}));
    ASSERT_TRUE(QDir{folder()}.removeRecursively());
    m_world.clock().jumpWallClock(24h * 14);

    const Result<ScheduledReports> failed = m_scheduler.writeDue();
    ASSERT_TRUE(failed);
    EXPECT_TRUE(failed->problem);
    EXPECT_THAT(failed->files, IsEmpty());
    EXPECT_FALSE(schedule().problem.isEmpty());

    ASSERT_TRUE(QDir{}.mkpath(folder()));
    EXPECT_THAT(m_scheduler.writeDue()->files, SizeIs(1));
    EXPECT_TRUE(schedule().problem.isEmpty());
    EXPECT_EQ(files(), QStringList{u"Campaigns 2026-11-01 to 2026-11-30.csv"_s});
}

// "The workbook could not be written because I had it open. The table I had edited already must stay."
TEST_F(ReportScheduleTest, whatIsWrittenStaysAndOnlyTheRestIsTriedAgain)
{
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Workbook, ReportFormat::Csv}));
    const QString table = folder() + u"/Campaigns 2026-11-16 to 2026-11-22.csv"_s;
    const QString inTheWay = folder() + u"/Campaigns 2026-11-16 to 2026-11-22.xlsx"_s;
    ASSERT_TRUE(QDir{}.mkpath(inTheWay));
    m_world.clock().jumpWallClock(24h * 7);

    const Result<ScheduledReports> first = m_scheduler.writeDue();

    ASSERT_TRUE(first);
    ASSERT_TRUE(first->problem);
    ASSERT_THAT(first->files, SizeIs(1));
    EXPECT_EQ(first->files[0].report.path, table);
    EXPECT_THAT(schedule().written, ElementsAre(ReportFormat::Csv));
    EXPECT_EQ(schedule().nextEnd(), day("2026-11-22"));

    QFile edited{table};
    ASSERT_TRUE(edited.open(QIODevice::WriteOnly));
    edited.write("edited");
    edited.close();
    ASSERT_TRUE(QDir{}.rmdir(inTheWay));
    const Result<ScheduledReports> second = m_scheduler.writeDue();

    ASSERT_TRUE(second);
    EXPECT_FALSE(second->problem);
    ASSERT_THAT(second->files, SizeIs(1));
    EXPECT_EQ(second->files[0].report.path, inTheWay);
    EXPECT_EQ(QFile{table}.size(), 6);
    EXPECT_THAT(schedule().written, IsEmpty());
    EXPECT_TRUE(schedule().problem.isEmpty());
    EXPECT_EQ(schedule().nextEnd(), day("2026-11-29"));
}

TEST_F(ReportScheduleTest, theFilesOfAPeriodTellOneMoment)
{
    const CampaignId many = startedCampaign(2500);
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv, ReportFormat::Workbook}));
    m_world.clock().jumpWallClock(24h * 7);
    const Result<std::unique_ptr<Session>> another = Session::open(m_world.workspace());
    ASSERT_TRUE(another);

    const Result<ScheduledReports> written = m_scheduler.writeDue({}, [&](qint64, qint64) {
        EXPECT_TRUE(execute((*another)->database(),
                            u"DELETE FROM recipient WHERE campaign_id = ? AND phone LIKE '%7'"_s,
                            {many.value}));
    });

    ASSERT_TRUE(written);
    ASSERT_THAT(written->files, SizeIs(2));
    EXPECT_EQ(written->files[0].report.rows, 2504);
    EXPECT_EQ(written->files[1].report.rows, 2504);
}

TEST_F(ReportScheduleTest, aReportThatIsCancelledIsStillDue)
{
    startedCampaign(2500);
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv}));
    m_world.clock().jumpWallClock(24h * 7);
    CancelToken cancel;

    const Result<ScheduledReports> cancelled =
        m_scheduler.writeDue(cancel, [&](qint64, qint64) { cancel.cancel(); });

    ASSERT_TRUE(cancelled);
    EXPECT_THAT(cancelled->files, IsEmpty());
    EXPECT_FALSE(cancelled->problem);
    EXPECT_EQ(files(), QStringList{});
    EXPECT_THAT(m_scheduler.writeDue()->files, SizeIs(1));
}

TEST_F(ReportScheduleTest, aKindOfFileThatIsNotKnownBecomesAPdfAndNoneIsThereTwice)
{
    const auto formatsOf = [&](const QString &stored) {
        EXPECT_TRUE(m_world.session().settings().setValue(u"report_schedule"_s, stored));
        return schedule().formats;
    };

    EXPECT_THAT(formatsOf(uR"({"every":"week","formats":["docx"]})"_s), ElementsAre(ReportFormat::Pdf));
    EXPECT_THAT(formatsOf(uR"({"every":"week","formats":[]})"_s), ElementsAre(ReportFormat::Pdf));
    EXPECT_THAT(formatsOf(uR"({"every":"week"})"_s), ElementsAre(ReportFormat::Pdf));
    EXPECT_THAT(formatsOf(uR"({"every":"week","formats":["csv","docx","csv"]})"_s),
                ElementsAre(ReportFormat::Csv, ReportFormat::Pdf));
    const Result<ReportSchedule> set =
        m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv, ReportFormat::Csv});
    ASSERT_TRUE(set);
    EXPECT_THAT(set->formats, ElementsAre(ReportFormat::Csv));
    EXPECT_EQ(*set, schedule());
}

TEST_F(ReportScheduleTest, whetherSomethingIsPaintedIsKnownBefore)
{
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv, ReportFormat::Pdf}));
    EXPECT_FALSE(*m_scheduler.isPdfDue());
    m_world.clock().jumpWallClock(24h * 7);
    EXPECT_TRUE(*m_scheduler.isPdfDue());

    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv}));
    EXPECT_FALSE(*m_scheduler.isPdfDue());
}

TEST_F(ReportScheduleTest, whoChangesTheScheduleWhileAReportIsWrittenIsObeyed)
{
    startedCampaign(2500);
    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Csv}));
    m_world.clock().jumpWallClock(24h * 21);
    const Result<std::unique_ptr<Session>> another = Session::open(m_world.workspace());
    ASSERT_TRUE(another);
    int asked = 0;

    const Result<ScheduledReports> written = m_scheduler.writeDue({}, [&](qint64, qint64) {
        if (asked++ > 0)
            return;
        EXPECT_TRUE(ReportScheduler{**another}.set(Every::Never, folder(), {ReportFormat::Csv}));
    });

    ASSERT_TRUE(written);
    EXPECT_GT(asked, 0);
    EXPECT_EQ(schedule().every, Every::Never);
    EXPECT_THAT(written->empty, IsEmpty()) << "the weeks after it are nobody's wish any more";
}

TEST_F(ReportScheduleTest, aScheduleNeedsAFolderAndAKindOfFile)
{
    EXPECT_EQ(m_scheduler.set(Every::Week, m_world.path(u"nowhere"_s), {ReportFormat::Pdf}).error().code,
              u"no_folder"_s);
    EXPECT_EQ(m_scheduler.set(Every::Week, {}, {ReportFormat::Pdf}).error().code, u"no_folder"_s);
    EXPECT_EQ(m_scheduler.set(Every::Week, folder(), {}).error().code, u"no_format"_s);
    EXPECT_EQ(schedule(), ReportSchedule{});

    ASSERT_TRUE(m_scheduler.set(Every::Week, folder(), {ReportFormat::Pdf}));
    ASSERT_TRUE(m_scheduler.set(Every::Never, folder(), {ReportFormat::Pdf}));
    m_world.clock().jumpWallClock(24h * 21);
    EXPECT_THAT(m_scheduler.writeDue()->files, IsEmpty());
}
