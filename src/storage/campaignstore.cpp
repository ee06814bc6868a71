#include "storage/campaignstore.h"

#include "storage/abtestrows.h"
#include "storage/arming.h"
#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/draftpeople.h"
#include "storage/failedpeople.h"
#include "storage/messageprices.h"
#include "storage/personchanges.h"
#include "storage/recipientrows.h"
#include "storage/ruleaudience.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignStore)
};

StateReason byPerson()
{
    return {u"user"_s, Words::tr("A person paused it."), {}};
}

Result<Campaign> carryOutAlone(Database &database, CampaignId id, CampaignEvent event,
                               const StateReason &reason, UtcTime now)
{
    return inTransaction(database, [&]() -> Result<Campaign> {
        Result<Campaign> campaign = loadCampaign(database, id);
        if (!campaign)
            return campaign.error();
        if (const Result<> done = carryOutOrRefuse(database, *campaign, event, reason, now); !done)
            return done.error();
        return campaign;
    });
}

/// Brings people back into a campaign; the state must allow it before anybody is changed.
Result<> reopen(Database &database, CampaignId id, UtcTime now)
{
    Result<Campaign> campaign = loadCampaign(database, id);
    if (!campaign)
        return campaign.error();
    return carryOutOrRefuse(database, *campaign, CampaignEvent::Reopen, {}, now);
}

QString retryText(const RetryOffer &offer)
{
    QString text = Words::tr("%n failed person(s) will be tried again.", nullptr, offer.people());
    if (offer.peopleLeft() > 0)
        text += u' '
            + Words::tr("%n other(s) stay failed, because a second try would not help them.", nullptr,
                        offer.peopleLeft());
    return text;
}

Result<std::vector<RecipientProgress>> unconfirmedSince(Database &database, CampaignId id, UtcTime claimedBy)
{
    std::vector<RecipientProgress> people;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT r.id, r.current_attempt, r.message_id, r.attempts, r.status, r.sent_at, r.delivered_at,
                   r.read_at, r.responded_at, r.failed_at
            FROM recipient r LEFT JOIN attempt a ON a.id = r.current_attempt
            WHERE r.campaign_id = ? AND r.status = 'unconfirmed' AND coalesce(a.claimed_at, 0) <= ?)"_s,
        {id.value, toMilliseconds(claimedBy)}, [&](const Row &row) {
            RecipientProgress person;
            person.id = {row.integer(0)};
            person.currentAttempt = row.integer(1);
            person.messageId = row.text(2);
            person.attempts = row.number(3);
            person.progress = progressFrom(row, 4);
            people.push_back(person);
        });
    if (!read)
        return read.error();
    return people;
}

QString conditionOf(FollowUpGroup group)
{
    switch (group) {
    case FollowUpGroup::Read: return u"r.status IN ('read', 'responded')"_s;
    case FollowUpGroup::Unread: return u"r.status IN ('sent', 'delivered')"_s;
    case FollowUpGroup::Failed: return u"r.status = 'failed'"_s;
    case FollowUpGroup::Responded: return u"r.status = 'responded'"_s;
    case FollowUpGroup::Unanswered: return u"r.status = 'read'"_s;
    case FollowUpGroup::Retriable: return failedForNow();
    case FollowUpGroup::Clicked:
        return uR"(EXISTS (SELECT 1 FROM message m WHERE m.phone = r.phone AND m.campaign_id = r.campaign_id
                AND m.direction = 'in' AND m.type IN ('button', 'interactive')))"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void AddedPeople::count(const std::vector<AddVerdict> &verdicts)
{
    for (const AddVerdict verdict : verdicts) {
        added += verdict == AddVerdict::Added;
        duplicates += verdict == AddVerdict::Duplicate;
        optedOut += verdict == AddVerdict::OptedOut;
    }
}

std::optional<FollowUpGroup> followUpGroupFromWord(QStringView word)
{
    for (const FollowUpGroup group : kFollowUpGroups) {
        if (toWord(group) == word)
            return group;
    }
    return std::nullopt;
}

