#include "storage/contactstore.h"

#include "storage/contactarrivals.h"
#include "storage/contactorder.h"
#include "storage/contactrows.h"
#include "storage/contactset.h"
#include "storage/contacttags.h"
#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/segmentpeople.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Contacts changed in one transaction where there may be a million.
constexpr size_t kStep = 2000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactStore)
};

Result<> makeSureOf(Database &database, const PhoneNumber &phone, const QString &region, UtcTime now)
{
    const Result<int> made =
        execute(database,
                u"INSERT INTO contact (phone, region, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                {phone.e164(), region, toMilliseconds(now)});
    if (!made)
        return made.error();
    return Done{};
}

/// Somebody whom an import is bringing, unseen as yet, is seen from then on.
Result<> makeSureOfSeen(Database &database, const PhoneNumber &phone, const QString &region, UtcTime now)
{
    const Result<> made = makeSureOf(database, phone, region, now);
    return made ? ContactArrivals::letBeSeen(database, phone) : made;
}

SegmentRule ruleOf(const ContactQuery &query)
{
    const QString search = query.search.trimmed();
    if (search.isEmpty())
        return query.rule;
    SegmentRule found = SegmentRule::of({.subject = SegmentCondition::Subject::Anywhere,
                                         .test = SegmentCondition::Test::Contains,
                                         .value = search});
    return query.rule.isEverybody() ? found : SegmentRule::all({std::move(found), query.rule});
}

Result<> changeTags(Database &database, ContactId id, const ContactEdit &edit)
{
    for (const QString &name : edit.addedTags) {
        const Result<qint64> tag = tagNamed(database, name.trimmed());
        if (!tag)
            return tag.error();
        const Result<int> tagged = execute(
            database, u"INSERT INTO contact_tag VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {*tag, id.value});
        if (!tagged)
            return tagged.error();
    }
    for (const QString &name : edit.removedTags) {
        const Result<int> untagged = execute(
            database,
            u"DELETE FROM contact_tag WHERE tag_id = (SELECT id FROM tag WHERE name = ?) AND contact_id = ?"_s,
            {name.trimmed(), id.value});
        if (!untagged)
            return untagged.error();
    }
    return edit.removedTags.isEmpty() ? Result<>{Done{}} : forgetUnusedTags(database);
}

Result<Contact> loadContact(Database &database, ContactId id)
{
    Result<std::optional<Contact>> found = firstRow(
        database, selectContacts() + u"WHERE id = ? AND "_s + isInBook(u"id"_s), {id.value}, contactFrom);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound,
                     Words::tr("This person is not in the contact book any more."),
                     u"no_contact"_s,
                     {}};
    return std::move(**found);
}

Result<Contact> editContact(Database &database, ContactId id, const ContactEdit &edit)
{
    Result<Contact> contact = loadContact(database, id);
    if (!contact)
        return contact;
    for (auto value = edit.attributes.begin(); value != edit.attributes.end(); ++value) {
        if (value->isEmpty())
            contact->attributes.remove(value.key());
        else
            contact->attributes.insert(value.key(), *value);
    }
    const Result<int> stored =
        execute(database, u"UPDATE contact SET name = ?, attributes = ? WHERE id = ?"_s,
                {edit.name.value_or(contact->name), toJson(contact->attributes), id.value});
    if (!stored)
        return stored.error();
    if (const Result<> tagged = changeTags(database, id, edit); !tagged)
        return tagged.error();
    return loadContact(database, id);
}

/// Changes contacts in steps, each in a transaction; how many rows were changed.
template <typename Change>
Result<int> inSteps(Database &database, const std::vector<ContactId> &ids, const CancelToken &cancel,
                    const Change &change)
{
    int changed = 0;
    for (size_t first = 0; first < ids.size() && !cancel.isCancelled(); first += kStep) {
        const Result<int> step = inTransaction(database, [&]() -> Result<int> {
            int ofStep = 0;
            for (size_t i = first; i < std::min(first + kStep, ids.size()); ++i) {
                const Result<int> one = change(ids[i]);
                if (!one)
                    return one.error();
                ofStep += *one;
            }
            return ofStep;
        });
        if (!step)
            return step.error();
        changed += *step;
    }
    return changed;
}

} // namespace

