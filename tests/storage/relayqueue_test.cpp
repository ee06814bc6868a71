#include "storage/relayqueue.h"

#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr int kMost = 1000;
constexpr qint64 kMostBytes = 1 << 20;

class RelayQueueTest : public ::testing::Test
{
protected:
    void open(const RelayBounds &bounds = {})
    {
        m_queue.reset();
        m_queue = valueOf(SqliteRelayQueue::openOrCreate(m_folder.path(), bounds));
    }

    void SetUp() override { open(); }

    void take(const QByteArray &body, UtcTime when)
    {
        valueOf(m_queue->store({
            {0, when, "sha256=00", body}
        }));
    }

    qint64 idOf(const QByteArray &key)
    {
        for (const RelayKeyHolder &holder : valueOf(m_queue->keyHolders())) {
            if (holder.keyHash == relayKeyHash(key))
                return holder.id;
        }
        return 0;
    }

    qint64 addDesktop(const QString &name) { return idOf(valueOf(m_queue->addDesktop(name, at(0)))); }

    RelayBatch batch(qint64 desktop) { return valueOf(m_queue->batchFor(desktop, kMost, kMostBytes)); }

    std::vector<QByteArray> waiting(qint64 desktop)
    {
        std::vector<QByteArray> bodies;
        for (const RelayBody &body : batch(desktop).bodies)
            bodies.push_back(body.body);
        return bodies;
    }

    void acknowledgeAll(qint64 desktop)
    {
        valueOf(m_queue->acknowledge(desktop, batch(desktop).bodies.back().number, at(0)));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SqliteRelayQueue> m_queue;
};

} // namespace

TEST_F(RelayQueueTest, bodiesWaitAsTheyCameInTheirOrder)
{
    const qint64 office = addDesktop(u"Office"_s);
    const QByteArray odd{"{\"a\": \"\xff\x00 \u00e9\"}\r\n", 14};

    valueOf(m_queue->store({
        {0, at(1), "sha256=aa", odd  },
        {0, at(1), "sha256=bb", "two"}
    }));

    const RelayBatch waiting = batch(office);
    ASSERT_EQ(waiting.bodies.size(), 2u);
    EXPECT_EQ(waiting.bodies[0].body, odd);
    EXPECT_EQ(waiting.bodies[0].signature, "sha256=aa");
    EXPECT_EQ(waiting.bodies[0].receivedAt, at(1));
    EXPECT_LT(waiting.bodies[0].number, waiting.bodies[1].number);
    EXPECT_EQ(waiting.waiting, 0);
    EXPECT_EQ(waiting.arrivedAt, at(1));
}

TEST_F(RelayQueueTest, theyAreThereAfterItIsOpenedAgain)
{
    const qint64 office = addDesktop(u"Office"_s);
    take("one", at(1));

    open();

    EXPECT_THAT(waiting(office), ElementsAre("one"));
}

TEST_F(RelayQueueTest, everyDesktopHasItsOwnPlace)
{
    const qint64 office = addDesktop(u"Office"_s);
    const qint64 home = addDesktop(u"Home"_s);
    take("one", at(1));
    acknowledgeAll(office);
    take("two", at(2));

    EXPECT_THAT(waiting(office), ElementsAre("two"));
    EXPECT_THAT(waiting(home), ElementsAre("one", "two"));
}

TEST_F(RelayQueueTest, whatEveryDesktopHasIsDeleted)
{
    const qint64 office = addDesktop(u"Office"_s);
    const qint64 home = addDesktop(u"Home"_s);
    take("one", at(1));

    acknowledgeAll(office);
    EXPECT_EQ(valueOf(m_queue->condition()).bodies, 1);
    acknowledgeAll(home);

    const RelayCondition condition = valueOf(m_queue->condition());
    EXPECT_EQ(condition.bodies, 0);
    EXPECT_EQ(condition.bytes, 0);
    EXPECT_FALSE(condition.oldest);
    EXPECT_EQ(condition.desktops, 2);
}

