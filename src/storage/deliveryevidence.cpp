#include "storage/deliveryevidence.h"

#include "domain/campaign.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

Result<std::optional<UtcTime>> DeliveryEvidence::eventSince(const Campaign &campaign)
{
    if (!campaign.startedAt)
        return std::optional<UtcTime>{};
    // In the order of the tables: from the posts since then to whose messages they tell of.
    return firstRow(m_database, uR"(SELECT p.received_at FROM webhook_post p
            CROSS JOIN delivery_event e ON e.post_id = p.id
            WHERE p.id > coalesce((SELECT id FROM webhook_post WHERE received_at < ?
                                   ORDER BY id DESC LIMIT 1), 0)
                AND e.kind = 'status' AND e.message_id <> ''
                AND (EXISTS (SELECT 1 FROM attempt a JOIN recipient r ON r.id = a.recipient_id
                                 JOIN campaign c ON c.id = r.campaign_id
                             WHERE a.message_id = e.message_id AND a.message_id <> '' AND c.account_id = ?)
                    OR EXISTS (SELECT 1 FROM direct_message d
                               WHERE d.message_id = e.message_id AND d.message_id <> ''
                                   AND d.account_id = ?))
            LIMIT 1)"_s,
                    {toMilliseconds(*campaign.startedAt), campaign.accountId.value, campaign.accountId.value},
                    [](const Row &row) { return row.time(0); });
}
