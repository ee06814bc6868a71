#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/costview.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RevenueCommands)
};

/// --currency; empty where it is not given.
Result<QString> readCurrencyOption(const Arguments &arguments)
{
    if (!arguments.has(u"currency"_s))
        return QString{};
    const std::optional<QString> currency = currencyFromText(arguments.value(u"currency"_s));
    if (!currency)
        return usageError(
            Words::tr("--currency is a code like USD or EUR, not “%1”.").arg(arguments.value(u"currency"_s)));
    return *currency;
}

Result<RevenueRequest> readRequest(const Arguments &arguments)
{
    RevenueRequest request;
    request.path = arguments.positional(0);
    request.options.columnChoices = arguments.values(u"map"_s);
    request.options.defaultCountry = arguments.value(u"default-country"_s);
    request.isTrial = arguments.has(u"dry-run"_s);
    const Result<QString> currency = readCurrencyOption(arguments);
    if (!currency)
        return currency.error();
    request.options.currency = *currency;
    if (arguments.has(u"within"_s)) {
        const Result<std::chrono::milliseconds> window = readDuration(arguments.value(u"within"_s));
        if (!window)
            return window.error();
        request.window = *window;
    }
    return request;
}

void sayImport(Terminal &terminal, const RevenueImport &import)
{
    const auto refused = static_cast<qint64>(import.refused.size());
    terminal.facts({
        {Words::tr("Rows"),                Cell::number(import.rows)                                               },
        {Words::tr("Given to a campaign"), Cell{QLocale{}.toString(import.matched), Tone::Good}                    },
        {Words::tr("Imported before"),     Cell::number(import.duplicates)                                         },
        {Words::tr("Refused"),             Cell{QLocale{}.toString(refused), refused > 0 ? Tone::Bad : Tone::Plain}},
    });
    sayRefusedRows(terminal, import.refused);
}

Result<> importRevenue(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<RevenueRequest> request = readRequest(arguments);
    if (!request)
        return request.error();
    const Result<RevenueImport> import = (*session)->revenueDesk().import(*request);
    if (!import)
        return import.error();
    if (!context.isJson()) {
        sayImport(context.terminal(), *import);
        return Done{};
    }
    QJsonObject byReason;
    for (const RefusedRow &row : import->refused)
        byReason[row.reason] = byReason[row.reason].toInt() + 1;
    QJsonObject answer;
    answer[u"rows"_s] = import->rows;
    answer[u"matched"_s] = import->matched;
    answer[u"duplicates"_s] = import->duplicates;
    answer[u"rejected"_s] = static_cast<qint64>(import->refused.size());
    answer[u"by_reason"_s] = byReason;
    answer[u"rejects"_s] = refusedRowsJson(import->refused);
    context.terminal().json(answer);
    return Done{};
}

Result<> addRevenue(Session &session, const Campaign &campaign, const Arguments &arguments,
                    CommandContext &context)
{
    RevenueEntry entry;
    entry.campaign = campaign.id;
    const Result<QString> currency = readCurrencyOption(arguments);
    if (!currency)
        return currency.error();
    entry.amount = (arguments.value(u"amount"_s) + u' ' + *currency).trimmed();
    if (arguments.has(u"phone"_s)) {
        const Result<PhoneNumber> phone = readPhone(arguments.value(u"phone"_s));
        if (!phone)
            return phone.error();
        entry.phone = *phone;
    }
    if (arguments.has(u"at"_s)) {
        const Result<UtcTime> at = readTime(arguments.value(u"at"_s));
        if (!at)
            return at.error();
        entry.at = *at;
    }
    const Result<NewRevenue> added = session.revenueDesk().add(entry);
    if (!added)
        return added.error();
    const Result<CampaignReturn> of = session.revenueDesk().returnOf(campaign);
    if (!of)
        return of.error();
    if (context.isJson())
        context.terminal().json(returnJson(*of));
    else
        sayReturn(context.terminal(), *of);
    return Done{};
}

