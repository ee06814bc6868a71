#include "storage/personhistory.h"

#include "domain/whatsappnumber.h"
#include "storage/sql.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kMark{u'#'};

/// No person has gone on so often: what goes round in a circle ends here.
constexpr size_t kLongestWay = 50;

/// A number, or the mark of one that may not be written down, as it stands in a change.
QString placeOf(const PhoneNumber &phone)
{
    const std::vector<PhoneNumber> spellings = spellingsOnWhatsApp(phone);
    return spellings.empty() ? QString{} : spellings.front().e164();
}

QString placeOf(const QString &text)
{
    return isMark(text) ? text : placeOf(numberFrom(text));
}

/// However WhatsApp spells it.
QVariantList writtenAs(const QString &place)
{
    return isMark(place) ? QVariantList{place, place} : bothSpellings(numberFrom(place));
}

KnownChange changeFrom(const Row &row)
{
    return {
        row.integer(0), {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.time(6)}
    };
}

const QString kSelectChange =
    u"SELECT id, old_phone, old_user_id, new_phone, new_user_id, new_region, at FROM person_change "_s;

/// The earliest first.
Result<std::vector<KnownChange>> readChanges(Database &database, const QString &condition,
                                             const QVariantList &values)
{
    std::vector<KnownChange> changes;
    const Result<> read = forEachRow(database, kSelectChange + condition + u" ORDER BY at, id"_s, values,
                                     [&](const Row &row) { changes.push_back(changeFrom(row)); });
    if (!read)
        return read.error();
    return changes;
}

Result<qint64> insertChange(Database &database, const PersonChangeEvent &event)
{
    return insert(database, uR"(INSERT INTO person_change (old_phone, old_user_id, new_phone, new_user_id,
                        new_region, at, follower_id) VALUES (?, ?, ?, ?, ?, ?, 0))"_s,
                  {event.oldPhone, event.oldUserId, event.newPhone, event.newUserId, event.newRegion,
                   toMilliseconds(event.at)});
}

/// Changes that may be this one: Meta tells one with numbers, with names, or with both.
Result<std::vector<KnownChange>> changesLike(Database &database, const PersonChangeEvent &event)
{
    const auto mayBe = [](const QString &one, const QString &other, const QVariantList &spellings) {
        return one.isEmpty() || other.isEmpty() || one == other || spellings.contains(one);
    };
    const QVariant at = toMilliseconds(event.at);
    const QVariantList left = writtenAs(event.oldPhone);
    const QVariantList entered = writtenAs(event.newPhone);
    std::vector<KnownChange> changes;
    const Result<> read = forEachRow(
        database, kSelectChange + uR"(WHERE id IN (
                SELECT id FROM person_change WHERE old_phone IN (?, ?) AND old_phone <> '' AND at = ? UNION
                SELECT id FROM person_change WHERE new_phone IN (?, ?) AND new_phone <> '' AND at = ? UNION
                SELECT id FROM person_change WHERE old_user_id = ? AND old_user_id <> '' AND at = ?)
            ORDER BY id)"_s,
        left + QVariantList{at} + entered + QVariantList{at, event.oldUserId, at}, [&](const Row &row) {
            KnownChange change = changeFrom(row);
            const PersonChangeEvent &known = change.event;
            if (mayBe(known.oldPhone, event.oldPhone, left) && mayBe(known.newPhone, event.newPhone, entered)
                && mayBe(known.oldUserId, event.oldUserId, {}) && mayBe(known.newUserId, event.newUserId, {}))
                changes.push_back(std::move(change));
        });
    if (!read)
        return read.error();
    return changes;
}

/// Writes into a known change what `told` says of it for the first time; only that is to be applied.
Result<std::optional<KnownChange>> complete(Database &database, const KnownChange &change,
                                            const PersonChangeEvent &told)
{
    KnownChange known = change;
    const auto fill = [](QString &field, const QString &value) {
        const bool isNew = field.isEmpty() && !value.isEmpty();
        if (isNew)
            field = value;
        return isNew;
    };
    bool isNumberNew = fill(known.event.oldPhone, told.oldPhone);
    isNumberNew |= fill(known.event.newPhone, told.newPhone);
    bool isNameNew = fill(known.event.oldUserId, told.oldUserId);
    isNameNew |= fill(known.event.newUserId, told.newUserId);
    fill(known.event.newRegion, told.newRegion);
    if (!isNumberNew && !isNameNew)
        return std::optional<KnownChange>{};
    const PersonChangeEvent &event = known.event;
    const Result<int> stored = execute(
        database, uR"(UPDATE person_change SET old_phone = ?, old_user_id = ?, new_phone = ?,
                        new_user_id = ?, new_region = ? WHERE id = ?)"_s,
        {event.oldPhone, event.oldUserId, event.newPhone, event.newUserId, event.newRegion, known.id});
    if (!stored)
        return stored.error();
    if (!isNumberNew)
        known.event.newPhone.clear();
    return std::optional{std::move(known)};
}

