#include "storage/deliverytroubles.h"

#include "storage/database.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

const QString kAnsweredUpTo = u"troubles_answered_up_to"_s; // delivery_event.id

Result<> runAlone(Database &database, const QString &sql, const QVariantList &values)
{
    return inTransaction(database, [&] { return run(database, sql, values); });
}

} // namespace

Result<> DeliveryTroubles::begin()
{
    const Result<qint64> isKnown =
        firstInteger(m_database, u"SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?)"_s, {kAnsweredUpTo});
    if (!isKnown)
        return isKnown.error();
    if (*isKnown > 0)
        return Done{};
    return runAlone(m_database, uR"(INSERT OR IGNORE INTO setting (key, value)
                               SELECT ?, CAST(coalesce(max(id), 0) AS TEXT) FROM delivery_event)"_s,
                    {kAnsweredUpTo});
}

Result<UnansweredTroubles> DeliveryTroubles::unanswered()
{
    return inSnapshot(m_database, [&]() -> Result<UnansweredTroubles> {
        UnansweredTroubles troubles;
        const Result<qint64> answered = firstInteger(
            m_database, u"SELECT CAST(value AS INTEGER) FROM setting WHERE key = ?"_s, {kAnsweredUpTo});
        if (!answered)
            return answered.error();
        const Result<qint64> latest =
            firstInteger(m_database, u"SELECT coalesce(max(id), 0) FROM delivery_event"_s, {});
        if (!latest)
            return latest.error();
        troubles.upTo = *latest;
        // Whose message it was is told by its id, and by our own word where the id is not known.
        const Result<> read =
            forEachRow(m_database, uR"(SELECT r.campaign_id, e.error_code FROM delivery_event e
                JOIN attempt a ON a.id = coalesce(
                    (SELECT max(id) FROM attempt WHERE message_id = e.message_id AND message_id <> ''),
                    (SELECT id FROM attempt WHERE attempt_id = e.attempt_id))
                JOIN recipient r ON r.id = a.recipient_id
                WHERE e.id > ? AND e.id <= ? AND e.kind = 'status' AND e.step = 'failed'
                    AND e.error_code <> 0 AND e.state = 'applied'
                GROUP BY r.campaign_id, e.error_code ORDER BY min(e.id))"_s,
                       {*answered, *latest}, [&](const Row &row) {
                           troubles.events.push_back({u"status"_s, true, {}, row.integer(0), row.number(1)});
                       });
        if (!read)
            return read.error();
        return troubles;
    });
}

Result<> DeliveryTroubles::noteAnswered(const UnansweredTroubles &troubles)
{
    return runAlone(m_database,
                    uR"(UPDATE setting SET value = ? WHERE key = ? AND CAST(value AS INTEGER) < ?)"_s,
                    {QString::number(troubles.upTo), kAnsweredUpTo, troubles.upTo});
}
