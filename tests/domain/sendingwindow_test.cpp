#include "domain/sendingwindow.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QTimeZone kBerlin{"Europe/Berlin"};
const QTimeZone kNewYork{"America/New_York"};

UtcTime utc(const char *text)
{
    return fromDateTime(QDateTime::fromString(QLatin1String{text}, Qt::ISODate));
}

SendingWindow hours(QStringView text, QStringView days = u"mon,tue,wed,thu,fri,sat,sun")
{
    SendingWindow window = *SendingWindow::parseHours(text);
    window.days = *SendingWindow::parseDays(days);
    return window;
}

std::string opening(const SendingWindow &window, const char *from, const QTimeZone &zone)
{
    const std::optional<UtcTime> found = nextOpening(window, utc(from), zone);
    return found ? toIsoText(*found).left(16).toStdString() : "never";
}

} // namespace

TEST(SendingWindowTest, readsHoursAndDaysAndSaysThemBack)
{
    for (const QStringView text : {u"09:00-21:00", u"00:00-24:00", u"22:30-06:15"})
        EXPECT_EQ(SendingWindow::parseHours(text)->hoursText(), text);
    for (const QStringView bad : {u"", u"9-21", u"09:00", u"09:00-09:00", u"24:00-09:00", u"09:60-21:00",
                                  u"09:00-25:00", u"-1:00-09:00"})
        EXPECT_FALSE(SendingWindow::parseHours(bad)) << bad.toString().toStdString();
    SendingWindow window;
    window.days = *SendingWindow::parseDays(u"Fri, mon");
    EXPECT_EQ(window.daysText(), u"mon,fri"_s);
    EXPECT_FALSE(SendingWindow::parseDays(u""));
    EXPECT_FALSE(SendingWindow::parseDays(u"mon,monday"));
}

TEST(SendingWindowTest, opensAtItsFirstMinuteAndClosesAtItsLast)
{
    const SendingWindow window = hours(u"09:00-21:00");

    EXPECT_FALSE(isOpen(window, utc("2026-01-15T07:59:59Z"), kBerlin));
    EXPECT_TRUE(isOpen(window, utc("2026-01-15T08:00:00Z"), kBerlin));
    EXPECT_TRUE(isOpen(window, utc("2026-01-15T19:59:59Z"), kBerlin));
    EXPECT_FALSE(isOpen(window, utc("2026-01-15T20:00:00Z"), kBerlin));
    EXPECT_EQ(openFor(window, utc("2026-01-15T19:00:00Z"), kBerlin), 1h);
    EXPECT_EQ(openFor(window, utc("2026-01-15T20:00:00Z"), kBerlin), 0h);
}

TEST(SendingWindowTest, aNightWindowBelongsToTheDayOnWhichItOpens)
{
    const SendingWindow window = hours(u"22:00-06:00", u"fri");

    EXPECT_TRUE(isOpen(window, utc("2026-01-16T23:00:00Z"), kBerlin)); // Friday night
    EXPECT_TRUE(isOpen(window, utc("2026-01-17T04:00:00Z"), kBerlin)); // still Friday's
    EXPECT_FALSE(isOpen(window, utc("2026-01-17T23:00:00Z"), kBerlin)); // Saturday night
    EXPECT_EQ(opening(window, "2026-01-17T05:00:00Z", kBerlin), "2026-01-23T21:00");
}

TEST(SendingWindowTest, theWholeDayIsOpenUntilMidnightOfAClosedDay)
{
    const SendingWindow weekdays = hours(u"00:00-24:00", u"mon,tue,wed,thu,fri");

    EXPECT_TRUE(isOpen(weekdays, utc("2026-01-16T22:59:59Z"), kBerlin));
    EXPECT_FALSE(isOpen(weekdays, utc("2026-01-16T23:00:00Z"), kBerlin));
    EXPECT_EQ(opening(weekdays, "2026-01-16T23:00:00Z", kBerlin), "2026-01-18T23:00");
}

TEST(SendingWindowTest, followsTheClockChangesOfSpringAndAutumn)
{
    const SendingWindow day = hours(u"09:00-21:00");
    EXPECT_EQ(opening(day, "2026-03-28T21:00:00Z", kBerlin), "2026-03-29T07:00"); // 08:00 UTC in winter
    EXPECT_EQ(opening(day, "2026-10-24T21:00:00Z", kBerlin), "2026-10-25T08:00");

    const SendingWindow night = hours(u"00:00-06:00");
    EXPECT_EQ(openFor(night, utc("2026-03-28T23:00:00Z"), kBerlin), 5h); // an hour is missing
    EXPECT_EQ(openFor(night, utc("2026-10-24T22:00:00Z"), kBerlin), 7h); // an hour comes twice
}

