#include "storage/personhistory.h"

#include "domain/whatsappnumber.h"
#include "storage/sql.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// No person has gone on so often: what goes round in a circle ends here.
constexpr size_t kLongestWay = 50;

PhoneNumber asStored(const PhoneNumber &phone)
{
    return spellingsOnWhatsApp(phone).front();
}

QString storedText(const QString &phone)
{
    const std::optional<PhoneNumber> number = PhoneNumber::fromE164(phone);
    return number ? asStored(*number).e164() : QString{};
}

} // namespace

Result<std::optional<KnownChange>> noteChange(Database &database, const PersonChangeEvent &event)
{
    const QString left = storedText(event.oldPhone);
    const QString entered = storedText(event.newPhone);
    const Result<qint64> known =
        firstInteger(database, uR"(SELECT count(*) FROM person_change WHERE old_user_id = ? AND new_phone = ?
                    AND new_user_id = ? AND at = ? AND (old_phone = ? OR ? = ''))"_s,
                     {event.oldUserId, entered, event.newUserId, toMilliseconds(event.at), left, left});
    if (!known)
        return known.error();
    if (*known > 0)
        return std::optional<KnownChange>{};
    const Result<qint64> id =
        insert(database, uR"(INSERT INTO person_change (old_phone, old_user_id, new_phone, new_user_id,
                        new_region, at) VALUES (?, ?, ?, ?, ?, ?))"_s,
               {left, event.oldUserId, entered, event.newUserId, event.newRegion, toMilliseconds(event.at)});
    if (!id)
        return id.error();
    return std::optional{
        KnownChange{*id, event}
    };
}

Result<> noteLeft(Database &database, const KnownChange &change, const PhoneNumber &left)
{
    const Result<int> noted =
        execute(database, u"UPDATE person_change SET old_phone = ? WHERE id = ? AND old_phone = ''"_s,
                {asStored(left).e164(), change.id});
    if (!noted)
        return noted.error();
    return Done{};
}

Result<std::vector<KnownChange>> changesOf(Database &database, const QString &userId)
{
    std::vector<KnownChange> changes;
    const Result<> read =
        forEachRow(database, uR"(SELECT id, old_phone, old_user_id, new_phone, new_user_id, new_region, at
                    FROM person_change WHERE old_user_id = ? AND old_user_id <> '' ORDER BY at, id)"_s,
                   {userId}, [&](const Row &row) {
                       changes.push_back({
                           row.integer(0),
                           {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.time(6)}
                       });
                   });
    if (!read)
        return read.error();
    return changes;
}

Result<Way> wayFrom(Database &database, const PhoneNumber &phone, UtcTime at)
{
    struct Step
    {
        QString phone;
        QString region;
        UtcTime at;
    };
    Way way;
    way.phone = asStored(phone);
    for (UtcTime since = at; way.left.size() < kLongestWay;) {
        const Result<std::optional<Step>> step =
            firstRow(database, uR"(SELECT new_phone, new_region, at FROM person_change
                          WHERE old_phone = ? AND old_phone <> '' AND at >= ? AND new_phone <> ''
                                AND new_phone <> old_phone ORDER BY at, id LIMIT 1)"_s,
                     {way.phone.e164(), toMilliseconds(since)}, [](const Row &row) {
                         return Step{row.text(0), row.text(1), row.time(2)};
                     });
        if (!step)
            return step.error();
        if (!*step)
            break;
        way.left.push_back({way.phone, (*step)->at});
        way.phone = PhoneNumber::fromE164((*step)->phone).value_or(PhoneNumber{});
        way.region = (*step)->region;
        since = (*step)->at;
    }
    return way;
}

Result<std::vector<PhoneNumber>> laterNumbers(Database &database, const PhoneNumber &phone)
{
    const QString first = asStored(phone).e164();
    QSet<QString> seen{first, phone.e164()};
    std::vector<PhoneNumber> later;
    std::vector<QString> open{first};
    while (!open.empty()) {
        const QString number = open.back();
        open.pop_back();
        const Result<> read = forEachRow(database, uR"(SELECT DISTINCT new_phone FROM person_change
                          WHERE old_phone = ? AND old_phone <> '' AND new_phone <> '')"_s,
                                         {number}, [&](const Row &row) {
                                             const std::optional<PhoneNumber> next =
                                                 PhoneNumber::fromE164(row.text(0));
                                             if (!next || seen.contains(row.text(0)))
                                                 return;
                                             seen.insert(row.text(0));
                                             open.push_back(row.text(0));
                                             later.push_back(*next);
                                         });
        if (!read)
            return read.error();
    }
    return later;
}

Result<std::optional<UtcTime>> lastArrivalAt(Database &database, const PhoneNumber &phone)
{
    return firstRow(
        database,
        uR"(SELECT at FROM person_change WHERE new_phone = ? AND new_phone <> '' AND old_phone <> new_phone
                        ORDER BY at DESC LIMIT 1)"_s,
        {asStored(phone).e164()}, [](const Row &row) { return row.time(0); });
}