QString toWord(FollowUpGroup group)
{
    switch (group) {
    case FollowUpGroup::Read: return u"read"_s;
    case FollowUpGroup::Unread: return u"unread"_s;
    case FollowUpGroup::Failed: return u"failed"_s;
    case FollowUpGroup::Responded: return u"responded"_s;
    case FollowUpGroup::Unanswered: return u"unanswered"_s;
    case FollowUpGroup::Retriable: return u"retriable"_s;
    case FollowUpGroup::Clicked: return u"clicked"_s;
    }
    Q_UNREACHABLE();
}

Result<CampaignId> CampaignStore::create(const Campaign &campaign, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<CampaignId> {
        const Result<CampaignId> id = insertDraft(m_database, campaign, now);
        if (!id)
            return id.error();
        if (const Result<> noted = noteActivity(m_database, *id, Words::tr("Drafted."), now); !noted)
            return noted.error();
        return *id;
    });
}

Result<> CampaignStore::update(const Campaign &campaign)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<Campaign> present = loadCampaign(m_database, campaign.id);
        if (!present)
            return present.error();
        const bool isScheduled = present->state == CampaignState::Scheduled;
        if (!isScheduled && present->state != CampaignState::Draft)
            return Error{ErrorKind::Refused,
                         Words::tr("Only a draft or a scheduled campaign can be changed."),
                         u"not_editable"_s,
                         {}};
        if (const Result<> kept = requireKeepsTest(m_database, *present, campaign); !kept)
            return kept;
        Campaign changed = campaign;
        if (!isScheduled || !campaign.frozenTemplate)
            changed.frozenTemplate = present->frozenTemplate;
        return storeEditable(m_database, changed);
    });
}

Result<Campaign> CampaignStore::setBudget(CampaignId id, const std::optional<Budget> &budget, QDate day,
                                          UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<Campaign> {
        const Result<Campaign> present = loadCampaign(m_database, id);
        if (!present)
            return present.error();
        if (present->state == CampaignState::Completed || present->state == CampaignState::Cancelled)
            return Error{ErrorKind::Refused,
                         Words::tr("The campaign is over, so it needs no budget any more."),
                         u"not_editable"_s,
                         {}};
        // The versions of a test share it.
        const Result<std::vector<CampaignId>> sharing = campaignsOfTest(m_database, id);
        if (!sharing)
            return sharing.error();
        for (const CampaignId one : *sharing) {
            const Result<Campaign> campaign = loadCampaign(m_database, one);
            if (!campaign)
                return campaign.error();
            if (const Result<> stored = storeBudget(m_database, *campaign, budget, day, now); !stored)
                return stored.error();
        }
        return loadCampaign(m_database, id);
    });
}

Result<> CampaignStore::noteHeaderUpload(CampaignId id, const QString &mediaId, UtcTime at)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> stored = execute(
            m_database, u"UPDATE campaign SET header_upload_id = ?, header_uploaded_at = ? WHERE id = ?"_s,
            {mediaId, toMilliseconds(at), id.value});
        if (!stored)
            return stored.error();
        return Done{};
    });
}

Result<Campaign> CampaignStore::load(CampaignId id)
{
    return loadCampaign(m_database, id);
}

Result<std::vector<Campaign>> CampaignStore::list(const CampaignQuery &query)
{
    QString condition = u"WHERE c.id < ?"_s;
    QVariantList values{query.after ? query.after->value : std::numeric_limits<qint64>::max()};
    if (query.state) {
        condition += u" AND c.state = ?"_s;
        values << toWord(*query.state);
    }
    if (!query.search.trimmed().isEmpty()) {
        condition += uR"( AND c.name LIKE ? ESCAPE '\')"_s;
        values << likePattern(query.search.trimmed());
    }
    condition += u" ORDER BY c.id DESC LIMIT ?"_s;
    values << (query.limit > 0 ? query.limit : -1);
    return loadCampaigns(m_database, condition, values);
}

