#include "storage/backgroundcheckpoint.h"

#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <QDeadlineTimer>
#include <QFileInfo>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPage = 4096;
constexpr int kRowsAtOnce = 20; ///< each on a page of its own
constexpr BackgroundCheckpoint::Lengths kShort{.copied = 50, .most = 200};

class BackgroundCheckpointTest : public ::testing::Test
{
protected:
    BackgroundCheckpointTest()
    {
        (void)valueOf(execute(database(), u"CREATE TABLE filler (text TEXT)"_s));
        (void)valueOf(execute(database(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }

    Database &database() { return m_workspace.database(); }

    /// In transactions of kRowsAtOnce; the length that the log had at most, in bytes.
    qint64 write(int transactions)
    {
        qint64 longest = 0;
        for (int i = 0; i < transactions; ++i) {
            EXPECT_TRUE(inTransaction(database(), [&]() -> Result<> {
                for (int row = 0; row < kRowsAtOnce; ++row) {
                    const Result<int> done =
                        execute(database(), u"INSERT INTO filler VALUES (?)"_s, {QString(kPage - 600, u'x')});
                    if (!done)
                        return done.error();
                }
                return Done{};
            }));
            longest = std::max(longest, QFileInfo{database().path() + u"-wal"_s}.size());
        }
        return longest;
    }

    qint64 rows() { return valueOf(firstInteger(database(), u"SELECT count(*) FROM filler"_s)); }

    TemporaryWorkspace m_workspace;
};

} // namespace

TEST_F(BackgroundCheckpointTest, theLogStaysShortAndNothingIsLost)
{
    qint64 longest = 0;
    {
        const BackgroundCheckpoint checkpoint{database(), kShort};
        longest = write(200);
    }
    EXPECT_EQ(rows(), 200 * kRowsAtOnce);
    EXPECT_LT(longest, qint64(kShort.most + 3 * kRowsAtOnce) * (kPage + 24));
    EXPECT_TRUE(valueOf(database().integrityProblems()).empty());
}

TEST_F(BackgroundCheckpointTest, pagesAreCopiedThoughNoCommitCopiesThem)
{
    const BackgroundCheckpoint checkpoint{
        database(), {.copied = 50, .most = 1'000'000}
    };
    const qint64 before = QFileInfo{database().path()}.size();
    (void)write(10);
    const auto grown = [&] { return QFileInfo{database().path()}.size() - before; };
    const QDeadlineTimer deadline{10s};
    while (grown() < 100 * kPage && !deadline.hasExpired())
        std::this_thread::sleep_for(1ms);
    EXPECT_GE(grown(), 100 * kPage);
}

TEST_F(BackgroundCheckpointTest, whoReadsAnOldStateKeepsNobodyFromWriting)
{
    const auto reader = valueOf(Database::open(database().path()));
    Transaction snapshot{*reader, Transaction::Kind::Snapshot};
    ASSERT_TRUE(snapshot.begin());
    ASSERT_EQ(valueOf(firstInteger(*reader, u"SELECT count(*) FROM filler"_s)), 0);

    const BackgroundCheckpoint checkpoint{database(), kShort};
    (void)write(40);
    EXPECT_EQ(rows(), 40 * kRowsAtOnce);
    EXPECT_EQ(valueOf(firstInteger(*reader, u"SELECT count(*) FROM filler"_s)), 0);
}

TEST_F(BackgroundCheckpointTest, afterwardsTheConnectionCopiesByItselfAgain)
{
    const qint64 before = valueOf(firstInteger(database(), u"PRAGMA wal_autocheckpoint"_s));
    {
        const BackgroundCheckpoint checkpoint{database(), kShort};
    }
    EXPECT_EQ(valueOf(firstInteger(database(), u"PRAGMA wal_autocheckpoint"_s)), before);
    EXPECT_LT(write(150), 2 * before * kPage);
}
