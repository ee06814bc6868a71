#include "exchange/phoneparser.h"

#include "exchange/callingcode.h"
#include "exchange/phoneautomaton.h"
#include "exchange/phonecell.h"
#include "exchange/phonerefusal.h"

#include <phonenumbers/phonenumberutil.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <set>
#include <string>

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumberUtil;
using LibraryNumber = i18n::phonenumbers::PhoneNumber; // not the domain's PhoneNumber

namespace {

constexpr int kMostDigits = CallingCode::kMostDigits;
constexpr std::string_view kNoRegion = "ZZ";
constexpr int kMexico = 52; // calling codes
constexpr int kSpain = 34;

const PhoneNumberUtil &library()
{
    return *PhoneNumberUtil::GetInstance();
}

QString digitsOf(QStringView text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
    return digits;
}

/// The characters that people put between the digits of one number.
bool isPunctuationOfANumber(QChar c)
{
    return c == u' ' || c == u'-' || c == u'.' || c == u'/' || c == u'(' || c == u')' || c == u'['
        || c == u']' || c == u'~' || c == u'\'' || c == u'\n' || c == u'·' || c == u'•';
}

/// What libphonenumber made of one way to read the digits.
struct Reading
{
    PhoneNumberUtil::ErrorType error = PhoneNumberUtil::NOT_A_NUMBER;
    PhoneNumberUtil::ValidationResult length = PhoneNumberUtil::TOO_SHORT;
    LibraryNumber number;

