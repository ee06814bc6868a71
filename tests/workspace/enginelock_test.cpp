#include "workspace/enginelock.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {
const UtcTime kNow = fromMilliseconds(1'795'000'000'000);
}

TEST(EngineLockTest, oneHolderAtATimeWhoIsNamed)
{
    const QTemporaryDir folder;

    const auto first = EngineLock::acquire(folder.path(), u"fanfare"_s, kNow);
    const auto second = EngineLock::acquire(folder.path(), u"fanfare-cli"_s, kNow);

    ASSERT_TRUE(first);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Busy);
    EXPECT_EQ(second.error().code, u"engine_running"_s);
    const std::optional<EngineHolder> holder = EngineLock::holder(folder.path());
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->program, u"fanfare"_s);
    EXPECT_EQ(holder->processId, QCoreApplication::applicationPid());
    EXPECT_EQ(holder->since, kNow);
}

TEST(EngineLockTest, whatIsLetGoCanBeTakenAgain)
{
    const QTemporaryDir folder;
    {
        const auto first = EngineLock::acquire(folder.path(), u"fanfare"_s, kNow);
        ASSERT_TRUE(first);
    }

    EXPECT_FALSE(EngineLock::holder(folder.path()));
    EXPECT_TRUE(EngineLock::acquire(folder.path(), u"fanfare-cli"_s, kNow));
}

TEST(EngineLockTest, deletingFilesFreesNothing)
{
    const QTemporaryDir folder;
    const auto first = EngineLock::acquire(folder.path(), u"fanfare"_s, kNow);
    ASSERT_TRUE(first);

    for (const QString &name : QDir{folder.path()}.entryList(QDir::Files))
        QFile::remove(folder.filePath(name));

    EXPECT_FALSE(EngineLock::acquire(folder.path(), u"fanfare-cli"_s, kNow));
    EXPECT_TRUE(EngineLock::holder(folder.path()));
}

TEST(EngineLockTest, twoWorkspacesHaveALockEach)
{
    const QTemporaryDir one;
    const QTemporaryDir other;

    const auto first = EngineLock::acquire(one.path(), u"fanfare"_s, kNow);

    EXPECT_TRUE(first);
    EXPECT_TRUE(EngineLock::acquire(other.path(), u"fanfare"_s, kNow));
}

TEST(EngineLockTest, aFolderThatIsGoneCannotBeLocked)
{
    const auto lock = EngineLock::acquire(u"/nowhere/at/all"_s, u"fanfare"_s, kNow);

    ASSERT_FALSE(lock);
    EXPECT_EQ(lock.error().kind, ErrorKind::Storage);
}
