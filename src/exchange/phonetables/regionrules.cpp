#include "exchange/phonetables/regionrules.h"

#include <phonenumbers/phonemetadata.pb.h>

#include <algorithm>

using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneNumberDesc;

namespace {

std::optional<Pattern> compileDescription(const PhoneNumberDesc &description)
{
    Pattern pattern;
    if (!description.national_number_pattern().empty()) {
        const std::optional<Pattern> compiled =
            compilePattern(description.national_number_pattern(), Use::WholeNumber);
        if (!compiled)
            return std::nullopt;
        pattern = *compiled;
    }
    pattern.lengths = {description.possible_length().begin(), description.possible_length().end()};
    return pattern;
}

bool isDigits(const std::string &text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<Region> readRegion(const PhoneMetadata &metadata)
{
    Region region;
    region.code = metadata.id();
    region.callingCode = metadata.country_code();
    bool isUnderstood = true;
    const auto take = [&](const PhoneNumberDesc &description) {
        const std::optional<Pattern> pattern = compileDescription(description);
        isUnderstood = isUnderstood && pattern.has_value();
        return pattern.value_or(Pattern{});
    };
    const auto takeText = [&](const std::string &text, Use use) -> std::optional<Pattern> {
        if (text.empty())
            return std::nullopt;
        std::optional<Pattern> pattern = compilePattern(text, use);
        isUnderstood = isUnderstood && pattern.has_value();
        return pattern;
    };
    region.general = take(metadata.general_desc());
    region.kinds = {
        take(metadata.premium_rate()), take(metadata.toll_free()),       take(metadata.shared_cost()),
        take(metadata.voip()),         take(metadata.personal_number()), take(metadata.pager()),
        take(metadata.uan()),          take(metadata.voicemail())};
    region.fixedLine = take(metadata.fixed_line());
    region.mobile = take(metadata.mobile());
    region.sameMobileAndFixedLine = metadata.same_mobile_and_fixed_line_pattern();
    region.leadingDigits = takeText(metadata.leading_digits(), Use::Beginning);
    region.internationalPrefix = takeText(metadata.international_prefix(), Use::Prefix);
    region.nationalPrefix = takeText(metadata.national_prefix_for_parsing(), Use::Prefix);
    if (isDigits(metadata.national_prefix_for_parsing()) && metadata.national_prefix_transform_rule().empty())
        region.plainNationalPrefix = metadata.national_prefix_for_parsing();
    return isUnderstood ? std::optional<Region>{region} : std::nullopt;
}