Result<CampaignTotals> CampaignStore::totals()
{
    const auto totals = firstRow(
        m_database, uR"(SELECT count(*), coalesce(sum(c.state IN ('scheduled', 'sending', 'paused')), 0),
                   coalesce(sum(c.state = 'completed'), 0),
                   coalesce(sum(n.pending + n.sending + n.sent + n.delivered + n.read + n.responded + n.failed
                                + n.opted_out + n.skipped + n.unconfirmed), 0)
            FROM campaign c JOIN campaign_counts n ON n.campaign_id = c.id)"_s,
        {}, [](const Row &row) {
            return CampaignTotals{row.number(0), row.number(1), row.number(2), row.integer(3)};
        });
    if (!totals)
        return totals.error();
    return totals->value_or(CampaignTotals{});
}

Result<Campaign> CampaignStore::remove(CampaignId id, const CancelToken &cancel)
{
    const Result<Campaign> campaign = loadCampaign(m_database, id);
    if (!campaign)
        return campaign.error();
    bool isGone = false;
    while (!isGone && !cancel.isCancelled()) {
        const Result<bool> done = inTransaction(m_database, [&]() -> Result<bool> {
            const Result<Campaign> present = loadCampaign(m_database, id);
            if (!present)
                return present.error();
            if (present->state == CampaignState::Sending)
                return Error{ErrorKind::Refused,
                             Words::tr("This campaign is sending. Pause or cancel it before deleting it."),
                             u"campaign_sending"_s,
                             {}};
            if (const Result<> may = requireNotDividing(m_database, id); !may)
                return may.error();
            const Result<int> deleted =
                deletePeople(m_database, id, u"1 ORDER BY r.id LIMIT ?"_s, {kPeopleAtOnce});
            if (!deleted)
                return deleted.error();
            if (*deleted == kPeopleAtOnce) {
                // Of what is broken off here, nothing may be sent any more: its budget has lost what it
                // spent.
                const Result<> stopped =
                    run(m_database,
                        u"UPDATE campaign SET state = 'cancelled' WHERE id = ? AND state = 'paused'"_s,
                        {id.value});
                return stopped ? Result<bool>{false} : stopped.error();
            }
            const Result<int> removed =
                execute(m_database, u"DELETE FROM campaign WHERE id = ?"_s, {id.value});
            if (!removed)
                return removed.error();
            return true;
        });
        if (!done)
            return done.error();
        isGone = *done;
    }
    return *campaign;
}

Result<CampaignId> CampaignStore::duplicate(CampaignId id, const QString &name, UtcTime now)
{
    const Result<Campaign> source = loadCampaign(m_database, id);
    if (!source)
        return source.error();
    Campaign copy = *source;
    copy.name = name;
    const Result<CampaignId> draft = create(copy, now);
    if (!draft)
        return draft.error();
    const Result<AddedPeople> added = copyPeople(m_database, *draft, id, u"1"_s, {}, now);
    if (!added) {
        [[maybe_unused]] const Result<Campaign> removed = remove(*draft);
        return added.error();
    }
    return *draft;
}

Result<std::vector<AddVerdict>> CampaignStore::addRecipients(CampaignId id,
                                                             const std::vector<NewRecipient> &people,
                                                             UtcTime now, CameBy cameBy,
                                                             std::vector<ContactId> *made)
{
    return insertPeople(m_database, id, people, now, cameBy, made);
}

Result<> CampaignStore::updateRecipient(CampaignId id, RecipientId recipient, const QString &name,
                                        const Variables &variables)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<Campaign> draft = loadDraft(m_database, id); !draft)
            return draft.error();
        const Result<int> changed = execute(
            m_database, u"UPDATE recipient SET name = ?, variables = ? WHERE id = ? AND campaign_id = ?"_s,
            {name, toJson(variables), recipient.value, id.value});
        if (!changed)
            return changed.error();
        if (*changed == 0)
            return Error{ErrorKind::NotFound,
                         Words::tr("This person is not in the campaign any more."),
                         u"no_recipient"_s,
                         {}};
        return Done{};
    });
}

Result<int> CampaignStore::removeRecipients(CampaignId id, const std::vector<PhoneNumber> &phones)
{
    return inTransaction(m_database, [&]() -> Result<int> {
        if (const Result<Campaign> draft = loadDraft(m_database, id); !draft)
            return draft.error();
        if (const Result<> leftOut = RuleAudience{m_database}.leaveOut(id, phones); !leftOut)
            return leftOut.error();
        int removed = 0;
        for (const PhoneNumber &phone : phones) {
            const Result<int> deleted = deletePeople(m_database, id, u"r.phone = ?"_s, {phone.e164()});
            if (!deleted)
                return deleted.error();
            removed += *deleted;
        }
        return removed;
    });
}

