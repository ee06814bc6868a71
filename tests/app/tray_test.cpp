#include "app/appworld.h"
#include "app/trayplace.h"
#include "app/workspaceview.h"
#include "widgets/pages/campaignspage.h"

#include <QDialog>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A desktop's tray that can be there or not.
class FakeTray : public TrayPlace
{
public:
    bool isAvailable() const override { return available; }
    void show() override { isShown = true; }
    void hide() override { isShown = false; }
    void notify(const QString &title, const QString &words) override { said << title + u": "_s + words; }

    bool available = true;
    bool isShown = false;
    QStringList said;
};

/// A practice campaign is on its way, on a desktop with a tray.
class TrayTest : public testing::Test
{
protected:
    TrayTest()
    {
        world.useTray(tray);
        world.startPractice();
        world.sendPracticeCampaign();
    }

    bool hasSentMoreThan(qsizetype people)
    {
        return world.waitFor([&] { return world.acceptedNumbers().size() > people; });
    }

    void closeAndKeepSending()
    {
        ASSERT_TRUE(hasSentMoreThan(10));
        world.window().close();
        ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
        world.answer(u"Keep sending"_s);
        ASSERT_TRUE(world.waitFor([&] { return !world.isWindowOpen(); }));
    }

    FakeTray tray;
    AppWorld world;
};

} // namespace

#if !defined(Q_OS_WIN) && !defined(Q_OS_DARWIN)
// "Somebody wrote me <a href=…>: my desktop showed a link in the name of my program."
TEST(NotificationTextTest, whatAPersonWroteIsNoMarkup)
{
    EXPECT_EQ(notificationText(u"<b>5 > 3</b> & <a href='x'>so</a>"_s),
              u"&lt;b&gt;5 &gt; 3&lt;/b&gt; &amp; &lt;a href='x'&gt;so&lt;/a&gt;"_s);
}
#endif

TEST_F(TrayTest, aClosedWindowKeepsSendingWhereAPersonSaysSo)
{
    closeAndKeepSending();

    EXPECT_TRUE(tray.isShown);
    EXPECT_TRUE(hasSentMoreThan(world.acceptedNumbers().size()));
}

TEST_F(TrayTest, itIsAskedOnce)
{
    closeAndKeepSending();
    emit tray.openRequested();
    EXPECT_TRUE(world.isWindowOpen());
    EXPECT_FALSE(tray.isShown);

    world.window().close();

    EXPECT_FALSE(world.isWindowOpen());
    EXPECT_TRUE(tray.isShown);
    EXPECT_TRUE(hasSentMoreThan(world.acceptedNumbers().size()));
}

TEST_F(TrayTest, sendingIsStoppedFromTheTrayAndAskedAboutTheNextTime)
{
    closeAndKeepSending();
    QSignalSpy ended{&world.window(), &FanfareWindow::ended};

    emit tray.endRequested();

    ASSERT_TRUE(world.waitFor([&] { return ended.count() == 1; }));
    EXPECT_FALSE(tray.isShown);
    EXPECT_FALSE(world.preferences().keepsSendingWhenClosed());
    EXPECT_EQ(world.onlyCampaign().counts.of(RecipientStatus::Unconfirmed), 0);
    EXPECT_GT(world.onlyCampaign().counts.of(RecipientStatus::Pending), 0);
}

TEST_F(TrayTest, whoWantsItToStopIsObeyed)
{
    ASSERT_TRUE(hasSentMoreThan(10));
    world.window().close();
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));

    world.answer(u"Stop sending and close"_s);

    ASSERT_TRUE(world.waitFor([&] { return world.window().view() == nullptr; }));
    EXPECT_FALSE(world.isWindowOpen());
    EXPECT_FALSE(tray.isShown);
    EXPECT_FALSE(world.preferences().keepsSendingWhenClosed());
    EXPECT_EQ(world.onlyCampaign().counts.of(RecipientStatus::Sending), 0);
}

TEST(TrayForSchedulesTest, aClosedWindowWaitsForWhatIsScheduledWhereAPersonSaysSo)
{
    FakeTray tray;
    AppWorld world;
    world.useTray(tray);
    world.startPractice();
    world.draftPracticeCampaign();
    ASSERT_TRUE(world.closeWindow());
    world.scheduleOnlyCampaign(2h);
    world.start();
    world.awaitPage<CampaignsPage>();
    ASSERT_TRUE(world.waitFor([&] { return world.window().view()->scheduledCampaigns() == 1; }));

    world.window().close();

    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; })) << "it would be missed unasked";
    EXPECT_EQ(world.dialog()->windowTitle(), u"Keep Fanfare running for what is scheduled?"_s);
    world.answer(u"Keep running"_s);
    ASSERT_TRUE(world.waitFor([&] { return !world.isWindowOpen(); }));
    EXPECT_TRUE(tray.isShown);
    EXPECT_NE(world.window().view(), nullptr);
}

TEST(TrayForSchedulesTest, aClosedWindowWaitsForWhatIsRepeatedToo)
{
    FakeTray tray;
    AppWorld world;
    world.useTray(tray);
    world.startPractice();
    world.draftPracticeCampaign();
    ASSERT_TRUE(world.closeWindow());
    world.repeatOnlyCampaign();
    world.start();
    world.awaitPage<CampaignsPage>();
    ASSERT_TRUE(world.waitFor([&] { return world.window().view()->repeatedCampaigns() == 1; }));

    world.window().close();

    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; })) << "it would not be made, unasked";
    world.answer(u"Keep running"_s);
    ASSERT_TRUE(world.waitFor([&] { return !world.isWindowOpen(); }));
    EXPECT_TRUE(tray.isShown);
}

TEST_F(TrayTest, withoutATrayTheWindowNeverHidesWhatItSends)
{
    world.preferences().setKeepsSendingWhenClosed(true);
    tray.available = false;
    ASSERT_TRUE(hasSentMoreThan(10));

    world.window().close();

    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    EXPECT_EQ(world.dialog()->windowTitle(), u"Stop sending?"_s);
    EXPECT_TRUE(world.isWindowOpen());
    EXPECT_FALSE(tray.isShown);
}
