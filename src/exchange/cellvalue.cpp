#include "exchange/cellvalue.h"

#include <QDateTime>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double kLargestExactInteger = 9'007'199'254'740'992.0; // 2^53
constexpr qint64 kSecondsADay = 86'400;
constexpr qint64 kLastDay = 2'958'465; // 31 December 9999

QString plainNumber(double number)
{
    if (std::abs(number) <= kLargestExactInteger && number == std::floor(number))
        return QString::number(qint64(number));
    constexpr int kDigitsOfASpreadsheet = 15; // the rest is noise of binary fractions
    const QString rounded = QString::number(number, 'g', kDigitsOfASpreadsheet);
    return rounded.contains(u'e') ? QString::number(number, 'f', QLocale::FloatingPointShortest) : rounded;
}

QString momentText(double number, NumberMeaning meaning, bool countsFrom1904)
{
    qint64 day = qint64(std::floor(number));
    qint64 second = std::llround((number - double(day)) * double(kSecondsADay));
    if (second == kSecondsADay) {
        ++day;
        second = 0;
    }
    const QTime time = QTime{0, 0}.addSecs(int(second));
    const QString clock = time.toString(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    if (meaning == NumberMeaning::Time && day == 0)
        return clock;
    // Excel believes that 1900 was a leap year; its day 60 does not exist.
    const QDate first = countsFrom1904 ? QDate{1904, 1, 1} : QDate{1899, 12, day < 60 ? 31 : 30};
    const QString date = first.addDays(day).toString(Qt::ISODate);
    if (meaning == NumberMeaning::Date && second == 0)
        return date;
    return second == 0 && meaning != NumberMeaning::Time ? date : date + u' ' + clock;
}

} // namespace

NumberMeaning meaningOfBuiltInFormat(int id)
{
    const bool isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54)
        || id == 57 || id == 58;
    const bool isTime =
        (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
    if (id == 22)
        return NumberMeaning::DateAndTime;
    return isDate ? NumberMeaning::Date : isTime ? NumberMeaning::Time : NumberMeaning::Number;
}

NumberMeaning meaningOfFormat(const QString &format)
{
    bool hasDate = false;
    bool hasTime = false;
    bool hasMonthOrMinute = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format[i].toLower();
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i; // the next character is shown as it is
        } else if (c == u'"') {
            const qsizetype end = format.indexOf(u'"', i + 1);
            i = end < 0 ? format.size() : end;
        } else if (c == u'[') {
            const qsizetype end = format.indexOf(u']', i + 1);
            const QString inside = format.mid(i + 1, end < 0 ? -1 : end - i - 1).toLower();
            hasTime = hasTime || inside == u"h"_s || inside == u"hh"_s || inside == u"m"_s
                || inside == u"mm"_s || inside == u"s"_s || inside == u"ss"_s;
            i = end < 0 ? format.size() : end;
        } else if (c == u';') {
            break; // what follows is for negative numbers
        } else if (c == u'0' || c == u'#' || c == u'?') {
            if (!hasDate && !hasTime && !hasMonthOrMinute)
                return NumberMeaning::Number;
        } else if (QStringView{format}.mid(i).startsWith(u"General"_s, Qt::CaseInsensitive)) {
            return NumberMeaning::Number;
        } else {
            hasDate = hasDate || c == u'y' || c == u'd';
            hasTime = hasTime || c == u'h' || c == u's';
            hasMonthOrMinute = hasMonthOrMinute || c == u'm';
        }
    }
    if (hasMonthOrMinute && !hasDate && !hasTime)
        hasDate = true;
    if (hasDate && hasTime)
        return NumberMeaning::DateAndTime;
    return hasDate ? NumberMeaning::Date : hasTime ? NumberMeaning::Time : NumberMeaning::Number;
}

QString numberText(const QString &text, NumberMeaning meaning, bool countsFrom1904)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return text;
    const bool isMoment = meaning != NumberMeaning::Number && number >= 0 && number < double(kLastDay);
    return isMoment ? momentText(number, meaning, countsFrom1904) : plainNumber(number);
}

QString withoutEscapes(const QString &text)
{
    constexpr qsizetype kLength = 7; // _x000D_
    if (!text.contains(u"_x"_s))
        return text;
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isHex = false;
        const QStringView piece = QStringView{text}.mid(i, kLength);
        const bool mayBeOne = piece.size() == kLength && piece.startsWith(u"_x"_s) && piece.back() == u'_';
        const ushort unit = mayBeOne ? piece.mid(2, 4).toUShort(&isHex, 16) : ushort{0};
        if (isHex)
            i += kLength - 1;
        plain += isHex ? QChar{unit} : text[i];
    }
    return plain;
}

int columnOfCell(QStringView reference)
{
    constexpr int kMostLetters = 4; // more than any real column has, and no overflow
    int column = 0;
    qsizetype letters = 0;
    for (; letters < reference.size() && letters <= kMostLetters; ++letters) {
        const QChar c = reference[letters].toUpper();
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column - 1;
}
