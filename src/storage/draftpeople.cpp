#include "storage/draftpeople.h"

#include "storage/abtestrows.h"
#include "storage/accountcharges.h"
#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignStore)
};

/// Puts one person after the other into a draft, inside a transaction.
class PeopleInserter
{
public:
    PeopleInserter(Database &database, CampaignId campaign, UtcTime now, CameBy cameBy)
        : m_database{database}
        , m_erased{database}
        , m_campaign{campaign}
        , m_now{now}
        , m_cameBy{cameBy}
    {
    }

    Result<AddVerdict> add(const NewRecipient &person)
    {
        const Result<qint64> suppressed = firstInteger(
            m_database, u"SELECT count(*) FROM suppression WHERE phone = ?"_s, {person.phone.e164()});
        if (!suppressed)
            return suppressed.error();
        if (*suppressed > 0)
            return AddVerdict::OptedOut;
        const Result<bool> erased = m_erased.contains(person.phone);
        if (!erased)
            return erased.error();
        if (*erased)
            return AddVerdict::OptedOut;
        const Result<qint64> contact = contactFor(person);
        if (!contact)
            return contact.error();
        const Result<int> inserted = execute(
            m_database, uR"(INSERT INTO recipient (campaign_id, contact_id, phone, region, name, variables,
                                                   time_zone, is_from_rule)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING)"_s,
            {m_campaign.value, *contact, person.phone.e164(), person.region, person.name,
             toJson(person.variables), person.timeZone, m_cameBy == CameBy::Rule ? 1 : 0});
        if (!inserted)
            return inserted.error();
        return *inserted > 0 ? AddVerdict::Added : AddVerdict::Duplicate;
    }

    /// Contacts that were not there before.
    const std::vector<ContactId> &made() const { return m_made; }

private:
    Result<qint64> contactFor(const NewRecipient &person)
    {
        const auto known = firstRow(m_database, u"SELECT id, name FROM contact WHERE phone = ?"_s,
                                    {person.phone.e164()}, [](const Row &row) {
                                        return std::pair{row.integer(0), row.text(1)};
                                    });
        if (!known)
            return known.error();
        if (!*known) {
            const Result<qint64> made = insert(
                m_database,
                u"INSERT INTO contact (phone, region, name, attributes, created_at) VALUES (?, ?, ?, ?, ?)"_s,
                {person.phone.e164(), person.region, person.name, toJson(person.attributes),
                 toMilliseconds(m_now)});
            if (made)
                m_made.push_back({*made});
            return made;
        }
        const auto &[id, name] = **known;
        if (name.isEmpty() && !person.name.isEmpty()) {
            const Result<int> named =
                execute(m_database, u"UPDATE contact SET name = ? WHERE id = ?"_s, {person.name, id});
            if (!named)
                return named.error();
        }
        if (!person.attributes.isEmpty()) {
            const Result<int> described = execute(
                m_database, u"UPDATE contact SET attributes = json_patch(?, attributes) WHERE id = ?"_s,
                {toJson(person.attributes), id});
            if (!described)
                return described.error();
        }
        return id;
    }

    Database &m_database;
    ErasedNumbers m_erased;
    CampaignId m_campaign;
    UtcTime m_now;
    CameBy m_cameBy;
    std::vector<ContactId> m_made;
};

} // namespace

Result<Campaign> loadDraft(Database &database, CampaignId id)
{
    Result<Campaign> campaign = loadCampaign(database, id);
    if (campaign && campaign->state != CampaignState::Draft)
        return Error{
            ErrorKind::Refused, Words::tr("People can be changed in a draft only."), u"not_a_draft"_s, {}};
    if (campaign) {
        if (const Result<> undivided = requireUndivided(database, id); !undivided)
            return undivided.error();
    }
    return campaign;
}

Result<std::vector<AddVerdict>> insertPeople(Database &database, CampaignId campaign,
                                             const std::vector<NewRecipient> &people, UtcTime now,
                                             CameBy cameBy, std::vector<ContactId> *made)
{
    std::vector<ContactId> contacts;
    Result<std::vector<AddVerdict>> added = inTransaction(database, [&]() -> Result<std::vector<AddVerdict>> {
        if (const Result<Campaign> draft = loadDraft(database, campaign); !draft)
            return draft.error();
        CampaignTally tally{database};
        PeopleInserter inserter{database, campaign, now, cameBy};
        std::vector<AddVerdict> verdicts;
        verdicts.reserve(people.size());
        for (const NewRecipient &person : people) {
            const Result<AddVerdict> verdict = inserter.add(person);
            if (!verdict)
                return verdict.error();
            if (*verdict == AddVerdict::Added)
                tally.add(campaign, {});
            verdicts.push_back(*verdict);
        }
        if (const Result<> counted = tally.store(); !counted)
            return counted.error();
        contacts = inserter.made();
        return verdicts;
    });
    if (added && made)
        made->insert(made->end(), contacts.begin(), contacts.end());
    return added;
}

