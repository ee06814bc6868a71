#include "storage/backgroundcheckpoint.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "storage/sqlitehandle.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

BackgroundCheckpoint::BackgroundCheckpoint(Database &database)
    : BackgroundCheckpoint{database, Lengths{}}
{
}

BackgroundCheckpoint::BackgroundCheckpoint(Database &database, Lengths lengths)
    : m_database{database}
    , m_lengths{lengths}
{
    const Result<sqlite3 *> handle = sqliteHandle(database);
    const Result<qint64> ownCopying = firstInteger(database, u"PRAGMA wal_autocheckpoint"_s);
    if (!handle || !*handle || !ownCopying)
        return;
    m_handle = *handle;
    m_ownCopying = int(*ownCopying);
    m_thread = std::thread{[this] { copyUntilTheEnd(); }};
    // This takes the place of SQLite's own copying.
    sqlite3_wal_hook(m_handle, &BackgroundCheckpoint::afterCommit, this);
}

BackgroundCheckpoint::~BackgroundCheckpoint()
{
    if (!m_handle)
        return;
    sqlite3_wal_autocheckpoint(m_handle, m_ownCopying);
    {
        const std::lock_guard lock{m_mutex};
        m_isOver = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

int BackgroundCheckpoint::afterCommit(void *self, sqlite3 *, const char *, int pages)
{
    static_cast<BackgroundCheckpoint *>(self)->noteLength(pages);
    return SQLITE_OK;
}

/// SQLite calls it when the commit is over and its locks are free.
void BackgroundCheckpoint::noteLength(int pages)
{
    std::unique_lock lock{m_mutex};
    if (m_isOver) { // without having been asked to
        sqlite3_wal_autocheckpoint(m_handle, m_ownCopying);
        return;
    }
    if (pages < m_pages) // the log has begun anew
        m_tried = 0;
    m_pages = pages;
    const bool isTooLong = m_pages >= m_lengths.most;
    if (isTooLong)
        m_wanted = m_begun + 1; // one that takes the pages of this commit too, so that the next begins anew
    m_changed.notify_all();
    if (isTooLong)
        m_changed.wait(lock, [&] { return m_ended >= m_wanted || m_isOver; });
}

/// On a thread of its own.
void BackgroundCheckpoint::copyUntilTheEnd()
{
    const Result<std::unique_ptr<Database>> connection = Database::open(m_database.path());
    std::unique_lock lock{m_mutex};
    while (connection && !m_isOver) {
        if (m_begun >= m_wanted && m_pages - m_tried < m_lengths.copied) {
            m_changed.wait(lock);
            continue;
        }
        ++m_begun;
        m_tried = m_pages;
        lock.unlock();
        const Result<qint64> isHindered = firstInteger(**connection, u"PRAGMA wal_checkpoint(PASSIVE)"_s);
        lock.lock();
        m_ended = m_begun;
        m_changed.notify_all();
        if (!isHindered)
            break;
    }
    m_isOver = true;
    m_changed.notify_all();
}
