#pragma once

#include "base/result.h"

class Database;

/// Puts the content of `source` in the place of what `target` holds, in one transaction: other connections,
/// in other processes too, see the one or the other, and after a crash it is one of them. Both have the
/// schema of this program. Error: Busy when somebody writes for longer than a few seconds.
Result<> replaceContent(Database &target, Database &source);