    bool isPossible() const
    {
        return error == PhoneNumberUtil::NO_PARSING_ERROR
            && (length == PhoneNumberUtil::IS_POSSIBLE || length == PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY);
    }
    bool isValid() const { return isPossible() && library().IsValidNumber(number); }
};

/// Mobile numbers in Mexico were written with a 1 after the country code until 2019; it is the same number
/// without.
void dropMexicanMobilePrefix(LibraryNumber &number)
{
    constexpr quint64 kElevenDigitsBeginningWithOne = 10'000'000'000;
    if (number.country_code() == kMexico && number.national_number() / kElevenDigitsBeginningWithOne == 1)
        number.set_national_number(number.national_number() % kElevenDigitsBeginningWithOne);
}

Reading readNumber(const QString &digits, std::string_view region)
{
    Reading reading;
    reading.error = library().Parse(digits.toStdString(), std::string{region}, &reading.number);
    if (reading.error == PhoneNumberUtil::NO_PARSING_ERROR) {
        dropMexicanMobilePrefix(reading.number);
        reading.length = library().IsPossibleNumberWithReason(reading.number);
    }
    return reading;
}

Reading readInternational(const QString &digits)
{
    return readNumber(u'+' + digits, kNoRegion);
}

Reading readNational(const QString &digits, const QString &country)
{
    const std::string region = country.toStdString();
    Reading reading = readNumber(digits, region);
    if (reading.isPossible())
        return reading;
    // The library takes the country's own international prefix off whatever follows it. Where nothing
    // possible follows, the digits may still be a number of the country itself.
    Reading asWritten =
        readInternational(QString::number(library().GetCountryCodeForRegion(region)) + digits);
    return asWritten.isValid() ? asWritten : reading;
}

QString regionOfCallingCode(int callingCode)
{
    std::string region;
    library().GetRegionCodeForCountryCode(callingCode, &region);
    return region == kNoRegion ? QString{} : QString::fromStdString(region);
}

QString regionOfNumber(const LibraryNumber &number)
{
    std::string region;
    library().GetRegionCodeForNumber(number, &region);
    return region == kNoRegion ? regionOfCallingCode(number.country_code()) : QString::fromStdString(region);
}

QString wordOf(PhoneNumberUtil::PhoneNumberType type)
{
    switch (type) {
    case PhoneNumberUtil::FIXED_LINE: return u"fixed_line"_s;
    case PhoneNumberUtil::MOBILE: return u"mobile"_s;
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: return u"fixed_line_or_mobile"_s;
    case PhoneNumberUtil::TOLL_FREE: return u"toll_free"_s;
    case PhoneNumberUtil::PREMIUM_RATE: return u"premium_rate"_s;
    case PhoneNumberUtil::SHARED_COST: return u"shared_cost"_s;
    case PhoneNumberUtil::VOIP: return u"voip"_s;
    case PhoneNumberUtil::PERSONAL_NUMBER: return u"personal_number"_s;
    case PhoneNumberUtil::PAGER: return u"pager"_s;
    case PhoneNumberUtil::UAN: return u"uan"_s;
    case PhoneNumberUtil::VOICEMAIL: return u"voicemail"_s;
    case PhoneNumberUtil::UNKNOWN: break;
    }
    return u"unknown"_s;
}

/// Nothing where it is no E.164 number.
std::optional<LibraryNumber> numberOf(const QString &e164)
{
    LibraryNumber number;
    if (!e164.startsWith(u'+')
        || library().Parse(e164.toStdString(), std::string{kNoRegion}, &number)
            != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    return number;
}

QString formatted(const LibraryNumber &number, PhoneNumberUtil::PhoneNumberFormat format)
{
    std::string text;
    library().Format(number, format, &text);
    return QString::fromStdString(text);
}

void explainLength(ParsedPhone &phone, int callingCode, int length)
{
    const CallingCode *code = CallingCode::find(callingCode);
    if (code && phone.reason == ImportReason::TooShort)
        phone.digitsMissing = code->digitsToPossibleLength(length, +1);
    else if (code && phone.reason == ImportReason::TooLong)
        phone.digitsTooMany = code->digitsToPossibleLength(length, -1);
}

ImportReason reasonOf(const Reading &reading)
{
    switch (reading.error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return ImportReason::InvalidForCountry;
    case PhoneNumberUtil::NOT_A_NUMBER: // only digits come this far: fewer than three
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return ImportReason::TooShort;
    case PhoneNumberUtil::TOO_LONG_NSN: return ImportReason::TooLong;
    case PhoneNumberUtil::NO_PARSING_ERROR: break;
    }
    switch (reading.length) {
    case PhoneNumberUtil::TOO_SHORT: return ImportReason::TooShort;
    case PhoneNumberUtil::TOO_LONG: return ImportReason::TooLong;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE:
    case PhoneNumberUtil::INVALID_LENGTH:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
    case PhoneNumberUtil::IS_POSSIBLE: break;
    }
    return ImportReason::InvalidForCountry;
}

/// A number written "+" or "00" first, or one of `country`.
struct WrittenNumber
{
    bool international = false;
    QString digits; ///< without "+"
    QString digitsWithoutTrunkZero; ///< when there is a "(0)" in it; else empty
};

WrittenNumber writtenNumber(const QString &text)
{
    WrittenNumber written;
    written.international = text.contains(u'+');
    written.digits = digitsOf(text);
    if (written.international && written.digits.startsWith(u"00"_s))
        written.digits.remove(0, 2); // "+0034 600 000 274"
    static const QRegularExpression trunkZero{uR"(\(\s*0\s*\))"_s};
    if (text.contains(u'(') && text.contains(trunkZero))
        written.digitsWithoutTrunkZero = digitsOf(QString{text}.remove(trunkZero));
    return written;
}

/// The better reading of digits with and without the "(0)" in them; Italy's 0 belongs to the number, most do
/// not.
Reading readEitherWay(const QString &digits, const QString &withoutTrunkZero)
{
    Reading reading = readInternational(digits);
    if (withoutTrunkZero.isEmpty() || reading.isValid())
        return reading;
    Reading other = readInternational(withoutTrunkZero);
    return other.isValid() || (other.isPossible() && !reading.isPossible()) ? other : reading;
}

/// Nothing when no country is written and none is given.
std::optional<Reading> readWritten(const WrittenNumber &written, const QString &country)
{
    if (written.international)
        return readEitherWay(written.digits, written.digitsWithoutTrunkZero);
    if (written.digits.startsWith(u"00"_s)) {
        Reading reading = readEitherWay(written.digits.mid(2), written.digitsWithoutTrunkZero.mid(2));
        if (reading.isPossible() || country.isEmpty())
            return reading;
        const Reading national = readNational(written.digits, country);
        return national.isPossible() ? national : reading;
    }
    if (country.isEmpty())
        return std::nullopt;
    return readNational(written.digits, country);
}

bool isValidAlone(const QString &part, const QString &country)
{
    const std::optional<Reading> reading = readWritten(writtenNumber(part), country);
    return reading && reading->isValid();
}

/// "600 000 274 / 75", "600000274, 75": a number and the end of another one.
bool endsWithAnAlternative(const QString &text, const QString &country)
{
    static const QRegularExpression separator{uR"([/\\,;|])"_s};
    const qsizetype at = text.indexOf(separator);
    return at > 0 && digitCount(QStringView{text}.mid(at)) > 0 && isValidAlone(text.left(at), country);
}

/// "600000274 600000275" or "600000274 - 600000275".
bool isTwoNumbersInARow(const QString &text, const QString &country)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isDigit(text[i]) || text[i] == u'+')
            continue;
        const QString left = text.left(i);
        const QString right = text.mid(i + 1);
        if (digitCount(left) >= kFewestDigitsOfANumber && digitCount(right) >= kFewestDigitsOfANumber
            && isValidAlone(left, country) && isValidAlone(right, country))
            return true;
    }
    return false;
}

ParsedPhone refused(ParsedPhone phone, ImportReason reason)
{
    phone.reason = reason;
    return phone;
}

