#pragma once

#include "domain/ports/sendledger.h"

#include <span>

class CampaignTally;
class Database;

/// Writes what became of claims, inside an open transaction: attempt, person, suppression, and the events
/// that came before their answer. An answer that an event or a person knew better than changes nobody. What
/// changes in the counters is left in `tally` for the caller to store.
Result<> settleAnswers(Database &database, CampaignTally &tally, std::span<const Settlement> answers);
