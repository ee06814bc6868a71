#include "workspace/changewatch.h"

#include "storage/database.h"

using namespace std::chrono_literals;

ChangeWatch::ChangeWatch(const Workspace &workspace, QObject *parent)
    : QObject{parent}
    , m_workspace{workspace}
{
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatch::look);
    m_timer.start(100ms);
    look();
}

ChangeWatch::~ChangeWatch() = default;

void ChangeWatch::look()
{
    if (!m_database) {
        // A database that cannot be opened now (a restore puts another one in its place) may be the next
        // time.
        Result<std::unique_ptr<Database>> opened = Database::open(m_workspace.databasePath());
        if (!opened)
            return;
        m_database = *std::move(opened);
        m_stamp = m_database->outsideChangeStamp();
        return;
    }
    const qint64 stamp = m_database->outsideChangeStamp();
    if (stamp == m_stamp)
        return;
    m_stamp = stamp;
    emit changed();
}
