#include "cli/costview.h"

#include "cli/jsonforms.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostListed = 100;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CostView)
};

QString shownDay(QDate day)
{
    return QLocale{}.toString(day, u"d MMMM yyyy"_s);
}

QString revenueText(const CampaignReturn &of)
{
    QStringList parts;
    for (const RevenueSum &sum : of.revenue)
        parts << shownMoney(sum.amount, sum.currency);
    return parts.isEmpty() ? u"–"_s : parts.join(u" + "_s);
}

int bookingsOf(const CampaignReturn &of)
{
    int bookings = 0;
    for (const RevenueSum &sum : of.revenue)
        bookings += sum.bookings;
    return bookings;
}

QString returnText(const CampaignReturn &of)
{
    const std::optional<double> roi = of.roi();
    return roi ? QLocale{}.toString(*roi * 100, 'f', 1) + u" %"_s : u"–"_s;
}

QString knownCostText(const CampaignReturn &of)
{
    const std::optional<Money> known = of.cost ? of.cost->known() : std::nullopt;
    return known ? shownMoney(*known, of.cost->currency) : u"–"_s;
}

/// The amount of what was told so far, and whether that is all.
QString soFarText(const CampaignCost &cost)
{
    if (cost.charged + cost.free + cost.unpriced == 0)
        return Words::tr("not known: Meta has told no price yet");
    const QString amount = shownMoney(cost.amount, cost.currency);
    return cost.unpriced > 0 ? Words::tr("%1, and a part that no rate card tells").arg(amount) : amount;
}

/// Of a sum whose whole is told beside it: no charge at all is an amount too.
QString partText(const CampaignCost &part)
{
    return part.unpriced > 0 ? soFarText(part) : shownMoney(part.amount, part.currency);
}

} // namespace

void sayRefusedRows(Terminal &terminal, const std::vector<RefusedRow> &refused)
{
    std::vector<std::vector<Cell>> rows;
    for (size_t index = 0; index < std::min(refused.size(), kMostListed); ++index)
        rows.push_back({Cell::number(refused[index].row), refused[index].message, refused[index].value});
    terminal.table({Words::tr("Row"), Words::tr("Why it was refused"), Words::tr("Value")}, rows);
}

QJsonArray refusedRowsJson(const std::vector<RefusedRow> &refused)
{
    QJsonArray rows;
    for (size_t index = 0; index < std::min(refused.size(), kMostListed); ++index) {
        rows.append(QJsonObject{
            {u"row"_s,     refused[index].row              },
            {u"reason"_s,  refused[index].reason           },
            {u"message"_s, refused[index].message          },
            {u"value"_s,   textOrNull(refused[index].value)},
        });
    }
    return rows;
}

QString countryName(const QString &region)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(region);
    if (region.isEmpty() || territory == QLocale::AnyTerritory)
        return region.isEmpty() ? Words::tr("Unknown country") : region;
    return QLocale::territoryToString(territory);
}

void sayEstimate(Terminal &terminal, const CostEstimate &estimate)
{
    terminal.line(Words::tr("It costs up to %1 if everybody is delivered, by the rate card from %2 on.")
                      .arg(shownMoney(estimate.total, estimate.currency), shownDay(estimate.cardDate)));
    if (estimate.withoutPrice > 0)
        terminal.line(
            Words::tr("The cost cannot be estimated for %Ln person(s).", nullptr, estimate.withoutPrice));
    std::vector<std::vector<Cell>> rows;
    for (const CostLine &line : estimate.lines)
        rows.push_back({countryName(line.region), line.market.isEmpty() ? u"–"_s : line.market,
                        Cell::number(line.people),
                        line.amount ? shownMoney(*line.amount, estimate.currency) : u"–"_s});
    terminal.table({Words::tr("Country"), Words::tr("Market"), Words::tr("People"), Words::tr("Up to")},
                   rows);
}

QJsonValue estimateJson(const std::optional<CostEstimate> &estimate)
{
    if (!estimate || (estimate->withoutPrice > 0 && estimate->total == Money{}))
        return QJsonValue::Null;
    QJsonArray countries;
    for (const CostLine &line : estimate->lines) {
        countries.append(QJsonObject{
            {u"country"_s, textOrNull(line.region)                                              },
            {u"market"_s,  textOrNull(line.market)                                              },
            {u"people"_s,  line.people                                                          },
            {u"amount"_s,
             line.amount ? QJsonValue{line.amount->approximate()} : QJsonValue{QJsonValue::Null}},
        });
    }
    return QJsonObject{
        {u"currency"_s,             estimate->currency                      },
        {u"amount"_s,               estimate->total.approximate()           },
        {u"category"_s,             toWord(estimate->category)              },
        {u"rate_card"_s,            estimate->cardDate.toString(Qt::ISODate)},
        {u"people_without_price"_s, estimate->withoutPrice                  },
        {u"countries"_s,            countries                               },
    };
}

