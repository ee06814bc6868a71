#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

class Database;
struct sqlite3;

/// While it lives, the write-ahead log of a connection that writes much is copied into the database by a
/// thread of its own, not by every commit that finds the log long. Commits wait for that thread only where
/// the log has grown too long, so that it begins anew. Where Qt brings a SQLite of its own, or the file
/// cannot be opened once more, everything stays as it was.
///
/// Others who write at the same time find a longer log at their commits and try to copy it themselves: not
/// for use beside a sender.
class BackgroundCheckpoint
{
public:
    /// In pages of the database.
    struct Lengths
    {
        int copied = 1'000; ///< as many are worth copying: as SQLite itself has it
        int most = 16'000; ///< 64 MB
    };

    /// For the thread of `database`, which outlives the object.
    explicit BackgroundCheckpoint(Database &database);
    BackgroundCheckpoint(Database &database, Lengths lengths);
    /// Waits for what is being copied; what is left stays in the log.
    ~BackgroundCheckpoint();
    BackgroundCheckpoint(const BackgroundCheckpoint &) = delete;
    BackgroundCheckpoint &operator=(const BackgroundCheckpoint &) = delete;

private:
    static int afterCommit(void *self, sqlite3 *, const char *, int pages);
    void noteLength(int pages);
    void copyUntilTheEnd();

    Database &m_database;
    const Lengths m_lengths;
    sqlite3 *m_handle = nullptr;
    int m_ownCopying = 0; ///< the length at which commits of the connection copy by themselves
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    int m_pages = 0; ///< in the log
    int m_tried = 0; ///< of them at the last attempt to copy
    int m_begun = 0; ///< attempts
    int m_ended = 0; ///< attempts
    int m_wanted = 0; ///< attempts that somebody waits for
    bool m_isOver = false;
    std::thread m_thread;
};
