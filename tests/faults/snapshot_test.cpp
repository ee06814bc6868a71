#include "exactness.h"
#include "faultseed.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>

#include <cstdio>

#ifndef Q_OS_WIN
#include <csignal>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

// What a crash would leave, at many moments of one run: the sending program is stopped, its files are copied,
// and it goes on.

namespace {

/// Stops a child of ours and waits until every thread of it stands still.
void standStill(const QProcess &process)
{
    const auto id = static_cast<pid_t>(process.processId());
    ::kill(id, SIGSTOP);
    siginfo_t stopped{};
    ::waitid(P_PID, static_cast<id_t>(id), &stopped, WSTOPPED | WEXITED | WNOWAIT);
}

void goOn(const QProcess &process)
{
    ::kill(static_cast<pid_t>(process.processId()), SIGCONT);
}

} // namespace

TEST(SnapshotTest, aCopyOfTheFilesAtAnyMomentOpensCleanAndHasAClaimForEveryMessage)
{
    const int copies = isSoak() ? 200 : 20;
    const int people = isSoak() ? 4000 : 400;
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"60"_s, u"--limit"_s, u"0"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(people), u"80/s"_s);
    QRandomGenerator random{faultSeed()};
    int inTheMiddle = 0;

    const std::unique_ptr<QProcess> sending =
        world.start({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    CliWorld::awaitEvent(*sending, u"progress"_s);
    for (int copy = 0; copy < copies; ++copy) {
        ASSERT_FALSE(sending->waitForFinished(random.bounded(5, 120))) << "done after " << copy << " copies";
        standStill(*sending);
        LedgerCopy taken{world.workspace()};
        // What left before the stop may arrive after it.
        const QSet<QString> atTheServer = attemptsAtTheServer(world);
        goOn(*sending);

        ASSERT_TRUE(taken.problems().isEmpty()) << copy << ": " << qPrintable(taken.problems().join(u'\n'));
        ASSERT_TRUE(taken.attempts().contains(atTheServer)) << copy << ": posted without a claim";
        inTheMiddle += taken.peopleWith(RecipientStatus::Sending) > 0 ? 1 : 0;
    }
    EXPECT_EQ(CliWorld::awaitEnd(*sending, 120'000).exitCode, 0);

    std::printf("%d copies, %d of them with claims outstanding\n", copies, inTheMiddle);
    EXPECT_GT(inTheMiddle, copies / 2);
    expectExactly(world, id, people);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
}

#endif
