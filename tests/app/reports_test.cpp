#include "app/appworld.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "widgets/controls/datatable.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/settingspage.h"
#include "workspace/reportschedule.h"
#include "workspace/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

void showReports(AppWorld &world)
{
    world.showPlace(u"settings"_s);
    world.awaitPage<SettingsPage>()->showSection(SettingsPage::Section::Reports);
}

std::unique_ptr<Session> sessionOf(AppWorld &world)
{
    return *Session::open(*Workspace::open(world.practiceFolder()));
}

/// The schedule keeps its rhythm.
void letAWeekGoBy(Session &session)
{
    ASSERT_TRUE(execute(session.database(), u"UPDATE campaign SET started_at = started_at - 7 * 86400000"_s));
    const QString stored = **session.settings().value(u"report_schedule"_s);
    QJsonObject json = QJsonDocument::fromJson(stored.toUtf8()).object();
    json[u"done_to"_s] =
        QDate::fromString(json[u"done_to"_s].toString(), Qt::ISODate).addDays(-7).toString(Qt::ISODate);
    ASSERT_TRUE(session.settings().setValue(
        u"report_schedule"_s, QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact))));
}

/// While it may still send.
void openAgain(AppWorld &world)
{
    world.window().close();
    world.answer(u"Stop sending and close"_s);
    ASSERT_TRUE(world.waitFor([&] { return !world.isWindowOpen(); }));
    ASSERT_TRUE(world.closeWindow());
    world.startPractice();
}

/// So many that writing them takes a while.
void addManyPeople(Session &session)
{
    ASSERT_TRUE(execute(session.database(), uR"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
                                                                        WHERE i < 150000)
        INSERT INTO recipient (campaign_id, contact_id, phone, region, name, variables, status)
        SELECT p.campaign_id, p.contact_id, printf('+3461%07d', i), 'ES', 'Somebody', '{}', 'skipped'
        FROM n, (SELECT campaign_id, contact_id FROM recipient LIMIT 1) p)"_s));
    ASSERT_TRUE(execute(session.database(), u"UPDATE campaign_counts SET skipped = skipped + 150000"_s));
}

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

// "My client gets one report of the month, in our name."
TEST(ReportsTest, aReportOfAPeriodIsSavedInTheNameOfTheAgency)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return !world.acceptedNumbers().isEmpty(); }));
    const QString logo = world.filePath(u"logo.png"_s);
    QImage picture{300, 80, QImage::Format_RGB32};
    picture.fill(Qt::darkGreen);
    ASSERT_TRUE(picture.save(logo));
    showReports(world);

    world.type(u"agencyEdit"_s, u"Blue Harbour"_s);
    QTest::keyClick(world.widget<QLineEdit>(u"agencyEdit"_s), Qt::Key_Return);
    world.click(u"logoButton"_s);
    world.chooseFile(logo);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() == nullptr; }));
    world.widget<QDateEdit>(u"reportFrom"_s)->setDate(QDate::currentDate().addDays(-1));
    world.click(u"periodReportButton"_s);
    const QString report = world.filePath(u"month.pdf"_s);
    world.chooseFile(report);

    ASSERT_TRUE(world.waitFor([&] { return QFile::exists(report); }));
    EXPECT_TRUE(contentOf(report).startsWith("%PDF-"));
    EXPECT_TRUE(contentOf(report).contains("/Subtype /Image")) << "the logo";
}

TEST(ReportsTest, aPeriodWithoutCampaignsIsSaidAndLeavesNoFile)
{
    AppWorld world;
    world.startPractice();
    showReports(world);
    world.click(u"periodReportButton"_s);
    const QString report = world.filePath(u"nothing.pdf"_s);

    world.chooseFile(report);

    ASSERT_TRUE(world.waitFor([&] {
        return world.dialog() != nullptr && world.dialog()->windowTitle() == u"The results were not saved"_s;
    }));
    EXPECT_FALSE(QFile::exists(report));
}