ParsedPhone described(ParsedPhone phone, const Reading &reading, const WrittenNumber &written,
                      const QString &country)
{
    if (reading.isPossible()) {
        const PhoneNumberUtil::PhoneNumberType type = library().GetNumberType(reading.number);
        phone.e164 = formatted(reading.number, PhoneNumberUtil::E164);
        phone.region = regionOfNumber(reading.number);
        phone.type = wordOf(type);
        phone.valid = type != PhoneNumberUtil::UNKNOWN; // the same question as IsValidNumber(), asked once
        phone.areaCodeMissing = reading.length == PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY;
        if (!phone.valid)
            phone.reason = ImportReason::InvalidForCountry;
        return phone;
    }
    phone.reason = reasonOf(reading);
    if (reading.error == PhoneNumberUtil::NO_PARSING_ERROR) {
        std::string national;
        library().GetNationalSignificantNumber(reading.number, &national);
        phone.region = regionOfCallingCode(reading.number.country_code());
        explainLength(phone, reading.number.country_code(), int(national.size()));
    } else if (!written.international) {
        phone.region = country;
        explainLength(phone, library().GetCountryCodeForRegion(country.toStdString()),
                      int(written.digits.size()));
    }
    return phone;
}

} // namespace

Result<PhoneParser> PhoneParser::withDefaultCountry(const QString &country)
{
    PhoneParser parser;
    if (country.trimmed().isEmpty())
        return parser;
    const std::optional<QString> known = knownCountry(country);
    if (!known) {
        return Error{.kind = ErrorKind::Usage,
                     .message = QCoreApplication::translate("PhoneParser",
                                                            "“%1” is not a country that phone numbers are "
                                                            "known for. Use its two letters, as in ES or IN.")
                                    .arg(country),
                     .code = u"unknown_country"_s,
                     .detail = {}};
    }
    parser.m_country = *known;
    return parser;
}

ParsedPhone PhoneParser::parse(const QString &cell) const
{
    return parse(cell, m_country);
}

ParsedPhone PhoneParser::parse(const QString &cell, const QString &country) const
{
    const std::optional<SurePhone> sure =
        cell.size() > kLongestNumber ? std::nullopt : readSurePhone(cell, phoneCountryIndex(country));
    if (!sure) {
        const std::optional<ParsedPhone> wrong =
            cell.size() > kLongestNumber ? std::nullopt : refusePlainly(cell, country);
        return wrong ? *wrong : parseByLibrary(cell, country);
    }
    ParsedPhone phone;
    phone.input = cell;
    phone.e164 = sure->e164();
    phone.region = sure->region();
    phone.type = wordOf(PhoneNumberUtil::PhoneNumberType(sure->type()));
    phone.valid = true;
    return phone;
}

ParsedPhone PhoneParser::parseByLibrary(const QString &cell, const QString &country) const
{
    ParsedPhone phone;
    phone.input = cell;
    const PhoneCell found = readPhoneCell(cell);
    phone.extensionDropped = found.extensionDropped;
    if (found.refusal)
        return refused(phone, *found.refusal);
    const QString &text = found.text;
    if (endsWithAnAlternative(text, country))
        return refused(phone, ImportReason::SeveralNumbers);
    const auto isPartOfANumber = [](QChar c) { return isDigit(c) || c == u'+' || isPunctuationOfANumber(c); };
    if (!std::all_of(text.begin(), text.end(), isPartOfANumber))
        return refused(phone, ImportReason::NotANumber);

    const WrittenNumber written = writtenNumber(text);
    const std::optional<Reading> reading = readWritten(written, country);
    if (!reading)
        return refused(phone,
                       written.digits.size() > kMostDigits ? ImportReason::TooLong
                                                           : ImportReason::MissingCountry);
    ParsedPhone result = described(std::move(phone), *reading, written, country);
    const bool mayBeTwo = !result.valid || written.digits.size() >= 2 * kFewestDigitsOfANumber;
    if (mayBeTwo && isTwoNumbersInARow(text, country)) {
        ParsedPhone several;
        several.input = cell;
        several.reason = ImportReason::SeveralNumbers;
        return several;
    }
    return result;
}

const QStringList &PhoneParser::countries()
{
    static const QStringList all = [] {
        std::set<std::string> regions;
        library().GetSupportedRegions(&regions);
        QStringList codes;
        for (const std::string &region : regions)
            codes += QString::fromStdString(region);
        return codes;
    }();
    return all;
}

std::optional<QString> PhoneParser::knownCountry(const QString &text)
{
    const QString code = text.trimmed().toUpper();
    if (!std::binary_search(countries().begin(), countries().end(), code))
        return std::nullopt;
    return code;
}

std::optional<QString> PhoneParser::countryOfCallingCode(const QString &digits)
{
    return knownCountry(regionOfCallingCode(digits.toInt()));
}

QString PhoneParser::formatInternational(const QString &e164)
{
    const std::optional<LibraryNumber> number = numberOf(e164);
    if (!number)
        return e164;
    // The library groups Spain's numbers 3-2-2-2; most people there write them by three.
    if (number->country_code() == kSpain && e164.size() == u"+34600000274"_s.size())
        return u"+34 "_s + e164.mid(3, 3) + u' ' + e164.mid(6, 3) + u' ' + e164.mid(9, 3);
    return formatted(*number, PhoneNumberUtil::INTERNATIONAL);
}

QString PhoneParser::regionOf(const QString &e164)
{
    const std::optional<LibraryNumber> number = numberOf(e164);
    return number ? regionOfNumber(*number) : QString{};
}
