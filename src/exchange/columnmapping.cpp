#include "exchange/columnmapping.h"

#include "domain/sendingwindow.h"
#include "exchange/countrytext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Columns
{
    Q_DECLARE_TR_FUNCTIONS(ColumnMapping)
};

constexpr int kMostGuessedColumns =
    256; // a file with more needs its columns named, or guessing takes seconds
constexpr double kMostlyPhones = 0.5;
constexpr double kSomePhones = 0.2;
constexpr int kFewestDigitsOfAPhone = 7;
constexpr int kMostDigitsOfAPhone = 15;

/// Letters and digits of a heading, in lower case and without accents: "Teléfono móvil" → "telefonomovil".
QString comparable(const QString &heading)
{
    QString result;
    for (const QChar c : heading.normalized(QString::NormalizationForm_KD)) {
        const bool isAccent =
            c >= u'\u0300' && c <= u'\u036F'; // vowel signs of Indian scripts are marks too, and stay
        if (!isAccent && (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()))
            result += c.toLower();
    }
    return result;
}

QStringList wordsOf(const QString &heading)
{
    QStringList words;
    QString word;
    for (const QChar c : heading) {
        if (c.isLetter() || c.isMark()) {
            word += c;
        } else if (!word.isEmpty()) {
            words += comparable(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words += comparable(word);
    return words;
}

bool isOneOf(const QString &word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&word](QStringView known) { return word == known; });
}

bool beginsWithOneOf(const QString &word, std::initializer_list<QStringView> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&word](QStringView known) { return word.startsWith(known); });
}

/// How much a heading promises phone numbers for WhatsApp; 0: not at all.
int phonePromise(const QString &heading)
{
    int promise = 0;
    for (const QString &word : wordsOf(heading)) {
        if (isOneOf(word, {u"fax", u"type", u"label", u"tipo", u"id"}))
            return 0;
        if (beginsWithOneOf(word, {u"whatsapp", u"व्हाट्सएप", u"واتساب", u"واتس"}) || word == u"wa"_s)
            promise = std::max(promise, 5);
        else if (beginsWithOneOf(word,
                                 {u"mobil", u"movil", u"cellphone", u"celular", u"handy", u"portable",
                                  u"cellulare", u"telemovel", u"मोबाइल", u"موبايل", u"جوال", u"الجوال",
                                  u"мобильн", u"手机", u"携帯"})
                 || isOneOf(word, {u"cell", u"cel", u"mob"}))
            promise = std::max(promise, 4);
        else if (beginsWithOneOf(word,
                                 {u"phone", u"telephone", u"telefon", u"msisdn", u"rufnummer", u"फोन",
                                  u"दूरभाष", u"هاتف", u"الهاتف", u"تلفون", u"телефон", u"电话", u"電話"})
                 || isOneOf(word, {u"tel", u"tlf", u"telf", u"tfno", u"fone"}))
            promise = std::max(promise, 3);
    }
    if (promise == 0
        && isOneOf(comparable(heading),
                   {u"number", u"numero", u"nummer", u"contact", u"contacto", u"to", u"contactnumber",
                    u"contactno", u"नंबर", u"رقم", u"الرقم", u"номер"}))
        promise = 1;
    return promise;
}

/// How much a heading promises people's names.
int namePromise(const QString &heading)
{
    const QString word = comparable(heading);
    if (isOneOf(word,
                {u"name",
                 u"fullname",
                 u"nombre",
                 u"nombrecompleto",
                 u"nombreyapellidos",
                 u"nome",
                 u"nomecompleto",
                 u"nom",
                 u"nomcomplet",
                 u"vollstandigername",
                 u"नाम",
                 u"पूरानाम",
                 u"الاسم",
                 u"اسم",
                 u"الاسمالكامل",
                 u"имя",
                 u"фио",
                 u"姓名",
                 u"名前",
                 u"氏名",
                 u"naam"}))
        return 3;
    if (isOneOf(word,
                {u"customername", u"clientname", u"contactname", u"guestname", u"passengername",
                 u"travellername", u"travelername", u"displayname", u"nombrecliente", u"nombredelcliente",
                 u"nomedocliente", u"kundenname", u"nomduclient", u"nomecliente", u"nomeecognome",
                 u"ग्राहककानाम", u"اسمالعميل"}))
        return 2;
    if (isOneOf(word,
                {u"firstname", u"givenname", u"vorname", u"prenom", u"customer", u"client", u"cliente",
                 u"kunde", u"guest", u"passenger", u"traveller", u"traveler", u"huesped", u"pasajero",
                 u"viajero", u"person"}))
        return 1;
    return 0;
}

