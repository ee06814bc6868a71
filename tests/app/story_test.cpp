#include "app/appworld.h"

#include "widgets/campaign/campaignpage.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/firststartpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/session.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSet>
#include <QTableView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(StoryTest, aNewcomerPractisesAndSendsACampaignWithTheMouseAlone)
{
    AppWorld world;
    world.start();
    world.awaitPage<FirstStartPage>();

    world.click(u"Start practising"_s);
    world.awaitPage<CampaignsPage>();
    world.sendPracticeCampaign();

    ASSERT_NE(world.page<CampaignPage>(), nullptr);
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Completed; }));
    const Campaign campaign = world.onlyCampaign();
    const QStringList accepted = world.acceptedNumbers();
    EXPECT_EQ(campaign.counts.total(), 217);
    EXPECT_EQ(campaign.reached.sent, accepted.size());
    EXPECT_EQ(QSet<QString>(accepted.begin(), accepted.end()).size(), accepted.size())
        << "a number was sent to twice";
}

TEST(StoryTest, thePageShowsACampaignCompletingWithItsDeliveries)
{
    AppWorld world;
    world.startPractice();

    world.sendPracticeCampaign();

    auto *main = world.widget<QAbstractButton>(u"mainButton"_s);
    EXPECT_EQ(main->text(), u"Pause"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Completed; }));
    EXPECT_TRUE(world.waitFor([&] { return main->text() != "Pause"_L1; }, 1000));
    auto *people = world.widget<QTableView>(u"recipientTable"_s);
    EXPECT_EQ(people->model()->rowCount(), 217);
    EXPECT_TRUE(world.waitFor([&] { return world.onlyCampaign().reached.delivered > 20; }));
}

TEST(StoryTest, aDraftSurvivesClosingTheWindow)
{
    AppWorld world;
    world.startPractice();
    world.click(u"New campaign"_s);
    world.clickRow(u"templateTable"_s, u"escapada_verano"_s);
    world.type(u"nameEdit"_s, u"Verano en Cadiz"_s);

    // At once: the last letters were not told to anybody yet.
    ASSERT_TRUE(world.closeWindow());
    world.start();
    world.awaitPage<CampaignsPage>();
    const Campaign draft = world.onlyCampaign();

    EXPECT_EQ(draft.state, CampaignState::Draft);
    EXPECT_EQ(draft.name, u"Verano en Cadiz"_s);
    EXPECT_EQ(draft.templateName, u"escapada_verano"_s);
}

TEST(StoryTest, aDraftIsGoneOnWithWhereItWasLeft)
{
    AppWorld world;
    world.startPractice();
    world.draftPracticeCampaign();
    world.click(u"backButton"_s);
    ASSERT_TRUE(
        world.waitFor([&] { return world.awaitPage<CampaignWizard>()->step() == WizardStep::Settings; }));
    ASSERT_TRUE(world.closeWindow());

    world.start();
    world.awaitPage<CampaignsPage>();
    auto *table = world.awaitPage<CampaignsPage>()->findChild<QTableView *>();
    ASSERT_TRUE(world.waitFor([&] { return table->model()->rowCount() == 1; }));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);

    world.awaitPage<CampaignWizard>();
    EXPECT_EQ(world.awaitPage<CampaignWizard>()->step(), WizardStep::Settings);
    EXPECT_EQ(world.page<CampaignWizard>()->draft().settings.rate.text(), u"max"_s);
    EXPECT_EQ(world.onlyCampaign().counts.total(), 217);
}

TEST(StoryTest, aNewCampaignThatNobodyTouchedIsNotKept)
{
    AppWorld world;
    world.startPractice();
    world.click(u"New campaign"_s);
    world.awaitPage<CampaignWizard>();

    world.click(u"saveAndClose"_s);

    world.awaitPage<CampaignsPage>();
    EXPECT_THAT(world.campaigns(world.practiceFolder()), testing::IsEmpty());
}

TEST(StoryTest, aCampaignIsPausedResumedAndCancelled)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > 10; }));

    world.click(u"Pause"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Paused; }));
    // What was on its way arrives; then nothing moves.
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().counts.of(RecipientStatus::Sending) == 0; }));
    const qsizetype whilePaused = world.acceptedNumbers().size();
    QTest::qWait(300);
    EXPECT_EQ(world.acceptedNumbers().size(), whilePaused);

    const auto *main = world.widget<QAbstractButton>(u"mainButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return main->text().startsWith("Resume"_L1); }));
    world.click(u"mainButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > whilePaused; }));

    world.click(u"cancelButton"_s);
    world.answer(u"Cancel campaign"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Cancelled; }));
    EXPECT_LT(world.onlyCampaign().reached.sent, 217);
}

