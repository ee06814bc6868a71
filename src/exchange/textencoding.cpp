#include "exchange/textencoding.h"

#include "exchange/codepages.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using enum TextEncoding;

/// Nothing for the Unicode encodings.
const CodePage *codePage(TextEncoding encoding)
{
    switch (encoding) {
    case Windows1250: return &kCodePageWindows1250;
    case Windows1251: return &kCodePageWindows1251;
    case Windows1252: return &kCodePageWindows1252;
    case Windows1253: return &kCodePageWindows1253;
    case Windows1254: return &kCodePageWindows1254;
    case Windows1255: return &kCodePageWindows1255;
    case Windows1256: return &kCodePageWindows1256;
    case Iso8859_15: return &kCodePageIso8859_15;
    case MacRoman: return &kCodePageMacRoman;
    case Utf8:
    case Utf16LittleEndian:
    case Utf16BigEndian: break;
    }
    return nullptr;
}

uchar byteAt(QByteArrayView bytes, qsizetype index)
{
    return uchar(bytes[index]);
}

/// Length of the well-formed UTF-8 sequence that begins here, 0 if it is broken, -1 if the bytes end too
/// early.
int utf8SequenceLength(QByteArrayView bytes, qsizetype at)
{
    const uchar first = byteAt(bytes, at);
    if (first < 0x80)
        return 1;
    int length = 0;
    uchar lowest = 0x80;
    uchar highest = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        lowest = first == 0xE0 ? 0xA0 : 0x80; // no overlong forms
        highest = first == 0xED ? 0x9F : 0xBF; // no surrogates
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        lowest = first == 0xF0 ? 0x90 : 0x80;
        highest = first == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    for (int i = 1; i < length; ++i) {
        if (at + i >= bytes.size())
            return -1;
        const uchar next = byteAt(bytes, at + i);
        if (next < lowest || next > highest)
            return 0;
        lowest = 0x80;
        highest = 0xBF;
    }
    return length;
}

bool isAscii(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x80; });
}

/// UTF-16 without a byte order mark shows by the zero bytes of its commas, digits and line ends, all on one
/// side.
std::optional<TextEncoding> guessUtf16(QByteArrayView beginning)
{
    std::array<qsizetype, 2> zeros{0, 0};
    for (qsizetype i = 0; i < beginning.size(); ++i)
        zeros[size_t(i % 2)] += beginning[i] == '\0' ? 1 : 0;
    const qsizetype half = beginning.size() / 2;
    const auto many = [half](qsizetype count) { return half > 0 && count * 10 >= half; };
    const auto hardlyAny = [half](qsizetype count) { return count * 50 <= half; };
    if (many(zeros[1]) && hardlyAny(zeros[0]))
        return Utf16LittleEndian;
    if (many(zeros[0]) && hardlyAny(zeros[1]))
        return Utf16BigEndian;
    return std::nullopt;
}

bool looksLikeUtf8(QByteArrayView beginning)
{
    qsizetype sequences = 0;
    qsizetype broken = 0;
    for (qsizetype i = 0; i < beginning.size();) {
        const int length = utf8SequenceLength(beginning, i);
        if (length < 0)
            break;
        sequences += length > 1 ? 1 : 0;
        broken += length == 0 ? 1 : 0;
        i += std::max(length, 1);
    }
    return broken == 0 || sequences > broken;
}

/// Letters and digits of a name only: "UTF-8" and "utf8" are the same.
QString comparable(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

} // namespace

bool isUnicode(TextEncoding encoding)
{
    return codePage(encoding) == nullptr;
}

bool isUtf8(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size();) {
        const int length = utf8SequenceLength(bytes, i);
        if (length <= 0)
            return false;
        i += length;
    }
    return true;
}

const QList<TextEncoding> &textEncodings()
{
    static const QList<TextEncoding> all{Utf8,        Utf16LittleEndian, Utf16BigEndian, Windows1250,
                                         Windows1251, Windows1252,       Windows1253,    Windows1254,
                                         Windows1255, Windows1256,       Iso8859_15,     MacRoman};
    return all;
}

QString nameOf(TextEncoding encoding)
{
    switch (encoding) {
    case Utf8: return u"UTF-8"_s;
    case Utf16LittleEndian: return u"UTF-16LE"_s;
    case Utf16BigEndian: return u"UTF-16BE"_s;
    case Windows1250: return u"Windows-1250"_s;
    case Windows1251: return u"Windows-1251"_s;
    case Windows1252: return u"Windows-1252"_s;
    case Windows1253: return u"Windows-1253"_s;
    case Windows1254: return u"Windows-1254"_s;
    case Windows1255: return u"Windows-1255"_s;
    case Windows1256: return u"Windows-1256"_s;
    case Iso8859_15: return u"ISO-8859-15"_s;
    case MacRoman: return u"Mac Roman"_s;
    }
    return {};
}

