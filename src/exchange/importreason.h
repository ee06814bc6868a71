#pragma once

#include <QString>

#include <optional>

/// Why a row of a file cannot be used. The words of `toWord` are part of the terminal's contract.
enum class ImportReason {
    EmptyPhone,
    NotANumber,
    InvalidForCountry,
    MissingCountry,
    TooShort,
    TooLong,
    SeveralNumbers,
    PrecisionLost, ///< a spreadsheet turned it into 9.19979E+11
    NotTextual, ///< the bytes are not text in the file's encoding
    MissingVariable,
    UnclosedQuote,
    UnknownTimeZone,
};

/// "empty_phone", "not_a_number" …
QString toWord(ImportReason reason);
std::optional<ImportReason> importReasonFromWord(QStringView word);
