#pragma once

#include "exchange/importreason.h"

#include <QString>

#include <algorithm>
#include <optional>

/// Characters of a cell that may be one number, with all its brackets, words and an extension. Beyond that,
/// telling why it is none would take seconds a cell.
inline constexpr qsizetype kLongestNumber = 120;
/// What a part of a cell must have to be suspected of being a number of its own.
inline constexpr int kFewestDigitsOfANumber = 7;

/// The digits that a PhoneCell has; in the cell itself they may be those of any script.
inline bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

inline qsizetype digitCount(QStringView text)
{
    return std::count_if(text.begin(), text.end(), isDigit);
}

/// What is left of a cell once everything is taken off that people and spreadsheets write around a number:
/// what cannot be seen, quotes, "Tel.", "tel:", an extension, the form of a floating-point number.
struct PhoneCell
{
    QString text; ///< of one number; a "+" stands in front of its digits only
    std::optional<ImportReason> refusal; ///< why it cannot be one number; `text` means nothing then
    bool extensionDropped = false;
};

/// Never guesses: where digits were lost, or two numbers are written, the cell is refused.
PhoneCell readPhoneCell(const QString &cell);
