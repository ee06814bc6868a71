#pragma once

#include "exchange/phoneparser.h"

#include <optional>

/// What libphonenumber would say of a cell whose digits, written with a calling code, are beyond doubt no
/// valid number: of no country, too short, too long, of nobody there. Nothing for everything else.
/// tests/exchange holds it against the library.
std::optional<ParsedPhone> refusePlainly(const QString &cell, const QString &country);
