#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <optional>

/// Who runs the engine of a workspace.
struct EngineHolder
{
    qint64 processId = 0;
    QString program; ///< "fanfare", "fanfare-cli"
    UtcTime since;
    bool isBrief = false; ///< only while a single message leaves
};

/// The right to run the engine of a workspace. The operating system frees it when its holder dies, and only
/// then: a sleeping holder is still alive. On Unix the lock is on the folder itself, so that deleting files
/// frees nothing; on Windows it is on a file that cannot be deleted while it is held. `engine.lock` says who
/// holds it.
class EngineLock
{
    Q_DECLARE_TR_FUNCTIONS(EngineLock)

public:
    enum class Purpose {
        Engine,
        SingleMessages, ///< for the moment that they take; no engine runs
    };

    /// Busy when another process or another lock of this one holds it: with the code "engine_running", or
    /// "message_leaving" where that will be over in a moment.
    static Result<std::unique_ptr<EngineLock>> acquire(const QString &workspaceFolder, const QString &program,
                                                       UtcTime now, Purpose purpose = Purpose::Engine);
    /// Who runs an engine. Nothing when nobody does.
    static std::optional<EngineHolder> holder(const QString &workspaceFolder);
    /// Whether anybody holds the lock, for whatever.
    static bool isHeld(const QString &workspaceFolder);

    ~EngineLock();
    EngineLock(const EngineLock &) = delete;
    EngineLock &operator=(const EngineLock &) = delete;

private:
    class SystemLock;

    explicit EngineLock(std::unique_ptr<SystemLock> lock);

    std::unique_ptr<SystemLock> m_lock;
};
