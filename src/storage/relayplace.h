#pragma once

#include "base/result.h"
#include "domain/relay.h"

class Database;

/// Inside a transaction. False where this body, or a later one of the queue, was applied before: a queue
/// gives its bodies in their order. Each queue has its place, so that who goes from one relay to another and
/// back loses none.
Result<bool> takePlace(Database &database, const RelayOrigin &origin);
