#include "widgets/analytics/analyticspage.h"

#include "widgets/analytics/columnchart.h"
#include "widgets/analytics/costchart.h"
#include "widgets/analytics/heatmapchart.h"
#include "widgets/analytics/intervalchart.h"
#include "widgets/analytics/perioddialog.h"
#include "widgets/analytics/reasonchart.h"
#include "widgets/analytics/trendchart.h"
#include "widgets/analyticsscenes.h"
#include "widgets/controls/button.h"
#include "widgets/controls/figurecard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

/// The page in a window, with someone who answers like the workspace.
class AnalyticsPageTest : public testing::Test
{
protected:
    AnalyticsPageTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        QObject::connect(&page, &AnalyticsPage::lookWanted, &page, [this](const AnalyticsRequest &request) {
            asked.push_back(request);
            page.showFigures(sampleAnalytics(request));
        });
        page.showFigures(sampleAnalytics());
        page.resize(1200, 1300);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }

    template <typename Chart>
    Chart *chart(const QString &name = {})
    {
        for (Chart *each : page.findChildren<Chart *>()) {
            if (name.isEmpty() || each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    ChartCard *card(const QString &title)
    {
        for (ChartCard *each : page.findChildren<ChartCard *>()) {
            for (QTableView *table : each->findChildren<QTableView *>()) {
                if (table->accessibleName() == title)
                    return each;
            }
        }
        return nullptr;
    }

    QStringList chips()
    {
        QStringList words;
        for (Button *chip : page.findChildren<Button *>(u"filterChip"_s)) {
            if (chip->isVisible())
                words << chip->text();
        }
        return words;
    }

    void pressChip(const QString &words)
    {
        for (Button *chip : page.findChildren<Button *>(u"filterChip"_s)) {
            if (chip->isVisible() && chip->text() == words)
                return chip->click();
        }
        FAIL() << "no such filter: " << words.toStdString();
    }

    /// What a card says, as a screen reader hears it.
    QString said(int card) { return page.findChildren<FigureCard *>().at(card)->accessibleName(); }

    void pressRow(QWidget *rows, int row, int rowHeight)
    {
        QTest::mouseClick(rows, Qt::LeftButton, {}, {20, row * rowHeight + rowHeight / 2});
    }

    AnalyticsPage page;
    std::vector<AnalyticsRequest> asked;
};

} // namespace

TEST_F(AnalyticsPageTest, aPressOnATemplateFiltersTheRestUntilItIsTakenOff)
{
    const QString before = said(0);
    auto *templates = chart<IntervalChart>(u"Templates: read rate"_s);

    pressRow(templates, 1, 42);

    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0].filter.usedTemplate, (TemplateKey{u"rajasthan_winter"_s, u"hi"_s}));
    EXPECT_THAT(chips(), testing::ElementsAre(u"rajasthan_winter (Hindi)"_s));
    EXPECT_NE(said(0), before);
    EXPECT_EQ(page.findChild<QComboBox *>(u"templateFilter"_s)->currentText(), u"rajasthan_winter, Hindi"_s);
    EXPECT_TRUE(templates->accessibleDescription().contains(u"diwali_last_seats"_s)) << "others stay";

    pressChip(u"rajasthan_winter (Hindi)"_s);

    EXPECT_EQ(asked.back().filter, AnalyticsFilter{});
    EXPECT_THAT(chips(), testing::IsEmpty());
    EXPECT_EQ(said(0), before);
}

TEST_F(AnalyticsPageTest, aSecondPressOnAMarkTakesItsFilterOff)
{
    auto *reasons = chart<ReasonChart>();

    pressRow(reasons, 0, 44);
    EXPECT_EQ(asked.back().filter.failureCode, u"131026"_s);
    EXPECT_THAT(chips(), testing::ElementsAre(u"Failed: Not reachable on WhatsApp"_s));
    pressRow(reasons, 0, 44);

    EXPECT_EQ(asked.back().filter, AnalyticsFilter{});
}

TEST_F(AnalyticsPageTest, hoursAreChosenWithTheKeyboardAndSayWhatTheyHold)
{
    auto *heat = chart<HeatMapChart>();
    heat->setFocus(Qt::TabFocusReason);
    const std::optional<HeatSlot> best = heat->markedSlot();
    ASSERT_TRUE(best) << "begins at the best hour";

    QTest::keyClick(heat, Qt::Key_Up);
    QTest::keyClick(heat, Qt::Key_Left);
    const QString words = heat->accessibleDescription();
    QTest::keyClick(heat, Qt::Key_Return);

    const HeatSlot expected{std::max(0, best->weekday - 1), best->hour - 1};
    EXPECT_EQ(asked.back().filter.slot, expected);
    EXPECT_TRUE(words.contains(u"read, truly between"_s)) << qPrintable(words);
    EXPECT_EQ(chips().size(), 1);
}

