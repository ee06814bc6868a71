#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QSet>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

// The real window, without a screen, is asked to end by the system while it sends.

namespace {

bool awaitPosts(const CliWorld &world, int count)
{
    return QTest::qWaitFor([&] { return world.posted().size() >= count; }, 30'000);
}

QSet<QString> numbersPosted(const CliWorld &world)
{
    QSet<QString> numbers;
    for (const PostedTo &post : world.posted())
        numbers.insert(post.to);
    return numbers;
}

} // namespace

class EndingTest : public testing::TestWithParam<int>
{
};

TEST_P(EndingTest, theWindowAwaitsTheAnswersInFlightAndLeavesNothingInDoubt)
{
    constexpr int kPeople = 200;
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"400"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(kPeople), u"50/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    const std::unique_ptr<QProcess> window = world.startWindow(QStringLiteral(FANFARE_WINDOW));
    ASSERT_TRUE(awaitPosts(world, 40));

    ::kill(static_cast<pid_t>(window->processId()), GetParam());
    const CliResult ended = CliWorld::awaitEnd(*window, 15'000);

    EXPECT_EQ(ended.exitCode, 0) << ended.err.constData();
    const qsizetype reached = world.posted().size();
    EXPECT_LT(reached, kPeople);
    EXPECT_EQ(world.campaign(id)[u"status"_s], u"sending"_s);
    EXPECT_EQ(world.count(id, u"sent"_s), reached);
    EXPECT_EQ(world.count(id, u"sending"_s), 0);
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 0);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);

    EXPECT_EQ(world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}).exitCode, 0);
    EXPECT_EQ(world.count(id, u"sent"_s), kPeople);
    EXPECT_EQ(world.posted().size(), kPeople);
    EXPECT_EQ(numbersPosted(world).size(), kPeople);
}

INSTANTIATE_TEST_SUITE_P(OfTheSystem, EndingTest, testing::Values(SIGTERM, SIGINT, SIGHUP));

TEST(WindowEndingTest, anAnswerThatDoesNotComeIsNotWaitedForLongerThanTenSeconds)
{
    CliWorld world;
    world.startSimulator({u"--latency"_s, u"20000"_s});
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(3), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    const std::unique_ptr<QProcess> window = world.startWindow(QStringLiteral(FANFARE_WINDOW));
    // The journal tells of a request only with its answer.
    ASSERT_TRUE(QTest::qWaitFor([&] { return world.count(id, u"sending"_s) == 3; }, 30'000));
    QTest::qWait(500);

    window->terminate();
    const CliResult ended = CliWorld::awaitEnd(*window, 20'000);

    EXPECT_EQ(ended.exitCode, 0) << ended.err.constData();
    EXPECT_EQ(world.count(id, u"unconfirmed"_s), 3);
    EXPECT_EQ(world.count(id, u"sending"_s), 0);
}

TEST(WindowEndingTest, aWindowWithNothingToSendEndsAtOnce)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const std::unique_ptr<QProcess> window = world.startWindow(QStringLiteral(FANFARE_WINDOW));
    QTest::qWait(1500);

    window->terminate();

    EXPECT_EQ(CliWorld::awaitEnd(*window, 5'000).exitCode, 0);
}
