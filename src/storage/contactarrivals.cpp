#include "storage/contactarrivals.h"

#include "storage/backgroundcheckpoint.h"
#include "storage/bulkstatement.h"
#include "storage/contacttags.h"
#include "storage/database.h"
#include "storage/personpacking.h"
#include "storage/sql.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <thread>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kWholeImports = u"whole_imports"_s; // setting

constexpr qint64 kKeptInOrder = 20'000; ///< people; more are faster in the order of the index
constexpr size_t kPeopleBetweenLooks = 64; ///< at the clock
/// Inserted by one statement: beginning and ending it costs nearly as much as the row itself.
constexpr int kPeopleAtOnce = 32;
constexpr int kValuesOfAPerson = 5;

/// How long a transaction may write, and how long others get afterwards.
struct Pace
{
    std::chrono::milliseconds work;
    std::chrono::milliseconds pause;
};
constexpr Pace kAlone{16ms, 0ms}; // with the copying of the log into the database now and then under 50
// Whoever waits for the lock looks again every millisecond and so has several turns in the pause.
constexpr Pace kBesideASender{12ms, 30ms};

/// Runs `step` in short transactions until it says that nothing is left.
template <typename Step>
Result<> inShortTransactions(Database &database, const ContactArrivals::IsSending &isSending,
                             const CancelToken &cancel, Step &&step)
{
    bool isLeft = true;
    while (isLeft && !cancel.isCancelled()) {
        const Pace pace = isSending && isSending() ? kBesideASender : kAlone;
        const Result<> done = inTransaction(database, [&]() -> Result<> {
            QElapsedTimer timer;
            timer.start();
            const Result<bool> left = step([&] { return timer.elapsed() >= pace.work.count(); });
            if (!left)
                return left.error();
            isLeft = *left;
            return Done{};
        });
        if (!done)
            return done;
        if (isLeft)
            std::this_thread::sleep_for(pace.pause);
    }
    return Done{};
}

/// Inserts so many people who are not in the book yet. Bound: kValuesOfAPerson of each, id (0: the next one),
/// phone, region, name and attributes; then what is true of all, when they come and how they agreed.
QString insertionOf(int people)
{
    const int common = people * kValuesOfAPerson;
    QStringList rows;
    for (int first = 1; first <= common; first += kValuesOfAPerson) {
        rows << u"(nullif(?%1, 0), ?%2, ?%3, ?%4, ?%5, "_s.arg(first)
                    .arg(first + 1)
                    .arg(first + 2)
                    .arg(first + 3)
                    .arg(first + 4)
                + u"?%1, nullif(?%2, 0), ?%3, ?%4, ?%5)"_s.arg(common + 1)
                      .arg(common + 2)
                      .arg(common + 3)
                      .arg(common + 4)
                      .arg(common + 5);
    }
    return u"INSERT INTO contact (id, phone, region, name, attributes, created_at, opted_in_at, "
           "opt_in_source, opt_in_words, opt_in_file) VALUES %1 ON CONFLICT (phone) DO NOTHING"_s.arg(
               rows.join(u", "_s));
}

/// Notes what will change about somebody who was there before. Bound: phone, region, name, attributes, and
/// the last contact that was there.
QString noteOfChange()
{
    return u"INSERT INTO contact_change (phone, region, name, attributes) SELECT ?1, ?2, ?3, ?4 "
           "WHERE EXISTS (SELECT 1 FROM contact WHERE phone = ?1 AND id <= ?5)"_s;
}

QString toWord(KnownContacts known)
{
    switch (known) {
    case KnownContacts::Keep: return u"keep"_s;
    case KnownContacts::FillGaps: return u"fill"_s;
    case KnownContacts::Overwrite: return u"overwrite"_s;
    }
    return {};
}

