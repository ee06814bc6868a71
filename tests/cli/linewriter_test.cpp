#include "cli/linewriter.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QList>

#include <thread>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A pipe whose reader reads when told.
class SlowReader
{
public:
    SlowReader()
    {
        ::signal(SIGPIPE, SIG_IGN); // as the program does
        if (::pipe(m_ends) != 0)
            ADD_FAILURE() << "no pipe";
    }
    ~SlowReader()
    {
        ::close(m_ends[0]);
        closeWriter();
    }

    int writer() const { return m_ends[1]; }
    void closeWriter()
    {
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
        m_ends[1] = -1;
    }

    QByteArray readAll()
    {
        QByteArray all;
        char buffer[4096];
        for (auto size = ::read(m_ends[0], buffer, sizeof buffer); size > 0;
             size = ::read(m_ends[0], buffer, sizeof buffer))
            all.append(buffer, size);
        return all;
    }

private:
    int m_ends[2] = {-1, -1};
};

} // namespace

TEST(LineWriterTest, aReaderThatDoesNotReadHoldsUpNobodyWhoPosts)
{
    SlowReader reader;
    LineWriter writer{reader.writer()};
    const QByteArray line(1000, 'x');
    QElapsedTimer timer;
    timer.start();

    for (int i = 0; i < 2000; ++i)
        writer.post(line + '\n');

    EXPECT_LT(timer.elapsed(), 1000);
    writer.finishWithin(1ms);
}

TEST(LineWriterTest, aSlowReaderLosesProgressButNoStateAndSeesTheOrder)
{
    SlowReader reader;
    {
        // Fills the pipe, so that nothing more gets through until the reader reads.
        ::fcntl(reader.writer(), F_SETFL, O_NONBLOCK);
        while (::write(reader.writer(), "f\n", 2) == 2) { }
    }
    std::thread reading;
    QByteArray all;
    {
        LineWriter writer{reader.writer()};
        writer.post("state 1\n");
        for (int i = 0; i < 100; ++i)
            writer.postProgress(u"7"_s, "progress " + QByteArray::number(i) + "\n");
        writer.post("state 2\n");
        reading = std::thread{[&] { all = reader.readAll(); }};
    }
    reader.closeWriter();
    reading.join();

    const QList<QByteArray> lines = all.split('\n');
    EXPECT_EQ(lines.count("state 1"), 1);
    EXPECT_EQ(lines.count("state 2"), 1);
    EXPECT_LT(lines.indexOf("state 1"), lines.indexOf("progress 99"));
    EXPECT_LT(lines.indexOf("progress 99"), lines.indexOf("state 2"));
    EXPECT_FALSE(lines.contains("progress 50"));
}

TEST(LineWriterTest, whatComesWithoutEndIsLeftOutWhileNobodyReads)
{
    SlowReader reader;
    LineWriter writer{reader.writer()};
    const QByteArray line = QByteArray(1000, 'x') + '\n';

    int taken = 0;
    for (int i = 0; i < 5000; ++i)
        taken += writer.offer(line) ? 1 : 0;
    EXPECT_GT(taken, 1000);
    EXPECT_LT(taken, 1300) << "a megabyte, and what the pipe holds";

    writer.post("last\n"); // a reader must not miss it
    QByteArray read;
    std::thread reading{[&] { read = reader.readAll(); }};
    EXPECT_TRUE(writer.finish());
    EXPECT_TRUE(writer.offer("again\n")) << "as soon as it is read again";
    EXPECT_TRUE(writer.finish());
    reader.closeWriter();
    reading.join();

    EXPECT_EQ(read.count('\n'), taken + 2);
    EXPECT_TRUE(read.endsWith("last\nagain\n"));
}

TEST(LineWriterTest, aReaderThatWentAwayEndsNothing)
{
    ::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    ::close(ends[0]);

    LineWriter writer{ends[1]};
    for (int i = 0; i < 10; ++i)
        writer.write("line\n");
    writer.finishWithin(1s);

    ::close(ends[1]);
}
