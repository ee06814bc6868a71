#include "workspace/campaigndesk.h"

#include "storage/database.h"
#include "workspace/armedstate.h"
#include "workspace/draftfilling.h"
#include "workspace/session.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The throughput that is in force for a number; nothing: what the campaign asks for.
std::optional<int> fastestOf(const Account &account)
{
    if (!account.throughputPerSecond || !account.ownLimitPerSecond)
        return account.throughputPerSecond ? account.throughputPerSecond : account.ownLimitPerSecond;
    return std::min(*account.throughputPerSecond, *account.ownLimitPerSecond);
}

/// How many people a day the campaign's own setting and Meta's limit leave.
std::optional<int> mostPerDay(const PreflightFacts &facts)
{
    const std::optional<int> own = facts.campaign.settings.perDay;
    if (facts.isPractice || !facts.account || !facts.account->messagingLimit)
        return own;
    return std::min(own.value_or(*facts.account->messagingLimit), *facts.account->messagingLimit);
}

} // namespace

Error noTokenError()
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("CampaignDesk",
                                        "There is no access token for this number. Set FANFARE_TOKEN in the "
                                        "environment, or store one: fanfare-cli account set … --token-stdin"),
            u"no_token"_s,
            {}};
}

Result<Campaign> CampaignDesk::newDraft()
{
    Campaign draft;
    const Result<std::optional<AccountId>> account = m_session.accounts().inUse();
    if (!account)
        return account.error();
    draft.accountId = account->value_or(AccountId{});
    if (m_session.workspace().isPractice()) {
        draft.settings.rate = SendRate::standard();
        draft.settings.window.fromMinute = 0;
        draft.settings.window.toMinute = 24 * 60;
    }
    return draft;
}

Result<MessageTemplate> CampaignDesk::templateOf(const Campaign &campaign)
{
    return m_session.templates().find(campaign.accountId, campaign.templateName, campaign.language);
}

Result<AddedPeople> CampaignDesk::takeFromContacts(CampaignId draft, const AudienceRule &audience,
                                                   const CancelToken &cancel)
{
    if (const Result<> followed = m_session.ruleAudience().follow(draft, audience); !followed)
        return followed.error();
    return refreshAudience(draft, cancel);
}

Result<AddedPeople> CampaignDesk::refreshAudience(CampaignId draft, const CancelToken &cancel)
{
    const Result<Campaign> campaign = m_session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    const Result<QStringList> variables = m_session.abTestDesk().variablesOf(*campaign);
    if (!variables)
        return variables.error();
    return m_session.ruleAudience().refresh(draft, *variables, m_session.clock().now(), cancel);
}

Result<CampaignCheck> CampaignDesk::check(CampaignId id, bool hasToken, const CancelToken &cancel)
{
    const Result<Campaign> loaded = m_session.campaigns().load(id);
    if (!loaded)
        return loaded.error();
    const Result<Campaign> campaign = withPeopleOfNow(*loaded);
    if (!campaign)
        return campaign.error();
    const Result<PreflightFacts> facts = gatherFacts(*campaign, hasToken, cancel);
    if (!facts)
        return facts.error();
    CampaignCheck check;
    check.checks = preflight(*facts);
    const Result<std::vector<PreflightCheck>> ofVersions =
        m_session.abTestDesk().check(*campaign, hasToken, check.checks, cancel);
    if (!ofVersions)
        return ofVersions.error();
    check.checks.insert(check.checks.end(), ofVersions->begin(), ofVersions->end());
    check.people = facts->recipients;
    check.cost = facts->cost;
    const UtcTime start = std::max(facts->now, campaign->scheduledFor.value_or(facts->now));
    const std::optional<int> reported = facts->account ? fastestOf(*facts->account) : std::nullopt;
    check.estimate = estimateSending(facts->recipients, campaign->settings.rate, reported,
                                     campaign->settings.window, start, facts->zone, mostPerDay(*facts));
    return check;
}