bool isGivenName(const QString &heading)
{
    return isOneOf(comparable(heading), {u"firstname", u"givenname", u"vorname", u"prenom"});
}

bool isFamilyName(const QString &heading)
{
    return isOneOf(comparable(heading),
                   {u"lastname", u"familyname", u"surname", u"nachname", u"apellidos", u"nomdefamille"});
}

bool promisesCountry(const QString &heading)
{
    return isOneOf(comparable(heading),
                   {u"country", u"countrycode", u"pais", u"codigopais", u"codigodepais", u"land", u"pays",
                    u"paese", u"देश", u"الدولة", u"البلد", u"страна"});
}

bool promisesTimeZone(const QString &heading)
{
    return isOneOf(comparable(heading),
                   {u"timezone", u"tz", u"zeitzone", u"zonahoraria", u"husohorario", u"fusohorario",
                    u"fuseauhoraire", u"fusoorario"});
}

/// Columns that never belong to a message, among them those of a saved file of refused rows.
bool isForOtherPurposes(const QString &heading)
{
    return isOneOf(comparable(heading),
                   {u"row", u"reason", u"email", u"mail", u"correo", u"id", u"notes", u"notas"});
}

/// 1 for a valid number, 0 for what is none, between for what may be one. `country`: of the person, where known.
double phoneLikeness(const QString &cell, const PhoneParser &parser, const QString &country = {})
{
    static const QRegularExpression date{
        uR"(^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"_s};
    if (date.match(cell.trimmed()).hasMatch())
        return 0;
    const ParsedPhone phone = country.isEmpty() ? parser.parse(cell) : parser.parse(cell, country);
    if (phone.valid)
        return 1;
    if (phone.isPossible() || phone.reason == ImportReason::SeveralNumbers
        || phone.reason == ImportReason::PrecisionLost)
        return 0.5;
    const auto digits = std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    const bool hasLengthOfAPhone = digits >= kFewestDigitsOfAPhone && digits <= kMostDigitsOfAPhone;
    return phone.reason == ImportReason::MissingCountry && hasLengthOfAPhone ? 0.5 : 0;
}

/// A column's cells that are not empty.
QStringList filledCells(const TableSample &sample, int column)
{
    QStringList cells;
    for (int row = 0; row < sample.rows.size(); ++row) {
        if (const QString cell = sample.cell(row, column).trimmed(); !cell.isEmpty())
            cells += cell;
    }
    return cells;
}

/// `countryColumn`: -1 where none is known.
double phoneShare(const TableSample &sample, int column, const PhoneParser &parser, int countryColumn)
{
    double sum = 0;
    int filled = 0;
    for (int row = 0; row < sample.rows.size(); ++row) {
        const QString cell = sample.cell(row, column).trimmed();
        if (cell.isEmpty())
            continue;
        const QString country = countryColumn < 0 ? QString{} : sample.cell(row, countryColumn);
        sum += phoneLikeness(cell, parser, countryFromText(country).value_or(QString{}));
        ++filled;
    }
    return filled == 0 ? 0 : sum / filled;
}

/// Finds columns for the fields that nobody chose one for.
class Guesser
{
public:
    Guesser(const TableSample &sample, const QStringList &variables, ColumnMapping mapping,
            const PhoneParser &parser)
        : m_sample{sample}
        , m_variables{variables}
        , m_mapping{std::move(mapping)}
        , m_parser{parser}
    {
    }

    ColumnMapping mapping()
    {
        guessPhone();
        guessVariablesByHeading();
        guessName();
        guessCountry();
        guessTimeZone();
        guessVariablesByOrder();
        return m_mapping;
    }

private:
    bool isOpen(const QString &field) const { return !m_mapping.contains(field); }
    bool isUsed(int column) const
    {
        return std::find(m_mapping.begin(), m_mapping.end(), column) != m_mapping.end();
    }
    int columnCount() const { return std::min(m_sample.columnCount(), kMostGuessedColumns); }
    QString heading(int column) const { return m_sample.header.value(column); }

    void guessPhone()
    {
        if (!isOpen(ImportField::phone))
            return;
        int best = -1;
        double bestScore = 0;
        for (int column = 0; column < columnCount(); ++column) {
            if (isUsed(column))
                continue;
            const double share =
                phoneShare(m_sample, column, m_parser, m_mapping.value(ImportField::country, -1));
            const int promise = phonePromise(heading(column));
            double score = share >= kMostlyPhones ? share : 0;
            if (promise > 0)
                score = share >= kSomePhones || filledCells(m_sample, column).isEmpty()
                    ? promise + share + 1 + plainness(heading(column))
                    : 0.1 * promise;
            if (score > bestScore) {
                best = column;
                bestScore = score;
            }
        }
        if (best >= 0)
            m_mapping.insert(ImportField::phone, best);
    }

