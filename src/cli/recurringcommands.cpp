#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"
#include "domain/timeofday.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RecurringCommands)
};

Error wrongValue(const QString &option, const QString &given, const QString &right)
{
    return usageError(Words::tr("--%1 %2 is not understood. Say for example %3.").arg(option, given, right));
}

/// The day or days within `every`, as people write them.
QString onText(const RecurrenceRule &rule)
{
    switch (rule.every) {
    case RecurrenceRule::Every::Day: return {};
    case RecurrenceRule::Every::Week: {
        SendingWindow days;
        days.days = rule.days;
        return days.daysText();
    }
    case RecurrenceRule::Every::Month: return QString::number(rule.dayOfMonth);
    }
    Q_UNREACHABLE();
}

Result<> readDays(const Arguments &arguments, RecurrenceRule &rule)
{
    const QString on = arguments.value(u"on"_s);
    switch (rule.every) {
    case RecurrenceRule::Every::Day:
        if (!on.isEmpty())
            return usageError(Words::tr("--on is for --every week and --every month."));
        return Done{};
    case RecurrenceRule::Every::Week: {
        const std::optional<quint8> days = SendingWindow::parseDays(on);
        if (!days)
            return wrongValue(u"on"_s, on, u"mon,thu"_s);
        rule.days = *days;
        return Done{};
    }
    case RecurrenceRule::Every::Month: {
        bool isNumber = false;
        rule.dayOfMonth = on.toInt(&isNumber);
        if (!isNumber || !rule.isValid())
            return wrongValue(u"on"_s, on, Words::tr("1 to 31; a shorter month has it on its last day"));
        return Done{};
    }
    }
    Q_UNREACHABLE();
}

Result<RecurrenceRule> readRule(const Arguments &arguments)
{
    RecurrenceRule rule;
    const std::optional<RecurrenceRule::Every> every = everyFromWord(arguments.value(u"every"_s));
    if (!every)
        return wrongValue(u"every"_s, arguments.value(u"every"_s), u"day, week, month"_s);
    rule.every = *every;
    if (const Result<> days = readDays(arguments, rule); !days)
        return days.error();
    const std::optional<int> minute = parseTimeOfDay(arguments.value(u"at"_s));
    if (!minute)
        return wrongValue(u"at"_s, arguments.value(u"at"_s), u"10:00"_s);
    rule.minute = *minute;
    rule.timeZone = arguments.value(u"time-zone"_s);
    if (!rule.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(rule.timeZone.toLatin1()))
        return wrongValue(u"time-zone"_s, rule.timeZone, u"Europe/Madrid"_s);
    return rule;
}

QJsonObject recurrenceJson(const Recurrence &recurrence, const QString &name, const QTimeZone &workspaceZone)
{
    const RecurrenceRule &rule = recurrence.rule;
    const QString zone = rule.timeZone.isEmpty() ? QString::fromLatin1(workspaceZone.id()) : rule.timeZone;
    const QString on = onText(rule);
    return {
        {u"id"_s,        recurrence.pattern.value                                                    },
        {u"name"_s,      name                                                                        },
        {u"every"_s,     toWord(rule.every)                                                          },
        {u"on"_s,        on.isEmpty() ? QJsonValue{QJsonValue::Null} : QJsonValue{on}                },
        {u"at"_s,        timeOfDayText(rule.minute)                                                  },
        {u"time_zone"_s, zone                                                                        },
        {u"make"_s,      toWord(recurrence.action)                                                   },
        {u"audience"_s,  recurrence.audience.text()                                                  },
        {u"next_at"_s,   toIsoText(recurrence.nextAt)                                                },
        {u"problem"_s,
         recurrence.problem.isEmpty() ? QJsonValue{QJsonValue::Null} : QJsonValue{recurrence.problem}},
    };
}

