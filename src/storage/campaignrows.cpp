#include "storage/campaignrows.h"

#include "storage/sql.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

QString forPeople(UtcTime time)
{
    return QLocale{}.toString(toDateTime(time).toLocalTime(), QLocale::ShortFormat);
}

QString sentenceFor(const Campaign &campaign, CampaignEvent event, const StateReason &reason)
{
    const bool isByPerson = reason.isEmpty() || reason.code == "user"_L1;
    switch (event) {
    case CampaignEvent::Schedule:
        return Words::tr("Scheduled for %1.").arg(forPeople(campaign.scheduledFor.value_or(UtcTime{})));
    case CampaignEvent::Unschedule: return Words::tr("Taken back: a draft again.");
    case CampaignEvent::Start: return Words::tr("Sending started.");
    case CampaignEvent::Pause:
        return isByPerson ? Words::tr("Paused by a person.") : Words::tr("Paused: %1").arg(reason.message);
    case CampaignEvent::Resume:
        return isByPerson ? Words::tr("Resumed by a person.") : Words::tr("Resumed: %1").arg(reason.message);
    case CampaignEvent::Finish: return Words::tr("Completed.");
    case CampaignEvent::Cancel: return Words::tr("Cancelled.");
    case CampaignEvent::Fail: return Words::tr("Ended: %1").arg(reason.message);
    case CampaignEvent::Reopen: return Words::tr("There are people to send to again.");
    }
    Q_UNREACHABLE();
}

constexpr auto kProgressColumns =
    "n.pending, n.sending, n.sent, n.delivered, n.read, n.responded, n.failed, n.opted_out, n.skipped, "
    "n.unconfirmed, n.reached_sent, n.reached_delivered, n.reached_read, n.reached_responded"_L1;

CampaignProgress campaignProgressFrom(const Row &row, int column)
{
    CampaignProgress progress;
    for (const RecipientStatus status : kRecipientStatuses)
        progress.counts.set(status, row.number(column++));
    progress.reached.sent = row.number(column++);
    progress.reached.delivered = row.number(column++);
    progress.reached.read = row.number(column++);
    progress.reached.responded = row.number(column++);
    return progress;
}

Campaign campaignFrom(const Row &row)
{
    int column = 0;
    Campaign campaign;
    campaign.id = {row.integer(column++)};
    campaign.accountId = {row.integer(column++)};
    campaign.name = row.text(column++);
    campaign.description = row.text(column++);
    campaign.templateName = row.text(column++);
    campaign.language = row.text(column++);
    campaign.state = campaignStateFromWord(row.text(column++)).value_or(CampaignState::Draft);
    campaign.reason.code = row.text(column++);
    campaign.reason.message = row.text(column++);
    campaign.reason.advice = row.text(column++);
    CampaignSettings &settings = campaign.settings;
    settings.rate = SendRate::parse(row.text(column++)).value_or(SendRate::gentle());
    settings.window.fromMinute = row.number(column++);
    settings.window.toMinute = row.number(column++);
    settings.window.days = static_cast<quint8>(row.number(column++));
    settings.window.timeZone = row.text(column++);
    settings.maxRetries = row.number(column++);
    settings.brake = SafetyBrake::parse(row.text(column++)).value_or(SafetyBrake{});
    settings.headerMedia = HeaderMedia::fromText(row.text(column++));
    settings.headerMedia.mediaId = row.text(column++);
    settings.headerMedia.uploadedAt = row.optionalTime(column++);
    settings.defaults = mapFromJson(row.text(column++));
    if (!row.isNull(column))
        campaign.frozenTemplate = templateFromJson(row.text(column));
    ++column;
    campaign.createdAt = row.time(column++);
    campaign.scheduledFor = row.optionalTime(column++);
    campaign.startedAt = row.optionalTime(column++);
    campaign.completedAt = row.optionalTime(column++);
    settings.perDay = row.optionalNumber(column++);
    if (!row.isNull(column))
        settings.budget = Budget{Money{row.integer(column)}, row.text(column + 1)};
    column += 2;
    settings.fixedValues = mapFromJson(row.text(column++));
    const CampaignProgress progress = campaignProgressFrom(row, column);
    campaign.counts = progress.counts;
    campaign.reached = progress.reached;
    return campaign;
}

} // namespace