void sayCost(Terminal &terminal, const CostFigures &figures)
{
    if (!figures.cost)
        return;
    std::vector<std::pair<QString, Cell>> facts;
    if (figures.estimate)
        facts.emplace_back(
            Words::tr("Estimated cost"),
            Words::tr("up to %1").arg(shownMoney(figures.estimate->amount, figures.estimate->currency)));
    facts.emplace_back(Words::tr("Cost so far"), soFarText(*figures.cost));
    terminal.facts(facts);
    for (const QString &sentence : figures.difference)
        terminal.line(sentence);
    sayShares(terminal, *figures.cost);
}

void sayShares(Terminal &terminal, const CampaignCost &cost)
{
    std::vector<std::vector<Cell>> rows;
    for (const CostShare &share : cost.shares)
        rows.push_back({countryName(share.region), share.category, Cell::number(share.messages),
                        shownMoney(share.amount, cost.currency)});
    terminal.table({Words::tr("Country"), Words::tr("Category"), Words::tr("Messages"), Words::tr("Cost")},
                   rows);
}

QJsonObject costSumJson(const CampaignCost &cost)
{
    QJsonArray shares;
    for (const CostShare &share : cost.shares) {
        shares.append(QJsonObject{
            {u"country"_s,  textOrNull(share.region)  },
            {u"category"_s, share.category            },
            {u"messages"_s, share.messages            },
            {u"amount"_s,   share.amount.approximate()},
        });
    }
    const std::optional<Money> known = cost.known();
    return {
        {u"currency"_s, textOrNull(cost.currency)                                              },
        {u"amount"_s,   known ? QJsonValue{known->approximate()} : QJsonValue{QJsonValue::Null}},
        {u"charged"_s,  cost.charged                                                           },
        {u"free"_s,     cost.free                                                              },
        {u"unpriced"_s, cost.unpriced                                                          },
        {u"shares"_s,   shares                                                                 },
    };
}

QJsonValue costFiguresJson(const CostFigures &figures)
{
    if (!figures.cost)
        return QJsonValue::Null;
    QJsonValue estimated = QJsonValue::Null;
    if (figures.estimate)
        estimated = costJson(figures.estimate->amount.approximate(), figures.estimate->currency);
    QJsonObject json = costSumJson(*figures.cost);
    json[u"estimated"_s] = estimated;
    json[u"difference"_s] =
        QJsonArray::fromStringList({figures.difference.begin(), figures.difference.end()});
    return json;
}

void sayMonth(Terminal &terminal, const MonthCost &month)
{
    std::vector<std::pair<QString, Cell>> facts;
    facts.emplace_back(Words::tr("Month"), QLocale{}.toString(month.month, u"MMMM yyyy"_s));
    facts.emplace_back(Words::tr("Cost so far"), soFarText(month.all));
    facts.emplace_back(Words::tr("Of it, campaigns"), partText(month.campaigns));
    facts.emplace_back(Words::tr("Of it, answers, tests and deleted campaigns"), partText(month.outside));
    facts.emplace_back(Words::tr("Messages free of charge"), Cell::number(month.all.free));
    terminal.facts(facts);
    sayShares(terminal, month.all);
}

QJsonObject monthJson(QDate month, const std::optional<MonthCost> &cost)
{
    const auto orNull = [&](const CampaignCost MonthCost::*part) {
        return cost ? QJsonValue{costSumJson((*cost).*part)} : QJsonValue{QJsonValue::Null};
    };
    return {
        {u"month"_s,     month.toString(u"yyyy-MM"_s) },
        {u"cost"_s,      orNull(&MonthCost::all)      },
        {u"campaigns"_s, orNull(&MonthCost::campaigns)},
        {u"outside"_s,   orNull(&MonthCost::outside)  },
    };
}

void sayReturn(Terminal &terminal, const CampaignReturn &of)
{
    if (of.revenue.empty())
        return;
    terminal.facts({
        {Words::tr("Revenue"),        revenueText(of)             },
        {Words::tr("Bookings"),       Cell::number(bookingsOf(of))},
        {Words::tr("Return on cost"), returnText(of)              },
    });
}

std::vector<Cell> returnCells(const QString &name, const CampaignReturn &of)
{
    return {name, revenueText(of), Cell::number(bookingsOf(of)), knownCostText(of), returnText(of)};
}

QJsonObject returnJson(const CampaignReturn &of)
{
    QJsonArray revenue;
    for (const RevenueSum &sum : of.revenue) {
        revenue.append(QJsonObject{
            {u"currency"_s, sum.currency            },
            {u"amount"_s,   sum.amount.approximate()},
            {u"bookings"_s, sum.bookings            },
        });
    }
    const std::optional<Money> known = of.cost ? of.cost->known() : std::nullopt;
    QJsonObject json;
    json[u"revenue"_s] = revenue;
    json[u"cost"_s] = known ? costJson(known->approximate(), of.cost->currency) : QJsonValue::Null;
    const std::optional<double> roi = of.roi();
    json[u"roi"_s] = roi ? QJsonValue{*roi} : QJsonValue{QJsonValue::Null};
    return json;
}
