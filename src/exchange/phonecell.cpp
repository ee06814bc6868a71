#include "exchange/phonecell.h"

#include "exchange/callingcode.h"

#include <QRegularExpression>
#include <QStringList>

#include <set>

using namespace Qt::StringLiterals;

namespace {

/// One character of a cell, in the form in which the rest of this file expects it; 0 for what cannot be seen.
char32_t plainCharacter(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E) // full width forms of ASCII
        c -= 0xFEE0;
    if (c < 0x80)
        return c == U'\t' ? U' ' : (c == U'\r' ? U'\n' : c);
    if (c == 0x30FC) // the Japanese long vowel mark is typed for a dash
        return U'-';
    switch (QChar::category(c)) {
    case QChar::Number_DecimalDigit: return U'0' + char32_t(QChar::digitValue(c));
    case QChar::Separator_Space: return U' ';
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return U'\n';
    case QChar::Other_Format: // bidi marks, zero width spaces, byte order marks, soft hyphens
    case QChar::Other_Control:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing: return 0;
    case QChar::Punctuation_Dash: return U'-';
    default: break;
    }
    switch (c) {
    case 0x2212: return U'-'; // minus
    case 0xFE62:
    case 0x207A: return U'+';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4: return U'\'';
    case 0x2044:
    case 0x2215: return U'/';
    case 0x3001:
    case 0x060C: return U','; // ideographic and Arabic comma
    case 0x061B: return U';';
    case 0x066B: return U'.'; // Arabic decimal separator
    default: return c;
    }
}

/// Without what cannot be seen, and with one blank where there are several.
QString plainText(const QString &cell)
{
    QString text;
    text.reserve(cell.size());
    for (qsizetype i = 0; i < cell.size(); ++i) {
        char32_t c = cell[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < cell.size() && cell[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(cell[i], cell[i + 1]);
            ++i;
        }
        const char32_t plain = plainCharacter(c);
        const bool isBlankAgain = plain == U' ' && text.endsWith(u' ');
        if (plain != 0 && !isBlankAgain)
            text += QChar::fromUcs4(plain);
    }
    return text.trimmed();
}

/// Without what stands around a number: a spreadsheet's apostrophe, quotes, signs and pictures.
QString withoutSurroundings(const QString &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    const auto mayBegin = [&](QChar c) { return c.isLetterOrNumber() || c == u'+' || c == u'('; };
    const auto mayEnd = [&](QChar c) { return c.isLetterOrNumber() || c == u')' || c == u'#'; };
    while (begin < end && !mayBegin(text[begin]))
        ++begin;
    while (end > begin && !mayEnd(text[end - 1]))
        --end;
    return text.mid(begin, end - begin);
}

enum class NumericForm { None, Whole, Shortened, Fraction };

struct NumericCell
{
    NumericForm form = NumericForm::None;
    QString digits; ///< with Whole; keeps a leading "+"
};

/// Cells that went through a spreadsheet as numbers: 9.19812340001E+11, 919812340001.0, 919,812,340,001.
NumericCell readNumericCell(const QString &text)
{
    static const QRegularExpression scientific{uR"(^(\+?)(\d+)(?:[.,](\d*))?[eE]\+?(-?\d{1,3})$)"_s};
    static const QRegularExpression decimal{uR"(^(\+?\d{7,})[.,](\d{1,2})$)"_s};
    static const QRegularExpression grouped{
        uR"(^(\+?\d{1,3}(?:,\d{3}){2,})(?:\.0+)?$|^(\+?\d{1,3}(?:\.\d{3}){2,}),0+$)"_s};

    if (text.contains(u'e', Qt::CaseInsensitive)) {
        QString compact = text;
        compact.remove(u' ');
        const QRegularExpressionMatch match = scientific.match(compact);
        if (!match.hasMatch())
            return {};
        const QString whole = match.captured(2);
        const QString fraction = match.captured(3);
        const int exponent = match.captured(4).toInt();
        if (exponent < 0)
            return {NumericForm::Fraction, {}};
        if (fraction.size() < exponent)
            return {NumericForm::Shortened, {}};
        const QStringView rest = QStringView{fraction}.mid(exponent);
        if (std::any_of(rest.begin(), rest.end(), [](QChar c) { return c != u'0'; }))
            return {NumericForm::Fraction, {}};
        return {NumericForm::Whole, match.captured(1) + whole + fraction.left(exponent)};
    }
    if (!text.contains(u'.') && !text.contains(u','))
        return {};
    if (const QRegularExpressionMatch match = decimal.match(text); match.hasMatch()) {
        if (match.captured(2).count(u'0') < match.captured(2).size())
            return {NumericForm::Fraction, {}};
        return {NumericForm::Whole, match.captured(1)};
    }
    if (const QRegularExpressionMatch match = grouped.match(text); match.hasMatch()) {
        QString digits = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        digits.remove(u',').remove(u'.');
        return {NumericForm::Whole, digits};
    }
    return {};
}

/// "Tel. ", "WhatsApp: ", "móvil " in front of a number. Other words stay, and get the cell refused.
QString withoutLabel(const QString &text)
{
    static const std::set<QString> words{
        u"tel"_s,       u"tels"_s,     u"telf"_s,     u"tlf"_s,       u"tfno"_s,     u"phone"_s,
        u"phoneno"_s,   u"ph"_s,       u"phno"_s,     u"mobile"_s,    u"mobileno"_s, u"mob"_s,
        u"mobno"_s,     u"cell"_s,     u"cel"_s,      u"cellphone"_s, u"celular"_s,  u"móvil"_s,
        u"movil"_s,     u"teléfono"_s, u"telefono"_s, u"telefone"_s,  u"telefon"_s,  u"téléphone"_s,
        u"telephone"_s, u"portable"_s, u"fon"_s,      u"fone"_s,      u"handy"_s,    u"mobil"_s,
        u"cellulare"_s, u"whatsapp"_s, u"wa"_s,       u"sms"_s,       u"numero"_s,   u"número"_s,
        u"number"_s,    u"nr"_s,       u"फोन"_s,      u"मोबाइल"_s,    u"هاتف"_s,     u"جوال"_s,
    };
    static const std::set<QString> lettersBeforeAColon{u"t"_s, u"m"_s, u"p"_s, u"c"_s, u"h"_s, u"w"_s};

    if (text.isEmpty() || !text[0].isLetter())
        return text;
    qsizetype end = 0;
    QString word;
    bool closed = false;
    while (end < text.size() && !isDigit(text[end]) && text[end] != u'+' && text[end] != u'(') {
        const QChar c = text[end++];
        closed = closed || c == u':' || c == u'.';
        if (c.isLetter() || c.isMark() || c.isSurrogate())
            word += c.toLower();
        else if (c != u' ' && c != u':' && c != u'.' && c != u'-')
            return text;
    }
    const bool known = words.contains(word) || (closed && lettersBeforeAColon.contains(word));
    return known ? text.mid(end) : text;
}

/// RFC 3966: "tel:600-000-274;phone-context=+34;ext=12".
QString withoutUri(const QString &text)
{
    if (!text.startsWith(u"tel:"_s, Qt::CaseInsensitive))
        return text;
    const QStringList parts = text.mid(4).split(u';');
    QString number = parts.first().trimmed();
    QString extension;
    for (const QString &part : parts.mid(1)) {
        if (part.startsWith(u"phone-context=+"_s, Qt::CaseInsensitive) && !number.startsWith(u'+'))
            number.prepend(part.mid(14));
        else if (part.startsWith(u"ext="_s, Qt::CaseInsensitive))
            extension = u" ext "_s + part.mid(4);
    }
    return number + extension;
}

/// Cuts "ext. 12", "x12", "#12", ",,12" off the end. Says whether there was one.
bool dropExtension(QString &text)
{
    static const QRegularExpression extension{
        uR"([\s;,.(\-]*(?:;\s*ext=|ext[.]?|exten|extn|xtn|extensi[oó]n|extension|int[.]?|interno|anexo|ramal|poste|durchwahl|dw|доб[.]?|x|#|~|,,)[\s.:=#-]*\d{1,6}[#)]?$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption};
    const bool mayHaveOne = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetter() || c == u'#' || c == u'~' || c == u',';
    });
    if (!mayHaveOne)
        return false;
    const QRegularExpressionMatch match = extension.match(text);
    if (!match.hasMatch() || digitCount(QStringView{text}.left(match.capturedStart())) == 0)
        return false;
    text.truncate(match.capturedStart());
    return true;
}

