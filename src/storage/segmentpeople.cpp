#include "storage/segmentpeople.h"

#include "domain/namekey.h"
#include "storage/contactselection.h"
#include "storage/contactvalues.h"
#include "storage/database.h"
#include "storage/failedpeople.h"
#include "storage/phonepart.h"
#include "storage/sql.h"
#include "storage/trigrams.h"

#include <QDate>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

using Subject = SegmentCondition::Subject;
using Test = SegmentCondition::Test;

constexpr qint64 kMillisecondsPerDay = 24 * 60 * 60 * 1000;

constexpr size_t kMostRemembered = 100; ///< 12 MB at a million contacts

/// Greater than whatever a text may go on with.
const QString kHighest = QString::fromUcs4(U"\U0010FFFF", 1);

/// A condition on the columns of contact_fact or contact_value, which are read both from there and from
/// `contact` itself.
struct Predicate
{
    QString sql;
    QVariantList values;
};

qint64 startOfDay(const QString &day)
{
    return QDate::fromString(day, Qt::ISODate).startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

Predicate timePredicate(const QString &column, const SegmentCondition &condition, UtcTime now)
{
    switch (condition.test) {
    case Test::Before: return {column + u" < ?"_s, {startOfDay(condition.value)}};
    case Test::After: return {column + u" >= ?"_s, {startOfDay(condition.value) + kMillisecondsPerDay}};
    case Test::WithinDays:
        return {column + u" >= ?"_s,
                {toMilliseconds(now) - condition.value.toLongLong() * kMillisecondsPerDay}};
    default: return {u"1"_s, {}};
    }
}

Predicate valuePredicate(const SegmentCondition &condition, UtcTime now)
{
    const QString &value = condition.value;
    const auto day = [](qint64 time) {
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date().toString(Qt::ISODate);
    };
    const QString isDate = isDateValue(u"value"_s);
    switch (condition.test) {
    case Test::Holds: return {u"value <> ''"_s, {}};
    case Test::Is: return {u"value = ? COLLATE NOCASE"_s, {value}};
    case Test::Contains: return {uR"(value LIKE ? ESCAPE '\')"_s, {likePattern(value)}};
    case Test::StartsWith: return {uR"(value LIKE ? ESCAPE '\')"_s, {likePattern(value).mid(1)}};
    case Test::Less: return {u"number < ?"_s, {value.toDouble()}};
    case Test::AtMost: return {u"number <= ?"_s, {value.toDouble()}};
    case Test::Greater: return {u"number > ?"_s, {value.toDouble()}};
    case Test::AtLeast: return {u"number >= ?"_s, {value.toDouble()}};
    // Compared as they stand, a time of day behind them or not, and first, because that is quick.
    case Test::Before: return {u"value < ? AND "_s + isDate, {value}};
    case Test::After: return {u"value > ? AND "_s + isDate, {value + kHighest}};
    case Test::WithinDays:
        return {
            u"value BETWEEN ? AND ? AND "_s + isDate,
            {day(toMilliseconds(now) - value.toLongLong() * kMillisecondsPerDay),
                       day(toMilliseconds(now)) + kHighest}
        };
    }
    Q_UNREACHABLE();
}

/// Finds the people of one rule after the other on one state of the database.
class Finder
{
public:
    Finder(Database &database, UtcTime now, SegmentMemory &memory)
        : m_database{database}
        , m_now{now}
        , m_memory{memory}
    {
    }

    Result<> begin()
    {
        const Result<qint64> indexed = firstInteger(m_database, u"SELECT indexed_to FROM contact_index"_s);
        if (!indexed)
            return indexed.error();
        m_indexedTo = *indexed;
        return forEachRow(m_database, u"SELECT contact_id FROM contact_stale"_s, {},
                          [this](const Row &row) { m_stale.insert({row.integer(0)}); });
    }

    Result<ContactSet> find(const SegmentRule &rule)
    {
        Result<ContactSet> people = rule.join == SegmentRule::Join::One ? one(rule.condition)
            : rule.join == SegmentRule::Join::Any                       ? any(rule.parts)
                                                                        : all(rule.parts);
        if (!people || !rule.isNegated)
            return people;
        Result<ContactSet> rest = everybody();
        if (rest)
            *rest -= *people;
        return rest;
    }

private:
    Result<ContactSet> any(const std::vector<SegmentRule> &parts)
    {
        ContactSet people;
        for (const SegmentRule &part : parts) {
            const Result<ContactSet> found = find(part);
            if (!found)
                return found;
            people |= *found;
        }
        return people;
    }

    Result<ContactSet> all(const std::vector<SegmentRule> &parts)
    {
        // What is negated is taken away instead of being built up from everybody.
        std::optional<ContactSet> people;
        for (const SegmentRule &part : parts) {
            if (part.isNegated)
                continue;
            const Result<ContactSet> found = find(part);
            if (!found)
                return found;
            if (people)
                *people &= *found;
            else
                people = *found;
        }
        if (!people) {
            const Result<ContactSet> anybody = everybody();
            if (!anybody)
                return anybody;
            people = *anybody;
        }
        for (const SegmentRule &part : parts) {
            if (!part.isNegated)
                continue;
            const Result<ContactSet> found = find(part.negated());
            if (!found)
                return found;
            *people -= *found;
        }
        return *people;
    }

    Result<ContactSet> everybody() { return list(u"SELECT id FROM contact WHERE id > 0"_s, {}); }

    Result<ContactSet> one(const SegmentCondition &condition)
    {
        switch (condition.subject) {
        case Subject::Anywhere:
        case Subject::Name:
        case Subject::Phone: return named(condition);
        case Subject::Country: return byFact({u"region = ?"_s, {condition.value}});
        case Subject::FirstSeen: return byFact(timePredicate(u"created_at"_s, condition, m_now));
        case Subject::Tag:
            return list(
                u"SELECT contact_id FROM contact_tag WHERE tag_id = (SELECT id FROM tag WHERE name = ?)"_s,
                {condition.value});
        case Subject::Attribute: return byValue(condition.name, valuePredicate(condition, m_now));
        case Subject::OptedIn: return optedIn();
        case Subject::OptedOut: return optedOut();
        case Subject::LastMessaged: {
            // Each account has its own last time: before a day means that none is later.
            const bool isBefore = condition.test == Test::Before;
            const Predicate when =
                timePredicate(isBefore ? u"max(last_at)"_s : u"last_at"_s, condition, m_now);
            return list(isBefore ? u"SELECT contact_id FROM messaged GROUP BY contact_id HAVING "_s + when.sql
                                 : u"SELECT contact_id FROM messaged WHERE "_s + when.sql,
                        when.values);
        }
        case Subject::Sent: return reached(condition.campaign, u"'sent', 'delivered', 'read', 'responded'"_s);
        case Subject::Received: return reached(condition.campaign, u"'delivered', 'read', 'responded'"_s);
        case Subject::Read: return reached(condition.campaign, u"'read', 'responded'"_s);
        case Subject::Answered: return reached(condition.campaign, u"'responded'"_s);
        case Subject::Unread: return reached(condition.campaign, u"'sent', 'delivered'"_s);
        case Subject::Unanswered: return reached(condition.campaign, u"'read'"_s);
        case Subject::Failed: return reached(condition.campaign, u"'failed'"_s);
        case Subject::Retriable: return list(mayBeTriedAgain(), {condition.campaign.value});
        case Subject::Clicked: return list(clicked(), {condition.campaign.value});
        }
        Q_UNREACHABLE();
    }

    Result<ContactSet> reached(CampaignId campaign, const QString &statuses)
    {
        return list(
            u"SELECT contact_id FROM recipient WHERE campaign_id = ? AND status IN (%1)"_s.arg(statuses),
            {campaign.value});
    }

    /// Bound: the campaign.
    static QString mayBeTriedAgain()
    {
        return u"SELECT r.contact_id FROM recipient r WHERE r.campaign_id = ? AND "_s + failedForNow();
    }

    /// A button under a template comes as a message of its own that quotes it. Bound: the campaign.
    static QString clicked()
    {
        return uR"(SELECT coalesce(c.id, n.contact_id) FROM message m LEFT JOIN contact c ON c.phone = m.phone
            LEFT JOIN merged_number n ON n.phone = m.phone
            WHERE m.campaign_id = ? AND m.direction = 'in' AND m.type IN ('button', 'interactive'))"_s;
    }

    Result<ContactSet> optedIn()
    {
        Result<ContactSet> agreed = byFact({u"opted_in_at IS NOT NULL"_s, {}});
        const Result<ContactSet> left = optedOut();
        if (!left)
            return left;
        if (agreed)
            *agreed -= *left;
        return agreed;
    }

    Result<ContactSet> optedOut()
    {
        return list(u"SELECT c.id FROM suppression s CROSS JOIN contact c ON c.phone = s.phone"_s, {});
    }

    /// From contact_fact, and from `contact` for those who are not there yet.
    Result<ContactSet> byFact(const Predicate &predicate)
    {
        const QString indexed = u"SELECT contact_id FROM contact_fact WHERE "_s + predicate.sql;
        const QString source =
            uR"(SELECT contact_id FROM (SELECT id AS contact_id, region, created_at, opted_in_at
            FROM contact c WHERE %1) WHERE )"_s
            + predicate.sql;
        return merged(indexed, predicate.values, source, {}, predicate.values);
    }

    Result<ContactSet> byValue(const QString &attribute, const Predicate &predicate)
    {
        const QString indexed =
            u"SELECT contact_id FROM contact_value WHERE attribute_id = (SELECT id FROM attribute WHERE name = ?) AND "_s
            + predicate.sql;
        const QString source =
            uR"(SELECT contact_id FROM (SELECT c.id AS contact_id, j.value AS value, %2 AS number
            FROM contact c, json_each(c.attributes) j WHERE %1 AND j.key = ?) WHERE )"_s.arg(
                u"%1"_s, numberOfValue(u"j.value"_s))
            + predicate.sql;
        return merged(indexed, QVariantList{attribute} + predicate.values, source, {attribute},
                      predicate.values);
    }

    /// `source` has %1 where it is said which contacts it reads, followed by `middle` and `values`.
    Result<ContactSet> merged(const QString &indexed, const QVariantList &indexedValues,
                              const QString &source, const QVariantList &middle, const QVariantList &values)
    {
        Result<ContactSet> people = list(indexed, indexedValues);
        if (!people)
            return people;
        *people -= m_stale;
        const Result<ContactSet> later =
            list(source.arg(u"c.id > ?"_s), QVariantList{m_indexedTo} + middle + values);
        if (!later)
            return later;
        *people |= *later;
        const Result<ContactSet> changed =
            list(source.arg(u"c.id IN (SELECT contact_id FROM contact_stale)"_s), middle + values);
        if (!changed)
            return changed;
        *people |= *changed;
        return people;
    }

    // --- names and numbers ---

    struct Wanted
    {
        bool inName = false;
        bool inPhone = false;
        Test test = Test::Contains;
        QString name; ///< as nameKey makes it
        QString phone; ///< digits, perhaps with "+" in front; empty if it cannot be a part of a number

        bool matches(const QString &nameKey, const QString &e164) const
        {
            return (inName && compare(nameKey, name))
                || (inPhone && !phone.isEmpty() && compare(e164, phone));
        }

    private:
        bool compare(const QString &text, const QString &part) const
        {
            switch (test) {
            case Test::Is: return text == part;
            case Test::StartsWith: return text.startsWith(part);
            default: return text.contains(part);
            }
        }
    };

    Result<ContactSet> named(const SegmentCondition &condition)
    {
        Wanted wanted;
        wanted.inName = condition.subject != Subject::Phone;
        wanted.inPhone = condition.subject != Subject::Name;
        wanted.test = condition.test;
        wanted.name = nameKey(condition.value.trimmed());
        wanted.phone = phonePart(condition.value.trimmed());
        if (condition.test != Test::Contains && !wanted.phone.isEmpty() && !wanted.phone.startsWith(u'+'))
            wanted.phone.prepend(u'+');
        if (!wanted.inName
            && condition.test != Test::Contains) { // `contact` has an index of its own for them
            const Predicate predicate = textPredicate(u"phone"_s, wanted.phone, condition.test);
            return list(u"SELECT id FROM contact WHERE "_s + predicate.sql, predicate.values);
        }
        ContactSet people;
        for (const bool isPhone : {true, false}) {
            if (!(isPhone ? wanted.inPhone && !wanted.phone.isEmpty() : wanted.inName))
                continue;
            const Predicate predicate = textPredicate(isPhone ? u"phone"_s : u"name_key"_s,
                                                      isPhone ? wanted.phone : wanted.name, wanted.test);
            const Result<ContactSet> found =
                list(u"SELECT contact_id FROM contact_fact WHERE "_s + predicate.sql, predicate.values);
            if (!found)
                return found;
            people |= *found;
        }
        people -= m_stale;
        for (const QString &which :
             {u"id > ?"_s, u"id > ? AND id IN (SELECT contact_id FROM contact_stale)"_s}) {
            const bool isNew = which == "id > ?"_L1;
            const Result<> scanned =
                forEachRow(m_database, u"SELECT id, name, phone FROM contact WHERE "_s + which,
                           {isNew ? m_indexedTo : 0}, [&](const Row &row) {
                               if (wanted.matches(nameKey(row.text(1)), row.text(2)))
                                   people.insert({row.integer(0)});
                           });
            if (!scanned)
                return scanned.error();
        }
        return people;
    }

    /// On contact_fact, by its indexes as far as they help.
    static Predicate textPredicate(const QString &column, const QString &part, Test test)
    {
        if (test == Test::Is)
            return {column + u" = ?"_s, {part}};
        if (test == Test::StartsWith)
            return {
                u"%1 >= ? AND %1 < ?"_s.arg(column), {part, part + kHighest}
            };
        const QString contains = u"instr(%1, ?) > 0"_s.arg(column);
        const QString trigrams = trigramQuery(part);
        if (trigrams.isEmpty())
            return {contains, {part}};
        return {
            u"contact_id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?) AND "_s
                + contains,
            {trigrams, part}
        };
    }

    Result<ContactSet> list(const QString &sql, const QVariantList &values)
    {
        return m_memory.select(m_database, sql, values);
    }

    Database &m_database;
    UtcTime m_now;
    qint64 m_indexedTo = 0;
    ContactSet m_stale;
    SegmentMemory &m_memory;
};

} // namespace