Result<int> CampaignStore::removeAllRecipients(CampaignId id)
{
    const Result<> stopped = inTransaction(m_database, [&]() -> Result<> {
        if (const Result<Campaign> draft = loadDraft(m_database, id); !draft)
            return draft.error();
        return RuleAudience{m_database}.stopFollowing(id);
    });
    if (!stopped)
        return stopped.error();
    return undoImport(id, {});
}

Result<ImportMark> CampaignStore::importMark(CampaignId id)
{
    const Result<qint64> recipient = firstInteger(
        m_database, u"SELECT coalesce(max(id), 0) FROM recipient WHERE campaign_id = ?"_s, {id.value});
    if (!recipient)
        return recipient.error();
    return ImportMark{{*recipient}};
}

Result<int> CampaignStore::undoImport(CampaignId id, const ImportMark &mark)
{
    QSet<qint64> ours;
    for (const ContactId contact : mark.contacts)
        ours.insert(contact.value);
    int removed = 0;
    for (;;) {
        const Result<int> step = inTransaction(m_database, [&]() -> Result<int> {
            if (const Result<Campaign> draft = loadDraft(m_database, id); !draft)
                return draft.error();
            std::vector<std::pair<qint64, QString>> contacts;
            const Result<> read = forEachRow(
                m_database,
                u"SELECT contact_id, name FROM recipient WHERE campaign_id = ? AND id > ? ORDER BY id LIMIT ?"_s,
                {id.value, mark.lastRecipient.value, kPeopleAtOnce}, [&](const Row &row) {
                    if (ours.contains(row.integer(0)))
                        contacts.emplace_back(row.integer(0), row.text(1));
                });
            if (!read)
                return read.error();
            const Result<int> deleted = deletePeople(m_database, id, u"r.id > ? ORDER BY r.id LIMIT ?"_s,
                                                     {mark.lastRecipient.value, kPeopleAtOnce});
            if (!deleted)
                return deleted.error();
            for (const auto &[contact, name] : contacts) {
                if (const Result<> forgotten = forgetUntouched(m_database, contact, name); !forgotten)
                    return forgotten.error();
            }
            return *deleted;
        });
        if (!step)
            return step.error();
        removed += *step;
        if (*step < kPeopleAtOnce)
            return removed;
    }
}

Result<Campaign> CampaignStore::send(CampaignId id, const MessageTemplate &frozen, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<Campaign> {
        const Result<Campaign> campaign = loadCampaign(m_database, id);
        if (!campaign)
            return campaign.error();
        return armCampaign(m_database, *campaign, frozen, CampaignEvent::Start, now);
    });
}

Result<Campaign> CampaignStore::schedule(CampaignId id, const MessageTemplate &frozen, UtcTime when,
                                         UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<Campaign> {
        Result<Campaign> campaign = loadCampaign(m_database, id);
        if (!campaign)
            return campaign.error();
        campaign->scheduledFor = when;
        return armCampaign(m_database, *campaign, frozen, CampaignEvent::Schedule, now);
    });
}

Result<Campaign> CampaignStore::unschedule(CampaignId id, UtcTime now)
{
    return carryOutAlone(m_database, id, CampaignEvent::Unschedule, {}, now);
}

Result<Campaign> CampaignStore::pause(CampaignId id, UtcTime now)
{
    return carryOutAlone(m_database, id, CampaignEvent::Pause, byPerson(), now);
}

Result<Campaign> CampaignStore::resume(CampaignId id, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<Campaign> {
        Result<Campaign> campaign = loadCampaign(m_database, id);
        if (!campaign)
            return campaign.error();
        const CampaignEvent event = eventToGoOn(*campaign, now);
        if (const Result<> done = carryOutOrRefuse(m_database, *campaign, event, {}, now); !done)
            return done.error();
        return campaign;
    });
}

Result<Campaign> CampaignStore::cancel(CampaignId id, UtcTime now)
{
    return carryOutAlone(m_database, id, CampaignEvent::Cancel, {}, now);
}

