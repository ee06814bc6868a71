#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/conversation.h"

#include <QStringList>

#include <vector>

class Database;

/// A file at Meta that belongs to a message.
struct WantedMedia
{
    MessageId message;
    AccountId account; ///< to whose number it was sent
    QString metaId;
    QString mimeType;
    QString sha256; ///< in hex; empty: Meta did not tell it
    int tries = 0;
};

/// The files of messages: which must be fetched, and where they are.
class InboxMedia
{
public:
    explicit InboxMedia(Database &database)
        : m_database{database}
    {
    }

    /// Whose time has come, the latest message first, of every account some.
    Result<std::vector<WantedMedia>> wanted(UtcTime now, int limit);
    /// When the next one's time comes; nothing: none is wanted.
    Result<std::optional<UtcTime>> nextTime();
    /// A file of this name is about to be written: until a message has it, it counts as left over, but not
    /// before that time.
    Result<> announce(const QString &file, UtcTime notBefore);
    /// It is in the media folder under this name now. False if nobody needs it any more, or has it already:
    /// then the file is left over.
    Result<bool> noteKept(MessageId message, const QString &file, const QString &mimeType, qint64 size);
    /// It did not work: it is tried again at `next`, or (nothing) never.
    Result<> noteFailed(MessageId message, const QString &problem, std::optional<UtcTime> next);
    /// A person wants it again, now.
    Result<> tryAgain(MessageId message, UtcTime now);

    /// Files that nobody needs any more, to be deleted.
    Result<QStringList> leftOver(UtcTime now);
    Result<> noteDeleted(const QString &file);

private:
    Database &m_database;
};
