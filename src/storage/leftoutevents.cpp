#include "storage/leftoutevents.h"

#include "storage/sql.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

// In the settings, so that neither is looked for among the millions of events.
const QString kPutAside = u"bodies_put_aside"_s; // webhook_post.id, as JSON
const QString kOtherNumber = u"other_number_"_s; // and the number: events and the time of the last one

constexpr int kLongestReason = 400;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(LeftOutEvents)
};

} // namespace

Result<std::vector<PutAsideBody>> LeftOutEvents::putAside()
{
    std::vector<PutAsideBody> bodies;
    const Result<> read =
        forEachRow(m_database, uR"(SELECT p.id, p.received_at, length(p.body), e.error_details
            FROM setting s, json_each(s.value) j JOIN webhook_post p ON p.id = j.value
            JOIN delivery_event e ON e.post_id = p.id WHERE s.key = ? ORDER BY p.id)"_s,
                   {kPutAside}, [&](const Row &row) {
                       bodies.push_back({row.integer(0), row.time(1), row.integer(2), row.text(3)});
                   });
    return read ? Result<std::vector<PutAsideBody>>{std::move(bodies)} : read.error();
}

Result<QByteArray> LeftOutEvents::body(qint64 id)
{
    const Result<std::optional<QByteArray>> found =
        firstRow(m_database, uR"(SELECT p.body FROM setting s, json_each(s.value) j
                     JOIN webhook_post p ON p.id = j.value WHERE s.key = ? AND p.id = ?)"_s,
                 {kPutAside, id}, [](const Row &row) { return row.bytes(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound, Words::tr("No body with this number was put aside."), u"no_body"_s,
                     QString::number(id)};
    return **found;
}

Result<std::vector<OtherNumber>> LeftOutEvents::otherNumbers()
{
    std::vector<OtherNumber> numbers;
    const Result<> read =
        forEachRow(m_database, u"SELECT key, value FROM setting WHERE key >= ? AND key < ? ORDER BY key"_s,
                   {kOtherNumber, QString{kOtherNumber + u'\uffff'}}, [&](const Row &row) {
                       const QString value = row.text(1);
                       numbers.push_back({row.text(0).sliced(kOtherNumber.size()),
                                          value.section(u' ', 0, 0).toLongLong(),
                                          fromMilliseconds(value.section(u' ', 1, 1).toLongLong())});
                   });
    return read ? Result<std::vector<OtherNumber>>{std::move(numbers)} : read.error();
}

Result<LeftOutCounts> LeftOutEvents::counts()
{
    const Result<qint64> bodies = firstInteger(
        m_database, u"SELECT json_array_length(value) FROM setting WHERE key = ?"_s, {kPutAside});
    const Result<std::vector<OtherNumber>> numbers = otherNumbers();
    if (!bodies || !numbers)
        return bodies ? numbers.error() : bodies.error();
    LeftOutCounts counts{*bodies, 0};
    for (const OtherNumber &number : *numbers)
        counts.ofOtherNumbers += number.events;
    return counts;
}

Result<> LeftOutEvents::notePutAside(const QByteArray &body, const Error &why, UtcTime receivedAt)
{
    const Result<qint64> post =
        insert(m_database, u"INSERT INTO webhook_post (received_at, body) VALUES (?, ?)"_s,
               {toMilliseconds(receivedAt), body.isNull() ? QByteArray{""} : body});
    if (!post)
        return post.error();
    const Result<> event =
        run(m_database, uR"(INSERT INTO delivery_event (post_id, kind, word, at, error_details, state)
                VALUES (?, 'put_aside', ?, ?, ?, 'ignored'))"_s,
            {*post, why.code, toMilliseconds(receivedAt), why.detail.left(kLongestReason)});
    if (!event)
        return event;
    return run(m_database, uR"(INSERT INTO setting (key, value) VALUES (?, json_array(?))
                   ON CONFLICT DO UPDATE SET value = json_insert(value, '$[#]', ?))"_s,
               {kPutAside, *post, *post});
}

Result<> LeftOutEvents::noteOther(const QString &phoneNumberId, UtcTime at)
{
    const QString key = kOtherNumber + phoneNumberId;
    const Result<std::optional<QString>> before =
        firstRow(m_database, u"SELECT value FROM setting WHERE key = ?"_s, {key},
                 [](const Row &row) { return row.text(0); });
    if (!before)
        return before.error();
    const qint64 events = before->value_or(QString{}).section(u' ', 0, 0).toLongLong() + 1;
    return run(m_database, uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                   ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
               {key, u"%1 %2"_s.arg(events).arg(toMilliseconds(at))});
}

Result<bool> LeftOutEvents::isOwn(const QString &phoneNumberId)
{
    if (phoneNumberId.isEmpty() || phoneNumberId == m_own)
        return true;
    const Result<qint64> isOwn = firstInteger(m_database, uR"(SELECT NOT EXISTS (SELECT 1 FROM account)
            OR EXISTS (SELECT 1 FROM account WHERE phone_number_id = ?))"_s,
                                              {phoneNumberId});
    if (!isOwn)
        return isOwn.error();
    if (*isOwn > 0)
        m_own = phoneNumberId;
    return *isOwn > 0;
}

Result<bool> LeftOutEvents::isOfOwnMessage(const QString &messageId, const QString &attemptId)
{
    const Result<qint64> isOurs = firstInteger(m_database, uR"(SELECT EXISTS (
                SELECT 1 FROM attempt WHERE message_id = ? AND message_id <> ''
                UNION ALL SELECT 1 FROM attempt WHERE attempt_id = ?
                UNION ALL SELECT 1 FROM direct_message WHERE message_id = ? AND message_id <> ''
                UNION ALL SELECT 1 FROM direct_message WHERE attempt_id = ?))"_s,
                                               {messageId, attemptId, messageId, attemptId});
    return isOurs ? Result<bool>{*isOurs > 0} : isOurs.error();
}
