#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/retryoffer.h"

class CampaignTally;
class Database;

/// Who of a campaign's failed people may be tried again, who not, and who not yet.
Result<RetryOffer> offerFor(Database &database, CampaignId id, UtcTime now);

/// Makes those pending again who are offered a second try, not before they may be tried; inside a
/// transaction. The counters are left in `tally`.
Result<> retryOffered(Database &database, CampaignTally &tally, CampaignId id, const RetryOffer &offer,
                      UtcTime now);
