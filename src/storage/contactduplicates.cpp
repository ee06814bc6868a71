#include "storage/contactduplicates.h"

#include "domain/namekey.h"
#include "domain/whatsappnumber.h"
#include "storage/contactrows.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace {

/// Two contacts that may be one; the first is the better one to keep, if one is.
struct Pair
{
    qint64 first = 0;
    qint64 second = 0;
    DuplicateReason reason = DuplicateReason::SameUser;
};

/// Calls `take` with each row, until it is cancelled.
template <typename Take>
Result<> forEachRowUntil(const CancelToken &cancel, Database &database, const QString &sql, Take &&take)
{
    Statement statement{database, sql};
    if (const Result<> run = statement.run({}); !run)
        return run;
    while (!cancel.isCancelled() && statement.next())
        take(statement.row());
    return cancel.isCancelled() ? Result<>{Done{}} : statement.end();
}

Result<> findByUser(Database &database, const CancelToken &cancel, std::vector<Pair> &pairs)
{
    return forEachRowUntil(cancel, database, uR"(SELECT a.id, b.id FROM contact a JOIN contact b
            ON b.user_id = a.user_id AND b.user_id <> '' AND b.id > a.id WHERE a.user_id <> '')"_s,
                           [&](const Row &row) {
                               pairs.push_back({row.integer(0), row.integer(1), DuplicateReason::SameUser});
                           });
}

/// The same number as WhatsApp writes it and as it is dialled today. Only what is written in the old way is
/// looked up, because there is little of it: an Argentine number is a mobile one where it has its 9.
Result<> findByNumber(Database &database, const CancelToken &cancel, std::vector<Pair> &pairs)
{
    std::vector<std::pair<qint64, PhoneNumber>> old; // and the number that is dialled today
    const Result<> read = forEachRowUntil(
        cancel, database, uR"(SELECT id, phone FROM contact WHERE (phone >= '+521' AND phone < '+522')
            OR (phone >= '+54' AND phone < '+549') OR (phone >= '+55' AND phone < '+56'))"_s,
        [&](const Row &row) {
            const PhoneNumber phone = PhoneNumber::fromE164(row.text(1)).value_or(PhoneNumber{});
            const std::vector<PhoneNumber> spellings = spellingsOnWhatsApp(phone);
            if (spellings.size() < 2)
                return;
            const bool isArgentine = phone.e164().startsWith("+54"_L1);
            const PhoneNumber &today = isArgentine ? spellings[1] : spellings[0];
            if (today != phone)
                old.emplace_back(row.integer(0), today);
        });
    if (!read)
        return read;
    for (const auto &[id, today] : old) {
        if (cancel.isCancelled())
            break;
        const Result<std::optional<qint64>> known =
            firstRow(database, u"SELECT id FROM contact WHERE phone = ?"_s, {today.e164()},
                     [](const Row &row) { return row.integer(0); });
        if (!known)
            return known.error();
        if (*known)
            pairs.push_back({**known, id, DuplicateReason::SameNumber});
    }
    return Done{};
}

Result<> findByAddress(Database &database, const CancelToken &cancel, std::vector<Pair> &pairs)
{
    // A hash each instead of a million addresses; who is paired is compared in full below.
    QHash<size_t, qint64> seen;
    return forEachRowUntil(
        cancel, database, uR"(SELECT c.id, c.name, j.value FROM contact c, json_each(c.attributes) j
            WHERE instr(c.attributes, '@') > 0 AND instr(j.value, '@') > 1 AND c.name <> '')"_s,
        [&](const Row &row) {
            const size_t key =
                qHashMulti(0, nameKey(row.text(1).simplified()), row.text(2).trimmed().toCaseFolded());
            const auto earlier = seen.constFind(key);
            if (earlier == seen.constEnd())
                seen.insert(key, row.integer(0));
            else if (*earlier != row.integer(0))
                pairs.push_back({*earlier, row.integer(0), DuplicateReason::SameNameAndAddress});
        });
}

