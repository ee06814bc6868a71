#pragma once

#include "base/clock.h"

#include <QTimeZone>

#include <optional>
#include <vector>

/// The hours and days in which messages may leave, in a time zone.
struct SendingWindow
{
    int fromMinute = 9 * 60; ///< minutes after midnight, 0 to 1439
    int toMinute = 21 * 60; ///< 1 to 1440, exclusive; not later than `fromMinute` means over midnight; 0 and
                            ///< 1440 together: always
    quint8 days = kEveryDay; ///< bit 0 is Monday; a window over midnight belongs to the day on which it opens
    QString timeZone; ///< IANA id, "recipient", or empty for the workspace's own

    static constexpr quint8 kEveryDay = 0x7f;
    static constexpr auto kRecipientZone = "recipient";

    bool isAlwaysOpen() const { return fromMinute == 0 && toMinute == 24 * 60 && days == kEveryDay; }
    bool usesRecipientZone() const;

    /// "09:00-21:00"; nothing unless two times of day; 24:00 only as the end.
    static std::optional<SendingWindow> parseHours(QStringView text);
    QString hoursText() const;

    /// "mon,tue,…"; nothing if a word is unknown or none is given.
    static std::optional<quint8> parseDays(QStringView text);
    QString daysText() const;

    friend bool operator==(const SendingWindow &, const SendingWindow &) = default;
};

/// The zone in which the window's hours are meant: its own, or else the workspace's. For a window in the
/// recipients' zones it is the one for people whose country is unknown.
QTimeZone zoneOf(const SendingWindow &window, const QTimeZone &workspaceZone);

/// Whether messages may leave at `time` for someone in `zone`.
bool isOpen(const SendingWindow &window, UtcTime time, const QTimeZone &zone);

/// The next moment, not before `time`, at which the window is open in `zone`, across daylight-saving changes;
/// nothing if no day is chosen.
std::optional<UtcTime> nextOpening(const SendingWindow &window, UtcTime time, const QTimeZone &zone);

/// How long it stays open from `time` on; zero when closed.
std::chrono::milliseconds openFor(const SendingWindow &window, UtcTime time, const QTimeZone &zone);

/// Whether text is the name of a time zone by its place, "America/Mexico_City", or "UTC". Abbreviations and
/// offsets are none: they do not know daylight saving.
bool isTimeZoneName(const QString &text);

/// The zones of a number's country ("ES"); several where the country has several. A time zone ("Asia/Tokyo")
/// stands for itself. Empty if unknown.
std::vector<QTimeZone> zonesOfRegion(const QString &region);

/// The next moment, not before `time`, at which the window is open in every one of these zones; nothing if
/// there is none in the coming weeks.
std::optional<UtcTime> nextOpeningInAll(const SendingWindow &window, UtcTime time,
                                        const std::vector<QTimeZone> &zones);

/// Open only while all zones of the region are inside the window; an unknown region uses `fallback`.
bool isOpenForRegion(const SendingWindow &window, UtcTime time, const QString &region,
                     const QTimeZone &fallback);
