#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"
#include "workspace/insightsreader.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(InsightsCommands)
};

QString countsText(MetaCounts counts)
{
    switch (counts) {
    case MetaCounts::NotTold: return Words::tr("not known");
    case MetaCounts::No:
        return Words::tr("no. Let it with --enable, which cannot be undone; Meta then also follows links.");
    case MetaCounts::Yes: return Words::tr("yes");
    }
    Q_UNREACHABLE();
}

QJsonValue countsJson(MetaCounts counts)
{
    return counts == MetaCounts::NotTold ? QJsonValue{QJsonValue::Null}
                                         : QJsonValue{counts == MetaCounts::Yes};
}

void say(Terminal &terminal, const InsightsMemory &memory, const std::vector<PriceDay> &prices)
{
    const QString never = Words::tr("never");
    const auto shown = [&](const std::optional<UtcTime> &time) { return time ? shownTime(time) : never; };
    const QString counts = countsText(memory.state.counts);
    terminal.facts({
        {Words::tr("Meta counts"), counts                      },
        {Words::tr("Totals read"), shown(memory.figuresAskedAt)},
    });
    if (prices.empty())
        return;
    terminal.line(Words::tr("Delivered in the last 30 days, as Meta counts for the whole business account:"));
    std::vector<std::vector<Cell>> rows;
    for (const PriceDay &price : prices)
        rows.push_back({price.category, price.type, Cell::number(price.volume),
                        price.cost
                            ? u"%1 %2"_s.arg(memory.state.currency, QLocale{}.toString(*price.cost, 'f', 2))
                            : u"–"_s});
    terminal.table({Words::tr("Category"), Words::tr("Type"), Words::tr("Delivered"), Words::tr("Spent")},
                   rows);
}

Result<> show(Session &session, const QString &wabaId, CommandContext &context)
{
    const Result<InsightsMemory> memory = session.insights().memoryOf(wabaId);
    if (!memory)
        return memory.error();
    const Result<std::vector<PriceDay>> prices =
        session.insights().pricesSince(wabaId, session.clock().now() - kPricesLookBack);
    if (!prices)
        return prices.error();
    if (!context.isJson()) {
        say(context.terminal(), *memory, *prices);
        return Done{};
    }
    QJsonArray all;
    for (const PriceDay &price : *prices) {
        QJsonObject line;
        line[u"category"_s] = price.category;
        line[u"type"_s] = price.type;
        line[u"from"_s] = toIsoText(price.start);
        line[u"to"_s] = toIsoText(price.end);
        line[u"delivered"_s] = price.volume;
        line[u"cost"_s] = costJson(price.cost, memory->state.currency);
        all.append(line);
    }
    QJsonObject answer;
    answer[u"enabled"_s] = countsJson(memory->state.counts);
    answer[u"asked_at"_s] = timeOrNull(memory->stateAskedAt);
    answer[u"totals_at"_s] = timeOrNull(memory->figuresAskedAt);
    answer[u"not_before"_s] = timeOrNull(memory->notBefore);
    answer[u"last_30_days"_s] = all;
    context.terminal().json(answer);
    return Done{};
}

void showInsights(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<KnownAccount> account = readAccount(arguments, (*meta)->session());
    if (!account)
        return context.fail(account.error());
    const QString wabaId = account->account.wabaId;
    const auto keepAndShow = [&context, meta = *meta, wabaId](const InsightsFindings &findings) {
        Session &session = meta->session();
        if (const Result<> stored = session.insights().store(wabaId, findings, session.clock().now());
            !stored)
            return context.fail(stored.error());
        if (findings.problem)
            return context.fail(*findings.problem);
        if (!findings.refusedTemplates.isEmpty())
            context.terminal().message(Words::tr("Meta tells nothing of these templates, which it may have "
                                                 "forgotten: %1")
                                           .arg(findings.refusedTemplates.join(u", "_s)));
        if (const Result<> shown = show(session, wabaId, context); !shown)
            return context.fail(shown.error());
        context.finish(ExitCode::Done);
    };
    auto *reader = new InsightsReader{(*meta)->vault(), &context};
    if (arguments.has(u"enable"_s))
        return reader->enable(*account, keepAndShow);
    const Result<InsightsQuestion> question =
        (*meta)->session().insights().questionOf(wabaId, (*meta)->session().clock().now());
    if (!question)
        return context.fail(question.error());
    reader->read(*account, *question, keepAndShow);
}

} // namespace

std::vector<Command> insightsCommands()
{
    return {
        Command(u"account insights"_s,
                Words::tr("Whether Meta counts for the account, and what: totals, never of single people."))
            .options({accountOptionSpec()})
            .flag(u"enable"_s,
                  Words::tr("Let Meta count from now on. It cannot be undone, and Meta then also counts who "
                            "follows links."))
            .notes(Words::tr("The totals of a campaign's template are in: fanfare-cli campaign stats ID"))
            .starts(showInsights),
    };
}