Result<Campaign> CampaignDesk::send(CampaignId id, bool hasToken)
{
    const Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    if (!nextState(campaign->state, CampaignEvent::Start)) {
        return Error{ErrorKind::Refused,
                     tr("The campaign cannot be sent: it is %1.").arg(toWord(campaign->state)),
                     u"wrong_state"_s,
                     {}};
    }
    if (const Result<> complete = requireComplete(id); !complete)
        return complete.error();
    if (const Result<> may = requireMaySend(*campaign, hasToken); !may)
        return may.error();
    const Result<std::optional<AbTest>> test = undividedTest(id);
    if (!test)
        return test.error();
    if (*test)
        return m_session.abTestDesk().start(**test, std::nullopt, hasToken);
    const Result<Campaign> current = withPeopleOfNow(*campaign);
    if (!current)
        return current;
    const Result<MessageTemplate> frozen = requireReady(*current, hasToken);
    if (!frozen)
        return frozen.error();
    const UtcTime now = m_session.clock().now();
    if (const Result<> kept = m_session.costDesk().keepEstimate(*current, frozen->category, now); !kept)
        return kept.error();
    return m_session.campaigns().send(id, *frozen, now);
}

Result<Campaign> CampaignDesk::schedule(CampaignId id, UtcTime when)
{
    if (when <= m_session.clock().now())
        return Error{ErrorKind::BadInput, tr("That time is in the past."), u"time_in_the_past"_s, {}};
    if (const Result<> complete = requireComplete(id); !complete)
        return complete.error();
    return scheduleFor(id, when);
}

Result<Campaign> CampaignDesk::scheduleFor(CampaignId id, UtcTime when)
{
    const Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    if (!nextState(campaign->state, CampaignEvent::Schedule)) {
        return Error{ErrorKind::Refused,
                     tr("The campaign cannot be scheduled: it is %1.").arg(toWord(campaign->state)),
                     u"wrong_state"_s,
                     {}};
    }
    if (const Result<> safe = requireSafeToSend(); !safe)
        return safe.error();
    const Result<std::optional<AbTest>> test = undividedTest(id);
    if (!test)
        return test.error();
    if (*test)
        return m_session.abTestDesk().start(**test, when, true);
    const Result<Campaign> current = withPeopleOfNow(*campaign);
    if (!current)
        return current;
    const Result<MessageTemplate> frozen = requireReady(*current, true);
    if (!frozen)
        return frozen.error();
    if (const Result<> kept = m_session.costDesk().keepEstimate(*current, frozen->category, when); !kept)
        return kept.error();
    return m_session.campaigns().schedule(id, *frozen, when, m_session.clock().now());
}

Result<CampaignId> CampaignDesk::duplicate(CampaignId id)
{
    const Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    //: The name of a copied campaign.
    const QString name = tr("%1 (copy)").arg(campaign->name);
    const Result<CampaignId> copy = m_session.campaigns().duplicate(id, name, m_session.clock().now());
    if (!copy)
        return copy;
    const Result<std::optional<AbTest>> test = m_session.abTests().of(id);
    if (!test)
        return test.error();
    if (*test && (*test)->state == AbTestState::Draft) {
        if (const Result<> defined = m_session.abTests().define(*copy, (*test)->terms); !defined)
            return defined.error();
    }
    return copy;
}

Result<CampaignId> CampaignDesk::followUp(CampaignId id, FollowUpGroup group)
{
    const Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    //: The name of a campaign to some people of an earlier one.
    return m_session.campaigns().followUp(id, group, tr("%1 (follow-up)").arg(campaign->name),
                                          m_session.clock().now());
}

Result<CampaignStatistics> CampaignDesk::statistics(CampaignId id)
{
    return inSnapshot(m_session.database(), [&] { return readStatistics(id); });
}

