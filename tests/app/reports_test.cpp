#include "app/appworld.h"

#include "widgets/pages/settingspage.h"

#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

void chooseFile(AppWorld &world, const QString &path)
{
    ASSERT_TRUE(world.waitFor([&] { return qobject_cast<QFileDialog *>(world.dialog()) != nullptr; }));
    auto *field = world.dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s);
    ASSERT_NE(field, nullptr);
    field->setText(path);
    QTest::keyClick(field, Qt::Key_Return);
}

void showReports(AppWorld &world)
{
    world.showPlace(u"settings"_s);
    world.awaitPage<SettingsPage>()->showSection(SettingsPage::Section::Reports);
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
    chooseFile(world, logo);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() == nullptr; }));
    world.widget<QDateEdit>(u"reportFrom"_s)->setDate(QDate::currentDate().addDays(-1));
    world.click(u"periodReportButton"_s);
    const QString report = world.filePath(u"month.pdf"_s);
    chooseFile(world, report);

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

    chooseFile(world, report);

    ASSERT_TRUE(world.waitFor([&] {
        return world.dialog() != nullptr && world.dialog()->windowTitle() == u"The results were not saved"_s;
    }));
    EXPECT_FALSE(QFile::exists(report));
}
