#include "widgets/controls/sendinghours.h"

#include "widgets/theme/appearance.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace {

class SendingHoursTest : public testing::Test
{
protected:
    QTimeEdit *end() { return hours.findChild<QTimeEdit *>(u"toEdit"_s); }

    Appearance m_appearance{ThemeChoice::Light};
    SendingHours hours;
};

} // namespace

TEST_F(SendingHoursTest, theEndOfTheDayReadsTwentyFour)
{
    SendingWindow window;
    window.fromMinute = 0;
    window.toMinute = 24 * 60;

    hours.setSendingWindow(window);

    EXPECT_EQ(end()->text(), u"24:00"_s);
    EXPECT_EQ(hours.findChild<QTimeEdit *>(u"fromEdit"_s)->text(), u"00:00"_s);
    EXPECT_EQ(hours.sendingWindow(), window);
}

TEST_F(SendingHoursTest, theEndOfTheDayIsReachedByTheArrowKeysAndLeftAgain)
{
    hours.show();
    end()->setTime(QTime{23, 0});
    end()->setCurrentSection(QDateTimeEdit::HourSection);

    QTest::keyClick(end(), Qt::Key_Up);
    EXPECT_EQ(end()->text(), u"24:00"_s);
    EXPECT_EQ(hours.sendingWindow().toMinute, 24 * 60);

    end()->setCurrentSection(QDateTimeEdit::HourSection);
    QTest::keyClick(end(), Qt::Key_Down);
    EXPECT_EQ(hours.sendingWindow().toMinute, 23 * 60);
}

TEST_F(SendingHoursTest, twentyFourMayBeTyped)
{
    hours.show();
    end()->setTime(QTime{21, 0});
    end()->setSelectedSection(QDateTimeEdit::HourSection); // as where one tabs into it

    QTest::keyClicks(end(), u"2400"_s);
    QTest::keyClick(end(), Qt::Key_Return);

    EXPECT_EQ(hours.sendingWindow().toMinute, 24 * 60);
    EXPECT_EQ(end()->text(), u"24:00"_s);
}

TEST_F(SendingHoursTest, whatIsShownIsNotToldAsAChange)
{
    const QSignalSpy hoursChanged{&hours, &SendingHours::hoursChanged};
    const QSignalSpy daysChanged{&hours, &SendingHours::daysChanged};
    SendingWindow window;
    window.toMinute = 18 * 60;
    window.days = 0x1f;

    hours.setSendingWindow(window);

    EXPECT_EQ(hours.sendingWindow(), window);
    EXPECT_EQ(hoursChanged.count() + daysChanged.count(), 0);
}