    /// Between columns that promise the same, "Phone" goes before "Default Address Phone".
    static double plainness(const QString &heading) { return wordsOf(heading).size() == 1 ? 0.01 : 0; }

    void guessName()
    {
        if (!isOpen(ImportField::name))
            return;
        int best = -1;
        int bestPromise = 0;
        for (int column = 0; column < columnCount(); ++column) {
            const int promise =
                column == m_mapping.value(ImportField::phone, -1) ? 0 : namePromise(heading(column));
            if (promise > bestPromise) {
                best = column;
                bestPromise = promise;
            }
        }
        if (best < 0 && m_sample.header.isEmpty())
            best = firstColumnOfWords();
        if (best < 0)
            return;
        m_mapping.insert(ImportField::name, best);
        if (isGivenName(heading(best)))
            guessFamilyName();
    }

    void guessFamilyName()
    {
        for (int column = 0; column < columnCount(); ++column) {
            if (!isUsed(column) && isFamilyName(heading(column))) {
                m_mapping.insert(ImportField::familyName, column);
                return;
            }
        }
    }

    int firstColumnOfWords() const
    {
        for (int column = 0; column < columnCount(); ++column) {
            const QStringList cells = filledCells(m_sample, column);
            const auto withoutDigits = std::count_if(cells.begin(), cells.end(), [](const QString &cell) {
                return std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
            });
            if (!isUsed(column) && !cells.isEmpty() && withoutDigits * 10 >= cells.size() * 9)
                return column;
        }
        return -1;
    }

    /// Only columns of two-letter codes: names of countries are as likely the destination of a journey.
    void guessCountry()
    {
        if (!isOpen(ImportField::country) || m_variables.contains(ImportField::country))
            return;
        for (int column = 0; column < columnCount(); ++column) {
            const QStringList cells = filledCells(m_sample, column);
            const bool areCodes = std::all_of(cells.begin(), cells.end(), [](const QString &cell) {
                return cell.size() == 2 && countryFromText(cell).has_value();
            });
            if (!isUsed(column) && promisesCountry(heading(column)) && areCodes && !cells.isEmpty()) {
                m_mapping.insert(ImportField::country, column);
                return;
            }
        }
    }

    /// Only columns of names that are known: other ways to write a zone would refuse people who are fine.
    void guessTimeZone()
    {
        if (!isOpen(ImportField::timeZone) || m_variables.contains(ImportField::timeZone))
            return;
        for (int column = 0; column < columnCount(); ++column) {
            const QStringList cells = filledCells(m_sample, column);
            if (!isUsed(column) && promisesTimeZone(heading(column)) && !cells.isEmpty()
                && std::all_of(cells.begin(), cells.end(), isTimeZoneName)) {
                m_mapping.insert(ImportField::timeZone, column);
                return;
            }
        }
    }

    void guessVariablesByHeading()
    {
        static const QRegularExpression numbered{
            u"^(?:var|variable|param|parameter|body|value|valor|campo|field)?(\\d+)$"_s};
        for (const QString &key : m_variables) {
            if (!isOpen(key))
                continue;
            for (int column = 0; column < std::min<qsizetype>(m_sample.header.size(), kMostGuessedColumns);
                 ++column) {
                const QString word = comparable(heading(column));
                const QRegularExpressionMatch number = numbered.match(word);
                if ((!word.isEmpty() && word == comparable(key))
                    || (number.hasMatch() && number.captured(1) == key)) {
                    m_mapping.insert(key, column);
                    break;
                }
            }
        }
    }

    /// Numbered variables say nothing about what they are. If exactly as many columns are left over as
    /// variables, they are meant for them.
    void guessVariablesByOrder()
    {
        QStringList keys;
        for (const QString &key : m_variables) {
            bool isNumber = false;
            key.toInt(&isNumber);
            if (isOpen(key) && namePromise(key) > 0 && m_mapping.contains(ImportField::name))
                m_mapping.insert(key, m_mapping.value(ImportField::name));
            else if (isOpen(key) && isNumber)
                keys += key;
        }
        QList<int> columns;
        for (int column = 0; column < columnCount(); ++column) {
            if (!isUsed(column) && !isForOtherPurposes(heading(column)))
                columns += column;
        }
        if (keys.size() != columns.size())
            return;
        for (int i = 0; i < keys.size(); ++i)
            m_mapping.insert(keys[i], columns[i]);
    }

