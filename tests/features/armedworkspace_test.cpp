#include "ownstatefolder.h"
#include "secrets/memorysecretstore.h"
#include "storage/database.h"
#include "workspace/armedstate.h"
#include "workspace/credentialvault.h"
#include "workspace/enginehost.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().message.toStdString()};
    return std::move(*result);
}

bool waitFor(const std::function<bool()> &isDone)
{
    QElapsedTimer timer;
    timer.start();
    while (!isDone() && timer.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return isDone();
}

class ArmedWorkspaceTest : public testing::Test
{
protected:
    Workspace create(const QString &name)
    {
        return valueOf(Workspace::create(m_folder.file(name), Workspace::Purpose::Real, m_clock));
    }

    /// Runs the engine of a workspace, with `meanwhile` in the middle; what it failed with.
    QString runEngine(
        const Workspace &workspace, const std::function<void()> &meanwhile = [] {})
    {
        CredentialVault vault{workspace, std::make_unique<MemorySecretStore>(),
                              SecretResolver::WithoutKeychain::Forget, m_clock};
        EngineHost host{workspace, vault, u"test"_s};
        QString failure;
        bool isRunning = false;
        bool isOver = false;
        QObject::connect(&host, &EngineHost::started, [&] { isRunning = true; });
        QObject::connect(&host, &EngineHost::failed, [&](const Error &error) { failure = error.code; });
        QObject::connect(&host, &EngineHost::stopped, [&] { isOver = true; });
        host.start();
        EXPECT_TRUE(waitFor([&] { return isRunning || !failure.isEmpty(); }));
        if (!failure.isEmpty())
            return failure;
        meanwhile();
        host.stop();
        EXPECT_TRUE(waitFor([&] { return isOver; }));
        return {};
    }

    static void replaceDatabase(const Workspace &workspace, const QString &copy)
    {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(workspace.databasePath() + suffix);
        ASSERT_TRUE(QFile::copy(copy, workspace.databasePath()));
    }

    OwnStateFolder m_folder;
    SystemClock m_clock;
};

} // namespace

TEST_F(ArmedWorkspaceTest, aWorkspaceOfOnesOwnSendsEveryTime)
{
    const Workspace workspace = create(u"ws"_s);

    EXPECT_EQ(runEngine(workspace), QString{});
    EXPECT_EQ(runEngine(workspace), QString{});
}

TEST_F(ArmedWorkspaceTest, aCopyTakenWhileTheEngineRanIsDisarmedOnceItHasEnded)
{
    const Workspace workspace = create(u"ws"_s);
    const QString copy = m_folder.file(u"copy.db"_s);
    runEngine(workspace, [&] { valueOf(valueOf(Database::open(workspace.databasePath()))->copyTo(copy)); });

    replaceDatabase(workspace, copy);

    EXPECT_EQ(runEngine(valueOf(Workspace::open(workspace.path()))), u"disarmed"_s);
}

TEST_F(ArmedWorkspaceTest, aCopiedFolderIsDisarmedAndAMovedOneIsNot)
{
    const Workspace workspace = create(u"ws"_s);
    const QString copied = m_folder.file(u"copied"_s);
    QDir{}.mkpath(copied);
    ASSERT_TRUE(QFile::copy(workspace.databasePath(),
                            QDir{copied}.filePath(QFileInfo{workspace.databasePath()}.fileName())));
    const QString moved = m_folder.file(u"moved"_s);

    EXPECT_EQ(runEngine(valueOf(Workspace::open(copied))), u"disarmed"_s);
    EXPECT_EQ(runEngine(workspace), QString{});
    ASSERT_TRUE(QDir{}.rename(workspace.path(), moved));
    EXPECT_EQ(runEngine(valueOf(Workspace::open(moved))), QString{});
}
