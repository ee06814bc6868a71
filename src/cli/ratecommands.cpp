#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/costview.h"
#include "cli/jsonforms.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RateCommands)
};

QString shownDay(QDate day)
{
    return QLocale{}.toString(day, u"d MMMM yyyy"_s);
}

Result<std::optional<QString>> readCurrency(const Arguments &arguments)
{
    if (!arguments.has(u"currency"_s))
        return std::optional<QString>{};
    const std::optional<QString> currency = currencyFromText(arguments.value(u"currency"_s));
    if (!currency)
        return usageError(
            Words::tr("--currency is a code like USD or EUR, not “%1”.").arg(arguments.value(u"currency"_s)));
    return currency;
}

Result<RatesRequest> readRatesRequest(const Arguments &arguments)
{
    RatesRequest request;
    request.path = arguments.positional(0);
    request.isTrial = arguments.has(u"dry-run"_s);
    const Result<std::optional<QString>> currency = readCurrency(arguments);
    if (!currency)
        return currency.error();
    request.currency = currency->value_or(QString{});
    if (arguments.has(u"effective"_s)) {
        request.effective = QDate::fromString(arguments.value(u"effective"_s), Qt::ISODate);
        if (!request.effective->isValid())
            return usageError(Words::tr("--effective is a day like 2026-10-01, not “%1”.")
                                  .arg(arguments.value(u"effective"_s)));
    }
    return request;
}

void sayImport(Terminal &terminal, const RatesImport &import, bool isTrial)
{
    terminal.line((isTrial ? Words::tr("Would be the rate card in %1 from %2 on.")
                           : Words::tr("The rate card in %1 from %2 on is imported."))
                      .arg(import.currency, shownDay(import.effective)));
    const auto refused = static_cast<qint64>(import.refused.size());
    terminal.facts({
        {Words::tr("Markets"), Cell::number(static_cast<qint64>(import.markets.size()))                },
        {Words::tr("Prices"),  Cell::number(import.prices)                                             },
        {Words::tr("Rows"),    Cell::number(import.rows)                                               },
        {Words::tr("Refused"), Cell{QLocale{}.toString(refused), refused > 0 ? Tone::Bad : Tone::Plain}},
    });
    sayRefusedRows(terminal, import.refused);
    if (!import.isAtQuarterStart)
        terminal.message(Words::tr("Meta changes prices only on the first day of January, April, July and "
                                   "October. Is %1 the right day?")
                             .arg(shownDay(import.effective)));
}

Result<> importRates(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<RatesRequest> request = readRatesRequest(arguments);
    if (!request)
        return request.error();
    const Result<RatesImport> import = (*session)->costDesk().importRates(*request);
    if (!import)
        return import.error();
    if (context.isJson())
        context.terminal().json({
            {u"currency"_s,  import->currency                           },
            {u"effective"_s, import->effective.toString(Qt::ISODate)    },
            {u"markets"_s,   static_cast<qint64>(import->markets.size())},
            {u"prices"_s,    import->prices                             },
            {u"rows"_s,      import->rows                               },
            {u"used"_s,      import->used                               },
            {u"rejected"_s,  static_cast<qint64>(import->refused.size())},
            {u"rejects"_s,   refusedRowsJson(import->refused)           },
        });
    else
        sayImport(context.terminal(), *import, request->isTrial);
    return Done{};
}

QJsonObject cardJson(const RateCard &card, bool isInForce)
{
    QJsonArray rates;
    for (const Rate &rate : card.rates()) {
        rates.append(QJsonObject{
            {u"market"_s,   rate.market             },
            {u"category"_s, toWord(rate.category)   },
            {u"from"_s,     rate.first              },
            {u"price"_s,    rate.price.approximate()},
        });
    }
    return {
        {u"id"_s,          card.id                               },
        {u"currency"_s,    card.currency()                       },
        {u"effective"_s,   card.effective().toString(Qt::ISODate)},
        {u"in_force"_s,    isInForce                             },
        {u"file"_s,        textOrNull(card.fileName)             },
        {u"imported_at"_s, toIsoText(card.importedAt)            },
        {u"rates"_s,       rates                                 },
    };
}

/// A row for each market; tiers behind the first one are told as their number.
void sayCard(Terminal &terminal, const RateCard &card, bool isInForce)
{
    terminal.line((isInForce ? Words::tr("%1: %2 from %3 on, in force") : Words::tr("%1: %2 from %3 on"))
                      .arg(QString::number(card.id), card.currency(), shownDay(card.effective())));
    std::vector<std::vector<Cell>> rows;
    for (const QString &market : card.markets()) {
        std::vector<Cell> row{market};
        for (const PriceCategory category : kPriceCategories) {
            const std::optional<Money> price = card.priceOf(market, category);
            const QString text = price ? plainText(*price) : u"–"_s;
            //: A price that falls with the messages of a month
            row.push_back(card.hasTiers(market, category) ? Words::tr("from %1 down").arg(text) : text);
        }
        rows.push_back(row);
    }
    terminal.table({Words::tr("Market"), Words::tr("Marketing"), Words::tr("Utility"),
                    Words::tr("Authentication"), Words::tr("Authentication abroad"), Words::tr("Service")},
                   rows);
}

