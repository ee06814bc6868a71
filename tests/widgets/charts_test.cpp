#include "widgets/controls/button.h"
#include "widgets/controls/chartcard.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/funnelchart.h"
#include "widgets/controls/timelinechart.h"
#include "widgets/theme/appearance.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class ChartsTest : public testing::Test
{
protected:
    ChartsTest()
    {
        chart.resize(560, 160);
        chart.setLine(TimelineLine::Sent,
                      {
                          {at(0s),  10},
                          {at(60s), 40}
        });
        chart.setLine(TimelineLine::Read,
                      {
                          {at(30s), 3},
                          {at(60s), 7}
        });
    }

    static UtcTime at(std::chrono::seconds after) { return fromMilliseconds(1'795'000'000'000) + after; }

    static QAction *actionCalled(const QWidget &parent, const QString &text)
    {
        for (const QMenu *menu : parent.findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text() == text)
                    return action;
            }
        }
        return nullptr;
    }

    /// Opens the card's menu and chooses from it.
    static void choose(ChartCard &card, const QString &text)
    {
        QTest::mouseClick(card.findChild<Button *>(), Qt::LeftButton);
        QAction *action = actionCalled(card, text);
        ASSERT_TRUE(action) << text.toStdString();
        action->trigger();
        for (QMenu *menu : card.findChildren<QMenu *>())
            menu->close();
    }

    Appearance m_appearance{ThemeChoice::Light};
    TimelineChart chart;
};

} // namespace

TEST_F(ChartsTest, theNumbersOfATimelineStandAtEveryMomentThatAnyLineChanged)
{
    const ChartTable table = chart.numbers();

    EXPECT_EQ(table.columns, (QStringList{u"Time"_s, u"Sent"_s, u"Read"_s}));
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows[0].numbers, (std::vector<std::optional<qint64>>{10, std::nullopt}));
    EXPECT_EQ(table.rows[1].numbers, (std::vector<std::optional<qint64>>{10, 3}));
    EXPECT_EQ(table.rows[2].numbers, (std::vector<std::optional<qint64>>{40, 7}));
    EXPECT_EQ(table.rows[1].plainName, toIsoText(at(30s)));
}

TEST_F(ChartsTest, arrowKeysMoveTheCursorOfATimelineAndSayWhatStandsThere)
{
    chart.show();
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_End);
    ASSERT_EQ(chart.cursorMoment(), at(60s));

    QTest::keyClick(&chart, Qt::Key_Left);

    EXPECT_EQ(chart.cursorMoment(), at(30s));
    EXPECT_TRUE(chart.accessibleDescription().contains(u"Sent 10, Read 3"_s))
        << chart.accessibleDescription().toStdString();
    QTest::keyClick(&chart, Qt::Key_Home);
    EXPECT_EQ(chart.cursorMoment(), at(0s));
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chart.cursorMoment(), at(0s));
    QTest::keyClick(&chart, Qt::Key_Escape);
    EXPECT_EQ(chart.cursorMoment(), std::nullopt);
}

TEST_F(ChartsTest, thePointerPutsTheCursorOnTheNearestMoment)
{
    chart.show();
    chart.grab(); // lays the plot out
    const QRectF plot = chart.chart()->plotArea();

    QTest::mouseMove(chart.viewport(), QPointF{plot.right() - 2, plot.center().y()}.toPoint());

    EXPECT_EQ(chart.cursorMoment(), at(60s));
}

TEST_F(ChartsTest, aCursorIsDrawnWithoutMovingAnything)
{
    chart.show();
    const QRectF before = chart.chart()->plotArea();
    const QImage plain = chart.grab().toImage();

    QTest::keyClick(&chart, Qt::Key_End);

    EXPECT_NE(chart.grab().toImage(), plain);
    EXPECT_EQ(chart.chart()->plotArea(), before);
}

