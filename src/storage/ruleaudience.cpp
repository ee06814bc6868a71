#include "storage/ruleaudience.h"

#include "storage/contactstore.h"
#include "storage/database.h"
#include "storage/draftpeople.h"
#include "storage/segmentpeople.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

/// People put in or taken out in one transaction.
constexpr size_t kStep = 500;

/// What of a contact goes into a message.
Variables valuesOf(const Contact &contact, const QStringList &variables)
{
    Variables values;
    for (const QString &variable : variables) {
        QString value = contact.attributes.value(variable);
        if (value.isEmpty() && variable.compare("name"_L1, Qt::CaseInsensitive) == 0)
            value = contact.name;
        if (!value.isEmpty())
            values.insert(variable, value);
    }
    return values;
}

/// Who is in a draft.
struct PeopleInside
{
    ContactSet all;
    std::vector<std::pair<ContactId, PhoneNumber>> fromRule;
};

Result<PeopleInside> peopleInside(Database &database, CampaignId draft)
{
    PeopleInside inside;
    const Result<> read =
        forEachRow(database, u"SELECT contact_id, phone, is_from_rule FROM recipient WHERE campaign_id = ?"_s,
                   {draft.value}, [&](const Row &row) {
                       const ContactId contact{row.integer(0)};
                       inside.all.insert(contact);
                       const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(row.text(1));
                       if (row.isTrue(2) && phone)
                           inside.fromRule.emplace_back(contact, *phone);
                   });
    if (!read)
        return read.error();
    return inside;
}

/// People who do not meet the rule of a draft any more.
Result<> takeOut(Database &database, CampaignId draft, const std::vector<PhoneNumber> &people)
{
    return inTransaction(database, [&]() -> Result<> {
        if (const Result<Campaign> loaded = loadDraft(database, draft); !loaded)
            return loaded.error();
        for (const PhoneNumber &phone : people) {
            const Result<int> deleted =
                deletePeople(database, draft, u"r.phone = ? AND r.is_from_rule = 1"_s, {phone.e164()});
            if (!deleted)
                return deleted.error();
        }
        return Done{};
    });
}

SegmentRule ofNumber(const PhoneNumber &phone)
{
    return SegmentRule::of({.subject = SegmentCondition::Subject::Phone, .value = phone.e164()});
}

/// The same people without these.
SegmentRule without(const SegmentRule &rule, const std::vector<PhoneNumber> &people)
{
    std::vector<SegmentRule> parts{rule};
    if (rule.join == SegmentRule::Join::All && !rule.isNegated)
        parts = rule.parts;
    for (const PhoneNumber &phone : people)
        parts.push_back(ofNumber(phone).negated());
    return SegmentRule::all(std::move(parts));
}

} // namespace

Result<> RuleAudience::follow(CampaignId draft, const AudienceRule &audience)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> stored =
            execute(m_database, uR"(INSERT INTO campaign_audience (campaign_id, rule, name) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET rule = excluded.rule, name = excluded.name)"_s,
                    {draft.value, audience.rule.text(), audience.name});
        if (!stored)
            return stored.error();
        return Done{};
    });
}

Result<std::optional<AudienceRule>> RuleAudience::of(CampaignId draft)
{
    const auto stored =
        firstRow(m_database, u"SELECT rule, name FROM campaign_audience WHERE campaign_id = ?"_s,
                 {draft.value}, [](const Row &row) {
                     return std::pair{row.text(0), row.text(1)};
                 });
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<AudienceRule>{};
    Result<SegmentRule> rule = SegmentRule::fromText((*stored)->first);
    if (!rule)
        return rule.error();
    return std::optional{
        AudienceRule{*std::move(rule), (*stored)->second}
    };
}

Result<> RuleAudience::leaveOut(CampaignId draft, const std::vector<PhoneNumber> &people)
{
    const Result<std::optional<AudienceRule>> audience = of(draft);
    if (!audience)
        return audience.error();
    if (!*audience || people.empty())
        return Done{};
    const Result<int> stored =
        execute(m_database, u"UPDATE campaign_audience SET rule = ? WHERE campaign_id = ?"_s,
                {without((*audience)->rule, people).text(), draft.value});
    if (!stored)
        return stored.error();
    return Done{};
}

Result<> RuleAudience::stopFollowing(CampaignId draft)
{
    const Result<int> stopped =
        execute(m_database, u"DELETE FROM campaign_audience WHERE campaign_id = ?"_s, {draft.value});
    if (!stopped)
        return stopped.error();
    return Done{};
}

