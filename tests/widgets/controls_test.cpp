#include "widgets/controls/button.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/stackedbar.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/stepindicator.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/timelinechart.h"
#include "widgets/controls/toast.h"
#include "widgets/theme/appearance.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

class ControlsTest : public testing::Test
{
protected:
    Appearance m_appearance{ThemeChoice::Light};
};

QAbstractButton *buttonCalled(const QWidget &parent, const QString &text)
{
    for (QAbstractButton *button : parent.findChildren<QAbstractButton *>()) {
        if (button->text() == text || button->accessibleName() == text)
            return button;
    }
    return nullptr;
}

} // namespace

TEST_F(ControlsTest, theSmallestShareOfAProgressBarIsStillSeen)
{
    StackedBar bar;
    bar.setSegments(
        {
            {u"Read"_s,        9'000, Tone::Read },
            {u"Unconfirmed"_s, 1,     Tone::Amber}
    },
        10'000);

    const std::vector<int> widths = bar.segmentWidths(500);

    ASSERT_EQ(widths.size(), 2u);
    EXPECT_GE(widths[1], 2);
    EXPECT_LT(widths[0], 500);
    EXPECT_EQ(bar.remaining(), 999);
}

TEST_F(ControlsTest, manySmallSharesNeverOutgrowTheBar)
{
    StackedBar bar;
    std::vector<BarSegment> segments{
        {u"Delivered"_s, 99'990, Tone::Blue}
    };
    for (int i = 0; i < 5; ++i)
        segments.push_back({u"Failed"_s, 2, Tone::Red});
    bar.setSegments(segments, 100'000);

    const std::vector<int> widths = bar.segmentWidths(100);

    const int gaps = static_cast<int>(widths.size()) - 1;
    EXPECT_LE(std::accumulate(widths.begin(), widths.end(), gaps), 100);
    for (const int width : widths)
        EXPECT_GE(width, 2);
}

TEST_F(ControlsTest, aProgressBarReadsItsLegendAloud)
{
    StackedBar bar;

    bar.setSegments(
        {
            {u"Read"_s,   2674, Tone::Read},
            {u"Failed"_s, 0,    Tone::Red }
    },
        3000);

    EXPECT_TRUE(bar.accessibleDescription().contains(u"Read"_s));
    EXPECT_TRUE(bar.accessibleDescription().contains(u"326"_s));
    EXPECT_FALSE(bar.accessibleDescription().contains(u"Failed"_s));
}

TEST_F(ControlsTest, textMarksBecomeLettersOfTheirKind)
{
    EXPECT_EQ(whatsAppTextToHtml({{u"*bold* and _it_ ~no~"_s}}, {}),
              u"<b>bold</b> and <i>it</i> <s>no</s>"_s);
    EXPECT_EQ(whatsAppTextToHtml({{u"*_both_*"_s}}, {}), u"<b><i>both</i></b>"_s);
}

TEST_F(ControlsTest, textMarksInsideWordsAndWithBlanksStayAsTheyAre)
{
    EXPECT_EQ(whatsAppTextToHtml({{u"2*3*4 snake_case_name"_s}}, {}), u"2*3*4 snake_case_name"_s);
    EXPECT_EQ(whatsAppTextToHtml({{u"* no * and *open"_s}}, {}), u"* no * and *open"_s);
    EXPECT_EQ(whatsAppTextToHtml({{u"*two\nlines*"_s}}, {}), u"*two<br>lines*"_s);
}

// "Somebody sent us a very long message of stars, and the window hung."
TEST_F(ControlsTest, aLongTextOfOpenMarksIsReadAtOnce)
{
    const QString stars = u"*a _b ~c ```d "_s.repeated(65'536 / 14);
    QElapsedTimer timer;
    timer.start();

    const QString html = whatsAppTextToHtml({{stars}}, {});

    EXPECT_LT(timer.elapsed(), 1'000);
    EXPECT_GE(html.size(), stars.size());
}

TEST_F(ControlsTest, whatIsOpenInOneLineMayCloseInTheNext)
{
    EXPECT_EQ(whatsAppTextToHtml({{u"*open\n*bold* *open *bold*"_s}}, {}),
              u"*open<br><b>bold</b> <b>open *bold</b>"_s);
    EXPECT_EQ(whatsAppTextToHtml({{u"_*a _b_ *c*_"_s}}, {}), u"<i>*a _b</i> <b>c</b>_"_s);
}

TEST_F(ControlsTest, aTipShowsWhatPeopleCallThemselvesAsItIs)
{
    QWidget window;
    window.show();

    QToolTip::showText({10, 10}, u"<img src=\"//example.org/share/x.png\">Eve"_s, &window);

    const QWidgetList all = QApplication::topLevelWidgets();
    const auto tip = std::find_if(all.begin(), all.end(),
                                  [](const QWidget *widget) { return widget->inherits("QTipLabel"); });
    ASSERT_NE(tip, all.end());
    EXPECT_EQ(qobject_cast<QLabel *>(*tip)->textFormat(), Qt::PlainText);
    QToolTip::hideText();
}

TEST_F(ControlsTest, monospacedTextKnowsNoOtherMarks)
{
    const QString html = whatsAppTextToHtml({{u"```a*b*c```"_s}}, {});

    EXPECT_TRUE(html.contains(u"a*b*c"_s));
    EXPECT_TRUE(html.contains(u"font-family"_s));
}

TEST_F(ControlsTest, whatAPersonTypedIsNeverMarkup)
{
    const QString html = whatsAppTextToHtml(
        {
            {u"Hello "_s},
            { u"<b>*x*</b>"_s, true, u"1"_s}
    },
        u"color:red"_s);

    EXPECT_TRUE(html.contains(u"&lt;b&gt;*x*&lt;/b&gt;"_s));
    EXPECT_TRUE(html.contains(u"style=\"color:red\""_s));
}

TEST_F(ControlsTest, aFilterIsChosenByAClickAndTellsItsCount)
{
    FilterChips chips;
    chips.addChip(-1, u"All"_s);
    chips.addChip(3, u"Sending"_s);
    chips.setCount(-1, 24);
    chips.show();
    const QSignalSpy chosen{&chips, &FilterChips::chosen};
    QAbstractButton *sending = chips.findChildren<QAbstractButton *>().at(1);

    QTest::mouseClick(sending, Qt::LeftButton);

    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toInt(), 3);
    EXPECT_EQ(chips.currentKey(), 3);
    EXPECT_EQ(chips.findChildren<QAbstractButton *>().first()->accessibleName(), u"All, 24"_s);
}

TEST_F(ControlsTest, onlyReachableStepsCanBeEntered)
{
    StepIndicator steps{
        {u"Details"_s, u"Recipients"_s, u"Review"_s}
    };
    steps.setDone(0, true);
    steps.setCurrent(1);
    steps.setReachable(0, true);
    steps.show();
    const QSignalSpy chosen{&steps, &StepIndicator::stepChosen};
    const QList<QAbstractButton *> buttons = steps.findChildren<QAbstractButton *>();

    QTest::mouseClick(buttons.at(2), Qt::LeftButton);
    QTest::mouseClick(buttons.at(0), Qt::LeftButton);

    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toInt(), 0);
    EXPECT_EQ(buttons.at(0)->accessibleName(), u"Step 1 of 3: Details, done"_s);
    EXPECT_EQ(buttons.at(1)->accessibleName(), u"Step 2 of 3: Recipients, current step"_s);
}

TEST_F(ControlsTest, aFieldTellsItsProblemInPlaceOfItsHint)
{
    FormField field{u"Phone"_s, new QLineEdit};
    field.setHint(u"With the country code"_s);

    field.setProblem(u"2 digits missing"_s);

    EXPECT_EQ(field.field()->accessibleDescription(), u"2 digits missing"_s);
    EXPECT_TRUE(field.field()->property("problem").toBool());
    field.setProblem({});
    EXPECT_EQ(field.field()->accessibleDescription(), u"With the country code"_s);
    EXPECT_FALSE(field.field()->property("problem").toBool());
}

TEST_F(ControlsTest, cancelIsTheDefaultBeforeSomethingIsLost)
{
    QWidget window;
    window.show();
    MessageDialog *dialog = askBeforeLosing(&window, u"Cancel it?"_s, u"4,883 people will not get it."_s,
                                            u"Cancel campaign"_s, u"Keep sending"_s);
    const QSignalSpy accepted{dialog, &QDialog::accepted};
    const QSignalSpy rejected{dialog, &QDialog::rejected};

    auto *keep = qobject_cast<QPushButton *>(buttonCalled(*dialog, u"Keep sending"_s));
    ASSERT_NE(keep, nullptr);
    EXPECT_TRUE(keep->isDefault());
    QTest::keyClick(dialog, Qt::Key_Return);

    EXPECT_EQ(accepted.count(), 0);
    EXPECT_EQ(rejected.count(), 1);
}

TEST_F(ControlsTest, technicalWordsOfAnErrorAreOneClickAway)
{
    QWidget window;
    window.show();
    MessageDialog *dialog =
        tellError(&window, u"Not sent"_s, {ErrorKind::Network, u"No answer."_s, {}, u"HTTP 500, trace A1"_s});
    auto *details = dialog->findChild<QPlainTextEdit *>();
    ASSERT_NE(details, nullptr);
    EXPECT_FALSE(details->isVisible());

    QTest::mouseClick(buttonCalled(*dialog, u"Details for support"_s), Qt::LeftButton);

    EXPECT_TRUE(details->isVisible());
    EXPECT_EQ(details->toPlainText(), u"HTTP 500, trace A1"_s);
}

TEST_F(ControlsTest, loadingSaysNothingAtFirst)
{
    StatePanel panel;
    panel.resize(600, 400);
    panel.show();
    const QImage empty = panel.grab().toImage();

    panel.showLoading(u"Reading…"_s);
    const QImage atOnce = panel.grab().toImage();
    QTest::qWait(250);
    const QImage later = panel.grab().toImage();

    EXPECT_NE(atOnce, later);
    EXPECT_EQ(atOnce.pixelColor(40, 30), Theme::light().window);
    EXPECT_EQ(later.pixelColor(40, 30), Theme::light().sunken);
    EXPECT_EQ(buttonCalled(panel, u"Cancel"_s)->isVisible(), false);
}

TEST_F(ControlsTest, aFailureOffersToTryAgain)
{
    StatePanel panel;
    panel.showError({ErrorKind::Network, u"Meta could not be reached."_s}, u"Not fetched"_s);
    panel.show();
    const QSignalSpy retry{&panel, &StatePanel::retryRequested};

    QTest::mouseClick(buttonCalled(panel, u"Try again"_s), Qt::LeftButton);

    EXPECT_EQ(retry.count(), 1);
    EXPECT_EQ(panel.accessibleName(), u"Not fetched"_s);
}

TEST_F(ControlsTest, escapeClearsASearch)
{
    SearchField field{u"Search"_s};
    field.show();
    field.setText(u"goa"_s);

    QTest::keyClick(&field, Qt::Key_Escape);

    EXPECT_TRUE(field.text().isEmpty());
}

TEST_F(ControlsTest, aTableOpensARowByEnterAndCopiesByKeys)
{
    QStandardItemModel model{2, 2};
    model.setItem(0, 0, new QStandardItem{u"Goa"_s});
    model.setItem(0, 1, new QStandardItem{u"Sending"_s});
    DataTable table;
    table.setModel(&model);
    table.show();
    table.setCurrentIndex(model.index(0, 0));
    const QSignalSpy opened{&table, &DataTable::rowOpened};
    const QSignalSpy menu{&table, &DataTable::rowMenuRequested};

    QTest::keyClick(&table, Qt::Key_Return);
    QTest::keyClick(&table, Qt::Key_F10, Qt::ShiftModifier);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);

    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(menu.count(), 1);
    EXPECT_EQ(QApplication::clipboard()->text(), u"Goa\tSending"_s);
}

TEST_F(ControlsTest, aChangedCellIsTintedForAMomentAndItsNeighboursAreNot)
{
    QStandardItemModel model{1, 2};
    model.setItem(0, 0, new QStandardItem{u"7"_s});
    model.setItem(0, 1, new QStandardItem{u"Goa"_s});
    DataTable table;
    table.setModel(&model);
    table.resize(400, 200);
    table.show();
    emit model.dataChanged(model.index(0, 0),
                           model.index(0, 1)); // nothing new: the table only learns what it shows
    EXPECT_FALSE(table.isTinted(model.index(0, 0)));

    model.item(0, 0)->setText(u"8"_s);
    emit model.dataChanged(model.index(0, 0), model.index(0, 1));

    EXPECT_TRUE(table.isTinted(model.index(0, 0)));
    EXPECT_FALSE(table.isTinted(model.index(0, 1)));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !table.isTinted(model.index(0, 0)); }, 1500));
}

