#include "exactness.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

// A disk that is really full, and a limit on the size of files, under the program itself.

namespace {

constexpr int kPeople = 300;

class FullDiskTest : public testing::Test
{
protected:
    void prepare()
    {
        world.startSimulator({u"--latency"_s, u"20"_s, u"--limit"_s, u"0"_s});
        world.connect();
        id = world.createCampaign(world.writePeople(kPeople), u"60/s"_s);
        sending = world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
        ASSERT_TRUE(awaitMoreThan(20, world, 10'000));
    }

    /// It says why it waits, and nothing leaves meanwhile.
    void expectWaiting()
    {
        const QJsonObject waiting = CliWorld::awaitEvent(*sending, u"waiting"_s);
        EXPECT_EQ(waiting[u"reason"_s][u"code"_s], u"storage"_s);
        EXPECT_FALSE(waiting[u"reason"_s][u"advice"_s].toString().isEmpty());
        QThread::msleep(200); // what was posted before arrives
        const qsizetype posted = world.posted().size();
        EXPECT_LT(posted, kPeople);
        EXPECT_FALSE(awaitMoreThan(static_cast<int>(posted), world, 1500)) << "posted without a claim";
    }

    void expectEverybodySent()
    {
        EXPECT_EQ(CliWorld::awaitEnd(*sending).exitCode, 0);
        expectExactly(world, id, kPeople);
        EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
    }

    CliWorld world;
    qint64 id = 0;
    std::unique_ptr<QProcess> sending;
};

} // namespace

TEST_F(FullDiskTest, aLimitOnTheSizeOfFilesHoldsSendingUntilItIsLifted)
{
    prepare();
    const auto process = static_cast<pid_t>(sending->processId());
    const qint64 size = QFileInfo{world.path(u"workspace/fanfare.sqlite-wal"_s)}.size();
    rlimit limit{};
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, nullptr, &limit), 0);
    const rlimit low{static_cast<rlim_t>(size + 20'000), limit.rlim_max};
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, &low, nullptr), 0);

    expectWaiting();
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, &limit, nullptr), 0);

    expectEverybodySent();
}

TEST_F(FullDiskTest, aFullDiskHoldsSendingUntilThereIsSpace)
{
    // In a view of the file system of our own, so that the small disk is gone with this process.
    QDir{}.mkpath(world.workspace());
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("small", QFile::encodeName(world.workspace()).constData(), "tmpfs", 0, "size=8m") != 0)
        GTEST_SKIP() << "A small disk cannot be mounted here: " << std::strerror(errno);
    prepare();
    QFile filler{world.path(u"workspace/filler"_s)};
    ASSERT_TRUE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096)
        continue;

    expectWaiting();
    ASSERT_TRUE(filler.remove());

    expectEverybodySent();
    EXPECT_EQ(::umount2(QFile::encodeName(world.workspace()).constData(), MNT_DETACH), 0);
}

#endif
