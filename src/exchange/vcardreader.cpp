#include "exchange/vcardreader.h"

#include "exchange/columnmapping.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kReadAtOnce = 256 * 1024;
constexpr qsizetype kLongestHead = 1024; // bytes of a property before its value

Error badInput(const QString &code, const QString &message, const QString &detail = {})
{
    return {.kind = ErrorKind::BadInput, .message = message, .code = code, .detail = detail};
}

/// "item1.TEL;TYPE=CELL,pref:+34 600…" taken apart.
struct Property
{
    QByteArray name; ///< upper case, without its group
    QList<QByteArray> parameters; ///< upper case, "TYPE=CELL"; a bare "CELL" stays as it is
    QByteArray value; ///< as in the file

    bool has(QByteArrayView parameter) const
    {
        return std::any_of(parameters.begin(), parameters.end(),
                           [&](const QByteArray &own) { return own == parameter; });
    }
    QByteArray parameter(QByteArrayView key) const
    {
        for (const QByteArray &own : parameters) {
            if (own.startsWith(key) && own.size() > key.size() && own[key.size()] == '=')
                return own.mid(key.size() + 1);
        }
        return {};
    }
    bool isQuotedPrintable() const
    {
        return has("QUOTED-PRINTABLE") || parameter("ENCODING") == "QUOTED-PRINTABLE";
    }
    /// A picture, a sound or a key: read past, however large it is.
    bool isData() const
    {
        const QByteArray encoding = parameter("ENCODING");
        return has("BASE64") || encoding == "BASE64" || encoding == "B" || name == "PHOTO" || name == "LOGO"
            || name == "SOUND" || name == "KEY";
    }

    /// What TYPE says: "CELL", "HOME" …; in vCard 2.1 the words stand there alone.
    QList<QByteArray> types() const
    {
        QList<QByteArray> all;
        for (const QByteArray &own : parameters) {
            QByteArray words = own.startsWith("TYPE=") ? own.mid(5) : own.contains('=') ? QByteArray{} : own;
            words.replace('"', "");
            for (const QByteArray &word : words.split(',')) {
                if (!word.isEmpty())
                    all += word.trimmed();
            }
        }
        if (const QByteArray order = parameter("PREF"); !order.isEmpty())
            all += "PREF";
        return all;
    }
};

/// Nothing where there is no colon: no property.
std::optional<Property> readProperty(const QByteArray &line)
{
    Property property;
    bool isQuoted = false;
    qsizetype begin = 0;
    QList<QByteArray> parts;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        isQuoted = isQuoted != (c == '"');
        if (isQuoted || (c != ';' && c != ':'))
            continue;
        parts += line.mid(begin, i - begin);
        begin = i + 1;
        if (c == ':')
            break;
    }
    if (begin == 0 || line[begin - 1] != ':')
        return std::nullopt;
    property.name = parts.takeFirst().trimmed().toUpper();
    property.name = property.name.mid(property.name.lastIndexOf('.') + 1);
    for (const QByteArray &part : parts)
        property.parameters += part.trimmed().toUpper();
    property.value = line.mid(begin);
    return property;
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isHex = false;
        const int byte = text[i] == '=' ? text.mid(i + 1, 2).toInt(&isHex, 16) : 0;
        if (isHex && i + 2 < text.size()) {
            plain += char(byte);
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// Cuts a value at its unescaped semicolons and undoes the escapes of each part.
QStringList partsOf(const QString &value, bool isStructured)
{
    QStringList parts{QString{}};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            const QChar escaped = value[++i];
            parts.last() += escaped == u'n' || escaped == u'N' ? u'\n' : escaped;
        } else if (value[i] == u';' && isStructured) {
            parts += QString{};
        } else {
            parts.last() += value[i];
        }
    }
    return parts;
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            filled += part.trimmed();
    }
    return filled.join(separator);
}

struct Telephone
{
    QString number;
    QStringList types;
    int rank = 0;
};

/// How much a number of these kinds is one for WhatsApp.
int rankOf(const QList<QByteArray> &types)
{
    int rank = 0;
    bool isForPeople = true;
    for (const QByteArray &type : types) {
        if (type == "CELL" || type == "MOBILE" || type == "IPHONE" || type == "WHATSAPP")
            rank |= 4;
        else if (type == "PREF")
            rank |= 2;
        else if (type == "FAX" || type == "PAGER" || type == "MODEM" || type == "BBS" || type == "ISDN")
            isForPeople = false;
    }
    return isForPeople ? rank : rank - 8;
}