TEST_F(ControlsTest, columnsHideInTheirOrderWhereRoomIsShort)
{
    QStandardItemModel model{1, 3};
    DataTable table;
    table.setModel(&model);
    table.setColumns({
        TableColumn{0, 200, true,  0},
        TableColumn{1, 100, false, 2},
        TableColumn{2, 100, false, 1}
    });
    table.show();

    table.resize(320, 200);
    QTest::qWait(0);
    EXPECT_FALSE(table.isColumnHidden(1));
    EXPECT_TRUE(table.isColumnHidden(2));

    table.resize(600, 200);
    QTest::qWait(0);
    EXPECT_FALSE(table.isColumnHidden(2));
}

TEST_F(ControlsTest, theFirstColumnStaysWhereATableScrollsSideways)
{
    QStandardItemModel model{3, 4};
    for (int column = 0; column < 4; ++column)
        model.setItem(1, column, new QStandardItem{u"cell %1"_s.arg(column)});
    DataTable table;
    table.setModel(&model);
    table.setColumns({
        TableColumn{0, 120, true,  0},
        TableColumn{1, 160, false, 0},
        TableColumn{2, 160, false, 0},
        TableColumn{3, 160, false, 0}
    });
    table.resize(320, 240);
    table.show();
    QTest::qWait(0);
    const QRect home = table.visualRect(model.index(1, 0));
    const QRect aboveTheScrollBar{0, 0, 100, table.viewport()->geometry().bottom()};
    const QImage before = table.grab(aboveTheScrollBar).toImage();

    table.horizontalScrollBar()->setValue(table.horizontalScrollBar()->maximum());

    EXPECT_EQ(table.visualRect(model.index(1, 0)), home);
    EXPECT_EQ(table.indexAt(home.center()), model.index(1, 0));
    EXPECT_EQ(table.grab(aboveTheScrollBar).toImage(), before);
    table.scrollTo(model.index(1, 1));
    EXPECT_FALSE(table.visualRect(model.index(1, 1)).intersects(home));
}