/// Somebody who came to a number or left it.
struct Passage
{
    QString other; ///< from where or to where; empty: not known
    UtcTime at;
};

// What a number is to those who came to it and to those who left it.
const QString kArrivals = uR"(SELECT old_phone, at FROM person_change WHERE new_phone IN (?, ?)
    AND new_phone <> '' AND old_phone NOT IN (?, ?))"_s;
const QString kDepartures = uR"(SELECT new_phone, at FROM person_change WHERE old_phone IN (?, ?)
    AND old_phone <> '' AND new_phone <> '' AND new_phone NOT IN (?, ?))"_s;

Result<std::optional<Passage>> lastPassage(Database &database, const QString &passages, const QString &place,
                                           UtcTime before)
{
    const QVariantList spellings = writtenAs(place);
    return firstRow(database, passages + u" AND at < ? ORDER BY at DESC, id DESC LIMIT 1"_s,
                    spellings + spellings + QVariantList{toMilliseconds(before)}, [](const Row &row) {
                        return Passage{row.text(0), row.time(1)};
                    });
}

} // namespace

PhoneNumber numberFrom(const QString &text)
{
    return PhoneNumber::fromE164(text).value_or(PhoneNumber{});
}

QString markFrom(const QString &hash)
{
    return kMark + hash;
}

bool isMark(const QString &text)
{
    return text.startsWith(kMark);
}

Result<> replaceInChanges(Database &database, const QString &place, const QString &by)
{
    for (const QString &side : {u"old_phone"_s, u"new_phone"_s}) {
        const Result<int> replaced = execute(
            database, u"UPDATE person_change SET %1 = ? WHERE %1 = ? AND %1 <> ''"_s.arg(side), {by, place});
        if (!replaced)
            return replaced.error();
    }
    return Done{};
}

QVariantList bothSpellings(const PhoneNumber &phone)
{
    const std::vector<PhoneNumber> spellings = spellingsOnWhatsApp(phone);
    if (spellings.empty())
        return {QString{}, QString{}};
    return {spellings.front().e164(), spellings.back().e164()};
}

Result<std::optional<KnownChange>> noteChange(Database &database, const PersonChangeEvent &told)
{
    PersonChangeEvent event = told;
    event.oldPhone = placeOf(told.oldPhone);
    event.newPhone = placeOf(told.newPhone);
    const Result<std::vector<KnownChange>> known = changesLike(database, event);
    if (!known)
        return known.error();
    if (!known->empty())
        return complete(database, known->front(), event);
    const Result<qint64> id = insertChange(database, event);
    if (!id)
        return id.error();
    return std::optional{
        KnownChange{*id, told}
    };
}

Result<bool> isNoted(Database &database, const PersonChangeEvent &told)
{
    PersonChangeEvent event = told;
    event.oldPhone = placeOf(told.oldPhone);
    event.newPhone = placeOf(told.newPhone);
    const Result<std::vector<KnownChange>> known = changesLike(database, event);
    return known ? Result<bool>{!known->empty()} : known.error();
}

Result<> noteLeft(Database &database, const KnownChange &change, const PhoneNumber &left)
{
    const QVariantList spellings = bothSpellings(left);
    const Result<int> noted =
        execute(database, u"UPDATE person_change SET old_phone = ? WHERE id = ? AND old_phone = ''"_s,
                {spellings.front(), change.id});
    if (!noted)
        return noted.error();
    const Result<qint64> isKnown = firstInteger(
        database, uR"(SELECT count(*) FROM person_change WHERE old_phone IN (?, ?) AND old_phone <> ''
                AND new_phone IN (?, ?) AND at = ?)"_s,
        spellings + writtenAs(change.event.newPhone) + QVariantList{toMilliseconds(change.event.at)});
    if (!isKnown)
        return isKnown.error();
    if (*isKnown > 0)
        return Done{};
    PersonChangeEvent other = change.event; // Meta told another number than the one that we knew
    other.oldPhone = placeOf(left);
    other.newPhone = placeOf(change.event.newPhone);
    const Result<qint64> stored = insertChange(database, other);
    if (!stored)
        return stored.error();
    return Done{};
}

