#pragma once

#include <QString>
#include <QTimeZone>

#include <optional>
#include <vector>

/// A quarter of an hour, counted from 1970: clocks all over the world differ by whole ones.
using Quarter = qint64;

inline constexpr qint64 kQuarterSeconds = 15 * 60;

/// What clocks at a place show, for many moments of a period. A country with several zones has a clock only
/// while they agree.
class PlaceClock
{
public:
    struct Reading
    {
        qint64 day = 0; ///< Julian day
        int weekday = 0; ///< 0 is Monday
        int hour = 0;
    };

    /// `place`: a country ("ES") or a time zone, as people's places are kept. For moments from `from` to
    /// before `until`.
    PlaceClock(const QString &place, Quarter from, Quarter until);
    PlaceClock(const std::vector<QTimeZone> &zones, Quarter from, Quarter until);

    /// Nothing where clocks differ, or the place is not known.
    std::optional<Reading> at(Quarter quarter) const;

private:
    struct Stretch
    {
        Quarter from = 0;
        std::optional<int> offset; ///< seconds east of UTC
    };
    std::vector<Stretch> m_stretches; ///< in order; empty: not known
};