Result<std::optional<Contact>> ContactStore::find(const PhoneNumber &phone)
{
    return firstRow(m_database, selectContacts() + u"WHERE phone = ? AND "_s + isInBook(u"id"_s),
                    {phone.e164()}, contactFrom);
}

Result<std::vector<Contact>> ContactStore::page(const ContactQuery &query, UtcTime now, int limit,
                                                std::optional<ContactId> after)
{
    const qint64 last = after.value_or(ContactId{}).value;
    const SegmentRule rule = ruleOf(query);
    if (rule.isEverybody()) {
        std::vector<Contact> contacts;
        const Result<> read = forEachRow(
            m_database,
            selectContacts() + u"WHERE id > ? AND %1 ORDER BY id LIMIT ?"_s.arg(isInBook(u"id"_s)),
            {last, limit > 0 ? limit : -1}, [&](const Row &row) { contacts.push_back(contactFrom(row)); });
        if (!read)
            return read.error();
        return contacts;
    }
    return inSnapshot(m_database, [&]() -> Result<std::vector<Contact>> {
        const Result<ContactSet> people = peopleMeeting(m_database, rule, now);
        if (!people)
            return people.error();
        std::vector<ContactId> ids = people->ids();
        const auto from = std::upper_bound(ids.begin(), ids.end(), ContactId{last});
        ids.erase(ids.begin(), from);
        if (limit > 0 && ids.size() > static_cast<size_t>(limit))
            ids.resize(static_cast<size_t>(limit));
        return rows(ids);
    });
}

Result<std::vector<ContactId>> ContactStore::keys(const ContactQuery &query, UtcTime now)
{
    return inSnapshot(m_database, [&]() -> Result<std::vector<ContactId>> {
        const SegmentRule rule = ruleOf(query);
        if (rule.isEverybody())
            return everybodyInOrder(m_database, query, now);
        const Result<ContactSet> people = peopleMeeting(m_database, rule, now);
        if (!people)
            return people.error();
        if (query.order == ContactQuery::Order::Added) {
            std::vector<ContactId> ids = people->ids();
            if (query.isDescending)
                std::reverse(ids.begin(), ids.end());
            return ids;
        }
        Result<std::vector<ContactId>> ids = everybodyInOrder(m_database, query, now);
        if (ids)
            std::erase_if(*ids, [&](ContactId id) { return !people->contains(id); });
        return ids;
    });
}

Result<std::vector<Contact>> ContactStore::rows(const std::vector<ContactId> &ids)
{
    std::vector<Contact> contacts;
    contacts.reserve(ids.size());
    for (const ContactId id : ids) {
        auto found = firstRow(m_database, selectContacts() + u"WHERE id = ?"_s, {id.value}, contactFrom);
        if (!found)
            return found.error();
        if (*found)
            contacts.push_back(std::move(**found));
    }
    return contacts;
}

Result<qint64> ContactStore::count(const ContactQuery &query, UtcTime now)
{
    const SegmentRule rule = ruleOf(query);
    if (rule.isEverybody())
        return count();
    return inSnapshot(m_database, [&]() -> Result<qint64> {
        const Result<ContactSet> people = peopleMeeting(m_database, rule, now);
        if (!people)
            return people.error();
        return people->count();
    });
}

Result<qint64> ContactStore::count()
{
    return firstInteger(
        m_database,
        u"SELECT (SELECT count(*) FROM contact) - (SELECT count(*) FROM contact WHERE id < 1) "
        "- (SELECT coalesce(sum(last_id - first_id + 1), 0) FROM contact_arriving)"_s);
}