TEST_F(ControlsTest, latinWordsStandWhereTheReadingBegins)
{
    TextLabel label{u"Lisboa"_s};
    TextLabel number{u"12"_s};
    number.setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (TextLabel *each : {&label, &number}) {
        each->setLayoutDirection(Qt::RightToLeft);
        each->resize(300, 20);
        each->show();
    }

    EXPECT_TRUE(label.alignment() & Qt::AlignRight);
    EXPECT_TRUE(number.alignment() & Qt::AlignLeft);
    for (TextLabel *each : {&label, &number})
        each->setLayoutDirection(Qt::LeftToRight);
    EXPECT_TRUE(label.alignment() & Qt::AlignLeft);
    EXPECT_TRUE(number.alignment() & Qt::AlignRight);
}

TEST_F(ControlsTest, whatFollowsInARowIsCentredInIt)
{
    QWidget row;
    FlowLayout layout{10, 8, &row};
    auto *low = new QWidget;
    low->setFixedSize(40, 20);
    auto *high = new QWidget;
    high->setFixedSize(40, 32);
    auto *next = new QWidget;
    next->setFixedSize(80, 20);
    for (QWidget *each : {low, high, next})
        layout.addWidget(each);
    row.resize(100, layout.heightForWidth(100));
    row.show();

    EXPECT_EQ(low->y(), 6);
    EXPECT_EQ(high->y(), 0);
    EXPECT_EQ(next->geometry(), QRect(0, 40, 80, 20));
    EXPECT_EQ(layout.heightForWidth(100), 60);
}