enum Column {
    NameColumn,
    PhoneColumn,
    PhoneTypeColumn,
    OtherPhonesColumn,
    EmailColumn,
    CompanyColumn,
    TitleColumn,
    BirthdayColumn,
    StreetColumn,
    CityColumn,
    PostcodeColumn,
    CountryColumn,
    CategoriesColumn,
    NoteColumn,
    ColumnCount,
};

} // namespace

/// One person while their card is read.
class VCardReader::Card
{
public:
    explicit Card(TextEncoding encoding)
        : m_encoding{encoding}
    {
        for (int i = 0; i < ColumnCount; ++i)
            m_cells += QString{};
    }

    void take(const Property &property)
    {
        if (property.name == "FN") {
            fill(NameColumn, joined(textOf(property, false), u" "_s));
        } else if (property.name == "N") {
            const QStringList parts = textOf(property, true);
            m_structuredName = joined(
                {parts.value(3), parts.value(1), parts.value(2), parts.value(0), parts.value(4)}, u" "_s);
        } else if (property.name == "TEL") {
            takeTelephone(property);
        } else if (property.name == "EMAIL") {
            fill(EmailColumn, textOf(property, false).first());
        } else if (property.name == "ORG") {
            fill(CompanyColumn, joined(textOf(property, true), u", "_s));
        } else if (property.name == "TITLE") {
            fill(TitleColumn, textOf(property, false).first());
        } else if (property.name == "BDAY") {
            fill(BirthdayColumn, dateOf(textOf(property, false).first()));
        } else if (property.name == "ADR") {
            const QStringList parts = textOf(property, true);
            fill(StreetColumn, parts.value(2).trimmed());
            fill(CityColumn, parts.value(3).trimmed());
            fill(PostcodeColumn, parts.value(5).trimmed());
            fill(CountryColumn, parts.value(6).trimmed());
        } else if (property.name == "CATEGORIES") {
            fill(CategoriesColumn, textOf(property, false).first());
        } else if (property.name == "NOTE") {
            fill(NoteColumn, textOf(property, false).first());
        }
    }

    void finish(TableRow &row)
    {
        if (m_cells[NameColumn].isEmpty())
            m_cells[NameColumn] = m_structuredName;
        if (m_cells[NameColumn].isEmpty())
            m_cells[NameColumn] = m_cells[CompanyColumn];
        const auto best =
            std::max_element(m_telephones.begin(), m_telephones.end(),
                             [](const Telephone &a, const Telephone &b) { return a.rank < b.rank; });
        QStringList others;
        for (auto telephone = m_telephones.begin(); telephone != m_telephones.end(); ++telephone) {
            if (telephone != best)
                others += telephone->number;
        }
        if (best != m_telephones.end()) {
            m_cells[PhoneColumn] = best->number;
            m_cells[PhoneTypeColumn] = best->types.join(u", "_s).toLower();
        }
        m_cells[OtherPhonesColumn] = others.join(u"; "_s);
        row.cells = m_cells;
        row.problem.reset();
        if (!m_isText)
            row.problem = ImportReason::NotTextual;
    }

private:
    void fill(Column column, const QString &text)
    {
        if (m_cells[column].isEmpty())
            m_cells[column] = text.trimmed();
    }

    void takeTelephone(const Property &property)
    {
        // A number may hold ";ext=5" (RFC 3966): it is one value, never a structure.
        const QString number = textOf(property, false).first().trimmed();
        if (number.isEmpty())
            return;
        Telephone telephone;
        telephone.number = number;
        const QList<QByteArray> types = property.types();
        for (const QByteArray &type : types)
            telephone.types += QString::fromLatin1(type);
        telephone.rank = rankOf(types);
        m_telephones += telephone;
    }

    /// The value's parts, or its whole, as text.
    QStringList textOf(const Property &property, bool isStructured)
    {
        TextEncoding encoding = m_encoding;
        if (const QByteArray charset = property.parameter("CHARSET"); !charset.isEmpty())
            encoding = textEncodingFromName(QString::fromLatin1(charset)).value_or(encoding);
        if (encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian)
            encoding = TextEncoding::Utf8; // it went through the transcoder already
        const QByteArray bytes =
            property.isQuotedPrintable() ? fromQuotedPrintable(property.value) : property.value;
        const std::optional<QString> text = decodeText(bytes, encoding);
        m_isText = m_isText && text.has_value();
        return partsOf(text ? *text : decodeTextWithReplacements(bytes, encoding), isStructured);
    }