/// What campaigns brought in, with their templates.
Result<> showRevenue(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<CampaignId>> ids = (*session)->revenue().campaigns();
    if (!ids)
        return ids.error();
    std::vector<Campaign> campaigns;
    for (const CampaignId id : *ids) {
        Result<Campaign> campaign = (*session)->campaigns().load(id);
        if (!campaign)
            return campaign.error();
        campaigns.push_back(*std::move(campaign));
    }
    const Result<std::map<CampaignId, CampaignReturn>> returns =
        (*session)->revenueDesk().returnsOf(campaigns);
    if (!returns)
        return returns.error();
    std::map<QString, std::vector<CampaignReturn>> byTemplate;
    QJsonArray perCampaign;
    std::vector<std::vector<Cell>> rows;
    for (const Campaign &campaign : campaigns) {
        const CampaignReturn &of = returns->at(campaign.id);
        byTemplate[campaign.templateName].push_back(of);
        QJsonObject json = returnJson(of);
        json[u"id"_s] = campaign.id.value;
        json[u"name"_s] = campaign.name;
        perCampaign.append(json);
        rows.push_back(returnCells(campaign.name, of));
    }
    QJsonArray perTemplate;
    std::vector<std::vector<Cell>> templateRows;
    for (const auto &[name, parts] : byTemplate) {
        const CampaignReturn of = sumOf(parts);
        QJsonObject json = returnJson(of);
        json[u"template"_s] = name;
        perTemplate.append(json);
        templateRows.push_back(returnCells(name, of));
    }
    if (context.isJson()) {
        context.terminal().json({
            {u"campaigns"_s, perCampaign},
            {u"templates"_s, perTemplate}
        });
        return Done{};
    }
    if (rows.empty())
        context.terminal().message(Words::tr("No revenue is recorded yet: fanfare-cli revenue import FILE"));
    const auto table = [&](const QString &what, const std::vector<std::vector<Cell>> &lines) {
        context.terminal().table(
            {what, Words::tr("Revenue"), Words::tr("Bookings"), Words::tr("Cost"), Words::tr("Return")},
            lines);
    };
    table(Words::tr("Campaign"), rows);
    table(Words::tr("Template"), templateRows);
    return Done{};
}

} // namespace

std::vector<Command> revenueCommands()
{
    const QString currency = u"currency"_s;
    return {
        Command(u"revenue import"_s,
                Words::tr("Imports what people paid: a table with phone, amount and date."))
            .takes(u"FILE"_s)
            .repeatableOption(
                u"map"_s, u"FIELD=COLUMN"_s,
                Words::tr("Which column is what: phone, amount, date, currency or reference; the column "
                          "by its heading or its number from 1."))
            .option(u"within"_s, u"TIME"_s,
                    Words::tr("How long after a message a booking is its doing, like 14d; else 7d."))
            .option(currency, u"CODE"_s, Words::tr("Of amounts that do not say it."))
            .option(u"default-country"_s, u"CC"_s,
                    Words::tr("Country of numbers without a country code: ES, IN …"))
            .flag(u"dry-run"_s, Words::tr("Only say what would happen."))
            .notes(Words::tr(
                "Each booking goes to the last campaign whose message the person got within that time. "
                "The same file imported twice counts once."))
            .does(importRevenue),
        Command(u"revenue add"_s, Words::tr("Records by hand what a campaign brought in."))
            .takes(u"CAMPAIGN"_s)
            .requiredOption(u"amount"_s, u"AMOUNT"_s, Words::tr("How much, like 250 or \"250 EUR\"."))
            .option(currency, u"CODE"_s, Words::tr("Its currency; else that of the rate cards."))
            .option(u"phone"_s, u"PHONE"_s, Words::tr("Who paid; a recipient of the campaign."))
            .option(u"at"_s, u"TIME"_s, Words::tr("When; else now."))
            .does(withCampaign(addRevenue)),
        Command(u"revenue show"_s,
                Words::tr("What came back for what was spent, by campaign and by template."))
            .does(showRevenue),
    };
}