/// Two or more stretches that could each be a number, kept apart by something that no number contains.
bool holdsSeveralNumbers(const QString &text)
{
    const auto separates = [](QChar c) {
        return c.isLetter() || c == u'/' || c == u'\\' || c == u';' || c == u',' || c == u'|' || c == u'\n'
            || c == u'&' || c == u'+' || c == u':';
    };
    int numbers = 0;
    int digits = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i == text.size() || separates(text[i])) {
            numbers += digits >= kFewestDigitsOfANumber ? 1 : 0;
            digits = 0;
        } else if (isDigit(text[i])) {
            ++digits;
        }
    }
    return numbers > 1;
}

PhoneCell refused(ImportReason reason, bool extensionDropped = false)
{
    return {{}, reason, extensionDropped};
}

/// Why a text that is too long for one number is refused.
ImportReason reasonOfLength(const QString &text)
{
    if (holdsSeveralNumbers(text))
        return ImportReason::SeveralNumbers;
    return digitCount(text) > CallingCode::kMostDigits ? ImportReason::TooLong : ImportReason::NotANumber;
}

} // namespace

PhoneCell readPhoneCell(const QString &cell)
{
    if (cell.contains(QChar::ReplacementCharacter))
        return refused(ImportReason::NotTextual);
    QString text = plainText(cell);
    if (text.isEmpty() || text == u"'"_s)
        return refused(ImportReason::EmptyPhone);
    if (text.contains(u'*') || text.startsWith(u'=') || text.startsWith(u'@')) // formulas, USSD codes
        return refused(ImportReason::NotANumber);
    if (text.size() > kLongestNumber)
        return refused(reasonOfLength(text));

    text = withoutLabel(withoutUri(withoutSurroundings(text))).trimmed();
    const NumericCell numeric = readNumericCell(text);
    switch (numeric.form) {
    case NumericForm::Shortened: return refused(ImportReason::PrecisionLost);
    case NumericForm::Fraction: return refused(ImportReason::NotANumber);
    case NumericForm::Whole: text = numeric.digits; break;
    case NumericForm::None: break;
    }
    if (holdsSeveralNumbers(text))
        return refused(ImportReason::SeveralNumbers);
    const bool extensionDropped = dropExtension(text);

    // A "+" counts in front only; "(+34) 600…" and "++34…" have it there.
    const qsizetype firstDigit = std::find_if(text.begin(), text.end(), isDigit) - text.begin();
    if (firstDigit == text.size() || text.indexOf(u'+', firstDigit) >= 0)
        return refused(ImportReason::NotANumber, extensionDropped);
    return {text, std::nullopt, extensionDropped};
}
