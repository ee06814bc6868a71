#include "exchange/phonerefusal.h"

#include "exchange/callingcode.h"
#include "exchange/phoneautomaton.h"

#include <array>

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

constexpr int kMexico = 52; ///< where a 1 may stand before the number
constexpr int kFewestDigits = 4; // fewer are not even read as a number
constexpr int kLongestCallingCode = 3;
constexpr int kMostDigits = 15; // of a number with its calling code; the automaton knows none beyond

/// Digits apart from their calling code.
struct Split
{
    const CallingCode *code = nullptr; ///< null: there is none that they begin with
    int callingCode = 0;
    int nationalDigits = 0;
};

Split splitOff(const WrongPhone &wrong)
{
    quint64 rest = wrong.digits;
    std::array<int, kLongestCallingCode> beginnings{};
    for (int digits = wrong.count; digits > 0; --digits, rest /= 10) {
        if (digits <= kLongestCallingCode)
            beginnings[size_t(digits - 1)] = int(rest);
    }
    for (int digits = 1; digits <= kLongestCallingCode; ++digits) {
        const int callingCode = beginnings[size_t(digits - 1)];
        if (const CallingCode *code = CallingCode::find(callingCode))
            return {code, callingCode, wrong.count - digits};
    }
    return {};
}

ParsedPhone refused(const QString &cell, ImportReason reason)
{
    ParsedPhone phone;
    phone.input = cell;
    phone.reason = reason;
    return phone;
}

/// Nothing where the library has to be asked for the country.
std::optional<ParsedPhone> possible(const QString &cell, const WrongPhone &wrong, const Split &split)
{
    if (!split.code->hasOneRegion() || wrong.count > kMostDigits)
        return std::nullopt;
    ParsedPhone phone = refused(cell, ImportReason::InvalidForCountry);
    phone.e164 = u'+' + QString::number(wrong.digits);
    phone.region = split.code->region();
    phone.type = u"unknown"_s;
    phone.areaCodeMissing =
        split.code->length(split.nationalDigits) == PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY;
    return phone;
}

} // namespace

std::optional<ParsedPhone> refusePlainly(const QString &cell, const QString &country)
{
    const std::optional<WrongPhone> wrong = readWrongPhone(cell);
    if (!wrong || wrong->count < kFewestDigits)
        return std::nullopt;
    // Where "00" leads to nothing possible, the digits may still be national ones.
    const bool mayBeNational = wrong->isAfterZeros && !country.isEmpty();
    const Split split = splitOff(*wrong);
    if (!split.code)
        return mayBeNational ? std::nullopt : std::optional{refused(cell, ImportReason::InvalidForCountry)};
    if (!wrong->isAllOfIt || split.callingCode == kMexico || split.nationalDigits < kFewestDigits
        || split.nationalDigits > CallingCode::kMostDigits)
        return std::nullopt;

    ParsedPhone phone = refused(cell, ImportReason::InvalidForCountry);
    phone.region = split.code->region();
    switch (split.code->length(split.nationalDigits)) {
    case PhoneNumberUtil::IS_POSSIBLE:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return possible(cell, *wrong, split);
    case PhoneNumberUtil::TOO_SHORT:
        phone.reason = ImportReason::TooShort;
        phone.digitsMissing = split.code->digitsToPossibleLength(split.nationalDigits, +1);
        break;
    case PhoneNumberUtil::TOO_LONG:
        phone.reason = ImportReason::TooLong;
        phone.digitsTooMany = split.code->digitsToPossibleLength(split.nationalDigits, -1);
        break;
    case PhoneNumberUtil::INVALID_LENGTH:
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: break;
    }
    return mayBeNational ? std::nullopt : std::optional{phone};
}
