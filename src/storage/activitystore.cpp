#include "storage/activitystore.h"

#include "storage/database.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<Activity>> readActivities(Database &database, const QString &condition,
                                             const QVariantList &values)
{
    std::vector<Activity> activities;
    const Result<> read =
        forEachRow(database, u"SELECT id, campaign_id, at, what FROM activity "_s + condition, values,
                   [&](const Row &row) {
                       Activity activity{row.integer(0), std::nullopt, row.time(2), row.text(3)};
                       if (!row.isNull(1))
                           activity.campaign = CampaignId{row.integer(1)};
                       activities.push_back(activity);
                   });
    if (!read)
        return read.error();
    return activities;
}

} // namespace

Result<> ActivityStore::note(std::optional<CampaignId> campaign, const QString &what, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<qint64> noted =
            insert(m_database, u"INSERT INTO activity (campaign_id, at, what) VALUES (?, ?, ?)"_s,
                   {campaign ? QVariant{campaign->value} : QVariant{}, toMilliseconds(now), what});
        if (!noted)
            return noted.error();
        return Done{};
    });
}

Result<std::vector<Activity>> ActivityStore::newest(CampaignId campaign, int limit,
                                                    std::optional<qint64> before)
{
    return readActivities(
        m_database, u"WHERE campaign_id = ? AND id < ? ORDER BY id DESC LIMIT ?"_s,
        {campaign.value, before.value_or(std::numeric_limits<qint64>::max()), limit > 0 ? limit : -1});
}

Result<std::vector<Activity>> ActivityStore::since(CampaignId campaign, qint64 after)
{
    return readActivities(m_database, u"WHERE campaign_id = ? AND id > ? ORDER BY id"_s,
                          {campaign.value, after});
}
