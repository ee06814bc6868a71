#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/recipientstatus.h"

#include <array>
#include <map>

class Database;

/// The one place that changes the counters of a campaign. Collects what a transaction does to people; `store`
/// writes it, inside the same transaction.
class CampaignTally
{
public:
    explicit CampaignTally(Database &database)
        : m_database{database}
    {
    }

    void add(CampaignId campaign, const DeliveryProgress &progress) { count(campaign, progress, 1); }
    void remove(CampaignId campaign, const DeliveryProgress &progress) { count(campaign, progress, -1); }
    void move(CampaignId campaign, const DeliveryProgress &before, const DeliveryProgress &after);

    /// For many people at once whose times stay as they are, between statuses that say nothing about how far
    /// the message got.
    void moveMany(CampaignId campaign, RecipientStatus from, RecipientStatus to, int people);
    /// For many people at once who lose this `failedAt`.
    void forgetFailures(CampaignId campaign, qint64 minute, int people);

    Result<> store();

private:
    static constexpr size_t kSteps = 5; // sent, delivered, read, responded, failed
    struct Change
    {
        std::array<int, kRecipientStatuses.size()> byStatus{};
        std::array<int, 4> reached{};
        std::map<qint64, std::array<int, kSteps>> byMinute;
    };

    void count(CampaignId campaign, const DeliveryProgress &progress, int by);
    Result<> storeCounts(CampaignId campaign, const Change &change);
    Result<> storeMinutes(CampaignId campaign, const Change &change);

    Database &m_database;
    std::map<CampaignId, Change> m_changes;
};

/// The minute since 1970 in which a moment lies.
qint64 minuteOf(UtcTime time);
