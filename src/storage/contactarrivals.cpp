#include "storage/contactarrivals.h"

#include "storage/bulkstatement.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kKeptInOrder = 20'000; ///< people; more are faster in the order of the index
constexpr int kBitsOfDigit = 4;
constexpr int kMostDigits = 15;
constexpr size_t kPeopleBetweenLooks = 64; ///< at the clock

/// How long a transaction may write, and how long others get afterwards.
struct Pace
{
    std::chrono::milliseconds work;
    std::chrono::milliseconds pause;
};
constexpr Pace kAlone{16ms, 0ms}; // with the copying of the log into the database now and then under 50
// Whoever waits for the lock looks again every millisecond and so has several turns in the pause.
constexpr Pace kBesideASender{12ms, 30ms};

/// Digits in four bits each, from the left, so that keys compare as the texts of the numbers do.
quint64 keyOf(quint64 digits)
{
    quint64 key = 0;
    for (; digits > 0; digits /= 10)
        key = (key >> kBitsOfDigit) | ((digits % 10 + 1) << (64 - kBitsOfDigit));
    return key;
}

/// Keeps room for the length of a part that is to follow; where that is.
qsizetype beginPart(QByteArray &packed)
{
    packed.append(qsizetype(sizeof(quint32)), '\0');
    return packed.size() - qsizetype(sizeof(quint32));
}

void endPart(QByteArray &packed, qsizetype begun)
{
    const auto length = quint32(packed.size() - begun - qsizetype(sizeof(quint32)));
    std::memcpy(packed.data() + begun, &length, sizeof length);
}

void appendPart(QByteArray &packed, QByteArrayView part)
{
    const qsizetype begun = beginPart(packed);
    packed.append(part.data(), part.size());
    endPart(packed, begun);
}

/// What pack() has put together.
struct Texts
{
    QByteArrayView region;
    QByteArrayView name;
    QByteArrayView attributes; ///< as JSON
};

Texts textsIn(QByteArrayView packed)
{
    const auto next = [&packed] {
        quint32 length = 0;
        std::memcpy(&length, packed.data(), sizeof length);
        const QByteArrayView part = packed.sliced(sizeof length, qsizetype(length));
        packed = packed.sliced(qsizetype(sizeof length) + part.size());
        return part;
    };
    Texts texts;
    texts.region = next();
    texts.name = next();
    texts.attributes = next();
    return texts;
}

class PhoneText
{
public:
    explicit PhoneText(quint64 key)
    {
        m_text[0] = '+';
        for (; key != 0; key <<= kBitsOfDigit)
            m_text[size_t(m_length++)] = char('0' + (key >> (64 - kBitsOfDigit)) - 1);
    }

