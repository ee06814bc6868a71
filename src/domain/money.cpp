#include "domain/money.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr int kDecimals = 6;
constexpr qint64 kOne = 1'000'000;
constexpr int kMostWholeDigits = 12; // so that sums over all messages there may ever be fit too

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Money)
};

/// The currencies of Meta's rate cards, and those that a sign alone may mean.
const QHash<QString, QString> &currencySigns()
{
    static const QHash<QString, QString> signs{
        {u"$US"_s, u"USD"_s},
        {u"US$"_s, u"USD"_s},
        {u"$"_s,   u"USD"_s},
        {u"A$"_s,  u"AUD"_s},
        {u"AU$"_s, u"AUD"_s},
        {u"R$"_s,  u"BRL"_s},
        {u"€"_s, u"EUR"_s},
        {u"£"_s,  u"GBP"_s},
        {u"RP"_s,  u"IDR"_s},
        {u"₹"_s, u"INR"_s},
        {u"RS"_s,  u"INR"_s},
        {u"MX$"_s, u"MXN"_s},
        {u"RM"_s,  u"MYR"_s},
        {u"S/"_s,  u"PEN"_s},
        {u"S$"_s,  u"SGD"_s},
        {u"SG$"_s, u"SGD"_s},
        {u"SR"_s,  u"SAR"_s},
        {u"DH"_s,  u"AED"_s},
        {u"DHS"_s, u"AED"_s},
    };
    return signs;
}

/// The digits of an amount, once it is known which separator is the decimal one.
struct Digits
{
    QString whole;
    QString fraction;
    bool isAmbiguous = false;
};

Digits digitsOf(const QString &number, LonePoint lonePoint)
{
    const qsizetype point = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    qsizetype decimal = std::max(point, comma);
    Digits digits;
    if (decimal >= 0 && std::min(point, comma) < 0) { // one kind of separator only
        const QChar separator = number.at(decimal);
        const bool isThousands = number.size() - decimal - 1 == 3;
        if (number.count(separator) > 1)
            decimal = -1;
        else if (isThousands && number.left(decimal) != u"0" && decimal > 0 && decimal <= 3)
            digits.isAmbiguous = separator == u',' || lonePoint == LonePoint::IsAmbiguous;
    }
    digits.whole = decimal < 0 ? number : number.left(decimal);
    digits.whole.remove(u'.').remove(u',');
    digits.fraction = decimal < 0 ? QString{} : number.mid(decimal + 1);
    return digits;
}

/// Separators of thousands stand before three digits each, and are all alike.
bool isWellGrouped(const QString &number)
{
    static const QRegularExpression plain{u"^\\d*([.,]\\d*)?$"_s};
    static const QRegularExpression byPoint{u"^\\d{1,3}(\\.\\d{2,3})*\\.\\d{3}(,\\d*)?$"_s};
    static const QRegularExpression byComma{u"^\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d*)?$"_s}; // also 12,34,567
    return plain.match(number).hasMatch() || byPoint.match(number).hasMatch()
        || byComma.match(number).hasMatch();
}

MoneyReading refused(MoneyProblem problem)
{
    MoneyReading reading;
    reading.problem = problem;
    return reading;
}

} // namespace

MoneyReading readMoney(const QString &text, LonePoint lonePoint)
{
    static const QRegularExpression form{
        u"^([^\\d.,+-]*)([+-]?)([^\\d.,+-]*)([\\d.,]*\\d[\\d.,]*)\\s*([^\\d.,+-]*)$"_s};
    QString tidy = text.simplified();
    if (tidy.isEmpty())
        return refused(MoneyProblem::Empty);
    static const QRegularExpression thousands{u"(?<=\\d)[\\s'’](?=\\d{3}(\\D|$))"_s};
    tidy.remove(thousands);
    if (tidy.startsWith(u'.') || tidy.startsWith(u','))
        tidy.prepend(u'0');
    const QRegularExpressionMatch match = form.match(tidy);
    if (!match.hasMatch() || !isWellGrouped(match.captured(4)))
        return refused(MoneyProblem::NoNumber);
    MoneyReading reading;
    const QStringList beside{match.captured(1).trimmed(), match.captured(3).trimmed(),
                             match.captured(5).trimmed()};
    for (const QString &word : beside) {
        if (word.isEmpty())
            continue;
        const std::optional<QString> currency = currencyFromText(word);
        if (!currency || (!reading.currency.isEmpty() && reading.currency != *currency))
            return refused(MoneyProblem::NoNumber);
        if (word != u"$") // many currencies are called so
            reading.currency = *currency;
    }
    const Digits digits = digitsOf(match.captured(4), lonePoint);
    if (digits.isAmbiguous)
        return refused(MoneyProblem::Ambiguous);
    QString fraction = digits.fraction;
    while (fraction.size() > kDecimals && fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > kDecimals)
        return refused(MoneyProblem::TooFine);
    QString whole = digits.whole;
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    if (whole.size() > kMostWholeDigits)
        return refused(MoneyProblem::TooLarge);
    const Money amount{whole.toLongLong() * kOne + fraction.leftJustified(kDecimals, u'0').toLongLong()};
    if (match.captured(2) == u"-" && amount.millionths != 0)
        return refused(MoneyProblem::Negative);
    reading.amount = amount;
    return reading;
}

QString problemText(MoneyProblem problem)
{
    switch (problem) {
    case MoneyProblem::None: return {};
    case MoneyProblem::Empty: return Words::tr("There is no amount.");
    case MoneyProblem::NoNumber: return Words::tr("This is not an amount.");
    case MoneyProblem::Ambiguous:
        return Words::tr("This may be thousands or decimals. Write it with two decimals, like 1234.00.");
    case MoneyProblem::Negative: return Words::tr("The amount is below zero.");
    case MoneyProblem::TooFine: return Words::tr("The amount has more than six decimals.");
    case MoneyProblem::TooLarge: return Words::tr("The amount is too large.");
    }
    Q_UNREACHABLE();
}

std::optional<QString> currencyFromText(const QString &text)
{
    QString word = text.simplified().toUpper();
    if (word.endsWith(u'.'))
        word.chop(1);
    if (const auto sign = currencySigns().constFind(word); sign != currencySigns().constEnd())
        return *sign;
    const bool isCode = word.size() == 3
        && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    return isCode ? std::optional{word} : std::nullopt;
}

QString plainText(Money amount)
{
    constexpr int kFewest = 2;
    const qint64 size = std::abs(amount.millionths);
    QString fraction = QString::number(size % kOne).rightJustified(kDecimals, u'0');
    while (fraction.size() > kFewest && fraction.endsWith(u'0'))
        fraction.chop(1);
    return (amount.millionths < 0 ? u"-"_s : QString{}) + QString::number(size / kOne) + u'.' + fraction;
}

int decimalsOf(Money amount)
{
    return static_cast<int>(plainText(amount).section(u'.', 1).size());
}

QString alignedMoney(Money amount, int decimals)
{
    return QLocale{}.toString(amount.approximate(), 'f', decimals);
}

QString shownMoney(Money amount, const QString &currency)
{
    const qint64 size = std::abs(amount.millionths);
    const QString number = alignedMoney(amount, size > 0 && size < kOne ? decimalsOf(amount) : 2);
    //: An amount of money: %1 is the number, %2 the currency's code
    return currency.isEmpty() ? number : Words::tr("%1 %2").arg(number, currency);
}