Result<Campaign> loadCampaign(Database &database, CampaignId id)
{
    Result<std::vector<Campaign>> found = loadCampaigns(database, u"WHERE c.id = ?"_s, {id.value});
    if (!found)
        return found.error();
    if (found->empty())
        return noCampaign(id);
    return std::move(found->front());
}

Result<CampaignProgress> loadProgress(Database &database, CampaignId id)
{
    static const QString select =
        u"SELECT "_s + kProgressColumns + u" FROM campaign_counts n WHERE n.campaign_id = ?"_s;
    const auto found =
        firstRow(database, select, {id.value}, [](const Row &row) { return campaignProgressFrom(row, 0); });
    if (!found)
        return found.error();
    if (!*found)
        return noCampaign(id);
    return **found;
}

Error noCampaign(CampaignId id)
{
    return {ErrorKind::NotFound, Words::tr("There is no campaign %1.").arg(id.value), u"no_campaign"_s, {}};
}

Result<std::vector<Campaign>> loadCampaigns(Database &database, const QString &condition,
                                            const QVariantList &values)
{
    const QString select = uR"(
        SELECT c.id, c.account_id, c.name, c.description, c.template_name, c.language, c.state,
               c.reason_code, c.reason_message, c.reason_advice, c.rate, c.window_from, c.window_to,
               c.window_days, c.time_zone, c.max_retries, c.brake, c.header_media, c.header_upload_id,
               c.header_uploaded_at, c.defaults, c.frozen_template, c.created_at, c.scheduled_for,
               c.started_at, c.completed_at, c.per_day, c.budget, c.budget_currency, c.fixed_values, )"_s
        + kProgressColumns + u" FROM campaign c JOIN campaign_counts n ON n.campaign_id = c.id "_s;
    std::vector<Campaign> campaigns;
    const Result<> read = forEachRow(database, select + condition, values,
                                     [&](const Row &row) { campaigns.push_back(campaignFrom(row)); });
    if (!read)
        return read.error();
    return campaigns;
}

QVariantList editableValues(const Campaign &campaign)
{
    const CampaignSettings &settings = campaign.settings;
    return {campaign.accountId.isValid() ? QVariant{campaign.accountId.value} : QVariant{},
            campaign.name,
            campaign.description,
            campaign.templateName,
            campaign.language,
            settings.rate.text(),
            settings.window.fromMinute,
            settings.window.toMinute,
            settings.window.days,
            settings.window.timeZone,
            settings.maxRetries,
            settings.brake.text(),
            settings.headerMedia.value,
            settings.headerMedia.mediaId,
            asValue(settings.headerMedia.uploadedAt),
            toJson(settings.defaults),
            asValue(settings.perDay),
            settings.budget ? QVariant{settings.budget->amount.millionths} : QVariant{},
            settings.budget ? settings.budget->currency : u""_s,
            toJson(settings.fixedValues)};
}

Result<> storeEditable(Database &database, const Campaign &campaign)
{
    const QVariant frozen = campaign.frozenTemplate ? QVariant{toJson(*campaign.frozenTemplate)} : QVariant{};
    return run(database, uR"(UPDATE campaign SET account_id = ?, name = ?, description = ?, template_name = ?,
                            language = ?, rate = ?, window_from = ?, window_to = ?, window_days = ?,
                            time_zone = ?, max_retries = ?, brake = ?, header_media = ?,
                            header_upload_id = ?, header_uploaded_at = ?, defaults = ?, per_day = ?,
                            budget = ?, budget_currency = ?, fixed_values = ?, frozen_template = ?
                        WHERE id = ?)"_s,
               editableValues(campaign) << frozen << campaign.id.value);
}

