#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <type_traits>

class Session;

/// Does the database work of a window, which must not wait. Each piece of work gets the session of a thread
/// of our own, and its result comes back on the thread of this object. Short work, long jobs, and what the
/// program does by itself have a thread each, so that an import does not hold up the list of campaigns, nor a
/// report of the month an import; on each thread, work is done in the order in which it was given.
class BackgroundDesk : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundDesk(Workspace workspace, QObject *parent = nullptr);
    /// Cancels all that can be cancelled and waits for the work at hand. Nothing is answered any more.
    ~BackgroundDesk() override;

    /// `work(Session &)` returns a Result<T>; `done(const Result<T> &)` is not called once `context` is gone.
    /// The context lives on the thread of this object.
    template <typename Work, typename Done>
    void run(QObject *context, Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work &, Session &>;
        auto answer = std::make_shared<std::optional<Answer>>();
        post(
            m_short, context,
            [work = std::move(work), answer](const Result<Session *> &session) mutable {
                answer->emplace(session ? work(**session) : Answer{session.error()});
            },
            [done = std::move(done), answer]() mutable { done(**answer); }, [] {});
    }

    /// The same for what takes seconds: `work(Session &, const CancelToken &)` looks at the token now and
    /// then, and returns early once `cancel()` was called on the one returned here.
    template <typename Work, typename Done>
    CancelToken runLong(QObject *context, Work work, Done done)
    {
        return runCancellable(m_long, context, std::move(work), std::move(done));
    }

    /// The same for what nobody asked for just now and nobody waits for.
    template <typename Work, typename Done>
    CancelToken runAside(QObject *context, Work work, Done done)
    {
        return runCancellable(m_aside, context, std::move(work), std::move(done));
    }

    /// From a job that can be cancelled: calls `tell` on the thread of this object, unless `context` is gone
    /// by then. For progress.
    void report(QPointer<QObject> context, std::function<void()> tell);

private:
    class Worker;
    using Task = std::function<void(const Result<Session *> &)>;

    struct Lane
    {
        QThread thread;
        Worker *worker = nullptr;
    };

    template <typename Work, typename Done>
    CancelToken runCancellable(Lane &lane, QObject *context, Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work &, Session &, const CancelToken &>;
        const CancelToken token;
        const quint64 job = ++m_lastJob;
        m_cancellable.emplace(job, token);
        auto answer = std::make_shared<std::optional<Answer>>();
        post(
            lane, context,
            [work = std::move(work), answer, token](const Result<Session *> &session) mutable {
                answer->emplace(session ? work(**session, token) : Answer{session.error()});
            },
            [done = std::move(done), answer]() mutable { done(**answer); },
            [this, job] { m_cancellable.erase(job); });
        return token;
    }
    void open(Lane &lane, const Workspace &workspace);
    void close(Lane &lane);
    /// `always` is called after the work even when the context is gone.
    void post(Lane &lane, QObject *context, Task task, std::function<void()> done,
              std::function<void()> always);

    Lane m_short;
    Lane m_long;
    Lane m_aside;
    std::map<quint64, CancelToken> m_cancellable; ///< jobs that have not ended yet
    quint64 m_lastJob = 0;
};
