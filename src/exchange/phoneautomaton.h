#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

// The fast way to read a phone number: an automaton over its digits, made at build time from libphonenumber's
// own metadata. It answers only where libphonenumber could not answer otherwise; tests/exchange holds them
// against each other.

/// A number that is certainly valid.
struct SurePhone
{
    quint64 digits = 0; ///< of the E.164 number, without "+"
    quint16 verdict = 0;

    /// ISO code of its country; "001" for numbers of the whole world.
    const QString &region() const;
    QByteArrayView regionCode() const;
    /// As PhoneNumberUtil::PhoneNumberType.
    int type() const;
    QString e164() const;
};

/// Digits that certainly are no valid number.
struct WrongPhone
{
    quint64 digits = 0; ///< behind the "+" or "00"; they do not begin with 0
    int count = 0; ///< of the digits
    bool isAfterZeros = false; ///< "00" instead of "+"
    bool isAllOfIt = false; ///< libphonenumber takes nothing off that is behind the calling code
};

/// A country by its place in the tables; -1: none.
int phoneCountryIndex(const QString &country);

/// What a cell says beyond doubt: digits with the blanks, dashes, dots and brackets that people put between
/// them, a
/// "+" or "00" in front or typed in `country` (of phoneCountryIndex()). Nothing for everything else, which
/// the library has to look at.
std::optional<SurePhone> readSurePhone(QStringView cell, int country);
/// The same of a cell in ASCII.
std::optional<SurePhone> readSurePhone(QLatin1StringView cell, int country);

/// Of a cell in the same form, with "+" or "00". Nothing where the digits are a number.
std::optional<WrongPhone> readWrongPhone(QStringView cell);
