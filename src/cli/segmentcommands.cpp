#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QLocale>

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

/// What the options say: a rule as text, or some people of an earlier campaign.
Result<SegmentRule> readRule(const Arguments &arguments, Session &session)
{
    const bool hasRule = arguments.has(u"rule"_s);
    if (hasRule == arguments.has(u"from-campaign"_s))
        return usageError(Words::tr("Say --rule, or --from-campaign with --who."));
    if (hasRule)
        return SegmentRule::fromText(arguments.value(u"rule"_s));
    const Result<CampaignId> campaign = readCampaignId(arguments.value(u"from-campaign"_s));
    if (!campaign)
        return campaign.error();
    const std::optional<FollowUpGroup> group = followUpGroupFromWord(arguments.value(u"who"_s));
    if (!group)
        return usageError(Words::tr("--from-campaign needs --who read, unread, failed or responded."));
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

} // namespace

std::vector<Command> segmentCommands()
{
    const QString name = u"NAME"_s;
    return {
        Command(u"segment create"_s, Words::tr("Keeps a rule under a name; its people change as they do."))
            .takes(name)
            .option(u"rule"_s, u"RULE"_s, Words::tr("Who is in it; see below."))
            .option(u"from-campaign"_s, u"ID"_s, Words::tr("People of an earlier campaign; with --who."))
            .option(u"who"_s, u"read|unread|failed|responded"_s, Words::tr("Which of them."))
            .notes(Words::tr(
                "A rule is one line, such as: tag = vip and not (country = IN or attr:Visits < 3) and read "
                "campaign 12. Subjects: person, name, phone (=, contains, starts), country, tag (=), "
                "attr:NAME (=, contains, starts, <, <=, >, >=, before, after, within), first-seen and "
                "messaged "
                "(before, after, within 30 days), opted in, opted out, and sent, received, read, answered, "
                "failed with campaign and its number. Joined by and, or, not and brackets."))
            .does(createSegment),
        Command(u"segment list"_s, Words::tr("The segments and how many people are in each now."))
            .does(listSegments),
        Command(u"segment show"_s, Words::tr("One segment.")).takes(name).does(showSegment),
        Command(u"segment delete"_s, Words::tr("Forgets a segment; what was made from it stays."))
            .takes(name)
            .does(deleteSegment),
    };
}
