#include "exchange/plainrow.h"

#include "domain/whatsappnumber.h"
#include "exchange/countrytext.h"
#include "exchange/textencoding.h"

#include <algorithm>

namespace {

constexpr qsizetype kLongestPhone = 40; ///< characters; longer ones are not written plainly
constexpr qsizetype kMostCountries = 1000; ///< spellings that are remembered

constexpr quint64 kLeastNumber = 1'000'000; // seven digits to fifteen, as PhoneNumber::fromE164() wants
constexpr quint64 kGreatestNumber = 999'999'999'999'999;

enum class Bytes { Ascii, Utf8, Unusual };

/// Unusual: control characters, what is no UTF-8, and blanks other than the ordinary one, which are trimmed
/// too.
Bytes kindOf(QByteArrayView bytes)
{
    bool hasControls = false;
    bool isAscii = true;
    for (const char c : bytes) {
        hasControls |= uchar(c) < 0x20 || c == 0x7F;
        isAscii &= uchar(c) < 0x80;
    }
    if (hasControls)
        return Bytes::Unusual;
    if (isAscii)
        return Bytes::Ascii;
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        const uchar next = uchar(bytes[i + 1]);
        switch (uchar(bytes[i])) {
        case 0xC2: // U+0080 to U+00BF, the no-break space among them
        case 0xE1: // U+1680, the Ogham space; U+180E
            if (bytes[i] == '\xC2' ? next <= 0xA0 : next == 0x9A || next == 0xA0)
                return Bytes::Unusual;
            break;
        case 0xE2: // U+2000 to U+207F: all kinds of spaces
            if (next == 0x80 || next == 0x81)
                return Bytes::Unusual;
            break;
        case 0xE3: // U+3000, the ideographic space
            if (next == 0x80)
                return Bytes::Unusual;
            break;
        case 0xEF: // U+FEFF, the byte order mark
            if (next == 0xBB)
                return Bytes::Unusual;
            break;
        default: break;
        }
    }
    return isUtf8(bytes) ? Bytes::Utf8 : Bytes::Unusual;
}

QByteArrayView withoutBlanksAround(QByteArrayView text)
{
    while (!text.isEmpty() && text.front() == ' ')
        text = text.sliced(1);
    while (!text.isEmpty() && text.back() == ' ')
        text.chop(1);
    return text;
}

bool hasTwoBlanks(QByteArrayView text)
{
    return text.indexOf(QByteArrayView{"  "}) >= 0;
}

} // namespace

PlainRowReader::PlainRowReader(const ColumnMapping &mapping, qsizetype columns, const QString &defaultCountry)
    : m_columns{columns}
    , m_phoneColumn{mapping.value(ImportField::phone, -1)}
    , m_nameColumn{mapping.value(ImportField::name, -1)}
    , m_familyNameColumn{mapping.value(ImportField::familyName, -1)}
    , m_countryColumn{mapping.value(ImportField::country, -1)}
    , m_timeZoneColumn{mapping.value(ImportField::timeZone, -1)}
    , m_defaultCountry{phoneCountryIndex(defaultCountry)}
{
    // A mapping is sorted by field, as the attributes of a row are by key.
    for (auto field = mapping.begin(); field != mapping.end(); ++field) {
        if (field.key().startsWith(ImportField::attributePrefix) && *field >= 0)
            m_attributeColumns.push_back(
                {field.key().mid(ImportField::attributePrefix.size()).toUtf8(), *field});
    }
}

const PlainRow *PlainRowReader::read(std::span<const QByteArrayView> cells)
{
    if (qsizetype(cells.size()) > m_columns || m_phoneColumn < 0 || size_t(m_phoneColumn) >= cells.size())
        return nullptr;
    const QByteArrayView phone = cells[size_t(m_phoneColumn)];
    if (phone.size() > kLongestPhone || kindOf(phone) != Bytes::Ascii)
        return nullptr;
    const auto isUnusual = [](QByteArrayView bytes) { return kindOf(bytes) == Bytes::Unusual; };
    if (std::any_of(cells.begin(), cells.end(), isUnusual)) // also a cell that nobody reads
        return nullptr;

    const std::optional<QByteArrayView> countryText = cell(cells, m_countryColumn);
    const std::optional<QByteArrayView> timeZone = cell(cells, m_timeZoneColumn);
    if (!countryText || !timeZone || !timeZone->isEmpty())
        return nullptr;
    const std::optional<int> country =
        countryText->isEmpty() ? std::optional{m_defaultCountry} : this->country(*countryText);
    if (!country)
        return nullptr;
    const std::optional<SurePhone> sure = readSurePhone(QLatin1StringView{phone}, *country);
    const bool isOfTheWorld = sure && sure->digits >= kLeastNumber && sure->digits <= kGreatestNumber;
    if (!isOfTheWorld || !isFirstSpelling(sure->digits))
        return nullptr;
    m_row.phone = *sure;

    if (!readName(cells))
        return nullptr;
    m_row.attributes.clear();
    for (const AttributeColumn &attribute : m_attributeColumns) {
        const std::optional<QByteArrayView> value = cell(cells, attribute.column);
        if (!value)
            return nullptr;
        if (!value->isEmpty())
            m_row.attributes.push_back({attribute.key, *value});
    }
    return &m_row;
}

std::optional<QByteArrayView> PlainRowReader::cell(std::span<const QByteArrayView> cells, int column) const
{
    if (column < 0 || size_t(column) >= cells.size())
        return QByteArrayView{};
    const QByteArrayView text = withoutBlanksAround(cells[size_t(column)]);
    if (text.startsWith('\'')) // it may guard a formula
        return std::nullopt;
    return text;
}

bool PlainRowReader::readName(std::span<const QByteArrayView> cells)
{
    const std::optional<QByteArrayView> name = cell(cells, m_nameColumn);
    const std::optional<QByteArrayView> familyName = cell(cells, m_familyNameColumn);
    if (!name || !familyName || hasTwoBlanks(*name) || hasTwoBlanks(*familyName))
        return false;
    if (name->isEmpty() || familyName->isEmpty()) {
        m_row.name = name->isEmpty() ? *familyName : *name;
        return true;
    }
    m_wholeName.clear();
    m_wholeName.append(name->data(), name->size()).append(' ').append(familyName->data(), familyName->size());
    m_row.name = m_wholeName;
    return true;
}

std::optional<int> PlainRowReader::country(QByteArrayView text)
{
    const QByteArray key = text.toByteArray();
    if (const auto known = m_countries.constFind(key); known != m_countries.constEnd())
        return *known;
    if (m_countries.size() >= kMostCountries)
        return std::nullopt;
    // A country that nobody knows does not turn into the default one.
    const int index = phoneCountryIndex(countryFromText(QString::fromUtf8(text)).value_or(QString{}));
    m_countries.insert(key, index);
    return index;
}
