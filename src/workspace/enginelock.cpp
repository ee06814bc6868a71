#include "workspace/enginelock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <thread>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#endif

using namespace Qt::StringLiterals;

namespace {

QString holderPath(const QString &folder)
{
    return QDir{folder}.filePath(u"engine.lock"_s);
}

void writeHolder(const QString &folder, const EngineHolder &holder)
{
    // Only for showing; whoever cannot write it still holds the lock.
    QSaveFile file{holderPath(folder)};
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument{
        QJsonObject{{u"pid"_s, holder.processId},
                    {u"program"_s, holder.program},
                    {u"since"_s, toIsoText(holder.since)},
                    {u"brief"_s, holder.isBrief}}
    }
                   .toJson(QJsonDocument::Compact));
    file.commit();
}

EngineHolder readHolder(const QString &folder)
{
    QFile file{holderPath(folder)};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject written = QJsonDocument::fromJson(file.read(4096)).object();
    return {written[u"pid"_s].toInteger(), written[u"program"_s].toString(),
            fromDateTime(QDateTime::fromString(written[u"since"_s].toString(), Qt::ISODateWithMs)),
            written[u"brief"_s].toBool()};
}

} // namespace

/// The lock as the operating system knows it; frees itself.
class EngineLock::SystemLock
{
public:
    enum class Attempt { Taken, HeldByAnother, Failed };
    enum class Mode { Shared, Exclusive };

    SystemLock() = default;
    ~SystemLock() { close(); }
    SystemLock(const SystemLock &) = delete;
    SystemLock &operator=(const SystemLock &) = delete;

    bool open(const QString &folder);
    Attempt attempt(Mode mode);
    void close();

private:
#ifdef Q_OS_WIN
    HANDLE m_file = INVALID_HANDLE_VALUE;
#else
    int m_file = -1;
#endif
};

#ifdef Q_OS_WIN

bool EngineLock::SystemLock::open(const QString &folder)
{
    const QString path = QDir::toNativeSeparators(QDir{folder}.filePath(u"engine.oslock"_s));
    m_file =
        CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
                    FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    return m_file != INVALID_HANDLE_VALUE;
}

EngineLock::SystemLock::Attempt EngineLock::SystemLock::attempt(Mode mode)
{
    OVERLAPPED whole{};
    UnlockFileEx(m_file, 0, 1, 0, &whole);
    const DWORD flags = LOCKFILE_FAIL_IMMEDIATELY | (mode == Mode::Exclusive ? LOCKFILE_EXCLUSIVE_LOCK : 0);
    if (LockFileEx(m_file, flags, 0, 1, 0, &whole))
        return Attempt::Taken;
    const DWORD reason = GetLastError();
    return reason == ERROR_LOCK_VIOLATION || reason == ERROR_IO_PENDING ? Attempt::HeldByAnother
                                                                        : Attempt::Failed;
}

void EngineLock::SystemLock::close()
{
    if (m_file != INVALID_HANDLE_VALUE)
        CloseHandle(m_file);
    m_file = INVALID_HANDLE_VALUE;
}

#else

bool EngineLock::SystemLock::open(const QString &folder)
{
    m_file = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return m_file >= 0;
}

EngineLock::SystemLock::Attempt EngineLock::SystemLock::attempt(Mode mode)
{
    if (::flock(m_file, (mode == Mode::Exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
        return Attempt::Taken;
    return errno == EWOULDBLOCK ? Attempt::HeldByAnother : Attempt::Failed;
}

void EngineLock::SystemLock::close()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

#endif

EngineLock::EngineLock(std::unique_ptr<SystemLock> lock)
    : m_lock{std::move(lock)}
{
}

EngineLock::~EngineLock() = default;

Result<std::unique_ptr<EngineLock>> EngineLock::acquire(const QString &workspaceFolder,
                                                        const QString &program, UtcTime now, Purpose purpose)
{
    const auto failed = [&] {
        return Error{ErrorKind::Storage,
                     tr("The workspace folder cannot be locked: %1").arg(workspaceFolder),
                     u"cannot_lock"_s,
                     {}};
    };
    auto lock = std::make_unique<SystemLock>();
    if (!lock->open(workspaceFolder))
        return failed();

    // Whoever only asks for the holder has a shared lock for a moment. Where a shared lock can be had, nobody
    // runs.
    using Attempt = SystemLock::Attempt;
    Attempt attempt = lock->attempt(SystemLock::Mode::Exclusive);
    while (attempt == Attempt::HeldByAnother && lock->attempt(SystemLock::Mode::Shared) == Attempt::Taken) {
        std::this_thread::yield();
        attempt = lock->attempt(SystemLock::Mode::Exclusive);
    }
    switch (attempt) {
    case Attempt::Taken: break;
    case Attempt::HeldByAnother: {
        const EngineHolder other = readHolder(workspaceFolder);
        if (other.isBrief)
            return Error{ErrorKind::Busy,
                         tr("A single message is just being sent from this workspace. Try again."),
                         u"message_leaving"_s,
                         {}};
        return Error{ErrorKind::Busy,
                     other.processId > 0 ? tr("%1 (process %2) is already sending for this workspace.")
                                               .arg(other.program, QString::number(other.processId))
                                         : tr("Another program is already sending for this workspace."),
                     u"engine_running"_s,
                     {}};
    }
    case Attempt::Failed: return failed();
    }
    writeHolder(workspaceFolder,
                {QCoreApplication::applicationPid(), program, now, purpose == Purpose::SingleMessages});
    return std::unique_ptr<EngineLock>{new EngineLock{std::move(lock)}};
}

std::optional<EngineHolder> EngineLock::holder(const QString &workspaceFolder)
{
    if (!isHeld(workspaceFolder))
        return std::nullopt;
    const EngineHolder holder = readHolder(workspaceFolder);
    return holder.isBrief ? std::nullopt : std::optional{holder};
}

bool EngineLock::isHeld(const QString &workspaceFolder)
{
    SystemLock probe;
    return probe.open(workspaceFolder)
        && probe.attempt(SystemLock::Mode::Shared) == SystemLock::Attempt::HeldByAnother;
}