Result<AddedPeople> RuleAudience::refresh(CampaignId draft, const QStringList &variables, UtcTime now,
                                          const CancelToken &cancel)
{
    const Result<std::optional<AudienceRule>> audience = of(draft);
    if (!audience)
        return audience.error();
    if (!*audience)
        return AddedPeople{};
    PeopleInside inside;
    Result<ContactSet> people = inSnapshot(m_database, [&]() -> Result<ContactSet> {
        Result<PeopleInside> found = peopleInside(m_database, draft);
        if (!found)
            return found.error();
        inside = *std::move(found);
        return peopleMeeting(m_database, (*audience)->rule, now);
    });
    if (!people)
        return people.error();

    std::vector<PhoneNumber> gone;
    for (const auto &[contact, phone] : inside.fromRule) {
        if (!people->contains(contact))
            gone.push_back(phone);
    }
    for (size_t first = 0; first < gone.size() && !cancel.isCancelled(); first += kStep) {
        const auto begin = gone.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = gone.begin() + static_cast<std::ptrdiff_t>(std::min(first + kStep, gone.size()));
        if (const Result<> removed = takeOut(m_database, draft, {begin, end}); !removed)
            return removed.error();
    }
    *people -= inside.all;
    if (const Result<> filled = fillIn(draft, variables, cancel); !filled)
        return filled.error();
    return addPeople(draft, people->ids(), CameBy::Rule, variables, now, cancel);
}

Result<> RuleAudience::fillIn(CampaignId draft, const QStringList &variables, const CancelToken &cancel)
{
    struct Person
    {
        qint64 recipient = 0;
        ContactId contact;
        Variables values;
    };
    std::vector<Person> people;
    QStringList lacks;
    QVariantList values{draft.value};
    for (const QString &variable : variables) {
        lacks << u"instr(variables, ?) = 0"_s;
        const QString pair = toJson(Variables{
            {variable, {}}
        });
        values << pair.mid(1, pair.lastIndexOf(u':')); // "key": as it stands in the text
    }
    if (lacks.isEmpty())
        return Done{};
    const Result<> read =
        forEachRow(m_database, uR"(SELECT id, contact_id, variables FROM recipient
            WHERE campaign_id = ? AND is_from_rule = 1 AND (%1))"_s.arg(lacks.join(u" OR "_s)),
                   values, [&](const Row &row) {
                       people.push_back({row.integer(0), {row.integer(1)}, mapFromJson(row.text(2))});
                   });
    if (!read)
        return read;
    ContactStore contacts{m_database};
    for (size_t first = 0; first < people.size() && !cancel.isCancelled(); first += kStep) {
        const Result<> done = inTransaction(m_database, [&]() -> Result<> {
            if (const Result<Campaign> loaded = loadDraft(m_database, draft); !loaded)
                return loaded.error();
            for (size_t i = first; i < std::min(first + kStep, people.size()); ++i) {
                Person &person = people[i];
                const Result<std::vector<Contact>> contact = contacts.rows({person.contact});
                if (!contact)
                    return contact.error();
                if (contact->empty())
                    continue;
                Variables filled = valuesOf(contact->front(), variables);
                filled.insert(person.values); // what is there stays
                if (filled == person.values)
                    continue;
                const Result<int> stored =
                    execute(m_database, u"UPDATE recipient SET variables = ? WHERE id = ?"_s,
                            {toJson(filled), person.recipient});
                if (!stored)
                    return stored.error();
            }
            return Done{};
        });
        if (!done)
            return done;
    }
    return Done{};
}

Result<AddedPeople> RuleAudience::add(CampaignId draft, const SegmentRule &rule, const QStringList &variables,
                                      UtcTime now, const CancelToken &cancel)
{
    const Result<ContactSet> people =
        inSnapshot(m_database, [&] { return peopleMeeting(m_database, rule, now); });
    if (!people)
        return people.error();
    return addPeople(draft, people->ids(), CameBy::Hand, variables, now, cancel);
}

Result<AddedPeople> RuleAudience::addPeople(CampaignId draft, const std::vector<ContactId> &people,
                                            CameBy cameBy, const QStringList &variables, UtcTime now,
                                            const CancelToken &cancel)
{
    AddedPeople added;
    CampaignStore campaigns{m_database};
    ContactStore contacts{m_database};
    for (size_t first = 0; first < people.size() && !cancel.isCancelled(); first += kStep) {
        const auto begin = people.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = people.begin() + static_cast<std::ptrdiff_t>(std::min(first + kStep, people.size()));
        const Result<std::vector<Contact>> rows = contacts.rows({begin, end});
        if (!rows)
            return rows.error();
        std::vector<NewRecipient> step;
        for (const Contact &contact : *rows)
            step.push_back({contact.phone, contact.region, contact.name, valuesOf(contact, variables)});
        const Result<std::vector<AddVerdict>> verdicts = campaigns.addRecipients(draft, step, now, cameBy);
        if (!verdicts)
            return verdicts.error();
        added.count(*verdicts);
    }
    return added;
}
