#include "base/interruption.h"
#include "cli/analyticsjson.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/costview.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalyticsCommands)
};

Result<AnalyticsRequest> readRequest(const Arguments &arguments)
{
    AnalyticsRequest request;
    const Result<std::optional<QDate>> from = readDay(arguments, u"from"_s);
    const Result<std::optional<QDate>> to = readDay(arguments, u"to"_s);
    if (!from || !to)
        return from ? to.error() : from.error();
    request.from = *from;
    request.to = *to;
    if (const QString word = arguments.value(u"by"_s); !word.isEmpty()) {
        request.step = trendStepFromWord(word);
        if (!request.step)
            return usageError(Words::tr("--by is day, week or month, not “%1”.").arg(word));
    }
    if (arguments.has(u"template"_s))
        request.filter.usedTemplate = {arguments.value(u"template"_s), arguments.value(u"language"_s)};
    else if (arguments.has(u"language"_s))
        return usageError(Words::tr("--language goes with --template."));
    request.filter.tag = arguments.value(u"tag"_s);
    request.filter.failureCode = arguments.value(u"failure"_s);
    if (arguments.has(u"account"_s)) {
        const Result<qint64> id = readCount(arguments, u"account"_s, 0);
        if (!id)
            return id.error();
        request.filter.account = AccountId{*id};
    }
    if (arguments.has(u"campaign"_s)) {
        const Result<CampaignId> id = readCampaignId(arguments.value(u"campaign"_s));
        if (!id)
            return id.error();
        request.filter.campaign = *id;
    }
    return request;
}

Result<AnalyticsAnswer> look(const Arguments &arguments, CommandContext &context)
{
    const Result<AnalyticsRequest> request = readRequest(arguments);
    if (!request)
        return request.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    return (*session)->analyticsDesk().look(*request, Interruption::token());
}

/// Of figures that somebody did not wait for, nothing is told.
bool endsCancelled(const AnalyticsAnswer &answer, CommandContext &context)
{
    if (answer.wasCancelled)
        context.finish(ExitCode::Interrupted);
    return answer.wasCancelled;
}

QString shareText(const Share &share)
{
    const std::optional<double> value = share.value();
    return value ? QLocale{}.toString(*value * 100, 'f', 1) + u" %"_s : u"–"_s;
}

/// "61.2 – 66.4 %", or why not.
QString intervalText(const Share &share)
{
    const std::optional<Interval> interval = share.interval();
    if (!interval)
        return u"–"_s;
    const QLocale locale;
    const QString text = u"%1 – %2 %"_s.arg(locale.toString(interval->low * 100, 'f', 1),
                                            locale.toString(interval->high * 100, 'f', 1));
    return share.isEnough() ? text : Words::tr("%1, too few to tell").arg(text);
}

std::vector<Cell> countCells(const StepCounts &counts)
{
    return {Cell::number(counts.sent),      Cell::number(counts.delivered), Cell::number(counts.read),
            Cell::number(counts.responded), Cell::number(counts.failed),    Cell::number(counts.optedOut)};
}

QStringList countHeadings()
{
    return {Words::tr("Sent"),      Words::tr("Delivered"), Words::tr("Read"),
            Words::tr("Responded"), Words::tr("Failed"),    Words::tr("Opted out")};
}

QString dayText(QDate day)
{
    return QLocale{}.toString(day, QLocale::ShortFormat);
}

