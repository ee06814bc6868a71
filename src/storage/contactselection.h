#pragma once

#include "base/result.h"
#include "storage/contactset.h"

#include <QString>
#include <QVariant>

class Database;
struct sqlite3;

/// The contacts whose ids `sql` selects in its one column; ids below 1 stand for nobody in the book and are
/// left out. A million take about 50 ms, where a row each would take three times as long.
Result<ContactSet> selectContacts(Database &database, const QString &sql, const QVariantList &values);

/// Makes known to a connection the SQL function that selectContacts() rests on. False where SQLite does not
/// take it.
bool addContactSetFunction(sqlite3 *connection);