Result<int> deletePeople(Database &database, CampaignId campaign, const QString &condition,
                         const QVariantList &values)
{
    std::vector<qint64> ids;
    CampaignTally tally{database};
    const Result<> read = forEachRow(
        database,
        uR"(SELECT r.status, r.sent_at, r.delivered_at, r.read_at, r.responded_at, r.failed_at, r.id
                       FROM recipient r WHERE r.campaign_id = ? AND )"_s
            + condition,
        QVariantList{campaign.value} + values, [&](const Row &row) {
            tally.remove(campaign, progressFrom(row, 0));
            ids.push_back(row.integer(6));
        });
    if (!read)
        return read.error();
    if (const Result<> handedOver = handOverCharges(database, tally, campaign, ids); !handedOver)
        return handedOver.error();
    for (const qint64 id : ids) {
        const Result<int> deleted = execute(database, u"DELETE FROM recipient WHERE id = ?"_s, {id});
        if (!deleted)
            return deleted.error();
    }
    if (const Result<> counted = tally.store(); !counted)
        return counted.error();
    return static_cast<int>(ids.size());
}

Result<> forgetUntouched(Database &database, qint64 contact, const QString &name)
{
    return run(database, uR"(DELETE FROM contact WHERE id = ? AND name = ?
            AND opted_in_at IS NULL AND opted_out_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM recipient WHERE contact_id = contact.id)
            AND NOT EXISTS (SELECT 1 FROM contact_tag
                            WHERE tag_id IN (SELECT id FROM tag) AND contact_id = contact.id)
            AND NOT EXISTS (SELECT 1 FROM message WHERE phone = contact.phone))"_s,
               {contact, name});
}

QString fillingKey(CampaignId draft)
{
    return u"filling/%1"_s.arg(draft.value);
}

Result<> requireNotFilling(Database &database, CampaignId draft)
{
    const Result<qint64> isFilling =
        firstInteger(database, u"SELECT count(*) FROM setting WHERE key = ?"_s, {fillingKey(draft)});
    if (!isFilling)
        return isFilling.error();
    if (*isFilling == 0)
        return Done{};
    return Error{ErrorKind::Refused,
                 Words::tr("People are still being put into this campaign. Try again in a moment."),
                 u"still_filling"_s,
                 {}};
}

Result<> leaveOut(Database &database, CampaignTally &tally, const WaitingPerson &person, const QString &code,
                  const QString &message)
{
    if (person.state == CampaignState::Draft) {
        const Result<int> gone = deletePeople(database, person.campaign, u"r.id = ?"_s, {person.id.value});
        return gone ? Result<>{Done{}} : gone.error();
    }
    DeliveryProgress skipped = person.progress;
    skipped.status = RecipientStatus::Skipped;
    tally.move(person.campaign, person.progress, skipped);
    const Result<int> stored = execute(
        database, uR"(UPDATE recipient SET status = ?, not_before = 0, error_code = ?, error_message = ?,
                    error_advice = '', error_details = '' WHERE id = ?)"_s,
        {toWord(skipped.status), code, message, person.id.value});
    if (!stored)
        return stored.error();
    return Done{};
}

Result<AddedPeople> copyPeople(Database &database, CampaignId draft, CampaignId source,
                               const QString &condition, const CampaignSettings &given, UtcTime now,
                               const CancelToken &cancel)
{
    AddedPeople added;
    qint64 last = 0;
    while (!cancel.isCancelled()) {
        std::vector<NewRecipient> people;
        bool isOver = true;
        const Result<> read = forEachRow(
            database,
            // Where they are now; who is nobody any more keeps nothing.
            uR"(SELECT r.id, coalesce((SELECT phone FROM contact WHERE id = r.contact_id AND id > 0), r.phone),
                                  coalesce((SELECT region FROM contact WHERE id = r.contact_id AND id > 0), r.region),
                                  r.name, r.variables, r.time_zone FROM recipient r
                           WHERE r.campaign_id = ? AND r.id > ? AND )"_s
                + condition + u" ORDER BY r.id LIMIT ?"_s,
            {source.value, last, kPeopleAtOnce}, [&](const Row &row) {
                isOver = false;
                last = row.integer(0);
                if (const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(row.text(1)))
                    people.push_back({*phone, row.text(2), row.text(3),
                                      filledIn(mapFromJson(row.text(4)), given.defaults, given.fixedValues),
                                      row.text(5)});
                else
                    ++added.optedOut; // erased
            });
        if (!read)
            return read.error();
        if (isOver)
            return added;
        const Result<std::vector<AddVerdict>> verdicts =
            insertPeople(database, draft, people, now, CameBy::Hand);
        if (!verdicts)
            return verdicts.error();
        added.count(*verdicts);
    }
    return added;
}
