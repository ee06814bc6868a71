#pragma once

#include "base/clock.h"
#include "base/result.h"

class Database;

/// Whoever must not be written to in `from`, or was erased there, is so in `to` afterwards: for a backup that
/// takes the place of what people have told us since. Where they went since, and what they took back, is
/// known there too. How many are kept out that were not before. `to` is used by nobody else.
Result<int> carryOptOuts(Database &from, Database &to, UtcTime now);
