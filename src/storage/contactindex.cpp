#include "storage/contactindex.h"

#include "domain/namekey.h"
#include "storage/bulkstatement.h"
#include "storage/contactvalues.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QElapsedTimer>

#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long a transaction may write: a sender beside it notices nothing of it.
constexpr std::chrono::milliseconds kWork = 16ms;
constexpr int kPiece = 250; ///< contacts between two looks at the clock

/// Contacts to be copied: those with these ids, and all of them or those that have changed.
struct Selection
{
    qint64 after = 0;
    qint64 upTo = 0;
    bool isStaleOnly = false;

    // The only lower bound of the ids: beside another one, SQLite may begin with all that were copied before.
    QString where(const QString &id) const
    {
        return u"%1 > ? AND %1 <= ?"_s.arg(id)
            + (isStaleOnly ? u" AND %1 IN (SELECT contact_id FROM contact_stale)"_s.arg(id) : QString{});
    }
    QVariantList values() const { return {after, upTo}; }
};

Result<> forget(Database &database, const Selection &chosen)
{
    const QString where = chosen.where(u"contact_id"_s);
    const Result<> unsearched = run(database,
                                    u"INSERT INTO contact_search (contact_search, rowid, phone, name_key) "
                                    "SELECT 'delete', contact_id, phone, name_key FROM contact_fact WHERE "_s
                                        + where,
                                    chosen.values());
    if (!unsearched)
        return unsearched;
    if (const Result<> gone = run(database, u"DELETE FROM contact_fact WHERE "_s + where, chosen.values());
        !gone)
        return gone;
    return run(database,
               u"DELETE FROM contact_value WHERE attribute_id IN (SELECT id FROM attribute) AND "_s + where,
               chosen.values());
}

/// Whose keys SQLite makes as well as we do: it folds ASCII only.
constexpr auto kPlainNames = "name NOT GLOB '*[^ -~]*'"_L1;

Result<int> copyPlainNames(Database &database, const Selection &chosen)
{
    return execute(database,
                   u"INSERT INTO contact_fact (contact_id, phone, name_key, region, created_at, opted_in_at) "
                   "SELECT id, phone, lower(name), region, created_at, opted_in_at FROM contact WHERE "_s
                       + kPlainNames + u" AND "_s + chosen.where(u"id"_s),
                   chosen.values());
}

Result<int> copyOtherNames(Database &database, const Selection &chosen)
{
    std::vector<std::pair<qint64, QString>> names;
    const Result<> read = forEachRow(
        database,
        u"SELECT id, name FROM contact WHERE NOT (%1) AND "_s.arg(kPlainNames) + chosen.where(u"id"_s),
        chosen.values(), [&](const Row &row) { names.emplace_back(row.integer(0), row.text(1)); });
    if (!read)
        return read.error();
    if (names.empty())
        return 0;
    const Result<std::unique_ptr<BulkStatement>> insertion = BulkStatement::prepare(
        database,
        u"INSERT INTO contact_fact (contact_id, phone, name_key, region, created_at, opted_in_at) "
        "SELECT id, phone, ?, region, created_at, opted_in_at FROM contact WHERE id = ?"_s);
    if (!insertion)
        return insertion.error();
    for (const auto &[id, name] : names) {
        const QByteArray key = nameKey(name).toUtf8();
        if (const Result<int> copied = (*insertion)->run({key, id}); !copied)
            return copied.error();
    }
    return static_cast<int>(names.size());
}

