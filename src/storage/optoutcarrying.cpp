#include "storage/optoutcarrying.h"

#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/erasure.h"
#include "storage/inboundmessages.h"
#include "storage/personchanges.h"
#include "storage/personhistory.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QHash>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct OptOut
{
    PhoneNumber phone;
    QString source;
    UtcTime at;
};

/// Puts one on the list, unless a person's own word is there already; whether nobody was kept out before.
Result<bool> carrySuppression(Database &to, const OptOut &one)
{
    const Result<bool> isErased = ErasedNumbers{to}.contains(one.phone);
    if (!isErased || *isErased)
        return isErased ? Result<bool>{false} : isErased;
    const Result<bool> isKnown = isSuppressed(to, one.phone);
    if (!isKnown)
        return isKnown;
    const Result<> listed = one.source == QLatin1StringView{kSuppressedByMove}
        ? noteNumberLeft(to, one.phone, one.at)
        : suppress(to, one.phone, one.source, one.at);
    if (!listed)
        return listed.error();
    return !*isKnown;
}

Result<int> carrySuppressions(Database &from, Database &to)
{
    // Who was merged since is not merged there: both numbers are contacts, and nobody asked for anything.
    std::vector<OptOut> all;
    const Result<> read =
        forEachRow(from, u"SELECT phone, source, added_at FROM suppression WHERE source <> ?"_s,
                   {QString::fromLatin1(kSuppressedByMerge)}, [&](const Row &row) {
                       all.push_back({PhoneNumber::fromE164(row.text(0)).value_or(PhoneNumber{}), row.text(1),
                                      row.time(2)});
                   });
    if (!read)
        return read.error();
    return inTransaction(to, [&]() -> Result<int> {
        int carried = 0;
        for (const OptOut &one : all) {
            const Result<bool> isNew = carrySuppression(to, one);
            if (!isNew)
                return isNew.error();
            carried += *isNew ? 1 : 0;
        }
        return carried;
    });
}

/// A time that belongs to a text, such as when a number was last taken back.
struct TimedText
{
    QString key;
    QString text;
    UtcTime at;
};

Result<std::vector<TimedText>> readTimed(Database &database, const QString &sql)
{
    std::vector<TimedText> all;
    const Result<> read = forEachRow(database, sql, {}, [&](const Row &row) {
        all.push_back({row.text(0), row.text(1), row.time(2)});
    });
    if (!read)
        return read.error();
    return all;
}

/// Whether nothing may be written down of a change.
Result<bool> isOfErased(ErasedNumbers &erased, const PersonChangeEvent &event)
{
    for (const QString &text : {event.oldPhone, event.newPhone}) {
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(text);
        const Result<bool> isErased = phone ? erased.contains(*phone) : Result<bool>{false};
        if (!isErased || *isErased)
            return isErased;
    }
    for (const QString &name : {event.oldUserId, event.newUserId}) {
        const Result<bool> isErased = name.isEmpty() ? Result<bool>{false} : erased.containsUserId(name);
        if (!isErased || *isErased)
            return isErased;
    }
    return false;
}

/// Lets people in `to` follow changes that were told since, unless they are of somebody whom `to` has erased.
class ChangeCarrying
{
public:
    explicit ChangeCarrying(Database &to)
        : m_to{to}
    {
    }

    Result<> carry(const std::vector<PersonChangeEvent> &changes)
    {
        for (const PersonChangeEvent &change : changes) {
            const Result<bool> isForgotten = isOfErased(m_erased, change);
            if (!isForgotten)
                return isForgotten.error();
            if (*isForgotten)
                continue;
            const Result<std::optional<KnownChange>> noted = noteChange(m_to, change);
            if (!noted)
                return noted.error();
            if (!*noted)
                continue;
            if (const Result<AppliedEvent> applied = m_people.apply(**noted); !applied)
                return applied.error();
        }
        return Done{};
    }

    Result<> name(const std::vector<TimedText> &names)
    {
        for (const TimedText &name : names) {
            if (const Result<> learned = m_inbound.learnUserId(name.key, name.text, name.at); !learned)
                return learned;
        }
        return m_people.followLearnedNames();
    }

    Result<> resume(const std::vector<TimedText> &resumptions)
    {
        for (const TimedText &one : resumptions) {
            const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(one.key);
            const Result<bool> isForgotten = phone ? m_erased.contains(*phone) : Result<bool>{true};
            if (!isForgotten)
                return isForgotten.error();
            if (*isForgotten)
                continue;
            if (const Result<bool> lifted = noteResume(m_to, *phone, one.at); !lifted)
                return lifted.error();
        }
        return Done{};
    }

