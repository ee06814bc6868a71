#pragma once

#include "support/fakeclock.h"
#include "workspace/session.h"

#include <QTemporaryDir>

#include <memory>

/// A workspace of its own with a session, on a clock that moves when told; the state folder is its own too.
class World
{
public:
    explicit World(Workspace::Purpose purpose = Workspace::Purpose::Practice);
    ~World();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString writeFile(const QString &name, const QByteArray &content) const;

    const Workspace &workspace() const { return *m_workspace; }
    Session &session() { return *m_session; }
    FakeClock &clock() { return m_clock; }

    /// A stored draft of the tour template, with so many people.
    CampaignId draft(int people);
    Campaign load(CampaignId id);

private:
    QTemporaryDir m_folder;
    QByteArray m_stateBefore;
    FakeClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Session> m_session;
};

/// Runs the event loop until `isDone`, five seconds at most; whether it came to that.
bool waitUntil(const std::function<bool()> &isDone);
