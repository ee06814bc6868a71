#pragma once

#include "base/result.h"
#include "domain/campaign.h"

class Database;

/// Freezes the template and the defaults, carries out `event`, which is to make the campaign live, and sets
/// everybody aside who is suppressed by now. Refused with code "wrong_state" where the table forbids it, and
/// with "still_filling" while a list comes in. For an open transaction.
Result<Campaign> armCampaign(Database &database, Campaign campaign, const MessageTemplate &frozen,
                             CampaignEvent event, UtcTime now);
