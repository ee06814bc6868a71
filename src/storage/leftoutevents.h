#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

class Database;

/// A body that could not be applied for a reason that does not pass; kept whole.
struct PutAsideBody
{
    qint64 id = 0;
    UtcTime receivedAt;
    qint64 bytes = 0;
    QString reason;
};

/// A number that this workspace does not have, and how often Meta told something about it: one app tells the
/// events of all its numbers to whoever receives them.
struct OtherNumber
{
    QString phoneNumberId;
    qint64 events = 0;
    UtcTime lastAt;
};

/// How much of all that came was left out.
struct LeftOutCounts
{
    qint64 putAside = 0; ///< bodies
    qint64 ofOtherNumbers = 0; ///< events
};

/// What arrived and was not applied. The `note` methods need an open transaction.
class LeftOutEvents
{
public:
    explicit LeftOutEvents(Database &database)
        : m_database{database}
    {
    }

    /// Oldest first.
    Result<std::vector<PutAsideBody>> putAside();
    /// As it came. NotFound with the code "no_body".
    Result<QByteArray> body(qint64 id);
    Result<std::vector<OtherNumber>> otherNumbers();
    Result<LeftOutCounts> counts();

    Result<> notePutAside(const QByteArray &body, const Error &why, UtcTime receivedAt);
    Result<> noteOther(const QString &phoneNumberId, UtcTime at);

    /// Whether a number is one of this workspace. While it has none, any may become its own; and an event may
    /// name none.
    Result<bool> isOwn(const QString &phoneNumberId);
    /// Whether a message is one of ours, whatever number it left from: that may have been removed since.
    Result<bool> isOfOwnMessage(const QString &messageId, const QString &attemptId);

private:
    Database &m_database;
    QString m_own; ///< a number that is known to be one
};