Result<> noteBetween(Database &database, const KnownChange &change, const Tenure &before,
                     const PhoneNumber &next)
{
    if (const Result<> noted = noteLeft(database, change, before.phone); !noted)
        return noted;
    const PhoneNumber between = numberFrom(change.event.newPhone);
    const Result<qint64> isKnown = firstInteger(
        database, uR"(SELECT count(*) FROM person_change WHERE old_phone IN (?, ?) AND old_phone <> ''
                AND new_phone IN (?, ?) AND at = ?)"_s,
        bothSpellings(between) + bothSpellings(next) + QVariantList{toMilliseconds(before.until)});
    if (!isKnown)
        return isKnown.error();
    if (*isKnown > 0)
        return Done{};
    const Result<int> stored =
        execute(database,
                uR"(INSERT INTO person_change (old_phone, old_user_id, new_phone, new_user_id, new_region, at,
                follower_id) SELECT ?, '', new_phone, '', new_region, at, follower_id FROM person_change
            WHERE old_phone IN (?, ?) AND old_phone <> '' AND new_phone IN (?, ?) AND at = ? LIMIT 1)"_s,
                QVariantList{placeOf(between)} + bothSpellings(before.phone) + bothSpellings(next)
                    + QVariantList{toMilliseconds(before.until)});
    if (!stored)
        return stored.error();
    return Done{};
}

Result<> noteFollower(Database &database, const Way &way, qint64 contact)
{
    for (size_t index = 0; index < way.left.size(); ++index) {
        const bool isLast = index + 1 == way.left.size();
        const QVariantList spellings = bothSpellings(isLast ? way.phone : way.left[index + 1].phone);
        const Result<> noted = run(
            database,
            u"UPDATE person_change SET follower_id = ? WHERE new_phone IN (?, ?) AND new_phone <> '' AND at = ?"_s,
            QVariantList{contact} + spellings + QVariantList{toMilliseconds(way.left[index].until)});
        if (!noted)
            return noted;
    }
    return Done{};
}

Result<> noteFollower(Database &database, const PhoneNumber &entered, qint64 contact)
{
    return run(database,
               u"UPDATE person_change SET follower_id = ? WHERE new_phone IN (?, ?) AND new_phone <> ''"_s,
               QVariantList{contact} + bothSpellings(entered));
}

Result<std::vector<KnownChange>> changesWithoutContact(Database &database, const PhoneNumber &entered,
                                                       UtcTime since)
{
    const QVariantList spellings = bothSpellings(entered);
    return readChanges(database, uR"(WHERE new_phone IN (?, ?) AND new_phone <> '' AND old_phone NOT IN (?, ?)
                AND at >= ? AND follower_id = 0)"_s,
                       spellings + spellings + QVariantList{toMilliseconds(since)});
}

Result<std::vector<KnownChange>> changesOf(Database &database, const QString &userId)
{
    return readChanges(database, u"WHERE old_user_id = ? AND old_user_id <> ''"_s, {userId});
}

Result<std::vector<KnownChange>> changesTo(Database &database, const QString &userId)
{
    return readChanges(database, u"WHERE new_user_id = ? AND new_user_id <> ''"_s, {userId});
}

Result<std::vector<KnownChange>> allChanges(Database &database)
{
    return readChanges(database, {}, {});
}

Result<Way> wayFrom(Database &database, const PhoneNumber &phone, UtcTime at)
{
    return wayFrom(database, placeOf(phone), at);
}

Result<Way> wayFrom(Database &database, const QString &place, UtcTime at)
{
    struct Step
    {
        QString place;
        QString region;
        UtcTime at;
    };
    Way way;
    way.phone = numberFrom(place);
    QString present = place;
    for (UtcTime since = at; way.left.size() < kLongestWay;) {
        const QVariantList left = writtenAs(present);
        const Result<std::optional<Step>> step =
            firstRow(database, uR"(SELECT new_phone, new_region, at FROM person_change
                          WHERE old_phone IN (?, ?) AND old_phone <> '' AND at >= ? AND new_phone <> ''
                                AND new_phone NOT IN (?, ?) ORDER BY at, id LIMIT 1)"_s,
                     left + QVariantList{toMilliseconds(since)} + left, [](const Row &row) {
                         return Step{row.text(0), row.text(1), row.time(2)};
                     });
        if (!step)
            return step.error();
        if (!*step)
            break;
        way.left.push_back({way.phone, (*step)->at});
        present = (*step)->place;
        way.phone = numberFrom(present);
        way.region = (*step)->region;
        since = (*step)->at;
    }
    return way;
}