Result<RetryOffer> CampaignStore::retryOffer(CampaignId id, UtcTime now)
{
    if (const Result<Campaign> known = loadCampaign(m_database, id); !known)
        return known.error();
    return offerFor(m_database, id, now);
}

Result<RetryOffer> CampaignStore::retryFailed(CampaignId id, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<RetryOffer> {
        Result<RetryOffer> offer = retryOffer(id, now);
        if (!offer || offer->offered.empty())
            return offer;
        CampaignTally tally{m_database};
        if (const Result<> retried = retryOffered(m_database, tally, id, *offer, now); !retried)
            return retried.error();
        if (const Result<> reopened = reopen(m_database, id, now); !reopened)
            return reopened.error();
        if (const Result<> noted = noteActivity(m_database, id, retryText(*offer), now); !noted)
            return noted.error();
        if (const Result<> counted = tally.store(); !counted)
            return counted.error();
        return offer;
    });
}

Result<int> CampaignStore::resolveUnconfirmed(CampaignId id, Resolution resolution,
                                              std::chrono::milliseconds olderThan, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<int> {
        if (const Result<Campaign> known = loadCampaign(m_database, id); !known)
            return known.error();
        Result<std::vector<RecipientProgress>> people = unconfirmedSince(m_database, id, now - olderThan);
        if (!people)
            return people.error();
        if (people->empty())
            return 0;
        const bool isResend = resolution == Resolution::Resend;
        CampaignTally tally{m_database};
        for (RecipientProgress &person : *people) {
            const DeliveryProgress before = person.progress;
            person.progress.status = isResend ? RecipientStatus::Pending : RecipientStatus::Sent;
            if (isResend)
                person.currentAttempt = 0;
            if (const Result<> stored = storeProgress(m_database, person); !stored)
                return stored.error();
            if (isResend) {
                const Result<int> renewed =
                    execute(m_database, u"UPDATE recipient SET attempts_before = attempts WHERE id = ?"_s,
                            {person.id.value});
                if (!renewed)
                    return renewed.error();
            }
            tally.move(id, before, person.progress);
        }
        if (isResend) {
            if (const Result<> renewed = writeToPresentNumbers(m_database, tally, id); !renewed)
                return renewed.error();
            if (const Result<> reopened = reopen(m_database, id, now); !reopened)
                return reopened.error();
        }
        const int changed = static_cast<int>(people->size());
        const QString what = isResend
            ? Words::tr("A person decided: %n unconfirmed message(s) are sent again.", nullptr, changed)
            : Words::tr("A person decided: %n unconfirmed message(s) count as sent.", nullptr, changed);
        if (const Result<> noted = noteActivity(m_database, id, what, now); !noted)
            return noted.error();
        if (const Result<> counted = tally.store(); !counted)
            return counted.error();
        return changed;
    });
}

Result<CampaignId> CampaignStore::followUp(CampaignId source, FollowUpGroup group, const QString &name,
                                           UtcTime now)
{
    const Result<Campaign> earlier = loadCampaign(m_database, source);
    if (!earlier)
        return earlier.error();
    Campaign copy = *earlier;
    copy.name = name;
    const Result<CampaignId> draft = create(copy, now);
    if (!draft)
        return draft.error();
    const Result<AddedPeople> added = copyPeople(m_database, *draft, source, conditionOf(group), {}, now);
    if (!added) {
        [[maybe_unused]] const Result<Campaign> removed = remove(*draft);
        return added.error();
    }
    return *draft;
}

Result<AddedPeople> CampaignStore::addFromCampaign(CampaignId draft, CampaignId source, FollowUpGroup group,
                                                   UtcTime now)
{
    const Result<Campaign> earlier = loadCampaign(m_database, source);
    if (!earlier)
        return earlier.error();
    return copyPeople(m_database, draft, source, conditionOf(group), earlier->settings, now);
}

Result<AddedPeople> CampaignStore::copyRecipients(CampaignId draft, CampaignId source, UtcTime now,
                                                  const CancelToken &cancel)
{
    return copyPeople(m_database, draft, source, u"1"_s, {}, now, cancel);
}