TEST(StoryTest, closingWhileSendingAsksAndStopsCleanly)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    ASSERT_TRUE(world.waitFor([&] { return world.acceptedNumbers().size() > 10; }));

    world.window().close();
    world.answer(u"Keep sending"_s);
    EXPECT_TRUE(world.isWindowOpen());
    world.window().close();
    world.click(u"Stop sending and close"_s);
    ASSERT_TRUE(world.waitFor([&] { return !world.isWindowOpen(); }));
    const Campaign campaign = world.onlyCampaign();

    EXPECT_EQ(campaign.state, CampaignState::Sending) << "it goes on when the window is opened again";
    EXPECT_EQ(campaign.counts.of(RecipientStatus::Sending), 0);
    EXPECT_EQ(campaign.counts.of(RecipientStatus::Unconfirmed), 0);
    EXPECT_GT(campaign.counts.of(RecipientStatus::Pending), 0);
}

TEST(StoryTest, theResultsAreSavedAsATableAndAsAReport)
{
    AppWorld world;
    world.startPractice();
    world.draftPracticeCampaign();
    world.click(u"saveAndClose"_s);
    auto *table = world.awaitPage<CampaignsPage>()->findChild<QTableView *>();
    ASSERT_TRUE(world.waitFor([&] { return table->model()->rowCount() == 1; }));
    table->setCurrentIndex(table->model()->index(0, 0));

    for (const QString &name : {u"results.csv"_s, u"results.pdf"_s}) {
        world.click(u"Export"_s);
        ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
        auto *dialog = qobject_cast<QFileDialog *>(world.dialog());
        ASSERT_NE(dialog, nullptr);
        auto *field = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        ASSERT_NE(field, nullptr);
        field->setText(world.filePath(name));
        QTest::keyClick(field, Qt::Key_Return);
        ASSERT_TRUE(world.waitFor([&] { return QFile::exists(world.filePath(name)); })) << qPrintable(name);
        ASSERT_TRUE(world.waitFor([&] { return world.dialog() == nullptr; }));
    }

    QFile csv{world.filePath(u"results.csv"_s)};
    ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
    EXPECT_EQ(csv.readAll().count('\n'), 218);
    QFile pdf{world.filePath(u"results.pdf"_s)};
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
    EXPECT_TRUE(pdf.read(5) == "%PDF-");
}

TEST(StoryTest, whatAnotherProgramWritesIsOnScreenAtOnce)
{
    AppWorld world;
    world.startPractice();
    auto *table = world.awaitPage<CampaignsPage>()->findChild<QTableView *>();
    const Result<Workspace> workspace = Workspace::open(world.practiceFolder());
    const Result<std::unique_ptr<Session>> terminal = Session::open(*workspace);
    ASSERT_TRUE(terminal);
    Result<Campaign> draft = (*terminal)->campaignDesk().newDraft();
    ASSERT_TRUE(draft);
    draft->name = u"From the terminal"_s;

    const Result<CampaignId> id = (*terminal)->campaigns().create(*draft, (*terminal)->clock().now());

    ASSERT_TRUE(id);
    EXPECT_TRUE(world.waitFor([&] { return table->model()->rowCount() == 1; }, 1000));
    EXPECT_EQ(table->model()->index(0, 0).data().toString(), u"From the terminal"_s);
    ASSERT_TRUE((*terminal)->campaigns().remove(*id));
    EXPECT_TRUE(world.waitFor([&] { return table->model()->rowCount() == 0; }, 1000));
}

TEST(StoryTest, aTestFromTheWizardArrivesWhileAnotherCampaignIsSent)
{
    AppWorld world;
    world.startPractice();
    world.draftPracticeCampaign();
    const Campaign draft = world.onlyCampaign();
    const Result<Workspace> workspace = Workspace::open(world.practiceFolder());
    const Result<std::unique_ptr<Session>> terminal = Session::open(*workspace);
    ASSERT_TRUE(terminal);
    const Result<CampaignId> other = (*terminal)->campaignDesk().duplicate(draft.id);
    ASSERT_TRUE(other);
    ASSERT_TRUE((*terminal)->campaignDesk().send(*other, true));
    const auto reached = [&] { return (*terminal)->campaigns().load(*other)->reached.sent; };
    ASSERT_TRUE(world.waitFor([&] { return reached() > 0; }));

    world.type(u"testPhone"_s, u"+34600000999"_s);
    world.click(u"sendTest"_s);

    EXPECT_TRUE(
        world.waitFor([&] { return !world.acceptedNumbers().filter(u"34600000999"_s).isEmpty(); }, 2000));
    EXPECT_LT(reached(), draft.counts.total());
    EXPECT_EQ((*terminal)->campaigns().load(draft.id)->counts.of(RecipientStatus::Pending),
              draft.counts.total());
}

TEST(StoryTest, theListShowsACampaignCompleting)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    world.showPlace(u"campaigns"_s);
    auto *table = world.awaitPage<CampaignsPage>()->findChild<QTableView *>();
    const auto status = [table] { return table->model()->index(0, 1).data().toString(); };
    ASSERT_TRUE(world.waitFor([&] { return status() == "Sending"_L1; }));

    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Completed; }));

    EXPECT_TRUE(world.waitFor([&] { return status() == "Completed"_L1; }, 1000));
    EXPECT_TRUE(world.closeWindow());
}