/// Changes these contacts, `c`, as an import wants by its terms, `t`.
QString changing(const QString &known)
{
    // Values of the file are no gaps: an empty cell overwrites nothing.
    const QString changes = known == toWord(KnownContacts::Overwrite)
        ? uR"(name = coalesce(nullif(c.name, ''), contact.name),
              attributes = json_patch(contact.attributes, c.attributes),
              opt_in_source = iif(t.opted_in_at > 0, t.opt_in_source, contact.opt_in_source),
              opt_in_words = iif(t.opted_in_at > 0, t.opt_in_words, contact.opt_in_words),
              opt_in_file = iif(t.opted_in_at > 0, t.opt_in_file, contact.opt_in_file),
              opted_in_at = coalesce(nullif(t.opted_in_at, 0), contact.opted_in_at))"_s
        : uR"(name = coalesce(nullif(contact.name, ''), c.name),
              attributes = json_patch(c.attributes, contact.attributes),
              opt_in_source = iif(t.opted_in_at > 0 AND contact.opted_in_at IS NULL, t.opt_in_source,
                                  contact.opt_in_source),
              opt_in_words = iif(t.opted_in_at > 0 AND contact.opted_in_at IS NULL, t.opt_in_words,
                                 contact.opt_in_words),
              opt_in_file = iif(t.opted_in_at > 0 AND contact.opted_in_at IS NULL, t.opt_in_file,
                                contact.opt_in_file),
              opted_in_at = coalesce(contact.opted_in_at, nullif(t.opted_in_at, 0)))"_s;
    return u"UPDATE contact SET region = coalesce(nullif(contact.region, ''), c.region), "_s + changes
        + u" FROM contact_change_terms t, contact_change c WHERE c.id <= ? AND contact.phone = c.phone"_s;
}

/// Carries out changes of the import that is whole until the time is over; whether some are left.
template <typename IsTimeOver>
Result<bool> carryOutSome(Database &database, const IsTimeOver &isTimeOver)
{
    const Result<std::optional<QString>> known =
        firstRow(database, u"SELECT known FROM contact_change_terms"_s, {},
                 [](const Row &row) { return row.text(0); });
    if (!known || !*known)
        return known ? Result<bool>{false} : known.error();
    const bool changesThem = **known != toWord(KnownContacts::Keep);
    do {
        const Result<qint64> last = firstInteger(
            database,
            u"SELECT coalesce(max(id), 0) FROM (SELECT id FROM contact_change ORDER BY id LIMIT ?)"_s,
            {qint64(kPeopleBetweenLooks)});
        if (!last)
            return last.error();
        if (*last == 0) {
            const Result<int> done = execute(database, u"DELETE FROM contact_change_terms"_s);
            return done ? Result<bool>{false} : done.error();
        }
        for (const QString &sql :
             {changesThem ? changing(**known) : QString{},
              // A tag may have been deleted meanwhile.
              uR"(INSERT OR IGNORE INTO contact_tag (tag_id, contact_id) SELECT tag.id, contact.id
                  FROM contact_change_terms t, json_each(t.tags) j, contact_change c, tag, contact
                  WHERE c.id <= ? AND tag.id = j.value AND contact.phone = c.phone)"_s,
              u"DELETE FROM contact_change WHERE id <= ?"_s}) {
            if (sql.isEmpty())
                continue;
            if (const Result<int> done = execute(database, sql, {*last}); !done)
                return done.error();
        }
    } while (!isTimeOver());
    return true;
}

/// Takes back people of an import that is not whole until the time is over; whether some are left.
template <typename IsTimeOver>
Result<bool> forgetSome(Database &database, const IsTimeOver &isTimeOver)
{
    constexpr qint64 kStep = 200;
    do {
        const Result<int> changes = execute(
            database, u"DELETE FROM contact_change WHERE id IN (SELECT id FROM contact_change LIMIT ?)"_s,
            {kStep});
        if (!changes)
            return changes.error();
        const auto range = firstRow(database, u"SELECT first_id, last_id FROM contact_arriving LIMIT 1"_s, {},
                                    [](const Row &row) {
                                        return std::pair{row.integer(0), row.integer(1)};
                                    });
        if (!range)
            return range.error();
        if (!*range && *changes == 0) {
            const Result<> tidied = forgetUnusedTags(database);
            return tidied ? Result<bool>{false} : tidied.error();
        }
        if (!*range)
            continue;
        const auto [first, last] = **range;
        const qint64 upTo = std::min(last, first + kStep - 1);
        // Whom others have dealt with meanwhile, because they wrote to us or were put into a campaign, stays.
        const Result<int> deleted = execute(database, uR"(DELETE FROM contact WHERE id BETWEEN ? AND ?
                AND opted_out_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM recipient WHERE contact_id = contact.id)
                AND NOT EXISTS (SELECT 1 FROM message WHERE phone = contact.phone))"_s,
                                            {first, upTo});
        if (!deleted)
            return deleted.error();
        const Result<int> noted = upTo == last
            ? execute(database, u"DELETE FROM contact_arriving WHERE first_id = ?"_s, {first})
            : execute(database, u"UPDATE contact_arriving SET first_id = ? WHERE first_id = ?"_s,
                      {upTo + 1, first});
        if (!noted)
            return noted.error();
    } while (!isTimeOver());
    return true;
}

} // namespace