Result<CampaignId> insertDraft(Database &database, const Campaign &campaign, UtcTime now)
{
    const Result<qint64> id = insert(
        database, uR"(INSERT INTO campaign (account_id, name, description, template_name, language, rate,
                       window_from, window_to, window_days, time_zone, max_retries, brake, header_media,
                       header_upload_id, header_uploaded_at, defaults, per_day, budget, budget_currency,
                       fixed_values, created_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        editableValues(campaign) << toMilliseconds(now));
    if (!id)
        return id.error();
    const Result<int> counts =
        execute(database, u"INSERT INTO campaign_counts (campaign_id) VALUES (?)"_s, {*id});
    if (!counts)
        return counts.error();
    return CampaignId{*id};
}

Result<bool> carryOut(Database &database, Campaign &campaign, CampaignEvent event, const StateReason &reason,
                      UtcTime now)
{
    const std::optional<CampaignState> next = nextState(campaign.state, event);
    if (!next)
        return false;
    const bool isStaying = *next == campaign.state && event != CampaignEvent::Schedule;
    campaign.state = *next;
    switch (event) {
    case CampaignEvent::Start:
        campaign.startedAt = now;
        campaign.reason = {};
        break;
    case CampaignEvent::Unschedule:
        campaign.scheduledFor.reset();
        campaign.frozenTemplate.reset();
        campaign.reason = {};
        break;
    case CampaignEvent::Finish:
        campaign.completedAt = now;
        campaign.reason = {};
        break;
    case CampaignEvent::Resume:
        if (!campaign.startedAt) // paused while it was still waiting for its time
            campaign.startedAt = now;
        campaign.reason = {};
        break;
    case CampaignEvent::Reopen: campaign.completedAt.reset(); break; // a paused one keeps its reason
    case CampaignEvent::Pause:
    case CampaignEvent::Fail: campaign.reason = reason; break;
    case CampaignEvent::Schedule:
    case CampaignEvent::Cancel: campaign.reason = {}; break;
    }
    const QVariant frozen = campaign.frozenTemplate ? QVariant{toJson(*campaign.frozenTemplate)} : QVariant{};
    const Result<int> stored = execute(
        database, uR"(UPDATE campaign SET state = ?, reason_code = ?, reason_message = ?, reason_advice = ?,
                        frozen_template = ?, scheduled_for = ?, started_at = ?, completed_at = ?
                    WHERE id = ?)"_s,
        {toWord(campaign.state), campaign.reason.code, campaign.reason.message, campaign.reason.advice,
         frozen, asValue(campaign.scheduledFor), asValue(campaign.startedAt), asValue(campaign.completedAt),
         campaign.id.value});
    if (!stored)
        return stored.error();
    if (isStaying)
        return true;
    const Result<> noted = noteActivity(database, campaign.id, sentenceFor(campaign, event, reason), now);
    if (!noted)
        return noted.error();
    return true;
}

CampaignEvent eventToGoOn(const Campaign &campaign, UtcTime now)
{
    const bool isEarly = campaign.state == CampaignState::Paused && !campaign.startedAt
        && campaign.scheduledFor && *campaign.scheduledFor > now;
    return isEarly ? CampaignEvent::Schedule : CampaignEvent::Resume;
}

Result<> carryOutOrRefuse(Database &database, Campaign &campaign, CampaignEvent event,
                          const StateReason &reason, UtcTime now)
{
    const CampaignState before = campaign.state;
    const Result<bool> done = carryOut(database, campaign, event, reason, now);
    if (!done)
        return done.error();
    if (!*done)
        return Error{
            ErrorKind::Refused,
            Words::tr("This is not possible while the campaign is in the state “%1”.").arg(toWord(before)),
            u"wrong_state"_s,
            {}};
    return Done{};
}

Result<> noteActivity(Database &database, CampaignId campaign, const QString &what, UtcTime now)
{
    const Result<qint64> noted =
        insert(database, u"INSERT INTO activity (campaign_id, at, what) VALUES (?, ?, ?)"_s,
               {campaign.value, toMilliseconds(now), what});
    if (!noted)
        return noted.error();
    return Done{};
}
