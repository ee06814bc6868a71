#include "storage/relayqueue.h"

#include "storage/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Meta tries to tell an event for that long: a shorter silence of the relay has lost nothing.
constexpr std::chrono::days kMetaTriesFor{7};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RelayQueue)
};

Error noDesktop(const QString &name)
{
    return {
        ErrorKind::NotFound, Words::tr("There is no key of that name: “%1”.").arg(name), u"no_desktop"_s, {}};
}

/// The number of a body that arrives at this moment, if it is the first of it.
qint64 numberAt(UtcTime time)
{
    return toMilliseconds(time) * 1000;
}

} // namespace

QString SqliteRelayQueue::fileIn(const QString &folder)
{
    return QDir{folder}.filePath(u"relay.sqlite"_s);
}

Result<std::unique_ptr<SqliteRelayQueue>> SqliteRelayQueue::openOrCreate(const QString &folder,
                                                                         const RelayBounds &bounds)
{
    if (QFileInfo::exists(fileIn(folder)))
        return open(folder, bounds);
    Result<std::unique_ptr<Database>> made = Database::create(fileIn(folder), {}, DatabaseKind::relay());
    if (!made) // another process may have been faster
        return made.error().code == "database_exists"_L1 ? open(folder, bounds) : made.error();
    return std::unique_ptr<SqliteRelayQueue>{
        new SqliteRelayQueue{*std::move(made), bounds}
    };
}

Result<std::unique_ptr<SqliteRelayQueue>> SqliteRelayQueue::open(const QString &folder,
                                                                 const RelayBounds &bounds)
{
    Result<std::unique_ptr<Database>> opened = Database::open(fileIn(folder), DatabaseKind::relay());
    if (!opened)
        return opened.error();
    return std::unique_ptr<SqliteRelayQueue>{
        new SqliteRelayQueue{*std::move(opened), bounds}
    };
}

SqliteRelayQueue::SqliteRelayQueue(std::unique_ptr<Database> database, const RelayBounds &bounds)
    : m_database{std::move(database)}
    , m_bounds{bounds}
{
}

Result<> SqliteRelayQueue::store(const std::vector<RelayBody> &bodies)
{
    return inTransaction(*m_database, [&]() -> Result<> {
        const Result<qint64> newest = firstInteger(*m_database, u"SELECT newest FROM relay"_s);
        if (!newest)
            return newest.error();
        qint64 number = *newest;
        for (const RelayBody &body : bodies) {
            number = std::max(number + 1, numberAt(body.receivedAt));
            const Result<int> stored = execute(
                *m_database,
                u"INSERT INTO body(number, received_at, signature, body, size) VALUES (?, ?, ?, ?, ?)"_s,
                {number, toMilliseconds(body.receivedAt), QString::fromLatin1(body.signature), body.body,
                 body.body.size()});
            if (!stored)
                return stored.error();
        }
        if (!bodies.empty()) {
            const Result<int> noted = execute(*m_database, u"UPDATE relay SET arrived_at = ?"_s,
                                              {toMilliseconds(bodies.back().receivedAt)});
            if (!noted)
                return noted.error();
        }
        return keepWithinBytes();
    });
}

Result<std::vector<RelayKeyHolder>> SqliteRelayQueue::keyHolders()
{
    std::vector<RelayKeyHolder> holders;
    const Result<> read = forEachRow(
        *m_database, u"SELECT id, name, key_hash, workspace FROM desktop"_s, {}, [&](const Row &row) {
            holders.push_back({row.integer(0), row.text(1), row.bytes(2), row.text(3)});
        });
    if (!read)
        return read.error();
    return holders;
}

Result<bool> SqliteRelayQueue::giveTo(qint64 desktop, const QString &workspace)
{
    const Result<int> given =
        execute(*m_database, u"UPDATE desktop SET workspace = ? WHERE id = ? AND workspace IN ('', ?)"_s,
                {workspace, desktop, workspace});
    return given ? Result<bool>{*given > 0} : given.error();
}

