#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QFile>
#include <QString>

#include <deque>
#include <mutex>
#include <vector>

/// What became of a request.
enum class RequestVerdict { Accepted, Refused, DroppedBefore, DroppedAfter };

/// One request that reached the simulator. `to`, `opaque` and `messageId` are empty, and `code` is -1, where
/// the journal line has null.
struct JournalEntry
{
    UtcTime at;
    qint64 seq = 0;
    QByteArray method;
    QByteArray path; ///< without the query
    QString to; ///< as the client wrote it
    QString opaque;
    RequestVerdict verdict = RequestVerdict::Accepted;
    QString messageId;
    int code = -1;
};

/// The entry as one line of JSON, with the line end.
QByteArray toJournalLine(const JournalEntry &entry);

/// Every request, in memory (the latest quarter of a million) and in a file. May be used from any thread.
class Journal
{
    Q_DECLARE_TR_FUNCTIONS(Journal)

public:
    /// Appends to the file from now on.
    Result<> open(const QString &path);

    /// Gives the entry its number and writes it; when this returns, the line outlives the process. The entry
    /// as written.
    JournalEntry add(JournalEntry entry);

    std::vector<JournalEntry> entries() const;

private:
    // Owner: this class; guards everything below between the server's thread and readers.
    mutable std::mutex m_mutex;
    std::deque<JournalEntry> m_entries;
    qint64 m_lastSeq = 0;
    QFile m_file;
};