Result<CampaignStatistics> CampaignDesk::readStatistics(CampaignId id)
{
    CampaignStatistics statistics;
    Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    statistics.campaign = *std::move(campaign);
    Result<FigureSet> figures = m_session.figures().figures({id});
    if (!figures)
        return figures.error();
    statistics.figures = *std::move(figures);
    Result<std::vector<TimeLinePoint>> perHour = m_session.figures().timeLine(id, 60min);
    if (!perHour)
        return perHour.error();
    statistics.perHour = *std::move(perHour);
    const Result<std::optional<UtcTime>> lastEvent =
        m_session.deliveryEvidence().eventSince(statistics.campaign);
    if (!lastEvent)
        return lastEvent.error();
    statistics.isDeliveryUnknown = isDeliveryUnknown(statistics.campaign, *lastEvent);
    Result<std::optional<TemplateTotals>> totals = m_session.insights().totalsOf(id, m_session.clock().now());
    if (!totals)
        return totals.error();
    statistics.totals = *std::move(totals);
    Result<CostFigures> cost = m_session.costDesk().figuresOf(statistics.campaign);
    if (!cost)
        return cost.error();
    statistics.cost = *std::move(cost);
    Result<CampaignReturn> revenue = m_session.revenueDesk().returnOf(statistics.campaign);
    if (!revenue)
        return revenue.error();
    statistics.revenue = *std::move(revenue);
    return statistics;
}

Result<DirectMessage> CampaignDesk::testMessage(CampaignId id, const PhoneNumber &to,
                                                const std::optional<Variables> &person)
{
    const Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    const Result<MessageTemplate> chosen = templateOf(*campaign);
    if (!chosen)
        return chosen.error();
    Variables own = person.value_or(Variables{});
    if (!person) {
        RecipientQuery people;
        people.campaign = id;
        const Result<std::vector<Recipient>> first = m_session.recipients().page(people, 1, std::nullopt);
        if (!first)
            return first.error();
        if (!first->empty())
            own = first->front().variables;
    }
    DirectMessage message{campaign->accountId, id, to, *chosen, {}, campaign->settings.headerMedia};
    for (const TemplateVariable &variable : chosen->variables()) {
        for (const QString &value :
             {campaign->settings.fixedValues.value(variable.key), own.value(variable.key),
              campaign->settings.defaults.value(variable.key), variable.example, variable.key}) {
            if (value.isEmpty())
                continue;
            message.variables.insert(variable.key, value);
            break;
        }
    }
    return message;
}

Result<> CampaignDesk::requireSafeToSend()
{
    if (const Result<> ownDisk = requireOwnDisk(m_session.workspace()); !ownDisk)
        return ownDisk;
    return requireArmed(m_session.workspace(), m_session.database());
}

Result<> CampaignDesk::requireMaySend(const Campaign &campaign, bool hasToken)
{
    if (const Result<> safe = requireSafeToSend(); !safe)
        return safe;
    const bool isTokenNeeded = campaign.accountId.isValid() && !m_session.workspace().isPractice();
    return isTokenNeeded && !hasToken ? Result<>{noTokenError()} : Done{};
}

/// The test that is still to be divided before this campaign can be sent. Refused for who has to wait for a
/// winner.
Result<std::optional<AbTest>> CampaignDesk::undividedTest(CampaignId id)
{
    const Result<std::optional<AbTest>> test = m_session.abTests().of(id);
    if (!test || !*test)
        return test;
    if ((*test)->rest == id && (*test)->state != AbTestState::Decided)
        return Error{
            ErrorKind::Refused,
            tr("These people get the winner of the test “%1”. Choose a version, and they are sent it.")
                .arg((*test)->name),
            u"waits_for_winner"_s,
            {}};
    return (*test)->isDivided() ? std::optional<AbTest>{} : *test;
}

