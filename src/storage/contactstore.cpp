#include "storage/contactstore.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

using namespace Qt::StringLiterals;

namespace {

Contact contactFrom(const Row &row)
{
    int column = 0;
    Contact contact;
    contact.id = {row.integer(column++)};
    contact.phone = PhoneNumber::fromE164(row.text(column++)).value_or(PhoneNumber{});
    contact.userId = row.text(column++);
    contact.region = row.text(column++);
    contact.name = row.text(column++);
    contact.attributes = mapFromJson(row.text(column++));
    contact.optedInAt = row.optionalTime(column++);
    contact.optInSource = row.text(column++);
    contact.optedOutAt = row.optionalTime(column++);
    contact.optOutSource = row.text(column++);
    contact.isSuppressed = row.isTrue(column++);
    return contact;
}

QString select()
{
    return uR"(SELECT id, phone, user_id, region, name, attributes, opted_in_at, opt_in_source, opted_out_at,
                      opt_out_source, EXISTS (SELECT 1 FROM suppression s WHERE s.phone = contact.phone)
               FROM contact )"_s;
}

Result<> makeSureOf(Database &database, const PhoneNumber &phone, UtcTime now)
{
    const Result<int> made =
        execute(database, u"INSERT INTO contact (phone, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                {phone.e164(), toMilliseconds(now)});
    if (!made)
        return made.error();
    return Done{};
}

} // namespace

Result<std::optional<Contact>> ContactStore::find(const PhoneNumber &phone)
{
    return firstRow(m_database, select() + u"WHERE phone = ?"_s, {phone.e164()}, contactFrom);
}

Result<std::vector<Contact>> ContactStore::list(const ContactQuery &query)
{
    QString condition = u"WHERE id > ?"_s;
    QVariantList values{query.after.value_or(ContactId{}).value};
    if (!query.search.isEmpty()) {
        condition += uR"( AND (phone LIKE ? ESCAPE '\' OR name LIKE ? ESCAPE '\'))"_s;
        values << likePattern(query.search) << likePattern(query.search);
    }
    condition += u" ORDER BY id LIMIT %1"_s.arg(query.limit > 0 ? query.limit : -1);
    std::vector<Contact> contacts;
    const Result<> read = forEachRow(m_database, select() + condition, values,
                                     [&](const Row &row) { contacts.push_back(contactFrom(row)); });
    if (!read)
        return read.error();
    return contacts;
}

Result<qint64> ContactStore::count()
{
    return firstInteger(m_database, u"SELECT count(*) FROM contact"_s);
}

Result<> ContactStore::optOut(const PhoneNumber &phone, const QString &source, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<> known = makeSureOf(m_database, phone, now); !known)
            return known.error();
        return suppress(m_database, phone, source, now);
    });
}

Result<> ContactStore::optIn(const PhoneNumber &phone, const QString &source, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<> known = makeSureOf(m_database, phone, now); !known)
            return known.error();
        if (const Result<> lifted = unsuppress(m_database, phone); !lifted)
            return lifted.error();
        const Result<int> noted =
            execute(m_database, u"UPDATE contact SET opted_in_at = ?, opt_in_source = ? WHERE phone = ?"_s,
                    {toMilliseconds(now), source, phone.e164()});
        if (!noted)
            return noted.error();
        return Done{};
    });
}

Result<bool> ContactStore::isSuppressed(const PhoneNumber &phone)
{
    const Result<qint64> listed =
        firstInteger(m_database, u"SELECT count(*) FROM suppression WHERE phone = ?"_s, {phone.e164()});
    if (!listed)
        return listed.error();
    return *listed > 0;
}
