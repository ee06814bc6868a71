#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <thread>

/// Writes lines to a file descriptor on a thread of its own, so that a slow reader never holds up who prints.
/// A progress line that nobody has read yet is replaced by the next one of the same key; every other line is
/// kept and arrives in order.
class LineWriter
{
public:
    explicit LineWriter(int descriptor);
    /// Waits until everything is written, unless `finishWithin` gave up.
    ~LineWriter();
    LineWriter(const LineWriter &) = delete;
    LineWriter &operator=(const LineWriter &) = delete;

    /// Waits while the reader is more than a megabyte behind: for long lists.
    void write(const QByteArray &line);
    /// Leaves the line out while the reader is more than a megabyte behind: for what comes without end.
    /// Whether it was taken.
    bool offer(const QByteArray &line);
    /// Never waits, and keeps every line: for the few that a reader must not miss.
    void post(const QByteArray &line);
    void postProgress(const QString &key, const QByteArray &line);

    /// Waits until everything is written, unless `finishWithin` gave up. False where the system refused a
    /// part, as a full disk does; a reader that went away has had what it wanted.
    bool finish();
    /// Waits so long at most for the reader and gives up the rest; for leaving although nobody reads.
    void finishWithin(std::chrono::milliseconds time);

private:
    struct Queue;

    std::shared_ptr<Queue> m_queue; ///< the thread's too: it may outlive us inside a write that never returns
    std::thread m_thread;
};
