#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/interruption.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPage = 1000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

Tone toneOf(CampaignState state)
{
    switch (state) {
    case CampaignState::Draft: return Tone::Muted;
    case CampaignState::Scheduled:
    case CampaignState::Sending:
    case CampaignState::Completed: return Tone::Good;
    case CampaignState::Paused: return Tone::Attention;
    case CampaignState::Cancelled:
    case CampaignState::Failed: return Tone::Bad;
    }
    Q_UNREACHABLE();
}

Tone toneOf(RecipientStatus status)
{
    switch (status) {
    case RecipientStatus::Pending:
    case RecipientStatus::Skipped: return Tone::Muted;
    case RecipientStatus::Sending:
    case RecipientStatus::Sent: return Tone::Plain;
    case RecipientStatus::Delivered:
    case RecipientStatus::Read:
    case RecipientStatus::Responded: return Tone::Good;
    case RecipientStatus::Unconfirmed: return Tone::Attention;
    case RecipientStatus::Failed:
    case RecipientStatus::OptedOut: return Tone::Bad;
    }
    Q_UNREACHABLE();
}

Tone toneOf(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Pass: return Tone::Good;
    case CheckLevel::Warn: return Tone::Attention;
    case CheckLevel::Block: return Tone::Bad;
    }
    Q_UNREACHABLE();
}

QString shownTime(const std::optional<UtcTime> &time)
{
    return time ? QLocale{}.toString(toDateTime(*time).toLocalTime(), QLocale::ShortFormat) : QString{};
}

QString shownRate(const std::optional<double> &rate)
{
    return rate ? QLocale{}.toString(*rate * 100, 'f', 1) + u" %"_s : u"–"_s;
}

/// The campaign that the first value names. A wrong call is found before the workspace is looked for.
Result<Campaign> namedCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return id.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    return (*session)->campaigns().load(*id);
}

void sayStatus(CommandContext &context, CampaignId id, const QString &status)
{
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,     id.value},
            {u"status"_s, status  }
        });
    else
        context.terminal().line(Words::tr("Campaign %1: %2").arg(QString::number(id.value), status));
}

/// Fails with the blocking checks as details where the campaign was not ready.
void failWithChecks(CommandContext &context, Session &session, CampaignId id, const Error &error,
                    bool hasToken)
{
    if (error.code != "not_ready"_L1)
        return context.fail(error);
    const Result<CampaignCheck> check = session.campaignDesk().check(id, hasToken);
    context.fail(error, check ? QJsonValue{checksJson(check->checks)} : QJsonValue{QJsonValue::Null});
}

// Importing

/// Runs an import with a progress bar; Ctrl+C cancels it.
Result<ImportReport> import(const Arguments &arguments, CommandContext &context, Session &session,
                            const Campaign &campaign, const QString &path)
{
    const Result<ImportRequest> request = readImportRequest(arguments, path);
    if (!request)
        return request.error();
    CancelToken cancel;
    const auto progress = [&](const ImportProgress &now) {
        if (Interruption::wasRequested())
            cancel.cancel();
        if (now.totalBytes > 0)
            context.terminal().progressBar(Words::tr("Reading"),
                                           static_cast<double>(now.bytes) / now.totalBytes,
                                           QLocale{}.toString(now.rows));
    };
    const Result<ImportReport> report = arguments.has(u"dry-run"_s)
        ? session.importDesk().examine(campaign, *request, {}, cancel, progress)
        : session.importDesk().importInto(campaign.id, *request, cancel, progress);
    context.terminal().clearProgressBar();
    return report;
}

void sayImport(CommandContext &context, const ImportSummary &summary)
{
    const QLocale locale;
    context.terminal().facts({
        {Words::tr("Rows"),       locale.toString(summary.rows)                             },
        {Words::tr("Accepted"),   Cell{locale.toString(summary.accepted), Tone::Good}       },
        {Words::tr("Duplicates"), locale.toString(summary.duplicates)                       },
        {Words::tr("Rejected"),
         Cell{locale.toString(summary.rejected), summary.rejected ? Tone::Bad : Tone::Plain}},
        {Words::tr("Opted out"),  locale.toString(summary.optedOut)                         },
    });
    std::vector<std::vector<Cell>> rows;
    for (const ImportSummary::Reject &reject : summary.rejects)
        rows.push_back({Cell::number(reject.row), toWord(reject.reason), reject.value});
    context.terminal().table({Words::tr("Row"), Words::tr("Reason"), Words::tr("Value")}, rows);
    if (summary.rowsTooWide > 0)
        context.terminal().message(
            QCoreApplication::translate("CampaignCommands", "%n row(s) have more cells than the heading.",
                                        nullptr, static_cast<int>(summary.rowsTooWide)));
}

