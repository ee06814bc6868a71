#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "domain/messagetemplate.h"
#include "domain/phonenumber.h"
#include "domain/preflight.h"

#include <QDate>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

/// Turns an E.164 number into what people of its country would write. Comes from outside, because only
/// `exchange` knows the countries.
using PhoneFormat = std::function<QString(const QString &e164)>;

/// "Sending", "Opted out", …
QString wordFor(CampaignState state);
QString wordFor(RecipientStatus status);

/// "12,480", by the person's locale.
QString countText(qint64 count);
/// "94.2 %" for 0.942.
QString percentText(double ratio);
/// "61 %" for 0.617: rounded down, so that 100 % means everybody.
QString wholePercentText(double ratio);
/// "94.2 %", or "3 of 12" where the whole is under 20 people; an en dash where there is no whole.
QString shareText(qint64 part, qint64 whole);
/// What stands for a value nobody knows.
QString unknownText();

/// The two largest units: "42 s", "8 min 22 s", "2 h 18 min", "3 days 22 h".
QString durationText(std::chrono::seconds duration);
/// The same without seconds from two minutes on, for what is only known roughly: "8 min".
QString roughDurationText(std::chrono::seconds duration);
/// Times are shown in the computer's own zone.
QString timeText(UtcTime at); ///< "11:29:41"
QString shortTimeText(UtcTime at); ///< "11:29"
QString dayText(UtcTime at, UtcTime now); ///< "Today", "18 Nov", or with the year when it is another one
QString dateText(const QDate &day); ///< "12 Mar 2025"
QString dateText(UtcTime at);
QString momentText(UtcTime at); ///< "Mon 23 Nov, 10:00"
QString momentText(UtcTime at, const QTimeZone &zone); ///< the same, on the clocks of `zone`
QString fullMomentText(UtcTime at); ///< with the year and seconds, for tooltips
/// "3 s ago", "in 22 h 18 min"; from 24 hours on the moment itself.
QString relativeText(UtcTime at, UtcTime now);
/// The city of the computer's time zone: "London".
QString zoneCityText(const QByteArray &ianaId);
QString localZoneCityText();

/// Keeps a phone number in one piece, left to right, inside any text (U+2066, U+2069).
QString isolated(const QString &phone);
QString phoneText(const PhoneNumber &phone, const PhoneFormat &format);

/// "English (US)" for "en_US".
QString languageText(const QString &metaLanguage);
/// "Marketing" for MARKETING; an unknown word in sentence case.
QString categoryText(const QString &metaCategory);
/// "High", "Medium", "Low", "Not rated yet".
QString qualityText(const QString &metaQuality);
/// "Approved", "In review", "Rejected", …
QString templateStatusText(const QString &metaStatus);
/// "1 · Lucía" for a positional variable with an example, else its name in words.
QString variableLabel(const TemplateVariable &variable);

/// "10 a minute", "20 a second", "as fast as the number allows".
QString rateText(const SendRate &rate);

/// The heading of a pre-flight line; its message is the second line.
QString checkTitle(const PreflightCheck &check);
