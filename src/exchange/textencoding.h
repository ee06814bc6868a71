#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

/// How the bytes of a text file stand for characters.
enum class TextEncoding {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1250, ///< Central Europe
    Windows1251, ///< Cyrillic
    Windows1252, ///< Western Europe, what Excel writes there
    Windows1253, ///< Greek
    Windows1254, ///< Turkish
    Windows1255, ///< Hebrew
    Windows1256, ///< Arabic
    Iso8859_15,
    MacRoman, ///< what Excel for Mac wrote for long
};

struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    qsizetype byteOrderMark = 0; ///< bytes to skip at the beginning
};

const QList<TextEncoding> &textEncodings();

/// Whether text of this encoding is UTF-8 by the time its cells are read, as UTF-16 is made before.
bool isUnicode(TextEncoding encoding);
bool isUtf8(QByteArrayView bytes);

/// "UTF-8", "Windows-1252" …
QString nameOf(TextEncoding encoding);

/// Also the names people use for it: "cp1252", "latin1", "utf8", "utf-16".
std::optional<TextEncoding> textEncodingFromName(const QString &name);

/// What the beginning of a file tells. Bytes that are UTF-8 here and there, with a few broken ones, are
/// UTF-8.
EncodingGuess guessEncoding(QByteArrayView beginning);

/// Length of the byte order mark of this encoding at the beginning; 0 if there is none.
qsizetype byteOrderMarkLength(QByteArrayView beginning, TextEncoding encoding);

/// Nothing if the bytes are no text in this encoding. Not for UTF-16, which has to be made UTF-8 first.
std::optional<QString> decodeText(QByteArrayView bytes, TextEncoding encoding);

/// As decodeText(), with U+FFFD for each byte that is no text.
QString decodeTextWithReplacements(QByteArrayView bytes, TextEncoding encoding);

/// Nothing if the encoding has no such character. UTF-16 gives UTF-8, as above.
std::optional<QByteArray> encodeText(const QString &text, TextEncoding encoding);

/// Makes UTF-8 of UTF-16 that arrives in pieces. Half a character becomes the byte FF, which is no UTF-8
/// either.
class Utf16Transcoder
{
public:
    explicit Utf16Transcoder(TextEncoding encoding);

    void append(QByteArrayView bytes, QByteArray &utf8);
    /// What was left over at the end of the file.
    void finish(QByteArray &utf8);

private:
    void appendUnit(char16_t unit, QByteArray &utf8);

    bool m_littleEndian = true;
    std::optional<uchar> m_halfUnit;
    char16_t m_highSurrogate = 0;
};