// Drafts

/// Where the people of a new or changed draft come from.
std::vector<OptionSpec> audienceOptionSpecs()
{
    std::vector<OptionSpec> specs{
        valueOption(u"recipients"_s, u"FILE"_s, Words::tr("A CSV file with the people.")),
        valueOption(u"from-campaign"_s, u"ID"_s, Words::tr("People of an earlier campaign; with --who.")),
        valueOption(u"who"_s, u"read|unread|failed|responded"_s, Words::tr("Which of them.")),
        valueOption(u"schedule"_s, u"TIME"_s, Words::tr("Send it at this time, like 2026-12-24T18:00:00Z.")),
        accountOptionSpec(),
    };
    const std::vector<OptionSpec> &forFiles = importOptionSpecs();
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

/// Adds the people that the options name; nothing where they name none.
Result<std::optional<ImportSummary>> addAudience(const Arguments &arguments, CommandContext &context,
                                                 Session &session, const Campaign &campaign)
{
    if (arguments.has(u"recipients"_s)) {
        const Result<ImportReport> report =
            import(arguments, context, session, campaign, arguments.value(u"recipients"_s));
        if (!report)
            return report.error();
        return std::optional{report->summary};
    }
    if (arguments.has(u"from-campaign"_s)) {
        const Result<CampaignId> source = readCampaignId(arguments.value(u"from-campaign"_s));
        if (!source)
            return source.error();
        const std::optional<FollowUpGroup> group = followUpGroupFromWord(arguments.value(u"who"_s));
        if (!group)
            return usageError(Words::tr("--from-campaign needs --who read, unread, failed or responded."));
        const Result<AddedPeople> added =
            session.campaigns().addFromCampaign(campaign.id, *source, *group, session.clock().now());
        if (!added)
            return added.error();
        return std::optional{summaryOf(*added)};
    }
    return std::optional<ImportSummary>{};
}

/// What is wrong with the options, before anything is stored.
Result<> checkDraft(const Arguments &arguments, Session &session, const Campaign &campaign)
{
    if (campaign.name.trimmed().isEmpty())
        return usageError(Words::tr("The name is empty."));
    if (arguments.has(u"recipients"_s) && arguments.has(u"from-campaign"_s))
        return usageError(Words::tr("--recipients and --from-campaign cannot be used together."));
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
              bool isStored)
{
    if (context.isJson()) {
        context.terminal().json({
            {u"id"_s,     isStored ? QJsonValue{campaign.id.value} : QJsonValue{QJsonValue::Null}  },
            {u"status"_s, toWord(campaign.state)                                                   },
            {u"import"_s, summary ? QJsonValue{importJson(*summary)} : QJsonValue{QJsonValue::Null}},
        });
        return;
    }
    if (summary)
        sayImport(context, *summary);
    if (isStored)
        context.terminal().line(
            Words::tr("Campaign %1: %2").arg(QString::number(campaign.id.value), toWord(campaign.state)));
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
    if (const Result<> right = checkDraft(arguments, session, *draft); !right)
        return context.fail(right.error());

    const bool isDry = arguments.has(u"dry-run"_s);
    if (!isDry) {
        const Result<CampaignId> id = session.campaigns().create(*draft, session.clock().now());
        if (!id)
            return context.fail(id.error());
        draft->id = *id;
    }
    // From here on a failure takes back what was stored.
    const auto takeBack = [&] {
        if (draft->id.isValid() && !session.campaigns().remove(draft->id))
            context.terminal().message(
                Words::tr("The draft %1 could not be deleted again.").arg(draft->id.value));
    };
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
    sayDraft(context, *result, *summary, true);
    context.finish(ExitCode::Done);
}

void updateCampaign(const Arguments &arguments, CommandContext &context)
{
    Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return context.fail(campaign.error());
    const Result<Session *> opened = context.session();
    if (!opened)
        return context.fail(opened.error());
    Session &session = **opened;
    const Campaign before = *campaign;
    if (arguments.has(u"account"_s)) {
        const Result<KnownAccount> account = readAccount(arguments, session);
        if (!account)
            return context.fail(account.error());
        campaign->accountId = account->account.id;
    }
    if (const Result<> read = readCampaignOptions(arguments, *campaign); !read)
        return context.fail(read.error());
    if (const Result<> right = checkDraft(arguments, session, *campaign); !right)
        return context.fail(right.error());
    const bool addsPeople = arguments.has(u"recipients"_s) || arguments.has(u"from-campaign"_s);
    if (addsPeople && campaign->state != CampaignState::Draft)
        return context.fail(
            {ErrorKind::Refused, Words::tr("People can be added to a draft only."), u"not_a_draft"_s, {}});
    if (campaign->state == CampaignState::Scheduled) {
        Result<MessageTemplate> chosen = session.campaignDesk().templateOf(*campaign);
        if (!chosen)
            return context.fail(chosen.error());
        campaign->frozenTemplate = *std::move(chosen);
    }
    if (!arguments.has(u"dry-run"_s)) {
        if (const Result<> updated = session.campaigns().update(*campaign); !updated)
            return context.fail(updated.error());
    }
    const Result<std::optional<ImportSummary>> summary = addAudience(arguments, context, session, *campaign);
    if (!summary || (*summary && (*summary)->wasCancelled)) {
        // All of it or nothing.
        if (const Result<> restored = session.campaigns().update(before); !restored)
            return context.fail(restored.error());
        return summary ? context.finish(ExitCode::Interrupted) : context.fail(summary.error());
    }
    const Result<Campaign> result = arguments.has(u"schedule"_s)
        ? session.campaignDesk().schedule(campaign->id, *readTime(arguments.value(u"schedule"_s)))
        : session.campaigns().load(campaign->id);
    if (!result)
        return failWithChecks(context, session, campaign->id, result.error(), true);
    sayDraft(context, *result, *summary, true);
    context.finish(ExitCode::Done);
}

Result<> addPerson(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<PhoneNumber> phone =
        readPhone(arguments.value(u"phone"_s), arguments.value(u"default-country"_s));
    if (!phone)
        return phone.error();
    const Result<Variables> variables = readPairs(arguments.values(u"var"_s), u"var"_s);
    if (!variables)
        return variables.error();
    if (const Result<MessageTemplate> chosen = (*session)->campaignDesk().templateOf(*campaign)) {
        QStringList keys;
        for (const TemplateVariable &variable : chosen->variables())
            keys << variable.key;
        for (auto given = variables->begin(); given != variables->end(); ++given) {
            if (!keys.contains(given.key()))
                return Error{ErrorKind::BadInput,
                             Words::tr("The template has no variable “%1”. It has: %2")
                                 .arg(given.key(), keys.join(u", "_s)),
                             u"unknown_variable"_s,
                             {}};
        }
    }
    const NewRecipient person{*phone, PhoneParser::regionOf(phone->e164()), arguments.value(u"name"_s),
                              *variables};
    const Result<std::vector<AddVerdict>> verdicts =
        (*session)->campaigns().addRecipients(campaign->id, {person}, (*session)->clock().now());
    if (!verdicts)
        return verdicts.error();
    if (verdicts->front() == AddVerdict::OptedOut)
        return Error{
            ErrorKind::Refused, Words::tr("%1 has opted out.").arg(phone->e164()), u"opted_out"_s, {}};
    const bool isAdded = verdicts->front() == AddVerdict::Added;
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,     campaign->id.value     },
            {u"status"_s, toWord(campaign->state)},
            {u"phone"_s,  phone->e164()          },
            {u"added"_s,  isAdded                },
        });
    else
        context.terminal().line(isAdded ? Words::tr("%1 is added.").arg(phone->e164())
                                        : Words::tr("%1 is in the campaign already.").arg(phone->e164()));
    return Done{};
}

