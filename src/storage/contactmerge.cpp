#include "storage/contactmerge.h"

#include "domain/campaignstate.h"
#include "storage/abtestrows.h"
#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/contactrows.h"
#include "storage/database.h"
#include "storage/draftpeople.h"
#include "storage/personhistory.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactMerge)
};

Result<Contact> loadByPhone(Database &database, const PhoneNumber &phone)
{
    Result<std::optional<Contact>> found =
        firstRow(database, selectContacts() + u"WHERE phone = ? AND "_s + isInBook(u"id"_s), {phone.e164()},
                 contactFrom);
    if (!found)
        return found.error();
    if (!*found)
        return Error{
            ErrorKind::NotFound, Words::tr("There is no contact %1.").arg(phone.e164()), u"no_contact"_s, {}};
    return std::move(**found);
}

/// Merges one contact after the other into the kept one, inside a transaction.
class Merging
{
public:
    Merging(Database &database, Contact kept, UtcTime now)
        : m_database{database}
        , m_tally{database}
        , m_kept{std::move(kept)}
        , m_now{now}
    {
    }

    Result<> take(const Contact &other)
    {
        m_other = other;
        Result<std::optional<Stop>> stop = stopOf(m_database, other.phone);
        if (!stop)
            return stop.error();
        m_stop = *std::move(stop);
        for (const auto &step : {&Merging::fillGaps, &Merging::uniteTags, &Merging::skipWhatTheOtherGot,
                                 &Merging::moveRecipients, &Merging::moveLastMessages, &Merging::keepHolds,
                                 &Merging::forgetOther, &Merging::settleConsent}) {
            if (const Result<> done = (this->*step)(); !done)
                return done;
        }
        ++m_outcome.merged;
        return Done{};
    }

