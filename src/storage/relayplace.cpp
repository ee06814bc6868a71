#include "storage/relayplace.h"

#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

const QString kPlaceIn = u"relay_place_"_s; // and the name of the queue

/// The number of the last body of a queue that is here; 0: none.
Result<qint64> placeIn(Database &database, const QString &queue)
{
    const Result<std::optional<QString>> ofQueue =
        firstRow(database, u"SELECT value FROM setting WHERE key = ?"_s, {kPlaceIn + queue},
                 [](const Row &row) { return row.text(0); });
    if (!ofQueue)
        return ofQueue.error();
    if (*ofQueue)
        return (*ofQueue)->toLongLong();
    // As it was kept while there was one for all queues: the queue and the number.
    const Result<std::optional<QString>> ofAny =
        firstRow(database, u"SELECT value FROM setting WHERE key = 'relay_place'"_s, {},
                 [](const Row &row) { return row.text(0); });
    if (!ofAny)
        return ofAny.error();
    const QString known = ofAny->value_or(QString{});
    return known.section(u' ', 0, 0) == queue ? known.section(u' ', 1, 1).toLongLong() : 0;
}

} // namespace

Result<bool> takePlace(Database &database, const RelayOrigin &origin)
{
    const Result<qint64> before = placeIn(database, origin.queue);
    if (!before)
        return before.error();
    if (*before >= origin.number)
        return false;
    const Result<int> stored = execute(database, uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                    ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                                       {kPlaceIn + origin.queue, QString::number(origin.number)});
    return stored ? Result<bool>{true} : stored.error();
}
