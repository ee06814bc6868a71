#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/settingstore.h"
#include "workspace/workspaceplace.h"

#include <QCoreApplication>
#include <QString>

class Database;

/// One folder with everything: the database, media, the engine's lock. A value that may be given to other
/// threads; each of them opens its own session on it.
class Workspace
{
    Q_DECLARE_TR_FUNCTIONS(Workspace)

public:
    enum class Purpose {
        Real,
        Practice, ///< on the built-in simulator, with its sample templates; nothing ever leaves the computer
    };

    /// The folder that the window and the terminal use where none is named.
    static QString defaultFolder();
    /// The window's practice workspace.
    static QString defaultPracticeFolder();

    /// Makes the folder (an existing empty one will do) for its owner only, and the database. Refused with
    /// the codes "workspace_exists" and "folder_not_empty".
    static Result<Workspace> create(const QString &folder, Purpose purpose, const Clock &clock,
                                    const FileSystemProbe &probe = fileSystemOf);

    /// Opens an existing one and brings its schema up to date. NotFound with the code "no_workspace"; a
    /// database that is newer than this program, or cannot be read, is named and left as it is.
    static Result<Workspace> open(const QString &folder, const FileSystemProbe &probe = fileSystemOf);

    const QString &path() const { return m_path; }
    QString databasePath() const;
    /// Files of messages, in and out, for as long as the messages are kept. Made when first needed.
    QString mediaPath() const;
    bool isPractice() const { return m_isPractice; }
    const WorkspaceIdentity &identity() const { return m_identity; }
    /// What its folder lay on when it was opened.
    const WorkspacePlace &place() const { return m_place; }
    int schemaVersion() const { return m_schemaVersion; }

private:
    Workspace() = default;

    static Result<Workspace> describe(const QString &folder, Database &database,
                                      const FileSystemProbe &probe);

    QString m_path;
    WorkspaceIdentity m_identity;
    WorkspacePlace m_place;
    bool m_isPractice = false;
    int m_schemaVersion = 0;
};
