#include "cli/abtestoptions.h"
#include "cli/abtestview.h"
#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/importrun.h"
#include "cli/jsonforms.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

/// Where the people of a new or changed draft come from.
std::vector<OptionSpec> audienceOptionSpecs()
{
    std::vector<OptionSpec> specs{
        valueOption(u"recipients"_s, u"FILE"_s, Words::tr("A file with the people: CSV, XLSX or vCard.")),
        valueOption(u"from-segment"_s, u"NAME"_s,
                    Words::tr("Everybody in this segment, as it is when the campaign is sent or scheduled.")),
        valueOption(u"from-tag"_s, u"TAG"_s,
                    Words::tr("Everybody who has this tag when the campaign is sent or scheduled.")),
        valueOption(u"from-campaign"_s, u"ID"_s, Words::tr("People of an earlier campaign; with --who.")),
        followUpOptionSpec(),
        valueOption(u"schedule"_s, u"TIME"_s, Words::tr("Send it at this time, like 2026-12-24T18:00:00Z.")),
        accountOptionSpec(),
    };
    const std::vector<OptionSpec> &forFiles = importOptionSpecs();
    specs.insert(specs.end(), abTestOptionSpecs().begin(), abTestOptionSpecs().end());
    specs.insert(specs.end(), forFiles.begin(), forFiles.end());
    return specs;
}

std::vector<OptionSpec> required(std::vector<OptionSpec> specs, const QStringList &names)
{
    for (OptionSpec &spec : specs)
        spec.isRequired = names.contains(spec.name);
    return specs;
}

ImportSummary summaryOf(const AddedPeople &people)
{
    ImportSummary summary;
    summary.accepted = people.added;
    summary.duplicates = people.duplicates;
    summary.optedOut = people.optedOut;
    summary.rows = summary.accepted + summary.duplicates + summary.optedOut;
    return summary;
}

/// Everybody whom --from-segment or --from-tag means; nothing where neither is given.
Result<std::optional<AudienceRule>> readAudienceRule(const Arguments &arguments, Session &session)
{
    if (arguments.has(u"from-segment"_s)) {
        const Result<Segment> segment = session.segments().load(arguments.value(u"from-segment"_s));
        if (!segment)
            return segment.error();
        return std::optional{
            AudienceRule{segment->rule, segment->name}
        };
    }
    if (arguments.has(u"from-tag"_s)) {
        const QString tag = arguments.value(u"from-tag"_s);
        return std::optional{
            AudienceRule{SegmentRule::of({.subject = SegmentCondition::Subject::Tag, .value = tag}), tag}
        };
    }
    return std::optional<AudienceRule>{};
}

const QStringList &audienceOptions()
{
    static const QStringList options{u"recipients"_s, u"from-segment"_s, u"from-tag"_s, u"from-campaign"_s};
    return options;
}

/// Adds the people that the options name; nothing where they name none.
Result<std::optional<ImportSummary>> addAudience(const Arguments &arguments, CommandContext &context,
                                                 Session &session, const Campaign &campaign)
{
    if (arguments.has(u"recipients"_s)) {
        const Result<ImportReport> report =
            runImport(arguments, context, session, campaign, arguments.value(u"recipients"_s));
        if (!report)
            return report.error();
        return std::optional{report->summary};
    }
    if (arguments.has(u"from-campaign"_s)) {
        const Result<CampaignId> source = readCampaignId(arguments.value(u"from-campaign"_s));
        if (!source)
            return source.error();
        const Result<FollowUpGroup> group = readFollowUpGroup(arguments);
        if (!group)
            return group.error();
        const Result<AddedPeople> added =
            session.campaigns().addFromCampaign(campaign.id, *source, *group, session.clock().now());
        if (!added)
            return added.error();
        return std::optional{summaryOf(*added)};
    }
    const Result<std::optional<AudienceRule>> rule = readAudienceRule(arguments, session);
    if (!rule)
        return rule.error();
    if (*rule) {
        if (!campaign.id.isValid()) { // nothing is stored
            const Result<qint64> people = session.segments().people((*rule)->rule, session.clock().now());
            return people ? Result<std::optional<ImportSummary>>{std::optional{
                       summaryOf({static_cast<int>(*people), 0, 0})}}
                          : people.error();
        }
        const Result<AddedPeople> added = session.campaignDesk().takeFromContacts(campaign.id, **rule);
        if (!added)
            return added.error();
        return std::optional{summaryOf(*added)};
    }
    return std::optional<ImportSummary>{};
}

