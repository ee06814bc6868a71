#pragma once

#include "base/result.h"

#include <QString>

class Database;

// Tags by their names, inside a transaction. A tag is there as long as somebody has it.

/// The id of a tag, which is made where there is none of this name.
Result<qint64> tagNamed(Database &database, const QString &name);

/// Deletes those that nobody has any more.
Result<> forgetUnusedTags(Database &database);
