#include "cli/abtestview.h"
#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/costview.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"
#include "workspace/samplereading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

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

std::vector<AbTest>::const_iterator testWith(const std::vector<AbTest> &tests, CampaignId campaign)
{
    return std::find_if(tests.begin(), tests.end(), [campaign](const AbTest &test) {
        return test.rest == campaign
            || std::find(test.campaigns.begin(), test.campaigns.end(), campaign) != test.campaigns.end();
    });
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
    const Result<std::vector<AbTest>> tests = (*session)->abTests().list();
    if (!tests)
        return tests.error();
    if (campaigns->empty() && !context.isJson())
        context.terminal().message(
            Words::tr("There is no campaign here yet. Make one: fanfare-cli campaign create"));
    std::vector<std::vector<Cell>> rows;
    for (const Campaign &campaign : *campaigns) {
        if (context.isJson()) {
            QJsonObject line = campaignJson(campaign);
            if (const auto test = testWith(*tests, campaign.id); test != tests->end())
                line.insert(u"ab_test"_s, abTestPlaceJson(*test, campaign.id));
            context.terminal().json(line);
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

Result<> showCampaign(Session &session, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<std::optional<AbTest>> test = session.abTests().of(campaign.id);
    if (!test)
        return test.error();
    if (context.isJson()) {
        QJsonObject object = campaignJson(campaign);
        if (*test)
            object.insert(u"ab_test"_s, abTestPlaceJson(**test, campaign.id));
        context.terminal().json(object);
        return Done{};
    }
    sayCampaign(context.terminal(), campaign);
    if (*test)
        context.terminal().line(
            Words::tr("Part of a test: fanfare-cli campaign abtest show %1").arg(campaign.id.value));
    return Done{};
}

/// What is known although no delivery events come.
void sayTotals(Terminal &terminal, const CampaignStatistics &statistics)
{
    if (statistics.isDeliveryUnknown)
        terminal.line(Words::tr("Accepted by Meta; delivery unknown: no delivery events have come since this "
                                "campaign began."));
    if (!statistics.totals)
        return;
    const TemplateTotals &totals = *statistics.totals;
    const auto shown = [](const std::optional<qint64> &count) {
        return count ? QLocale{}.toString(*count) : u"–"_s;
    };
    terminal.line(
        Words::tr("Meta's own totals for the template “%1” from %2 to %3, told at %4. They count every "
                  "message made from it on these days, whoever sent it:")
            .arg(statistics.campaign.templateName, shownTime(totals.from), shownTime(totals.to),
                 shownTime(totals.toldAt)));
    std::vector<std::pair<QString, Cell>> facts{
        {Words::tr("Sent"),      shown(totals.sent)     },
        {Words::tr("Delivered"), shown(totals.delivered)},
        {Words::tr("Read"),      shown(totals.read)     },
        {Words::tr("Clicked"),   shown(totals.clicked)  },
    };
    if (totals.cost)
        facts.emplace_back(Words::tr("Spent"),
                           u"%1 %2"_s.arg(totals.currency, QLocale{}.toString(*totals.cost, 'f', 2)));
    terminal.facts(facts);
}

/// What happened in each hour, on the clock of the workspace.
void sayHours(Terminal &terminal, const CampaignStatistics &statistics, const QTimeZone &zone)
{
    std::vector<std::vector<Cell>> rows;
    for (const TimeLinePoint &hour : statistics.perHour)
        rows.push_back({toDateTime(hour.start).toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm"_s),
                        Cell::number(hour.sent), Cell::number(hour.delivered), Cell::number(hour.read),
                        Cell::number(hour.responded), Cell::number(hour.failed)});
    terminal.table({Words::tr("Hour from"), Words::tr("Sent"), Words::tr("Delivered"), Words::tr("Read"),
                    Words::tr("Answered"), Words::tr("Failed")},
                   rows);
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
        {Words::tr("Delivered after"), shown(statistics->figures.times.toDeliver)},
        {Words::tr("Read after"),      shown(statistics->figures.times.toRead)   },
        {Words::tr("Answered after"),  shown(statistics->figures.times.toRespond)},
    });
    for (const PricedMessages &price : statistics->figures.prices)
        context.terminal().line((price.isCharged()
                                     ? Words::tr("Charged for by Meta: %1 delivered messages (%2)")
                                     : Words::tr("Free: %1 delivered messages (%2)"))
                                    .arg(QLocale{}.toString(price.messages),
                                         QStringList{price.category, price.type}.join(u' ').trimmed()));
    sayCost(context.terminal(), statistics->cost);
    sayReturn(context.terminal(), statistics->revenue);
    sayTotals(context.terminal(), *statistics);
    std::vector<std::vector<Cell>> rows;
    for (const ErrorCount &error : statistics->figures.errors)
        rows.push_back({error.code, Cell::number(error.count), error.message, error.advice});
    context.terminal().table(
        {Words::tr("Code"), Words::tr("People"), Words::tr("Error"), Words::tr("What to do")}, rows);
    sayHours(context.terminal(), *statistics, session.timeZone());
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

/// The words of --who.
std::optional<SampleChoice::Kind> sampleKindFromWord(const QString &word)
{
    if (word == "first"_L1)
        return SampleChoice::Kind::AtPlace;
    if (word == "longest"_L1)
        return SampleChoice::Kind::Longest;
    if (word == "shortest"_L1)
        return SampleChoice::Kind::Shortest;
    if (word == "missing"_L1)
        return SampleChoice::Kind::UsesDefault;
    if (word == "refused"_L1)
        return SampleChoice::Kind::Refused;
    return std::nullopt;
}

/// The message of one person as they would get it.
Result<> previewMessage(Session &session, const Campaign &campaign, const Arguments &arguments,
                        CommandContext &context)
{
    const QString who = arguments.value(u"who"_s, u"first"_s);
    const std::optional<SampleChoice::Kind> kind = sampleKindFromWord(who);
    if (!kind)
        return usageError(
            Words::tr("--who is first, longest, shortest, missing or refused, not “%1”.").arg(who));
    const Result<qint64> place = readCount(arguments, u"place"_s, 1);
    if (!place)
        return place.error();
    const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(campaign);
    if (!chosen)
        return chosen.error();
    const Result<RecipientSample> sample =
        SampleReading{}.read(session, campaign.id, {*kind, *place - 1}, {});
    if (!sample)
        return sample.error();
    if (sample->phone.isEmpty())
        return Error{
            ErrorKind::NotFound, Words::tr("Nobody in the campaign is meant by that."), u"nobody"_s, {}};
    Variables values = campaign.settings.defaults;
    for (auto value = sample->values.begin(); value != sample->values.end(); ++value) {
        if (!value->trimmed().isEmpty())
            values.insert(value.key(), *value);
    }
    values.insert(campaign.settings.fixedValues);
    const RenderedMessage message = chosen->rendered(values);
    if (context.isJson()) {
        context.terminal().json({
            {u"place"_s,   sample->place + 1                          },
            {u"people"_s,  sample->people                             },
            {u"phone"_s,   sample->phone                              },
            {u"name"_s,    sample->name                               },
            {u"header"_s,  textOrNull(message.headerText())           },
            {u"body"_s,    message.bodyText()                         },
            {u"footer"_s,  textOrNull(message.footer)                 },
            {u"buttons"_s, QJsonArray::fromStringList(message.buttons)},
            {u"problem"_s, textOrNull(sample->problem)                },
        });
        return Done{};
    }
    context.terminal().line(
        Words::tr("%1 of %2: %3")
            .arg(QLocale{}.toString(sample->place + 1), QLocale{}.toString(sample->people),
                 sample->name.isEmpty() ? sample->phone : sample->name + u' ' + sample->phone));
    for (const QString &part : {message.headerText(), message.bodyText(), message.footer}) {
        if (!part.isEmpty())
            context.terminal().line(part);
    }
    for (const QString &button : message.buttons)
        context.terminal().line(u"[ %1 ]"_s.arg(button));
    if (!sample->problem.isEmpty())
        context.terminal().line(Words::tr("Meta would refuse this message. %1").arg(sample->problem));
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
            if (check->cost)
                sayEstimate(context.terminal(), *check->cost);
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
        Command(u"campaign preview"_s, Words::tr("The message of one person as they would get it."))
            .takes(id)
            .option(
                u"who"_s, u"first|longest|shortest|missing|refused"_s,
                Words::tr("The first of all, who gets the longest or shortest text, the next one for whom a "
                          "value is missing, or whose message Meta would refuse."))
            .option(u"place"_s, u"N"_s, Words::tr("The Nth person, or the next one meant from there on."))
            .does(withCampaign(previewMessage)),
        Command(u"campaign check"_s,
                Words::tr("What stands in the way of sending it, and how long it will take."))
            .takes(id)
            .starts(withCampaign(checkCampaign)),
    };
}
