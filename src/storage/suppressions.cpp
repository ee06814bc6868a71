#include "storage/suppressions.h"

#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

Result<> markOptedInAgain(Database &database, const PhoneNumber &phone)
{
    const Result<int> marked =
        execute(database, u"UPDATE contact SET opted_out_at = NULL, opt_out_source = '' WHERE phone = ?"_s,
                {phone.e164()});
    if (!marked)
        return marked.error();
    return Done{};
}

} // namespace

Result<> suppress(Database &database, const PhoneNumber &phone, const QString &source, UtcTime now)
{
    const Result<int> listed =
        execute(database, uR"(INSERT INTO suppression (phone, source, added_at) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET added_at = max(added_at, excluded.added_at),
                        source = CASE WHEN source = 'whatsapp' THEN excluded.source ELSE source END)"_s,
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

Result<> unsuppress(Database &database, const PhoneNumber &phone)
{
    const Result<int> lifted =
        execute(database, u"DELETE FROM suppression WHERE phone = ?"_s, {phone.e164()});
    if (!lifted)
        return lifted.error();
    return *lifted > 0 ? markOptedInAgain(database, phone) : Done{};
}

Result<bool> noteStop(Database &database, const PhoneNumber &phone, UtcTime saidAt)
{
    const Result<qint64> resumedLater =
        firstInteger(database, uR"(SELECT count(*) FROM contact
                    WHERE phone = ? AND opt_in_source = ? AND opted_in_at > ?)"_s,
                     {phone.e164(), QString::fromLatin1(kSuppressedByWhatsApp), toMilliseconds(saidAt)});
    if (!resumedLater)
        return resumedLater.error();
    if (*resumedLater > 0)
        return false;
    const Result<> listed = suppress(database, phone, QString::fromLatin1(kSuppressedByWhatsApp), saidAt);
    if (!listed)
        return listed.error();
    return true;
}

Result<bool> noteResume(Database &database, const PhoneNumber &phone, UtcTime saidAt)
{
    const QString whatsApp = QString::fromLatin1(kSuppressedByWhatsApp);
    const Result<int> noted =
        execute(database, uR"(UPDATE contact SET opted_in_at = ?, opt_in_source = ?
                    WHERE phone = ? AND coalesce(opted_in_at, 0) < ?)"_s,
                {toMilliseconds(saidAt), whatsApp, phone.e164(), toMilliseconds(saidAt)});
    if (!noted)
        return noted.error();
    const Result<int> lifted =
        execute(database, u"DELETE FROM suppression WHERE phone = ? AND source = ? AND added_at < ?"_s,
                {phone.e164(), whatsApp, toMilliseconds(saidAt)});
    if (!lifted)
        return lifted.error();
    if (*lifted == 0)
        return false;
    if (const Result<> marked = markOptedInAgain(database, phone); !marked)
        return marked.error();
    return true;
}