/// One run of publish().
class ContactArrivals::Publisher
{
public:
    Publisher(ContactArrivals &arrivals, const ArrivalTerms &terms, UtcTime now, const Progress &progress,
              const IsSending &isSending)
        : m_database{arrivals.m_database}
        , m_people{arrivals.m_people}
        , m_terms{terms}
        , m_now{toMilliseconds(now)}
        , m_optedInAt{terms.optInSource.isEmpty() ? 0 : toMilliseconds(terms.optedInAt.value_or(now))}
        , m_source{terms.optInSource.toUtf8()}
        , m_words{terms.optInWords.toUtf8()}
        , m_file{terms.optInFile.toUtf8()}
        , m_progress{progress}
        , m_isSending{isSending}
    {
    }

    Result<Outcome> run(const CancelToken &cancel)
    {
        if (const Result<> settled = settleUnfinished(m_database, m_isSending); !settled)
            return settled.error();
        if (const Result<> begun = m_people.startReading(kKeptInOrder); !begun)
            return begun.error();
        const Result<> published = publish(cancel);
        const Outcome whole{m_people.count() - m_known, m_known, false};
        if (published && m_isWhole)
            return whole;
        const Result<Unfinished> state = unfinished(m_database);
        const Result<> settled = settleUnfinished(m_database, m_isSending);
        if (settled && state && *state == Unfinished::Whole) // what went wrong did not go wrong again
            return whole;
        if (!published || !settled)
            return published ? settled.error() : published.error();
        return Outcome{0, 0, true};
    }

private:
    Result<> publish(const CancelToken &cancel)
    {
        if (const Result<> staged = stageSoon(cancel); !staged || cancel.isCancelled())
            return staged;
        // From here on there is no way back: contacts that were known change for good.
        return inShortTransactions(m_database, m_isSending, {}, [&](const auto &isTimeOver) -> Result<bool> {
            if (!m_isWhole) {
                if (const Result<> decided = decide(); !decided)
                    return decided.error();
                m_isWhole = true;
            }
            return carryOutSome(m_database, isTimeOver);
        });
    }

    /// Made anew where somebody has taken a tag from the last who had it.
    Result<std::vector<qint64>> tags() const
    {
        std::vector<qint64> ids;
        for (const QString &tag : m_terms.tags) {
            const Result<qint64> id = tagNamed(m_database, tag);
            if (!id)
                return id.error();
            ids.push_back(*id);
        }
        return ids;
    }

    Result<qint64> lastContact() const
    {
        return firstInteger(m_database, u"SELECT max(0, coalesce(max(id), 0)) FROM contact"_s);
    }

    /// stage(), whose commits do not wait for the disk: what would be lost with the power is hidden still,
    /// and the commit that makes the import whole takes all before it to the disk.
    Result<> stageSoon(const CancelToken &cancel)
    {
        if (const Result<int> eased = execute(m_database, u"PRAGMA synchronous = NORMAL"_s); !eased)
            return eased.error();
        const Result<> staged = stage(cancel);
        const Result<int> restored = execute(m_database, u"PRAGMA synchronous = FULL"_s);
        return staged && !restored ? Result<>{restored.error()} : staged;
    }

    struct Statements
    {
        std::unique_ptr<BulkStatement> one; ///< person who is inserted
        std::unique_ptr<BulkStatement> many; ///< kPeopleAtOnce
        std::unique_ptr<BulkStatement> change;
    };

    Result<Statements> prepare() const
    {
        Statements statements;
        for (const auto &[statement, sql, constants] : {
                 std::tuple{&statements.one,    insertionOf(1),             true },
                 std::tuple{&statements.many,   insertionOf(kPeopleAtOnce), true },
                 std::tuple{&statements.change, noteOfChange(),             false},
        }) {
            Result<std::unique_ptr<BulkStatement>> prepared = BulkStatement::prepare(
                m_database, sql,
                constants ? std::vector<BulkStatement::Value>{m_now, m_optedInAt, m_source, m_words, m_file}
                          : std::vector<BulkStatement::Value>{});
            if (!prepared)
                return prepared.error();
            *statement = *std::move(prepared);
        }
        return statements;
    }