Result<> setRecurring(Session &session, const Campaign &campaign, const Arguments &arguments,
                      CommandContext &context)
{
    const Result<RecurrenceRule> rule = readRule(arguments);
    if (!rule)
        return rule.error();
    const QString make = arguments.value(u"make"_s, u"draft"_s);
    const std::optional<OccurrenceAction> action = occurrenceActionFromWord(make);
    if (!action)
        return wrongValue(u"make"_s, make, u"draft, send"_s);
    RecurringAudience audience;
    if (arguments.has(u"from-segment"_s)) {
        const Result<Segment> segment = session.segments().load(arguments.value(u"from-segment"_s));
        if (!segment)
            return segment.error();
        audience = RecurringAudience::ofSegment(segment->name);
    }
    const Result<Recurrence> set = session.recurrenceDesk().repeat(campaign.id, *rule, *action, audience);
    if (!set)
        return set.error();
    if (context.isJson())
        context.terminal().json(recurrenceJson(*set, campaign.name, session.timeZone()));
    else
        context.terminal().line(Words::tr("Campaign %1 is repeated, next on %2.")
                                    .arg(QString::number(campaign.id.value), shownTime(set->nextAt)));
    context.terminal().message(Words::tr(
        "It is made while Fanfare is open or fanfare-cli campaign run runs. Of several times that were "
        "missed, one is made; and where it was to be sent, it waits for your word."));
    return Done{};
}

Result<> listRecurring(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<Recurrence>> all = (*session)->recurrences().list();
    if (!all)
        return all.error();
    std::vector<std::vector<Cell>> rows;
    for (const Recurrence &recurrence : *all) {
        const Result<Campaign> campaign = (*session)->campaigns().load(recurrence.pattern);
        if (!campaign)
            return campaign.error();
        if (context.isJson()) {
            context.terminal().json(recurrenceJson(recurrence, campaign->name, (*session)->timeZone()));
            continue;
        }
        rows.push_back({Cell::number(campaign->id.value), campaign->name, toWord(recurrence.rule.every),
                        onText(recurrence.rule), timeOfDayText(recurrence.rule.minute),
                        toWord(recurrence.action), shownTime(recurrence.nextAt), recurrence.problem});
    }
    if (context.isJson())
        return Done{};
    if (all->empty())
        context.terminal().message(Words::tr("No campaign is repeated."));
    context.terminal().table({Words::tr("ID"), Words::tr("Name"), Words::tr("Every"), Words::tr("On"),
                              Words::tr("At"), Words::tr("Makes"), Words::tr("Next"), Words::tr("Problem")},
                             rows);
    return Done{};
}

Result<> stopRecurring(Session &session, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<bool> stopped = session.recurrences().stop(campaign.id, session.clock().now());
    if (!stopped)
        return stopped.error();
    if (!*stopped)
        return Error{ErrorKind::NotFound,
                     Words::tr("Campaign %1 is not repeated.").arg(campaign.id.value),
                     u"not_recurring"_s,
                     {}};
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,      campaign.id.value},
            {u"stopped"_s, true             }
        });
    else
        context.terminal().line(Words::tr("Campaign %1 is not repeated any more.").arg(campaign.id.value));
    return Done{};
}

} // namespace

std::vector<Command> recurringCommands()
{
    const QString id = u"ID"_s;
    return {
        Command(u"campaign recurring set"_s,
                Words::tr("Repeats a campaign: its template, its settings and its people."))
            .takes(id)
            .requiredOption(u"every"_s, u"day|week|month"_s, Words::tr("How often."))
            .option(u"on"_s, u"DAYS"_s,
                    Words::tr("Days of the week, mon,thu, or the day of the month, 1 to 31."))
            .requiredOption(u"at"_s, u"HH:MM"_s, Words::tr("At what time."))
            .option(u"time-zone"_s, u"ZONE"_s, Words::tr("A zone like Europe/Madrid; else the workspace's."))
            .option(u"from-segment"_s, u"NAME"_s,
                    Words::tr("To everybody who is in this segment then; else to the campaign's own people."))
            .option(u"make"_s, u"draft|send"_s,
                    Words::tr("Make a draft, which you look at and send (the default), or send it."))
            .does(withCampaign(setRecurring)),
        Command(u"campaign recurring list"_s,
                Words::tr("The campaigns that are repeated, the next one first."))
            .does(listRecurring),
        Command(u"campaign recurring stop"_s, Words::tr("Repeats it no more; what was made of it stays."))
            .takes(id)
            .does(withCampaign(stopRecurring)),
    };
}