    Result<MergeOutcome> finish()
    {
        for (const auto &[campaign, people] : m_touched) {
            const Result<> noted = noteActivity(
                m_database, campaign,
                Words::tr("%n person(s) of this campaign were merged with another contact.", nullptr, people),
                m_now);
            if (!noted)
                return noted.error();
        }
        if (const Result<> counted = m_tally.store(); !counted)
            return counted.error();
        Result<Contact> contact = loadByPhone(m_database, m_kept.phone);
        if (!contact)
            return contact.error();
        m_outcome.contact = *std::move(contact);
        return m_outcome;
    }

private:
    Result<> fillGaps()
    {
        if (m_kept.name.isEmpty())
            m_kept.name = m_other.name;
        if (m_kept.userId.isEmpty())
            m_kept.userId = m_other.userId;
        for (auto value = m_other.attributes.begin(); value != m_other.attributes.end(); ++value) {
            if (m_kept.attributes.value(value.key()).isEmpty())
                m_kept.attributes.insert(value.key(), *value);
        }
        if (!m_kept.optedInAt && m_other.optedInAt && !m_kept.isSuppressed && !m_stop) {
            m_kept.optedInAt = m_other.optedInAt;
            m_kept.optInSource = m_other.optInSource;
            m_kept.optInWords = m_other.optInWords;
            m_kept.optInFile = m_other.optInFile;
        }
        m_kept.createdAt = std::min(m_kept.createdAt, m_other.createdAt);
        return run(m_database, uR"(UPDATE contact SET name = ?, user_id = ?, attributes = ?, created_at = ?,
                        opted_in_at = ?, opt_in_source = ?, opt_in_words = ?, opt_in_file = ? WHERE id = ?)"_s,
                   {m_kept.name, m_kept.userId, toJson(m_kept.attributes), toMilliseconds(m_kept.createdAt),
                    m_kept.optedInAt ? QVariant{toMilliseconds(*m_kept.optedInAt)} : QVariant{},
                    m_kept.optInSource, m_kept.optInWords, m_kept.optInFile, m_kept.id.value});
    }

    Result<> uniteTags()
    {
        return run(m_database, uR"(INSERT INTO contact_tag SELECT tag_id, ? FROM contact_tag
                        WHERE tag_id IN (SELECT id FROM tag) AND contact_id = ? ON CONFLICT DO NOTHING)"_s,
                   {m_kept.id.value, m_other.id.value});
    }

    struct Entry : WaitingPerson
    {
        bool isTwice = false; ///< the kept contact is in this campaign, or its test, too
    };

    Result<std::vector<Entry>> entriesOf(const Contact &contact)
    {
        std::vector<Entry> entries;
        const Result<> read = forEachRow(
            m_database,
            uR"(SELECT r.id, r.campaign_id, c.state, r.status, r.sent_at, r.delivered_at, r.read_at,
                       r.responded_at, r.failed_at
                FROM recipient r JOIN campaign c ON c.id = r.campaign_id WHERE r.contact_id = ?)"_s,
            {contact.id.value}, [&](const Row &row) {
                Entry entry;
                entry.id = {row.integer(0)};
                entry.campaign = {row.integer(1)};
                entry.state = campaignStateFromWord(row.text(2)).value_or(CampaignState::Draft);
                entry.progress = progressFrom(row, 3);
                entries.push_back(entry);
            });
        if (!read)
            return read.error();
        return entries;
    }

    /// Where the other one has, or may have, the message, the kept one no longer waits for it.
    Result<> skipWhatTheOtherGot()
    {
        const Result<std::vector<Entry>> entries = entriesOf(m_kept);
        if (!entries)
            return entries.error();
        for (const Entry &entry : *entries) {
            if (entry.progress.status != RecipientStatus::Pending)
                continue;
            const Result<bool> hasIt =
                testHas(m_database, entry.campaign,
                        u"status NOT IN ('pending', 'failed', 'skipped', 'opted_out') AND contact_id = ?"_s,
                        m_other.id.value);
            if (!hasIt)
                return hasIt.error();
            if (!*hasIt)
                continue;
            if (const Result<> left = skip(entry); !left)
                return left;
        }
        return Done{};
    }

    Result<> moveRecipients()
    {
        Result<std::vector<Entry>> entries = entriesOf(m_other);
        if (!entries)
            return entries.error();
        for (Entry &entry : *entries) {
            const Result<bool> byNumber =
                testHas(m_database, entry.campaign, u"phone = ?"_s, m_kept.phone.e164());
            const Result<bool> byContact =
                testHas(m_database, entry.campaign, u"contact_id = ?"_s, m_kept.id.value);
            if (!byNumber || !byContact)
                return byNumber ? byContact.error() : byNumber.error();
            entry.isTwice = *byNumber || *byContact;
        }
        for (const Entry &entry : *entries) {
            if (const Result<> moved = move(entry); !moved)
                return moved;
        }
        return Done{};
    }

    /// What was sent, or may have been, stays where it went. What waits goes to the kept number, once.
    Result<> move(const Entry &entry)
    {
        const bool waits = entry.progress.status == RecipientStatus::Pending;
        if (waits)
            ++m_touched[entry.campaign];
        if (waits && !entry.isTwice) {
            ++m_outcome.moved;
            return run(m_database,
                       u"UPDATE recipient SET contact_id = ?, phone = ?, region = ? WHERE id = ?"_s,
                       {m_kept.id.value, m_kept.phone.e164(), m_kept.region, entry.id.value});
        }
        const Result<> moved = run(m_database, u"UPDATE recipient SET contact_id = ? WHERE id = ?"_s,
                                   {m_kept.id.value, entry.id.value});
        if (!moved || !waits)
            return moved;
        return skip(entry);
    }

    Result<> skip(const Entry &entry)
    {
        ++m_outcome.skipped;
        return leaveOut(m_database, m_tally, entry, u"merged"_s,
                        Words::tr("The same person gets this campaign at another number."));
    }

    /// Meta goes on counting both numbers against the messaging limit, so that we must too.
    Result<> moveLastMessages()
    {
        const QVariant kept = m_kept.id.value;
        const QVariant other = m_other.id.value;
        for (const auto &[sql, values] : {
                 std::pair<QString, QVariantList>{
                                                  uR"(UPDATE messaged SET last_at = max(last_at, (SELECT o.last_at FROM messaged o
                          WHERE o.contact_id = ? AND o.account_id = messaged.account_id))
                      WHERE contact_id = ? AND account_id IN
                          (SELECT account_id FROM messaged WHERE contact_id = ?))"_s,
                                                  {other, kept, other}                                                                                 },
                 {uR"(UPDATE OR REPLACE messaged SET contact_id = -1 - recipient_id WHERE contact_id = ?
                   AND account_id IN (SELECT account_id FROM messaged WHERE contact_id = ?))"_s,
                                                  {other, kept}                                                                                        },
                 {u"UPDATE messaged SET contact_id = ? WHERE contact_id = ?"_s,                           {kept, other}}
        }) {
            if (const Result<> moved = run(m_database, sql, values); !moved)
                return moved;
        }
        return Done{};
    }

    Result<> keepHolds() { return carryMarketingHold(m_database, m_other.phone, m_kept.phone); }

    Result<> forgetOther()
    {
        const Result<> earlier =
            run(m_database, u"UPDATE merged_number SET contact_id = ? WHERE contact_id = ?"_s,
                {m_kept.id.value, m_other.id.value});
        if (!earlier)
            return earlier;
        const Result<> noted = run(m_database, uR"(INSERT INTO merged_number VALUES (?, ?, ?)
                        ON CONFLICT DO UPDATE SET contact_id = excluded.contact_id)"_s,
                                   {m_other.phone.e164(), m_kept.id.value, toMilliseconds(m_now)});
        if (!noted)
            return noted;
        const Result<> named =
            run(m_database, u"UPDATE OR IGNORE known_user_id SET contact_id = ? WHERE contact_id = ?"_s,
                {m_kept.id.value, m_other.id.value});
        if (!named)
            return named;
        return run(m_database, u"DELETE FROM contact WHERE id = ?"_s, {m_other.id.value});
    }

    Result<> settleConsent()
    {
        if (m_stop) {
            const Result<> stopped = suppress(m_database, m_kept.phone, m_stop->source, m_stop->at);
            if (!stopped)
                return stopped;
            m_kept.isSuppressed = true;
            // WhatsApp could lift its own, and the number would be written to again.
            return run(m_database, u"UPDATE suppression SET source = ? WHERE phone = ? AND source = ?"_s,
                       {QString::fromLatin1(kSuppressedByMerge), m_other.phone.e164(),
                        QString::fromLatin1(kSuppressedByWhatsApp)});
        }
        return run(
            m_database,
            u"INSERT INTO suppression (phone, source, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {m_other.phone.e164(), QString::fromLatin1(kSuppressedByMerge), toMilliseconds(m_now)});
    }

    Database &m_database;
    CampaignTally m_tally;
    Contact m_kept;
    Contact m_other;
    std::optional<Stop> m_stop; ///< of the other one
    UtcTime m_now;
    MergeOutcome m_outcome;
    std::map<CampaignId, int> m_touched;
};

} // namespace

