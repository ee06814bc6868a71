#include "exchange/ratecardreader.h"

#include "domain/billingplace.h"
#include "exchange/headerwords.h"
#include "exchange/tablereader.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostRows = 50'000;
constexpr int kHeadingWithin = 60; // rows from the beginning
constexpr Money kDearestPrice{
    1'000'000'000'000}; // a million of any currency, which millions of people still fit

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RateCardReader)
};

/// Where the prices of one category stand.
struct PriceColumns
{
    std::optional<PriceCategory> category; ///< nothing: the row says
    int price = -1;
    int from = -1; ///< of a volume tier
    int to = -1;
};

struct Layout
{
    int market = -1;
    int currency = -1;
    int category = -1;
    int effective = -1;
    std::vector<PriceColumns> prices;

    bool hasTiers() const
    {
        return std::any_of(prices.begin(), prices.end(),
                           [](const PriceColumns &columns) { return columns.from >= 0; });
    }
};

std::optional<PriceCategory> categoryOfHeading(const QString &cell)
{
    const QString words = headerWords(cell);
    if (words.startsWith("authentication"_L1) && words.contains("international"_L1))
        return PriceCategory::AuthenticationInternational;
    for (const PriceCategory category : kPriceCategories) {
        const QString word = toWord(category);
        if (words == word || words == word + u" rate"_s || words == word + u" price"_s)
            return category;
    }
    return std::nullopt;
}

/// Which category the columns from here on belong to, by the row above the headings.
std::map<int, PriceCategory> sectionsIn(const QStringList &cells)
{
    std::map<int, PriceCategory> sections;
    for (int column = 0; column < cells.size(); ++column) {
        if (const auto category = categoryOfHeading(cells[column]))
            sections.emplace(column, *category);
    }
    return sections;
}

std::optional<PriceCategory> sectionOf(int column, const std::map<int, PriceCategory> &sections)
{
    auto behind = sections.upper_bound(column);
    if (behind == sections.begin())
        return std::nullopt;
    return std::prev(behind)->second;
}

/// The columns of a row of headings; nothing where it is none of a rate card.
std::optional<Layout> layoutOf(const QStringList &cells, const std::map<int, PriceCategory> &sections)
{
    Layout layout;
    std::map<std::optional<PriceCategory>, PriceColumns> byCategory;
    const auto columnsFor = [&](int column) -> PriceColumns & {
        const auto category = sectionOf(column, sections);
        PriceColumns &columns = byCategory[category];
        columns.category = category;
        return columns;
    };
    for (int column = 0; column < cells.size(); ++column) {
        const QString &cell = cells[column];
        const QString words = headerWords(cell);
        if (layout.market < 0 && isHeading(cell, {u"market"_s, u"country"_s, u"region"_s})) {
            layout.market = column;
        } else if (layout.currency < 0 && isHeading(cell, {u"currency"_s})) {
            layout.currency = column;
        } else if (const auto category = categoryOfHeading(cell)) {
            PriceColumns &columns = byCategory[category];
            columns.category = category;
            columns.price = column;
        } else if (words == "category"_L1 || words == "message category"_L1 || words == "message type"_L1
                   || words == "pricing category"_L1) {
            layout.category = column;
        } else if (isHeading(cell, {u"effective"_s, u"valid from"_s})) {
            layout.effective = column;
        } else if (isHeading(cell, {u"from"_s, u"volume from"_s, u"tier from"_s})) {
            columnsFor(column).from = column;
        } else if (isHeading(cell, {u"to"_s, u"volume to"_s, u"tier to"_s})) {
            columnsFor(column).to = column;
        } else if (words == "rate"_L1 || words == "price"_L1 || words == "rate per message"_L1
                   || words == "price per message"_L1) {
            columnsFor(column).price = column;
        }
    }
    for (const auto &[category, columns] : byCategory) {
        if (columns.price >= 0 && (columns.category || layout.category >= 0))
            layout.prices.push_back(columns);
    }
    if (layout.market < 0 || layout.prices.empty())
        return std::nullopt;
    return layout;
}

