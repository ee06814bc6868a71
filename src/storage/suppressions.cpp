#include "storage/suppressions.h"

#include "storage/sql.h"

using namespace Qt::StringLiterals;

Result<> suppress(Database &database, const PhoneNumber &phone, const QString &source, UtcTime now)
{
    const Result<int> listed =
        execute(database, uR"(INSERT INTO suppression (phone, source, added_at) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET source = excluded.source WHERE source = 'whatsapp')"_s,
                {phone.e164(), source, toMilliseconds(now)});
    if (!listed)
        return listed.error();
    const Result<int> marked =
        execute(database, uR"(UPDATE contact SET opted_out_at = coalesce(opted_out_at, ?),
                        opt_out_source = (SELECT source FROM suppression WHERE phone = contact.phone)
                    WHERE phone = ?)"_s,
                {toMilliseconds(now), phone.e164()});
    if (!marked)
        return marked.error();
    return Done{};
}

Result<> unsuppress(Database &database, const PhoneNumber &phone, const QString &source)
{
    const Result<int> lifted =
        execute(database, u"DELETE FROM suppression WHERE phone = ? AND (? = '' OR source = ?)"_s,
                {phone.e164(), source, source});
    if (!lifted)
        return lifted.error();
    if (*lifted == 0)
        return Done{};
    const Result<int> marked =
        execute(database, u"UPDATE contact SET opted_out_at = NULL, opt_out_source = '' WHERE phone = ?"_s,
                {phone.e164()});
    if (!marked)
        return marked.error();
    return Done{};
}
