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
                        new_region, at) VALUES (?, ?, ?, ?, ?, ?))"_s,
                  {event.oldPhone, event.oldUserId, event.newPhone, event.newUserId, event.newRegion,
                   toMilliseconds(event.at)});
}

/// Changes that may be this one: Meta tells one with numbers, with names, or with both.
Result<std::vector<KnownChange>> changesLike(Database &database, const PersonChangeEvent &event)
{
    const auto phoneIn = [](const QString &text) {
        return bothSpellings(PhoneNumber::fromE164(text).value_or(PhoneNumber{}));
    };
    const auto mayBe = [](const QString &one, const QString &other, const QVariantList &spellings) {
        return one.isEmpty() || other.isEmpty() || one == other || spellings.contains(one);
    };
    const QVariant at = toMilliseconds(event.at);
    const QVariantList left = phoneIn(event.oldPhone);
    const QVariantList entered = phoneIn(event.newPhone);
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

Result<std::optional<Passage>> lastPassage(Database &database, const QString &passages,
                                           const PhoneNumber &phone, UtcTime before)
{
    const QVariantList spellings = bothSpellings(phone);
    return firstRow(database, passages + u" AND at < ? ORDER BY at DESC, id DESC LIMIT 1"_s,
                    spellings + spellings + QVariantList{toMilliseconds(before)}, [](const Row &row) {
                        return Passage{row.text(0), row.time(1)};
                    });
}

} // namespace

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
    event.oldPhone = storedText(told.oldPhone);
    event.newPhone = storedText(told.newPhone);
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
        spellings + bothSpellings(PhoneNumber::fromE164(change.event.newPhone).value_or(PhoneNumber{}))
            + QVariantList{toMilliseconds(change.event.at)});
    if (!isKnown)
        return isKnown.error();
    if (*isKnown > 0)
        return Done{};
    PersonChangeEvent other = change.event; // Meta told another number than the one that we knew
    other.oldPhone = asStored(left).e164();
    other.newPhone = storedText(change.event.newPhone);
    const Result<qint64> stored = insertChange(database, other);
    if (!stored)
        return stored.error();
    return Done{};
}

Result<std::vector<KnownChange>> changesOf(Database &database, const QString &userId)
{
    return readChanges(database, u"WHERE old_user_id = ? AND old_user_id <> ''"_s, {userId});
}

Result<std::vector<KnownChange>> allChanges(Database &database)
{
    return readChanges(database, {}, {});
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
        const QVariantList left = bothSpellings(way.phone);
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
        way.phone = PhoneNumber::fromE164((*step)->phone).value_or(PhoneNumber{});
        way.region = (*step)->region;
        since = (*step)->at;
    }
    return way;
}

Result<std::vector<PhoneNumber>> laterNumbers(Database &database, const PhoneNumber &phone)
{
    QSet<QString> seen;
    const auto see = [&](const PhoneNumber &number) {
        const qsizetype before = seen.size();
        for (const QVariant &spelling : bothSpellings(number))
            seen.insert(spelling.toString());
        return seen.size() > before;
    };
    see(phone);
    std::vector<PhoneNumber> later;
    std::vector<PhoneNumber> open{phone};
    while (!open.empty()) {
        const PhoneNumber number = open.back();
        open.pop_back();
        const Result<> read = forEachRow(database, uR"(SELECT DISTINCT new_phone FROM person_change
                          WHERE old_phone IN (?, ?) AND old_phone <> '' AND new_phone <> '')"_s,
                                         bothSpellings(number), [&](const Row &row) {
                                             const std::optional<PhoneNumber> next =
                                                 PhoneNumber::fromE164(row.text(0));
                                             if (!next || !see(*next))
                                                 return;
                                             open.push_back(*next);
                                             later.push_back(*next);
                                         });
        if (!read)
            return read.error();
    }
    return later;
}

Result<std::vector<Tenure>> tenuresOf(Database &database, const PhoneNumber &phone, UtcTime asOf)
{
    std::vector<Tenure> tenures;
    PhoneNumber number = asStored(phone);
    UtcTime until = kEndOfTime;
    UtcTime before = asOf;
    while (!number.isEmpty() && tenures.size() < kLongestWay) {
        const Result<std::optional<Passage>> arrival = lastPassage(database, kArrivals, number, before);
        if (!arrival)
            return arrival.error();
        const Result<std::optional<Passage>> departure = lastPassage(database, kDepartures, number, before);
        if (!departure)
            return departure.error();
        const UtcTime came = *arrival ? (*arrival)->at : UtcTime{};
        if (*departure && (*departure)->at >= came) { // whoever came since then came from nobody knows where
            tenures.push_back({number, (*departure)->at, until});
            break;
        }
        tenures.push_back({number, came, until});
        number = PhoneNumber::fromE164(*arrival ? (*arrival)->other : QString{}).value_or(PhoneNumber{});
        until = before = came;
    }
    return tenures;
}

Result<std::optional<UtcTime>> lastArrivalAt(Database &database, const PhoneNumber &phone)
{
    const Result<std::optional<Passage>> arrival = lastPassage(database, kArrivals, phone, kEndOfTime);
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
        if (tenure.since <= at && at <= tenure.until)
            return std::optional{tenure.phone};
    }
    return std::optional<PhoneNumber>{};
}

Result<bool> wasLeft(Database &database, const PhoneNumber &phone)
{
    const Result<std::optional<Passage>> arrival = lastPassage(database, kArrivals, phone, kEndOfTime);
    if (!arrival)
        return arrival.error();
    const Result<std::optional<Passage>> departure = lastPassage(database, kDepartures, phone, kEndOfTime);
    if (!departure)
        return departure.error();
    return *departure && (!*arrival || (*arrival)->at <= (*departure)->at);
}