TEST_F(ControlsTest, aShortenedTextIsToldWholeByItsTooltip)
{
    TextLabel label{u"A name of a campaign that is much longer than its column"_s};
    label.setElided(true);
    label.resize(80, 24);
    label.show();
    QHelpEvent asked{
        QEvent::ToolTip, QPoint{4, 4},
         label.mapToGlobal(QPoint{4, 4}
         )
    };

    QApplication::sendEvent(&label, &asked);
    EXPECT_EQ(QToolTip::text(), label.text());

    QToolTip::hideText();
    EXPECT_TRUE(QTest::qWaitFor([] { return QToolTip::text().isEmpty(); }, 2000));
    label.resize(800, 24);
    QApplication::sendEvent(&label, &asked);
    EXPECT_EQ(QToolTip::text(), QString{});
}

TEST_F(ControlsTest, cardsFlowFromEightToFourToTwo)
{
    CardGrid grid{100, 10};
    for (int i = 0; i < 8; ++i)
        grid.addCard(new QWidget);
    grid.show();

    grid.resize(1000, 100);
    EXPECT_EQ(grid.columnCount(), 8);
    grid.resize(600, 200);
    EXPECT_EQ(grid.columnCount(), 4);
    grid.resize(300, 400);
    EXPECT_EQ(grid.columnCount(), 2);
}