TEST(SendingWindowTest, aSkippedTimeOfDayBecomesTheFirstMomentAfterIt)
{
    EXPECT_EQ(opening(hours(u"02:30-05:00"), "2026-03-29T00:00:00Z", kBerlin), "2026-03-29T01:00");
}

TEST(SendingWindowTest, aSkippedHourBeforeMidnightLeadsIntoTheNextDay)
{
    const QTimeZone nuuk{"America/Nuuk"}; // changes at 01:00 UTC, which is late on Saturday there
    if (!nuuk.isValid())
        GTEST_SKIP() << "the system does not know America/Nuuk";
    const std::optional<UtcTime> found =
        nextOpening(hours(u"23:30-24:00"), utc("2025-03-29T12:00:00Z"), nuuk);

    ASSERT_TRUE(found);
    EXPECT_GT(*found, utc("2025-03-29T12:00:00Z"));
    EXPECT_LT(*found, utc("2025-03-31T12:00:00Z"));
}

TEST(SendingWindowTest, aDayThatAZoneSkippedDoesNotStopTheClock)
{
    const QTimeZone apia{"Pacific/Apia"}; // had no 30 December 2011

    EXPECT_EQ(opening(hours(u"09:00-21:00"), "2011-12-30T08:00:00Z", apia), "2011-12-30T19:00");
}

TEST(SendingWindowTest, aZoneThatDoesNotExistIsNeverOpen)
{
    EXPECT_FALSE(isOpen(hours(u"09:00-21:00"), utc("2026-01-15T12:00:00Z"), QTimeZone{"Not/AZone"}));
}

TEST(SendingWindowTest, itsOwnZoneComesBeforeTheWorkspaces)
{
    SendingWindow window = hours(u"09:00-21:00");
    EXPECT_EQ(zoneOf(window, kBerlin), kBerlin);
    window.timeZone = u"America/New_York"_s;
    EXPECT_EQ(zoneOf(window, kBerlin), kNewYork);
    window.timeZone = u"recipient"_s;
    EXPECT_EQ(zoneOf(window, kBerlin), kBerlin);
    window.timeZone = u"Mars/Olympus"_s;
    EXPECT_EQ(zoneOf(window, kBerlin), kBerlin);
}

TEST(SendingWindowTest, aCountryOfSeveralZonesIsOpenOnlyWhileAllOfThemAre)
{
    const SendingWindow window = hours(u"09:00-21:00");

    EXPECT_FALSE(
        isOpenForRegion(window, utc("2026-01-15T14:30:00Z"), u"US"_s, kBerlin)); // 09:30 in New York only
    EXPECT_TRUE(isOpenForRegion(window, utc("2026-01-15T20:00:00Z"), u"US"_s, kBerlin)); // 10:00 in Honolulu
    EXPECT_TRUE(isOpenForRegion(window, utc("2026-01-15T04:00:00Z"), u"IN"_s, kBerlin)); // 09:30 in Kolkata
    EXPECT_FALSE(isOpenForRegion(window, utc("2026-01-15T04:00:00Z"), QString{}, kBerlin)); // unknown: ours
    EXPECT_EQ(nextOpeningInAll(window, utc("2026-01-15T04:00:00Z"), zonesOfRegion(u"US"_s)),
              utc("2026-01-15T19:00:00Z"));
}

TEST(SendingWindowTest, aPersonsOwnZoneStandsForItselfAcrossItsDaylightSaving)
{
    const SendingWindow window = hours(u"09:00-21:00");

    EXPECT_TRUE(isOpenForRegion(window, utc("2026-01-15T14:30:00Z"), u"America/New_York"_s, kBerlin));
    EXPECT_FALSE(isOpenForRegion(window, utc("2026-01-15T13:30:00Z"), u"America/New_York"_s, kBerlin));
    EXPECT_TRUE(isOpenForRegion(window, utc("2026-07-15T13:30:00Z"), u"America/New_York"_s, kBerlin));
}

TEST(SendingWindowTest, onlyPlacesAreNamesOfZones)
{
    for (const QString &name : {u"Europe/Madrid"_s, u"America/Argentina/Ushuaia"_s, u"UTC"_s})
        EXPECT_TRUE(isTimeZoneName(name)) << qPrintable(name);
    for (const QString &name :
         {u"GB"_s, u"NZ"_s, u"CET"_s, u"UTC+2"_s, u"Etc/GMT+2"_s, u"Mars/Olympus"_s, QString{}})
        EXPECT_FALSE(isTimeZoneName(name)) << qPrintable(name);
}

TEST(SendingWindowTest, zonesThatAreNeverOpenTogetherHaveNoOpening)
{
    EXPECT_EQ(nextOpeningInAll(hours(u"09:00-10:00"), utc("2026-01-15T04:00:00Z"), {kBerlin, kNewYork}),
              std::nullopt);
}
