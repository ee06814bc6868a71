#include "storage/contactrows.h"

#include "storage/sql.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QStringList textsFromJson(const QString &json)
{
    QStringList texts;
    if (json == "[]"_L1)
        return texts;
    for (const QJsonValue value : QJsonDocument::fromJson(json.toUtf8()).array())
        texts << value.toString();
    return texts;
}

} // namespace

QString selectContacts()
{
    return uR"(SELECT id, phone, user_id, region, name, attributes, created_at, opted_in_at, opt_in_source,
                      opt_in_words, opt_in_file, opted_out_at, opt_out_source,
                      EXISTS (SELECT 1 FROM suppression s WHERE s.phone = contact.phone),
                      (SELECT json_group_array(name) FROM (SELECT t.name FROM tag t WHERE EXISTS
                          (SELECT 1 FROM contact_tag ct WHERE ct.tag_id = t.id AND ct.contact_id = contact.id)
                          ORDER BY t.name))
               FROM contact )"_s;
}

QString isInBook(const QString &id)
{
    return uR"((%1 > 0 AND NOT EXISTS
                (SELECT 1 FROM contact_arriving a WHERE %1 BETWEEN a.first_id AND a.last_id)))"_s.arg(id);
}

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
    contact.createdAt = row.time(column++);
    contact.optedInAt = row.optionalTime(column++);
    contact.optInSource = row.text(column++);
    contact.optInWords = row.text(column++);
    contact.optInFile = row.text(column++);
    contact.optedOutAt = row.optionalTime(column++);
    contact.optOutSource = row.text(column++);
    contact.isSuppressed = row.isTrue(column++);
    contact.tags = textsFromJson(row.text(column++));
    return contact;
}
