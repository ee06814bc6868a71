#include "base/interruption.h"

#include <QTest>

#include <gtest/gtest.h>

#include <csignal>

#ifndef Q_OS_WIN

TEST(InterruptionTest, aRequestToEndIsTold)
{
    Interruption interruption;
    int requests = 0;
    QObject::connect(&interruption, &Interruption::requested, [&] { ++requests; });

    std::raise(SIGTERM);

    EXPECT_TRUE(QTest::qWaitFor([&] { return requests == 1; }, 1'000));
    EXPECT_TRUE(Interruption::wasRequested());
}

TEST(InterruptionTest, workThatHoldsUpTheEventLoopIsCancelledAtOnce)
{
    const Interruption interruption;
    const CancelToken token = Interruption::token();

    std::raise(SIGINT);

    EXPECT_TRUE(token.isCancelled());
}

TEST(InterruptionTest, aReaderThatWentAwayAndALimitOnFilesEndNothing)
{
    const Interruption interruption;

    std::raise(SIGPIPE);
    std::raise(SIGXFSZ);

    SUCCEED() << "still here";
}

#endif
