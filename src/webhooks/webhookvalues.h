#pragma once

#include <QJsonValue>
#include <QString>

// Values of Meta's JSON as they are meant. What is missing, or of another kind, is empty or 0.

/// Longer words of Meta are cut here.
inline constexpr qsizetype kLongestSummary = 300;

QString textIn(const QJsonValue &object, QLatin1StringView key);
/// Ids are text, but numbers in some fields.
QString idIn(const QJsonValue &object, QLatin1StringView key);
int numberIn(const QJsonValue &object, QLatin1StringView key);

/// Those that are not empty, with commas.
QString joinedParts(QStringList parts);
