#pragma once

#include "base/result.h"

#include <functional>

class Database;

// How often messages were claimed in this workspace, whatever became of them and of their campaigns. It only
// grows, so a copy with fewer is older.

/// Counts one more, inside an open transaction; how many there are now.
Result<qint64> countClaim(Database &database);

Result<qint64> claimsSoFar(Database &database);

/// Told how many there are once a claim is committed.
using ClaimObserver = std::function<void(qint64 claims)>;
