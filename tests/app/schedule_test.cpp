#include "app/appworld.h"

#include "widgets/campaign/campaignpage.h"
#include "widgets/pages/campaignspage.h"
#include "workspace/session.h"

#include <QComboBox>
#include <QMenu>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A practice campaign whose time came five hours ago, while the window was closed.
void missACampaign(AppWorld &world)
{
    world.startPractice();
    world.draftPracticeCampaign();
    ASSERT_TRUE(world.closeWindow());
    world.scheduleOnlyCampaign(-5h);
}

void choose(AppWorld &world, const QString &what)
{
    auto *choice = world.widget<QComboBox>(u"missedChoice"_s);
    choice->setCurrentIndex(choice->findText(what));
}

std::vector<Recurrence> repeated(const AppWorld &world)
{
    const Result<Workspace> workspace = Workspace::open(world.practiceFolder());
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
    const Result<std::vector<Recurrence>> all = (*session)->recurrences().list();
    return all ? *all : std::vector<Recurrence>{};
}

} // namespace

TEST(ScheduleTest, aMissedCampaignIsSentOnceAPersonSaysSo)
{
    AppWorld world;
    missACampaign(world);

    world.start();
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; })) << "nobody is asked";
    EXPECT_TRUE(world.acceptedNumbers().isEmpty());
    choose(world, u"Send it now"_s);
    world.click(u"decideButton"_s);

    EXPECT_TRUE(world.waitFor([&] { return !world.acceptedNumbers().isEmpty(); }));
}

TEST(ScheduleTest, aMissedCampaignGetsAnotherTime)
{
    AppWorld world;
    missACampaign(world);

    world.start();
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    choose(world, u"Send it at another time"_s);
    world.click(u"decideButton"_s);

    EXPECT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Scheduled; }));
    EXPECT_GT(world.onlyCampaign().scheduledFor, SystemClock{}.now());
    EXPECT_TRUE(world.acceptedNumbers().isEmpty());
}

TEST(ScheduleTest, aMissedCampaignIsLeftAndNobodyIsAskedAgain)
{
    AppWorld world;
    missACampaign(world);

    world.start();
    world.answer(u"Decide later"_s);
    world.awaitPage<CampaignsPage>();

    EXPECT_FALSE(world.waitFor([&] { return world.dialog() != nullptr; }, 500));
    EXPECT_EQ(world.onlyCampaign().state, CampaignState::Paused);
    EXPECT_EQ(world.onlyCampaign().reason.code, u"missed"_s);
}

TEST(ScheduleTest, aCampaignIsRepeatedFromItsPageAndNoMore)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    auto *page = world.awaitPage<CampaignPage>();

    emit page->repeatRequested(page->campaignId());
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    world.click(u"repeatButton"_s);

    ASSERT_TRUE(world.waitFor([&] { return repeated(world).size() == 1; }));
    EXPECT_EQ(repeated(world).front().action, OccurrenceAction::Draft) << "nothing leaves without a person";

    ASSERT_TRUE(world.waitFor([&] { return world.dialog() == nullptr; }));
    emit page->repeatRequested(page->campaignId());
    world.click(u"stopRepeating"_s);

    EXPECT_TRUE(world.waitFor([&] { return repeated(world).empty(); }));
}
