#include "storage/arming.h"

#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/draftpeople.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

Result<> keepSuppressedOut(Database &database, CampaignId campaign)
{
    const Result<int> kept =
        execute(database, uR"(UPDATE recipient SET status = 'opted_out', not_before = 0 WHERE id IN
                        (SELECT r.id FROM suppression s CROSS JOIN recipient r
                         ON r.campaign_id = ? AND r.phone = s.phone WHERE r.status = 'pending'))"_s,
                {campaign.value});
    if (!kept)
        return kept.error();
    CampaignTally tally{database};
    tally.moveMany(campaign, RecipientStatus::Pending, RecipientStatus::OptedOut, *kept);
    return tally.store();
}

} // namespace

Result<Campaign> armCampaign(Database &database, Campaign campaign, const MessageTemplate &frozen,
                             CampaignEvent event, UtcTime now)
{
    if (const Result<> filled = requireNotFilling(database, campaign.id); !filled)
        return filled.error();
    campaign.frozenTemplate = frozen;
    if (const Result<> done = carryOutOrRefuse(database, campaign, event, {}, now); !done)
        return done.error();
    if (const Result<> kept = keepSuppressedOut(database, campaign.id); !kept)
        return kept.error();
    return loadCampaign(database, campaign.id);
}