void importPeople(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return context.fail(campaign.error());
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    const Result<ImportReport> report =
        import(arguments, context, **session, *campaign, arguments.positional(1));
    if (!report)
        return context.fail(report.error());
    if (report->summary.wasCancelled)
        return context.finish(ExitCode::Interrupted);
    if (context.isJson())
        context.terminal().json(importJson(report->summary));
    else
        sayImport(context, report->summary);
    context.finish(ExitCode::Done);
}

Result<> removePeople(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    std::vector<PhoneNumber> phones;
    for (const QString &given : arguments.positionalsFrom(1)) {
        const Result<PhoneNumber> phone = readPhone(given, arguments.value(u"default-country"_s));
        if (!phone)
            return phone.error();
        phones.push_back(*phone);
    }
    const Result<int> removed = (*session)->campaigns().removeRecipients(campaign->id, phones);
    if (!removed)
        return removed.error();
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,      campaign->id.value     },
            {u"status"_s,  toWord(campaign->state)},
            {u"removed"_s, *removed               },
        });
    else
        context.terminal().line(
            QCoreApplication::translate("CampaignCommands", "%n person(s) removed.", nullptr, *removed));
    return Done{};
}

// Looking

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

Result<> showCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    if (context.isJson())
        context.terminal().json(campaignJson(*campaign));
    else
        sayCampaign(context.terminal(), *campaign);
    return Done{};
}