std::optional<TextEncoding> textEncodingFromName(const QString &name)
{
    static const QHash<QString, TextEncoding> byName = [] {
        QHash<QString, TextEncoding> names{
            {u"utf16"_s,     Utf16LittleEndian},
            {u"unicode"_s,   Utf16LittleEndian},
            {u"utf8bom"_s,   Utf8             },
            {u"utf8sig"_s,   Utf8             },
            {u"ascii"_s,     Windows1252      },
            {u"usascii"_s,   Windows1252      },
            {u"latin1"_s,    Windows1252      },
            {u"iso88591"_s,  Windows1252      },
            {u"ansi"_s,      Windows1252      },
            {u"latin9"_s,    Iso8859_15       },
            {u"macintosh"_s, MacRoman         },
            {u"mac"_s,       MacRoman         },
        };
        for (const TextEncoding encoding : textEncodings()) {
            const QString key = comparable(nameOf(encoding));
            names.insert(key, encoding);
            if (key.startsWith(u"windows"_s)) {
                names.insert(u"cp"_s + key.mid(7), encoding);
                names.insert(key.mid(7), encoding);
            }
        }
        return names;
    }();
    const auto found = byName.constFind(comparable(name));
    return found == byName.constEnd() ? std::nullopt : std::optional{*found};
}

qsizetype byteOrderMarkLength(QByteArrayView beginning, TextEncoding encoding)
{
    if (encoding == Utf8 && beginning.startsWith("\xEF\xBB\xBF"))
        return 3;
    if (encoding == Utf16LittleEndian && beginning.startsWith("\xFF\xFE"))
        return 2;
    if (encoding == Utf16BigEndian && beginning.startsWith("\xFE\xFF"))
        return 2;
    return 0;
}

EncodingGuess guessEncoding(QByteArrayView beginning)
{
    for (const TextEncoding encoding : {Utf8, Utf16LittleEndian, Utf16BigEndian}) {
        if (const qsizetype length = byteOrderMarkLength(beginning, encoding); length > 0)
            return {encoding, length};
    }
    if (const std::optional<TextEncoding> utf16 = guessUtf16(beginning))
        return {*utf16, 0};
    return {looksLikeUtf8(beginning) ? Utf8 : Windows1252, 0};
}

std::optional<QString> decodeText(QByteArrayView bytes, TextEncoding encoding)
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    const CodePage *page = codePage(encoding);
    if (page == nullptr)
        return isUtf8(bytes) ? std::optional{QString::fromUtf8(bytes)} : std::nullopt;
    const QString text = decodeTextWithReplacements(bytes, encoding);
    return text.contains(QChar::ReplacementCharacter) ? std::nullopt : std::optional{text};
}

QString decodeTextWithReplacements(QByteArrayView bytes, TextEncoding encoding)
{
    const CodePage *page = codePage(encoding);
    if (page == nullptr)
        return QString::fromUtf8(bytes);
    QString text{bytes.size(), Qt::Uninitialized};
    std::transform(bytes.begin(), bytes.end(), text.begin(), [page](char c) {
        const uchar byte = uchar(c);
        return byte < 0x80 ? QChar{char16_t(byte)} : QChar{(*page)[byte - 0x80]};
    });
    return text;
}

std::optional<QByteArray> encodeText(const QString &text, TextEncoding encoding)
{
    const CodePage *page = codePage(encoding);
    if (page == nullptr)
        return text.toUtf8();
    QByteArray bytes;
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            bytes += char(c.unicode());
            continue;
        }
        const auto found = std::find(page->begin(), page->end(), c.unicode());
        if (found == page->end())
            return std::nullopt;
        bytes += char(0x80 + (found - page->begin()));
    }
    return bytes;
}

Utf16Transcoder::Utf16Transcoder(TextEncoding encoding)
    : m_littleEndian{encoding == Utf16LittleEndian}
{
}

void Utf16Transcoder::append(QByteArrayView bytes, QByteArray &utf8)
{
    for (const char c : bytes) {
        const uchar byte = uchar(c);
        if (!m_halfUnit) {
            m_halfUnit = byte;
            continue;
        }
        const uchar low = m_littleEndian ? *m_halfUnit : byte;
        const uchar high = m_littleEndian ? byte : *m_halfUnit;
        m_halfUnit.reset();
        appendUnit(char16_t(high << 8 | low), utf8);
    }
}

void Utf16Transcoder::appendUnit(char16_t unit, QByteArray &utf8)
{
    constexpr char kNoText = '\xFF';
    if (m_highSurrogate != 0 && !QChar::isLowSurrogate(unit)) {
        utf8 += kNoText;
        m_highSurrogate = 0;
    }
    char32_t character = unit;
    if (QChar::isHighSurrogate(unit)) {
        m_highSurrogate = unit;
        return;
    }
    if (QChar::isLowSurrogate(unit)) {
        if (m_highSurrogate == 0) {
            utf8 += kNoText;
            return;
        }
        character = QChar::surrogateToUcs4(m_highSurrogate, unit);
        m_highSurrogate = 0;
    }
    if (character < 0x80) {
        utf8 += char(character);
    } else if (character < 0x800) {
        utf8 += char(0xC0 | character >> 6);
        utf8 += char(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        utf8 += char(0xE0 | character >> 12);
        utf8 += char(0x80 | (character >> 6 & 0x3F));
        utf8 += char(0x80 | (character & 0x3F));
    } else {
        utf8 += char(0xF0 | character >> 18);
        utf8 += char(0x80 | (character >> 12 & 0x3F));
        utf8 += char(0x80 | (character >> 6 & 0x3F));
        utf8 += char(0x80 | (character & 0x3F));
    }
}

void Utf16Transcoder::finish(QByteArray &utf8)
{
    if (m_halfUnit || m_highSurrogate != 0)
        utf8 += '\xFF';
    m_halfUnit.reset();
    m_highSurrogate = 0;
}
