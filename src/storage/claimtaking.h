#pragma once

#include "domain/ports/sendledger.h"

class CampaignTally;
class Database;
class PortfolioAllowance;

/// Does what `SendLedger::claim` promises, inside an open transaction, apart from the answers. The counters
/// of the campaign must be right in the database; what changes is left in `tally` for the caller to store.
Result<ClaimResult> takeClaims(Database &database, PortfolioAllowance &allowance, CampaignTally &tally,
                               const ClaimRequest &request);
