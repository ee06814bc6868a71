#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/recipientstatus.h"

#include <QString>

#include <array>
#include <map>
#include <tuple>

class Database;

/// What Meta charges for one message.
struct Charge
{
    qint64 quarter = 0; ///< of an hour since 1970, in which it was delivered
    QString region; ///< the country that Meta charges for
    QString price; ///< "marketing/regular"

    friend bool operator<(const Charge &a, const Charge &b)
    {
        return std::tie(a.quarter, a.region, a.price) < std::tie(b.quarter, b.region, b.price);
    }
};

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

    /// For delivered messages of which Meta told, for the first time, how they are priced; fewer than none
    /// for those that are deleted.
    void addPrice(CampaignId campaign, const Charge &charge, int messages = 1);
    /// For one that was delivered earlier than was known.
    void moveCharge(CampaignId campaign, const Charge &before, const Charge &after);

    /// Of the budget of a campaign, in millionths of its currency.
    void reserve(CampaignId campaign, qint64 millionths) { m_changes[campaign].reserved += millionths; }

    Result<> store();

private:
    static constexpr size_t kSteps = 5; // sent, delivered, read, responded, failed
    static constexpr size_t kDelays = 3; // delivered, read, responded
    struct Change
    {
        std::array<int, kRecipientStatuses.size()> byStatus{};
        std::array<int, 4> reached{};
        std::map<qint64, std::array<int, kSteps>> byMinute;
        std::array<std::map<qint64, int>, kDelays> byDelay;
        std::map<QString, int> byPrice;
        std::map<Charge, int> byCharge;
        qint64 reserved = 0;
    };

    void count(CampaignId campaign, const DeliveryProgress &progress, int by);
    Result<> storeCounts(CampaignId campaign, const Change &change);
    Result<> storeMinutes(CampaignId campaign, const Change &change);
    Result<> storeDelays(CampaignId campaign, const Change &change);
    Result<> storePrices(CampaignId campaign, const Change &change);
    Result<> storeCharges(CampaignId campaign, const Change &change);
    Result<> storeReserved(CampaignId campaign, const Change &change);

    Database &m_database;
    std::map<CampaignId, Change> m_changes;
};

/// The quarter of an hour since 1970 in which a moment lies.
qint64 quarterOf(UtcTime time);

/// The minute since 1970 in which a moment lies.
qint64 minuteOf(UtcTime time);

/// How long a step took as it is counted: never less than nothing (Meta's times are whole seconds, ours are
/// not), and three digits, the others 0: 4,217 ms is 4,210 ms.
qint64 keptDelay(UtcTime from, UtcTime to);
