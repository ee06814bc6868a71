#include "workspace/workspaceplace.h"

#include "secrets/memorysecretstore.h"
#include "workspace/credentialvault.h"
#include "workspace/directmessenger.h"
#include "workspace/enginehost.h"
#include "workspace/world.h"

#include <QDir>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

FileSystemProbe on(const QByteArray &type, const QByteArray &device = "/dev/sda1")
{
    return [type, device](const QString &) { return FileSystem{type, device}; };
}

class WorkspacePlaceTest : public testing::Test
{
protected:
    QString folder(const QString &path) const
    {
        EXPECT_TRUE(QDir{m_folder.path()}.mkpath(path));
        return m_folder.filePath(path);
    }

    QString networkOf(const FileSystemProbe &probe) const
    {
        return placeOf(folder(u"workspace"_s), probe).networkFileSystem;
    }

    QString syncedBy(const QString &path) const { return placeOf(folder(path), on("ext4")).syncedBy; }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(WorkspacePlaceTest, networkFileSystemsAreToldFromDisks)
{
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afpfs"})
        EXPECT_EQ(networkOf(on(type)), QString::fromLatin1(type));
    for (const char *type :
         {"ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "apfs", "fuseblk", "NTFS", ""})
        EXPECT_EQ(networkOf(on(type)), QString{}) << type;
}

TEST_F(WorkspacePlaceTest, aShareOfWindowsIsToldByItsDevice)
{
    EXPECT_EQ(networkOf(on("NTFS", R"(\\office\team)")), u"//office/team"_s);
    EXPECT_EQ(networkOf(on("NTFS", R"(\\?\Volume{b75e2c83-0000-0000-0000-602f00000000}\)")), QString{});
}

TEST_F(WorkspacePlaceTest, theDiskOfThisComputerIsNoNetwork)
{
    EXPECT_EQ(networkOf(fileSystemOf), QString{});
    if (QStorageInfo::root().isValid()) { // in a chroot the system need not know any disk
        EXPECT_FALSE(fileSystemOf(folder(u"workspace"_s)).type.isEmpty());
    }
}

TEST_F(WorkspacePlaceTest, foldersThatProgramsSyncAreToldByTheirNames)
{
    EXPECT_EQ(syncedBy(u"Dropbox/fanfare"_s), u"Dropbox"_s);
    EXPECT_EQ(syncedBy(u"Dropbox (Acme)/a/b/fanfare"_s), u"Dropbox"_s);
    EXPECT_EQ(syncedBy(u"OneDrive - Acme/fanfare"_s), u"OneDrive"_s);
    EXPECT_EQ(syncedBy(u"Library/Mobile Documents/fanfare"_s), u"iCloud"_s);
    EXPECT_EQ(syncedBy(u"Library/CloudStorage/GoogleDrive-me@example.com/My Drive"_s), u"Google Drive"_s);
    EXPECT_EQ(syncedBy(u"Nextcloud"_s), u"Nextcloud"_s);
    EXPECT_EQ(syncedBy(u"dropbox-export/fanfare"_s), QString{});
}

TEST_F(WorkspacePlaceTest, aFolderWithSyncthingsMarkIsSyncedWhateverItsName)
{
    folder(u"shared/.stfolder"_s);

    EXPECT_EQ(syncedBy(u"shared/team/fanfare"_s), u"Syncthing"_s);
    EXPECT_EQ(syncedBy(u"own/fanfare"_s), QString{});
}

namespace {

/// A workspace that was made on a disk and is then opened as if it were elsewhere.
class MovedWorkspace
{
public:
    MovedWorkspace(Workspace::Purpose purpose, const FileSystemProbe &probe)
        : m_world{purpose}
        , m_workspace{*Workspace::open(m_world.workspace().path(), probe)}
        , m_session{*Session::open(m_workspace, m_world.clock())}
    {
    }

    World &world() { return m_world; }
    const Workspace &workspace() const { return m_workspace; }
    Session &session() { return *m_session; }

    /// What an engine fails with; empty when it starts.
    QString startEngine()
    {
        CredentialVault vault{m_workspace, std::make_unique<MemorySecretStore>(),
                              SecretResolver::WithoutKeychain::Forget, m_world.clock()};
        EngineHost host{m_workspace, vault, u"test"_s};
        std::optional<QString> outcome;
        QObject::connect(&host, &EngineHost::started, [&] { outcome = QString{}; });
        QObject::connect(&host, &EngineHost::failed, [&](const Error &error) { outcome = error.code; });
        host.start();
        EXPECT_TRUE(waitUntil([&] { return outcome.has_value(); }));
        return outcome.value_or(u"nothing"_s);
    }

private:
    World m_world;
    Workspace m_workspace;
    std::unique_ptr<Session> m_session;
};

CheckLevel folderLevel(Session &session, CampaignId id)
{
    const Result<CampaignCheck> check = session.campaignDesk().check(id, true);
    for (const PreflightCheck &line : check->checks) {
        if (line.id == "workspace_folder"_L1)
            return line.level;
    }
    ADD_FAILURE() << "the folder is not checked";
    return CheckLevel::Pass;
}

} // namespace

TEST(NetworkFolderTest, nothingIsSentFromANetworkDrive)
{
    MovedWorkspace moved{Workspace::Purpose::Real, on("nfs4")};
    const CampaignId id = moved.world().draft(3);

    const Result<Campaign> sent = moved.session().campaignDesk().send(id, true);

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, ErrorKind::Refused);
    EXPECT_EQ(sent.error().code, u"network_folder"_s);
    EXPECT_EQ(moved.world().load(id).state, CampaignState::Draft);
    EXPECT_EQ(moved.startEngine(), u"network_folder"_s);
    EXPECT_EQ(folderLevel(moved.session(), id), CheckLevel::Block);
}

TEST(NetworkFolderTest, nothingIsScheduledOnANetworkDrive)
{
    MovedWorkspace moved{Workspace::Purpose::Real, on("cifs", "//office/team")};
    const CampaignId id = moved.world().draft(3);

    const Result<Campaign> scheduled =
        moved.session().campaignDesk().schedule(id, moved.world().clock().now() + std::chrono::hours{1});

    ASSERT_FALSE(scheduled);
    EXPECT_EQ(scheduled.error().code, u"network_folder"_s);
}

TEST(NetworkFolderTest, noSingleMessageLeavesFromANetworkDriveEither)
{
    MovedWorkspace moved{Workspace::Purpose::Real, on("nfs4")};
    CredentialVault vault{moved.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, moved.world().clock()};
    DirectMessenger messenger{moved.workspace(), vault, u"test"_s};
    std::optional<Result<QString>> answer;

    messenger.send({}, [&](const Result<QString> &given) { answer = given; });

    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_EQ(answer->error().code, u"network_folder"_s);
}

TEST(NetworkFolderTest, practiceRunsAnywhere)
{
    MovedWorkspace moved{Workspace::Purpose::Practice, on("nfs4")};
    const CampaignId id = moved.world().draft(3);

    EXPECT_TRUE(moved.session().campaignDesk().send(id, true));
    EXPECT_EQ(moved.startEngine(), QString{});
}
