#include "storage/erasure.h"

#include "domain/whatsappnumber.h"
#include "storage/campaigntally.h"
#include "storage/contactrows.h"
#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/erasuretraces.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Bodies read at a time while looking for a person in them.
constexpr int kBodies = 500;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Erasure)
};

QString scrubDueSetting()
{
    return u"scrub_due"_s;
}

Result<> makeSureOfNobody(Database &database)
{
    return run(database,
               u"INSERT INTO contact (id, phone, created_at) VALUES (?, '', 0) ON CONFLICT DO NOTHING"_s,
               {kNobody});
}

/// Digits of any script as ASCII; everything else is left out.
QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0)
            digits += QChar{u'0' + value};
    }
    return digits;
}

/// Whether a text that a person wrote holds the number, however it is grouped, with or without its country
/// code.
class SpellingSearch
{
public:
    explicit SpellingSearch(const QSet<QString> &phones)
    {
        constexpr qsizetype kOwnDigits = 9; // as many as tell two people of one country apart
        for (const QString &phone : phones)
            m_endings << phone.mid(1).right(kOwnDigits);
    }

    bool finds(QStringView text) const
    {
        const QString digits = digitsOf(text);
        return std::any_of(m_endings.begin(), m_endings.end(),
                           [&](const QString &ending) { return digits.contains(ending); });
    }

private:
    QStringList m_endings;
};

/// Whether a body that Meta posted speaks of one of them.
class BodySearch
{
public:
    explicit BodySearch(const ErasureTraces &traces)
    {
        for (const QString &phone : traces.phones) {
            for (const PhoneNumber &spelling : spellingsOnWhatsApp(*PhoneNumber::fromE164(phone)))
                m_digits.insert(spelling.e164().mid(1).toLatin1());
        }
        for (const QSet<QString> *names : {&traces.userIds, &traces.messageIds}) {
            for (const QString &name : *names)
                m_texts.insert(name.toUtf8());
        }
    }

    bool finds(QByteArray body) const
    {
        body.replace("\\/", "/"); // Meta writes slashes so
        return findsText(body) || findsDigits(body);
    }

private:
    bool findsText(const QByteArray &body) const
    {
        for (qsizetype first = 0; first < body.size();) {
            qsizetype end = body.indexOf('"', first);
            if (end < 0)
                end = body.size();
            if (m_texts.contains(QByteArray::fromRawData(body.constData() + first, end - first)))
                return true;
            first = end + 1;
        }
        return false;
    }

    bool findsDigits(const QByteArray &body) const
    {
        bool isFound = false;
        forEachNumber(body,
                      [&](const QByteArray &digits) { isFound = isFound || m_digits.contains(digits); });
        return isFound;
    }

    QSet<QByteArray> m_digits;
    QSet<QByteArray> m_texts;
};

/// Bodies that speak of a person, found before the transaction that empties them, because there may be a
/// million to read.
struct FoundBodies
{
    std::vector<qint64> posts;
    qint64 last = 0; ///< the latest that was looked at
};

Result<> searchBodies(Database &database, const BodySearch &search, FoundBodies &found)
{
    for (int read = kBodies; read == kBodies;) {
        read = 0;
        const Result<> page =
            forEachRow(database, u"SELECT id, body FROM webhook_post WHERE id > ? ORDER BY id LIMIT ?"_s,
                       {found.last, kBodies}, [&](const Row &row) {
                           found.last = row.integer(0);
                           ++read;
                           if (search.finds(row.bytes(1)))
                               found.posts.push_back(found.last);
                       });
        if (!page)
            return page;
    }
    return Done{};
}

/// Takes people out, inside a transaction but for `search`.
class PeopleEraser
{
public:
    PeopleEraser(Database &database, const PeopleToErase &people, UtcTime now)
        : m_database{database}
        , m_people{people}
        , m_tally{database}
        , m_now{now}
    {
    }

    /// Reads the bodies that are there already; hinders nobody.
    Result<> search()
    {
        const Result<> known = inSnapshot(m_database, [this] { return gather(); });
        if (!known)
            return known;
        return searchBodies(m_database, BodySearch{m_traces}, m_bodies);
    }

