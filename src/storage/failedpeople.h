#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/retryoffer.h"

#include <QString>

class CampaignTally;
class Database;

/// The condition for a recipient called r to have failed for a reason that may be tried again.
QString failedForNow();

/// Who of a campaign's failed people may be tried again, who not, and who not yet.
Result<RetryOffer> offerFor(Database &database, CampaignId id, UtcTime now);

/// Makes those pending again who are offered a second try, not before they may be tried; inside a
/// transaction. The counters are left in `tally`.
Result<> retryOffered(Database &database, CampaignTally &tally, CampaignId id, const RetryOffer &offer,
                      UtcTime now);
