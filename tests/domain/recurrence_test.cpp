#include "domain/recurrence.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const QTimeZone kMadrid{"Europe/Madrid"};

UtcTime madrid(int year, int month, int day, int hour, int minute = 0)
{
    return fromDateTime(QDateTime{
        QDate{year, month, day},
        QTime{hour,    minute     },
        kMadrid
    });
}

RecurrenceRule weekly(quint8 days, int hour)
{
    return {RecurrenceRule::Every::Week, days, 1, hour * 60, {}};
}

RecurrenceRule monthly(int day, int hour)
{
    return {RecurrenceRule::Every::Month, 1, day, hour * 60, {}};
}

RecurrenceRule daily(int minute)
{
    return {RecurrenceRule::Every::Day, 1, 1, minute, {}};
}

} // namespace

TEST(RecurrenceTest, aDailyOneComesTodayIfItsTimeIsStillToCome)
{
    EXPECT_EQ(nextOccurrence(daily(600), madrid(2026, 11, 25, 9), kMadrid), madrid(2026, 11, 25, 10));
    EXPECT_EQ(nextOccurrence(daily(600), madrid(2026, 11, 25, 10), kMadrid), madrid(2026, 11, 26, 10));
}

TEST(RecurrenceTest, aWeeklyOneComesOnEachOfItsDays)
{
    const RecurrenceRule mondayAndThursday = weekly(0b1001, 10);

    const UtcTime thursday = nextOccurrence(mondayAndThursday, madrid(2026, 11, 25, 12), kMadrid);
    const UtcTime monday = nextOccurrence(mondayAndThursday, thursday, kMadrid);

    EXPECT_EQ(thursday, madrid(2026, 11, 26, 10));
    EXPECT_EQ(monday, madrid(2026, 11, 30, 10));
}

TEST(RecurrenceTest, aMonthlyOneTakesTheLastDayOfAShorterMonth)
{
    const RecurrenceRule rule = monthly(31, 10);

    const UtcTime february = nextOccurrence(rule, madrid(2027, 1, 31, 10), kMadrid);
    const UtcTime march = nextOccurrence(rule, february, kMadrid);
    const UtcTime april = nextOccurrence(rule, march, kMadrid);

    EXPECT_EQ(february, madrid(2027, 2, 28, 10));
    EXPECT_EQ(march, madrid(2027, 3, 31, 10));
    EXPECT_EQ(april, madrid(2027, 4, 30, 10));
    EXPECT_EQ(nextOccurrence(monthly(30, 10), madrid(2028, 2, 1, 0), kMadrid), madrid(2028, 2, 29, 10));
}

TEST(RecurrenceTest, theTimeOfDayStaysAcrossTheClockChanges)
{
    const UtcTime beforeSpring = madrid(2027, 3, 27, 10);
    const UtcTime afterSpring = nextOccurrence(daily(600), beforeSpring, kMadrid);
    const UtcTime beforeAutumn = madrid(2026, 10, 24, 10);
    const UtcTime afterAutumn = nextOccurrence(daily(600), beforeAutumn, kMadrid);

    EXPECT_EQ(afterSpring - beforeSpring, std::chrono::hours{23});
    EXPECT_EQ(afterAutumn - beforeAutumn, std::chrono::hours{25});
}

TEST(RecurrenceTest, aTimeThatTheClockChangeSkipsComesRightAfterIt)
{
    const int halfPastTwo = 150;

    const UtcTime skipped = nextOccurrence(daily(halfPastTwo), madrid(2027, 3, 27, 12), kMadrid);

    EXPECT_EQ(skipped, madrid(2027, 3, 28, 3));
    EXPECT_EQ(nextOccurrence(daily(halfPastTwo), skipped, kMadrid), madrid(2027, 3, 29, 2, 30));
}

TEST(RecurrenceTest, aTimeThatComesTwiceIsTakenOnce)
{
    const int halfPastTwo = 150;

    const UtcTime first = nextOccurrence(daily(halfPastTwo), madrid(2026, 10, 24, 12), kMadrid);
    const UtcTime second = nextOccurrence(daily(halfPastTwo), first, kMadrid);

    EXPECT_EQ(toDateTime(first).toTimeZone(kMadrid).date(), QDate(2026, 10, 25));
    EXPECT_EQ(toDateTime(second).toTimeZone(kMadrid).date(), QDate(2026, 10, 26));
}

TEST(RecurrenceTest, itsOwnZoneGoesBeforeTheWorkspaces)
{
    RecurrenceRule rule = daily(600);
    rule.timeZone = u"Asia/Kolkata"_s;

    const UtcTime next = nextOccurrence(rule, fromMilliseconds(0), kMadrid);

    EXPECT_EQ(toDateTime(next).toTimeZone(QTimeZone{"Asia/Kolkata"}).time(), QTime(10, 0));
}

TEST(RecurrenceTest, ofSeveralMissedTimesOnlyTheLatestIsMade)
{
    Recurrence recurrence;
    recurrence.rule = daily(600);
    recurrence.nextAt = madrid(2026, 11, 20, 10);

    EXPECT_EQ(dueOccurrence(recurrence, madrid(2026, 11, 20, 9, 59), kMadrid), std::nullopt);
    EXPECT_EQ(dueOccurrence(recurrence, madrid(2026, 11, 20, 10), kMadrid),
              (DueOccurrence{madrid(2026, 11, 20, 10), 0, madrid(2026, 11, 21, 10)}));
    EXPECT_EQ(dueOccurrence(recurrence, madrid(2026, 11, 25, 9), kMadrid),
              (DueOccurrence{madrid(2026, 11, 24, 10), 4, madrid(2026, 11, 25, 10)}));
}

TEST(RecurrenceTest, aRuleWithoutADayIsNone)
{
    EXPECT_FALSE(weekly(0, 10).isValid());
    EXPECT_FALSE(monthly(0, 10).isValid());
    EXPECT_FALSE(monthly(32, 10).isValid());
    EXPECT_FALSE(daily(1440).isValid());
    EXPECT_TRUE(daily(0).isValid());
}
