#include "exchange/phoneautomaton.h"

#include "exchange/phonetables.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace {

constexpr int kMostTypedDigits = 18;
constexpr int kDigitsOfTwoNumbers = 14; // from here on, a cell with gaps may hold two

/// The digits of a cell and how they stand there.
struct TypedDigits
{
    std::array<quint8, kMostTypedDigits> digits{};
    int count = 0;
    bool hasPlus = false;
    bool hasGaps = false;
};

char16_t unitOf(QChar character)
{
    return character.unicode();
}

char16_t unitOf(char character)
{
    return uchar(character);
}

/// Nothing where anything but one number in the plainest form stands in the cell.
template <typename Text>
std::optional<TypedDigits> typedDigits(Text cell)
{
    TypedDigits typed;
    int points = 0;
    bool isGap = false;
    bool isBracketOpen = false;
    for (const auto character : cell) {
        const char16_t c = unitOf(character);
        if (c >= u'0' && c <= u'9') {
            if (typed.count == kMostTypedDigits || (isBracketOpen && c == u'0'))
                return std::nullopt; // "(0)" is a matter of its own
            typed.hasGaps = typed.hasGaps || (isGap && typed.count > 0);
            typed.digits[size_t(typed.count++)] = quint8(c - u'0');
            isGap = false;
            isBracketOpen = false;
        } else if (c == u' ' || c == u'-' || c == u'(' || c == u')' || c == u'\u00A0') {
            isGap = true;
            isBracketOpen = c == u'(' || (isBracketOpen && c != u')');
        } else if (c == u'.') {
            isGap = true;
            ++points;
        } else if (c == u'+' && typed.count == 0) {
            typed.hasPlus = true;
        } else if (c != u'\'' || typed.count > 0 || typed.hasPlus) { // a spreadsheet's mark for text
            return std::nullopt;
        }
    }
    // One point may be that of a decimal number.
    if (typed.count == 0 || points == 1 || (typed.hasGaps && typed.count >= kDigitsOfTwoNumbers))
        return std::nullopt;
    return typed;
}

std::uint32_t nodeAfter(const quint8 *digits, int count, std::uint32_t node)
{
    for (int i = 0; i < count && node != 0; ++i)
        node = kPhoneNodes[node][digits[i]];
    return node;
}

std::optional<SurePhone> walk(const quint8 *digits, int count, std::uint32_t root, int callingCode)
{
    const std::uint32_t node = nodeAfter(digits, count, root);
    const quint16 verdict = kPhoneNodeVerdicts[node];
    if (verdict == 0)
        return std::nullopt;
    const PhoneVerdict &known = kPhoneVerdicts[verdict];
    SurePhone phone;
    phone.verdict = verdict;
    phone.digits = known.needsCallingCode ? quint64(callingCode) : 0;
    for (int i = known.stripped; i < count; ++i)
        phone.digits = phone.digits * 10 + digits[i];
    return phone;
}

const std::vector<QString> &regionNames()
{
    static const std::vector<QString> names = [] {
        std::vector<QString> all;
        for (std::size_t i = 0; i < kPhoneRegionCount; ++i)
            all.push_back(QString::fromLatin1(kPhoneRegions[i].code));
        return all;
    }();
    return names;
}

std::optional<SurePhone> sureNumber(const std::optional<TypedDigits> &typed, int country)
{
    if (!typed)
        return std::nullopt;
    const quint8 *const digits = typed->digits.data();
    if (typed->hasPlus)
        return walk(digits, typed->count, kPhoneInternationalRoot, 0);
    if (typed->count > 2 && digits[0] == 0 && digits[1] == 0)
        return walk(digits + 2, typed->count - 2, kPhoneInternationalRoot, 0);
    if (country < 0)
        return std::nullopt;
    const PhoneRegion &region = kPhoneRegions[country];
    return walk(digits, typed->count, region.nationalRoot, region.callingCode);
}

} // namespace

const QString &SurePhone::region() const
{
    return regionNames()[kPhoneVerdicts[verdict].region];
}

QByteArrayView SurePhone::regionCode() const
{
    return kPhoneRegions[kPhoneVerdicts[verdict].region].code;
}

int SurePhone::type() const
{
    return kPhoneVerdicts[verdict].type;
}

QString SurePhone::e164() const
{
    constexpr int kMostDigits = 20;
    std::array<char16_t, kMostDigits + 1> text;
    size_t begin = text.size();
    for (quint64 rest = digits; rest > 0; rest /= 10)
        text[--begin] = char16_t(u'0' + rest % 10);
    text[--begin] = u'+';
    return QString{reinterpret_cast<const QChar *>(text.data() + begin), qsizetype(text.size() - begin)};
}

int phoneCountryIndex(const QString &country)
{
    if (country.isEmpty())
        return -1;
    const QByteArray code = country.toLatin1();
    const PhoneRegion *const end = kPhoneRegions + kPhoneRegionCount;
    const PhoneRegion *const found = std::lower_bound(
        kPhoneRegions, end, code.constData(),
        [](const PhoneRegion &region, const char *wanted) { return std::strcmp(region.code, wanted) < 0; });
    return found != end && code == found->code ? int(found - kPhoneRegions) : -1;
}

std::optional<SurePhone> readSurePhone(QStringView cell, int country)
{
    return sureNumber(typedDigits(cell), country);
}

std::optional<SurePhone> readSurePhone(QLatin1StringView cell, int country)
{
    return sureNumber(typedDigits(cell), country);
}

std::optional<WrongPhone> readWrongPhone(QStringView cell)
{
    const std::optional<TypedDigits> typed = typedDigits(cell);
    if (!typed)
        return std::nullopt;
    const bool isAfterZeros = !typed->hasPlus && typed->digits[0] == 0 && typed->digits[1] == 0;
    const int begin = isAfterZeros ? 2 : 0;
    if (!(typed->hasPlus || isAfterZeros) || typed->count <= begin || typed->digits[size_t(begin)] == 0)
        return std::nullopt;
    const std::uint32_t node =
        nodeAfter(typed->digits.data() + begin, typed->count - begin, kPhoneInternationalRoot);
    if (kPhoneNodeVerdicts[node] != 0)
        return std::nullopt;
    WrongPhone wrong;
    wrong.count = typed->count - begin;
    wrong.isAfterZeros = isAfterZeros;
    wrong.isAllOfIt = node != 0;
    for (int i = begin; i < typed->count; ++i)
        wrong.digits = wrong.digits * 10 + typed->digits[size_t(i)];
    return wrong;
}