    /// vCard writes 19850412 as well as 1985-04-12.
    static QString dateOf(const QString &text)
    {
        const bool isCompact = text.size() == 8
            && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        return isCompact ? text.left(4) + u'-' + text.mid(4, 2) + u'-' + text.mid(6) : text;
    }

    TextEncoding m_encoding;
    QStringList m_cells;
    QString m_structuredName;
    QList<Telephone> m_telephones;
    bool m_isText = true;
};

bool VCardReader::looksLikeVCard(QByteArrayView beginning)
{
    QByteArray start = beginning.first(std::min<qsizetype>(beginning.size(), 64)).toByteArray();
    start.replace('\0', ""); // UTF-16
    for (const QByteArray &mark :
         {QByteArray{"\xEF\xBB\xBF"}, QByteArray{"\xFF\xFE"}, QByteArray{"\xFE\xFF"}}) {
        if (start.startsWith(mark))
            start.remove(0, mark.size());
    }
    return start.trimmed().left(11).toUpper() == "BEGIN:VCARD";
}

int VCardReader::columnOf(QLatin1StringView field)
{
    return field == ImportField::phone ? PhoneColumn : field == ImportField::name ? NameColumn : -1;
}

VCardReader::VCardReader(std::unique_ptr<QIODevice> device, QString name)
    : m_device{std::move(device)}
    , m_name{std::move(name)}
{
    if (!m_device->isSequential())
        m_size = m_device->size();
}

Result<std::unique_ptr<VCardReader>> VCardReader::openFile(const QString &path,
                                                           std::optional<TextEncoding> encoding)
{
    const QString name = QFileInfo{path}.fileName();
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return badInput(
            u"unreadable"_s,
            tr("“%1” cannot be opened (%2). Check that you are allowed to read it and that no other "
               "program holds it.")
                .arg(name, file->errorString()),
            file->errorString());
    }
    return openDevice(std::move(file), name, encoding);
}

Result<std::unique_ptr<VCardReader>> VCardReader::openDevice(std::unique_ptr<QIODevice> device,
                                                             const QString &name,
                                                             std::optional<TextEncoding> encoding)
{
    std::unique_ptr<VCardReader> reader{
        new VCardReader{std::move(device), name}
    };
    if (const Result<> begun = reader->begin(encoding); !begun)
        return begun.error();
    return reader;
}

Result<> VCardReader::begin(std::optional<TextEncoding> encoding)
{
    if (const Result<> read = readMore(); !read)
        return read;
    const EncodingGuess guess = guessEncoding(m_buffer);
    m_encoding = guess.byteOrderMark > 0 ? guess.encoding : encoding.value_or(guess.encoding);
    const QByteArray raw = m_buffer.mid(byteOrderMarkLength(m_buffer, m_encoding));
    m_buffer.clear();
    if (m_encoding == TextEncoding::Utf16LittleEndian || m_encoding == TextEncoding::Utf16BigEndian) {
        m_transcoder.emplace(m_encoding);
        m_transcoder->append(raw, m_buffer);
    } else {
        m_buffer = raw;
    }
    if (m_atEnd && m_buffer.trimmed().isEmpty()) {
        return badInput(
            u"empty_file"_s,
            tr("There is nothing in “%1”. Choose a file with one person in each row.").arg(m_name));
    }
    return Done{};
}

TableFacts VCardReader::facts() const
{
    TableFacts facts;
    facts.kind = TableKind::AddressBook;
    facts.encoding = m_encoding;
    facts.hasHeader = true;
    return facts;
}

Result<bool> VCardReader::next(TableRow &row)
{
    if (m_cards < 0) {
        m_cards = 0;
        row.number = 0;
        row.problem.reset();
        // Not translated: the mapping of a file must not depend on the language of the program.
        row.cells = {u"Name"_s,     u"Phone"_s,   u"Phone type"_s, u"Other phones"_s, u"E-mail"_s,
                     u"Company"_s,  u"Title"_s,   u"Birthday"_s,   u"Street"_s,       u"City"_s,
                     u"Postcode"_s, u"Country"_s, u"Categories"_s, u"Note"_s};
        return true;
    }
    std::optional<Card> card;
    int depth = 0; // an agent's card may stand inside another one
    qsizetype size = 0;
    QByteArray line;
    while (true) {
        const Result<bool> more = readUnfoldedLine(line);
        if (!more)
            return more.error();
        if (!*more)
            break;
        const QByteArray word = line.trimmed().toUpper();
        if (word == "BEGIN:VCARD") {
            if (depth++ == 0) {
                card.emplace(m_encoding);
                size = 0;
            }
        } else if (word == "END:VCARD") {
            if (depth > 0 && --depth == 0)
                break;
        } else if (depth == 1) {
            size += line.size();
            if (size > kLargestCard)
                return tooLarge();
            if (const std::optional<Property> property = readProperty(line))
                card->take(*property);
        }
    }
    if (!card)
        return false;
    row.number = ++m_cards;
    card->finish(row);
    return true;
}