TEST_F(ControlsTest, aToastCanBeUndoneAndGoesThen)
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    Toast toast{&window};
    const QSignalSpy undone{&toast, &Toast::actionRequested};
    toast.showMessage(u"9 people removed"_s, u"Undo"_s);
    ASSERT_TRUE(toast.isVisible());

    QTest::mouseClick(buttonCalled(toast, u"Undo"_s), Qt::LeftButton);

    EXPECT_EQ(undone.count(), 1);
    EXPECT_FALSE(toast.isVisible());
}

TEST_F(ControlsTest, aTimelineKeepsItsPointsAcrossAThemeSwitch)
{
    TimelineChart chart;
    chart.resize(500, 200);
    chart.show();
    const UtcTime start = fromMilliseconds(1'795'000'000'000);
    chart.setLine(TimelineLine::Sent,
                  {
                      {start,                           0   },
                      {start + std::chrono::minutes{5}, 1200}
    });

    const QImage light = chart.grab().toImage();
    m_appearance.setChoice(ThemeChoice::Dark);

    EXPECT_TRUE(QTest::qWaitFor([&] { return chart.grab().toImage() != light; }, 1000));
    EXPECT_FALSE(chart.isEmpty());
}

TEST_F(ControlsTest, anIconOnlyButtonHasANameAndATooltip)
{
    const std::unique_ptr<Button> button{Button::iconOnly(u"more"_s, u"More actions"_s)};

    EXPECT_EQ(button->accessibleName(), u"More actions"_s);
    EXPECT_EQ(button->toolTip(), u"More actions"_s);
    EXPECT_GE(button->sizeHint().width(), 24);
    EXPECT_GE(button->sizeHint().height(), 24);
}
