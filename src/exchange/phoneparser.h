#pragma once

#include "base/result.h"
#include "exchange/importreason.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What was made of one cell. `e164` is given for every number that is possible in its country, also when no
/// such number is known to exist (`valid` is false and `reason` is InvalidForCountry).
struct ParsedPhone
{
    QString input;
    QString e164; ///< empty when there is none
    QString region; ///< ISO 3166 code of the country by whose rules it was read; empty when none was found
    QString type; ///< "mobile", "fixed_line", "fixed_line_or_mobile", "unknown" …; empty without a number
    bool valid = false;
    std::optional<ImportReason> reason;
    bool extensionDropped = false;
    bool areaCodeMissing = false; ///< possible, but only as dialled inside one town
    int digitsMissing = 0; ///< with TooShort, when it can be told
    int digitsTooMany = 0; ///< with TooLong, when it can be told

    bool isPossible() const { return !e164.isEmpty(); }
    friend bool operator==(const ParsedPhone &, const ParsedPhone &) = default;
};

/// Makes phone numbers of what people and spreadsheets write. Reads what can be read in one way only;
/// anything that would need a guess (two numbers in a cell, letters on keys, lost digits) is refused with its
/// reason. Objects may be used from several threads at once. A number that is written plainly and beyond
/// doubt valid or, with its calling code, not valid costs about a microsecond; every other one
/// libphonenumber's 15 µs or a few times that.
class PhoneParser
{
public:
    /// Without a default country: only numbers with "+" or "00" can be read.
    PhoneParser() = default;

    /// `country`: an ISO code that libphonenumber knows, in either case; empty for none.
    static Result<PhoneParser> withDefaultCountry(const QString &country);

    QString defaultCountry() const { return m_country; }

    ParsedPhone parse(const QString &cell) const;
    /// The row's own country (one of `countries()`) instead of the default one.
    ParsedPhone parse(const QString &cell, const QString &country) const;

    /// Every country that can be a default country: ISO codes, sorted.
    static const QStringList &countries();
    /// The upper-case ISO code of a country that libphonenumber knows; nothing for any other text.
    static std::optional<QString> knownCountry(const QString &text);
    /// The main country of a calling code: "ES" for "34".
    static std::optional<QString> countryOfCallingCode(const QString &digits);

    /// As people of its country would group it: "+34 600 000 274". The text itself if it is no E.164 number.
    static QString formatInternational(const QString &e164);
    /// ISO code of the country a number belongs to; empty when there is none.
    static QString regionOf(const QString &e164);

    /// As parse(), by libphonenumber alone: what parse() is held against.
    ParsedPhone parseByLibrary(const QString &cell, const QString &country) const;

private:
    QString m_country;
};