Result<PreflightFacts> CampaignDesk::gatherFacts(const Campaign &campaign, bool hasToken,
                                                 const CancelToken &cancel)
{
    PreflightFacts facts;
    facts.campaign = campaign;
    facts.hasToken = hasToken;
    facts.isPractice = m_session.workspace().isPractice();
    facts.networkFileSystem = m_session.workspace().place().networkFileSystem;
    facts.syncedBy = m_session.workspace().place().syncedBy;
    facts.now = m_session.clock().now();
    facts.zone = m_session.timeZone();
    if (campaign.accountId.isValid()) {
        Result<Account> account = m_session.accounts().load(campaign.accountId);
        if (!account)
            return account.error();
        facts.account = *std::move(account);
        const Result<int> messaged =
            m_session.accounts().peopleCountedSince(campaign.accountId, facts.now - 24h);
        if (!messaged)
            return messaged.error();
        facts.messagedInLast24Hours = *messaged;
        if (facts.account->messagingLimit) {
            const Result<int> known =
                m_session.accounts().peopleCountedAmong(campaign.id, campaign.accountId, facts.now - 24h);
            if (!known)
                return known.error();
            facts.alreadyCounted = *known;
        }
        Result<MessageTemplate> chosen = templateOf(campaign);
        if (chosen)
            facts.messageTemplate = *std::move(chosen);
        else if (chosen.error().kind != ErrorKind::NotFound)
            return chosen.error();
    }

    const Result<PeopleFacts> people = m_session.figures().people(campaign, facts.messageTemplate, cancel);
    if (!people)
        return people.error();
    facts.recipients = people->recipients;
    facts.withoutOptIn = people->withoutOptIn;
    facts.optedOut = people->optedOut;
    facts.withMissingVariables = people->withMissingVariables;
    facts.missingVariableKey = people->missingVariableKey;
    facts.withBadValues = people->withBadValues;
    facts.refusedValues = people->refusedValues;
    facts.withDefaults = people->withDefaults;
    facts.defaultsUsed = people->defaultsUsed;
    if (facts.messageTemplate && facts.messageTemplate->isMarketing())
        facts.usMarketing = people->usNumbers;

    if (facts.messageTemplate) {
        Result<std::optional<CostEstimate>> cost =
            m_session.costDesk().estimate(campaign, facts.messageTemplate->category,
                                          std::max(facts.now, campaign.scheduledFor.value_or(facts.now)));
        if (!cost)
            return cost.error();
        facts.cost = *std::move(cost);
    }

    const HeaderMedia &media = campaign.settings.headerMedia;
    if (media.kind == HeaderMedia::Kind::File) {
        const QFileInfo file{media.value};
        facts.isHeaderFileReadable = file.isFile() && file.isReadable();
        if (facts.isHeaderFileReadable)
            facts.headerFileBytes = file.size();
    }
    return facts;
}

Result<> CampaignDesk::requireComplete(CampaignId id)
{
    if (const Result<> filled = DraftFilling::requireFilled(m_session, id); !filled)
        return filled;
    const Result<bool> isIncomplete = m_session.recurrences().isIncomplete(id);
    if (!isIncomplete)
        return isIncomplete.error();
    if (*isIncomplete)
        return Error{ErrorKind::Refused,
                     tr("People are still being put into this campaign. Try again in a moment."),
                     u"still_filling"_s,
                     {}};
    return Done{};
}

/// A draft that follows a rule goes to whom it means at the moment of sending.
Result<Campaign> CampaignDesk::withPeopleOfNow(Campaign campaign)
{
    if (campaign.state != CampaignState::Draft)
        return campaign;
    if (const Result<AddedPeople> refreshed = refreshAudience(campaign.id); !refreshed)
        return refreshed.error();
    return m_session.campaigns().load(campaign.id);
}

Result<MessageTemplate> CampaignDesk::requireReady(const Campaign &campaign, bool hasToken)
{
    const Result<PreflightFacts> facts = gatherFacts(campaign, hasToken, {});
    if (!facts)
        return facts.error();
    for (const PreflightCheck &check : preflight(*facts)) {
        if (check.level == CheckLevel::Block)
            return Error{ErrorKind::Refused, check.message, u"not_ready"_s, {}};
    }
    return *facts->messageTemplate;
}
