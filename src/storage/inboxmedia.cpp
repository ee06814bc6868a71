#include "storage/inboxmedia.h"

#include "storage/database.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

Result<std::vector<WantedMedia>> InboxMedia::wanted(UtcTime now, int limit)
{
    std::vector<WantedMedia> media;
    const Result<> read = forEachRow(
        m_database, uR"(
            SELECT message, account, meta_id, mime_type, sha256, tries FROM (
                SELECT f.message_id AS message, a.id AS account, f.meta_id, f.mime_type, f.sha256, f.tries,
                       row_number() OVER (PARTITION BY a.id ORDER BY f.message_id DESC) AS place
                FROM media f JOIN message m ON m.id = f.message_id
                JOIN account a ON a.phone_number_id = m.phone_number_id
                WHERE f.state = 'wanted' AND f.next_at <= ?)
            ORDER BY place, message DESC LIMIT ?)"_s,
        {toMilliseconds(now), limit}, [&](const Row &row) {
            media.push_back(
                {{row.integer(0)}, {row.integer(1)}, row.text(2), row.text(3), row.text(4), row.number(5)});
        });
    if (!read)
        return read.error();
    return media;
}

Result<std::optional<UtcTime>> InboxMedia::nextTime()
{
    return firstRow(m_database,
                    u"SELECT next_at FROM media WHERE state = 'wanted' ORDER BY next_at LIMIT 1"_s, {},
                    [](const Row &row) { return row.time(0); });
}

Result<> InboxMedia::announce(const QString &file, UtcTime notBefore)
{
    return run(m_database, u"INSERT INTO media_left (file, not_before) VALUES (?, ?)"_s,
               {file, toMilliseconds(notBefore)});
}

Result<bool> InboxMedia::noteKept(MessageId message, const QString &file, const QString &mimeType,
                                  qint64 size)
{
    return inTransaction(m_database, [&]() -> Result<bool> {
        const Result<int> kept =
            execute(m_database, uR"(UPDATE media SET state = 'kept', file = ?, size = ?, problem = '',
                mime_type = CASE ? WHEN '' THEN mime_type ELSE ? END
                WHERE message_id = ? AND state <> 'kept')"_s,
                    {file, size, mimeType, mimeType, message.value});
        if (!kept)
            return kept.error();
        const Result<> noted = *kept > 0 ? noteDeleted(file)
                                         : run(m_database, uR"(INSERT INTO media_left (file) VALUES (?)
                                               ON CONFLICT DO UPDATE SET not_before = 0)"_s,
                                               {file});
        return noted ? Result<bool>{*kept > 0} : noted.error();
    });
}

Result<> InboxMedia::noteFailed(MessageId message, const QString &problem, std::optional<UtcTime> next)
{
    return run(
        m_database, uR"(UPDATE media SET state = ?, tries = tries + 1, problem = ?, next_at = ?
                   WHERE message_id = ? AND state = 'wanted')"_s,
        {next ? u"wanted"_s : u"gone"_s, problem, toMilliseconds(next.value_or(UtcTime{})), message.value});
}

Result<> InboxMedia::tryAgain(MessageId message, UtcTime now)
{
    return run(m_database, uR"(UPDATE media SET state = 'wanted', next_at = ?
                   WHERE message_id = ? AND state <> 'kept')"_s,
               {toMilliseconds(now), message.value});
}

Result<QStringList> InboxMedia::leftOver(UtcTime now)
{
    QStringList files;
    const Result<> read = forEachRow(m_database, u"SELECT file FROM media_left WHERE not_before <= ?"_s,
                                     {toMilliseconds(now)}, [&](const Row &row) { files << row.text(0); });
    if (!read)
        return read.error();
    return files;
}

Result<> InboxMedia::noteDeleted(const QString &file)
{
    return run(m_database, u"DELETE FROM media_left WHERE file = ?"_s, {file});
}