TEST_F(ChartsTest, aChartCanBeReadAsATable)
{
    auto *funnel = new FunnelChart;
    funnel->setSteps({
        {u"Sent"_s,      1'200, Tone::Blue},
        {u"Delivered"_s, 1'100, Tone::Blue}
    });
    ChartCard card{u"Funnel"_s, {}, funnel, [funnel] { return funnel->numbers(); }};
    card.resize(420, 200);
    card.show();

    choose(card, u"Show as table"_s);

    EXPECT_TRUE(card.isTableShown());
    const auto *table = card.findChild<DataTable *>();
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(table->accessibleName(), u"Funnel"_s);
    EXPECT_EQ(table->model()->index(0, 0).data().toString(), u"Sent"_s);
    EXPECT_EQ(table->model()->index(0, 1).data().toString(), u"1,200"_s);

    funnel->setSteps({
        {u"Sent"_s,      1'200, Tone::Blue},
        {u"Delivered"_s, 1'150, Tone::Blue}
    });
    card.refreshTable();
    EXPECT_EQ(table->model()->index(1, 1).data().toString(), u"1,150"_s);

    choose(card, u"Show as chart"_s);
    EXPECT_TRUE(funnel->isVisible());
}

TEST_F(ChartsTest, aPictureIsOfferedAsPngAndAsSvg)
{
    auto *funnel = new FunnelChart;
    funnel->setSteps({
        {u"Sent"_s, 12, Tone::Blue}
    });
    ChartCard card{u"Funnel"_s, {}, funnel, [funnel] { return funnel->numbers(); }};
    card.resize(420, 200);
    card.show();
    ChartPicture picture;
    QObject::connect(&card, &ChartCard::pictureWanted, &card,
                     [&](const ChartPicture &made) { picture = made; });

    choose(card, u"Export picture…"_s);

    EXPECT_EQ(picture.title, u"Funnel"_s);
    const QImage png = QImage::fromData(picture.png, "PNG");
    EXPECT_GE(png.width(), 2 * funnel->width());
    EXPECT_TRUE(picture.svg.contains("<svg"));
    EXPECT_TRUE(picture.svg.contains("Sent"));
}

TEST_F(ChartsTest, theNumbersAreHandedOverAsTheyAreShown)
{
    auto *line = new TimelineChart;
    line->setLine(TimelineLine::Sent,
                  {
                      {at(0s), 10}
    });
    ChartCard card{u"Timeline"_s, {}, line, [line] { return line->numbers(); }};
    card.show();
    ChartTable given;
    QObject::connect(&card, &ChartCard::numbersWanted, &card,
                     [&](const QString &, const ChartTable &numbers) { given = numbers; });

    choose(card, u"Export numbers…"_s);

    ASSERT_EQ(given.rows.size(), 1u);
    EXPECT_EQ(given.rows.front().numbers.front(), 10);
}

TEST_F(ChartsTest, anEmptyChartHasNoMenu)
{
    auto *line = new TimelineChart;
    ChartCard card{u"Timeline"_s, {}, line, [line] { return line->numbers(); }};

    card.setEmpty(u"Nothing yet."_s);
    EXPECT_FALSE(card.findChild<Button *>()->isEnabled());

    card.setFilled();
    EXPECT_TRUE(card.findChild<Button *>()->isEnabled());
}

TEST_F(ChartsTest, theTableOfARunningChartKeepsItsRows)
{
    ChartTableModel model;
    const QAbstractItemModelTester tester{&model};
    const QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    ChartTable table{
        {u"Time"_s, u"Sent"_s},
        {{u"10:00"_s, u"10:00"_s, {1}}        }
    };
    model.setTable(table);
    const qsizetype before = reset.count();

    table.rows.push_back({u"10:01"_s, u"10:01"_s, {std::nullopt}});
    model.setTable(table);

    EXPECT_EQ(reset.count(), before);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(1, 1).data().toString(), u"–"_s);
}