Result<> listRecipients(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<qint64> limit = readCount(arguments, u"limit"_s, std::numeric_limits<qint64>::max());
    if (!limit)
        return limit.error();
    RecipientQuery query;
    query.campaign = campaign->id;
    query.search = arguments.value(u"search"_s);
    if (arguments.has(u"status"_s)) {
        query.status = recipientStatusFromWord(arguments.value(u"status"_s));
        if (!query.status)
            return usageError(
                Words::tr("“%1” is not the status of a recipient.").arg(arguments.value(u"status"_s)));
    }
    std::optional<RecipientId> after;
    if (arguments.has(u"after"_s)) {
        bool isNumber = false;
        after = RecipientId{arguments.value(u"after"_s).toLongLong(&isNumber)};
        if (!isNumber)
            return usageError(Words::tr("“%1” is not a cursor.").arg(arguments.value(u"after"_s)));
    }
    std::vector<std::vector<Cell>> rows;
    for (qint64 left = *limit; left > 0;) {
        const int size = static_cast<int>(std::min<qint64>(left, kPage));
        const Result<std::vector<Recipient>> page = (*session)->recipients().page(query, size, after);
        if (!page)
            return page.error();
        for (const Recipient &person : *page) {
            if (context.isJson())
                context.terminal().json(recipientJson(person));
            else
                rows.push_back({
                    person.phone.e164(), person.name,
                    Cell{toWord(person.progress.status), toneOf(person.progress.status)},
                    Cell::number(person.attempts), shownTime(person.progress.sentAt),
                    shownTime(person.progress.deliveredAt), shownTime(person.progress.readAt),
                    person.error ? person.error->message : person.response
                });
        }
        left -= static_cast<qint64>(page->size());
        if (page->size() < static_cast<size_t>(size))
            break;
        after = page->back().id;
    }
    context.terminal().table({Words::tr("Phone"), Words::tr("Name"), Words::tr("Status"), Words::tr("Tries"),
                              Words::tr("Sent"), Words::tr("Delivered"), Words::tr("Read"),
                              Words::tr("Remark")},
                             rows);
    return Done{};
}