Result<RelayBatch> SqliteRelayQueue::batchFor(qint64 desktop, int mostBodies, qint64 mostBytes)
{
    return inSnapshot(*m_database, [&]() -> Result<RelayBatch> {
        qint64 place = 0;
        const Result<std::optional<RelayBatch>> known = firstRow(
            *m_database,
            uR"(SELECT relay.name, receiving_since, handshake_at, arrived_at, place, dropped, dropped_until,
                      nullif(missed_until, 0)
                FROM relay, desktop WHERE desktop.id = ?)"_s,
            {desktop}, [&](const Row &row) {
                RelayBatch batch;
                batch.queue = row.text(0);
                batch.receivingSince = row.time(1);
                batch.handshakeAt = row.optionalTime(2);
                batch.arrivedAt = row.optionalTime(3);
                place = row.integer(4);
                batch.dropped = row.integer(5);
                batch.droppedUntil = row.optionalTime(6);
                batch.missedUntil = row.optionalTime(7);
                return batch;
            });
        if (!known)
            return known.error();
        if (!*known)
            return noDesktop({});
        RelayBatch batch = **known;
        qint64 bytes = 0;
        {
            Statement statement{*m_database, uR"(SELECT number, received_at, signature, body FROM body
                                    WHERE number > ? ORDER BY number LIMIT ?)"_s};
            if (const Result<> ran = statement.run({place, mostBodies}); !ran)
                return ran.error();
            while (statement.next()) {
                const Row row = statement.row();
                RelayBody body{row.integer(0), row.time(1), row.text(2).toLatin1(), row.bytes(3)};
                bytes += body.body.size();
                if (bytes > mostBytes && !batch.bodies.empty())
                    break;
                batch.bodies.push_back(std::move(body));
            }
            if (const Result<> ended = statement.end(); !ended)
                return ended.error();
        }
        const Result<qint64> waiting =
            firstInteger(*m_database, u"SELECT count(*) FROM body INDEXED BY body_size WHERE number > ?"_s,
                         {batch.bodies.empty() ? place : batch.bodies.back().number});
        if (!waiting)
            return waiting.error();
        batch.waiting = *waiting;
        return batch;
    });
}

Result<> SqliteRelayQueue::noteSeen(qint64 desktop, UtcTime now)
{
    constexpr auto kGrain = std::chrono::minutes{1};
    const Result<std::optional<qint64>> before =
        firstRow(*m_database, u"SELECT coalesce(seen_at, 0) FROM desktop WHERE id = ?"_s, {desktop},
                 [](const Row &row) { return row.integer(0); });
    if (!before)
        return before.error();
    if (!*before || toMilliseconds(now - kGrain) < **before)
        return Done{};
    const Result<int> noted = execute(*m_database, u"UPDATE desktop SET seen_at = ? WHERE id = ?"_s,
                                      {toMilliseconds(now), desktop});
    return noted ? Result<>{Done{}} : noted.error();
}

Result<> SqliteRelayQueue::acknowledge(qint64 desktop, qint64 upTo, UtcTime now)
{
    return inTransaction(*m_database, [&]() -> Result<> {
        const Result<qint64> newest = firstInteger(*m_database, u"SELECT newest FROM relay"_s);
        if (!newest)
            return newest.error();
        if (upTo > *newest || upTo < 0)
            return Error{
                ErrorKind::BadInput, Words::tr("This number was never given out."), u"not_given_out"_s, {}};
        const Result<int> moved =
            execute(*m_database, u"UPDATE desktop SET place = max(place, ?), seen_at = ? WHERE id = ?"_s,
                    {upTo, toMilliseconds(now), desktop});
        if (!moved)
            return moved.error();
        if (*moved == 0)
            return noDesktop({});
        return deleteFetched();
    });
}

Result<RelayCondition> SqliteRelayQueue::condition()
{
    const Result<std::optional<RelayCondition>> read = firstRow(
        *m_database, uR"(SELECT bodies, bytes, (SELECT received_at FROM body ORDER BY number LIMIT 1),
                            (SELECT count(*) FROM desktop) FROM relay)"_s,
        {}, [](const Row &row) {
            return RelayCondition{row.integer(0), row.integer(1), row.optionalTime(2), row.number(3)};
        });
    if (!read)
        return read.error();
    return read->value_or(RelayCondition{});
}

Result<> SqliteRelayQueue::noteHandshake(UtcTime now)
{
    const Result<int> noted =
        execute(*m_database, u"UPDATE relay SET handshake_at = ?"_s, {toMilliseconds(now)});
    return noted ? Result<>{Done{}} : noted.error();
}

Result<> SqliteRelayQueue::noteReceiving(UtcTime now)
{
    const Result<int> noted =
        execute(*m_database, uR"(UPDATE relay SET
                receiving_since = CASE WHEN receiving_until < ? THEN ? ELSE receiving_since END,
                receiving_until = max(receiving_until, ?))"_s,
                {toMilliseconds(now - kMetaTriesFor), toMilliseconds(now), toMilliseconds(now)});
    return noted ? Result<>{Done{}} : noted.error();
}

Result<> SqliteRelayQueue::dropTooOld(UtcTime now)
{
    return inTransaction(*m_database,
                         [&]() -> Result<> { return dropUpTo(numberAt(now - m_bounds.age) - 1); });
}