auto givenAudiences(const Arguments &arguments)
{
    return std::count_if(audienceOptions().begin(), audienceOptions().end(),
                         [&](const QString &option) { return arguments.has(option); });
}

/// The test that the draft becomes by the options, with templates that are known; nothing: it is none.
Result<std::optional<AbTestTerms>> readDraftTest(const Arguments &arguments, Session &session,
                                                 const Campaign &draft, const std::optional<AbTest> &present)
{
    const Result<std::optional<AbTestTerms>> terms =
        readAbTest(arguments, present ? std::optional{present->terms} : std::nullopt);
    if (!terms || !*terms)
        return terms;
    for (const AbVariant &variant : (*terms)->variants) {
        const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(variant.applyTo(draft));
        if (!chosen)
            return chosen.error();
    }
    return terms;
}

/// Makes the draft this test, or none.
Result<> storeDraftTest(Session &session, CampaignId draft, const std::optional<AbTestTerms> &terms)
{
    return terms ? session.abTestDesk().define(draft, *terms) : session.abTests().drop(draft);
}

/// What is wrong with the options, before anything is stored.
Result<> checkDraft(const Arguments &arguments, Session &session, const Campaign &campaign)
{
    if (campaign.name.trimmed().isEmpty())
        return usageError(Words::tr("The name is empty."));
    if (givenAudiences(arguments) > 1)
        return usageError(
            Words::tr("Only one of --recipients, --from-segment, --from-tag and --from-campaign "
                      "can be used at a time."));
    if (const Result<std::optional<AudienceRule>> rule = readAudienceRule(arguments, session); !rule)
        return rule.error();
    if (arguments.has(u"recipients"_s)) {
        if (const Result<ImportRequest> request = readImportRequest(arguments, {}); !request)
            return request.error();
    }
    if (arguments.has(u"schedule"_s)) {
        const Result<UtcTime> when = readTime(arguments.value(u"schedule"_s));
        if (!when)
            return when.error();
        if (*when <= session.clock().now())
            return Error{
                ErrorKind::BadInput, Words::tr("That time is in the past."), u"time_in_the_past"_s, {}};
    }
    const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(campaign);
    if (!chosen)
        return chosen.error();
    return Done{};
}

void sayDraft(CommandContext &context, const Campaign &campaign, const std::optional<ImportSummary> &summary,
              bool isStored, const std::optional<AbTest> &test = {})
{
    if (context.isJson()) {
        QJsonObject answer{
            {u"id"_s,     isStored ? QJsonValue{campaign.id.value} : QJsonValue{QJsonValue::Null}  },
            {u"status"_s, toWord(campaign.state)                                                   },
            {u"import"_s, summary ? QJsonValue{importJson(*summary)} : QJsonValue{QJsonValue::Null}},
        };
        if (test)
            answer.insert(u"ab_test"_s, abTestJson(*test));
        context.terminal().json(answer);
        return;
    }
    if (summary)
        sayImport(context, *summary);
    if (isStored)
        context.terminal().line(
            Words::tr("Campaign %1: %2").arg(QString::number(campaign.id.value), toWord(campaign.state)));
    if (test)
        context.terminal().line(Words::tr("A test of %n versions: fanfare-cli campaign abtest show %1",
                                          nullptr, static_cast<int>(test->terms.variants.size()))
                                    .arg(campaign.id.value));
}

/// Says what the draft has become, with its test where it is one.
void sayStored(CommandContext &context, Session &session, const Campaign &campaign,
               const std::optional<ImportSummary> &summary)
{
    const Result<std::optional<AbTest>> test = session.abTests().of(campaign.id);
    sayDraft(context, campaign, summary, true, test ? *test : std::nullopt);
}

void createCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> opened = context.session();
    if (!opened)
        return context.fail(opened.error());
    Session &session = **opened;
    Result<Campaign> draft = session.campaignDesk().newDraft();
    if (!draft)
        return context.fail(draft.error());
    const Result<KnownAccount> account = readAccount(arguments, session);
    if (!account)
        return context.fail(account.error());
    draft->accountId = account->account.id;
    if (const Result<> read = readCampaignOptions(arguments, *draft); !read)
        return context.fail(read.error());
    if (const Result<> read = readBudget(arguments, session, *draft); !read)
        return context.fail(read.error());
    if (const Result<> right = checkDraft(arguments, session, *draft); !right)
        return context.fail(right.error());
    const Result<std::optional<AbTestTerms>> terms = readDraftTest(arguments, session, *draft, {});
    if (!terms)
        return context.fail(terms.error());

    const bool isDry = arguments.has(u"dry-run"_s);
    if (!isDry) {
        const Result<CampaignId> id = session.campaigns().create(*draft, session.clock().now());
        if (!id)
            return context.fail(id.error());
        draft->id = *id;
    }
    // From here on a failure takes back what was stored.
    const auto takeBack = [&] {
        const Result<std::optional<AbTest>> test = session.abTests().of(draft->id);
        if (test && *test && (*test)->state != AbTestState::Draft)
            return; // its people are in several campaigns by now, and sending it again goes on
        if (draft->id.isValid() && !session.campaigns().remove(draft->id))
            context.terminal().message(
                Words::tr("The draft %1 could not be deleted again.").arg(draft->id.value));
    };
    if (!isDry && *terms) {
        if (const Result<> defined = storeDraftTest(session, draft->id, *terms); !defined) {
            takeBack();
            return context.fail(defined.error());
        }
    }
    const Result<std::optional<ImportSummary>> summary = addAudience(arguments, context, session, *draft);
    if (!summary) {
        takeBack();
        return context.fail(summary.error());
    }
    if (*summary && (*summary)->wasCancelled) {
        takeBack();
        return context.finish(ExitCode::Interrupted);
    }
    if (isDry) {
        sayDraft(context, *draft, *summary, false);
        return context.finish(ExitCode::Done);
    }
    Result<Campaign> result = arguments.has(u"schedule"_s)
        ? session.campaignDesk().schedule(draft->id, *readTime(arguments.value(u"schedule"_s)))
        : session.campaigns().load(draft->id);
    if (!result) {
        const Result<CampaignCheck> check = session.campaignDesk().check(draft->id, true);
        takeBack();
        const bool isNotReady = result.error().code == "not_ready"_L1 && check;
        return context.fail(result.error(),
                            isNotReady ? QJsonValue{checksJson(check->checks)}
                                       : QJsonValue{QJsonValue::Null});
    }
    sayStored(context, session, *result, *summary);
    if (arguments.has(u"schedule"_s))
        sayHowSchedulesRun(context, result->id);
    context.finish(ExitCode::Done);
}

bool changesOnlyBudget(const Arguments &arguments)
{
    const auto isGiven = [&](const OptionSpec &spec) {
        return spec.name != "budget"_L1 && arguments.has(spec.name);
    };
    const std::vector<OptionSpec> audience = audienceOptionSpecs();
    return arguments.has(u"budget"_s)
        && std::none_of(campaignOptionSpecs().begin(), campaignOptionSpecs().end(), isGiven)
        && std::none_of(audience.begin(), audience.end(), isGiven);
}

/// The one thing that can be changed of a campaign that began to be sent.
void updateBudget(Session &session, const Campaign &before, const Arguments &arguments,
                  CommandContext &context)
{
    Campaign campaign = before;
    if (const Result<> read = readBudget(arguments, session, campaign); !read)
        return context.fail(read.error());
    const UtcTime now = session.clock().now();
    const Result<Campaign> result = session.campaigns().setBudget(campaign.id, campaign.settings.budget,
                                                                  session.costDesk().dayOf(now), now);
    if (!result)
        return context.fail(result.error());
    sayDraft(context, *result, std::nullopt, true);
    context.finish(ExitCode::Done);
}

/// A change of a draft or a scheduled campaign, with the test that it is: all of it or nothing.
struct DraftChange
{
    Campaign before;
    Campaign after;
    bool concernsTest = false;
    std::optional<AbTestTerms> testBefore;
    std::optional<AbTestTerms> testAfter;

    Result<> store(Session &session) const
    {
        if (const Result<> updated = session.campaigns().update(after); !updated)
            return updated;
        if (!concernsTest)
            return Done{};
        const Result<> defined = storeDraftTest(session, after.id, testAfter);
        if (defined)
            return defined;
        // Refused or broken off: the test is as it was.
        const Result<> restored = session.campaigns().update(before);
        return restored ? defined : restored;
    }

    /// As it was before store().
    Result<> takeBack(Session &session) const
    {
        const Result<> restored = session.campaigns().update(before);
        return restored && concernsTest ? storeDraftTest(session, before.id, testBefore) : restored;
    }
};

