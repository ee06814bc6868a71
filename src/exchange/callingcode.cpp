#include "exchange/callingcode.h"

#include <list>
#include <map>
#include <set>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

CallingCode::CallingCode(int code)
{
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    std::string region;
    library.GetRegionCodeForCountryCode(code, &region);
    m_region = QString::fromStdString(region);
    std::list<std::string> regions;
    library.GetRegionCodesForCountryCallingCode(code, &regions);
    m_hasOneRegion = regions.size() == 1;
    m_lengths[0] = PhoneNumberUtil::TOO_SHORT;
    for (int digits = 1; digits <= kMostDigits; ++digits) {
        PhoneNumber probe;
        probe.set_country_code(code);
        probe.set_national_number(std::stoull(std::string(size_t(digits), '2')));
        m_lengths[size_t(digits)] = library.IsPossibleNumberWithReason(probe);
    }
}

const CallingCode *CallingCode::find(int code)
{
    static const std::map<int, CallingCode> all = [] {
        std::set<int> codes;
        PhoneNumberUtil::GetInstance()->GetSupportedCallingCodes(&codes);
        std::map<int, CallingCode> known;
        for (const int supported : codes)
            known.emplace(supported, CallingCode{supported});
        return known;
    }();
    const auto found = all.find(code);
    return found == all.end() ? nullptr : &found->second;
}

int CallingCode::digitsToPossibleLength(int digits, int direction) const
{
    for (int length = digits + direction; length > 0 && length <= kMostDigits; length += direction) {
        if (m_lengths[size_t(length)] == PhoneNumberUtil::IS_POSSIBLE)
            return (length - digits) * direction;
    }
    return 0;
}
