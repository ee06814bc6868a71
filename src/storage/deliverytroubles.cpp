#include "storage/deliverytroubles.h"

#include "storage/database.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

const QString kAnsweredUpTo = u"troubles_answered_up_to"_s; // delivery_event.id

const QString kLate = u"troubles_late"_s; // delivery_event.id, as JSON

Result<> runAlone(Database &database, const QString &sql, const QVariantList &values)
{
    return inTransaction(database, [&] { return run(database, sql, values); });
}

/// Adds the troubles among some events, `e`. Whose message it was is told by its id, and by our own word
/// where the id is not known.
Result<> addTroubles(Database &database, const QString &from, const QString &condition,
                     const QVariantList &values, std::vector<AppliedEvent> &troubles)
{
    const QString sql = uR"(SELECT r.campaign_id, e.error_code FROM %1
        JOIN attempt a ON a.id = coalesce(
            (SELECT max(id) FROM attempt WHERE message_id = e.message_id AND message_id <> ''),
            (SELECT id FROM attempt WHERE attempt_id = e.attempt_id))
        JOIN recipient r ON r.id = a.recipient_id
        WHERE %2 AND e.kind = 'status' AND e.step = 'failed' AND e.error_code <> 0 AND e.state = 'applied'
        GROUP BY r.campaign_id, e.error_code ORDER BY min(e.id))"_s;
    return forEachRow(database, sql.arg(from, condition), values, [&](const Row &row) {
        troubles.push_back({u"status"_s, true, {}, row.integer(0), row.number(1)});
    });
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

Result<UnansweredTroubles> DeliveryTroubles::unanswered(UtcTime now)
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
        const Result<> known =
            forEachRow(m_database, u"SELECT j.value FROM setting s, json_each(s.value) j WHERE s.key = ?"_s,
                       {kLate}, [&](const Row &row) { troubles.late.push_back(row.integer(0)); });
        if (!known)
            return known.error();
        const QString lateOnes = jsonList(troubles.late);
        const Result<> read =
            addTroubles(m_database, u"delivery_event e"_s,
                        u"e.id > ? AND e.id <= ? AND e.id NOT IN (SELECT w.value FROM json_each(?) w)"_s,
                        {*answered, *latest, lateOnes}, troubles.events);
        if (!read)
            return read.error();
        const Result<> late = addTroubles(
            m_database, u"json_each(?) w CROSS JOIN delivery_event e ON e.id = w.value"_s, u"e.at >= ?"_s,
            {lateOnes, toMilliseconds(now - kLateTroubleCounts)}, troubles.events);
        if (!late)
            return late.error();
        return troubles;
    });
}

Result<bool> DeliveryTroubles::haveLate()
{
    const Result<qint64> any =
        firstInteger(m_database, u"SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?)"_s, {kLate});
    if (!any)
        return any.error();
    return *any > 0;
}

Result<> DeliveryTroubles::noteAnswered(const UnansweredTroubles &troubles)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<> noted =
            run(m_database, uR"(UPDATE setting SET value = ? WHERE key = ? AND CAST(value AS INTEGER) < ?)"_s,
                {QString::number(troubles.upTo), kAnsweredUpTo, troubles.upTo});
        if (!noted || troubles.late.empty())
            return noted;
        const Result<> forgotten = run(m_database, uR"(UPDATE setting SET value =
                (SELECT json_group_array(j.value) FROM json_each(setting.value) j
                 WHERE j.value NOT IN (SELECT w.value FROM json_each(?) w)) WHERE key = ?)"_s,
                                       {jsonList(troubles.late), kLate});
        return forgotten ? run(m_database, u"DELETE FROM setting WHERE key = ? AND value = '[]'"_s, {kLate})
                         : forgotten;
    });
}

Result<> noteLateTrouble(Database &database, qint64 event)
{
    return run(database, uR"(INSERT INTO setting (key, value) VALUES (?, json_array(?))
                    ON CONFLICT DO UPDATE SET value = json_insert(value, '$[#]', ?))"_s,
               {kLate, event, event});
}
