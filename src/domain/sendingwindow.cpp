#include "domain/sendingwindow.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMinutesPerDay = 24 * 60;
constexpr std::array kDayWords{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<int> parseMinute(QStringView text, bool mayBeMidnightEnd)
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

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

/// The moment a local time of day stands for; a time that a daylight-saving change skips becomes the first
/// one after it.
QDateTime atMinute(QDate day, int minute, const QTimeZone &zone)
{
    if (minute >= kMinutesPerDay)
        return day.addDays(1).startOfDay(zone);
    QDateTime moment{
        day, QTime{0, 0}
         .addSecs(minute * 60), zone
    };
    while (!moment.isValid()) // skipped by the clock change
        moment = QDateTime{
            day, QTime{0, 0}
             .addSecs(++minute * 60), zone
        };
    return moment;
}

struct Opening
{
    UtcTime from;
    UtcTime to;
};

std::optional<Opening> openingOn(const SendingWindow &window, QDate day, const QTimeZone &zone)
{
    if (!(window.days & (1 << (day.dayOfWeek() - 1))))
        return std::nullopt;
    const bool overMidnight = window.toMinute <= window.fromMinute;
    const QDateTime from = atMinute(day, window.fromMinute, zone);
    const QDateTime to = atMinute(overMidnight ? day.addDays(1) : day, window.toMinute, zone);
    return Opening{fromDateTime(from), fromDateTime(to)};
}

/// The opening that `time` lies in, or else the next one within the coming nine days.
std::optional<Opening> openingAtOrAfter(const SendingWindow &window, UtcTime time, const QTimeZone &zone)
{
    const QDate today = toDateTime(time).toTimeZone(zone).date();
    for (int offset = -1; offset <= 8; ++offset) {
        const std::optional<Opening> opening = openingOn(window, today.addDays(offset), zone);
        if (opening && opening->to > time)
            return opening;
    }
    return std::nullopt;
}

} // namespace

bool SendingWindow::usesRecipientZone() const
{
    return timeZone == QLatin1String{kRecipientZone};
}

std::optional<SendingWindow> SendingWindow::parseHours(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0)
        return std::nullopt;
    const std::optional<int> from = parseMinute(text.left(dash).trimmed(), false);
    const std::optional<int> to = parseMinute(text.mid(dash + 1).trimmed(), true);
    if (!from || !to || *from == *to)
        return std::nullopt;
    SendingWindow window;
    window.fromMinute = *from;
    window.toMinute = *to;
    return window;
}

QString SendingWindow::hoursText() const
{
    return minuteText(fromMinute) + u'-' + minuteText(toMinute);
}

std::optional<quint8> SendingWindow::parseDays(QStringView text)
{
    quint8 days = 0;
    const auto words = text.split(u',', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        const auto found = std::find_if(kDayWords.begin(), kDayWords.end(), [&](const char *day) {
            return word.trimmed().compare(QLatin1String{day}, Qt::CaseInsensitive) == 0;
        });
        if (found == kDayWords.end())
            return std::nullopt;
        days |= static_cast<quint8>(1 << (found - kDayWords.begin()));
    }
    if (days == 0)
        return std::nullopt;
    return days;
}

QString SendingWindow::daysText() const
{
    QStringList words;
    for (size_t i = 0; i < kDayWords.size(); ++i) {
        if (days & (1 << i))
            words << QLatin1String{kDayWords[i]};
    }
    return words.join(u',');
}

bool isOpen(const SendingWindow &window, UtcTime time, const QTimeZone &zone)
{
    return openFor(window, time, zone) > 0ms;
}

std::optional<UtcTime> nextOpening(const SendingWindow &window, UtcTime time, const QTimeZone &zone)
{
    const std::optional<Opening> opening = openingAtOrAfter(window, time, zone);
    if (!opening)
        return std::nullopt;
    return std::max(opening->from, time);
}

std::chrono::milliseconds openFor(const SendingWindow &window, UtcTime time, const QTimeZone &zone)
{
    const std::optional<Opening> opening = openingAtOrAfter(window, time, zone);
    return opening && opening->from <= time ? opening->to - time : 0ms;
}

std::vector<QTimeZone> zonesOfRegion(const QString &region)
{
    std::vector<QTimeZone> zones;
    const QLocale::Territory territory = QLocale::codeToTerritory(region);
    if (territory == QLocale::AnyTerritory)
        return zones;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds(territory);
    for (const QByteArray &id : ids)
        zones.emplace_back(id);
    return zones;
}

bool isOpenForRegion(const SendingWindow &window, UtcTime time, const QString &region,
                     const QTimeZone &fallback)
{
    const std::vector<QTimeZone> zones = zonesOfRegion(region);
    if (zones.empty())
        return isOpen(window, time, fallback);
    return std::all_of(zones.begin(), zones.end(),
                       [&](const QTimeZone &zone) { return isOpen(window, time, zone); });
}