void sayTotals(const AnalyticsAnswer &answer, Terminal &terminal)
{
    const Analytics &figures = answer.figures;
    const StepCounts &total = figures.total;
    const QLocale locale;
    const auto counted = [&](int people, const Share &share) {
        return u"%1  %2"_s.arg(locale.toString(people), shareText(share));
    };
    terminal.facts({
        {Words::tr("Period"),
         Words::tr("%1 to %2, %3")
             .arg(dayText(answer.question.days.from),                   dayText(answer.question.days.to),
         QString::fromLatin1(answer.question.zone.id()))},
        {Words::tr("Sent"),                                    locale.toString(total.sent)                                          },
        {Words::tr("Delivered"),               counted(total.delivered, total.deliveredShare())            },
        {Words::tr("Read"),                    counted(total.read,      total.readShare())         },
        {Words::tr("Responded"),               counted(total.responded, total.respondedShare())              },
        {Words::tr("Failed"),                  counted(total.failed,    total.failedShare())         },
        {Words::tr("Opted out"),               counted(total.optedOut,  total.optedOutShare())            },
        {Words::tr("Most people in 24 hours"),
         figures.messagingLimit
             ? Words::tr("at most %1 of %2")
                   .arg(locale.toString(figures.busiestDay),            locale.toString(*figures.messagingLimit))
             : Words::tr("at most %1").arg(locale.toString(figures.busiestDay))          },
    });
}

void sayTrend(const Analytics &figures, Terminal &terminal)
{
    std::vector<std::vector<Cell>> rows;
    for (const TrendPoint &point : figures.trend) {
        if (point.counts.tried == 0)
            continue;
        std::vector<Cell> row{dayText(point.days.from) + (point.isOver ? QString{} : u" …"_s)};
        const std::vector<Cell> cells = countCells(point.counts);
        row.insert(row.end(), cells.begin(), cells.end());
        rows.push_back(row);
    }
    terminal.table(QStringList{Words::tr("From")} + countHeadings(), rows);
}

void sayTemplates(const Analytics &figures, Terminal &terminal)
{
    std::vector<std::vector<Cell>> rows;
    for (const TemplateFigures &each : figures.templates) {
        const Share read = each.counts.readShare();
        rows.push_back({
            each.key.name,
            each.key.language,
            Cell::number(each.counts.delivered),
            shareText(read),
            {intervalText(read), read.isEnough() ? Tone::Plain : Tone::Muted}
        });
    }
    terminal.table({Words::tr("Template"), Words::tr("Language"), Words::tr("Delivered"), Words::tr("Read"),
                    Words::tr("It lies in, 19 times in 20")},
                   rows);
}

void sayBestTime(const HeatMap &heat, Terminal &terminal)
{
    const QLocale locale;
    if (heat.best) {
        const QString hour = u"%1 %2:00"_s.arg(locale.dayName(heat.best->weekday + 1, QLocale::LongFormat))
                                 .arg(heat.best->hour);
        const QString share = shareText(heat.at(*heat.best));
        terminal.line(
            heat.isBestWithinChance
                ? Words::tr("Best time, by people’s own clocks: %1 (%2 read); others are within chance.")
                      .arg(hour, share)
                : Words::tr("Best time, by people’s own clocks: %1 (%2 read).").arg(hour, share));
    } else {
        terminal.line(Words::tr("Too few people for a best time."));
    }
    if (heat.withoutClock > 0)
        terminal.line(Words::tr("%1 people are left out of it: their own time is not known.")
                          .arg(locale.toString(heat.withoutClock)));
}

void sayFailures(const Analytics &figures, Terminal &terminal)
{
    std::vector<std::vector<Cell>> rows;
    for (const FailureReason &reason : figures.reasons)
        rows.push_back({reason.words.code, Cell::number(reason.people), reason.words.message});
    terminal.table({Words::tr("Failed"), Words::tr("People"), Words::tr("Why")}, rows);
}

void sayCampaigns(const Analytics &figures, Terminal &terminal)
{
    std::vector<std::vector<Cell>> rows;
    for (const ComparedCampaign &each : figures.campaigns) {
        std::vector<Cell> row{Cell::number(each.campaign.id.value), each.campaign.name};
        const std::vector<Cell> cells = countCells(each.counts);
        row.insert(row.end(), cells.begin(), cells.end());
        row.emplace_back(intervalText(each.counts.readShare()));
        rows.push_back(row);
    }
    terminal.table(QStringList{Words::tr("Campaign"), Words::tr("Name")} + countHeadings()
                       + QStringList{Words::tr("Read")},
                   rows);
}