Result<MergeOutcome> ContactMerge::merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others,
                                         UtcTime now)
{
    for (const PhoneNumber &other : others) {
        if (other == keep || std::count(others.begin(), others.end(), other) > 1)
            return Error{ErrorKind::BadInput,
                         Words::tr("The number %1 is given twice.").arg(other.e164()),
                         u"same_contact"_s,
                         {}};
    }
    return inTransaction(m_database, [&]() -> Result<MergeOutcome> {
        const Result<bool> isLeft = isNumberLeft(m_database, keep);
        if (!isLeft)
            return isLeft.error();
        if (*isLeft)
            return Error{
                ErrorKind::Refused,
                Words::tr("The person has left the number %1. Keep the contact of the number that they "
                          "have now.")
                    .arg(keep.e164()),
                u"number_left"_s,
                {}};
        if (const Result<> lifted = liftEarlierMerge(m_database, keep); !lifted)
            return lifted.error();
        Result<Contact> kept = loadByPhone(m_database, keep);
        if (!kept)
            return kept.error();
        if (const Result<> noted = noteFollower(m_database, keep, kept->id.value); !noted)
            return noted.error();
        Merging merging{m_database, *std::move(kept), now};
        for (const PhoneNumber &other : others) {
            const Result<Contact> contact = loadByPhone(m_database, other);
            if (!contact)
                return contact.error();
            if (const Result<> taken = merging.take(*contact); !taken)
                return taken.error();
        }
        return merging.finish();
    });
}
