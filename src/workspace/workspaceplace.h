#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class Workspace;

// Where a workspace lies. SQLite's log needs locks and shared memory that only a disk of this computer has:
// on a network file system two computers may each believe that they alone send. A folder that a program syncs
// is copied behind our back, perhaps half-way through a change.

/// What the operating system says of the file system that holds a folder.
struct FileSystem
{
    QByteArray type; ///< "ext4", "nfs4", "fuse.sshfs"
    QByteArray device; ///< "/dev/sda1", "//server/share"
};

/// Looks it up; tests say what they like instead.
using FileSystemProbe = std::function<FileSystem(const QString &folder)>;
FileSystem fileSystemOf(const QString &folder);

struct WorkspacePlace
{
    QString networkFileSystem; ///< its name; empty: a disk of this computer
    QString syncedBy; ///< "Dropbox"; empty: by no program that is known here
};

/// The place of an existing folder. Which programs sync it is told from the names of the folders above it and
/// from the marks they leave.
WorkspacePlace placeOf(const QString &folder, const FileSystemProbe &probe = fileSystemOf);

/// Done where sending is safe; else Refused with the code "network_folder", saying what to do. Practice is
/// safe everywhere: nothing leaves.
Result<> requireOwnDisk(const Workspace &workspace);
