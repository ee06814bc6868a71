#include "storage/claimcounter.h"

#include "storage/sql.h"

using namespace Qt::StringLiterals;

Result<qint64> countClaim(Database &database)
{
    return firstInteger(database, uR"(INSERT INTO setting (key, value) VALUES ('claims', '1')
                            ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
                            RETURNING CAST(value AS INTEGER))"_s,
                        {});
}

Result<qint64> claimsSoFar(Database &database)
{
    return firstInteger(
        database, u"SELECT coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'claims'), 0)"_s,
        {});
}