Result<std::vector<PhoneNumber>> laterNumbers(Database &database, const PhoneNumber &phone)
{
    QSet<QString> seen{placeOf(phone)};
    std::vector<PhoneNumber> later;
    QStringList open{placeOf(phone)};
    while (!open.isEmpty()) {
        const Result<> read = forEachRow(database, uR"(SELECT DISTINCT new_phone FROM person_change
                          WHERE old_phone IN (?, ?) AND old_phone <> '' AND new_phone <> '')"_s,
                                         writtenAs(open.takeLast()), [&](const Row &row) {
                                             const QString next = placeOf(row.text(0));
                                             if (next.isEmpty() || seen.contains(next))
                                                 return;
                                             seen.insert(next);
                                             open << next;
                                             if (!isMark(next))
                                                 later.push_back(numberFrom(next));
                                         });
        if (!read)
            return read.error();
    }
    return later;
}

Result<std::vector<Tenure>> tenuresOf(Database &database, const PhoneNumber &phone, UtcTime asOf)
{
    std::vector<Tenure> tenures;
    QString place = placeOf(phone);
    UtcTime until = kEndOfTime;
    UtcTime before = asOf;
    while (!place.isEmpty() && tenures.size() < kLongestWay) {
        const Result<std::optional<Passage>> arrival = lastPassage(database, kArrivals, place, before);
        if (!arrival)
            return arrival.error();
        const Result<std::optional<Passage>> departure = lastPassage(database, kDepartures, place, before);
        if (!departure)
            return departure.error();
        const UtcTime came = *arrival ? (*arrival)->at : UtcTime{};
        if (*departure && (*departure)->at >= came) { // whoever came since then came from nobody knows where
            tenures.push_back({numberFrom(place), (*departure)->at, until});
            break;
        }
        tenures.push_back({numberFrom(place), came, until});
        place = placeOf(*arrival ? (*arrival)->other : QString{});
        until = before = came;
    }
    return tenures;
}

Result<std::optional<UtcTime>> lastArrivalAt(Database &database, const PhoneNumber &phone)
{
    const Result<std::optional<Passage>> arrival =
        lastPassage(database, kArrivals, placeOf(phone), kEndOfTime);
    if (!arrival)
        return arrival.error();
    return *arrival ? std::optional{(*arrival)->at} : std::nullopt;
}

Result<std::optional<PhoneNumber>> numberAt(Database &database, const PhoneNumber &phone, UtcTime at)
{
    const Result<std::vector<Tenure>> tenures = tenuresOf(database, phone, kEndOfTime);
    if (!tenures)
        return tenures.error();
    for (const Tenure &tenure : *tenures) {
        if (tenure.since <= at && at <= tenure.until && !tenure.phone.isEmpty())
            return std::optional{tenure.phone};
    }
    return std::optional<PhoneNumber>{};
}

Result<bool> wasLeft(Database &database, const PhoneNumber &phone)
{
    const QString place = placeOf(phone);
    const Result<std::optional<Passage>> arrival = lastPassage(database, kArrivals, place, kEndOfTime);
    if (!arrival)
        return arrival.error();
    const Result<std::optional<Passage>> departure = lastPassage(database, kDepartures, place, kEndOfTime);
    if (!departure)
        return departure.error();
    return *departure && (!*arrival || (*arrival)->at <= (*departure)->at);
}

Result<std::optional<UtcTime>> arrivalOf(Database &database, qint64 contact, const PhoneNumber &phone)
{
    const QVariantList spellings = bothSpellings(phone);
    return firstRow(database, uR"(SELECT p.at FROM person_change p JOIN contact c ON c.id = ?
            WHERE p.new_phone IN (?, ?) AND p.new_phone <> '' AND p.old_phone NOT IN (?, ?)
                AND (p.follower_id IS NULL OR p.follower_id = c.id OR c.created_at >= p.at)
            ORDER BY p.at DESC LIMIT 1)"_s,
                    QVariantList{contact} + spellings + spellings,
                    [](const Row &row) { return row.time(0); });
}

Result<std::optional<qint64>> contactLeftBehind(Database &database, const PhoneNumber &phone, UtcTime left)
{
    const QVariant at = toMilliseconds(left);
    const QVariantList spellings = bothSpellings(phone);
    return firstRow(database, uR"(SELECT id FROM contact WHERE phone IN (?, ?) AND id > 0
            AND (EXISTS (SELECT 1 FROM suppression s WHERE s.phone = contact.phone AND s.source = 'moved')
                 OR (created_at <= ? AND coalesce(opted_in_at, 0) <= ?))
            AND NOT EXISTS (SELECT 1 FROM person_change p WHERE p.new_phone IN (?, ?) AND p.new_phone <> ''
                    AND p.at > ? AND (p.follower_id IS NULL OR p.follower_id = contact.id)) LIMIT 1)"_s,
                    spellings + QVariantList{at, at} + spellings + QVariantList{at},
                    [](const Row &row) { return row.integer(0); });
}