/// How many there were.
Result<int> copy(Database &database, const Selection &chosen)
{
    const Result<int> plain = copyPlainNames(database, chosen);
    if (!plain)
        return plain.error();
    const Result<int> others = copyOtherNames(database, chosen);
    if (!others)
        return others.error();
    const Result<> searchable = run(
        database,
        u"INSERT INTO contact_search (rowid, phone, name_key) SELECT contact_id, phone, name_key FROM contact_fact WHERE "_s
            + chosen.where(u"contact_id"_s),
        chosen.values());
    if (!searchable)
        return searchable.error();
    const QString source = u"FROM contact c, json_each(c.attributes) j WHERE c.attributes <> '{}' AND "_s
        + chosen.where(u"c.id"_s);
    const Result<> attributes = run(database,
                                    u"INSERT OR IGNORE INTO attribute (name, type) SELECT j.key, %1 "_s.arg(
                                        attributeTypeOfValues(u"j.value"_s))
                                        + source + u" GROUP BY j.key"_s,
                                    chosen.values());
    if (!attributes)
        return attributes.error();
    const Result<> values =
        run(database,
            u"INSERT INTO contact_value (attribute_id, contact_id, value, number) "
            "SELECT (SELECT id FROM attribute WHERE name = j.key), c.id, j.value, %1 "_s.arg(
                numberOfValue(u"j.value"_s))
                + source,
            chosen.values());
    if (!values)
        return values.error();
    return *plain + *others;
}

} // namespace

Result<qint64> ContactIndex::behind()
{
    return firstInteger(m_database, uR"(SELECT max(0, min((SELECT coalesce(max(id), 0) FROM contact),
                              (SELECT coalesce(min(first_id) - 1, 9e15) FROM contact_arriving)) - indexed_to)
               + (SELECT count(*) FROM contact_stale) FROM contact_index)"_s);
}

Result<int> ContactIndex::step()
{
    const Result<qint64> left = behind();
    if (!left || *left == 0)
        return left ? Result<int>{0} : Result<int>{left.error()};
    return inTransaction(m_database, [this]() -> Result<int> {
        QElapsedTimer timer;
        timer.start();
        int copied = 0;
        while (true) {
            const Result<int> piece = copyPiece();
            if (!piece)
                return piece;
            copied += *piece;
            if (*piece == 0 || timer.elapsed() >= kWork.count())
                return copied;
        }
    });
}

Result<> ContactIndex::catchUp(const CancelToken &cancel)
{
    while (!cancel.isCancelled()) {
        const Result<int> copied = step();
        if (!copied)
            return copied.error();
        if (*copied == 0)
            break;
    }
    return Done{};
}

Result<int> ContactIndex::copyPiece()
{
    const Result<int> refreshed = copyStale();
    return !refreshed || *refreshed > 0 ? refreshed : copyNew();
}

Result<int> ContactIndex::copyStale()
{
    const Result<qint64> last =
        firstInteger(m_database,
                     u"SELECT coalesce(max(contact_id), 0) FROM "
                     "(SELECT contact_id FROM contact_stale ORDER BY contact_id LIMIT ?)"_s,
                     {kPiece});
    if (!last)
        return last.error();
    if (*last == 0)
        return 0;
    const Selection stale{0, *last, true};
    if (const Result<> forgotten = forget(m_database, stale); !forgotten)
        return forgotten.error();
    if (const Result<int> copied = copy(m_database, stale); !copied)
        return copied.error();
    return execute(m_database, u"DELETE FROM contact_stale WHERE contact_id <= ?"_s, {*last});
}

Result<int> ContactIndex::copyNew()
{
    const auto range = firstRow(m_database, uR"(SELECT indexed_to, (SELECT coalesce(max(id), 0) FROM
                   (SELECT id FROM contact WHERE id > indexed_to AND id < (SELECT coalesce(min(first_id), 9e15)
                    FROM contact_arriving) ORDER BY id LIMIT ?)) FROM contact_index)"_s,
                                {kPiece}, [](const Row &row) {
                                    return Selection{row.integer(0), row.integer(1)};
                                });
    if (!range)
        return range.error();
    const Selection next = range->value_or(Selection{});
    if (next.upTo <= next.after)
        return 0;
    const Result<int> copied = copy(m_database, next);
    if (!copied)
        return copied.error();
    if (const Result<> noted = run(m_database, u"UPDATE contact_index SET indexed_to = ?"_s, {next.upTo});
        !noted)
        return noted.error();
    return *copied;
}
