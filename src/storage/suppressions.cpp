#include "storage/suppressions.h"

#include "domain/errorcatalog.h"
#include "domain/whatsappnumber.h"
#include "storage/erasednumbers.h"
#include "storage/personhistory.h"
#include "storage/sql.h"

#include <QSet>

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

/// The latest of the times that a query finds.
Result<std::optional<UtcTime>> latestTime(Database &database, const QString &sql, const QVariantList &values)
{
    const auto found = firstRow(database, sql, values, [](const Row &row) {
        return row.isNull(0) ? std::nullopt : std::optional{row.time(0)};
    });
    if (!found)
        return found.error();
    return found->value_or(std::nullopt);
}

/// The latest that a person took back at numbers that were merged into theirs, while those were theirs.
Result<std::optional<UtcTime>> lastResumptionOfMerged(Database &database, const PhoneNumber &phone)
{
    struct Merged
    {
        PhoneNumber phone;
        UtcTime mergedAt;
        UtcTime resumedAt;
    };
    std::vector<Merged> all;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT n.phone, n.merged_at, r.at FROM resumption r JOIN merged_number n ON n.phone = r.phone
                        JOIN contact c ON c.id = n.contact_id WHERE c.phone = ?)"_s,
        {phone.e164()}, [&](const Row &row) {
            all.push_back(
                {PhoneNumber::fromE164(row.text(0)).value_or(PhoneNumber{}), row.time(1), row.time(2)});
        });
    if (!read)
        return read.error();
    std::optional<UtcTime> latest;
    for (const Merged &one : all) {
        if (one.phone.isEmpty())
            continue;
        const Result<std::vector<Tenure>> tenures = tenuresOf(database, one.phone, one.mergedAt);
        if (!tenures)
            return tenures.error();
        const Result<std::optional<UtcTime>> arrival = lastArrivalAt(database, one.phone);
        if (!arrival)
            return arrival.error();
        const bool isSomebodyElses = *arrival && **arrival > one.mergedAt && one.resumedAt >= **arrival;
        if (!isSomebodyElses && one.resumedAt >= tenures->front().since)
            latest = std::max(latest, std::optional{one.resumedAt});
    }
    return latest;
}

/// When whoever had this number at `asOf` last took back what they had told WhatsApp: there, where they were
/// before, or from a number that was merged into theirs. What others said there before them is not theirs.
Result<std::optional<UtcTime>> lastResumption(Database &database, const PhoneNumber &phone, UtcTime asOf)
{
    const Result<std::vector<Tenure>> tenures = tenuresOf(database, phone, asOf);
    if (!tenures)
        return tenures.error();
    Result<std::optional<UtcTime>> latest = lastResumptionOfMerged(database, phone);
    if (!latest)
        return latest;
    for (const Tenure &tenure : *tenures) {
        const Result<std::optional<UtcTime>> there = latestTime(
            database, u"SELECT max(at) FROM resumption WHERE phone IN (?, ?) AND at BETWEEN ? AND ?"_s,
            bothSpellings(tenure.phone)
                + QVariantList{toMilliseconds(tenure.since), toMilliseconds(tenure.until)});
        if (!there)
            return there.error();
        latest = std::max(*latest, *there); // nothing is less than any time
    }
    return latest;
}

/// Whether whoever had the number at `at` took back there what they said then.
Result<bool> hasTakenBack(Database &database, const PhoneNumber &phone, UtcTime at)
{
    const Result<Way> way = wayFrom(database, phone, at);
    if (!way)
        return way.error();
    const UtcTime left = way->left.empty() ? kEndOfTime : way->left.front().until;
    const Result<std::optional<UtcTime>> resumed =
        latestTime(database, u"SELECT max(at) FROM resumption WHERE phone IN (?, ?) AND at > ? AND at <= ?"_s,
                   bothSpellings(phone) + QVariantList{toMilliseconds(at), toMilliseconds(left)});
    if (!resumed)
        return resumed.error();
    return resumed->has_value();
}

/// Whether who has this number now took back since then what WhatsApp told of it.
Result<bool> hasResumedSince(Database &database, const PhoneNumber &phone, UtcTime at)
{
    const Result<std::optional<UtcTime>> resumed = lastResumption(database, phone, kEndOfTime);
    if (!resumed)
        return resumed.error();
    return *resumed > std::optional{at};
}