TEST_F(RelayQueueTest, aBatchIsBoundedAndSaysHowManyWaitBehindIt)
{
    const qint64 office = addDesktop(u"Office"_s);
    for (int i = 0; i < 5; ++i)
        take(QByteArray(100, 'x'), at(i));

    const RelayBatch byCount = valueOf(m_queue->batchFor(office, 2, kMostBytes));
    const RelayBatch byBytes = valueOf(m_queue->batchFor(office, 5, 350));
    const RelayBatch tiny = valueOf(m_queue->batchFor(office, 5, 10));

    EXPECT_EQ(byCount.bodies.size(), 2u);
    EXPECT_EQ(byCount.waiting, 3);
    EXPECT_EQ(byBytes.bodies.size(), 3u);
    EXPECT_EQ(tiny.bodies.size(), 1u) << "a large one must not stop those behind it";
}

TEST_F(RelayQueueTest, anAcknowledgementNeverMovesBackOrBeyondWhatIsThere)
{
    const qint64 office = addDesktop(u"Office"_s);
    take("one", at(1));
    const qint64 first = batch(office).bodies[0].number;
    take("two", at(2));
    acknowledgeAll(office);

    valueOf(m_queue->acknowledge(office, first, at(3)));
    const Result<> beyond = m_queue->acknowledge(office, first + 1'000'000'000'000, at(3));

    EXPECT_THAT(waiting(office), IsEmpty());
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, u"not_given_out"_s);
}

TEST_F(RelayQueueTest, numbersRiseWhenTheClockGoesBackAndWhenAnOlderCopyIsPutBack)
{
    const qint64 office = addDesktop(u"Office"_s);
    take("one", at(100));
    take("two", at(50));
    const RelayBatch before = batch(office);
    m_queue.reset();
    const QString file = SqliteRelayQueue::fileIn(m_folder.path());
    ASSERT_TRUE(QFile::copy(file, file + u".old"_s));
    open();
    take("three", at(200));
    const qint64 newest = batch(office).bodies.back().number;
    m_queue.reset();
    for (const QString &suffix : {QString{}, u"-wal"_s, u"-shm"_s})
        QFile::remove(file + suffix);
    ASSERT_TRUE(QFile::rename(file + u".old"_s, file));

    open();
    take("four", at(201));

    EXPECT_LT(before.bodies[0].number, before.bodies[1].number);
    EXPECT_GT(batch(office).bodies.back().number, newest);
}

TEST_F(RelayQueueTest, whatIsTooOldGoesAndIsCountedForWhoHadNotFetchedIt)
{
    open({.age = 24h});
    const qint64 office = addDesktop(u"Office"_s);
    const qint64 home = addDesktop(u"Home"_s);
    take("one", at(0));
    acknowledgeAll(office);
    take("two", at(3600));

    valueOf(m_queue->dropTooOld(at(24 * 3600 + 60)));

    EXPECT_THAT(waiting(home), ElementsAre("two"));
    EXPECT_EQ(batch(home).dropped, 1);
    EXPECT_EQ(batch(home).droppedUntil, at(0));
    EXPECT_EQ(batch(office).dropped, 0);
    EXPECT_FALSE(batch(office).droppedUntil);
}

TEST_F(RelayQueueTest, theOldestGoWhenThereIsTooMuch)
{
    open({.bytes = 250});
    const qint64 office = addDesktop(u"Office"_s);
    for (int i = 0; i < 4; ++i)
        take(QByteArray(100, char('a' + i)), at(i));

    EXPECT_THAT(waiting(office), ElementsAre(QByteArray(100, 'c'), QByteArray(100, 'd')));
    EXPECT_EQ(batch(office).dropped, 2);
    EXPECT_EQ(valueOf(m_queue->condition()).bytes, 200);
}

TEST_F(RelayQueueTest, aKeyIsShownOnceAndOnlyItsHashIsKept)
{
    const QByteArray key = valueOf(m_queue->addDesktop(u"Office"_s, at(0)));
    const QByteArray other = valueOf(m_queue->addDesktop(u"Home"_s, at(0)));
    const Result<QByteArray> again = m_queue->addDesktop(u" office "_s, at(0));
    m_queue.reset();
    QFile file{SqliteRelayQueue::fileIn(m_folder.path())};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));

    EXPECT_GE(key.size(), 43);
    EXPECT_NE(key, other);
    EXPECT_FALSE(file.readAll().contains(key));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, u"name_taken"_s);
}

