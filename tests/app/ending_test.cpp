#include "app/appworld.h"

#include "widgets/controls/banner.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

void expectNobodyInDoubt(const Campaign &campaign)
{
    EXPECT_EQ(campaign.state, CampaignState::Sending) << "it goes on when the window is opened again";
    EXPECT_EQ(campaign.counts.of(RecipientStatus::Sending), 0);
    EXPECT_EQ(campaign.counts.of(RecipientStatus::Unconfirmed), 0);
    EXPECT_GT(campaign.counts.of(RecipientStatus::Pending), 0);
}

} // namespace

TEST(EndingTest, aRequestToEndIsObeyedWithoutAQuestion)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > 10; }));
    QSignalSpy ended{&world.window(), &FanfareWindow::ended};

    world.window().end();

    ASSERT_TRUE(world.waitFor([&] { return ended.count() == 1; }));
    EXPECT_FALSE(world.isWindowOpen());
    expectNobodyInDoubt(world.onlyCampaign());
}

TEST(EndingTest, aRequestToEndIsObeyedWhileAQuestionIsOnScreen)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > 10; }));
    QSignalSpy ended{&world.window(), &FanfareWindow::ended};
    world.window().close();
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));

    world.window().end();

    ASSERT_TRUE(world.waitFor([&] { return ended.count() == 1; }));
    EXPECT_FALSE(world.isWindowOpen());
    expectNobodyInDoubt(world.onlyCampaign());
}

TEST(EndingTest, aWindowThatShowsNoWorkspaceEndsToo)
{
    AppWorld world;
    world.makeWindow();
    QSignalSpy ended{&world.window(), &FanfareWindow::ended};

    world.window().end();

    EXPECT_EQ(ended.count(), 1);
    EXPECT_FALSE(world.isWindowOpen());
}

TEST(EndingTest, sendingStopsForALogOutAndGoesOnWhereThePersonStays)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > 10; }));

    world.window().prepareForLogOut();

    const auto *banner = world.widget<Banner>(u"engineBanner"_s);
    expectNobodyInDoubt(world.onlyCampaign());
    const qsizetype reached = world.acceptedNumbers().size();
    world.click(u"Go on now"_s);
    EXPECT_TRUE(world.waitFor([&] { return !banner->isVisible(); }));
    EXPECT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > reached; }));
}