/// A number, and those that its person went to from there: whoever may have gone is not written to there.
Result<std::vector<PhoneNumber>> numbersFrom(Database &database, const PhoneNumber &phone)
{
    Result<std::vector<PhoneNumber>> numbers = laterNumbers(database, phone);
    if (numbers)
        numbers->insert(numbers->begin(), phone);
    return numbers;
}

Result<> list(Database &database, const PhoneNumber &phone, const QString &source, UtcTime at)
{
    const Result<int> listed =
        execute(database, uR"(INSERT INTO suppression (phone, source, added_at) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET added_at = max(added_at, excluded.added_at),
                        source = CASE WHEN excluded.source = 'reply' OR source = 'moved'
                                           OR (source = 'whatsapp' AND excluded.source <> 'moved')
                                           OR (source = 'merged' AND excluded.source NOT IN ('whatsapp', 'moved'))
                                      THEN excluded.source ELSE source END)"_s,
                {phone.e164(), source, toMilliseconds(at)});
    if (!listed)
        return listed.error();
    const Result<int> marked =
        execute(database, uR"(UPDATE contact SET opted_out_at = min(coalesce(opted_out_at, ?), ?),
                        opt_out_source = (SELECT source FROM suppression WHERE phone = contact.phone)
                    WHERE phone = ?)"_s,
                {toMilliseconds(at), toMilliseconds(at), phone.e164()});
    if (!marked)
        return marked.error();
    return Done{};
}

/// The contact that a number was merged into, where that has another number.
Result<std::optional<PhoneNumber>> keptNumber(Database &database, const PhoneNumber &phone)
{
    struct Kept
    {
        std::optional<PhoneNumber> phone;
        UtcTime since;
    };
    const Result<std::optional<Kept>> kept =
        firstRow(database, uR"(SELECT c.phone, n.merged_at FROM merged_number n
            JOIN contact c ON c.id = n.contact_id WHERE n.phone = ? AND c.phone <> n.phone)"_s,
                 {phone.e164()}, [](const Row &row) {
                     return Kept{PhoneNumber::fromE164(row.text(0)), row.time(1)};
                 });
    if (!kept)
        return kept.error();
    if (!*kept)
        return std::optional<PhoneNumber>{};
    const Result<std::optional<UtcTime>> arrival = lastArrivalAt(database, phone);
    if (!arrival)
        return arrival.error();
    if (*arrival && **arrival > (*kept)->since) // somebody else has it since
        return std::optional<PhoneNumber>{};
    return (*kept)->phone;
}

enum class Said { Here, Elsewhere };

/// As suppress(); whether it put any number on the list. It was said at `at`, by whoever had the number then
/// or by who came to it later.
Result<bool> suppressEverywhere(Database &database, const PhoneNumber &phone, const QString &source,
                                UtcTime at, Said where)
{
    if (phone.isEmpty()) // somebody who was erased
        return false;
    const bool isLiftable = source == QLatin1StringView{kSuppressedByWhatsApp};
    std::vector<PhoneNumber> open{phone};
    QSet<QString> seen;
    bool isAny = false;
    while (!open.empty()) {
        const PhoneNumber next = open.back();
        open.pop_back();
        if (seen.contains(next.e164()))
            continue;
        seen.insert(next.e164());
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(next)) {
            const Result<qint64> isContacts =
                firstInteger(database, u"SELECT count(*) FROM contact WHERE phone = ?"_s, {spelling.e164()});
            if (!isContacts)
                return isContacts.error();
            const bool mayBecomeContacts = spellingsOnWhatsApp(spelling).front() == spelling;
            if (*isContacts > 0 || mayBecomeContacts)
                open.push_back(spelling);
        }
        const Result<std::vector<PhoneNumber>> later = laterNumbers(database, next);
        if (!later)
            return later.error();
        open.insert(open.end(), later->begin(), later->end());
        Result<bool> isTakenBack = isLiftable ? hasResumedSince(database, next, at) : Result<bool>{false};
        if (isTakenBack && !*isTakenBack && isLiftable && where == Said::Here && next == phone)
            isTakenBack = hasTakenBack(database, next, at);
        if (!isTakenBack)
            return isTakenBack.error();
        if (*isTakenBack)
            continue;
        if (const Result<> listed = list(database, next, source, at); !listed)
            return listed.error();
        isAny = true;
        const Result<std::optional<PhoneNumber>> kept = keptNumber(database, next);
        if (!kept)
            return kept.error();
        if (*kept)
            open.push_back(**kept);
    }
    return isAny;
}

