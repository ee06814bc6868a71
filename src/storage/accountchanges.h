#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"

class Database;

/// Takes over what Meta says about an account or a number; inside a transaction. Limits that changed hold
/// from now on. Where the account may not begin conversations any more, its campaigns that send or wait for
/// their time pause with the reason; that it may again is noted, and a person decides what goes on.
Result<AppliedEvent> applyAccountEvent(Database &database, const AccountEvent &event, UtcTime now);
