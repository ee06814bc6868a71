#include "workspace/backgrounddesk.h"

#include "workspace/session.h"

#include <utility>

/// Lives on a lane's thread and owns its session, which is opened with the first work. A session that could
/// not be opened is tried again with the next.
class BackgroundDesk::Worker : public QObject
{
public:
    explicit Worker(Workspace workspace)
        : m_workspace{std::move(workspace)}
    {
    }

    void run(const Task &task)
    {
        if (!m_session) {
            Result<std::unique_ptr<Session>> opened = Session::open(m_workspace);
            if (!opened) {
                task(opened.error());
                return;
            }
            m_session = *std::move(opened);
        }
        task(m_session.get());
    }

private:
    Workspace m_workspace;
    std::unique_ptr<Session> m_session;
};

BackgroundDesk::BackgroundDesk(Workspace workspace, QObject *parent)
    : QObject{parent}
{
    open(m_short, workspace);
    open(m_long, workspace);
    open(m_aside, workspace);
}

BackgroundDesk::~BackgroundDesk()
{
    for (auto &[job, token] : m_cancellable)
        token.cancel();
    close(m_short);
    close(m_long);
    close(m_aside);
}

void BackgroundDesk::report(QPointer<QObject> context, std::function<void()> tell)
{
    QMetaObject::invokeMethod(
        this,
        [context, tell = std::move(tell)]() mutable {
            // What it holds is let go on this thread; the call itself may be destroyed on the worker's.
            const std::function<void()> own = std::exchange(tell, {});
            if (context)
                own();
        },
        Qt::QueuedConnection);
}

void BackgroundDesk::open(Lane &lane, const Workspace &workspace)
{
    lane.worker = new Worker{workspace};
    lane.worker->moveToThread(&lane.thread);
    connect(&lane.thread, &QThread::finished, lane.worker, &QObject::deleteLater);
    lane.thread.start();
}

void BackgroundDesk::close(Lane &lane)
{
    lane.thread.quit();
    lane.thread.wait();
}

void BackgroundDesk::post(Lane &lane, QObject *context, Task task, std::function<void()> done,
                          std::function<void()> always)
{
    QMetaObject::invokeMethod(
        lane.worker,
        [this, worker = lane.worker, context = QPointer<QObject>{context}, task = std::move(task),
         done = std::move(done), always = std::move(always)]() mutable {
            worker->run(task);
            report(this, std::move(always));
            report(context, std::move(done));
        },
        Qt::QueuedConnection);
}