    Result<> finish() { return m_tally.store(); }

private:
    Database &m_to;
    CampaignTally m_tally{m_to};
    InboundMessages m_inbound{m_to, m_tally};
    PersonChanges m_people{m_to, m_tally, m_inbound};
    ErasedNumbers m_erased{m_to}; ///< a backup may know of an erasure that the workspace does not know
};

bool hasMark(const PersonChangeEvent &event)
{
    return isMark(event.oldPhone) || isMark(event.newPhone);
}

/// Where people went since, what Meta calls them, and what they took back: what they say and said counts for
/// whoever they are.
Result<> carryPeople(Database &from, Database &to)
{
    const Result<std::vector<KnownChange>> known = allChanges(from);
    if (!known)
        return known.error();
    const Result<QByteArray> key = ErasedNumbers{from}.key();
    const Result<QByteArray> other = ErasedNumbers{to}.key();
    if (!key || !other)
        return key ? other.error() : key.error();
    std::vector<PersonChangeEvent> changes;
    for (const KnownChange &change : *known) {
        if (*key == *other || !hasMark(change.event)) // under another key a mark says nothing
            changes.push_back(change.event);
    }
    const Result<std::vector<TimedText>> names =
        readTimed(from, uR"(SELECT c.phone, n.user_id, n.at FROM known_user_id n
            JOIN contact c ON c.id = n.contact_id ORDER BY n.at)"_s);
    if (!names)
        return names.error();
    const Result<std::vector<TimedText>> resumptions =
        readTimed(from, u"SELECT phone, '', at FROM resumption"_s);
    if (!resumptions)
        return resumptions.error();
    return inTransaction(to, [&]() -> Result<> {
        ChangeCarrying carrying{to};
        if (const Result<> carried = carrying.carry(changes); !carried)
            return carried;
        if (const Result<> named = carrying.name(*names); !named)
            return named;
        if (const Result<> resumed = carrying.resume(*resumptions); !resumed)
            return resumed;
        return carrying.finish();
    });
}

/// Who had one of the erased numbers before, and went on, is at that number in `to` still: they go on before
/// it is erased there.
Result<> carryFromErased(Database &from, Database &to, const std::vector<PhoneNumber> &phones)
{
    const Result<std::vector<KnownChange>> known = allChanges(from);
    if (!known)
        return known.error();
    ErasedNumbers erased{from};
    QHash<QString, QString> numbers; // by their marks
    for (const PhoneNumber &phone : phones) {
        const Result<QString> mark = erased.markOf(phone);
        if (!mark)
            return mark.error();
        numbers.insert(*mark, phone.e164());
    }
    std::vector<PersonChangeEvent> changes;
    for (const KnownChange &change : *known) {
        PersonChangeEvent event = change.event;
        if (!hasMark(event))
            continue;
        event.oldPhone = numbers.value(event.oldPhone, event.oldPhone);
        event.newPhone = numbers.value(event.newPhone, event.newPhone);
        if (!hasMark(event))
            changes.push_back(event);
    }
    if (changes.empty())
        return Done{};
    return inTransaction(to, [&]() -> Result<> {
        ChangeCarrying carrying{to};
        const Result<> carried = carrying.carry(changes);
        return carried ? carrying.finish() : carried;
    });
}

/// Who in `to` was erased in `from`, by every number and name that stands anywhere there.
Result<PeopleToErase> erasedSince(ErasedNumbers &erased, Database &to)
{
    PeopleToErase people;
    people.scope = TraceScope::Numbers; // the other ones that they had were erased with these
    const Result<std::vector<TimedText>> phones = readTimed(to, uR"(
        SELECT phone, '', 0 FROM (SELECT phone FROM contact UNION SELECT phone FROM recipient
            UNION SELECT phone FROM message UNION SELECT phone FROM direct_message
            UNION SELECT phone FROM suppression UNION SELECT phone FROM resumption
            UNION SELECT phone FROM marketing_hold UNION SELECT phone FROM merged_number
            UNION SELECT old_phone FROM person_change UNION SELECT new_phone FROM person_change)
        WHERE phone LIKE '+%')"_s);
    if (!phones)
        return phones.error();
    for (const TimedText &one : *phones) {
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(one.key);
        const Result<bool> isErased = phone ? erased.contains(*phone) : Result<bool>{false};
        if (!isErased)
            return isErased.error();
        if (*isErased)
            people.phones.push_back(*phone);
    }
    const Result<std::vector<TimedText>> names = readTimed(to, uR"(
        SELECT name, '', 0 FROM (SELECT user_id AS name FROM contact UNION SELECT user_id FROM message
            UNION SELECT user_id FROM known_user_id UNION SELECT old_user_id FROM person_change
            UNION SELECT new_user_id FROM person_change UNION
            SELECT message_id FROM delivery_event WHERE kind = 'preference')
        WHERE name <> '')"_s);
    if (!names)
        return names.error();
    for (const TimedText &name : *names) {
        const Result<bool> isErased = erased.containsUserId(name.key);
        if (!isErased)
            return isErased.error();
        if (*isErased)
            people.userIds.insert(name.key);
    }
    return people;
}