    QByteArrayView view() const { return {m_text.data(), m_length}; }

private:
    std::array<char, kMostDigits + 1> m_text;
    qsizetype m_length = 1;
};

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
        if (!*range && *changes == 0)
            return false;
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
        if (const Result<> tagged = findTags(); !tagged)
            return tagged;
        if (const Result<> staged = stage(cancel); !staged || cancel.isCancelled())
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

    Result<> findTags()
    {
        if (m_terms.tags.isEmpty())
            return Done{};
        return inTransaction(m_database, [this]() -> Result<> {
            for (const QString &tag : m_terms.tags) {
                const Result<int> made =
                    execute(m_database, u"INSERT INTO tag (name) VALUES (?) ON CONFLICT DO NOTHING"_s, {tag});
                if (!made)
                    return made.error();
                const Result<qint64> id =
                    firstInteger(m_database, u"SELECT id FROM tag WHERE name = ?"_s, {tag});
                if (!id)
                    return id.error();
                m_tags.push_back(*id);
            }
            return Done{};
        });
    }

    Result<qint64> lastContact() const
    {
        return firstInteger(m_database, u"SELECT max(0, coalesce(max(id), 0)) FROM contact"_s);
    }

    /// Puts everybody where nobody sees them: who is new into the book itself, hidden; what will change about
    /// the others beside it.
    Result<> stage(const CancelToken &cancel)
    {
        const Result<std::unique_ptr<BulkStatement>> insertion = BulkStatement::prepare(
            m_database, uR"(INSERT INTO contact (id, phone, region, name, attributes, created_at, opted_in_at,
                                opt_in_source, opt_in_words, opt_in_file)
                            VALUES (nullif(?, 0), ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?) ON CONFLICT (phone) DO NOTHING)"_s,
            {m_now, m_optedInAt, m_source, m_words, m_file});
        const Result<std::unique_ptr<BulkStatement>> change = BulkStatement::prepare(
            m_database,
            u"INSERT INTO contact_change (phone, region, name, attributes) VALUES (?, ?, ?, ?)"_s);
        if (!insertion || !change)
            return insertion ? change.error() : insertion.error();
        return inShortTransactions(
            m_database, m_isSending, cancel, [&](const auto &isTimeOver) -> Result<bool> {
                const Result<qint64> before = lastContact();
                if (!before)
                    return before.error();
                do {
                    if (const Result<> staged = stageSome(**insertion, **change, *before == 0); !staged)
                        return staged.error();
                } while (m_staged < m_people.count() && !isTimeOver());
                if (const Result<> noted = noteArrival(*before); !noted)
                    return noted.error();
                if (m_progress)
                    m_progress(m_staged);
                return m_staged < m_people.count();
            });
    }

    Result<> stageSome(BulkStatement &insertion, BulkStatement &change, bool bookWasEmpty)
    {
        for (size_t i = 0; i < kPeopleBetweenLooks; ++i) {
            const Result<std::optional<WaitingPeople::Person>> person = m_people.next();
            if (!person || !*person)
                return person ? Result<>{Done{}} : person.error();
            // Where nobody is in the book yet, SQLite would count on from the id that stands for nobody.
            const qint64 id = bookWasEmpty && m_staged == 0 ? 1 : 0;
            ++m_staged;
            const PhoneText phone{(*person)->key};
            const Texts texts = textsIn((*person)->packed);
            const Result<int> inserted =
                insertion.run({id, phone.view(), texts.region, texts.name, texts.attributes});
            if (!inserted)
                return inserted.error();
            if (*inserted > 0)
                continue;
            ++m_known;
            if (const Result<> noted = noteChange(change, phone, texts); !noted)
                return noted;
        }
        return Done{};
    }

    Result<> noteChange(BulkStatement &change, const PhoneText &phone, const Texts &texts) const
    {
        if (m_terms.known == KnownContacts::Keep && m_tags.empty())
            return Done{};
        const Result<int> noted = change.run({phone.view(), texts.region, texts.name, texts.attributes});
        return noted ? Result<>{Done{}} : noted.error();
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
        for (const qint64 tag : m_tags) {
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
        QJsonArray tags;
        for (const qint64 tag : m_tags)
            tags.append(tag);
        const Result<int> noted = execute(
            m_database,
            u"INSERT INTO contact_change_terms (known, tags, opted_in_at, opt_in_source, opt_in_words, "
            "opt_in_file) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {toWord(m_terms.known), QString::fromUtf8(QJsonDocument{tags}.toJson(QJsonDocument::Compact)),
             m_optedInAt, m_terms.optInSource, m_terms.optInWords, m_terms.optInFile});
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
    std::vector<qint64> m_tags;
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

void ContactArrivals::pack(QByteArrayView region, QByteArrayView name,
                           std::span<const AttributeView> attributes, QByteArray &packed)
{
    appendPart(packed, region);
    appendPart(packed, name);
    const qsizetype length = beginPart(packed);
    packed += '{';
    for (const AttributeView &attribute : attributes) {
        if (&attribute != &attributes.front())
            packed += ',';
        appendJsonText(packed, attribute.name);
        packed += ':';
        appendJsonText(packed, attribute.value);
    }
    packed += '}';
    endPart(packed, length);
}

void ContactArrivals::pack(const QString &region, const QString &name,
                           const QMap<QString, QString> &attributes, QByteArray &packed)
{
    appendPart(packed, region.toUtf8());
    appendPart(packed, name.toUtf8());
    appendPart(packed, toJsonUtf8(attributes));
}

void ContactArrivals::addPacked(quint64 digits, QByteArrayView packed)
{
    m_people.add(keyOf(digits), packed);
}

void ContactArrivals::add(const PhoneNumber &phone, const QString &region, const QString &name,
                          const QMap<QString, QString> &attributes)
{
    QByteArray packed;
    pack(region, name, attributes, packed);
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
