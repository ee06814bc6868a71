#include "storage/contactorder.h"

#include "domain/namekey.h"
#include "storage/contactrows.h"
#include "storage/contactselection.h"
#include "storage/database.h"
#include "storage/segmentpeople.h"
#include "storage/sql.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace {

using Rank = quint32;
constexpr Rank kNoRank = 0; ///< of those who come last

/// Who comes before whom, by id. People of one rank are alike.
class Ranks
{
public:
    void set(ContactId id, Rank rank)
    {
        const auto place = static_cast<size_t>(id.value);
        if (place >= m_ranks.size())
            m_ranks.resize(std::max(place + 1, m_ranks.size() * 2));
        m_ranks[place] = rank;
    }
    void set(const ContactSet &people, Rank rank)
    {
        people.forEach([&](ContactId id) { set(id, rank); });
    }
    Rank of(ContactId id) const
    {
        const auto place = static_cast<size_t>(id.value);
        return place < m_ranks.size() ? m_ranks[place] : kNoRank;
    }
    /// Gives `now[rank]` to whoever has `rank`.
    void replace(const std::vector<Rank> &now)
    {
        for (Rank &rank : m_ranks)
            rank = now[rank];
    }

    /// The same people by their ranks, those of one rank in the order in which they were.
    std::vector<ContactId> sorted(const std::vector<ContactId> &ids, bool isDescending) const
    {
        const Rank highest = m_ranks.empty() ? kNoRank : *std::max_element(m_ranks.begin(), m_ranks.end());
        const auto groupOf = [&](ContactId id) -> size_t {
            const Rank rank = of(id);
            if (rank == kNoRank)
                return highest;
            return isDescending ? highest - rank : rank - 1;
        };
        // Counted instead of compared, because there may be millions of people in few groups.
        std::vector<size_t> places(size_t{highest} + 2);
        for (const ContactId id : ids)
            ++places[groupOf(id) + 1];
        for (size_t group = 1; group < places.size(); ++group)
            places[group] += places[group - 1];
        std::vector<ContactId> inOrder(ids.size());
        for (const ContactId id : ids)
            inOrder[places[groupOf(id)]++] = id;
        return inOrder;
    }

private:
    std::vector<Rank> m_ranks;
};

/// Of those in the book who are not in the index yet, or were different when they came there.
QString isBesideTheIndex()
{
    return uR"(%1 AND (id > (SELECT indexed_to FROM contact_index)
                       OR id IN (SELECT contact_id FROM contact_stale)))"_s.arg(isInBook(u"id"_s));
}

Result<std::vector<ContactId>> idsIn(Database &database, const QString &sql, const QVariantList &values = {})
{
    std::vector<ContactId> ids;
    const Result<> read =
        forEachRow(database, sql, values, [&](const Row &row) { ids.push_back({row.integer(0)}); });
    if (!read)
        return read.error();
    return ids;
}

/// Everybody by name: those of the index, with those merged in who are not there yet.
Result<std::vector<ContactId>> everybodyByName(Database &database)
{
    using Keyed = std::pair<QByteArray, ContactId>; // bytes, because SQLite compares those
    std::vector<Keyed> others;
    const Result<> read = forEachRow(
        database, u"SELECT name, id FROM contact WHERE "_s + isBesideTheIndex(), {}, [&](const Row &row) {
            others.emplace_back(nameKey(row.text(0)).toUtf8(), ContactId{row.integer(1)});
        });
    if (!read)
        return read.error();
    const QString indexed = uR"(FROM contact_fact
        WHERE contact_id NOT IN (SELECT contact_id FROM contact_stale) ORDER BY name_key, contact_id)"_s;
    if (others.empty())
        return idsIn(database, u"SELECT contact_id "_s + indexed);
    std::sort(others.begin(), others.end());
    std::vector<ContactId> ids;
    auto other = others.begin();
    const Result<> merged =
        forEachRow(database, u"SELECT contact_id, name_key "_s + indexed, {}, [&](const Row &row) {
            const Keyed next{row.text(1).toUtf8(), ContactId{row.integer(0)}};
            for (; other != others.end() && *other < next; ++other)
                ids.push_back(other->second);
            ids.push_back(next.second);
        });
    if (!merged)
        return merged.error();
    for (; other != others.end(); ++other)
        ids.push_back(other->second);
    return ids;
}

/// That the index knows. One look for each, where SQLite would read everybody.
Result<QStringList> indexedRegions(Database &database)
{
    QStringList regions;
    const Result<> read = forEachRow(database, uR"(WITH RECURSIVE found(region) AS (
            SELECT min(region) FROM contact_fact WHERE region > ''
            UNION ALL
            SELECT (SELECT min(f.region) FROM contact_fact f WHERE f.region > found.region) FROM found
            WHERE found.region IS NOT NULL)
        SELECT region FROM found WHERE region IS NOT NULL)"_s,
                                     {}, [&](const Row &row) { regions << row.text(0); });
    if (!read)
        return read.error();
    return regions;
}

/// Countries by the ranks that they were given as they were met, and the ranks that they shall have.
std::vector<Rank> ranksInOrder(const QHash<QString, Rank> &met, const QStringList &inOrder)
{
    using Placed = std::tuple<qsizetype, QString, Rank>;
    std::vector<Placed> placed;
    for (auto country = met.begin(); country != met.end(); ++country) {
        const qsizetype place = inOrder.indexOf(country.key());
        placed.emplace_back(place < 0 ? inOrder.size() : place, country.key(), country.value());
    }
    std::sort(placed.begin(), placed.end());
    std::vector<Rank> ranks(placed.size() + 1, kNoRank);
    for (size_t i = 0; i < placed.size(); ++i)
        ranks[std::get<Rank>(placed[i])] = static_cast<Rank>(i + 1);
    return ranks;
}

