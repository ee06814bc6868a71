#pragma once

#include "measurement.h"

#include "base/result.h"

/// Claims and answers written to the real ledger, against plain inserts through SQLite's own interface with
/// the same groups and the same durability.
Result<std::vector<Measurement>> measureLedger();