std::optional<QDate> dateFromText(const QString &text)
{
    const QString tidy = text.simplified();
    for (const QString &format : {u"MMMM d, yyyy"_s, u"MMMM d yyyy"_s, u"d MMMM yyyy"_s, u"d MMM yyyy"_s,
                                  u"MMM d, yyyy"_s, u"yyyy-MM-dd"_s}) {
        const QDate date = QLocale::c().toDate(tidy, format);
        if (date.isValid())
            return date;
    }
    return std::nullopt;
}

/// "Cost per message in USD, effective July 1, 2026"
void readTitle(const QString &text, RateCardFile &file)
{
    static const QRegularExpression effective{
        u"(?:effective|valid|as of|from)\\W+(?:from\\W+|as of\\W+)?"
        "([A-Z][a-z]+ \\d{1,2},? \\d{4}|\\d{1,2} [A-Z][a-z]+ \\d{4}|\\d{4}-\\d{2}-\\d{2})"_s,
        QRegularExpression::CaseInsensitiveOption};
    static const QRegularExpression currency{
        u"\\b(USD|AED|ARS|AUD|BRL|CLP|COP|EUR|GBP|IDR|INR|MXN|MYR|PEN|SAR|SGD)\\b"_s};
    if (text.startsWith(u"Note"_s, Qt::CaseInsensitive)) // tells of exceptions, with days of their own
        return;
    if (const auto match = effective.match(text); match.hasMatch() && !file.effective)
        file.effective = dateFromText(match.captured(1));
    if (const auto match = currency.match(text); match.hasMatch() && file.currency.isEmpty())
        file.currency = match.captured(1);
}

bool saysNone(const QString &cell)
{
    static const QStringList none{QString{}, u"n/a"_s, u"na"_s, u"-"_s, u"--"_s, u"–"_s, u"—"_s};
    return none.contains(cell.trimmed().toLower());
}

/// A count of messages: "100,000".
std::optional<qint64> countFromText(const QString &cell)
{
    static const QRegularExpression form{u"^\\d{1,3}([,.\\s'’]\\d{2,3})*$|^\\d+$"_s};
    QString digits = cell.trimmed();
    if (!form.match(digits).hasMatch())
        return std::nullopt;
    static const QRegularExpression marks{u"[^0-9]"_s};
    bool isNumber = false;
    const qint64 count = digits.remove(marks).toLongLong(&isNumber);
    return isNumber ? std::optional{count} : std::nullopt;
}

/// A price as it stands in the file.
struct ReadRate
{
    Rate rate;
    std::optional<qint64> last; ///< the last message it holds for
};

class Reading
{
public:
    Reading(TableReader &reader, const QString &currency)
        : m_reader{reader}
        , m_wanted{currency}
    {
    }

    Result<RateCardFile> read()
    {
        if (const Result<> found = findHeadings(); !found)
            return found.error();
        TableRow row;
        while (true) {
            const Result<bool> more = m_reader.next(row);
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (row.isBlank())
                continue;
            if (++m_file.rows > kMostRows)
                return Error{ErrorKind::BadInput,
                             Words::tr("This file is too large for a rate card."),
                             u"too_large"_s,
                             {}};
            if (const Result<> taken = takeRow(row); !taken)
                return taken.error();
        }
        if (m_file.currency.isEmpty())
            m_file.currency = m_wanted;
        if (!m_wanted.isEmpty() && m_file.currency != m_wanted && !m_file.rates.empty())
            return Error{ErrorKind::BadInput,
                         Words::tr("The file says that its prices are in %1, not in %2.")
                             .arg(m_file.currency, m_wanted),
                         u"other_currency"_s,
                         {}};
        return m_file;
    }

private:
    Result<> findHeadings()
    {
        TableRow row;
        std::map<int, PriceCategory> sections;
        for (int read = 0; read < kHeadingWithin; ++read) {
            const Result<bool> more = m_reader.next(row);
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (const auto layout = layoutOf(row.cells, sections)) {
                m_layout = *layout;
                return Done{};
            }
            if (auto found = sectionsIn(row.cells); !found.empty())
                sections = std::move(found);
            for (const QString &cell : row.cells)
                readTitle(cell, m_file);
        }
        return Error{ErrorKind::BadInput,
                     Words::tr("This is no rate card: no row has the headings Market and Marketing, Utility "
                               "or Rate."),
                     u"no_rates"_s,
                     {}};
    }

