#pragma once

#include <QString>

#include <optional>

/// The ISO code of a country as a column of a file may name it: "ES", "uk", "+34", "Spain", "España".
std::optional<QString> countryFromText(const QString &text);
