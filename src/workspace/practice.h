#pragma once

#include "base/clock.h"
#include "base/result.h"

class Database;

/// Puts the simulator's business into a new workspace: its number, its templates and some people to write to.
/// The address of the simulator is no part of it: whoever runs the engine starts one.
Result<> fillPracticeWorkspace(Database &database, UtcTime now);