void sayCosts(const Analytics &figures, Terminal &terminal)
{
    const QLocale locale;
    for (const CampaignCost &cost : figures.costs) {
        if (cost.charged > 0)
            terminal.line(Words::tr("Cost of what was delivered on these days: %1")
                              .arg(shownMoney(cost.amount, cost.currency)));
        if (cost.free > 0)
            terminal.line(Words::tr("Free of charge: %1 messages").arg(locale.toString(cost.free)));
        if (cost.unpriced > 0)
            terminal.line(Words::tr("No rate card tells the price of %1 messages.")
                              .arg(locale.toString(cost.unpriced)));
        if (cost.charged > 0)
            sayShares(terminal, cost);
    }
}

Result<> show(const Arguments &arguments, CommandContext &context)
{
    const Result<AnalyticsAnswer> answer = look(arguments, context);
    if (!answer)
        return answer.error();
    if (endsCancelled(*answer, context))
        return Done{};
    Terminal &terminal = context.terminal();
    if (context.isJson()) {
        terminal.json(analyticsJson(*answer));
        return Done{};
    }
    sayTotals(*answer, terminal);
    if (answer->figures.total.tried == 0 && answer->figures.costs.empty()) {
        terminal.line();
        terminal.line(Words::tr("No message left in this period."));
        return Done{};
    }
    for (const auto &say : {&sayTrend, &sayTemplates, &sayCampaigns, &sayFailures, &sayCosts}) {
        terminal.line();
        say(answer->figures, terminal);
    }
    terminal.line();
    sayBestTime(answer->figures.heat, terminal);
    return Done{};
}

Result<> exportTables(const Arguments &arguments, CommandContext &context)
{
    const Result<AnalyticsAnswer> answer = look(arguments, context);
    if (!answer)
        return answer.error();
    if (endsCancelled(*answer, context))
        return Done{};
    const Result<QStringList> paths = AnalyticsDesk::write(*answer, arguments.value(u"output"_s));
    if (!paths)
        return paths.error();
    if (context.isJson()) {
        context.terminal().json({
            {u"paths"_s, QJsonArray::fromStringList(*paths)}
        });
    } else {
        for (const QString &path : *paths)
            context.terminal().line(path);
    }
    return Done{};
}

std::vector<OptionSpec> filterOptions()
{
    return {
        valueOption(u"from"_s, u"DATE"_s, Words::tr("The first day; else twelve weeks before the last.")),
        valueOption(u"to"_s, u"DATE"_s, Words::tr("The last day; else today.")),
        valueOption(u"by"_s, u"day|week|month"_s, Words::tr("The steps of the trend; else what suits.")),
        valueOption(u"template"_s, u"T"_s, Words::tr("Only campaigns with this template.")),
        valueOption(u"language"_s, u"L"_s, Words::tr("Only the template in this language.")),
        valueOption(u"tag"_s, u"T"_s, Words::tr("Only people with this tag.")),
        valueOption(u"account"_s, u"ID"_s, Words::tr("Only what this account sent.")),
        valueOption(u"campaign"_s, u"ID"_s, Words::tr("Only this campaign.")),
        valueOption(u"failure"_s, u"CODE"_s,
                    Words::tr("Only this counts as failed, in the campaigns in which it happened.")),
    };
}

} // namespace

std::vector<Command> analyticsCommands()
{
    return {
        Command(
            u"analytics show"_s,
            Words::tr("What campaigns achieved over time: people by the day on which their message left."))
            .options(filterOptions())
            .notes(Words::tr(
                "Days are those of the workspace’s time zone, hours those of people’s own clocks. "
                "An interval holds the true share 19 times in 20. Costs are those of what Meta delivered on "
                "these days."))
            .does(show),
        Command(u"analytics export"_s, Words::tr("The same as CSV files, one for each table."))
            .options(filterOptions())
            .requiredOption(u"output"_s, u"FOLDER"_s, Words::tr("Where to; made if it is not there."))
            .does(exportTables),
    };
}
