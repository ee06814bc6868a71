#include "domain/timeofday.h"

using namespace Qt::StringLiterals;

namespace {

/// The first moment of a day. A zone that moved over the date line may lack a whole day; the next one stands
/// for it.
QDateTime startOf(QDate day, const QTimeZone &zone)
{
    constexpr int kMostMissingDays = 2;
    QDateTime start = day.startOfDay(zone);
    for (int skipped = 1; !start.isValid() && skipped <= kMostMissingDays; ++skipped)
        start = day.addDays(skipped).startOfDay(zone);
    return start;
}

} // namespace

std::optional<int> parseTimeOfDay(QStringView text, bool mayBeMidnightEnd)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon != 2 || text.size() != 5)
        return std::nullopt;
    bool hourOk = false;
    bool minuteOk = false;
    const int hour = text.left(2).toInt(&hourOk);
    const int minute = text.mid(3).toInt(&minuteOk);
    if (!hourOk || !minuteOk || hour < 0 || minute < 0 || minute > 59)
        return std::nullopt;
    const int total = hour * 60 + minute;
    if (total >= kMinutesPerDay && !(mayBeMidnightEnd && total == kMinutesPerDay))
        return std::nullopt;
    return total;
}

QString timeOfDayText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QDateTime momentAt(QDate day, int minute, const QTimeZone &zone)
{
    for (; minute < kMinutesPerDay; ++minute) {
        const QTime time = QTime::fromMSecsSinceStartOfDay(minute * 60'000);
        const QDateTime moment{day, time, zone};
        if (moment.isValid() && moment.time() == time) // neither skipped nor moved by the clock change
            return moment;
    }
    return startOf(day.addDays(1), zone);
}