    /// Puts everybody where nobody sees them: who is new into the book itself, hidden; what will change about
    /// the others beside it.
    Result<> stage(const CancelToken &cancel)
    {
        const Result<Statements> statements = prepare();
        if (!statements)
            return statements.error();
        std::optional<BackgroundCheckpoint> checkpoint;
        if (m_people.count() > kKeptInOrder)
            checkpoint.emplace(m_database);
        return inShortTransactions(
            m_database, m_isSending, cancel, [&](const auto &isTimeOver) -> Result<bool> {
                if (checkpoint && m_isSending && m_isSending())
                    checkpoint.reset();
                const Result<qint64> before = lastContact();
                if (!before)
                    return before.error();
                do {
                    if (const Result<> staged = stageSome(*statements, *before); !staged)
                        return staged.error();
                } while (m_staged < m_people.count() && !isTimeOver());
                if (const Result<> noted = noteArrival(*before); !noted)
                    return noted.error();
                if (m_progress)
                    m_progress(m_staged);
                return m_staged < m_people.count();
            });
    }

    Result<> stageSome(const Statements &statements, qint64 lastBefore)
    {
        const Result<std::span<const WaitingPeople::Person>> people = m_people.next(kPeopleAtOnce);
        if (!people)
            return people.error();
        const bool isTogether = people->size() == kPeopleAtOnce;
        const size_t atOnce = isTogether ? kPeopleAtOnce : 1;
        for (size_t i = 0; i < people->size(); i += atOnce) {
            const Result<int> inserted = insert(isTogether ? *statements.many : *statements.one,
                                                people->subspan(i, atOnce), lastBefore);
            if (!inserted)
                return inserted.error();
            const qint64 known = qint64(atOnce) - *inserted;
            m_known += known;
            const bool isUntouched = m_terms.known == KnownContacts::Keep && m_terms.tags.isEmpty();
            if (known == 0 || isUntouched)
                continue;
            if (const Result<> noted = noteChanges(*statements.change, lastBefore); !noted)
                return noted;
        }
        return Done{};
    }

    Result<int> insert(BulkStatement &insertion, std::span<const WaitingPeople::Person> people,
                       qint64 lastBefore)
    {
        m_values.clear();
        for (size_t i = 0; i < people.size(); ++i) {
            // Where nobody is in the book yet, SQLite would count on from the id that stands for nobody.
            const qint64 id = lastBefore == 0 && m_staged == 0 ? 1 : 0;
            ++m_staged;
            m_phones[i] = PhoneText{people[i].key};
            const PersonTexts texts = textsIn(people[i].packed);
            m_values.insert(m_values.end(),
                            {id, m_phones[i].view(), texts.region, texts.name, texts.attributes});
        }
        return insertion.run(m_values);
    }

    /// About those of `m_values` who were there before.
    Result<> noteChanges(BulkStatement &change, qint64 lastBefore) const
    {
        for (auto values = m_values.begin(); values != m_values.end(); values += kValuesOfAPerson) {
            if (const Result<int> noted =
                    change.run({values[1], values[2], values[3], values[4], lastBefore});
                !noted)
                return noted.error();
        }
        return Done{};
    }

    /// Hides whoever has been inserted in this transaction.
    Result<> noteArrival(qint64 before)
    {
        const Result<qint64> last = lastContact();
        if (!last)
            return last.error();
        if (*last == before)
            return Done{};
        const Result<int> longer = execute(
            m_database, u"UPDATE contact_arriving SET last_id = ? WHERE last_id = ?"_s, {*last, before});
        if (!longer)
            return longer.error();
        if (*longer == 0) {
            const Result<int> noted =
                execute(m_database, u"INSERT INTO contact_arriving VALUES (?, ?)"_s, {before + 1, *last});
            if (!noted)
                return noted.error();
        }
        const Result<std::vector<qint64>> ids = tags();
        if (!ids)
            return ids.error();
        for (const qint64 tag : *ids) {
            const Result<int> tagged = execute(
                m_database, u"INSERT INTO contact_tag SELECT ?, id FROM contact WHERE id > ? AND id <= ?"_s,
                {tag, before, *last});
            if (!tagged)
                return tagged.error();
        }
        return Done{};
    }