QString noCardYet()
{
    return Words::tr("There is no rate card here. Download it from Meta's page on pricing, "
                     "then: fanfare-cli rates import FILE");
}

Result<> showRates(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::optional<QString>> currency = readCurrency(arguments);
    if (!currency)
        return currency.error();
    const Result<std::vector<RateCard>> cards = (*session)->rateCards().list();
    if (!cards)
        return cards.error();
    const QDate today = (*session)->costDesk().dayOf((*session)->clock().now());
    QJsonArray all;
    bool isEmpty = true;
    for (const RateCard &card : *cards) {
        if (*currency && card.currency() != **currency)
            continue;
        const bool counts = isInForce(card, *cards, today);
        isEmpty = false;
        if (context.isJson())
            all.append(cardJson(card, counts));
        else
            sayCard(context.terminal(), card, counts);
    }
    if (context.isJson())
        context.terminal().json({
            {u"cards"_s, all}
        });
    else if (isEmpty)
        context.terminal().message(noCardYet());
    return Done{};
}

Result<> removeRates(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    bool isNumber = false;
    const qint64 id = arguments.positional(0).toLongLong(&isNumber);
    if (!isNumber)
        return usageError(Words::tr("“%1” is no rate card. Their numbers: fanfare-cli rates show")
                              .arg(arguments.positional(0)));
    if (const Result<> removed = (*session)->rateCards().remove(id); !removed)
        return removed.error();
    if (context.isJson())
        context.terminal().json({
            {u"removed"_s, id}
        });
    else
        context.terminal().line(
            Words::tr("The rate card is gone. Costs that rested on it are unknown again."));
    return Done{};
}

/// A day of the month that is asked for.
Result<QDate> readMonth(const Arguments &arguments, Session &session)
{
    if (!arguments.has(u"month"_s))
        return session.costDesk().dayOf(session.clock().now());
    const QDate month = QDate::fromString(arguments.value(u"month"_s) + u"-01"_s, Qt::ISODate);
    if (!month.isValid())
        return usageError(
            Words::tr("--month is a month like 2026-11, not “%1”.").arg(arguments.value(u"month"_s)));
    return month;
}

Result<> showMonth(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<QDate> day = readMonth(arguments, **session);
    if (!day)
        return day.error();
    const Result<KnownAccount> account = readAccount(arguments, **session);
    if (!account)
        return account.error();
    const Result<std::optional<MonthCost>> cost = (*session)->costDesk().monthOf(account->account.id, *day);
    if (!cost)
        return cost.error();
    if (context.isJson())
        context.terminal().json(monthJson(*day, *cost));
    else if (*cost)
        sayMonth(context.terminal(), **cost);
    else
        context.terminal().message(noCardYet());
    return Done{};
}

} // namespace

std::vector<Command> rateCommands()
{
    const QString currency = u"currency"_s;
    return {
        Command(u"rates import"_s, Words::tr("Imports Meta's prices from a rate card: CSV or XLSX."))
            .takes(u"FILE"_s)
            .option(currency, u"CODE"_s, Words::tr("The currency of the prices; else the file says it."))
            .option(u"effective"_s, u"DATE"_s,
                    Words::tr("From which day on they hold, like 2026-10-01; else the file says it."))
            .flag(u"dry-run"_s, Words::tr("Only say what would happen."))
            .notes(Words::tr(
                "Meta publishes list rates and volume tiers as two files: import both, one after the "
                "other, for the same currency and day."))
            .does(importRates),
        Command(u"rates show"_s, Words::tr("The rate cards that are here."))
            .option(currency, u"CODE"_s, Words::tr("Only those in this currency."))
            .does(showRates),
        Command(u"account costs"_s,
                Words::tr("What Meta charged for everything that left from here in a month, answers too."))
            .options({accountOptionSpec()})
            .option(u"month"_s, u"MONTH"_s, Words::tr("Like 2026-11; else the present one."))
            .notes(Words::tr("Of all numbers that share the account's business, by the rate card of each "
                             "day and the prices that Meta tells with its delivery events."))
            .does(showMonth),
        Command(u"rates remove"_s, Words::tr("Takes a rate card away.")).takes(u"ID"_s).does(removeRates),
    };
}
