#include "domain/whatsappnumber.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace {

/// What follows the country code; empty where the number is of another country or has another length.
QStringView nationalPart(const PhoneNumber &phone, QLatin1StringView countryCode, qsizetype length)
{
    const QStringView number = phone.e164();
    const bool fits =
        number.sliced(1).startsWith(countryCode) && number.size() == 1 + countryCode.size() + length;
    return fits ? number.sliced(1 + countryCode.size()) : QStringView{};
}

PhoneNumber numberOf(std::initializer_list<QStringView> parts)
{
    QString e164;
    for (const QStringView part : parts)
        e164 += part;
    return PhoneNumber::fromE164(e164).value_or(PhoneNumber{});
}

/// "+52 1 55 …" was how mobile numbers were dialled until 2019; today's has ten digits.
std::vector<PhoneNumber> mexican(const PhoneNumber &phone)
{
    if (const QStringView old = nationalPart(phone, "52"_L1, 11); old.startsWith(u'1'))
        return {numberOf({u"+52", old.sliced(1)}), phone};
    if (const QStringView today = nationalPart(phone, "52"_L1, 10); !today.isEmpty())
        return {phone, numberOf({u"+521", today})};
    return {};
}

/// Two digits of the area, then a 9 that mobile numbers got until 2016, then eight digits of which the first
/// is 6 to 9; those of land lines begin with 2 to 5.
std::vector<PhoneNumber> brazilian(const PhoneNumber &phone)
{
    constexpr qsizetype kArea = 2;
    const auto isMobile = [](QStringView digits) { return digits.front() >= u'6'; };
    if (const QStringView old = nationalPart(phone, "55"_L1, 10);
        !old.isEmpty() && isMobile(old.sliced(kArea)))
        return {numberOf({u"+55", old.first(kArea), u"9", old.sliced(kArea)}), phone};
    if (const QStringView today = nationalPart(phone, "55"_L1, 11);
        !today.isEmpty() && today[kArea] == u'9' && isMobile(today.sliced(kArea + 1)))
        return {phone, numberOf({u"+55", today.first(kArea), today.sliced(kArea + 1)})};
    return {};
}

/// Mobile numbers have a 9 after the country code. Without it the digits may also be a land line's, which can
/// be on WhatsApp too, so that both stand for themselves and for each other.
std::vector<PhoneNumber> argentine(const PhoneNumber &phone)
{
    if (const QStringView mobile = nationalPart(phone, "54"_L1, 11); mobile.startsWith(u'9'))
        return {phone, numberOf({u"+54", mobile.sliced(1)})};
    if (const QStringView bare = nationalPart(phone, "54"_L1, 10); !bare.isEmpty())
        return {phone, numberOf({u"+549", bare})};
    return {};
}

} // namespace

std::vector<PhoneNumber> spellingsOnWhatsApp(const PhoneNumber &phone)
{
    if (phone.isEmpty())
        return {};
    for (const auto spellings : {mexican, brazilian, argentine}) {
        if (std::vector<PhoneNumber> found = spellings(phone); !found.empty())
            return found;
    }
    return {phone};
}

bool isFirstSpelling(quint64 digits)
{
    // Only numbers with these many digits, which begin so, have an older spelling.
    constexpr quint64 kMexicoWithOne = 521; // and ten digits
    constexpr quint64 kTenDigits = 10'000'000'000;
    constexpr quint64 kBrazil = 55; // and ten digits
    return digits / kTenDigits != kMexicoWithOne && digits / kTenDigits != kBrazil;
}
