#include "presentation/attributetext.h"

#include "presentation/wording.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Attributes)
};

/// The shortest text that means this number.
QString plain(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional{number} : std::nullopt;
}

} // namespace

QString attributeText(const QString &value, AttributeType type)
{
    switch (type) {
    case AttributeType::Text: return value;
    case AttributeType::Number:
        if (const std::optional<double> number = numberIn(value))
            return QLocale{}.toString(*number, 'f', QLocale::FloatingPointShortest);
        return value;
    case AttributeType::Date:
        if (const QDate day = QDate::fromString(value, Qt::ISODate); day.isValid())
            return dateText(day);
        return value;
    }
    Q_UNREACHABLE();
}

std::optional<QString> readAttribute(const QString &typed, AttributeType type)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || type == AttributeType::Text)
        return text;
    const QLocale locale;
    if (type == AttributeType::Number) {
        bool isNumber = false;
        const double local = locale.toDouble(text, &isNumber);
        if (isNumber)
            return plain(local);
        const std::optional<double> number = numberIn(text);
        return number ? std::optional{plain(*number)} : std::nullopt;
    }
    for (const QString &format : {u"yyyy-MM-dd"_s, u"d MMM yyyy"_s, u"d MMMM yyyy"_s, locale.dateFormat(QLocale::LongFormat),
                                  locale.dateFormat(QLocale::ShortFormat)}) {
        // A year in two digits is of the last century to Qt; such a format is not offered.
        if (format.count(u'y') < 4)
            continue;
        if (const QDate day = locale.toDate(text, format); day.isValid())
            return day.toString(Qt::ISODate);
    }
    return std::nullopt;
}

QString attributeHint(AttributeType type)
{
    switch (type) {
    case AttributeType::Text: return {};
    case AttributeType::Number: return Words::tr("A number, such as %1").arg(QLocale{}.toString(12.5));
    case AttributeType::Date:
        return Words::tr("A date, such as %1").arg(attributeText(u"2026-11-25"_s, AttributeType::Date));
    }
    Q_UNREACHABLE();
}

QString wordFor(AttributeType type)
{
    switch (type) {
    case AttributeType::Text: return Words::tr("Text");
    case AttributeType::Number: return Words::tr("Number");
    case AttributeType::Date: return Words::tr("Date");
    }
    Q_UNREACHABLE();
}