/// Lifts what WhatsApp told of a number before. One that was merged into another stays on the list: its
/// person is written to there.
Result<bool> takeBackAt(Database &database, const PhoneNumber &phone, UtcTime saidAt)
{
    const QString whatsApp = QString::fromLatin1(kSuppressedByWhatsApp);
    const Result<std::optional<PhoneNumber>> kept = keptNumber(database, phone);
    if (!kept)
        return kept.error();
    if (*kept) {
        const Result<int> restored = execute(
            database, u"UPDATE suppression SET source = ? WHERE phone = ? AND source = ? AND added_at < ?"_s,
            {QString::fromLatin1(kSuppressedByMerge), phone.e164(), whatsApp, toMilliseconds(saidAt)});
        return restored ? takeBackAt(database, **kept, saidAt) : Result<bool>{restored.error()};
    }
    const Result<bool> isLeft = wasLeft(database, phone);
    if (!isLeft)
        return isLeft.error();
    if (*isLeft) { // a contact that could not follow: nobody knows who reads there
        const Result<int> noted = execute(
            database, uR"(UPDATE suppression SET source = ? WHERE phone = ? AND source = ? AND added_at < ?
                    AND EXISTS (SELECT 1 FROM contact WHERE phone = suppression.phone))"_s,
            {QString::fromLatin1(kSuppressedByMove), phone.e164(), whatsApp, toMilliseconds(saidAt)});
        if (!noted)
            return noted.error();
    }
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

/// Lifts what WhatsApp told of whoever had the number at `hadAt`, there and wherever they went from there,
/// but not where somebody else has come after them.
Result<bool> takeBackFrom(Database &database, const PhoneNumber &phone, UtcTime hadAt, UtcTime saidAt)
{
    Result<Way> way = wayFrom(database, phone, hadAt);
    if (!way)
        return way.error();
    way->left.push_back({way->phone, kEndOfTime});
    bool isAnyLifted = false;
    UtcTime since = hadAt;
    for (const Stay &stay : way->left) {
        const Result<std::optional<UtcTime>> arrival = lastArrivalAt(database, stay.phone);
        if (!arrival)
            return arrival.error();
        const bool isSomebodyElses = *arrival > std::optional{since};
        since = stay.until;
        if (isSomebodyElses)
            continue;
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(stay.phone)) {
            const Result<bool> lifted = takeBackAt(database, spelling, saidAt);
            if (!lifted)
                return lifted;
            isAnyLifted = isAnyLifted || *lifted;
        }
    }
    return isAnyLifted;
}

/// When whoever left a number last told WhatsApp to stop, there, and has not taken it back: also where the
/// list does not have it any more, because of what somebody else said there since.
Result<std::optional<UtcTime>> stopToldBy(Database &database, const Stay &left)
{
    const Result<std::vector<Tenure>> tenures = tenuresOf(database, left.phone, left.until);
    if (!tenures)
        return tenures.error();
    Result<std::optional<UtcTime>> told = latestTime(
        database, uR"(SELECT max(at) FROM delivery_event WHERE message_id IN (?, ?) AND message_id <> ''
                AND word = 'stop' AND kind = 'preference' AND at BETWEEN ? AND ?)"_s,
        bothSpellings(left.phone)
            + QVariantList{toMilliseconds(tenures->front().since), toMilliseconds(left.until)});
    if (!told || !*told)
        return told;
    const Result<bool> isTakenBack = hasTakenBack(database, left.phone, **told);
    if (!isTakenBack)
        return isTakenBack.error();
    return *isTakenBack ? std::optional<UtcTime>{} : *told;
}

