#include "app/appworld.h"

#include "presentation/campaigntablemodel.h"
#include "widgets/campaign/abtestcard.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/wizard/campaignwizard.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSpinBox>
#include <QTableView>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// From an empty practice workspace to a test of two versions that is sent: half of the people take part, and
/// nobody but the person decides.
void sendTest(AppWorld &world)
{
    world.click(u"New campaign"_s);
    world.type(u"nameEdit"_s, u"Winter"_s);
    world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    world.click(u"openVersionsButton"_s);
    world.widget<QComboBox>(u"keyB"_s)->setCurrentIndex(1);
    QTest::keyClicks(world.widget<QLineEdit>(u"valueB"_s), u"Porto"_s);
    world.widget<QSpinBox>(u"testPeople"_s)->setValue(50);
    world.widget<QComboBox>(u"winnerWhen"_s)->setCurrentIndex(1);
    world.click(u"nextButton"_s);
    world.waitFor([&] { return world.awaitPage<CampaignWizard>()->step() == WizardStep::Recipients; });
    world.waitFor([&] { return world.widget<QTableView>(u"importTable"_s)->model()->rowCount() > 0; });
    world.click(u"nextButton"_s);
    world.waitFor([&] { return world.awaitPage<CampaignWizard>()->step() == WizardStep::Settings; });
    world.click(u"Full speed"_s);
    world.click(u"nextButton"_s);
    world.waitFor([&] { return world.awaitPage<CampaignWizard>()->step() == WizardStep::Review; });
    world.click(u"nextButton"_s);
    world.answer(u"Create and send"_s);
    world.awaitPage<CampaignPage>();
}

const Campaign *named(const std::vector<Campaign> &campaigns, const QString &name)
{
    const auto found = std::find_if(campaigns.begin(), campaigns.end(),
                                    [&name](const Campaign &campaign) { return campaign.name == name; });
    return found == campaigns.end() ? nullptr : &*found;
}

bool isCompleted(const AppWorld &world, const QString &name)
{
    const std::vector<Campaign> all = world.campaigns(world.practiceFolder());
    const Campaign *campaign = named(all, name);
    return campaign && campaign->state == CampaignState::Completed;
}

} // namespace

// "I send two prices to half of them, look which one is read, and say which one the others get."
TEST(AbTestStoryTest, twoVersionsAreSentAndTheRestGetsTheOneThatIsChosen)
{
    AppWorld world;
    world.startPractice();

    sendTest(world);
    ASSERT_TRUE(world.waitFor(
        [&] { return isCompleted(world, u"Winter · A"_s) && isCompleted(world, u"Winter · B"_s); }, 30'000));

    const std::vector<Campaign> sent = world.campaigns(world.practiceFolder());
    ASSERT_EQ(sent.size(), 3u);
    const Campaign *rest = named(sent, u"Winter · rest"_s);
    ASSERT_NE(rest, nullptr);
    EXPECT_EQ(rest->state, CampaignState::Draft);
    EXPECT_EQ(named(sent, u"Winter · A"_s)->counts.total() + named(sent, u"Winter · B"_s)->counts.total()
                  + rest->counts.total(),
              217);
    ASSERT_TRUE(world.waitFor([&] { return world.page<AbTestCard>() != nullptr; }));
    EXPECT_TRUE(world.widget<QLabel>(u"abTestVerdict"_s)->text().contains(u"about 400"_s))
        << "55 people each are too few, and it says so";

    world.click(u"chooseB"_s);
    world.answer(u"Send version B"_s);
    ASSERT_TRUE(world.waitFor([&] { return isCompleted(world, u"Winter · rest"_s); }, 30'000));

    const QStringList accepted = world.acceptedNumbers();
    EXPECT_EQ(QSet<QString>(accepted.begin(), accepted.end()).size(), accepted.size()) << "nobody twice";
    const std::vector<Campaign> all = world.campaigns(world.practiceFolder());
    EXPECT_EQ(named(all, u"Winter · rest"_s)->settings.fixedValues.values(), QStringList{u"Porto"_s});
    EXPECT_TRUE(world.waitFor(
        [&] { return world.widget<QLabel>(u"abTestNext"_s)->text().contains(u"You chose version B"_s); }));
}

// "I see in the list that they belong together, and which one waits for me."
TEST(AbTestStoryTest, theListShowsWhatBelongsTogether)
{
    AppWorld world;
    world.startPractice();
    sendTest(world);

    world.showPlace(u"campaigns"_s);
    auto *table = world.widget<QTableView>(u"campaignTable"_s);
    QStringList lines;
    const auto read = [&] {
        lines.clear();
        for (int row = 0; row < table->model()->rowCount(); ++row)
            lines << table->model()->index(row, CampaignTableModel::Name).data(SecondLineRole).toString();
        return lines;
    };

    EXPECT_TRUE(world.waitFor([&] {
        const QString all = read().join(u'\n');
        return all.contains(u"Version A of a test"_s) && all.contains(u"Version B of a test"_s)
            && all.contains(u"Waits for the winner of a test"_s);
    })) << qPrintable(lines.join(u'\n'));
}

TEST(AbTestStoryTest, versionsThatAreNotFinishedAreThereAgainAfterClosing)
{
    AppWorld world;
    world.startPractice();
    world.click(u"New campaign"_s);
    world.type(u"nameEdit"_s, u"Winter"_s);
    world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    world.click(u"openVersionsButton"_s);
    world.click(u"addVersionButton"_s);

    ASSERT_TRUE(world.closeWindow());
    world.start();
    world.awaitPage<CampaignsPage>();
    world.clickRow(u"campaignTable"_s, u"Winter"_s);
    QTest::keyClick(world.widget<QTableView>(u"campaignTable"_s), Qt::Key_Return);
    world.awaitPage<CampaignWizard>();

    EXPECT_NE(world.widget<QComboBox>(u"templateC"_s), nullptr);
}