Result<> VCardReader::readMore()
{
    m_buffer.remove(0, m_position);
    m_position = 0;
    QByteArray raw{kReadAtOnce, Qt::Uninitialized};
    const qint64 length = m_device->read(raw.data(), raw.size());
    const bool isShorter = length == 0 && m_bytesRead < m_size;
    const bool isLonger = m_size > 0 && m_bytesRead + length > m_size; // its last card might be half a number
    if (length < 0 || isShorter || isLonger) {
        const QString why = length < 0 ? m_device->errorString()
            : isShorter                ? tr("the file became shorter meanwhile")
                        : tr("the file became longer meanwhile, another program still writes it");
        return badInput(u"read_failed"_s,
                        tr("Reading “%1” stopped after %n card(s): %2. Nothing of it was used. Copy the file "
                           "to this computer and try again.",
                           nullptr, int(std::max<qint64>(0, m_cards)))
                            .arg(m_name, why),
                        why);
    }
    m_bytesRead += length;
    m_atEnd = length == 0;
    raw.truncate(length);
    if (!m_transcoder) {
        m_buffer += raw;
        return Done{};
    }
    m_transcoder->append(raw, m_buffer);
    if (m_atEnd)
        m_transcoder->finish(m_buffer);
    return Done{};
}

/// The next line of the file, without its end.
Result<bool> VCardReader::readLine(QByteArray &line)
{
    qsizetype from = m_position;
    while (true) {
        qsizetype end = from;
        while (end < m_buffer.size() && m_buffer[end] != '\n' && m_buffer[end] != '\r')
            ++end;
        const bool mayGoOn = end + 1 >= m_buffer.size() && !m_atEnd; // also CR whose LF is still to come
        if (!mayGoOn) {
            if (end == m_buffer.size() && end == m_position)
                return false;
            line = m_buffer.mid(m_position, end - m_position);
            m_position = end + 1;
            if (end + 1 < m_buffer.size() && m_buffer[end] == '\r' && m_buffer[end + 1] == '\n')
                ++m_position;
            m_position = std::min(m_position, m_buffer.size());
            return true;
        }
        qsizetype length = end - m_position;
        if (length > kLargestCard) {
            const std::optional<Property> property = readProperty(m_buffer.mid(m_position, kLongestHead));
            if (!property || !property->isData())
                return tooLarge();
            m_buffer.remove(m_position + kLongestHead, length - kLongestHead);
            length = kLongestHead;
        }
        if (const Result<> read = readMore(); !read)
            return read.error();
        from = m_position + length;
    }
}

/// With the lines that continue it: those that begin with a blank, and in quoted-printable those behind a
/// "=".
Result<bool> VCardReader::readUnfoldedLine(QByteArray &line)
{
    if (m_lineAhead) {
        line = *std::move(m_lineAhead);
        m_lineAhead.reset();
    } else if (const Result<bool> more = readLine(line); !more || !*more) {
        return more;
    }
    const std::optional<Property> property = readProperty(line);
    const bool isQuotedPrintable = property && property->isQuotedPrintable();
    const bool isData = property && property->isData();
    if (isData)
        line.truncate(0);
    QByteArray following;
    while (true) {
        const Result<bool> more = readLine(following);
        if (!more)
            return more;
        if (!*more)
            return true;
        const bool isFolded = following.startsWith(' ') || following.startsWith('\t');
        const bool isSoftBreak = isQuotedPrintable && line.endsWith('=');
        if (!isFolded && !isSoftBreak) {
            m_lineAhead = following;
            return true;
        }
        if (isData)
            continue;
        if (isSoftBreak)
            line.chop(1);
        line += isFolded ? following.mid(1) : following;
        if (line.size() > kLargestCard)
            return tooLarge();
    }
}

Error VCardReader::tooLarge() const
{
    return badInput(u"too_large"_s,
                    tr("Card %1 of “%2” is too large for a person: it may have 1 MB besides its pictures. "
                       "Nothing of the file was used. Check that it is the right file.")
                        .arg(QLocale{}.toString(std::max<qint64>(0, m_cards) + 1), m_name));
}
