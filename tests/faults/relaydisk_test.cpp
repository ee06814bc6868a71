#include "failingdisk.h"
#include "storage/temporaryworkspace.h"

#include "storage/relayqueue.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

// The disk under a relay's queue fails or is full, call by call. Meta is told 200 after a store that
// succeeded: such a body must be there on whatever the disk holds then, and a desktop never gets half a body.

namespace {

const QByteArray kBody = QByteArray(3000, 'x');

std::vector<QByteArray> waitingFor(SqliteRelayQueue &queue, qint64 desktop)
{
    std::vector<QByteArray> bodies;
    for (const RelayBody &body : valueOf(queue.batchFor(desktop, 1000, 1 << 24)).bodies)
        bodies.push_back(body.body);
    return bodies;
}

/// A queue on a disk that fails from a certain call on.
class QueueOnFailingDisk
{
public:
    explicit QueueOnFailingDisk(FailingDisk &disk)
        : m_disk{disk}
    {
        open();
        valueOf(m_queue->addDesktop(u"Office"_s, at(0)));
        m_desktop = valueOf(m_queue->keyHolders())[0].id;
    }

    ~QueueOnFailingDisk() { m_disk.heal(); }

    /// Stores and acknowledges, as a busy relay does; remembers what was promised.
    void work()
    {
        for (int i = 0; i < 4; ++i) {
            const QByteArray first = QByteArray::number(m_count++) + kBody;
            const QByteArray second = QByteArray::number(m_count++) + kBody;
            if (m_queue->store({
                    {0, at(m_count), "s", first },
                    {0, at(m_count), "s", second}
            })) {
                m_promised << first << second;
            } else {
                m_refused << first << second;
            }
            const Result<RelayBatch> batch = m_queue->batchFor(m_desktop, 1, 1);
            if (i != 2 || !batch || batch->bodies.empty())
                continue;
            const QByteArray fetched = batch->bodies[0].body;
            m_maybeGone << fetched; // an acknowledgement that failed may have come to pass or not
            if (m_queue->acknowledge(m_desktop, batch->bodies[0].number, at(m_count)))
                m_gone << fetched;
        }
    }

    void dieAndLookAgain()
    {
        m_queue.reset();
        m_disk.heal();
        open();
        const std::vector<QByteArray> there = waitingFor(*m_queue, m_desktop);
        const QSet<QByteArray> present{there.begin(), there.end()};
        EXPECT_EQ(present.size(), qsizetype(there.size())) << "one is there twice";
        EXPECT_TRUE((m_promised - m_maybeGone - present).isEmpty()) << "lost after 200";
        EXPECT_TRUE((present & m_gone).isEmpty()) << "given out again after its acknowledgement";
        EXPECT_TRUE((present - m_promised - m_refused).isEmpty()) << "half a body";
        EXPECT_EQ(valueOf(m_queue->condition()).bodies, qint64(there.size()));
    }

private:
    void open() { m_queue = valueOf(SqliteRelayQueue::openOrCreate(m_folder.path())); }

    FailingDisk &m_disk;
    QTemporaryDir m_folder;
    std::unique_ptr<SqliteRelayQueue> m_queue;
    qint64 m_desktop = 0;
    int m_count = 0;
    QSet<QByteArray> m_promised;
    QSet<QByteArray> m_refused;
    QSet<QByteArray> m_maybeGone;
    QSet<QByteArray> m_gone;
};

void failEveryCall(FailingDisk::Fault fault, int atOnce)
{
    FailingDisk &disk = FailingDisk::install();
    int calls = 0;
    {
        QueueOnFailingDisk queue{disk};
        disk.heal();
        queue.work();
        calls = disk.calls();
    }
    ASSERT_GT(calls, 10);
    const int step = qEnvironmentVariableIsSet("FANFARE_SOAK") ? 1 : 5;
    int failed = 0;
    for (int first = 1; first <= calls; first += step) {
        SCOPED_TRACE(first);
        QueueOnFailingDisk queue{disk};
        disk.fail(fault, first, atOnce);
        queue.work();
        failed += disk.failures() > 0 ? 1 : 0;
        queue.dieAndLookAgain();
    }
    EXPECT_GT(failed, 0);
    std::printf("the disk failed at each of %d calls\n", failed);
}

} // namespace

TEST(RelayDiskTest, aFullDiskLosesNothingThatWasPromised)
{
    failEveryCall(FailingDisk::Fault::Full, 6);
}

TEST(RelayDiskTest, aBrokenDiskLosesNothingThatWasPromised)
{
    failEveryCall(FailingDisk::Fault::InputOutput, 1);
}
