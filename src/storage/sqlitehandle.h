#pragma once

#include "base/result.h"

class Database;
struct sqlite3;

/// The connection itself, for what QtSql cannot do; null where Qt brings a SQLite of its own, which must not
/// be called through the one that this program links.
Result<sqlite3 *> sqliteHandle(Database &database);