Result<> showStatistics(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return id.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<CampaignStatistics> statistics = (*session)->campaignDesk().statistics(*id);
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

Result<> showLog(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<Activity>> activities = (*session)->activity().since(campaign->id);
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

void checkCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return context.fail(campaign.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    (*meta)->findToken(
        campaign->accountId, [&context, meta = *meta, id = campaign->id](const Result<> &token) {
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

void sendTestMessage(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return context.fail(id.error());
    const Result<PhoneNumber> to = readPhone(arguments.value(u"to"_s));
    if (!to)
        return context.fail(to.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<TestMessage> message = (*meta)->session().campaignDesk().testMessage(*id, *to);
    if (!message)
        return context.fail(message.error());
    (*meta)->service().sendTest(*message, [&context, meta = *meta](const Result<QString> &messageId) {
        if (!messageId)
            return context.fail(messageId.error());
        if (context.isJson())
            context.terminal().json({
                {u"message_id"_s, *messageId}
            });
        else
            context.terminal().line(Words::tr("Meta accepted the test message."));
        context.finish(ExitCode::Done);
    });
}

// Deciding

Command::Work decision(Result<Campaign> (CampaignStore::*decide)(CampaignId, UtcTime))
{
    return [decide](const Arguments &arguments, CommandContext &context) -> Result<> {
        const Result<Session *> session = context.session();
        if (!session)
            return session.error();
        const Result<CampaignId> id = readCampaignId(arguments.positional(0));
        if (!id)
            return id.error();
        const Result<Campaign> decided = ((*session)->campaigns().*decide)(*id, (*session)->clock().now());
        if (!decided)
            return decided.error();
        sayStatus(context, decided->id, toWord(decided->state));
        return Done{};
    };
}

Result<> deleteCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return id.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<Campaign> removed = (*session)->campaigns().remove(*id);
    if (!removed)
        return removed.error();
    sayStatus(context, *id, u"deleted"_s);
    return Done{};
}

Result<> duplicateCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return id.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<CampaignId> copy = (*session)->campaignDesk().duplicate(*id);
    if (!copy)
        return copy.error();
    sayStatus(context, *copy, toWord(CampaignState::Draft));
    return Done{};
}

void scheduleCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return context.fail(id.error());
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    const Result<UtcTime> when = readTime(arguments.positional(1));
    if (!when)
        return context.fail(when.error());
    const Result<Campaign> scheduled = (*session)->campaignDesk().schedule(*id, *when);
    if (!scheduled)
        return failWithChecks(context, **session, *id, scheduled.error(), true);
    sayStatus(context, *id, toWord(scheduled->state));
    context.finish(ExitCode::Done);
}

void sayChanged(CommandContext &context, int changed)
{
    if (context.isJson())
        context.terminal().json({
            {u"changed"_s, changed}
        });
    else
        context.terminal().line(
            QCoreApplication::translate("CampaignCommands", "%n person(s) changed.", nullptr, changed));
}

Result<> retryFailed(const Arguments &arguments, CommandContext &context)
{
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<int> changed = (*session)->campaigns().retryFailed(campaign->id, (*session)->clock().now());
    if (!changed)
        return changed.error();
    sayChanged(context, *changed);
    return Done{};
}

Result<> resolveUnconfirmed(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const bool isResend = arguments.has(u"resend"_s);
    if (isResend == arguments.has(u"accept"_s))
        return usageError(
            Words::tr("Say --resend (someone may get it twice) or --accept (count them as sent)."));
    const Result<std::chrono::milliseconds> olderThan =
        readDuration(arguments.value(u"older-than"_s, u"10m"_s));
    if (!olderThan)
        return olderThan.error();
    const Result<Campaign> campaign = namedCampaign(arguments, context);
    if (!campaign)
        return campaign.error();
    const Result<int> changed = (*session)->campaigns().resolveUnconfirmed(
        campaign->id, isResend ? Resolution::Resend : Resolution::Accept, *olderThan,
        (*session)->clock().now());
    if (!changed)
        return changed.error();
    sayChanged(context, *changed);
    return Done{};
}

} // namespace

void sayCampaign(Terminal &terminal, const Campaign &campaign)
{
    std::vector<std::pair<QString, Cell>> facts{
        {Words::tr("Campaign"), Cell{campaign.name, Tone::Strong}                   },
        {Words::tr("Status"),   Cell{toWord(campaign.state), toneOf(campaign.state)}},
        {Words::tr("Template"), u"%1 (%2)"_s.arg(campaign.templateName,               campaign.language)},
        {Words::tr("Rate"),                     campaign.settings.rate.text()                                                        },
        {Words::tr("Window"),                     campaign.settings.window.hoursText()},
    };
    if (campaign.scheduledFor)
        facts.emplace_back(Words::tr("Scheduled for"), shownTime(campaign.scheduledFor));
    if (!campaign.reason.isEmpty()
        && (campaign.state == CampaignState::Paused || campaign.state == CampaignState::Failed)) {
        facts.emplace_back(Words::tr("Reason"), campaign.reason.message);
        facts.emplace_back(Words::tr("What to do"), campaign.reason.advice);
    }
    facts.emplace_back(Words::tr("People"), QLocale{}.toString(campaign.counts.total()));
    for (const RecipientStatus status : kRecipientStatuses) {
        if (const int count = campaign.counts.of(status); count > 0)
            facts.emplace_back(u"  "_s + toWord(status), Cell{QLocale{}.toString(count), toneOf(status)});
    }
    facts.emplace_back(Words::tr("Delivery rate"), shownRate(deliveryRate(campaign.reached)));
    facts.emplace_back(Words::tr("Read rate"), shownRate(readRate(campaign.reached)));
    facts.emplace_back(Words::tr("Response rate"), shownRate(responseRate(campaign.reached)));
    terminal.facts(facts);
}

std::vector<Command> campaignCommands()
{
    const QString countryHelp = Words::tr("Country of numbers without a country code: ES, IN …");
    const QString id = u"ID"_s;
    return {
        Command(u"campaign create"_s, Words::tr("Makes a draft, or schedules it."))
            .options(required(campaignOptionSpecs(), {u"name"_s, u"template"_s, u"language"_s}))
            .options(audienceOptionSpecs())
            .starts(createCampaign),
        Command(u"campaign update"_s, Words::tr("Changes a draft or a scheduled campaign."))
            .takes(id)
            .options(campaignOptionSpecs())
            .options(audienceOptionSpecs())
            .starts(updateCampaign),
        Command(u"campaign add"_s, Words::tr("Adds a person to a draft."))
            .takes(id)
            .requiredOption(u"phone"_s, u"PHONE"_s, Words::tr("With its country code."))
            .option(u"name"_s, u"NAME"_s, Words::tr("The person's name."))
            .repeatableOption(u"var"_s, u"KEY=VALUE"_s, Words::tr("A variable's value."))
            .option(u"default-country"_s, u"CC"_s, countryHelp)
            .does(addPerson),
        Command(u"campaign import"_s, Words::tr("Adds the people of a CSV file to a draft."))
            .takes(id)
            .takes(u"FILE"_s)
            .options(importOptionSpecs())
            .starts(importPeople),
        Command(u"campaign remove"_s, Words::tr("Takes people out of a draft."))
            .takes(id)
            .takesSeveral(u"PHONE"_s)
            .option(u"default-country"_s, u"CC"_s, countryHelp)
            .does(removePeople),
        Command(u"campaign list"_s, Words::tr("All campaigns, the newest first."))
            .option(u"status"_s, u"STATUS"_s, Words::tr("Only those: draft, scheduled, sending …"))
            .does(listCampaigns),
        Command(u"campaign show"_s, Words::tr("One campaign with its counts.")).takes(id).does(showCampaign),
        Command(u"campaign check"_s,
                Words::tr("What stands in the way of sending it, and how long it will take."))
            .takes(id)
            .starts(checkCampaign),
        Command(u"campaign test"_s, Words::tr("Sends one message to your own phone, outside the statistics."))
            .takes(id)
            .requiredOption(u"to"_s, u"PHONE"_s, Words::tr("Your number, with its country code."))
            .starts(sendTestMessage),
        Command(u"campaign pause"_s, Words::tr("Nothing new leaves."))
            .takes(id)
            .does(decision(&CampaignStore::pause)),
        Command(u"campaign resume"_s, Words::tr("Goes on after a pause or a failure."))
            .takes(id)
            .does(decision(&CampaignStore::resume)),
        Command(u"campaign cancel"_s, Words::tr("Ends it for good."))
            .takes(id)
            .does(decision(&CampaignStore::cancel)),
        Command(u"campaign delete"_s, Words::tr("Deletes it with its people and history."))
            .takes(id)
            .does(deleteCampaign),
        Command(u"campaign duplicate"_s, Words::tr("A draft with the same settings and people."))
            .takes(id)
            .does(duplicateCampaign),
        Command(u"campaign schedule"_s, Words::tr("Sends it at a time, like 2026-12-24T18:00:00Z."))
            .takes(id)
            .takes(u"TIME"_s)
            .starts(scheduleCampaign),
        Command(u"campaign recipients"_s, Words::tr("The people of a campaign and what became of each."))
            .takes(id)
            .option(u"status"_s, u"STATUS"_s, Words::tr("Only those: sent, failed, unconfirmed …"))
            .option(u"search"_s, u"TEXT"_s, Words::tr("A part of the number or the name."))
            .option(u"limit"_s, u"N"_s, Words::tr("So many at most; else all."))
            .option(u"after"_s, u"CURSOR"_s, Words::tr("Those after this one."))
            .does(listRecipients),
        Command(u"campaign stats"_s, Words::tr("Rates, times, errors and the figures of each hour."))
            .takes(id)
            .does(showStatistics),
        Command(u"campaign log"_s, Words::tr("What happened, in words.")).takes(id).does(showLog),
        Command(u"campaign retry"_s, Words::tr("Tries failed people again, those that may be retried."))
            .takes(id)
            .does(retryFailed),
        Command(u"campaign resolve"_s,
                Words::tr("Settles people whose message may or may not have gone out."))
            .takes(id)
            .flag(u"resend"_s, Words::tr("Send again: someone may get it twice."))
            .flag(u"accept"_s, Words::tr("Count them as sent."))
            .option(u"older-than"_s, u"TIME"_s, Words::tr("Only those in doubt for so long; else 10m."))
            .does(resolveUnconfirmed),
    };
}
