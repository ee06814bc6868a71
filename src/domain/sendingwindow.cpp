#include "domain/sendingwindow.h"

#include "domain/timeofday.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array kDayWords{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

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
    const QDateTime from = momentAt(day, window.fromMinute, zone);
    const QDateTime to = momentAt(overMidnight ? day.addDays(1) : day, window.toMinute, zone);
    const Opening opening{fromDateTime(from), fromDateTime(to)};
    if (opening.to <= opening.from) // the whole opening falls into a skipped time
        return std::nullopt;
    return opening;
}

/// The opening that `time` lies in, or else the next one within the coming nine days.
std::optional<Opening> openingAtOrAfter(const SendingWindow &window, UtcTime time, const QTimeZone &zone)
{
    if (!zone.isValid())
        return std::nullopt;
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
    const std::optional<int> from = parseTimeOfDay(text.left(dash).trimmed());
    const std::optional<int> to = parseTimeOfDay(text.mid(dash + 1).trimmed(), true);
    if (!from || !to || *from == *to)
        return std::nullopt;
    SendingWindow window;
    window.fromMinute = *from;
    window.toMinute = *to;
    return window;
}

QString SendingWindow::hoursText() const
{
    return timeOfDayText(fromMinute) + u'-' + timeOfDayText(toMinute);
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

QTimeZone zoneOf(const SendingWindow &window, const QTimeZone &workspaceZone)
{
    if (!window.timeZone.isEmpty() && !window.usesRecipientZone()) { // an empty id is the system's zone to Qt
        const QTimeZone own{window.timeZone.toLatin1()};
        if (own.isValid())
            return own;
    }
    return workspaceZone.isValid() ? workspaceZone : QTimeZone::utc();
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

bool isTimeZoneName(const QString &text)
{
    // "GB" and "NZ" are old names of zones, too; here they are countries.
    return (text.contains(u'/') && !text.startsWith(u"Etc/"_s)
            && QTimeZone::isTimeZoneIdAvailable(text.toLatin1()))
        || text == u"UTC"_s;
}

std::vector<QTimeZone> zonesOfRegion(const QString &region)
{
    std::vector<QTimeZone> zones;
    if (isTimeZoneName(region)) {
        zones.emplace_back(region.toLatin1());
        return zones;
    }
    const QLocale::Territory territory = QLocale::codeToTerritory(region);
    if (territory == QLocale::AnyTerritory)
        return zones;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds(territory);
    for (const QByteArray &id : ids)
        zones.emplace_back(id);
    return zones;
}

std::optional<UtcTime> nextOpeningInAll(const SendingWindow &window, UtcTime time,
                                        const std::vector<QTimeZone> &zones)
{
    // Each round moves to the latest of the openings; with days left out, a common one may be a week away.
    constexpr int kMostRounds = 40;
    for (int round = 0; round < kMostRounds; ++round) {
        UtcTime latest = time;
        for (const QTimeZone &zone : zones) {
            const std::optional<UtcTime> opening = nextOpening(window, time, zone);
            if (!opening)
                return std::nullopt;
            latest = std::max(latest, *opening);
        }
        if (latest == time)
            return time;
        time = latest;
    }
    return std::nullopt;
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
