#include "domain/placeclock.h"

#include <QDateTime>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

Quarter quarterAt(const char *utc)
{
    return QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toSecsSinceEpoch() / kQuarterSeconds;
}

PlaceClock clockOf2026(const QString &place)
{
    return {place, quarterAt("2026-01-01T00:00:00Z"), quarterAt("2027-01-01T00:00:00Z")};
}

/// "Sun 2026-03-29 03" or "-".
std::string shown(const PlaceClock &clock, const char *utc)
{
    const std::optional<PlaceClock::Reading> reading = clock.at(quarterAt(utc));
    if (!reading)
        return "-";
    const QStringList days{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    return u"%1 %2 %3"_s.arg(days[reading->weekday], QDate::fromJulianDay(reading->day).toString(Qt::ISODate))
        .arg(reading->hour, 2, 10, QChar{u'0'})
        .toStdString();
}

} // namespace

TEST(PlaceClockTest, clocksGoForwardAndBackWithDaylightSaving)
{
    const PlaceClock spain = clockOf2026(u"Europe/Madrid"_s);

    EXPECT_EQ(shown(spain, "2026-03-29T00:45:00Z"), "Sun 2026-03-29 01");
    EXPECT_EQ(shown(spain, "2026-03-29T01:00:00Z"), "Sun 2026-03-29 03") << "two o'clock does not exist";
    EXPECT_EQ(shown(spain, "2026-10-25T00:15:00Z"), "Sun 2026-10-25 02");
    EXPECT_EQ(shown(spain, "2026-10-25T01:15:00Z"), "Sun 2026-10-25 02") << "two o'clock comes twice";
    EXPECT_EQ(shown(spain, "2026-12-31T23:30:00Z"), "Fri 2027-01-01 00");
}

TEST(PlaceClockTest, halfAndQuarterHoursAreThoseOfThePlace)
{
    EXPECT_EQ(shown(clockOf2026(u"IN"_s), "2026-05-04T03:15:00Z"), "Mon 2026-05-04 08");
    EXPECT_EQ(shown(clockOf2026(u"IN"_s), "2026-05-04T03:30:00Z"), "Mon 2026-05-04 09");
    EXPECT_EQ(shown(clockOf2026(u"NP"_s), "2026-05-04T18:00:00Z"), "Mon 2026-05-04 23");
    EXPECT_EQ(shown(clockOf2026(u"NP"_s), "2026-05-04T18:15:00Z"), "Tue 2026-05-05 00");
    EXPECT_EQ(shown(clockOf2026(u"Australia/Lord_Howe"_s), "2026-04-05T02:00:00Z"), "Sun 2026-04-05 12")
        << "half an hour of daylight saving";
}

// "Nobody knows what time it is for a number from the United States."
TEST(PlaceClockTest, aCountryWhoseClocksDifferHasNoTime)
{
    EXPECT_EQ(shown(clockOf2026(u"US"_s), "2026-05-04T12:00:00Z"), "-");
    EXPECT_EQ(shown(clockOf2026(u"America/Chicago"_s), "2026-05-04T12:00:00Z"), "Mon 2026-05-04 07");
    EXPECT_EQ(shown(clockOf2026(u"DE"_s), "2026-05-04T12:00:00Z"), "Mon 2026-05-04 14")
        << "two zones that agree";
    EXPECT_EQ(shown(clockOf2026(u""_s), "2026-05-04T12:00:00Z"), "-");
}