Result<> SegmentMemory::begin(Database &database)
{
    const Result<qint64> others = firstInteger(database, u"PRAGMA data_version"_s);
    if (!others)
        return others.error();
    const Result<qint64> ours = firstInteger(database, u"SELECT total_changes()"_s);
    if (!ours)
        return ours.error();
    const State state{*others, *ours};
    if (state != m_state || m_answers.size() > kMostRemembered)
        m_answers.clear();
    m_state = state;
    return Done{};
}

Result<ContactSet> SegmentMemory::select(Database &database, const QString &sql, const QVariantList &values)
{
    QString question = sql;
    for (const QVariant &value : values)
        question += QChar{0} + value.toString();
    if (const auto known = m_answers.find(question); known != m_answers.end())
        return known->second;
    Result<ContactSet> people = selectContacts(database, sql, values);
    if (people)
        m_answers.emplace(question, *people);
    return people;
}

Result<ContactSet> peopleMeeting(Database &database, const SegmentRule &rule, UtcTime now,
                                 SegmentMemory *memory)
{
    SegmentMemory ownMemory;
    if (!memory)
        memory = &ownMemory;
    else if (const Result<> begun = memory->begin(database); !begun)
        return begun.error();
    Finder finder{database, now, *memory};
    if (const Result<> begun = finder.begin(); !begun)
        return begun.error();
    Result<ContactSet> people = finder.find(rule);
    if (!people)
        return people;
    const Result<> hidden =
        forEachRow(database, u"SELECT first_id, last_id FROM contact_arriving"_s, {},
                   [&](const Row &row) { people->removeRange({row.integer(0)}, {row.integer(1)}); });
    if (!hidden)
        return hidden.error();
    return people;
}
