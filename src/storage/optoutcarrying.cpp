#include "storage/optoutcarrying.h"

#include "storage/database.h"
#include "storage/erasure.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct OptOut
{
    PhoneNumber phone;
    QString source;
    UtcTime at;
};

Result<int> carrySuppressions(Database &from, Database &to)
{
    std::vector<OptOut> all;
    const Result<> read =
        forEachRow(from, u"SELECT phone, source, added_at FROM suppression"_s, {}, [&](const Row &row) {
            all.push_back(
                {PhoneNumber::fromE164(row.text(0)).value_or(PhoneNumber{}), row.text(1), row.time(2)});
        });
    if (!read)
        return read.error();
    return inTransaction(to, [&]() -> Result<int> {
        int carried = 0;
        for (const OptOut &one : all) {
            const Result<bool> isKnown = isSuppressed(to, one.phone);
            if (!isKnown)
                return isKnown.error();
            if (*isKnown)
                continue;
            if (const Result<> listed = suppress(to, one.phone, one.source, one.at); !listed)
                return listed.error();
            ++carried;
        }
        return carried;
    });
}

/// Those in `to` who were erased in `from`.
Result<std::vector<PhoneNumber>> erasedSince(Database &from, Database &to)
{
    ErasedNumbers erased{from};
    const Result<QByteArray> key = erased.key();
    if (!key || key->isEmpty())
        return key ? Result<std::vector<PhoneNumber>>{std::vector<PhoneNumber>{}} : key.error();
    std::vector<PhoneNumber> people;
    Statement statement{
        to,
        u"SELECT phone FROM contact WHERE phone LIKE '+%' UNION SELECT phone FROM recipient WHERE phone LIKE '+%'"_s};
    if (const Result<> ran = statement.run({}); !ran)
        return ran.error();
    while (statement.next()) {
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(statement.row().text(0));
        const Result<bool> isErased = phone ? erased.contains(*phone) : Result<bool>{false};
        if (!isErased)
            return isErased.error();
        if (*isErased)
            people.push_back(*phone);
    }
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    return people;
}

/// The hashes of those whom `to` does not know. Under another key they would say nothing there.
Result<> carryHashes(Database &from, Database &to)
{
    const Result<QByteArray> key = ErasedNumbers{from}.key();
    const Result<QByteArray> other = ErasedNumbers{to}.key();
    if (!key || !other)
        return key ? other.error() : key.error();
    if (key->isEmpty() || (!other->isEmpty() && *other != *key))
        return Done{};
    std::vector<std::pair<QString, qint64>> hashes;
    const Result<> read = forEachRow(from, u"SELECT hash, erased_at FROM erased"_s, {}, [&](const Row &row) {
        hashes.emplace_back(row.text(0), row.integer(1));
    });
    if (!read)
        return read.error();
    return inTransaction(to, [&]() -> Result<> {
        if (const Result<> kept = ErasedNumbers{to}.useKey(*key); !kept)
            return kept;
        for (const auto &[hash, at] : hashes) {
            const Result<int> added =
                execute(to, u"INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {hash, at});
            if (!added)
                return added.error();
        }
        return Done{};
    });
}

} // namespace

Result<int> carryOptOuts(Database &from, Database &to, UtcTime now)
{
    // Erased people first: a hash that is known already would hide that their data is back.
    const Result<std::vector<PhoneNumber>> people = erasedSince(from, to);
    if (!people)
        return people.error();
    if (const Result<> carried = carryHashes(from, to); !carried)
        return carried.error();
    if (!people->empty()) {
        Erasure erasure{to};
        if (const Result<ErasedPeople> erased = erasure.erase(*people, now); !erased)
            return erased.error();
        if (const Result<> scrubbed = erasure.scrub(); !scrubbed)
            return scrubbed.error();
    }
    const Result<int> suppressed = carrySuppressions(from, to);
    if (!suppressed)
        return suppressed.error();
    return *suppressed + static_cast<int>(people->size());
}
