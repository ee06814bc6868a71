#include "domain/placeclock.h"

#include "domain/sendingwindow.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace {

constexpr qint64 kDaySeconds = 24 * 60 * 60;
constexpr qint64 kJulianDayOf1970 = 2'440'588;
constexpr qint64 kWeekdayOf1970 = 3; // a Thursday

QDateTime momentOf(Quarter quarter)
{
    return QDateTime::fromSecsSinceEpoch(quarter * kQuarterSeconds, Qt::UTC);
}

/// What all zones show then; nothing where they differ.
std::optional<int> commonOffset(const std::vector<QTimeZone> &zones, Quarter quarter)
{
    const QDateTime moment = momentOf(quarter);
    const int offset = zones.front().offsetFromUtc(moment);
    const bool agree = std::all_of(zones.begin() + 1, zones.end(), [&](const QTimeZone &zone) {
        return zone.offsetFromUtc(moment) == offset;
    });
    return agree ? std::optional{offset} : std::nullopt;
}

qint64 floorDivided(qint64 number, qint64 by)
{
    return number >= 0 ? number / by : -((-number + by - 1) / by);
}

} // namespace

PlaceClock::PlaceClock(const QString &place, Quarter from, Quarter until)
    : PlaceClock{zonesOfRegion(place), from, until}
{
}

PlaceClock::PlaceClock(const std::vector<QTimeZone> &zones, Quarter from, Quarter until)
{
    if (zones.empty())
        return;
    std::set<Quarter> changes{from};
    for (const QTimeZone &zone : zones) {
        const QTimeZone::OffsetDataList transitions = zone.transitions(momentOf(from), momentOf(until));
        for (const QTimeZone::OffsetData &change : transitions)
            changes.insert(floorDivided(change.atUtc.toSecsSinceEpoch(), kQuarterSeconds));
    }
    for (const Quarter change : changes)
        m_stretches.push_back({change, commonOffset(zones, change)});
}

std::optional<PlaceClock::Reading> PlaceClock::at(Quarter quarter) const
{
    const auto next = std::upper_bound(m_stretches.begin(), m_stretches.end(), quarter,
                                       [](Quarter at, const Stretch &stretch) { return at < stretch.from; });
    if (next == m_stretches.begin() || !std::prev(next)->offset)
        return std::nullopt;
    const qint64 seconds = quarter * kQuarterSeconds + *std::prev(next)->offset;
    const qint64 day = floorDivided(seconds, kDaySeconds);
    const qint64 weekday = ((day + kWeekdayOf1970) % 7 + 7) % 7;
    return Reading{day + kJulianDayOf1970, static_cast<int>(weekday),
                   static_cast<int>((seconds - day * kDaySeconds) / (60 * 60))};
}