bool shareAddress(const Contact &one, const Contact &other)
{
    if (nameKey(one.name.simplified()) != nameKey(other.name.simplified()))
        return false;
    return std::any_of(one.attributes.begin(), one.attributes.end(), [&](const QString &value) {
        return value.contains(u'@')
            && std::any_of(other.attributes.begin(), other.attributes.end(), [&](const QString &its) {
                   return its.trimmed().compare(value.trimmed(), Qt::CaseInsensitive) == 0;
               });
    });
}

/// Who belongs together, over all pairs.
class Groups
{
public:
    qint64 rootOf(qint64 id)
    {
        qint64 root = id;
        for (auto parent = m_parents.find(root); parent != m_parents.end() && parent->second != root;
             parent = m_parents.find(root))
            root = parent->second;
        m_parents[id] = root;
        return root;
    }

    void join(qint64 one, qint64 other)
    {
        const qint64 a = rootOf(one);
        const qint64 b = rootOf(other);
        m_parents[std::max(a, b)] = std::min(a, b);
        m_parents.try_emplace(std::min(a, b), std::min(a, b));
    }

    std::map<qint64, std::vector<qint64>> all()
    {
        std::map<qint64, std::vector<qint64>> groups;
        std::vector<qint64> ids;
        for (const auto &[id, parent] : m_parents)
            ids.push_back(id);
        for (const qint64 id : ids)
            groups[rootOf(id)].push_back(id);
        return groups;
    }

private:
    std::map<qint64, qint64> m_parents;
};

Result<std::map<qint64, Contact>> contactsOf(Database &database, const std::vector<Pair> &pairs)
{
    std::set<qint64> ids;
    for (const Pair &pair : pairs) {
        ids.insert(pair.first);
        ids.insert(pair.second);
    }
    std::map<qint64, Contact> contacts;
    for (const qint64 id : ids) {
        auto found = firstRow(database, selectContacts() + u"WHERE id = ? AND "_s + isInBook(u"id"_s), {id},
                              contactFrom);
        if (!found)
            return found.error();
        if (*found)
            contacts.emplace(id, std::move(**found));
    }
    return contacts;
}

} // namespace

QString toWord(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::SameUser: return u"same_user_id"_s;
    case DuplicateReason::SameNumber: return u"same_number"_s;
    case DuplicateReason::SameNameAndAddress: return u"same_name_and_email"_s;
    }
    Q_UNREACHABLE();
}

Result<std::vector<DuplicateGroup>> findDuplicates(Database &database, const CancelToken &cancel)
{
    return inSnapshot(database, [&]() -> Result<std::vector<DuplicateGroup>> {
        std::vector<Pair> pairs;
        for (const auto &find : {&findByUser, &findByNumber, &findByAddress}) {
            if (const Result<> found = find(database, cancel, pairs); !found)
                return found.error();
        }
        const Result<std::map<qint64, Contact>> contacts = contactsOf(database, pairs);
        if (!contacts)
            return contacts.error();
        std::erase_if(pairs, [&](const Pair &pair) {
            const auto first = contacts->find(pair.first);
            const auto second = contacts->find(pair.second);
            if (first == contacts->end() || second == contacts->end())
                return true;
            return pair.reason == DuplicateReason::SameNameAndAddress
                && !shareAddress(first->second, second->second);
        });
        Groups groups;
        std::set<qint64> worse; // whose number is written in the old way
        for (const Pair &pair : pairs) {
            groups.join(pair.first, pair.second);
            if (pair.reason == DuplicateReason::SameNumber)
                worse.insert(pair.second);
        }
        std::map<qint64, std::set<DuplicateReason>> reasons;
        for (const Pair &pair : pairs)
            reasons[groups.rootOf(pair.first)].insert(pair.reason);
        std::vector<DuplicateGroup> found;
        for (auto &[root, ids] : groups.all()) {
            std::stable_sort(ids.begin(), ids.end(),
                             [&](qint64 a, qint64 b) { return worse.contains(a) < worse.contains(b); });
            DuplicateGroup group;
            for (const qint64 id : ids)
                group.contacts.push_back(contacts->at(id));
            group.reasons.assign(reasons[root].begin(), reasons[root].end());
            found.push_back(std::move(group));
        }
        return found;
    });
}