Result<QByteArray> SqliteRelayQueue::addDesktop(const QString &name, UtcTime now)
{
    const QString shown = name.simplified();
    if (shown.isEmpty())
        return Error{ErrorKind::BadInput, Words::tr("A key needs a name."), u"no_name"_s, {}};
    return inTransaction(*m_database, [&]() -> Result<QByteArray> {
        const Result<qint64> known =
            firstInteger(*m_database, u"SELECT count(*) FROM desktop WHERE name = ?"_s, {shown});
        if (!known)
            return known.error();
        if (*known > 0)
            return Error{ErrorKind::Refused,
                         Words::tr("There is a key of that name already: “%1”.").arg(shown),
                         u"name_taken"_s,
                         {}};
        const QByteArray key = makeRelayKey();
        const Result<qint64> added =
            insert(*m_database, uR"(INSERT INTO desktop(name, key_hash, made_at, missed_until)
                       SELECT ?, ?, ?, gone_until FROM relay)"_s,
                   {shown, relayKeyHash(key), toMilliseconds(now)});
        if (!added)
            return added.error();
        return key;
    });
}

Result<std::vector<RelayDesktop>> SqliteRelayQueue::desktops()
{
    std::vector<RelayDesktop> desktops;
    const Result<> read =
        forEachRow(*m_database, uR"(SELECT id, name, made_at, seen_at, dropped, dropped_until,
                   (SELECT count(*) FROM body INDEXED BY body_size WHERE number > place)
            FROM desktop ORDER BY name)"_s,
                   {}, [&](const Row &row) {
                       desktops.push_back({row.integer(0), row.text(1), row.time(2), row.optionalTime(3),
                                           row.integer(6), row.integer(4), row.optionalTime(5)});
                   });
    if (!read)
        return read.error();
    return desktops;
}

Result<> SqliteRelayQueue::revoke(const QString &name)
{
    return inTransaction(*m_database, [&]() -> Result<> {
        const Result<int> removed =
            execute(*m_database, u"DELETE FROM desktop WHERE name = ?"_s, {name.simplified()});
        if (!removed)
            return removed.error();
        if (*removed == 0)
            return noDesktop(name);
        return deleteFetched(); // it may have been the last one to fetch them
    });
}

/// Inside a transaction.
Result<> SqliteRelayQueue::keepWithinBytes()
{
    const Result<qint64> bytes = firstInteger(*m_database, u"SELECT bytes FROM relay"_s);
    if (!bytes)
        return bytes.error();
    qint64 excess = *bytes - m_bounds.bytes;
    if (excess <= 0)
        return Done{};
    qint64 last = 0;
    {
        Statement oldest{
            *m_database,
            u"SELECT number, size FROM body INDEXED BY body_size WHERE number > 0 ORDER BY number"_s};
        if (const Result<> ran = oldest.run({}); !ran)
            return ran.error();
        while (excess > 0 && oldest.next()) {
            last = oldest.row().integer(0);
            excess -= oldest.row().integer(1);
        }
        if (const Result<> ended = oldest.end(); !ended)
            return ended.error();
    }
    return dropUpTo(last);
}

/// Inside a transaction. Each desktop is told how many of them it had not fetched.
Result<> SqliteRelayQueue::dropUpTo(qint64 number)
{
    const Result<qint64> any =
        firstInteger(*m_database, u"SELECT EXISTS (SELECT 1 FROM body WHERE number <= ?)"_s, {number});
    if (!any)
        return any.error();
    if (*any == 0)
        return Done{};
    const Result<int> counted = execute(*m_database, uR"(UPDATE desktop SET
                dropped = dropped + (SELECT count(*) FROM body INDEXED BY body_size
                                     WHERE number > place AND number <= ?),
                dropped_until = coalesce((SELECT received_at FROM body
                                          WHERE number > place AND number <= ? ORDER BY number DESC LIMIT 1),
                                         dropped_until))"_s,
                                        {number, number});
    if (!counted)
        return counted.error();
    const Result<int> dropped = execute(*m_database, u"DELETE FROM body WHERE number <= ?"_s, {number});
    return dropped ? Result<>{Done{}} : dropped.error();
}

/// Inside a transaction. With no desktop at all, everything waits for the first one.
Result<> SqliteRelayQueue::deleteFetched()
{
    const Result<int> deleted =
        execute(*m_database, u"DELETE FROM body WHERE number <= (SELECT min(place) FROM desktop)"_s);
    return deleted ? Result<>{Done{}} : deleted.error();
}
