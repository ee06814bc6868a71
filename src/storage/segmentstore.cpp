#include "storage/segmentstore.h"

#include "domain/recurrence.h"
#include "storage/contactstore.h"
#include "storage/database.h"
#include "storage/segmentpeople.h"
#include "storage/sql.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SegmentStore)
};

Error noSegment(const QString &name)
{
    return {
        ErrorKind::NotFound, Words::tr("There is no segment called “%1”.").arg(name), u"no_segment"_s, {}};
}

Error noName()
{
    return {ErrorKind::BadInput, Words::tr("Give the segment a name."), u"no_name"_s, {}};
}

Error segmentExists(const QString &name)
{
    return {ErrorKind::Refused,
            Words::tr("There is a segment called “%1” already.").arg(name),
            u"segment_exists"_s,
            {}};
}

/// As a campaign that is repeated for a segment keeps it.
QString audienceText(const QString &segment)
{
    return RecurringAudience::ofSegment(segment).text();
}

/// A row as it stands; the rule is still a text.
struct StoredSegment
{
    Segment segment;
    QString rule;
};

const QString kSelect = u"SELECT name, rule, created_at, changed_at FROM segment "_s;

StoredSegment segmentFrom(const Row &row)
{
    return {
        {row.text(0), {}, row.time(2), row.time(3)},
        row.text(1)
    };
}

Result<Segment> understood(StoredSegment stored)
{
    Result<SegmentRule> rule = SegmentRule::fromText(stored.rule);
    if (!rule)
        return rule.error();
    stored.segment.rule = *std::move(rule);
    return std::move(stored.segment);
}

} // namespace

Result<Segment> SegmentStore::create(const QString &name, const SegmentRule &rule, UtcTime now)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return noName();
    return inTransaction(m_database, [&]() -> Result<Segment> {
        const Result<int> made = execute(
            m_database,
            u"INSERT INTO segment (name, rule, created_at, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {wanted, rule.text(), toMilliseconds(now), toMilliseconds(now)});
        if (!made)
            return made.error();
        if (*made == 0)
            return segmentExists(wanted);
        return Segment{wanted, rule, now, now};
    });
}

Result<> SegmentStore::change(const QString &name, const SegmentRule &rule, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> changed =
            execute(m_database, u"UPDATE segment SET rule = ?, changed_at = ? WHERE name = ?"_s,
                    {rule.text(), toMilliseconds(now), name.trimmed()});
        if (!changed)
            return changed.error();
        return *changed > 0 ? Result<>{Done{}} : noSegment(name);
    });
}

Result<Segment> SegmentStore::load(const QString &name)
{
    Result<std::optional<StoredSegment>> found =
        firstRow(m_database, kSelect + u"WHERE name = ?"_s, {name.trimmed()}, segmentFrom);
    if (!found)
        return found.error();
    return *found ? understood(std::move(**found)) : noSegment(name);
}

Result<std::vector<Segment>> SegmentStore::list()
{
    std::vector<StoredSegment> stored;
    const Result<> read = forEachRow(m_database, kSelect + u"ORDER BY name"_s, {},
                                     [&](const Row &row) { stored.push_back(segmentFrom(row)); });
    if (!read)
        return read.error();
    std::vector<Segment> segments;
    for (StoredSegment &one : stored) {
        Result<Segment> segment = understood(std::move(one));
        if (!segment)
            return segment.error();
        segments.push_back(*std::move(segment));
    }
    return segments;
}

Result<> SegmentStore::rename(const QString &name, const QString &newName, UtcTime now)
{
    const QString wanted = newName.trimmed();
    if (wanted.isEmpty())
        return noName();
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<Segment> present = load(name);
        if (!present)
            return present.error();
        if (wanted.compare(present->name, Qt::CaseInsensitive) != 0) {
            if (const Result<Segment> other = load(wanted))
                return segmentExists(other->name);
            else if (other.error().kind != ErrorKind::NotFound)
                return other.error();
        }
        const Result<int> renamed =
            execute(m_database, u"UPDATE segment SET name = ?, changed_at = ? WHERE name = ?"_s,
                    {wanted, toMilliseconds(now), present->name});
        if (!renamed)
            return renamed.error();
        for (const QString &table : {u"recurrence"_s, u"occurrence"_s}) {
            const Result<int> followed = execute(
                m_database, u"UPDATE %1 SET audience = ? WHERE audience = ? COLLATE NOCASE"_s.arg(table),
                {audienceText(wanted), audienceText(present->name)});
            if (!followed)
                return followed.error();
        }
        return Done{};
    });
}

Result<> SegmentStore::remove(const QString &name)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> removed =
            execute(m_database, u"DELETE FROM segment WHERE name = ?"_s, {name.trimmed()});
        if (!removed)
            return removed.error();
        return *removed > 0 ? Result<>{Done{}} : noSegment(name);
    });
}

Result<qint64> SegmentStore::people(const SegmentRule &rule, UtcTime now)
{
    return ContactStore{m_database}.count({.rule = rule}, now);
}

Result<> SegmentStore::getReady(UtcTime now)
{
    return inSnapshot(m_database, [&]() -> Result<> {
        const SegmentRule optedOut = SegmentRule::of(
            {.subject = SegmentCondition::Subject::OptedOut, .test = SegmentCondition::Test::Holds});
        for (const SegmentRule &rule : {SegmentRule::everybody(), optedOut}) {
            if (const Result<ContactSet> people = peopleMeeting(m_database, rule, now, &m_memory); !people)
                return people.error();
        }
        return Done{};
    });
}

Result<SegmentPeople> SegmentStore::look(const SegmentRule &rule, UtcTime now, size_t atMost)
{
    return inSnapshot(m_database, [&]() -> Result<SegmentPeople> {
        const Result<ContactSet> people = peopleMeeting(m_database, rule, now, &m_memory);
        if (!people)
            return people.error();
        Result<ContactSet> suppressed =
            peopleMeeting(m_database,
                          SegmentRule::of({.subject = SegmentCondition::Subject::OptedOut,
                                           .test = SegmentCondition::Test::Holds}),
                          now, &m_memory);
        if (!suppressed)
            return suppressed.error();
        *suppressed &= *people;
        const Result<std::vector<Contact>> first = ContactStore{m_database}.rows(people->first(atMost));
        if (!first)
            return first.error();
        return SegmentPeople{people->count(), suppressed->count(), *first};
    });
}

SegmentRule ruleFor(FollowUpGroup group, CampaignId campaign)
{
    const auto became = [campaign](SegmentCondition::Subject subject) {
        return SegmentRule::of(
            {.subject = subject, .test = SegmentCondition::Test::Holds, .campaign = campaign});
    };
    switch (group) {
    case FollowUpGroup::Read: return became(SegmentCondition::Subject::Read);
    case FollowUpGroup::Unread:
        return SegmentRule::all(
            {became(SegmentCondition::Subject::Sent), became(SegmentCondition::Subject::Read).negated()});
    case FollowUpGroup::Failed: return became(SegmentCondition::Subject::Failed);
    case FollowUpGroup::Responded: return became(SegmentCondition::Subject::Answered);
    case FollowUpGroup::Unanswered: return became(SegmentCondition::Subject::Unanswered);
    case FollowUpGroup::Retriable: return became(SegmentCondition::Subject::Retriable);
    case FollowUpGroup::Clicked: return became(SegmentCondition::Subject::Clicked);
    }
    Q_UNREACHABLE();
}