    void refuse(const TableRow &row, const QString &reason, const QString &message, const QString &value)
    {
        m_file.refused.push_back({row.number, reason, message, value});
    }

    Result<> takeRow(const TableRow &row)
    {
        if (row.problem) {
            refuse(row, u"unreadable"_s, Words::tr("This row cannot be read as text."), {});
            return Done{};
        }
        QString market = row.cells.value(m_layout.market).simplified();
        if (market.isEmpty() && m_layout.hasTiers())
            market = m_lastMarket; // a table of tiers names each market once
        if (market.isEmpty()) {
            refuse(row, u"no_market"_s, Words::tr("The row names no market."), {});
            return Done{};
        }
        m_lastMarket = market;
        if (marketKey(market).isEmpty()) {
            refuse(row, u"unknown_market"_s, Words::tr("No country or group of countries is called so."),
                   market);
            return Done{};
        }
        const Result<bool> isOurs = takeCurrency(row);
        if (!isOurs)
            return isOurs.error();
        if (!*isOurs || !takeEffective(row))
            return Done{};
        takePrices(row, market);
        return Done{};
    }

    /// Whether the row is in the wanted currency.
    Result<bool> takeCurrency(const TableRow &row)
    {
        const QString cell = row.cells.value(m_layout.currency);
        if (m_layout.currency < 0 || cell.trimmed().isEmpty())
            return true;
        const std::optional<QString> currency = currencyFromText(cell);
        if (!currency) {
            refuse(row, u"unknown_currency"_s, Words::tr("This is no currency."), cell);
            return false;
        }
        return matchCurrency(row, *currency);
    }

    Result<bool> matchCurrency(const TableRow &row, const QString &currency)
    {
        if (!m_wanted.isEmpty() && currency != m_wanted) {
            refuse(row, u"other_currency"_s, Words::tr("The price is in another currency."), currency);
            return false;
        }
        if (m_hasCurrency && m_file.currency != currency)
            return Error{ErrorKind::BadInput,
                         Words::tr("The file has prices in %1 and %2. Say which ones to take.")
                             .arg(m_file.currency, currency),
                         u"several_currencies"_s,
                         {}};
        m_file.currency = currency;
        m_hasCurrency = true;
        return true;
    }

    bool takeEffective(const TableRow &row)
    {
        const QString cell = row.cells.value(m_layout.effective);
        if (m_layout.effective < 0 || cell.trimmed().isEmpty())
            return true;
        const std::optional<QDate> date = dateFromText(cell);
        if (!date || (m_hasDate && m_file.effective != date)) {
            refuse(row, u"other_date"_s,
                   date
                       ? Words::tr("The price holds from another day than those above; import each rate card "
                                   "for itself.")
                       : Words::tr("This is no day."),
                   cell);
            return false;
        }
        m_file.effective = date;
        m_hasDate = true;
        return true;
    }

