#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "storage/campaigntally.h"

#include <vector>

class Database;

/// Where messages come from that a business is charged for and that are in no campaign.
enum class ChargeOrigin {
    Direct, ///< tests and answers
    Deleted, ///< their campaign is gone
};

/// Counts so many messages of an account more, or fewer. For an open transaction.
Result<> countAccountCharge(Database &database, AccountId account, ChargeOrigin origin, const Charge &charge,
                            int by);

/// Makes what Meta charged for these people of a campaign, who are about to be deleted, the account's alone,
/// and frees what is reserved for them. For an open transaction; `tally` is left for the caller to store.
Result<> handOverCharges(Database &database, CampaignTally &tally, CampaignId campaign,
                         const std::vector<qint64> &people);