TEST_F(RelayQueueTest, aRevokedKeyIsWorthNothingAndKeepsNothing)
{
    const qint64 office = addDesktop(u"Office"_s);
    const qint64 home = addDesktop(u"Home"_s);
    take("one", at(1));
    acknowledgeAll(office);

    valueOf(m_queue->revoke(u"Home"_s));

    EXPECT_EQ(valueOf(m_queue->keyHolders()).size(), 1u);
    EXPECT_EQ(m_queue->batchFor(home, kMost, kMostBytes).error().code, u"no_desktop"_s);
    EXPECT_EQ(m_queue->acknowledge(home, 0, at(1)).error().code, u"no_desktop"_s);
    EXPECT_EQ(m_queue->revoke(u"Home"_s).error().code, u"no_desktop"_s);
    EXPECT_EQ(valueOf(m_queue->condition()).bodies, 0);
}

TEST_F(RelayQueueTest, aKeyIsThatOfTheFirstWorkspaceThatFetchesWithIt)
{
    const qint64 office = addDesktop(u"Office"_s);

    EXPECT_TRUE(valueOf(m_queue->giveTo(office, u"a"_s)));
    EXPECT_TRUE(valueOf(m_queue->giveTo(office, u"a"_s)));
    EXPECT_FALSE(valueOf(m_queue->giveTo(office, u"b"_s)));

    EXPECT_EQ(valueOf(m_queue->keyHolders()).front().workspace, u"a"_s);
}

// "After the update of the relay everybody goes on fetching, and nothing that waited is lost."
TEST_F(RelayQueueTest, aQueueFromBeforeKeysHadAWorkspaceIsBroughtUpToDate)
{
    m_queue.reset();
    const QString file = SqliteRelayQueue::fileIn(m_folder.path());
    for (const QString &suffix : {QString{}, u"-wal"_s, u"-shm"_s})
        QFile::remove(file + suffix);
    ASSERT_TRUE(QFile::copy(QStringLiteral(FANFARE_TEST_DATA) + u"/databases/relay-0001.db"_s, file));
    ASSERT_TRUE(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));

    open();

    const std::vector<RelayKeyHolder> holders = valueOf(m_queue->keyHolders());
    ASSERT_EQ(holders.size(), 1u);
    EXPECT_EQ(holders[0].name, u"Office"_s);
    EXPECT_EQ(holders[0].workspace, QString{});
    EXPECT_THAT(waiting(holders[0].id), ElementsAre("two"));
}

TEST_F(RelayQueueTest, aLaterDesktopGetsWhatIsStillThere)
{
    take("one", at(1));

    EXPECT_THAT(waiting(addDesktop(u"Office"_s)), ElementsAre("one"));
}

TEST_F(RelayQueueTest, aLaterDesktopIsToldUntilWhenItMissesSomething)
{
    const qint64 office = addDesktop(u"Office"_s);
    take("one", at(1));
    take("two", at(2));
    acknowledgeAll(office);
    take("three", at(3));

    EXPECT_EQ(batch(addDesktop(u"Home"_s)).missedUntil, at(2));
    EXPECT_EQ(batch(office).missedUntil, std::nullopt);
}

TEST_F(RelayQueueTest, itKnowsSinceWhenNothingWasMissed)
{
    const qint64 office = addDesktop(u"Office"_s);
    const UtcTime start = at(0);

    valueOf(m_queue->noteReceiving(start));
    valueOf(m_queue->noteReceiving(start + 6 * 24h)); // Meta has sent again what came between
    EXPECT_EQ(batch(office).receivingSince, start);

    valueOf(m_queue->noteReceiving(start + 20 * 24h));
    EXPECT_EQ(batch(office).receivingSince, start + 20 * 24h);
}

TEST_F(RelayQueueTest, aWorkspaceIsNotTakenForAQueueNorAQueueForAWorkspace)
{
    const TemporaryWorkspace workspace;
    const QTemporaryDir folder;
    ASSERT_TRUE(QFile::copy(workspace.path(), SqliteRelayQueue::fileIn(folder.path())));
    m_queue.reset();

    const auto asQueue = SqliteRelayQueue::openOrCreate(folder.path());
    const auto asWorkspace = Database::open(SqliteRelayQueue::fileIn(m_folder.path()));

    ASSERT_FALSE(asQueue);
    EXPECT_EQ(asQueue.error().code, u"unreadable_database"_s);
    EXPECT_TRUE(asQueue.error().message.contains(u"queue of a relay"_s));
    ASSERT_FALSE(asWorkspace);
    EXPECT_EQ(asWorkspace.error().code, u"unreadable_database"_s);
    EXPECT_TRUE(asWorkspace.error().message.contains(u"database of Fanfare"_s));
}