    Result<ErasedPeople> erase()
    {
        if (const Result<> known = gather(); !known) // again: others wrote meanwhile
            return known.error();
        if (const Result<> noted = noteErased(); !noted)
            return noted.error();
        for (const auto &step :
             {&PeopleEraser::forgetBodies, &PeopleEraser::forgetRecipients, &PeopleEraser::forgetMessages,
              &PeopleEraser::forgetChanges, &PeopleEraser::forgetPasted, &PeopleEraser::forgetWords,
              &PeopleEraser::forgetContacts}) {
            if (const Result<> done = (this->*step)(); !done)
                return done.error();
        }
        if (const Result<> counted = m_tally.store(); !counted)
            return counted.error();
        return ErasedPeople{m_traces.numbers, static_cast<int>(m_traces.contacts.size()),
                            static_cast<int>(m_traces.recipients.size()), m_messages};
    }

private:
    Result<> noteErased()
    {
        ErasedNumbers erased{m_database};
        for (const QString &each : std::as_const(m_traces.phones)) {
            if (const Result<> added = erased.add(*PhoneNumber::fromE164(each), m_now); !added)
                return added;
        }
        for (const QString &each : std::as_const(m_traces.userIds)) {
            if (const Result<> added = erased.addUserId(each, m_now); !added)
                return added;
        }
        return run(m_database, u"INSERT INTO setting VALUES (?, '1') ON CONFLICT DO NOTHING"_s,
                   {scrubDueSetting()});
    }

    Result<> gather()
    {
        Result<ErasureTraces> traces =
            tracesOf(m_database, m_people.phones, m_people.userIds, m_people.scope);
        if (!traces)
            return traces.error();
        m_traces = *std::move(traces);
        return Done{};
    }

    template <typename Do>
    Result<> eachOf(const QSet<QString> &texts, const Do &action)
    {
        for (const QString &text : texts) {
            if (const Result<> done = action(text); !done)
                return done;
        }
        return Done{};
    }

