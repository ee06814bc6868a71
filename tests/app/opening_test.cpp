#include "app/appworld.h"

#include "app/workspaceview.h"
#include "storage/database.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/firststartpage.h"
#include "workspace/enginelock.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// All words that are on screen.
QString wordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
    }
    return words.join(u'\n');
}

Workspace makePractice(const QString &folder)
{
    return *Workspace::create(folder, Workspace::Purpose::Practice, SystemClock{});
}

} // namespace

TEST(OpeningTest, aDamagedDatabaseIsNamedAndLeftAsItIs)
{
    AppWorld world;
    QDir{}.mkpath(world.ownFolder());
    const QString path = world.ownFolder() + u"/fanfare.sqlite"_s;
    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("This is no database at all, but somebody may still want it back.");
    file.close();
    const QByteArray before = contentOf(path);
    world.makeWindow();
    QSignalSpy refused{&world.window(), &FanfareWindow::couldNotOpen};

    world.window().openOrMake(world.ownFolder(), Workspace::Purpose::Real);

    ASSERT_TRUE(world.waitFor([&] { return refused.count() == 1; }));
    EXPECT_TRUE(wordsOf(world.window()).contains(path)) << qPrintable(wordsOf(world.window()));
    EXPECT_EQ(contentOf(path), before);
    EXPECT_EQ(QDir{world.ownFolder()}.entryList(QDir::Files), QStringList{u"fanfare.sqlite"_s});
    world.click(u"Try again"_s);
    EXPECT_TRUE(world.waitFor([&] { return refused.count() == 2; }));
}

TEST(OpeningTest, aDatabaseOfANewerFanfareIsRefusedPolitely)
{
    AppWorld world;
    const Workspace workspace = makePractice(world.practiceFolder());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(workspace.databasePath());
        ASSERT_TRUE(database.open());
        ASSERT_TRUE(QSqlQuery{database}.exec(u"PRAGMA user_version = 9999"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    world.makeWindow();
    QSignalSpy refused{&world.window(), &FanfareWindow::couldNotOpen};

    world.window().openOrMake(world.practiceFolder(), Workspace::Purpose::Practice);

    ASSERT_TRUE(world.waitFor([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused.first().first().value<Error>().code, u"newer_database"_s);
    EXPECT_TRUE(wordsOf(world.window()).contains(world.practiceFolder()));
    EXPECT_EQ(world.window().view(), nullptr);
}

TEST(OpeningTest, aWorkspaceForRealPeopleIsNotOpenedForPractice)
{
    AppWorld world;
    ASSERT_TRUE(Workspace::create(world.ownFolder(), Workspace::Purpose::Real, SystemClock{}));
    world.makeWindow();
    QSignalSpy refused{&world.window(), &FanfareWindow::couldNotOpen};

    world.window().openOrMake(world.ownFolder(), Workspace::Purpose::Practice);

    ASSERT_TRUE(world.waitFor([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused.first().first().value<Error>().code, u"not_practice"_s);
}

TEST(OpeningTest, theWorkspaceOfLastTimeIsOpenedAgain)
{
    AppWorld world;
    world.startPractice();
    ASSERT_TRUE(world.closeWindow());

    world.start();

    EXPECT_TRUE(world.window().view()->workspace().isPractice());
}

TEST(OpeningTest, thePersonGoesBetweenPracticeAndTheirOwnWorkspace)
{
    AppWorld world;
    world.startPractice();

    world.chooseWorkspace(u"My workspace"_s);

    world.awaitPage<FirstStartPage>();
    EXPECT_FALSE(world.window().view()->workspace().isPractice());
    world.chooseWorkspace(u"Practice"_s);
    world.awaitPage<CampaignsPage>();
    EXPECT_TRUE(world.window().view()->workspace().isPractice());
}

TEST(OpeningTest, theWindowFollowsAnotherProgramAndTakesOverWhenItEnds)
{
    AppWorld world;
    const Workspace workspace = makePractice(world.practiceFolder());
    Result<std::unique_ptr<EngineLock>> other =
        EngineLock::acquire(workspace.path(), u"fanfare-cli"_s, SystemClock{}.now());
    ASSERT_TRUE(other);

    world.startPractice();

    auto *banner = world.window().findChild<Banner *>(u"engineBanner"_s);
    ASSERT_NE(banner, nullptr);
    ASSERT_TRUE(world.waitFor([&] { return banner->isVisible(); }));
    EXPECT_TRUE(wordsOf(*banner).contains(u"fanfare-cli"_s)) << qPrintable(wordsOf(*banner));
    other->reset();
    EXPECT_TRUE(world.waitFor([&] { return !banner->isVisible(); }));
    EXPECT_EQ(EngineLock::holder(workspace.path())->program, u"fanfare"_s);
}

TEST(OpeningTest, whatSomebodyElseWritesToForLongSendsByItselfOnceItIsFree)
{
    AppWorld world;
    const Result<Workspace> workspace =
        Workspace::create(world.ownFolder(), Workspace::Purpose::Real, SystemClock{});
    ASSERT_TRUE(workspace);
    const Result<std::unique_ptr<Database>> elsewhere = Database::open(workspace->databasePath());
    ASSERT_TRUE(elsewhere);
    std::optional<Transaction> longWrite;
    longWrite.emplace(**elsewhere, Transaction::Kind::Write);
    ASSERT_TRUE(longWrite->begin());
    world.makeWindow();

    world.window().openExisting(workspace->path());
    ASSERT_TRUE(world.waitFor([&] { return world.window().view() != nullptr; }));
    auto *banner = world.window().findChild<Banner *>(u"engineBanner"_s);
    ASSERT_TRUE(world.waitFor([&] { return banner->isVisible(); }));
    EXPECT_FALSE(EngineLock::holder(workspace->path()).has_value());
    longWrite.reset();

    EXPECT_TRUE(world.waitFor([&] { return !banner->isVisible(); }));
    EXPECT_TRUE(EngineLock::holder(workspace->path()).has_value());
}

TEST(OpeningTest, aCopiedWorkspaceSendsOnlyOnAPersonsWord)
{
    AppWorld world;
    const Result<Workspace> original =
        Workspace::create(world.ownFolder(), Workspace::Purpose::Real, SystemClock{});
    ASSERT_TRUE(original);
    const QString copy = world.filePath(u"copy"_s);
    ASSERT_TRUE(QDir{}.mkpath(copy));
    for (const QFileInfo &file : QDir{original->path()}.entryInfoList(QDir::Files))
        ASSERT_TRUE(QFile::copy(file.filePath(), copy + u'/' + file.fileName()));
    world.makeWindow();

    world.window().openExisting(copy);

    ASSERT_TRUE(world.waitFor([&] { return world.window().view() != nullptr; }));
    auto *banner = world.window().findChild<Banner *>(u"engineBanner"_s);
    ASSERT_TRUE(world.waitFor([&] { return banner->isVisible(); }));
    EXPECT_FALSE(EngineLock::holder(copy).has_value());
    world.click(u"Send from here…"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; })) << "nobody is told what it risks";
    EXPECT_TRUE(wordsOf(*world.dialog()).contains(u"twice"_s)) << qPrintable(wordsOf(*world.dialog()));
    world.answer(u"Not now"_s);
    EXPECT_FALSE(EngineLock::holder(copy).has_value());

    world.click(u"Send from here…"_s);
    world.answer(u"Send from here"_s);
    EXPECT_TRUE(world.waitFor([&] { return !banner->isVisible(); }));
    EXPECT_TRUE(EngineLock::holder(copy).has_value());
}
