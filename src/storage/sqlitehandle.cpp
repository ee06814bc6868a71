#include "storage/sqlitehandle.h"

#include "storage/database.h"
#include "storage/sql.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <sqlite3.h>

#include <cstring>

using namespace Qt::StringLiterals;

Result<sqlite3 *> sqliteHandle(Database &database)
{
    const auto source =
        firstRow(database, u"SELECT sqlite_source_id()"_s, {}, [](const Row &row) { return row.text(0); });
    if (!source)
        return source.error();
    const QVariant handle = database.connection().driver()->handle();
    const bool isOurs = source->has_value() && **source == QString::fromLatin1(sqlite3_sourceid());
    if (!isOurs || std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}
