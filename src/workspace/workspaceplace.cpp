#include "workspace/workspaceplace.h"

#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkspacePlace)
};

// As Linux and macOS name them; a name with a dot stands for a FUSE file system. Plain "fuse", "fuseblk" and
// overlays are disks often enough to be let through.
constexpr std::array kNetworkFileSystems{
    "afpfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.ceph",
    "fuse.curlftpfs",
    "fuse.davfs",
    "fuse.gcsfuse",
    "fuse.glusterfs",
    "fuse.goofys",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "osxfuse.sshfs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "sshfs",
    "webdav",
};

/// A program that syncs folders, told by what a folder of it is called: the whole name, or its beginning.
struct SyncProgram
{
    const char *name;
    const char *folder;
    bool isBeginning;
};

constexpr std::array kSyncPrograms{
    SyncProgram{"Dropbox",      "dropbox",          false},
    SyncProgram{"Dropbox",      "dropbox (",        true },
    SyncProgram{"OneDrive",     "onedrive",         false},
    SyncProgram{"OneDrive",     "onedrive - ",      true },
    SyncProgram{"OneDrive",     "onedrive-",        true },
    SyncProgram{"iCloud",       "mobile documents", false},
    SyncProgram{"iCloud",       "iclouddrive",      false},
    SyncProgram{"iCloud",       "icloud drive",     false},
    SyncProgram{"Google Drive", "google drive",     false},
    SyncProgram{"Google Drive", "googledrive",      false},
    SyncProgram{"Google Drive", "googledrive-",     true },
    SyncProgram{"Nextcloud",    "nextcloud",        false},
    SyncProgram{"ownCloud",     "owncloud",         false},
    SyncProgram{"Syncthing",    "syncthing",        false},
};

/// What a program leaves in the folder that it syncs, whatever that is called; a pattern of file names.
struct SyncMark
{
    const char *name;
    const char *file;
};

constexpr std::array kSyncMarks{
    SyncMark{"Dropbox",   ".dropbox.cache"    },
    SyncMark{"Nextcloud", ".nextcloudsync.log"},
    SyncMark{"Nextcloud", ".sync_*.db"        },
    SyncMark{"Nextcloud", "._sync_*.db"       },
    SyncMark{"ownCloud",  ".owncloudsync.log" },
    SyncMark{"Syncthing", ".stfolder"         },
};

QString networkFileSystem(const FileSystem &system)
{
    const QByteArray type = system.type.toLower();
    const bool isNamed = std::any_of(kNetworkFileSystems.begin(), kNetworkFileSystems.end(),
                                     [&type](const char *name) { return type == name; });
    if (isNamed)
        return QString::fromLatin1(type);
    // Windows calls a share by the file system of the other computer, but its device is \\server\share.
    const QByteArray device = QByteArray{system.device}.replace('\\', '/');
    const bool isShare = device.startsWith("//") && !device.startsWith("//?/") && !device.startsWith("//./");
    return isShare ? QString::fromLocal8Bit(device) : QString{};
}

QString syncedBy(QDir folder)
{
    do {
        const QString name = folder.dirName().toLower();
        for (const SyncProgram &program : kSyncPrograms) {
            const QLatin1String known{program.folder};
            if (program.isBeginning ? name.startsWith(known) : name == known)
                return QString::fromLatin1(program.name);
        }
        for (const SyncMark &mark : kSyncMarks) {
            const QStringList pattern{QString::fromLatin1(mark.file)};
            if (!folder.entryList(pattern, QDir::AllEntries | QDir::Hidden | QDir::System).isEmpty())
                return QString::fromLatin1(mark.name);
        }
    } while (folder.cdUp());
    return {};
}

} // namespace

FileSystem fileSystemOf(const QString &folder)
{
    const QStorageInfo storage{folder};
    return {storage.fileSystemType(), storage.device()};
}

WorkspacePlace placeOf(const QString &folder, const FileSystemProbe &probe)
{
    return {networkFileSystem(probe(folder)), syncedBy(QDir{QFileInfo{folder}.canonicalFilePath()})};
}

Result<> requireOwnDisk(const Workspace &workspace)
{
    if (workspace.isPractice() || workspace.place().networkFileSystem.isEmpty())
        return Done{};
    return Error{
        ErrorKind::Refused,
        Words::tr("The workspace is on a network drive (%1), where two computers could send the same "
                  "message. Move its folder to a disk of this computer.")
            .arg(workspace.place().networkFileSystem),
        u"network_folder"_s,
        {}};
}
