#include "storage/campaigntally.h"

#include "storage/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

qint64 minuteOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

qint64 quarterOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count() / 15;
}

qint64 keptDelay(UtcTime from, UtcTime to)
{
    constexpr qint64 kThreeDigits = 1000;
    constexpr qint64 kCoarsest = 10'000'000; // for delays of more than 115 days
    const qint64 delay = std::max<qint64>(0, (to - from).count());
    qint64 unit = 1;
    while (delay / unit >= kThreeDigits && unit < kCoarsest)
        unit *= 10;
    return delay / unit * unit;
}

void CampaignTally::move(CampaignId campaign, const DeliveryProgress &before, const DeliveryProgress &after)
{
    if (before == after)
        return;
    remove(campaign, before);
    add(campaign, after);
}

void CampaignTally::moveMany(CampaignId campaign, RecipientStatus from, RecipientStatus to, int people)
{
    Q_ASSERT(!reachedBy({from}).sent && !reachedBy({to}).sent);
    Change &change = m_changes[campaign];
    change.byStatus[static_cast<size_t>(from)] -= people;
    change.byStatus[static_cast<size_t>(to)] += people;
}

void CampaignTally::forgetFailures(CampaignId campaign, qint64 minute, int people)
{
    m_changes[campaign].byMinute[minute].back() -= people;
}

void CampaignTally::addPrice(CampaignId campaign, const Charge &charge, int messages)
{
    Change &change = m_changes[campaign];
    change.byPrice[charge.price] += messages;
    change.byCharge[charge] += messages;
}

void CampaignTally::moveCharge(CampaignId campaign, const Charge &before, const Charge &after)
{
    Change &change = m_changes[campaign];
    --change.byCharge[before];
    ++change.byCharge[after];
}

void CampaignTally::count(CampaignId campaign, const DeliveryProgress &progress, int by)
{
    Change &change = m_changes[campaign];
    change.byStatus[static_cast<size_t>(progress.status)] += by;
    const Reached reached = reachedBy(progress);
    const std::array reachedSteps{reached.sent, reached.delivered, reached.read, reached.responded};
    for (size_t step = 0; step < reachedSteps.size(); ++step)
        change.reached[step] += reachedSteps[step] ? by : 0;
    const std::array times{progress.sentAt, progress.deliveredAt, progress.readAt, progress.respondedAt,
                           progress.failedAt};
    for (size_t step = 0; step < times.size(); ++step) {
        if (times[step])
            change.byMinute[minuteOf(*times[step])][step] += by;
    }
    if (!progress.sentAt)
        return;
    for (size_t step = 0; step < kDelays; ++step) {
        if (const std::optional<UtcTime> &time = times[step + 1])
            change.byDelay[step][keptDelay(*progress.sentAt, *time)] += by;
    }
}

Result<> CampaignTally::store()
{
    for (const auto &[campaign, change] : m_changes) {
        if (const Result<> stored = storeCounts(campaign, change); !stored)
            return stored.error();
        if (const Result<> stored = storeMinutes(campaign, change); !stored)
            return stored.error();
        if (const Result<> stored = storeDelays(campaign, change); !stored)
            return stored.error();
        if (const Result<> stored = storePrices(campaign, change); !stored)
            return stored.error();
        if (const Result<> stored = storeCharges(campaign, change); !stored)
            return stored.error();
        if (const Result<> stored = storeReserved(campaign, change); !stored)
            return stored.error();
    }
    m_changes.clear();
    return Done{};
}

Result<> CampaignTally::storeCounts(CampaignId campaign, const Change &change)
{
    const auto isZero = [](int by) { return by == 0; };
    if (std::all_of(change.byStatus.begin(), change.byStatus.end(), isZero)
        && std::all_of(change.reached.begin(), change.reached.end(), isZero))
        return Done{};
    QVariantList values;
    for (const int by : change.byStatus)
        values << by;
    for (const int by : change.reached)
        values << by;
    values << campaign.value;
    const Result<int> updated = execute(m_database, uR"(UPDATE campaign_counts SET
                        pending = pending + ?, sending = sending + ?, sent = sent + ?,
                        delivered = delivered + ?, read = read + ?, responded = responded + ?,
                        failed = failed + ?, opted_out = opted_out + ?, skipped = skipped + ?,
                        unconfirmed = unconfirmed + ?, reached_sent = reached_sent + ?,
                        reached_delivered = reached_delivered + ?, reached_read = reached_read + ?,
                        reached_responded = reached_responded + ?
                    WHERE campaign_id = ?)"_s,
                                        values);
    if (!updated)
        return updated.error();
    return Done{};
}

Result<> CampaignTally::storeMinutes(CampaignId campaign, const Change &change)
{
    for (const auto &[minute, steps] : change.byMinute) {
        if (std::all_of(steps.begin(), steps.end(), [](int by) { return by == 0; }))
            continue;
        QVariantList values{campaign.value, minute};
        for (const int by : steps)
            values << by;
        const Result<int> stored = execute(m_database, uR"(INSERT INTO campaign_minute
                            (campaign_id, minute, sent, delivered, read, responded, failed)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET sent = sent + excluded.sent,
                            delivered = delivered + excluded.delivered, read = read + excluded.read,
                            responded = responded + excluded.responded, failed = failed + excluded.failed)"_s,
                                           values);
        if (!stored)
            return stored.error();
    }
    return Done{};
}

Result<> CampaignTally::storeDelays(CampaignId campaign, const Change &change)
{
    const std::array names{u"delivered"_s, u"read"_s, u"responded"_s};
    for (size_t step = 0; step < kDelays; ++step) {
        for (const auto &[delay, people] : change.byDelay[step]) {
            if (people == 0)
                continue;
            const Result<int> stored =
                execute(m_database,
                        uR"(INSERT INTO campaign_delay (campaign_id, step, delay, people) VALUES (?, ?, ?, ?)
                                ON CONFLICT DO UPDATE SET people = people + excluded.people)"_s,
                        {campaign.value, names[step], delay, people});
            if (!stored)
                return stored.error();
        }
    }
    return Done{};
}

Result<> CampaignTally::storePrices(CampaignId campaign, const Change &change)
{
    for (const auto &[price, messages] : change.byPrice) {
        const Result<int> stored =
            execute(m_database, uR"(INSERT INTO campaign_price (campaign_id, price, messages) VALUES (?, ?, ?)
                            ON CONFLICT DO UPDATE SET messages = messages + excluded.messages)"_s,
                    {campaign.value, price, messages});
        if (!stored)
            return stored.error();
    }
    return Done{};
}

Result<> CampaignTally::storeCharges(CampaignId campaign, const Change &change)
{
    for (const auto &[charge, messages] : change.byCharge) {
        if (messages == 0)
            continue;
        const Result<int> stored = execute(
            m_database, uR"(INSERT INTO campaign_charge (campaign_id, quarter, region, price, messages)
                            VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT DO UPDATE SET messages = messages + excluded.messages)"_s,
            {campaign.value, charge.quarter, charge.region, charge.price, messages});
        if (!stored)
            return stored.error();
    }
    return Done{};
}

Result<> CampaignTally::storeReserved(CampaignId campaign, const Change &change)
{
    if (change.reserved == 0)
        return Done{};
    const Result<int> stored =
        execute(m_database, u"UPDATE campaign_counts SET reserved = reserved + ? WHERE campaign_id = ?"_s,
                {change.reserved, campaign.value});
    if (!stored)
        return stored.error();
    return Done{};
}
