#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <optional>

class Database;

/// Calls `take` with every run of digits that may be a number with its country code.
template <typename Take>
void forEachNumber(const QByteArray &text, Take &&take)
{
    constexpr qsizetype kShortest = 7;
    constexpr qsizetype kLongest = 15;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (auto at = text.cbegin(); at != text.cend();) {
        const auto first = std::find_if(at, text.cend(), isDigit);
        at = std::find_if_not(first, text.cend(), isDigit);
        if (at - first >= kShortest && at - first <= kLongest)
            take(QByteArray::fromRawData(&*first, at - first));
    }
}

/// Calls `take` with every JSON string that has the form of one of Meta's names for people: the two letters
/// of a country, a point, then letters and digits.
template <typename Take>
void forEachUserId(const QByteArray &text, Take &&take)
{
    constexpr qsizetype kCountry = 2;
    const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isName = [&](char c) {
        return isLetter(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    for (qsizetype at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
        const qsizetype first = at - kCountry;
        if (first < 1 || text[first - 1] != '"' || !isLetter(text[first]) || !isLetter(text[first + 1]))
            continue;
        const auto end = std::find_if_not(text.cbegin() + at + 1, text.cend(), isName);
        if (end != text.cend() && *end == '"')
            take(text.mid(first, end - text.cbegin() - first));
    }
}

/// The numbers of erased people, of which only keyed hashes are left. Reads the key once, for loops over many
/// numbers.
class ErasedNumbers
{
public:
    explicit ErasedNumbers(Database &database)
        : m_database{database}
    {
    }

    Result<bool> contains(const PhoneNumber &phone);
    /// Makes the key when this is the first one.
    Result<> add(const PhoneNumber &phone, UtcTime now);
    /// Lets the person in again; changes of others speak of the number again too.
    Result<bool> remove(const PhoneNumber &phone);

    /// What stands for the number in changes of other people, who had it before or after; empty when nobody
    /// was ever erased.
    Result<QString> markOf(const PhoneNumber &phone);
    /// Puts it there.
    Result<> keepOutOfChanges(const PhoneNumber &phone);

    // Meta's own name for a person stands in for the number where the number is withheld.
    Result<bool> containsUserId(const QString &userId);
    /// When somebody of this name was erased.
    Result<std::optional<UtcTime>> timeOfUserId(const QString &userId);
    Result<> addUserId(const QString &userId, UtcTime now);
    Result<bool> removeUserId(const QString &userId);

    /// Whether a text such as a body of Meta's holds one of the numbers, with country code and ungrouped, or
    /// of the names.
    Result<bool> areIn(const QByteArray &text);

    /// Empty when nobody was ever erased.
    Result<QByteArray> key();
    /// For a workspace in which nobody was ever erased, and else without effect.
    Result<> useKey(const QByteArray &key);
    static QString hashOf(const PhoneNumber &phone, const QByteArray &key);

private:
    Result<> readKey();
    Result<bool> containsText(const QByteArray &text);
    Result<> addText(const QByteArray &text, UtcTime now);
    Result<bool> removeText(const QByteArray &text);

    Database &m_database;
    std::optional<QByteArray> m_key; ///< empty: nobody was ever erased
};
