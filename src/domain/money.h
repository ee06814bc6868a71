#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

/// An amount of some currency, exact: whole millionths of it. The currency stands beside it, as an ISO 4217
/// code.
struct Money
{
    qint64 millionths = 0;

    friend auto operator<=>(const Money &, const Money &) = default;
    friend bool operator==(const Money &, const Money &) = default;
    friend Money operator+(Money a, Money b) { return {a.millionths + b.millionths}; }
    friend Money operator-(Money a, Money b) { return {a.millionths - b.millionths}; }
    friend Money operator*(Money price, qint64 messages) { return {price.millionths * messages}; }
    Money &operator+=(Money other)
    {
        millionths += other.millionths;
        return *this;
    }
    /// For charts and shares; never to calculate on with.
    double approximate() const { return static_cast<double>(millionths) / 1e6; }
};

enum class MoneyProblem {
    None,
    Empty,
    NoNumber,
    Ambiguous, ///< "1,234" may be one thousand or one and a bit
    Negative,
    TooFine, ///< more than six decimals that are not 0
    TooLarge,
};

/// What a text says about an amount.
struct MoneyReading
{
    std::optional<Money> amount;
    QString currency; ///< where a code or sign stood beside it that means one currency only
    MoneyProblem problem = MoneyProblem::None;
};

/// How a lone separator before three digits is understood.
enum class LonePoint {
    IsDecimal, ///< "1.234" is one and a bit, as in rate cards; "1,234" stays ambiguous
    IsAmbiguous, ///< both are refused, as in bookings
};

/// Reads "1,234.50", "1.234,50", "$0.0094", "USD 12", "12 €". Spaces and apostrophes may part thousands.
MoneyReading readMoney(const QString &text, LonePoint lonePoint);

/// Why, as a sentence for the person.
QString problemText(MoneyProblem problem);

/// "USD" for "usd", "$US", "US$" and the like; nothing where no single currency is meant.
std::optional<QString> currencyFromText(const QString &text);

/// With two decimals, or as many more as it has: "12.50", "0.0094". For files and scripts.
QString plainText(Money amount);

/// How many decimals plainText() has.
int decimalsOf(Money amount);

/// What a person reads where amounts stand under each other: all with so many decimals, in the locale.
QString alignedMoney(Money amount, int decimals);

/// What a person reads: "12.50 USD", in the words of the locale. Rounded to the hundredth, but for prices
/// below one, which keep all their digits.
QString shownMoney(Money amount, const QString &currency);
