#pragma once

#include "exchange/phonetables/digitpattern.h"

#include <phonenumbers/phonenumberutil.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace i18n::phonenumbers {
class PhoneMetadata;
} // namespace i18n::phonenumbers

using i18n::phonenumbers::PhoneNumberUtil;

/// The kinds in the order in which the library asks for them, the two most frequent ones apart.
constexpr std::array kKindsAskedFirst{
    PhoneNumberUtil::PREMIUM_RATE, PhoneNumberUtil::TOLL_FREE,       PhoneNumberUtil::SHARED_COST,
    PhoneNumberUtil::VOIP,         PhoneNumberUtil::PERSONAL_NUMBER, PhoneNumberUtil::PAGER,
    PhoneNumberUtil::UAN,          PhoneNumberUtil::VOICEMAIL};

/// The rules by which libphonenumber reads the numbers of one country.
struct Region
{
    std::string code;
    int callingCode = 0;
    Pattern general;
    std::array<Pattern, kKindsAskedFirst.size()> kinds;
    Pattern fixedLine;
    Pattern mobile;
    bool sameMobileAndFixedLine = false;
    std::optional<Pattern> leadingDigits;
    std::optional<Pattern> internationalPrefix;
    std::optional<Pattern> nationalPrefix; ///< what the library takes off national digits
    std::string plainNationalPrefix; ///< where that is just digits; else empty
};

/// Nothing where some rule cannot be understood.
std::optional<Region> readRegion(const i18n::phonenumbers::PhoneMetadata &metadata);

/// The regions that share a calling code, the main one first, as the library asks them.
struct CallingCode
{
    int code = 0;
    std::vector<const Region *> regions;
};
