#pragma once

#include "domain/attribute.h"

#include <QString>

#include <optional>

/// "1,250.5" for the number 1250.5 and "12 Mar 2026" for the date 2026-03-12, by the person's locale. A value
/// that is not of its type stays as it is.
QString attributeText(const QString &value, AttributeType type);
/// What a person typed, as it is stored. Nothing where it is no number, or no date: both their locale's form
/// and the stored one are understood.
std::optional<QString> readAttribute(const QString &typed, AttributeType type);
/// "A number, such as 12.5"
QString attributeHint(AttributeType type);
/// "Text", "Number", "Date"
QString wordFor(AttributeType type);