Result<Contact> ContactStore::put(const PhoneNumber &phone, const QString &region, const ContactEdit &edit,
                                  UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<Contact> {
        const Result<bool> erased = ErasedNumbers{m_database}.contains(phone);
        if (!erased)
            return erased.error();
        if (*erased)
            return Error{
                ErrorKind::Refused,
                Words::tr("This person was erased on request. Only a new opt-in brings the number back."),
                u"erased"_s,
                {}};
        if (const Result<> known = makeSureOfSeen(m_database, phone, region, now); !known)
            return known.error();
        const Result<qint64> id =
            firstInteger(m_database, u"SELECT id FROM contact WHERE phone = ?"_s, {phone.e164()});
        if (!id)
            return id.error();
        return editContact(m_database, {*id}, edit);
    });
}

Result<Contact> ContactStore::edit(ContactId id, const ContactEdit &edit)
{
    return inTransaction(m_database, [&] { return editContact(m_database, id, edit); });
}

Result<int> ContactStore::tag(const std::vector<ContactId> &ids, const QString &name,
                              const CancelToken &cancel)
{
    return inSteps(m_database, ids, cancel, [&](ContactId id) -> Result<int> {
        const Result<qint64> tag = tagNamed(m_database, name.trimmed());
        if (!tag)
            return tag.error();
        return execute(m_database,
                       uR"(INSERT INTO contact_tag SELECT ?, id FROM contact WHERE id = ? AND id > 0
                    ON CONFLICT DO NOTHING)"_s,
                       {*tag, id.value});
    });
}

Result<int> ContactStore::untag(const std::vector<ContactId> &ids, const QString &name,
                                const CancelToken &cancel)
{
    const Result<int> changed = inSteps(m_database, ids, cancel, [&](ContactId id) {
        return execute(
            m_database,
            u"DELETE FROM contact_tag WHERE tag_id = (SELECT id FROM tag WHERE name = ?) AND contact_id = ?"_s,
            {name.trimmed(), id.value});
    });
    if (!changed)
        return changed;
    if (const Result<> tidied = forgetUnusedTags(m_database); !tidied)
        return tidied.error();
    return changed;
}

Result<std::vector<TagCount>> ContactStore::tags()
{
    std::vector<TagCount> tags;
    const Result<> read = forEachRow(
        m_database,
        u"SELECT name, (SELECT count(*) FROM contact_tag WHERE tag_id = tag.id) FROM tag ORDER BY name"_s, {},
        [&](const Row &row) {
            tags.push_back({row.text(0), row.integer(1)});
        });
    if (!read)
        return read.error();
    return tags;
}

Result<QStringList> ContactStore::tagNames()
{
    QStringList names;
    const Result<> read = forEachRow(m_database, u"SELECT name FROM tag ORDER BY name"_s, {},
                                     [&](const Row &row) { names << row.text(0); });
    if (!read)
        return read.error();
    return names;
}

Result<std::vector<CountryCount>> ContactStore::countries()
{
    std::vector<CountryCount> countries;
    const Result<> read = forEachRow(m_database, uR"(SELECT region, count(*) FROM (
            SELECT region FROM contact_fact WHERE contact_id NOT IN (SELECT contact_id FROM contact_stale)
            UNION ALL
            SELECT region FROM contact WHERE %1 AND (id > (SELECT indexed_to FROM contact_index)
                                                     OR id IN (SELECT contact_id FROM contact_stale)))
            WHERE region <> '' GROUP BY region ORDER BY region)"_s.arg(isInBook(u"id"_s)),
                                     {}, [&](const Row &row) {
                                         countries.push_back({row.text(0), row.integer(1)});
                                     });
    if (!read)
        return read.error();
    return countries;
}

Result<std::vector<Attribute>> ContactStore::attributes()
{
    std::vector<Attribute> attributes;
    const Result<> read =
        forEachRow(m_database, u"SELECT name, type FROM attribute ORDER BY name COLLATE NOCASE"_s, {},
                   [&](const Row &row) {
                       attributes.push_back(
                           {row.text(0), attributeTypeFromWord(row.text(1)).value_or(AttributeType::Text)});
                   });
    if (!read)
        return read.error();
    return attributes;
}

