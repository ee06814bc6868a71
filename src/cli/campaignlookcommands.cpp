#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

Tone toneOf(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Pass: return Tone::Good;
    case CheckLevel::Warn: return Tone::Attention;
    case CheckLevel::Block: return Tone::Bad;
    }
    Q_UNREACHABLE();
}

Result<> listCampaigns(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    CampaignQuery query;
    if (arguments.has(u"status"_s)) {
        query.state = campaignStateFromWord(arguments.value(u"status"_s));
        if (!query.state)
            return usageError(
                Words::tr("“%1” is not the status of a campaign.").arg(arguments.value(u"status"_s)));
    }
    const Result<std::vector<Campaign>> campaigns = (*session)->campaigns().list(query);
    if (!campaigns)
        return campaigns.error();
    if (campaigns->empty() && !context.isJson())
        context.terminal().message(
            Words::tr("There is no campaign here yet. Make one: fanfare-cli campaign create"));
    std::vector<std::vector<Cell>> rows;
    for (const Campaign &campaign : *campaigns) {
        if (context.isJson()) {
            context.terminal().json(campaignJson(campaign));
            continue;
        }
        rows.push_back({
            Cell::number(campaign.id.value), campaign.name,
            Cell{toWord(campaign.state), toneOf(campaign.state)},
            campaign.templateName,
            Cell::number(campaign.counts.total()), Cell::number(campaign.reached.sent),
            Cell::number(campaign.reached.delivered), Cell::number(campaign.reached.read),
            Cell::number(campaign.counts.of(RecipientStatus::Failed)), shownTime(campaign.createdAt)
        });
    }
    context.terminal().table({Words::tr("Id"), Words::tr("Name"), Words::tr("Status"), Words::tr("Template"),
                              Words::tr("People"), Words::tr("Sent"), Words::tr("Delivered"),
                              Words::tr("Read"), Words::tr("Failed"), Words::tr("Created")},
                             rows);
    return Done{};
}

Result<> showCampaign(Session &, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    if (context.isJson())
        context.terminal().json(campaignJson(campaign));
    else
        sayCampaign(context.terminal(), campaign);
    return Done{};
}

Result<> showStatistics(Session &session, const Campaign &campaign, const Arguments &,
                        CommandContext &context)
{
    const Result<CampaignStatistics> statistics = session.campaignDesk().statistics(campaign.id);
    if (!statistics)
        return statistics.error();
    if (context.isJson()) {
        context.terminal().json(statisticsJson(*statistics));
        return Done{};
    }
    sayCampaign(context.terminal(), statistics->campaign);
    const auto shown = [](const std::optional<StepTime> &time) {
        if (!time)
            return u"–"_s;
        const auto seconds = [](std::chrono::milliseconds value) {
            return QLocale{}.toString(static_cast<double>(value.count()) / 1000, 'f', 1);
        };
        return Words::tr("%1 s for half of them, %2 s for nine of ten")
            .arg(seconds(time->median), seconds(time->ninety));
    };
    context.terminal().facts({
        {Words::tr("Delivered after"), shown(statistics->times.toDeliver)},
        {Words::tr("Read after"),      shown(statistics->times.toRead)   },
        {Words::tr("Answered after"),  shown(statistics->times.toRespond)},
    });
    std::vector<std::vector<Cell>> rows;
    for (const ErrorCount &error : statistics->errors)
        rows.push_back({error.code, Cell::number(error.count), error.message, error.advice});
    context.terminal().table(
        {Words::tr("Code"), Words::tr("People"), Words::tr("Error"), Words::tr("What to do")}, rows);
    return Done{};
}

Result<> showLog(Session &session, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<std::vector<Activity>> activities = session.activity().since(campaign.id);
    if (!activities)
        return activities.error();
    for (const Activity &activity : *activities) {
        if (context.isJson())
            context.terminal().json({
                {u"at"_s,   toIsoText(activity.at)},
                {u"what"_s, activity.what         }
            });
        else
            context.terminal().line(shownTime(activity.at) + u"  "_s + activity.what);
    }
    return Done{};
}

void checkCampaign(Session &, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    (*meta)->findToken(campaign.accountId, [&context, meta = *meta, id = campaign.id](const Result<> &token) {
        const Result<CampaignCheck> check =
            meta->session().campaignDesk().check(id, static_cast<bool>(token));
        if (!check)
            return context.fail(check.error());
        if (context.isJson()) {
            context.terminal().json(campaignCheckJson(*check));
        } else {
            std::vector<std::vector<Cell>> rows;
            for (const PreflightCheck &line : check->checks)
                rows.push_back({
                    Cell{toWord(line.level), toneOf(line.level)},
                    line.message
                });
            context.terminal().table({Words::tr("Check"), QString{}}, rows);
            if (check->estimate)
                context.terminal().line(
                    Words::tr("It takes until %1.").arg(shownTime(check->estimate->endsAt)));
        }
        context.finish(ExitCode::Done);
    });
}

} // namespace

std::vector<Command> campaignLookCommands()
{
    const QString id = u"ID"_s;
    return {
        Command(u"campaign list"_s, Words::tr("All campaigns, the newest first."))
            .option(u"status"_s, u"STATUS"_s, Words::tr("Only those: draft, scheduled, sending …"))
            .does(listCampaigns),
        Command(u"campaign show"_s, Words::tr("One campaign with its counts."))
            .takes(id)
            .does(withCampaign(showCampaign)),
        Command(u"campaign stats"_s, Words::tr("Rates, times, errors and the figures of each hour."))
            .takes(id)
            .does(withCampaign(showStatistics)),
        Command(u"campaign log"_s, Words::tr("What happened, in words."))
            .takes(id)
            .does(withCampaign(showLog)),
        Command(u"campaign check"_s,
                Words::tr("What stands in the way of sending it, and how long it will take."))
            .takes(id)
            .starts(withCampaign(checkCampaign)),
    };
}
