#include "workspace/armedstate.h"

#include "storage/claimcounter.h"
#include "storage/database.h"
#include "workspace/claimmark.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ArmedState)
};

/// What the state folder knows about one workspace. `next` is a generation that is being taken: the database
/// may have it already or not yet.
struct Memory
{
    QString folder;
    int generation = 0;
    int next = 0;
    bool isRunning = false; ///< the engine, or it died
};

QString memoryPath(const QString &id)
{
    return QDir{identityFolder()}.filePath(id + u".json"_s);
}

std::optional<Memory> recall(const QString &id)
{
    QFile file{memoryPath(id)};
    if (id.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject written = QJsonDocument::fromJson(file.readAll()).object();
    return Memory{written[u"folder"_s].toString(), written[u"generation"_s].toInt(),
                  written[u"next"_s].toInt(), written[u"running"_s].toBool()};
}

Result<> remember(const QString &id, const Memory &memory)
{
    const auto failed = [] {
        return Error{
            ErrorKind::Storage,
            Words::tr(
                "The folder %1 cannot be written. Fanfare remembers there which workspaces are its own; set "
                "XDG_STATE_HOME to name another one.")
                .arg(identityFolder()),
            u"cannot_write_state"_s,
            {}};
    };
    if (!QDir{}.mkpath(identityFolder()))
        return failed();
    QSaveFile file{memoryPath(id)};
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.write(QJsonDocument{
        QJsonObject{{u"folder"_s, memory.folder},
                    {u"generation"_s, memory.generation},
                    {u"next"_s, memory.next},
                    {u"running"_s, memory.isRunning}}
    }
                   .toJson(QJsonDocument::Compact));
    if (!file.commit())
        return failed();
    return Done{};
}

/// Whether the folder still holds a workspace of this id.
bool holds(const QString &folder, const QString &id)
{
    const Result<Workspace> other = Workspace::open(folder);
    return other && other->identity().id == id;
}

/// Whether the state folder agrees with what the database says.
bool isRemembered(const Workspace &workspace, const WorkspaceIdentity &identity)
{
    const std::optional<Memory> memory = recall(identity.id);
    if (!memory || (memory->generation != identity.generation && memory->next != identity.generation))
        return false;
    // A folder that was moved leaves nothing behind; a copied one leaves the original. Where an engine ran
    // while its folder was moved to another disk, it sent on behind the copy until the original was gone.
    return memory->folder == workspace.path() || (!memory->isRunning && !holds(memory->folder, identity.id));
}

Result<WorkspaceIdentity> storedIdentity(Database &database)
{
    const Result<std::optional<WorkspaceIdentity>> identity = SettingStore{database}.identity();
    if (!identity)
        return identity.error();
    return identity->value_or(WorkspaceIdentity{});
}

} // namespace

QString identityFolder()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const QString named = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state = QDir::isAbsolutePath(named) ? named : QDir::home().filePath(u".local/state"_s);
    return state + u"/fanfare/workspaces"_s;
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/Fanfare/state/workspaces"_s;
#endif
}

Result<> rememberIdentity(const QString &workspaceFolder, const WorkspaceIdentity &identity)
{
    return remember(identity.id, {workspaceFolder, identity.generation, identity.generation, false});
}

Result<> requireArmed(const Workspace &workspace, Database &database)
{
    if (workspace.isPractice())
        return Done{};
    Result<WorkspaceIdentity> identity = storedIdentity(database);
    for (;;) {
        if (!identity)
            return identity.error();
        const qint64 noted = ClaimMark::read(identity->id); // first, because the database is ahead of it
        const Result<qint64> claims = claimsSoFar(database);
        if (!claims)
            return claims.error();
        if (isRemembered(workspace, *identity) && *claims >= noted)
            return Done{};
        // An engine that starts or stops meanwhile moves both on, and we saw the one before and the other
        // after.
        const int seen = identity->generation;
        identity = storedIdentity(database);
        if (identity && identity->generation == seen)
            break;
    }
    return Error{
        ErrorKind::Refused,
        Words::tr(
            "This workspace was copied, restored or brought from another computer, so nothing is sent from "
            "it until you say so. Make sure that the original does not send as well, then arm it: "
            "fanfare-cli workspace arm"),
        u"disarmed"_s,
        {}};
}

Result<> advanceGeneration(const Workspace &workspace, Database &database, EngineState engine)
{
    if (const Result<> inPlace = database.requireInPlace(); !inPlace)
        return inPlace; // what is remembered is about another one by now
    Result<WorkspaceIdentity> identity = storedIdentity(database);
    if (!identity)
        return identity.error();
    const int next = identity->generation + 1;
    // As running until the new generation is stored.
    if (const Result<> announced =
            remember(identity->id, {workspace.path(), identity->generation, next, true});
        !announced)
        return announced.error();
    identity->generation = next;
    if (const Result<> stored = SettingStore{database}.setIdentity(*identity); !stored)
        return stored.error();
    return remember(identity->id, {workspace.path(), next, next, engine == EngineState::Running});
}

Result<> armWorkspace(const Workspace &workspace, Database &database)
{
    const WorkspaceIdentity identity{QUuid::createUuid().toString(QUuid::WithoutBraces), 1};
    if (const Result<> remembered = rememberIdentity(workspace.path(), identity); !remembered)
        return remembered.error();
    return SettingStore{database}.setIdentity(identity);
}
