#include "app/appworld.h"

#include "app/workspaceview.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/settingspage.h"

#include <QFile>
#include <QFileDialog>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

void pressInSettings(AppWorld &world, const QString &button)
{
    world.showPlace(u"settings"_s);
    world.awaitPage<SettingsPage>()->showSection(SettingsPage::Section::Data);
    world.click(button);
}

void backUp(AppWorld &world, const QString &path)
{
    pressInSettings(world, u"Back up…"_s);
    world.chooseFile(path);
    ASSERT_TRUE(world.waitFor([&] { return QFile::exists(path) && world.dialog() == nullptr; }));
}

} // namespace

// "I tried something and want everything back as it was this morning."
TEST(BackupTest, aWorkspaceIsBackedUpAndRestoredInTheWindow)
{
    AppWorld world;
    world.startPractice();
    const QString backup = world.filePath(u"morning.fanfare"_s);
    backUp(world, backup);
    world.showPlace(u"campaigns"_s);
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return !world.acceptedNumbers().isEmpty(); }));

    pressInSettings(world, u"Restore a backup…"_s);
    world.chooseFile(backup);
    world.answer(u"Restore"_s);
    world.answer(u"Stop sending and close"_s); // it is on its way

    ASSERT_TRUE(world.waitFor([&] {
        return world.dialog() != nullptr && world.dialog()->windowTitle() == u"The backup is restored"_s;
    }));
    EXPECT_TRUE(world.campaigns(world.practiceFolder()).empty());
    EXPECT_EQ(QDir{world.practiceFolder()}.entryList({u"fanfare-before-restore-*"_s}).size(), 1);
    EXPECT_NE(world.window().view(), nullptr);
}

TEST(BackupTest, aBackupIsWrittenOverWhereAPersonSaidSo)
{
    AppWorld world;
    world.startPractice();
    const QString backup = world.filePath(u"daily.fanfare"_s);
    backUp(world, backup);
    const QDateTime before = QFileInfo{backup}.lastModified();

    pressInSettings(world, u"Back up…"_s);
    ASSERT_TRUE(world.waitFor([&] { return qobject_cast<QFileDialog *>(world.dialog()) != nullptr; }));
    emit qobject_cast<QFileDialog *>(world.dialog())->fileSelected(backup); // as after its own question
    world.dialog()->close();

    EXPECT_TRUE(world.waitFor([&] { return QFileInfo{backup}.lastModified() > before; }));
}

TEST(BackupTest, whatIsNoBackupIsToldAndTheWorkspaceGoesOn)
{
    AppWorld world;
    world.startPractice();
    const QString letter = world.filePath(u"letter.fanfare"_s);
    QFile file{letter};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Dear Ana");
    file.close();

    pressInSettings(world, u"Restore a backup…"_s);
    world.chooseFile(letter);
    world.answer(u"Restore"_s);

    ASSERT_TRUE(world.waitFor([&] {
        return world.dialog() != nullptr && world.dialog()->windowTitle() == u"The backup was not restored"_s;
    }));
    EXPECT_NE(world.window().view(), nullptr);
    EXPECT_TRUE(QDir{world.practiceFolder()}.entryList({u"fanfare-before-restore-*"_s}).isEmpty());
}
