#include "workspace/workspace.h"

#include "storage/database.h"
#include "workspace/armedstate.h"
#include "workspace/practice.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

QString programFolder()
{
    // Not AppDataLocation: that depends on the name of the program, and both programs share the folder.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Fanfare"_s;
}

QString databaseIn(const QString &folder)
{
    return QDir{folder}.filePath(u"fanfare.sqlite"_s);
}

/// Nothing is in it, or only what a crash left of making a workspace there.
bool isEmptyFolder(const QString &folder)
{
    const QDir place{folder};
    return place.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).size()
        == Database::leftovers(databaseIn(folder)).size();
}

/// Takes away what a failed `create` has made.
class Scaffold
{
public:
    explicit Scaffold(QString folder)
        : m_folder{std::move(folder)}
        , m_hadFolder{QFileInfo::exists(m_folder)}
    {
    }
    ~Scaffold()
    {
        if (m_isKept)
            return;
        for (const QString &suffix : {QString{}, u"-wal"_s, u"-shm"_s})
            QFile::remove(databaseIn(m_folder) + suffix);
        if (!m_hadFolder)
            QDir{}.rmdir(m_folder);
    }
    Scaffold(const Scaffold &) = delete;
    Scaffold &operator=(const Scaffold &) = delete;

    void keep() { m_isKept = true; }

private:
    QString m_folder;
    bool m_hadFolder;
    bool m_isKept = false;
};

} // namespace

QString Workspace::defaultFolder()
{
    return programFolder() + u"/workspace"_s;
}

QString Workspace::defaultPracticeFolder()
{
    return programFolder() + u"/practice"_s;
}

Result<Workspace> Workspace::create(const QString &folder, Purpose purpose, const Clock &clock,
                                    const FileSystemProbe &probe)
{
    const QFileInfo place{folder};
    if (QFileInfo::exists(databaseIn(folder)))
        return Error{ErrorKind::Refused,
                     tr("There is a workspace in %1 already.").arg(folder),
                     u"workspace_exists"_s,
                     {}};
    if (place.exists() && !place.isDir())
        return Error{
            ErrorKind::Refused, tr("%1 is a file, not a folder.").arg(folder), u"not_a_folder"_s, {}};
    if (place.exists() && !isEmptyFolder(folder))
        return Error{ErrorKind::Refused,
                     tr("The folder %1 has other files in it. Choose an empty one or a new one.").arg(folder),
                     u"folder_not_empty"_s,
                     {}};
    Scaffold scaffold{folder};
    if (!QDir{}.mkpath(folder))
        return Error{
            ErrorKind::Refused, tr("The folder %1 cannot be made.").arg(folder), u"cannot_write"_s, {}};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    const bool isPractice = purpose == Purpose::Practice;
    const WorkspaceIdentity identity{QUuid::createUuid().toString(QUuid::WithoutBraces), 1};
    const Result<std::unique_ptr<Database>> database =
        Database::create(databaseIn(folder), [&](Database &fresh) -> Result<> {
            SettingStore settings{fresh};
            if (const Result<> stored = settings.setIdentity(identity); !stored)
                return stored;
            if (const Result<> stored = settings.setPractice(isPractice); !stored)
                return stored;
            if (isPractice) {
                if (const Result<> filled = fillPracticeWorkspace(fresh, clock.now()); !filled)
                    return filled;
            }
            return rememberIdentity(QFileInfo{folder}.canonicalFilePath(), identity);
        });
    if (!database)
        return database.error();
    Result<Workspace> workspace = describe(folder, **database, probe);
    if (workspace)
        scaffold.keep();
    return workspace;
}

Result<Workspace> Workspace::open(const QString &folder, const FileSystemProbe &probe)
{
    if (!QFileInfo::exists(databaseIn(folder)))
        return Error{
            ErrorKind::NotFound, tr("There is no workspace in %1.").arg(folder), u"no_workspace"_s, {}};
    const Result<std::unique_ptr<Database>> database = Database::open(databaseIn(folder));
    if (!database)
        return database.error();
    return describe(folder, **database, probe);
}

QString Workspace::databasePath() const
{
    return databaseIn(m_path);
}

QString Workspace::mediaPath() const
{
    return QDir{m_path}.filePath(u"media"_s);
}

Result<Workspace> Workspace::describe(const QString &folder, Database &database, const FileSystemProbe &probe)
{
    SettingStore settings{database};
    const Result<std::optional<WorkspaceIdentity>> identity = settings.identity();
    if (!identity)
        return identity.error();
    const Result<bool> isPractice = settings.isPractice();
    if (!isPractice)
        return isPractice.error();
    Workspace workspace;
    workspace.m_path = QFileInfo{folder}.canonicalFilePath();
    workspace.m_identity = identity->value_or(WorkspaceIdentity{});
    workspace.m_place = placeOf(workspace.m_path, probe);
    workspace.m_isPractice = *isPractice;
    workspace.m_schemaVersion = database.schemaVersion();
    return workspace;
}
