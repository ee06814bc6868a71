#include "cli/linewriter.h"

#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <poll.h>
#include <unistd.h>
#endif

namespace {

constexpr qsizetype kMostWaitingBytes = 1024 * 1024;

struct Line
{
    QByteArray text;
    std::optional<QString> progressKey;
};

enum class Written { Whole, ReaderGone, Refused };

Written whyNotWritten()
{
    return errno == EPIPE ? Written::ReaderGone : Written::Refused;
}

Written writeFully(int descriptor, const QByteArray &text)
{
    qsizetype done = 0;
    while (done < text.size()) {
#ifdef Q_OS_WIN
        const auto written =
            _write(descriptor, text.constData() + done, static_cast<unsigned>(text.size() - done));
        if (written <= 0)
            return whyNotWritten();
#else
        const auto written =
            ::write(descriptor, text.constData() + done, static_cast<size_t>(text.size() - done));
        if (written < 0 && errno == EAGAIN) {
            // Whoever started us made the pipe non-blocking.
            pollfd wait{descriptor, POLLOUT, 0};
            ::poll(&wait, 1, -1);
            continue;
        }
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return whyNotWritten();
#endif
        done += written;
    }
    return Written::Whole;
}

} // namespace

struct LineWriter::Queue
{
    std::mutex mutex; // guards all of it, between the callers and the writing thread
    std::condition_variable changed;
    std::deque<Line> lines;
    qsizetype waitingBytes = 0;
    bool isEnding = false;
    bool isAbandoned = false;
    bool isReaderGone = false; ///< nothing more is written
    bool wasRefused = false;

    void add(Line line)
    {
        waitingBytes += line.text.size();
        lines.push_back(std::move(line));
        changed.notify_all();
    }

    void writeAll(int descriptor)
    {
        std::unique_lock lock{mutex};
        while (true) {
            changed.wait(lock, [this] { return !lines.empty() || isEnding || isAbandoned; });
            if (isAbandoned || lines.empty())
                return;
            const Line line = std::move(lines.front());
            lines.pop_front();
            if (!isReaderGone) {
                lock.unlock();
                const Written written = writeFully(descriptor, line.text);
                lock.lock();
                isReaderGone = written != Written::Whole;
                wasRefused = written == Written::Refused;
            }
            waitingBytes -= line.text.size();
            changed.notify_all();
        }
    }
};

LineWriter::LineWriter(int descriptor)
    : m_queue{std::make_shared<Queue>()}
    , m_thread{[queue = m_queue, descriptor] { queue->writeAll(descriptor); }}
{
}

LineWriter::~LineWriter()
{
    std::unique_lock lock{m_queue->mutex};
    m_queue->isEnding = true;
    const bool isAbandoned = m_queue->isAbandoned;
    m_queue->changed.notify_all();
    lock.unlock();
    if (isAbandoned)
        m_thread.detach();
    else
        m_thread.join();
}

void LineWriter::write(const QByteArray &line)
{
    std::unique_lock lock{m_queue->mutex};
    m_queue->changed.wait(lock, [this] {
        return m_queue->waitingBytes < kMostWaitingBytes || m_queue->isReaderGone || m_queue->isAbandoned;
    });
    m_queue->add({line, std::nullopt});
}

bool LineWriter::offer(const QByteArray &line)
{
    const std::lock_guard lock{m_queue->mutex};
    if (m_queue->waitingBytes >= kMostWaitingBytes)
        return false;
    m_queue->add({line, std::nullopt});
    return true;
}

void LineWriter::post(const QByteArray &line)
{
    const std::lock_guard lock{m_queue->mutex};
    m_queue->add({line, std::nullopt});
}

void LineWriter::postProgress(const QString &key, const QByteArray &line)
{
    const std::lock_guard lock{m_queue->mutex};
    const auto stale = std::find_if(m_queue->lines.begin(), m_queue->lines.end(),
                                    [&](const Line &waiting) { return waiting.progressKey == key; });
    if (stale != m_queue->lines.end()) {
        m_queue->waitingBytes -= stale->text.size();
        m_queue->lines.erase(stale);
    }
    m_queue->add({line, key});
}

bool LineWriter::finish()
{
    std::unique_lock lock{m_queue->mutex};
    m_queue->changed.wait(lock, [this] { return m_queue->waitingBytes == 0 || m_queue->isAbandoned; });
    return !m_queue->wasRefused;
}

void LineWriter::finishWithin(std::chrono::milliseconds time)
{
    std::unique_lock lock{m_queue->mutex};
    m_queue->changed.wait_for(lock, time, [this] { return m_queue->waitingBytes == 0; });
    m_queue->isAbandoned = true;
    m_queue->changed.notify_all();
}