    /// Bodies as Meta posted them: one that speaks of the person is emptied, whoever else it speaks of; what
    /// it told has been applied long ago.
    Result<> forgetBodies()
    {
        if (const Result<> searched = searchBodies(m_database, BodySearch{m_traces}, m_bodies); !searched)
            return searched;
        for (const qint64 post : m_bodies.posts) {
            if (const Result<> emptied =
                    run(m_database, u"UPDATE webhook_post SET body = x'' WHERE id = ?"_s, {post});
                !emptied)
                return emptied;
        }
        for (const QSet<QString> *ids : {&m_traces.messageIds, &m_traces.userIds, &m_traces.phones}) {
            const Result<> forgotten = eachOf(*ids, [this](const QString &id) {
                return run(m_database, uR"(UPDATE delivery_event SET message_id = '', error_details = ''
                        WHERE message_id = ? AND message_id <> '')"_s,
                           {id});
            });
            if (!forgotten)
                return forgotten;
        }
        return Done{};
    }

    Result<> forgetRecipients()
    {
        if (const Result<> nobody = makeSureOfNobody(m_database); !nobody)
            return nobody;
        for (const qint64 id : m_traces.recipients) {
            const auto before = firstRow(
                m_database,
                uR"(SELECT status, sent_at, delivered_at, read_at, responded_at, failed_at, campaign_id
                    FROM recipient WHERE id = ?)"_s,
                {id}, [](const Row &row) {
                    return std::pair{CampaignId{row.integer(6)}, progressFrom(row, 0)};
                });
            if (!before)
                return before.error();
            if (!*before)
                continue;
            const auto &[campaign, progress] = **before;
            DeliveryProgress after = progress;
            if (after.status == RecipientStatus::Pending)
                after.status = RecipientStatus::OptedOut;
            m_tally.move(campaign, progress, after);
            const Result<> forgotten =
                run(m_database, uR"(UPDATE recipient SET phone = 'erased:' || id, contact_id = ?, name = '',
                        variables = '{}', time_zone = '', status = ?, message_id = '', not_before = 0, error_details = '',
                        response = '' WHERE id = ?)"_s,
                    {kNobody, toWord(after.status), id});
            if (!forgotten)
                return forgotten;
            const Result<> attempts = run(
                m_database,
                u"UPDATE attempt SET message_id = '', details = '', fbtrace_id = '' WHERE recipient_id = ?"_s,
                {id});
            if (!attempts)
                return attempts;
        }
        return Done{};
    }

    Result<> forgetMessages()
    {
        const Result<> byPhone = eachOf(m_traces.phones, [this](const QString &phone) -> Result<> {
            // That somebody was written to stays counted; what waits is not sent.
            const Result<> direct =
                run(m_database, uR"(UPDATE direct_message SET phone = 'erased:' || id, content = '',
                        message_id = '', details = '',
                        state = CASE state WHEN 'waiting' THEN 'withdrawn' ELSE state END WHERE phone = ?)"_s,
                    {phone});
            if (!direct)
                return direct;
            return deleteMessages(u"phone = ?"_s, phone);
        });
        if (!byPhone)
            return byPhone;
        return eachOf(m_traces.userIds, [this](const QString &userId) {
            return deleteMessages(u"user_id = ? AND user_id <> ''"_s, userId);
        });
    }

    /// Theirs. Those of others whose numbers they had before or after only lose the number: where those
    /// people went from there still tells whose word a late one is.
    Result<> forgetChanges()
    {
        for (const qint64 change : m_traces.changes) {
            if (const Result<> forgotten = forgetChange(change); !forgotten)
                return forgotten;
        }
        const Result<> named = eachOf(m_traces.userIds, [this](const QString &userId) -> Result<> {
            for (const QString &side : {u"old_user_id"_s, u"new_user_id"_s}) {
                const Result<> done = run(
                    m_database, u"DELETE FROM person_change WHERE %1 = ? AND %1 <> ''"_s.arg(side), {userId});
                if (!done)
                    return done;
            }
            return Done{};
        });
        if (!named)
            return named;
        return eachOf(m_traces.phones, [this](const QString &phone) -> Result<> {
            if (const Result<> between = forgetChangesFrom(phone); !between)
                return between;
            return ErasedNumbers{m_database}.keepOutOfChanges(*PhoneNumber::fromE164(phone));
        });
    }

    /// To another of the erased numbers.
    Result<> forgetChangesFrom(const QString &phone)
    {
        std::vector<qint64> between;
        const Result<> read = forEachRow(
            m_database, u"SELECT id, new_phone FROM person_change WHERE old_phone = ? AND old_phone <> ''"_s,
            {phone}, [&](const Row &row) {
                if (m_traces.phones.contains(row.text(1)))
                    between.push_back(row.integer(0));
            });
        if (!read)
            return read;
        for (const qint64 change : between) {
            if (const Result<> forgotten = forgetChange(change); !forgotten)
                return forgotten;
        }
        return Done{};
    }

    Result<> forgetChange(qint64 id)
    {
        return run(m_database, u"DELETE FROM person_change WHERE id = ?"_s, {id});
    }

    Result<> deleteMessages(const QString &condition, const QString &value)
    {
        const Result<int> deleted = execute(m_database, u"DELETE FROM message WHERE "_s + condition, {value});
        if (!deleted)
            return deleted.error();
        m_messages += *deleted;
        return Done{};
    }

    /// Where a number may stand in a sentence.
    Result<> forgetWords()
    {
        return eachOf(m_traces.phones, [this](const QString &phone) -> Result<> {
            const QString digits = phone.mid(1);
            for (
                const QString &place :
                {u"activity SET what = replace(what, ?, '…') WHERE instr(what, ?) > 0"_s,
                 u"campaign SET description = replace(description, ?, '…') WHERE instr(description, ?) > 0"_s,
                 u"setting SET value = replace(value, ?, '…') WHERE instr(value, ?) > 0"_s,
                 // A rule that asks for the number means nobody afterwards.
                 u"segment SET rule = replace(rule, ?, '0') WHERE instr(rule, ?) > 0"_s,
                 u"campaign_audience SET rule = replace(rule, ?, '0') WHERE instr(rule, ?) > 0"_s,
                 u"recurrence SET audience = replace(audience, ?, '0') WHERE instr(audience, ?) > 0"_s,
                 u"occurrence SET audience = replace(audience, ?, '0') WHERE instr(audience, ?) > 0"_s}) {
                if (const Result<> done = run(m_database, u"UPDATE "_s + place, {digits, digits}); !done)
                    return done;
            }
            for (const QString &table : {u"marketing_hold"_s, u"resumption"_s, u"suppression"_s}) {
                const Result<> done =
                    run(m_database, u"DELETE FROM %1 WHERE phone = ?"_s.arg(table), {phone});
                if (!done)
                    return done;
            }
            return Done{};
        });
    }

    /// Lines of a text that somebody pasted into a draft, which waits there as it was.
    Result<> forgetPasted()
    {
        std::vector<std::pair<QString, QJsonObject>> drafts;
        const Result<> read = forEachRow(
            m_database, uR"(SELECT key, value FROM setting
                                             WHERE key LIKE 'draft/%' AND instr(value, '"pasted"') > 0)"_s,
            {}, [&](const Row &row) {
                drafts.emplace_back(row.text(0), QJsonDocument::fromJson(row.text(1).toUtf8()).object());
            });
        if (!read)
            return read;
        const SpellingSearch search{m_traces.phones};
        for (auto &[key, draft] : drafts) {
            QStringList lines = draft.value(u"pasted").toString().split(u'\n');
            if (lines.removeIf([&](const QString &line) { return search.finds(line); }) == 0)
                continue;
            draft.insert(u"pasted"_s, lines.join(u'\n'));
            const QByteArray text = QJsonDocument{draft}.toJson(QJsonDocument::Compact);
            if (const Result<> stored = run(m_database, u"UPDATE setting SET value = ? WHERE key = ?"_s,
                                            {QString::fromUtf8(text), key});
                !stored)
                return stored;
        }
        return Done{};
    }

    Result<> forgetContacts()
    {
        for (const qint64 contact : m_traces.contacts) {
            for (const QString &sql :
                 {u"UPDATE recipient SET contact_id = 0 WHERE contact_id = ?"_s,
                  // Meta goes on counting them against the messaging limit, so that we must too.
                  u"UPDATE OR REPLACE messaged SET contact_id = -1 - recipient_id WHERE contact_id = ?"_s,
                  u"DELETE FROM contact WHERE id = ?"_s}) {
                if (const Result<> done = run(m_database, sql, {contact}); !done)
                    return done;
            }
        }
        return Done{};
    }

    Database &m_database;
    const PeopleToErase &m_people;
    CampaignTally m_tally;
    UtcTime m_now;
    ErasureTraces m_traces;
    FoundBodies m_bodies;
    int m_messages = 0;
};