/// The change, with what the options make of the test; stores nothing.
Result<DraftChange> readChange(const Arguments &arguments, Session &session, const Campaign &before,
                               const Campaign &after)
{
    if (before.state != CampaignState::Draft && before.state != CampaignState::Scheduled)
        return Error{ErrorKind::Refused,
                     Words::tr("Only a draft or a scheduled campaign can be changed."),
                     u"not_editable"_s,
                     {}};
    DraftChange change{before, after, concernsAbTest(arguments), {}, {}};
    if (!change.concernsTest)
        return change;
    if (before.state != CampaignState::Draft)
        return Error{ErrorKind::Refused, Words::tr("Only a draft can become a test."), u"not_a_draft"_s, {}};
    const Result<std::optional<AbTest>> present = session.abTests().of(before.id);
    if (!present)
        return present.error();
    const Result<std::optional<AbTestTerms>> terms = readDraftTest(arguments, session, after, *present);
    if (!terms)
        return terms.error();
    if (*present)
        change.testBefore = (*present)->terms;
    change.testAfter = *terms;
    return change;
}

void updateCampaign(Session &session, const Campaign &before, const Arguments &arguments,
                    CommandContext &context)
{
    if (before.state != CampaignState::Draft && changesOnlyBudget(arguments))
        return updateBudget(session, before, arguments, context);
    Campaign campaign = before;
    if (arguments.has(u"account"_s)) {
        const Result<KnownAccount> account = readAccount(arguments, session);
        if (!account)
            return context.fail(account.error());
        campaign.accountId = account->account.id;
    }
    if (const Result<> read = readCampaignOptions(arguments, campaign); !read)
        return context.fail(read.error());
    if (const Result<> read = readBudget(arguments, session, campaign); !read)
        return context.fail(read.error());
    if (const Result<> right = checkDraft(arguments, session, campaign); !right)
        return context.fail(right.error());
    const bool addsPeople = givenAudiences(arguments) > 0;
    if (addsPeople && campaign.state != CampaignState::Draft)
        return context.fail(
            {ErrorKind::Refused, Words::tr("People can be added to a draft only."), u"not_a_draft"_s, {}});
    if (campaign.state == CampaignState::Scheduled) {
        Result<MessageTemplate> chosen = session.campaignDesk().templateOf(campaign);
        if (!chosen)
            return context.fail(chosen.error());
        campaign.frozenTemplate = *std::move(chosen);
    }
    const Result<DraftChange> change = readChange(arguments, session, before, campaign);
    if (!change)
        return context.fail(change.error());
    const bool isDry = arguments.has(u"dry-run"_s);
    if (!isDry) {
        if (const Result<> stored = change->store(session); !stored)
            return context.fail(stored.error());
    }
    const Result<std::optional<ImportSummary>> summary = addAudience(arguments, context, session, campaign);
    if (!summary || (*summary && (*summary)->wasCancelled)) {
        if (const Result<> restored = isDry ? Done{} : change->takeBack(session); !restored)
            return context.fail(restored.error());
        return summary ? context.finish(ExitCode::Interrupted) : context.fail(summary.error());
    }
    const Result<Campaign> result = arguments.has(u"schedule"_s)
        ? session.campaignDesk().schedule(campaign.id, *readTime(arguments.value(u"schedule"_s)))
        : session.campaigns().load(campaign.id);
    if (!result)
        return failWithChecks(context, session, campaign.id, result.error(), true);
    sayStored(context, session, *result, *summary);
    if (arguments.has(u"schedule"_s))
        sayHowSchedulesRun(context, result->id);
    context.finish(ExitCode::Done);
}

} // namespace

std::vector<Command> draftCommands()
{
    const QString id = u"ID"_s;
    return {
        Command(u"campaign create"_s, Words::tr("Makes a draft, or schedules it."))
            .options(required(campaignOptionSpecs(), {u"name"_s, u"template"_s, u"language"_s}))
            .options(audienceOptionSpecs())
            .starts(createCampaign),
        Command(u"campaign update"_s,
                Words::tr("Changes a draft or a scheduled campaign, or the budget of one that is sent."))
            .takes(id)
            .options(campaignOptionSpecs())
            .options(audienceOptionSpecs())
            .starts(withCampaign(updateCampaign)),
    };
}
