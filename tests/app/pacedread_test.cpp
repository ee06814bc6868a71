#include "app/pacedread.h"

#include <QElapsedTimer>
#include <QTest>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

/// Counts reads; each one ends when told.
struct Reads
{
    int begun = 0;
    std::function<void()> end;

    PacedRead::Read read()
    {
        return [this](std::function<void()> ended) {
            ++begun;
            end = std::move(ended);
        };
    }
};

} // namespace

TEST(PacedReadTest, theFirstRequestIsReadAtOnce)
{
    Reads reads;
    QObject owner;
    auto *paced = new PacedRead{1h, reads.read(), &owner};

    paced->request();

    EXPECT_EQ(reads.begun, 1);
}

TEST(PacedReadTest, manyRequestsDuringAReadAreOneMore)
{
    Reads reads;
    QObject owner;
    auto *paced = new PacedRead{1ms, reads.read(), &owner};
    paced->request();

    for (int request = 0; request < 50; ++request)
        paced->request();
    QTest::qWait(20);
    EXPECT_EQ(reads.begun, 1) << "two reads at a time";
    reads.end();

    EXPECT_TRUE(QTest::qWaitFor([&] { return reads.begun == 2; }, 1000));
    reads.end();
    QTest::qWait(20);
    EXPECT_EQ(reads.begun, 2);
}

TEST(PacedReadTest, betweenTwoReadsTheIntervalPasses)
{
    Reads reads;
    QObject owner;
    auto *paced = new PacedRead{80ms, reads.read(), &owner};
    QElapsedTimer timer;
    timer.start();
    paced->request();
    reads.end();

    paced->request();

    EXPECT_EQ(reads.begun, 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return reads.begun == 2; }, 1000));
    EXPECT_GE(timer.elapsed(), 75);
}

TEST(PacedReadTest, whatTakesLongIsReadLessOften)
{
    Reads reads;
    QObject owner;
    auto *paced = new PacedRead{1ms, reads.read(), &owner};
    paced->setRest(4);
    paced->request();
    QTest::qWait(30);
    reads.end();
    QElapsedTimer timer;
    timer.start();

    paced->request();

    EXPECT_TRUE(QTest::qWaitFor([&] { return reads.begun == 2; }, 2000));
    EXPECT_GE(timer.elapsed(), 110);
}

TEST(PacedReadTest, aReadThatEndsAfterItsOwnerIsForgotten)
{
    Reads reads;
    auto owner = std::make_unique<QObject>();
    auto *paced = new PacedRead{1ms, reads.read(), owner.get()};
    paced->request();
    paced->request();

    owner.reset();
    reads.end();

    EXPECT_EQ(reads.begun, 1);
}
