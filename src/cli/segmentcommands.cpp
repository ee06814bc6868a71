#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SegmentCommands)
};

QJsonObject segmentJson(const Segment &segment, qint64 people)
{
    return {
        {u"name"_s,       segment.name                },
        {u"rule"_s,       segment.rule.text()         },
        {u"people"_s,     people                      },
        {u"created_at"_s, toIsoText(segment.createdAt)},
        {u"changed_at"_s, toIsoText(segment.changedAt)},
    };
}

const QStringList &ruleOptions()
{
    static const QStringList options{u"where"_s, u"rule"_s, u"from-campaign"_s};
    return options;
}

/// What the options say: a rule as text, or some people of an earlier campaign.
Result<SegmentRule> readRule(const Arguments &arguments, Session &session)
{
    const auto given = std::count_if(ruleOptions().begin(), ruleOptions().end(),
                                     [&](const QString &option) { return arguments.has(option); });
    if (given != 1)
        return usageError(Words::tr("Say --where with a rule, or --from-campaign with --who."));
    for (const QString &option : {u"where"_s, u"rule"_s}) {
        if (arguments.has(option))
            return SegmentRule::fromText(arguments.value(option));
    }
    const Result<CampaignId> campaign = readCampaignId(arguments.value(u"from-campaign"_s));
    if (!campaign)
        return campaign.error();
    const Result<FollowUpGroup> group = readFollowUpGroup(arguments);
    if (!group)
        return group.error();
    if (const Result<Campaign> known = session.campaigns().load(*campaign); !known)
        return known.error();
    return ruleFor(*group, *campaign);
}

Result<> createSegment(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<SegmentRule> rule = readRule(arguments, **session);
    if (!rule)
        return rule.error();
    const UtcTime now = (*session)->clock().now();
    const Result<Segment> made = (*session)->segments().create(arguments.positional(0), *rule, now);
    if (!made)
        return made.error();
    const Result<qint64> people = (*session)->segments().people(*rule, now);
    if (!people)
        return people.error();
    if (context.isJson())
        context.terminal().json(segmentJson(*made, *people));
    else
        context.terminal().line(
            Words::tr("%n person(s) in “%1” now.", nullptr, static_cast<int>(*people)).arg(made->name));
    return Done{};
}

Result<> setSegment(const Arguments &arguments, CommandContext &context)
{
    const bool hasRule = std::any_of(ruleOptions().begin(), ruleOptions().end(),
                                     [&](const QString &option) { return arguments.has(option); });
    if (!hasRule && !arguments.has(u"name"_s))
        return usageError(Words::tr("Say what to set: --name, --where, or --from-campaign with --who."));
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    SegmentStore &segments = (*session)->segments();
    const UtcTime now = (*session)->clock().now();
    QString name = arguments.positional(0);
    const Result<SegmentRule> rule =
        hasRule ? readRule(arguments, **session) : Result<SegmentRule>{SegmentRule::everybody()};
    if (!rule)
        return rule.error();
    if (hasRule) {
        if (const Result<> changed = segments.change(name, *rule, now); !changed)
            return changed;
    }
    if (arguments.has(u"name"_s)) {
        if (const Result<> renamed = segments.rename(name, arguments.value(u"name"_s), now); !renamed)
            return renamed;
        name = arguments.value(u"name"_s);
    }
    const Result<Segment> segment = segments.load(name);
    if (!segment)
        return segment.error();
    const Result<qint64> people = segments.people(segment->rule, now);
    if (!people)
        return people.error();
    if (context.isJson())
        context.terminal().json(segmentJson(*segment, *people));
    else
        context.terminal().line(
            Words::tr("%n person(s) in “%1” now.", nullptr, static_cast<int>(*people)).arg(segment->name));
    return Done{};
}

Result<> listSegments(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<Segment>> all = (*session)->segments().list();
    if (!all)
        return all.error();
    const UtcTime now = (*session)->clock().now();
    std::vector<std::vector<Cell>> rows;
    for (const Segment &segment : *all) {
        const Result<qint64> people = (*session)->segments().people(segment.rule, now);
        if (!people)
            return people.error();
        if (context.isJson())
            context.terminal().json(segmentJson(segment, *people));
        else
            rows.push_back({segment.name, Cell::number(*people), segment.rule.text()});
    }
    if (context.isJson())
        return Done{};
    if (all->empty())
        context.terminal().message(Words::tr("There are no segments yet."));
    context.terminal().table({Words::tr("Name"), Words::tr("People"), Words::tr("Rule")}, rows);
    return Done{};
}

Result<> showSegment(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<Segment> segment = (*session)->segments().load(arguments.positional(0));
    if (!segment)
        return segment.error();
    const Result<qint64> people = (*session)->segments().people(segment->rule, (*session)->clock().now());
    if (!people)
        return people.error();
    if (context.isJson()) {
        context.terminal().json(segmentJson(*segment, *people));
        return Done{};
    }
    context.terminal().facts({
        {Words::tr("Name"),   segment->name              },
        {Words::tr("Rule"),   segment->rule.text()       },
        {Words::tr("People"), QLocale{}.toString(*people)},
    });
    return Done{};
}

Result<> deleteSegment(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    if (const Result<> removed = (*session)->segments().remove(arguments.positional(0)); !removed)
        return removed;
    if (context.isJson())
        context.terminal().json({
            {u"name"_s,    arguments.positional(0)},
            {u"deleted"_s, true                   },
        });
    else
        context.terminal().line(Words::tr("The segment is deleted. What was made from it stays."));
    return Done{};
}

QString ruleHelp()
{
    return Words::tr(
        "A rule is one line, such as: tag = vip and not (country = IN or attr:Visits < 3) and read campaign "
        "12. It asks for: person, name, phone (=, !=, contains, starts); country, tag (=, !=); attr:NAME (=, "
        "!=, contains, starts, <, <=, >, >=, before, after, within 30 days, known); first-seen and messaged "
        "(before 2026-11-25, after, within 30 days; messaged alone: ever); opted in, opted out; sent, "
        "received, read, unread, answered, unanswered, clicked, failed, retriable with “campaign” and its "
        "number. Joined by and, or, not and brackets; a value of several words stands in quotation marks. "
        "Not "
        "written to for 30 days: not messaged within 30 days.");
}

} // namespace

std::vector<Command> segmentCommands()
{
    const QString name = u"NAME"_s;
    const std::vector<OptionSpec> rules{
        valueOption(u"where"_s, u"RULE"_s, Words::tr("Who is in it; see below.")),
        valueOption(u"rule"_s, u"RULE"_s, Words::tr("The same as --where.")),
        valueOption(u"from-campaign"_s, u"ID"_s, Words::tr("People of an earlier campaign; with --who.")),
        followUpOptionSpec(),
    };
    return {
        Command(u"segment create"_s, Words::tr("Keeps a rule under a name; its people change as they do."))
            .takes(name)
            .options(rules)
            .notes(ruleHelp())
            .does(createSegment),
        Command(u"segment set"_s, Words::tr("Gives a segment another rule or another name."))
            .takes(name)
            .options(rules)
            .option(u"name"_s, u"NAME"_s, Words::tr("What it is called from now on."))
            .notes(ruleHelp())
            .does(setSegment),
        Command(u"segment list"_s, Words::tr("The segments and how many people are in each now."))
            .does(listSegments),
        Command(u"segment show"_s, Words::tr("One segment.")).takes(name).does(showSegment),
        Command(u"segment delete"_s, Words::tr("Forgets a segment; what was made from it stays."))
            .takes(name)
            .does(deleteSegment),
    };
}