Result<> ContactStore::setAttributeType(const QString &name, AttributeType type)
{
    const Result<int> stored = execute(
        m_database,
        u"INSERT INTO attribute (name, type) VALUES (?, ?) ON CONFLICT DO UPDATE SET type = excluded.type"_s,
        {name, toWord(type)});
    if (!stored)
        return stored.error();
    return Done{};
}

Result<std::vector<ContactEvent>> ContactStore::history(ContactId id, int limit)
{
    std::vector<ContactEvent> events;
    const Result<> read =
        forEachRow(m_database, uR"(
        SELECT 'campaign', coalesce(r.sent_at, r.failed_at, c.created_at) AS at, c.template_name, c.id, c.name,
               r.status, 0
        FROM recipient r JOIN campaign c ON c.id = r.campaign_id WHERE r.contact_id = ?
        UNION ALL
        SELECT m.direction, m.at, m.text, m.campaign_id, coalesce(c.name, ''), '', m.is_opt_out
        FROM message m LEFT JOIN campaign c ON c.id = m.campaign_id
        WHERE m.phone IN (SELECT phone FROM contact WHERE id = ?
                          UNION ALL SELECT phone FROM merged_number WHERE contact_id = ?)
        ORDER BY 2 DESC LIMIT ?)"_s,
                   {id.value, id.value, id.value, limit > 0 ? limit : -1}, [&](const Row &row) {
                       ContactEvent event;
                       event.kind = row.text(0) == "campaign"_L1 ? ContactEvent::Kind::Message
                           : row.text(0) == "in"_L1              ? ContactEvent::Kind::Reply
                                                                 : ContactEvent::Kind::Letter;
                       event.at = row.time(1);
                       event.text = row.text(2);
                       if (!row.isNull(3))
                           event.campaign = CampaignId{row.integer(3)};
                       event.campaignName = row.text(4);
                       event.status = row.text(5);
                       event.isOptOut = row.isTrue(6);
                       events.push_back(event);
                   });
    if (!read)
        return read.error();
    return events;
}

Result<> ContactStore::optOut(const PhoneNumber &phone, const QString &source, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<bool> erased = ErasedNumbers{m_database}.contains(phone);
        if (!erased)
            return erased.error();
        if (*erased)
            return Done{}; // nobody writes to the number already
        if (const Result<> known = makeSureOf(m_database, phone, {}, now); !known)
            return known.error();
        return suppress(m_database, phone, source, now);
    });
}

Result<int> ContactStore::optOut(const std::vector<ContactId> &ids, const QString &source, UtcTime now,
                                 const CancelToken &cancel)
{
    return inSteps(m_database, ids, cancel, [&](ContactId id) -> Result<int> {
        const Result<std::optional<QString>> phone =
            firstRow(m_database, u"SELECT phone FROM contact WHERE id = ? AND id > 0"_s, {id.value},
                     [](const Row &row) { return row.text(0); });
        if (!phone)
            return phone.error();
        const std::optional<PhoneNumber> person = PhoneNumber::fromE164(phone->value_or(QString{}));
        if (!person)
            return 0; // left the book meanwhile
        const Result<bool> isListed = ::isSuppressed(m_database, *person);
        if (!isListed)
            return isListed.error();
        if (const Result<> listed = suppress(m_database, *person, source, now); !listed)
            return listed.error();
        return *isListed ? 0 : 1;
    });
}

Result<> ContactStore::optIn(const PhoneNumber &phone, const OptIn &optIn, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<> known = makeSureOfSeen(m_database, phone, {}, now); !known)
            return known.error();
        if (const Result<> lifted = unsuppress(m_database, phone); !lifted)
            return lifted.error();
        const Result<int> noted = execute(
            m_database,
            uR"(UPDATE contact SET opted_in_at = ?, opt_in_source = ?, opt_in_words = ?, opt_in_file = ?
                WHERE phone = ?)"_s,
            {toMilliseconds(optIn.at), optIn.source, optIn.words, optIn.fileHash, phone.e164()});
        if (!noted)
            return noted.error();
        return Done{};
    });
}

Result<bool> ContactStore::isSuppressed(const PhoneNumber &phone)
{
    return ::isSuppressed(m_database, phone);
}
