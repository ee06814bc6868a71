#pragma once

#include <phonenumbers/phonenumberutil.h>

#include <QString>

#include <array>

/// What libphonenumber says of all numbers behind a calling code, whatever their digits are. Asked once.
class CallingCode
{
public:
    using Length = i18n::phonenumbers::PhoneNumberUtil::ValidationResult;

    static constexpr int kMostDigits = 17; ///< more than any number has, with its calling code

    /// Null where there is no such code.
    static const CallingCode *find(int code);

    /// The main country; "001" where it is none.
    const QString &region() const { return m_region; }
    bool hasOneRegion() const { return m_hasOneRegion; }

    /// Whether a national number may have so many digits, up to kMostDigits.
    Length length(int digits) const { return m_lengths[size_t(digits)]; }
    /// How many digits more (`direction` +1) or fewer (-1) than `digits` make the next possible length; 0 if
    /// there is none.
    int digitsToPossibleLength(int digits, int direction) const;

private:
    explicit CallingCode(int code);

    QString m_region;
    bool m_hasOneRegion = false;
    std::array<Length, kMostDigits + 1> m_lengths{};
};