    void takePrices(const TableRow &row, const QString &market)
    {
        std::vector<ReadRate> rates;
        for (const PriceColumns &columns : m_layout.prices) {
            const QString cell = row.cells.value(columns.price);
            if (saysNone(cell)) {
                m_file.withoutPrice += cell.trimmed().isEmpty() ? 0 : 1;
                continue;
            }
            const std::optional<ReadRate> rate = readPrice(row, market, columns);
            if (!rate)
                return;
            rates.push_back(*rate);
        }
        if (rates.empty())
            return refuse(row, u"no_price"_s, Words::tr("The row has no price."), market);
        for (const ReadRate &rate : rates) {
            if (m_seen.contains(keyOf(rate.rate)))
                return refuse(row, u"twice"_s, Words::tr("This price is in the file twice."), market);
        }
        for (const ReadRate &rate : rates) {
            m_seen.insert(keyOf(rate.rate));
            m_lastOf[{rate.rate.market, rate.rate.category}] = rate.last;
            m_file.rates.push_back(rate.rate);
        }
        ++m_file.used;
    }

    std::optional<ReadRate> readPrice(const TableRow &row, const QString &market, const PriceColumns &columns)
    {
        const QString categoryCell = row.cells.value(m_layout.category);
        const std::optional<PriceCategory> category =
            columns.category ? columns.category : priceCategoryFromWord(categoryCell);
        if (!category) {
            refuse(row, u"unknown_category"_s, Words::tr("Meta has no such category of messages."),
                   categoryCell);
            return std::nullopt;
        }
        const QString cell = row.cells.value(columns.price);
        const MoneyReading price = readMoney(cell, LonePoint::IsDecimal);
        if (!price.amount || *price.amount > kDearestPrice) {
            refuse(row, u"bad_price"_s, problemText(price.amount ? MoneyProblem::TooLarge : price.problem),
                   cell);
            return std::nullopt;
        }
        if (!price.currency.isEmpty()) {
            const Result<bool> isOurs = matchCurrency(row, price.currency);
            if (!isOurs)
                refuse(row, u"other_currency"_s, isOurs.error().message, cell);
            if (!isOurs || !*isOurs)
                return std::nullopt;
        }
        ReadRate rate{
            {market, *category, 1, *price.amount},
            std::nullopt
        };
        if (columns.from >= 0 && !readTier(row, columns, rate))
            return std::nullopt;
        return rate;
    }

    bool readTier(const TableRow &row, const PriceColumns &columns, ReadRate &rate)
    {
        const QString fromCell = row.cells.value(columns.from);
        const QString toCell = row.cells.value(columns.to);
        const std::optional<qint64> from = saysNone(fromCell) ? 0 : countFromText(fromCell);
        rate.last = columns.to < 0 || saysNone(toCell) ? std::nullopt : countFromText(toCell);
        const bool isOpen =
            columns.to < 0 || saysNone(toCell) || isHeading(toCell, {u"max"_s, u"unlimited"_s});
        if (!from || (!rate.last && !isOpen) || (rate.last && *rate.last < *from)) {
            refuse(row, u"bad_tier"_s, Words::tr("From and To are no numbers of messages in this order."),
                   u"%1 – %2"_s.arg(fromCell, toCell));
            return false;
        }
        rate.rate.first = std::max<qint64>(1, *from);
        // Some cards let a tier begin with the number at which the one before it ends.
        const auto before = m_lastOf.find({rate.rate.market, rate.rate.category});
        if (before != m_lastOf.end() && before->second == rate.rate.first)
            ++rate.rate.first;
        return true;
    }

    static std::tuple<QString, PriceCategory, qint64> keyOf(const Rate &rate)
    {
        return {marketKey(rate.market), rate.category, rate.first};
    }

    TableReader &m_reader;
    QString m_wanted;
    Layout m_layout;
    RateCardFile m_file;
    QString m_lastMarket;
    bool m_hasCurrency = false; ///< a row named it
    bool m_hasDate = false;
    std::set<std::tuple<QString, PriceCategory, qint64>> m_seen;
    std::map<std::pair<QString, PriceCategory>, std::optional<qint64>> m_lastOf;
};

} // namespace

Result<RateCardFile> readRateCard(TableReader &reader, const QString &currency)
{
    return Reading{reader, currency}.read();
}