    const TableSample &m_sample;
    const QStringList &m_variables;
    ColumnMapping m_mapping;
    const PhoneParser &m_parser;
};

struct Choice
{
    QString field;
    QString column;
};

Choice readChoice(const QString &text)
{
    // "attr:a=b=3" cannot be meant: the first "=" ends the field, so that headers may contain one.
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return {};
    QString field = text.left(equals).trimmed();
    if (field.startsWith(u"{{"_s) && field.endsWith(u"}}"_s))
        field = field.mid(2, field.size() - 4).trimmed();
    return {field, text.mid(equals + 1).trimmed()};
}

int columnNamed(const QString &name, const QStringList &header)
{
    for (int column = 0; column < header.size(); ++column) {
        if (header[column].trimmed() == name)
            return column;
    }
    for (int column = 0; column < header.size(); ++column) {
        if (header[column].trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return column;
    }
    return -1;
}

Error usage(const QString &code, const QString &message)
{
    return {.kind = ErrorKind::Usage, .message = message, .code = code, .detail = {}};
}

} // namespace

int TableSample::columnCount() const
{
    qsizetype count = header.size();
    for (const QStringList &row : rows)
        count = header.isEmpty() ? std::max(count, row.size()) : count;
    return int(count);
}

bool looksLikeHeader(const QList<QStringList> &rows, const QStringList &variables, const PhoneParser &parser)
{
    if (rows.isEmpty())
        return false;
    const QStringList &first = rows.first();
    if (std::any_of(first.begin(), first.end(),
                    [&parser](const QString &cell) { return phoneLikeness(cell, parser) > 0; }))
        return false;
    const auto isKnown = [&variables](const QString &cell) {
        const QString word = comparable(cell);
        return phonePromise(cell) > 0 || namePromise(cell) > 0 || promisesCountry(cell)
            || std::any_of(variables.begin(), variables.end(),
                           [&word](const QString &key) { return word == comparable(key); });
    };
    if (std::any_of(first.begin(), first.end(), isKnown))
        return true;
    return std::none_of(first.begin(), first.end(), [](const QString &cell) {
        return std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }) > 2;
    });
}

ColumnMapping guessColumns(const TableSample &sample, const QStringList &variables,
                           const ColumnMapping &chosen, const PhoneParser &parser)
{
    return Guesser{sample, variables, chosen, parser}.mapping();
}

Result<ColumnMapping> readColumnChoices(const QStringList &choices, const TableSample &sample,
                                        const QStringList &variables)
{
    ColumnMapping mapping;
    for (const QString &text : choices) {
        const Choice choice = readChoice(text);
        if (choice.field.isEmpty() || choice.column.isEmpty())
            return usage(
                u"unknown_field"_s,
                Columns::tr("“%1” does not say which column: write FIELD=COLUMN, as in phone=2.").arg(text));
        const bool isAttribute = choice.field.startsWith(ImportField::attributePrefix)
            && choice.field.size() > ImportField::attributePrefix.size();
        const bool isOwn = choice.field == ImportField::phone || choice.field == ImportField::name
            || choice.field == ImportField::country || choice.field == ImportField::timeZone;
        if (!isOwn && !isAttribute && !variables.contains(choice.field)) {
            return usage(u"unknown_field"_s,
                         Columns::tr("There is no field “%1” to fill. Known here: %2.")
                             .arg(choice.field,
                                  (QStringList{ImportField::phone, ImportField::name, ImportField::country,
                                               ImportField::timeZone, u"attr:NAME"_s}
                                   + variables)
                                      .join(u", "_s)));
        }
        int column = columnNamed(choice.column, sample.header);
        if (column < 0) {
            bool isNumber = false;
            const int number = choice.column.toInt(&isNumber);
            if (isNumber && number >= 1 && number <= sample.columnCount())
                column = number - 1;
        }
        if (column < 0) {
            const QString headings =
                sample.header.isEmpty() ? Columns::tr("it has no headings") : sample.header.join(u", "_s);
            return usage(u"unknown_column"_s,
                         Columns::tr("The file has no column “%1”. It has %n column(s): %2.", nullptr,
                                     sample.columnCount())
                             .arg(choice.column, headings));
        }
        mapping.insert(choice.field, column);
    }
    return mapping;
}

bool choicesNameCellOf(const QStringList &choices, const QStringList &row)
{
    return std::any_of(choices.begin(), choices.end(), [&row](const QString &text) {
        const QString column = readChoice(text).column;
        bool isNumber = false;
        column.toInt(&isNumber);
        return !isNumber && columnNamed(column, row) >= 0;
    });
}
