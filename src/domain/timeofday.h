#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

// Times of day as minutes after midnight, 0 to 1439, and the moments that they stand for in a zone.

inline constexpr int kMinutesPerDay = 24 * 60;

/// "09:30"; nothing unless it is a time of day. "24:00" only where `mayBeMidnightEnd`.
std::optional<int> parseTimeOfDay(QStringView text, bool mayBeMidnightEnd = false);
QString timeOfDayText(int minute);

/// The moment a time of day stands for; a time that a daylight-saving change skips becomes the first one
/// after it, and one that comes twice counts once.
QDateTime momentAt(QDate day, int minute, const QTimeZone &zone);