/// What Meta posted of them stands in bodies too. How many were emptied.
Result<int> emptyBodies(ErasedNumbers &erased, Database &to)
{
    constexpr int kBodies = 500; // read at a time
    std::vector<qint64> posts;
    qint64 last = 0;
    for (int read = kBodies; read == kBodies;) {
        read = 0;
        std::vector<std::pair<qint64, QByteArray>> page;
        const Result<> found =
            forEachRow(to, u"SELECT id, body FROM webhook_post WHERE id > ? ORDER BY id LIMIT ?"_s,
                       {last, kBodies}, [&](const Row &row) {
                           page.emplace_back(row.integer(0), row.bytes(1));
                           ++read;
                       });
        if (!found)
            return found.error();
        for (const auto &[id, body] : page) {
            last = id;
            const Result<bool> namesErased = erased.areIn(body);
            if (!namesErased)
                return namesErased.error();
            if (*namesErased)
                posts.push_back(id);
        }
    }
    return inTransaction(to, [&]() -> Result<int> {
        for (const qint64 post : posts) {
            const Result<int> emptied =
                execute(to, u"UPDATE webhook_post SET body = x'' WHERE id = ?"_s, {post});
            if (!emptied)
                return emptied.error();
        }
        return static_cast<int>(posts.size());
    });
}

/// The hashes of those whom `to` does not know. Under another key they would say nothing there.
Result<> carryHashes(Database &from, Database &to)
{
    const Result<QByteArray> key = ErasedNumbers{from}.key();
    const Result<QByteArray> other = ErasedNumbers{to}.key();
    if (!key || !other)
        return key ? other.error() : key.error();
    if (key->isEmpty() || (!other->isEmpty() && *other != *key))
        return Done{};
    std::vector<std::pair<QString, qint64>> hashes;
    const Result<> read = forEachRow(from, u"SELECT hash, erased_at FROM erased"_s, {}, [&](const Row &row) {
        hashes.emplace_back(row.text(0), row.integer(1));
    });
    if (!read)
        return read.error();
    return inTransaction(to, [&]() -> Result<> {
        if (const Result<> kept = ErasedNumbers{to}.useKey(*key); !kept)
            return kept;
        for (const auto &[hash, at] : hashes) {
            const Result<int> added =
                execute(to, u"INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {hash, at});
            if (!added)
                return added.error();
        }
        return Done{};
    });
}

} // namespace

Result<int> carryOptOuts(Database &from, Database &to, UtcTime now)
{
    // Erased people first: a hash that is known already would hide that their data is back.
    ErasedNumbers erased{from};
    const Result<PeopleToErase> people = erasedSince(erased, to);
    if (!people)
        return people.error();
    if (const Result<> carried = carryFromErased(from, to, people->phones); !carried)
        return carried.error();
    const Result<int> bodies = emptyBodies(erased, to);
    if (!bodies)
        return bodies.error();
    if (const Result<> carried = carryHashes(from, to); !carried)
        return carried.error();
    Erasure erasure{to};
    const bool isAny = !people->phones.empty() || !people->userIds.isEmpty();
    if (isAny) {
        if (const Result<ErasedPeople> done = erasure.erase(*people, now); !done)
            return done.error();
    }
    if (isAny || *bodies > 0) {
        if (const Result<> scrubbed = erasure.scrub(); !scrubbed)
            return scrubbed.error();
    }
    if (const Result<> carried = carryPeople(from, to); !carried)
        return carried.error();
    const Result<int> suppressed = carrySuppressions(from, to);
    if (!suppressed)
        return suppressed.error();
    return *suppressed + static_cast<int>(people->phones.size());
}
