#include "app/appworld.h"

#include "app/chartexport.h"
#include "storage/database.h"
#include "storage/sql.h"
#include "widgets/analytics/analyticspage.h"
#include "widgets/analytics/intervalchart.h"
#include "widgets/controls/chartcard.h"
#include "widgets/controls/figurecard.h"
#include "workspace/session.h"

#include <QComboBox>
#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QString sentCard(AnalyticsPage &page)
{
    return page.findChildren<FigureCard *>().first()->accessibleName();
}

} // namespace

// "I have sent my first campaign; what did it do?"
TEST(AnalyticsWindowTest, theFiguresOfACampaignAreThereAndFollowWhatIsChosen)
{
    AppWorld world;
    world.startPractice();
    world.showPlace(u"analytics"_s);
    auto *page = world.awaitPage<AnalyticsPage>();
    EXPECT_TRUE(AppWorld::waitFor([&] {
        const auto buttons = page->findChildren<QAbstractButton *>();
        return std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
            return button->isVisible() && button->text() == u"New campaign"_s;
        });
    })) << "invites to a first campaign";
    world.showPlace(u"campaigns"_s);
    world.sendPracticeCampaign();
    const int people = world.onlyCampaign().counts.total();

    world.showPlace(u"analytics"_s);
    ASSERT_TRUE(AppWorld::waitFor([&] { return sentCard(*page).contains(QString::number(people)); }))
        << qPrintable(sentCard(*page));
    auto *templates = page->findChild<QComboBox *>(u"templateFilter"_s);
    EXPECT_EQ(templates->count(), 2);

    templates->setCurrentIndex(1);
    ASSERT_TRUE(AppWorld::waitFor([&] { return world.widget<QAbstractButton>(u"filterChip"_s) != nullptr; }));
    world.click(u"filterChip"_s);
    EXPECT_TRUE(AppWorld::waitFor([&] { return templates->currentIndex() == 0; }));
}

TEST(AnalyticsWindowTest, theNumbersOfAChartAreWrittenForPrograms)
{
    AppWorld world;
    const QString path = world.filePath(u"templates.csv"_s);
    ChartTable table{
        {u"Template"_s, u"Delivered"_s,                             u"Read rate"_s},
        {{u"tour (Spanish)"_s, u"tour (Spanish)"_s, {263, 3080}},             {u"none"_s, u"none"_s, {0, std::nullopt}}}
    };
    table.shareColumns = {2};

    ASSERT_TRUE(writeChartNumbers(path, table));

    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "Template,Delivered,Read rate\r\ntour (Spanish),263,0.3080\r\nnone,0,\r\n");
}
