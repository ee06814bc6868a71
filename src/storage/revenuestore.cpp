#include "storage/revenuestore.h"

#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RevenueStore)
};

/// Sums of all there is must stay whole numbers that a figure may be computed from; for an open transaction.
Result<> requireCountable(Database &database)
{
    constexpr double kMost = 9e18; // millionths, a little below what 64 bits hold
    const Result<qint64> tooLarge = firstInteger(
        database,
        u"SELECT count(*) FROM (SELECT 1 FROM revenue GROUP BY currency HAVING total(amount) > ?)"_s,
        {kMost});
    if (!tooLarge)
        return tooLarge.error();
    if (*tooLarge > 0)
        return Error{ErrorKind::BadInput,
                     Words::tr("Together with what is recorded already, this is more than can be counted. "
                               "Nothing was recorded. Are these amounts?"),
                     u"too_large"_s,
                     {}};
    return Done{};
}

} // namespace

Result<int> RevenueStore::add(const std::vector<NewRevenue> &entries, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<int> {
        int added = 0;
        for (const NewRevenue &entry : entries) {
            const Result<qint64> exists = firstInteger(
                m_database, u"SELECT count(*) FROM campaign WHERE id = ?"_s, {entry.campaign.value});
            if (!exists)
                return exists.error();
            if (*exists == 0)
                return noCampaign(entry.campaign);
            const Result<int> stored = execute(
                m_database,
                uR"(INSERT INTO revenue (campaign_id, recipient_id, amount, currency, at, source, booking,
                                    recorded_at)
                                SELECT ?, ?, ?, ?, ?, ?, ?, ?
                                WHERE NOT EXISTS (SELECT 1 FROM revenue WHERE booking = ? AND booking <> ''))"_s,
                {entry.campaign.value, entry.recipient ? QVariant{entry.recipient->value} : QVariant{},
                 entry.amount.millionths, entry.currency, toMilliseconds(entry.at),
                 entry.booking.isEmpty() ? u"hand"_s : u"file"_s, entry.booking, toMilliseconds(now),
                 entry.booking});
            if (!stored)
                return stored.error();
            added += *stored;
        }
        if (const Result<> countable = requireCountable(m_database); !countable)
            return countable.error();
        return added;
    });
}

Result<int> RevenueStore::countNew(const std::vector<NewRevenue> &entries)
{
    return inSnapshot(m_database, [&]() -> Result<int> {
        int added = 0;
        for (const NewRevenue &entry : entries) {
            const Result<qint64> known = firstInteger(
                m_database, u"SELECT count(*) FROM revenue WHERE booking = ? AND booking <> ''"_s,
                {entry.booking});
            if (!known)
                return known.error();
            added += *known == 0 ? 1 : 0;
        }
        return added;
    });
}

Result<std::optional<ReceivedMessage>> RevenueStore::messageBefore(const PhoneNumber &phone, UtcTime at)
{
    return firstRow(m_database, uR"(
            SELECT r.campaign_id, r.id, coalesce(r.delivered_at, r.sent_at)
            FROM (SELECT id FROM contact WHERE phone = ?
                  UNION SELECT contact_id FROM merged_number WHERE phone = ?
                  UNION SELECT follower_id FROM person_change
                      WHERE old_phone = ? AND old_phone <> '' AND at >= ? AND follower_id > 0) c
            CROSS JOIN recipient r ON r.contact_id = c.id
            WHERE r.status IN ('sent', 'delivered', 'read', 'responded')
                AND coalesce(r.delivered_at, r.sent_at) <= ?
            ORDER BY 3 DESC, r.id DESC LIMIT 1)"_s,
                    {phone.e164(), phone.e164(), phone.e164(), toMilliseconds(at), toMilliseconds(at)},
                    [](const Row &row) {
                        return ReceivedMessage{{row.integer(0)}, {row.integer(1)}, row.time(2)};
                    });
}

Result<std::map<CampaignId, std::vector<RevenueSum>>>
RevenueStore::sums(const std::vector<CampaignId> &campaigns)
{
    QJsonArray ids;
    for (const CampaignId campaign : campaigns)
        ids.append(campaign.value);
    std::map<CampaignId, std::vector<RevenueSum>> sums;
    const Result<> read = forEachRow(
        m_database, uR"(SELECT e.campaign_id, e.currency, sum(e.amount), count(*)
            FROM json_each(?) w CROSS JOIN revenue e ON e.campaign_id = w.value
            GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2)"_s,
        {QString::fromUtf8(QJsonDocument{ids}.toJson(QJsonDocument::Compact))}, [&](const Row &row) {
            sums[{row.integer(0)}].push_back({row.text(1), Money{row.integer(2)}, row.number(3)});
        });
    if (!read)
        return read.error();
    return sums;
}

Result<std::vector<CampaignId>> RevenueStore::campaigns()
{
    std::vector<CampaignId> all;
    const Result<> read =
        forEachRow(m_database, u"SELECT DISTINCT campaign_id FROM revenue ORDER BY campaign_id"_s, {},
                   [&](const Row &row) { all.push_back({row.integer(0)}); });
    if (!read)
        return read.error();
    return all;
}