/// Shows in the contact of a number, and in the one that it was merged into, what its person agreed to: not
/// what turns out to have been somebody else's word.
Result<> noteConsent(Database &database, const PhoneNumber &phone)
{
    const Result<std::optional<UtcTime>> resumed = lastResumption(database, phone, kEndOfTime);
    if (!resumed)
        return resumed.error();
    const Result<int> forgotten = execute(
        database, uR"(UPDATE contact SET opted_in_at = NULL, opt_in_source = ''
                    WHERE phone = ? AND opt_in_source = ? AND opted_in_at > ?)"_s,
        {phone.e164(), QString::fromLatin1(kSuppressedByWhatsApp), *resumed ? toMilliseconds(**resumed) : 0});
    if (!forgotten)
        return forgotten.error();
    if (*resumed) {
        const Result<int> noted =
            execute(database, uR"(UPDATE contact SET opted_in_at = ?, opt_in_source = ?
                    WHERE phone = ? AND coalesce(opted_in_at, 0) < ?)"_s,
                    {toMilliseconds(**resumed), QString::fromLatin1(kSuppressedByWhatsApp), phone.e164(),
                     toMilliseconds(**resumed)});
        if (!noted)
            return noted.error();
    }
    const Result<std::optional<PhoneNumber>> kept = keptNumber(database, phone);
    if (!kept)
        return kept.error();
    return *kept ? noteConsent(database, **kept) : Result<>{Done{}};
}

} // namespace

Result<> suppress(Database &database, const PhoneNumber &phone, const QString &source, UtcTime now)
{
    if (const Result<bool> listed = suppressEverywhere(database, phone, source, now, Said::Here); !listed)
        return listed.error();
    return Done{};
}

Result<std::optional<Stop>> stopOf(Database &database, const PhoneNumber &phone)
{
    return firstRow(
        database, u"SELECT source, added_at FROM suppression WHERE phone = ? AND source NOT IN (?, ?)"_s,
        {phone.e164(), QString::fromLatin1(kSuppressedByMerge), QString::fromLatin1(kSuppressedByMove)},
        [](const Row &row) {
            return Stop{row.text(0), row.time(1)};
        });
}

Result<> noteNumberLeft(Database &database, const PhoneNumber &phone, UtcTime at)
{
    return list(database, phone, QString::fromLatin1(kSuppressedByMove), at);
}

Result<bool> isNumberLeft(Database &database, const PhoneNumber &phone)
{
    const Result<qint64> isLeft =
        firstInteger(database, u"SELECT count(*) FROM suppression WHERE phone = ? AND source = ?"_s,
                     {phone.e164(), QString::fromLatin1(kSuppressedByMove)});
    if (!isLeft)
        return isLeft.error();
    return *isLeft > 0;
}

Result<> liftNumberLeft(Database &database, const PhoneNumber &phone)
{
    const Result<int> lifted = execute(database, u"DELETE FROM suppression WHERE phone = ? AND source = ?"_s,
                                       {phone.e164(), QString::fromLatin1(kSuppressedByMove)});
    if (!lifted)
        return lifted.error();
    return *lifted > 0 ? markOptedInAgain(database, phone) : Done{};
}

Result<> liftEarlierMerge(Database &database, const PhoneNumber &phone)
{
    const Result<int> lifted = execute(
        database, u"DELETE FROM suppression WHERE phone = ? AND source IN (?, ?)"_s,
        {phone.e164(), QString::fromLatin1(kSuppressedByMerge), QString::fromLatin1(kSuppressedByMove)});
    if (!lifted)
        return lifted.error();
    const Result<int> forgotten =
        execute(database, u"DELETE FROM merged_number WHERE phone = ?"_s, {phone.e164()});
    if (!forgotten)
        return forgotten.error();
    return Done{};
}

Result<> carryMarketingHold(Database &database, const PhoneNumber &from, const PhoneNumber &to)
{
    const Result<int> held = execute(database, uR"(INSERT INTO marketing_hold (phone, until)
                    SELECT ?, until FROM marketing_hold WHERE phone = ?
                    ON CONFLICT DO UPDATE SET until = max(until, excluded.until))"_s,
                                     {to.e164(), from.e164()});
    if (!held)
        return held.error();
    return Done{};
}

Result<bool> isSuppressed(Database &database, const PhoneNumber &phone)
{
    const Result<qint64> listed =
        firstInteger(database, u"SELECT count(*) FROM suppression WHERE phone = ?"_s, {phone.e164()});
    if (!listed)
        return listed.error();
    return *listed > 0 ? Result<bool>{true} : ErasedNumbers{database}.contains(phone);
}

Result<> unsuppress(Database &database, const PhoneNumber &phone)
{
    if (const Result<bool> lifted = ErasedNumbers{database}.remove(phone); !lifted)
        return lifted.error();
    const Result<int> lifted =
        execute(database, u"DELETE FROM suppression WHERE phone = ?"_s, {phone.e164()});
    if (!lifted)
        return lifted.error();
    const Result<int> apart =
        execute(database, u"DELETE FROM merged_number WHERE phone = ?"_s, {phone.e164()});
    if (!apart)
        return apart.error();
    return *lifted > 0 ? markOptedInAgain(database, phone) : Done{};
}