    /// From this transaction on the import is whole: its new people are seen, the others will change.
    Result<> decide()
    {
        if (const Result<int> shown = execute(m_database, u"DELETE FROM contact_arriving"_s); !shown)
            return shown.error();
        const Result<std::vector<qint64>> ids = tags();
        if (!ids)
            return ids.error();
        const Result<> counted = ::run(m_database, uR"(INSERT INTO setting (key, value) VALUES (?, '1')
                ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT))"_s,
                                       {kWholeImports});
        if (!counted)
            return counted;
        const Result<int> noted = execute(
            m_database,
            u"INSERT INTO contact_change_terms (known, tags, opted_in_at, opt_in_source, opt_in_words, "
            "opt_in_file) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {toWord(m_terms.known), jsonList(*ids), m_optedInAt, m_terms.optInSource, m_terms.optInWords,
             m_terms.optInFile});
        return noted ? Result<>{Done{}} : noted.error();
    }

    Database &m_database;
    WaitingPeople &m_people;
    const ArrivalTerms &m_terms;
    qint64 m_now;
    qint64 m_optedInAt; ///< 0: nobody says so
    QByteArray m_source;
    QByteArray m_words;
    QByteArray m_file;
    const Progress &m_progress;
    const IsSending &m_isSending;
    std::array<PhoneText, kPeopleAtOnce> m_phones;
    std::vector<BulkStatement::Value> m_values; ///< of the people inserted last, kValuesOfAPerson each
    qint64 m_staged = 0;
    qint64 m_known = 0;
    bool m_isWhole = false;
};

ContactArrivals::ContactArrivals(Database &database, qsizetype mostInMemory)
    : m_database{database}
    , m_people{QFileInfo{database.path()}.path(), mostInMemory}
{
}

ContactArrivals::~ContactArrivals() = default;

void ContactArrivals::addPacked(quint64 digits, QByteArrayView packed)
{
    m_people.add(phoneKey(digits), packed);
}

void ContactArrivals::add(const PhoneNumber &phone, const QString &region, const QString &name,
                          const QMap<QString, QString> &attributes)
{
    QByteArray packed;
    packPerson(region, name, attributes, packed);
    addPacked(QStringView{phone.e164()}.mid(1).toULongLong(), packed);
}

Result<ContactArrivals::Outcome> ContactArrivals::publish(const ArrivalTerms &terms, UtcTime now,
                                                          const CancelToken &cancel, const Progress &progress,
                                                          const IsSending &isSending)
{
    return Publisher{*this, terms, now, progress, isSending}.run(cancel);
}

Result<ContactArrivals::Unfinished> ContactArrivals::unfinished(Database &database)
{
    const Result<qint64> state = firstInteger(
        database,
        u"SELECT CASE WHEN EXISTS (SELECT 1 FROM contact_change_terms) THEN 2 "
        "WHEN EXISTS (SELECT 1 FROM contact_arriving) OR EXISTS (SELECT 1 FROM contact_change) THEN 1 ELSE 0 END"_s);
    if (!state)
        return state.error();
    return *state == 2 ? Unfinished::Whole : *state == 1 ? Unfinished::Part : Unfinished::Nothing;
}

Result<> ContactArrivals::settleUnfinished(Database &database, const IsSending &isSending)
{
    const Result<Unfinished> state = unfinished(database);
    if (!state || *state == Unfinished::Nothing)
        return state ? Result<>{Done{}} : state.error();
    return inShortTransactions(database, isSending, {}, [&](const auto &isTimeOver) -> Result<bool> {
        return *state == Unfinished::Whole ? carryOutSome(database, isTimeOver)
                                           : forgetSome(database, isTimeOver);
    });
}

Result<> ContactArrivals::letBeSeen(Database &database, const PhoneNumber &phone)
{
    struct Hidden
    {
        qint64 first = 0;
        qint64 id = 0;
        qint64 last = 0;
    };
    const Result<std::optional<Hidden>> hidden =
        firstRow(database, uR"(SELECT a.first_id, c.id, a.last_id FROM contact c
            JOIN contact_arriving a ON c.id BETWEEN a.first_id AND a.last_id WHERE c.phone = ?)"_s,
                 {phone.e164()}, [](const Row &row) {
                     return Hidden{row.integer(0), row.integer(1), row.integer(2)};
                 });
    if (!hidden || !*hidden)
        return hidden ? Result<>{Done{}} : hidden.error();
    const auto [first, id, last] = **hidden;
    if (const Result<> left = ::run(database, u"DELETE FROM contact_arriving WHERE first_id = ?"_s, {first});
        !left)
        return left;
    for (const auto &[from, to] : {
             std::pair{first,  id - 1},
             std::pair{id + 1, last  }
    }) {
        if (from > to)
            continue;
        const Result<> others = ::run(database, u"INSERT INTO contact_arriving VALUES (?, ?)"_s, {from, to});
        if (!others)
            return others;
    }
    return Done{};
}

Result<qint64> ContactArrivals::wholeSoFar(Database &database)
{
    return firstInteger(database,
                        u"SELECT coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = ?), 0)"_s,
                        {kWholeImports});
}