TEST_F(AnalyticsPageTest, aPressOnAnHourFiltersByIt)
{
    auto *heat = chart<HeatMapChart>();

    QTest::mouseClick(heat, Qt::LeftButton, {}, heat->cellOf({2, 18}).center());

    EXPECT_EQ(asked.back().filter.slot, (HeatSlot{2, 18}));
    EXPECT_THAT(chips(), testing::ElementsAre(u"Wednesday 18:00 to 19:00"_s));
}

TEST_F(AnalyticsPageTest, aStepOfTheTrendIsChosenWithTheKeyboardAndStaysAmongTheOthers)
{
    auto *trend = chart<TrendChart>();
    trend->setFocus(Qt::TabFocusReason);

    QTest::keyClick(trend, Qt::Key_Home);
    EXPECT_TRUE(trend->accessibleDescription().startsWith(u"Week of 31 August"_s))
        << qPrintable(trend->accessibleDescription());
    QTest::keyClick(trend, Qt::Key_Return);

    EXPECT_EQ(asked.back().filter.period,
              (DayRange{
                  {2026, 8, 31},
                  {2026, 9, 6 }
    }));
    EXPECT_THAT(chips(), testing::ElementsAre(u"Week of 31 August"_s));
    EXPECT_EQ(trend->numbers().rows.size(), 12u);
}

TEST_F(AnalyticsPageTest, severalFiltersGoTogetherAndAreTakenOffTogether)
{
    pressRow(chart<ReasonChart>(), 1, 44);
    pressRow(chart<IntervalChart>(u"Campaigns: read rate"_s), 1, 42);
    EXPECT_EQ(chips().size(), 2);
    page.findChild<QComboBox *>(u"tagFilter"_s)->setCurrentIndex(3);
    EXPECT_EQ(asked.back().filter.tag, u"vip"_s);

    page.findChild<Button *>(u"clearFilters"_s)->click();

    EXPECT_THAT(chips(), testing::IsEmpty());
    EXPECT_EQ(asked.back().filter.tag, u"vip"_s) << "it stands in the header, where it can be seen";
}

TEST_F(AnalyticsPageTest, aChosenCampaignIsComparedWithTheBestOfTheOthers)
{
    pressRow(chart<IntervalChart>(u"Campaigns: read rate"_s), 1, 42);

    const auto labels = page.findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible()
            && label->text().startsWith(
                u"“Visa documents” was read more than “Rajasthan, last places”, by "_s);
    }));
}

TEST_F(AnalyticsPageTest, periodsAndStepsComeFromTheMenuOrFromAPerson)
{
    const auto choose = [this](const QString &words) {
        for (QAction *action : page.findChild<Button *>(u"periodButton"_s)->menu()->actions()) {
            if (action->text() == words)
                return action->trigger();
        }
        FAIL() << words.toStdString();
    };

    choose(u"Last 30 days"_s);
    EXPECT_EQ(asked.back().from, (QDate{2026, 10, 21}));
    EXPECT_EQ(page.findChild<Button *>(u"periodButton"_s)->text(), u"21 Oct to 19 Nov 2026"_s);
    choose(u"By day"_s);
    EXPECT_EQ(asked.back().step, TrendStep::Day);
    EXPECT_EQ(chart<TrendChart>()->numbers().rows.size(), 30u);

    choose(u"Days of your own…"_s);
    auto *dialog = page.findChild<PeriodDialog *>();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QDateEdit *>(u"periodFrom"_s)->setDate({2026, 9, 1});
    dialog->findChild<QDateEdit *>(u"periodTo"_s)->setDate({2026, 9, 30});
    for (Button *button : dialog->findChildren<Button *>()) {
        if (button->text() == u"Show these days"_s)
            button->click();
    }
    EXPECT_EQ(asked.back().from, (QDate{2026, 9, 1}));
    EXPECT_EQ(asked.back().to, (QDate{2026, 9, 30}));
}

TEST_F(AnalyticsPageTest, everyChartHasItsNumbersAsATable)
{
    const QStringList titles{u"Trends"_s,
                             u"Why messages failed"_s,
                             u"Templates: read rate"_s,
                             u"Best time to send"_s,
                             u"Campaigns side by side"_s,
                             u"Cost by country and category"_s,
                             u"Use of the messaging limit"_s};
    for (const QString &title : titles) {
        ChartCard *shown = card(title);
        ASSERT_NE(shown, nullptr) << qPrintable(title);
        shown->setTableShown(true);
        EXPECT_GT(shown->findChild<QTableView *>()->model()->rowCount(), 5) << qPrintable(title);
    }
    const QAbstractItemModel *templates = card(titles[2])->findChild<QTableView *>()->model();
    EXPECT_EQ(templates->index(0, 0).data(), u"visa_documents (English)"_s);
    EXPECT_TRUE(templates->index(0, 7).data().toString().endsWith(u"%"_s));
    pressRow(chart<ReasonChart>(), 0, 44); // hidden now
    page.findChild<QComboBox *>(u"templateFilter"_s)->setCurrentIndex(2);
    EXPECT_EQ(card(titles[4])->findChild<QTableView *>()->model()->rowCount(),
              static_cast<int>(sampleAnalytics(asked.back()).figures.campaigns.size()))
        << "a table follows the filters";
}