Result<Ranks> ranksByCountry(Database &database, const QStringList &inOrder)
{
    Ranks ranks;
    QHash<QString, Rank> met;
    const auto rankOf = [&met](const QString &region) {
        if (region.isEmpty())
            return kNoRank;
        Rank &rank = met[region];
        if (rank == kNoRank)
            rank = static_cast<Rank>(met.size());
        return rank;
    };
    const Result<QStringList> indexed = indexedRegions(database);
    if (!indexed)
        return indexed.error();
    for (const QString &region : *indexed) {
        const Result<ContactSet> people =
            selectContacts(database, u"SELECT contact_id FROM contact_fact WHERE region = ?"_s, {region});
        if (!people)
            return people.error();
        ranks.set(*people, rankOf(region));
    }
    const Result<> others =
        forEachRow(database, u"SELECT id, region FROM contact WHERE "_s + isBesideTheIndex(), {},
                   [&](const Row &row) { ranks.set({row.integer(0)}, rankOf(row.text(1))); });
    if (!others)
        return others.error();
    ranks.replace(ranksInOrder(met, inOrder));
    return ranks;
}

/// The lists of tags that people have, as a tree: each is its parent's with one tag more at the end.
class TagLists
{
public:
    static constexpr Rank kEmpty = 0;

    /// The list with one tag more, which is behind all that were added before.
    Rank longer(Rank list)
    {
        const auto added = static_cast<Rank>(m_longer.size());
        m_longer.emplace_back();
        m_longer[list].push_back(added);
        return added;
    }

    /// In the order in which a dictionary has them: a list before those that begin with it.
    std::vector<Rank> ranks() const
    {
        std::vector<Rank> ranks(m_longer.size(), kNoRank);
        std::vector<Rank> next{kEmpty};
        for (Rank rank = kNoRank; !next.empty(); ++rank) {
            const Rank list = next.back();
            next.pop_back();
            ranks[list] = rank;
            next.insert(next.end(), m_longer[list].rbegin(), m_longer[list].rend());
        }
        return ranks;
    }

private:
    std::vector<std::vector<Rank>> m_longer{1}; ///< by list
};

Result<Ranks> ranksByTags(Database &database)
{
    std::vector<qint64> tags;
    const Result<> read = forEachRow(database, u"SELECT id FROM tag ORDER BY name"_s, {},
                                     [&](const Row &row) { tags.push_back(row.integer(0)); });
    if (!read)
        return read.error();
    Ranks listOf;
    TagLists lists;
    for (const qint64 tag : tags) {
        const Result<ContactSet> people =
            selectContacts(database, u"SELECT contact_id FROM contact_tag WHERE tag_id = ?"_s, {tag});
        if (!people)
            return people.error();
        std::unordered_map<Rank, Rank> longer; ///< by the list without this tag
        people->forEach([&](ContactId id) {
            const Rank list = listOf.of(id);
            const auto known = longer.find(list);
            listOf.set(id, known != longer.end() ? known->second : longer[list] = lists.longer(list));
        });
    }
    listOf.replace(lists.ranks());
    return listOf;
}

/// Agreed, not recorded, left.
Result<Ranks> ranksByConsent(Database &database, UtcTime now)
{
    using Subject = SegmentCondition::Subject;
    const auto meeting = [&](Subject subject) {
        return peopleMeeting(
            database, SegmentRule::of({.subject = subject, .test = SegmentCondition::Test::Holds}), now);
    };
    const Result<ContactSet> everybody = selectContacts(database, u"SELECT id FROM contact"_s, {});
    const Result<ContactSet> agreed = meeting(Subject::OptedIn);
    const Result<ContactSet> left = meeting(Subject::OptedOut);
    for (const Result<ContactSet> *people : {&everybody, &agreed, &left}) {
        if (!*people)
            return people->error();
    }
    Ranks ranks;
    ranks.set(*everybody, 2);
    ranks.set(*agreed, 1);
    ranks.set(*left, 3);
    return ranks;
}

Result<std::vector<ContactId>> turned(Result<std::vector<ContactId>> ids, bool isDescending)
{
    if (ids && isDescending)
        std::reverse(ids->begin(), ids->end());
    return ids;
}

Result<std::vector<ContactId>> inRanks(Database &database, const Result<Ranks> &ranks, bool isDescending)
{
    if (!ranks)
        return ranks.error();
    const Result<std::vector<ContactId>> byName = everybodyByName(database);
    if (!byName)
        return byName;
    return ranks->sorted(*byName, isDescending);
}

} // namespace

Result<std::vector<ContactId>> everybodyInOrder(Database &database, const ContactQuery &query, UtcTime now)
{
    const QString inBook = isInBook(u"id"_s);
    switch (query.order) {
    case ContactQuery::Order::Added:
        return turned(idsIn(database, u"SELECT id FROM contact WHERE %1 ORDER BY id"_s.arg(inBook)),
                      query.isDescending);
    case ContactQuery::Order::Phone:
        return turned(
            idsIn(database, u"SELECT id FROM contact WHERE phone > '' AND %1 ORDER BY phone"_s.arg(inBook)),
            query.isDescending);
    case ContactQuery::Order::Name: return turned(everybodyByName(database), query.isDescending);
    case ContactQuery::Order::Country:
        return inRanks(database, ranksByCountry(database, query.countries), query.isDescending);
    case ContactQuery::Order::Tags: return inRanks(database, ranksByTags(database), query.isDescending);
    case ContactQuery::Order::Consent:
        return inRanks(database, ranksByConsent(database, now), query.isDescending);
    }
    Q_UNREACHABLE();
}
