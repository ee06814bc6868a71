#include "app/appworld.h"

#include "widgets/campaign/campaignpage.h"
#include "widgets/campaign/revenuedialog.h"
#include "widgets/pages/ratesimportdialog.h"
#include "widgets/pages/settingspage.h"
#include "widgets/wizard/campaignwizard.h"

#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Every market there is, at 0.10 a message.
QString writeCard(const AppWorld &world)
{
    const QString path = world.filePath(u"EUR_rates.csv"_s);
    QFile file{path};
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("\"Cost per message in EUR, effective October 1, 2026\",,\nMarket,Currency,Marketing\n");
    for (const char *market : {"Argentina",
                               "Brazil",
                               "Chile",
                               "Colombia",
                               "Egypt",
                               "France",
                               "Germany",
                               "India",
                               "Indonesia",
                               "Israel",
                               "Italy",
                               "Malaysia",
                               "Mexico",
                               "Netherlands",
                               "Nigeria",
                               "Pakistan",
                               "Peru",
                               "Russia",
                               "Saudi Arabia",
                               "South Africa",
                               "Spain",
                               "Turkey",
                               "United Arab Emirates",
                               "United Kingdom",
                               "North America",
                               "Rest of Africa",
                               "Rest of Asia Pacific",
                               "Rest of Central & Eastern Europe",
                               "Rest of Latin America",
                               "Rest of Middle East",
                               "Rest of Western Europe",
                               "Other"})
        file.write(QByteArray{market} + ",EUR,0.10\n");
    file.write("Atlantis,EUR,0.10\n");
    return path;
}

void importCard(AppWorld &world)
{
    world.showPlace(u"settings"_s);
    world.awaitPage<SettingsPage>()->showSection(SettingsPage::Section::Rates);
    world.click(u"importRatesButton"_s);
    world.chooseFile(writeCard(world));
    ASSERT_TRUE(world.waitFor([&] { return qobject_cast<RatesImportDialog *>(world.dialog()) != nullptr; }));
    EXPECT_TRUE(world.dialog()->findChild<QLabel *>(u"refusedRows"_s)->text().contains(u"Atlantis"_s));
    world.answer(u"Import"_s);
    auto *table = world.widget<QTableView>(u"ratesTable"_s);
    ASSERT_TRUE(world.waitFor([&] { return table->model()->rowCount() == 32; }));
    world.showPlace(u"campaigns"_s);
}

bool says(const QWidget &page, const QString &sentence)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(sentence);
    });
}

} // namespace

// "I import the prices once, and from then on I see what a campaign costs before it leaves."
TEST(CostsTest, aRateCardImportedInTheWindowPricesTheNextCampaign)
{
    AppWorld world;
    world.startPractice();
    importCard(world);

    world.draftPracticeCampaign();

    EXPECT_TRUE(world.waitFor([&] { return says(*world.page<CampaignWizard>(), u"up to 21.70 EUR"_s); }))
        << "217 people at 0.10";
}

// "It stopped at my budget. I gave it more, it went on, and later I wrote down what came in."
TEST(CostsTest, aCampaignStopsAtItsBudgetGoesOnWithMoreAndEarns)
{
    AppWorld world;
    world.startPractice();
    importCard(world);
    world.draftPracticeCampaign();
    world.click(u"backButton"_s);
    ASSERT_TRUE(
        world.waitFor([&] { return world.awaitPage<CampaignWizard>()->step() == WizardStep::Settings; }));
    world.click(u"budgetSwitch"_s);
    world.widget<QDoubleSpinBox>(u"budgetAmount"_s)->setValue(5);
    world.click(u"nextButton"_s);
    ASSERT_TRUE(
        world.waitFor([&] { return world.awaitPage<CampaignWizard>()->step() == WizardStep::Review; }));
    world.click(u"nextButton"_s);
    world.answer(u"Create and send"_s);
    world.awaitPage<CampaignPage>();
    ASSERT_TRUE(world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Paused; }, 30'000));
    EXPECT_EQ(world.onlyCampaign().reason.code, u"budget"_s);
    EXPECT_GE(world.acceptedNumbers().size(), 50);

    world.click(u"raiseBudgetButton"_s);
    world.widget<QDoubleSpinBox>(u"budgetAmount"_s)->setValue(50);
    world.answer(u"Keep this and resume"_s);

    ASSERT_TRUE(
        world.waitFor([&] { return world.onlyCampaign().state == CampaignState::Completed; }, 30'000));
    world.click(u"recordRevenueButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return qobject_cast<RevenueDialog *>(world.dialog()) != nullptr; }));
    world.type(u"revenueAmount"_s, u"250"_s);
    world.answer(u"Record"_s);
    EXPECT_TRUE(world.waitFor([&] { return says(*world.page<CampaignPage>(), u"250.00 EUR"_s); }));
}