TEST_F(AnalyticsPageTest, costsFollowTheFiltersAndSayWhatTheyHold)
{
    auto *cost = chart<CostChart>();
    ASSERT_TRUE(cost->isVisible());
    ASSERT_EQ(cost->bars().size(), 7u) << "the smaller countries are one";
    EXPECT_EQ(cost->bars().front().parts.size(), 2u);
    const QString all = cost->bars().front().amount;

    page.findChild<QComboBox *>(u"templateFilter"_s)->setCurrentIndex(1);
    EXPECT_NE(cost->bars().front().amount, all);
    EXPECT_EQ(cost->bars().front().parts.size(), 1u);
    cost->setFocus(Qt::TabFocusReason);
    QTest::keyClick(cost, Qt::Key_Down);

    EXPECT_EQ(cost->markedRow(), 1);
    EXPECT_EQ(cost->accessibleDescription(), cost->bars()[1].words);
}

TEST_F(AnalyticsPageTest, withoutARateCardThePageSaysWhereToImportOne)
{
    AnalyticsAnswer answer = sampleAnalytics();
    CampaignCost unknown;
    unknown.unpriced = 12;
    answer.figures.costs = {unknown};

    page.showFigures(answer);

    EXPECT_FALSE(chart<CostChart>()->isVisible());
    const auto labels = card(u"Cost by country and category"_s)->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"Settings, Rates"_s);
    }));
}

TEST_F(AnalyticsPageTest, theReportIsOfTheDaysThatAreShown)
{
    const QSignalSpy wanted{&page, &AnalyticsPage::reportWanted};

    page.findChild<Button *>(u"reportButton"_s)->click();

    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first().at(0).toDate(), (QDate{2026, 8, 31}));
    EXPECT_EQ(wanted.first().at(1).toDate(), (QDate{2026, 11, 19}));
}

TEST_F(AnalyticsPageTest, optOutsAreToldInWordsAndNotByColourAlone)
{
    const QString tip = page.findChildren<FigureCard *>().at(5)->toolTip();

    EXPECT_TRUE(tip.contains(u"more than 1 in 200: watch it"_s)) << qPrintable(tip);
}

TEST_F(AnalyticsPageTest, figuresStayUnderAnErrorAndNothingIsInvitedTo)
{
    page.showError({ErrorKind::Storage, u"The database cannot be read."_s, {}, {}});
    EXPECT_TRUE(chart<TrendChart>()->isVisible());

    AnalyticsAnswer nothing;
    nothing.question = sampleAnalyticsQuestion();
    nothing.figures = analyse({}, nothing.question);
    page.showFigures(nothing);
    const QSignalSpy wanted{&page, &AnalyticsPage::newCampaignRequested};
    for (Button *button : page.findChildren<Button *>()) {
        if (button->isVisible() && button->text() == u"New campaign"_s)
            button->click();
    }
    EXPECT_EQ(wanted.count(), 1);
}

// "The list became shorter while I was on its last row, and Enter ended the program."
TEST(IntervalChartTest, aRowThatIsGoneIsNeitherChosenNorTold)
{
    IntervalChart chart{u"Templates"_s};
    chart.setRows({
        {u"a"_s, {}, {5, 10}, false},
        {u"b"_s, {}, {5, 10}, false},
        {u"c"_s, {}, {5, 10}, false}
    });
    chart.show();
    chart.setFocus();
    QSignalSpy chosen{&chart, &IntervalChart::rowChosen};
    for (int press = 0; press < 3; ++press)
        QTest::keyClick(&chart, Qt::Key_Down);
    ASSERT_EQ(chart.markedRow(), 2);
    EXPECT_TRUE(QToolTip::text().contains(u"c"_s)) << "told to who sees it, too";

    chart.setRows({
        {u"a"_s, {}, {5, 10}, false}
    });
    QTest::keyClick(&chart, Qt::Key_Return);

    EXPECT_EQ(chosen.count(), 0);
    QTest::keyClick(&chart, Qt::Key_Up);
    EXPECT_EQ(chart.markedRow(), 0);
    chart.setRows({});
    QTest::keyClick(&chart, Qt::Key_Up);
    EXPECT_EQ(chart.markedRow(), -1);
    QToolTip::hideText();
}