/// A file of the system's for SQLite's copy while it writes the file anew: in memory it could be too large.
class TemporaryStoreOnDisk
{
public:
    explicit TemporaryStoreOnDisk(Database &database)
        : m_database{database}
    {
        [[maybe_unused]] const Result<> set = run(m_database, u"PRAGMA temp_store = FILE"_s);
    }
    ~TemporaryStoreOnDisk()
    {
        [[maybe_unused]] const Result<> set = run(m_database, u"PRAGMA temp_store = MEMORY"_s);
    }
    TemporaryStoreOnDisk(const TemporaryStoreOnDisk &) = delete;
    TemporaryStoreOnDisk &operator=(const TemporaryStoreOnDisk &) = delete;

private:
    Database &m_database;
};

} // namespace

Result<ErasedPeople> Erasure::erase(const PeopleToErase &people, UtcTime now)
{
    PeopleEraser eraser{m_database, people, now};
    if (const Result<> searched = eraser.search(); !searched)
        return searched.error();
    return inTransaction(m_database, [&] { return eraser.erase(); });
}

Result<ErasedPeople> Erasure::eraseWithin(const PeopleToErase &people, UtcTime now)
{
    return PeopleEraser{m_database, people, now}.erase();
}

Result<bool> Erasure::isScrubDue()
{
    const Result<qint64> due =
        firstInteger(m_database, u"SELECT count(*) FROM setting WHERE key = ?"_s, {scrubDueSetting()});
    if (!due)
        return due.error();
    return *due > 0;
}

Result<> Erasure::scrub()
{
    // Deleting from the index leaves a note of what was deleted, until its parts are merged.
    if (const Result<> merged = inTransaction(
            m_database,
            [&] {
                return run(m_database, u"INSERT INTO contact_search (contact_search) VALUES ('optimize')"_s);
            });
        !merged)
        return merged;
    {
        const TemporaryStoreOnDisk onDisk{m_database};
        if (const Result<> rewritten = run(m_database, u"VACUUM"_s); !rewritten)
            return rewritten;
    }
    const Result<qint64> blocked = firstInteger(m_database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!blocked)
        return blocked.error();
    if (*blocked > 0)
        return Error{ErrorKind::Busy,
                     Words::tr("Another program is reading the workspace. Try again in a moment."),
                     u"database_busy"_s,
                     {}};
    return inTransaction(m_database, [&] {
        return run(m_database, u"DELETE FROM setting WHERE key = ?"_s, {scrubDueSetting()});
    });
}
