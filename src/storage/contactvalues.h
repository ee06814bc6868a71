#pragma once

#include <QString>

// What SQL makes of the values of attributes, which are kept as texts.

/// The value as a number; NULL where it is none. A number with zeros in front is a code, such as a postcode.
QString numberOfValue(const QString &value);
/// Whether it begins with a day, "2026-11-25".
QString isDateValue(const QString &value);
/// The type that all values of a group agree on, as a word.
QString attributeTypeOfValues(const QString &value);