// "On Mondays the report of last week lies in the folder of our client."
TEST(ReportsTest, aReportOfEachWeekIsWrittenByItself)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return !world.acceptedNumbers().isEmpty(); }));
    const QString folder = world.filePath(u"client"_s);
    ASSERT_TRUE(QDir{}.mkpath(folder));
    showReports(world);

    auto *every = world.widget<QComboBox>(u"reportEvery"_s);
    every->setCurrentIndex(1);
    emit every->activated(1);
    EXPECT_EQ(every->currentIndex(), 0) << "not before there is a folder";
    world.chooseFile(folder);
    ASSERT_TRUE(world.waitFor([&] { return every->currentIndex() == 1; }));
    world.widget<QCheckBox>(u"reportAsTable"_s)->click();
    world.widget<QCheckBox>(u"marksTables"_s)->click();

    ASSERT_TRUE(
        world.waitFor([&] { return ReportScheduler{*sessionOf(world)}.schedule()->formats.size() == 2; }));
    letAWeekGoBy(*sessionOf(world));
    openAgain(world);

    EXPECT_TRUE(world.waitFor([&] { return QDir{folder}.entryList(QDir::Files).size() == 2; }));
    const QStringList files = QDir{folder}.entryList(QDir::Files, QDir::Name);
    ASSERT_EQ(files.size(), 2);
    EXPECT_TRUE(contentOf(folder + u'/' + files[0])
                    .startsWith("\xEF\xBB\xBF"
                                "phone,"));
    EXPECT_TRUE(contentOf(folder + u'/' + files[1]).startsWith("%PDF-"));
}

// "The report of the week was written just when I needed my list. I stopped it."
TEST(ReportsTest, aReportThatIsWrittenByItselfHoldsUpNothingAndCanBeStopped)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return !world.acceptedNumbers().isEmpty(); }));
    const QString folder = world.filePath(u"client"_s);
    ASSERT_TRUE(QDir{}.mkpath(folder));
    {
        const std::unique_ptr<Session> session = sessionOf(world);
        ASSERT_TRUE(
            ReportScheduler{*session}.set(ReportSchedule::Every::Week, folder, {ReportFormat::Workbook}));
        letAWeekGoBy(*session);
        addManyPeople(*session);
    }
    openAgain(world);
    showReports(world);
    world.widget<QPushButton>(u"stopReportButton"_s); // it is being written

    world.widget<QDateEdit>(u"reportFrom"_s)->setDate(QDate::currentDate());
    world.click(u"periodReportButton"_s);
    const QString report = world.filePath(u"mine.pdf"_s);
    world.chooseFile(report);
    ASSERT_TRUE(world.waitFor([&] {
        return world.dialog() != nullptr && world.dialog()->windowTitle() == u"The results were not saved"_s;
    })) << "no campaign began today, and nothing was waited for to know that";
    auto *stop = world.widget<QPushButton>(u"stopReportButton"_s);
    world.answer(u"Close"_s);
    world.click(u"stopReportButton"_s);

    EXPECT_TRUE(world.waitFor([&] { return !stop->isVisible(); }, 2000));
    EXPECT_EQ(QDir{folder}.entryList(QDir::Files | QDir::Hidden), QStringList{});
    EXPECT_EQ(ReportScheduler{*sessionOf(world)}.schedule()->nextEnd(),
              ReportScheduler{*sessionOf(world)}.schedule()->doneTo->addDays(7))
        << "it is still due";
}

// "Three of the campaigns belong to this client. I mark them, and they become one report."
TEST(ReportsTest, campaignsThatAreMarkedBecomeOneReport)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return !world.acceptedNumbers().isEmpty(); }));
    ASSERT_TRUE(sessionOf(world)->campaignDesk().duplicate(world.onlyCampaign().id));
    world.showPlace(u"campaigns"_s);
    auto *table = world.awaitPage<CampaignsPage>()->findChild<DataTable *>();
    ASSERT_NE(table, nullptr);
    ASSERT_TRUE(world.waitFor([&] { return table->model()->rowCount() == 2; }));

    table->selectAll();
    world.click(u"Export"_s);
    const QString report = world.filePath(u"both.csv"_s);
    world.chooseFile(report);

    ASSERT_TRUE(world.waitFor([&] { return QFile::exists(report); }));
    EXPECT_TRUE(contentOf(report).startsWith("campaign,phone,"));
    for (const Campaign &campaign : world.campaigns(world.practiceFolder()))
        EXPECT_TRUE(contentOf(report).contains('\n' + campaign.name.toUtf8() + ','))
            << qPrintable(campaign.name);
}
