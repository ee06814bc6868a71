#include "storage/contacttags.h"

#include "storage/sql.h"

using namespace Qt::StringLiterals;

Result<qint64> tagNamed(Database &database, const QString &name)
{
    const Result<> made =
        run(database, u"INSERT INTO tag (name) VALUES (?) ON CONFLICT DO NOTHING"_s, {name});
    return made ? firstInteger(database, u"SELECT id FROM tag WHERE name = ?"_s, {name})
                : Result<qint64>{made.error()};
}

Result<> forgetUnusedTags(Database &database)
{
    return run(database,
               u"DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM contact_tag WHERE tag_id = tag.id)"_s, {});
}