Result<> holdMarketing(Database &database, const PhoneNumber &phone, int errorCode, UtcTime at)
{
    if (phone.isEmpty() || errorEntry(errorCode).action != ErrorAction::RetryAfter24h)
        return Done{};
    const Result<std::vector<PhoneNumber>> numbers = numbersFrom(database, phone);
    if (!numbers)
        return numbers.error();
    for (const PhoneNumber &number : *numbers) {
        const Result<int> held = execute(database, uR"(INSERT INTO marketing_hold (phone, until) VALUES (?, ?)
                        ON CONFLICT DO UPDATE SET until = max(until, excluded.until))"_s,
                                         {number.e164(), toMilliseconds(at + std::chrono::hours{24})});
        if (!held)
            return held.error();
    }
    return Done{};
}

Result<std::optional<UtcTime>> marketingHeldUntil(Database &database, const PhoneNumber &phone, UtcTime now)
{
    return firstRow(database, u"SELECT until FROM marketing_hold WHERE phone = ? AND until > ?"_s,
                    {phone.e164(), toMilliseconds(now)}, [](const Row &row) { return row.time(0); });
}

Result<bool> noteStop(Database &database, const PhoneNumber &phone, UtcTime saidAt)
{
    return suppressEverywhere(database, phone, QString::fromLatin1(kSuppressedByWhatsApp), saidAt,
                              Said::Here);
}

Result<bool> noteResume(Database &database, const PhoneNumber &phone, UtcTime saidAt)
{
    const Result<int> remembered =
        execute(database, uR"(INSERT INTO resumption (phone, at) VALUES (?, ?)
                    ON CONFLICT DO UPDATE SET at = max(at, excluded.at))"_s,
                {spellingsOnWhatsApp(phone).front().e164(), toMilliseconds(saidAt)});
    if (!remembered)
        return remembered.error();
    const Result<bool> lifted = takeBackFrom(database, phone, saidAt, saidAt);
    if (!lifted)
        return lifted;
    const Result<Way> way = wayFrom(database, phone, saidAt);
    if (!way)
        return way.error();
    for (const PhoneNumber &spelling : spellingsOnWhatsApp(way->phone)) {
        if (const Result<> noted = noteConsent(database, spelling); !noted)
            return noted.error();
    }
    return lifted;
}

Result<> carryStops(Database &database, const Stay &left, const PhoneNumber &after, UtcTime arrivedAt)
{
    const auto &[before, at] = left;
    const Result<std::optional<Stop>> stop = stopOf(database, before);
    if (!stop)
        return stop.error();
    const Result<std::optional<UtcTime>> resumed = lastResumption(database, before, at);
    if (!resumed)
        return resumed.error();
    if (*resumed && **resumed <= at) {
        if (const Result<bool> carried = takeBackFrom(database, after, arrivedAt, **resumed); !carried)
            return carried.error();
    }
    if (*stop) {
        const Result<bool> carried =
            suppressEverywhere(database, after, (*stop)->source, (*stop)->at, Said::Elsewhere);
        if (!carried)
            return carried.error();
    }
    const Result<std::optional<UtcTime>> told = stopToldBy(database, left);
    if (!told)
        return told.error();
    if (*told) {
        const Result<bool> carried = suppressEverywhere(
            database, after, QString::fromLatin1(kSuppressedByWhatsApp), **told, Said::Elsewhere);
        if (!carried)
            return carried.error();
    }
    const Result<std::vector<PhoneNumber>> numbers = numbersFrom(database, after);
    if (!numbers)
        return numbers.error();
    for (const PhoneNumber &number : *numbers) {
        if (const Result<> held = carryMarketingHold(database, before, number); !held)
            return held;
    }
    return Done{};
}

Result<> tellContact(Database &database, const PhoneNumber &phone)
{
    if (const Result<> noted = noteConsent(database, phone); !noted)
        return noted;
    const Result<std::optional<Stop>> stop = stopOf(database, phone);
    if (!stop)
        return stop.error();
    return *stop ? list(database, phone, (*stop)->source, (*stop)->at) : markOptedInAgain(database, phone);
}
