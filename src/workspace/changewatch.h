#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Database;

/// Tells when anybody, in this process or another, has committed something to the workspace's database. Looks
/// ten times a second, which costs next to nothing; reads no table.
class ChangeWatch : public QObject
{
    Q_OBJECT

public:
    explicit ChangeWatch(const Workspace &workspace, QObject *parent = nullptr);
    ~ChangeWatch() override;

signals:
    void changed();

private:
    void look();

    Workspace m_workspace;
    std::unique_ptr<Database> m_database;
    qint64 m_stamp = 0;
    QTimer m_timer;
};
