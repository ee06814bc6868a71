#include "workspace/backgrounddesk.h"
#include "workspace/world.h"

#include <QThread>

#include <gtest/gtest.h>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

TEST(BackgroundDeskTest, workHasASessionOnAnotherThreadAndItsResultComesBackOnOurs)
{
    World world;
    const CampaignId id = world.draft(3);
    BackgroundDesk desk{world.workspace()};
    QObject context;
    QThread *workedOn = nullptr;
    QThread *answeredOn = nullptr;
    int people = 0;

    desk.run(
        &context,
        [&, id](Session &session) {
            workedOn = QThread::currentThread();
            return session.campaigns().load(id);
        },
        [&](const Result<Campaign> &campaign) {
            answeredOn = QThread::currentThread();
            people = campaign ? campaign->counts.total() : -1;
        });

    ASSERT_TRUE(waitUntil([&] { return answeredOn != nullptr; }));
    EXPECT_NE(workedOn, QThread::currentThread());
    EXPECT_EQ(answeredOn, QThread::currentThread());
    EXPECT_EQ(people, 3);
}

TEST(BackgroundDeskTest, nobodyIsAnsweredWhoIsGone)
{
    World world;
    BackgroundDesk desk{world.workspace()};
    QObject stays;
    auto leaves = std::make_unique<QObject>();
    bool isGoneAnswered = false;
    bool isStayingAnswered = false;
    const auto count = [](Session &session) { return session.contacts().count(); };

    desk.run(leaves.get(), count, [&](const Result<qint64> &) { isGoneAnswered = true; });
    desk.run(&stays, count, [&](const Result<qint64> &) { isStayingAnswered = true; });
    leaves.reset();

    ASSERT_TRUE(waitUntil([&] { return isStayingAnswered; }));
    EXPECT_FALSE(isGoneAnswered);
}

TEST(BackgroundDeskTest, whatAnAnswerHoldsIsLetGoOnTheThreadThatGetsIt)
{
    World world;
    BackgroundDesk desk{world.workspace()};
    QObject context;
    constexpr int kTimes = 5000; // whose thread lets go last is a matter of chance
    const Qt::HANDLE ours = QThread::currentThreadId();
    std::atomic<int> letGoElsewhere{0};
    int answered = 0;

    for (int time = 0; time < kTimes; ++time) {
        auto held = std::shared_ptr<int>{new int, [&, ours](const int *value) {
                                             letGoElsewhere += QThread::currentThreadId() == ours ? 0 : 1;
                                             delete value;
                                         }};
        desk.run(
            &context, [](Session &) -> Result<> { return Done{}; },
            [&answered, held = std::move(held)](const Result<> &) { ++answered; });
    }

    ASSERT_TRUE(waitUntil([&] { return answered == kTimes; }));
    EXPECT_EQ(letGoElsewhere, 0);
}

TEST(BackgroundDeskTest, aLongJobHoldsUpNoShortWorkAndCanBeCancelled)
{
    World world;
    BackgroundDesk desk{world.workspace()};
    QObject context;
    bool isShortDone = false;
    bool isLongDone = false;

    CancelToken token = desk.runLong(
        &context,
        [](Session &, const CancelToken &cancel) -> Result<int> {
            int rounds = 0;
            for (; !cancel.isCancelled(); ++rounds)
                QThread::msleep(1);
            return rounds;
        },
        [&](const Result<int> &) { isLongDone = true; });
    desk.run(
        &context, [](Session &session) { return session.contacts().count(); },
        [&](const Result<qint64> &) { isShortDone = true; });

    ASSERT_TRUE(waitUntil([&] { return isShortDone; }));
    EXPECT_FALSE(isLongDone);
    token.cancel();
    EXPECT_TRUE(waitUntil([&] { return isLongDone; }));
}

TEST(BackgroundDeskTest, itsEndCancelsTheLongJob)
{
    World world;
    QObject context;
    auto desk = std::make_unique<BackgroundDesk>(world.workspace());
    std::atomic<bool> isRunning = false;
    desk->runLong(
        &context,
        [&](Session &, const CancelToken &cancel) -> Result<int> {
            isRunning = true;
            while (!cancel.isCancelled())
                QThread::msleep(1);
            return 0;
        },
        [](const Result<int> &) { ADD_FAILURE() << "answered after the end"; });
    ASSERT_TRUE(waitUntil([&] { return isRunning.load(); }));

    desk.reset();

    QCoreApplication::processEvents();
}

// "While Fanfare writes its monthly report, my import must not wait, nor the other way round."
TEST(BackgroundDeskTest, whatTheProgramDoesByItselfHoldsUpNoJobOfAPerson)
{
    World world;
    BackgroundDesk desk{world.workspace()};
    QObject context;
    bool isJobDone = false;
    bool isOwnDone = false;
    const auto workUntilCancelled = [](Session &, const CancelToken &cancel) -> Result<int> {
        while (!cancel.isCancelled())
            QThread::msleep(1);
        return 0;
    };

    CancelToken own =
        desk.runAside(&context, workUntilCancelled, [&](const Result<int> &) { isOwnDone = true; });
    desk.runLong(
        &context,
        [](Session &session, const CancelToken &) -> Result<qint64> { return session.contacts().count(); },
        [&](const Result<qint64> &) { isJobDone = true; });

    ASSERT_TRUE(waitUntil([&] { return isJobDone; }));
    EXPECT_FALSE(isOwnDone);
    own.cancel();
    EXPECT_TRUE(waitUntil([&] { return isOwnDone; }));
    desk.runAside(&context, workUntilCancelled,
                  [](const Result<int> &) { ADD_FAILURE() << "answered after the end"; });
}

TEST(BackgroundDeskTest, aDatabaseThatCannotBeOpenedIsToldToTheAsker)
{
    World world;
    QFile::remove(world.workspace().databasePath());
    BackgroundDesk desk{world.workspace()};
    QObject context;
    std::optional<Error> error;

    desk.run(
        &context, [](Session &session) { return session.contacts().count(); },
        [&](const Result<qint64> &count) {
            if (!count)
                error = count.error();
        });

    ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, ErrorKind::NotFound);
}
