#include "storage/contactselection.h"

#include "storage/database.h"
#include "storage/sql.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

constexpr sqlite3_int64 kBits = 64;
constexpr sqlite3_int64 kHighestId = 1'000'000'000; // 125 MB of bits: no book is as large

/// What contact_set() has gathered so far; SQLite hands it out zeroed and frees it without a destructor.
struct Gathered
{
    uint64_t *words;
    sqlite3_int64 count; ///< of the words
};

bool makeRoom(Gathered &gathered, sqlite3_int64 word)
{
    if (word < gathered.count)
        return true;
    const sqlite3_int64 wanted = std::max(word + 1, gathered.count * 2);
    auto *words = static_cast<uint64_t *>(
        sqlite3_realloc64(gathered.words, static_cast<sqlite3_uint64>(wanted) * sizeof(uint64_t)));
    if (!words)
        return false;
    std::fill(words + gathered.count, words + wanted, 0);
    gathered.words = words;
    gathered.count = wanted;
    return true;
}

void gatherContact(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const sqlite3_int64 id = sqlite3_value_int64(arguments[0]);
    if (id <= 0)
        return;
    auto *gathered = static_cast<Gathered *>(sqlite3_aggregate_context(context, sizeof(Gathered)));
    if (!gathered || id > kHighestId || !makeRoom(*gathered, id / kBits)) {
        sqlite3_result_error_nomem(context);
        return;
    }
    gathered->words[id / kBits] |= uint64_t{1} << (id % kBits);
}

void handOutContacts(sqlite3_context *context)
{
    auto *gathered = static_cast<Gathered *>(sqlite3_aggregate_context(context, 0));
    if (!gathered || !gathered->words)
        return;
    sqlite3_result_blob64(context, gathered->words,
                          static_cast<sqlite3_uint64>(gathered->count) * sizeof(uint64_t), sqlite3_free);
    gathered->words = nullptr;
}

/// As one long text of ids, where the function is not there.
Result<ContactSet> selectAsText(Database &database, const QString &sql, const QVariantList &values)
{
    ContactSet people;
    const Result<> read = forEachRow(
        database,
        u"SELECT CAST(group_concat(id) AS BLOB) FROM (WITH found(id) AS (%1) SELECT id FROM found WHERE id > 0)"_s
            .arg(sql),
        values, [&](const Row &row) {
            if (!row.isNull(0))
                people.insertList(row.bytes(0));
        });
    if (!read)
        return read.error();
    return people;
}

} // namespace

Result<ContactSet> selectContacts(Database &database, const QString &sql, const QVariantList &values)
{
    if (!database.hasOwnFunctions())
        return selectAsText(database, sql, values);
    ContactSet people;
    const Result<> read =
        forEachRow(database, u"WITH found(id) AS (%1) SELECT contact_set(id) FROM found"_s.arg(sql), values,
                   [&](const Row &row) { people = ContactSet::fromWords(row.bytes(0)); });
    if (!read)
        return read.error();
    return people;
}

bool addContactSetFunction(sqlite3 *connection)
{
    return sqlite3_create_function_v2(connection, "contact_set", 1,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                      nullptr, gatherContact, handOutContacts, nullptr)
        == SQLITE_OK;
}
