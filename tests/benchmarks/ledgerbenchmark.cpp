#include "ledgerbenchmark.h"

#include "processusage.h"
#include "sendingworkspace.h"

#include "base/clock.h"
#include "storage/sqlitesendledger.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPeople = 2'000;

struct Speed
{
    double messagesPerSecond = 0;
    double processorPerMessage = 0; ///< microseconds
};

class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }

    Speed after(int messages) const
    {
        const std::chrono::microseconds spent = processorTime() - m_begun;
        return {messages * 1e9 / static_cast<double>(m_timer.nsecsElapsed()),
                static_cast<double>(spent.count()) / messages};
    }

private:
    const std::chrono::microseconds m_begun = processorTime();
    QElapsedTimer m_timer;
};

/// Through claim and settle.
Result<Speed> ledgerSpeed(int group)
{
    const Result<std::unique_ptr<SendingWorkspace>> workspace =
        SendingWorkspace::create(kPeople, SendRate::max());
    if (!workspace)
        return workspace.error();
    const SystemClock clock;
    SqliteSendLedger ledger{(*workspace)->database()};
    const Stopwatch watch;
    for (int done = 0; done < kPeople; done += group) {
        const Result<ClaimResult> claimed =
            ledger.claim({(*workspace)->campaign(), group, clock.now(), std::nullopt});
        if (!claimed)
            return claimed.error();
        std::vector<Settlement> answers;
        for (const Claim &claim : claimed->claims) {
            answers.push_back({
                claim.attempt, claim.recipient, claim.campaign,
                Accepted{u"wamid.HBgMOTE5MDAwMDAwMDAw"_s + claim.attempt.value, u"accepted"_s, {}},
                clock.now(), RecipientStatus::Sent
            });
        }
        if (const Result<> settled = ledger.settle(answers); !settled)
            return settled.error();
    }
    const Speed speed = watch.after(kPeople);
    const Result<CampaignCounts> counts = (*workspace)->counts();
    if (!counts)
        return counts.error();
    if (counts->of(RecipientStatus::Sent) != kPeople)
        return Error{ErrorKind::Internal, u"The ledger has lost messages."_s, u"ledger"_s, {}};
    return speed;
}

/// SQLite as it comes, for scale; the first problem it has is kept.
class PlainDatabase
{
public:
    explicit PlainDatabase(const QString &path)
    {
        m_code = sqlite3_open(QFile::encodeName(path).constData(), &m_database);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("CREATE TABLE intent (id INTEGER PRIMARY KEY, attempt TEXT, at INTEGER) STRICT");
        run("CREATE TABLE result (id INTEGER PRIMARY KEY, message TEXT, at INTEGER) STRICT");
    }
    ~PlainDatabase() { sqlite3_close(m_database); }
    PlainDatabase(const PlainDatabase &) = delete;
    PlainDatabase &operator=(const PlainDatabase &) = delete;

    void insertGroup(const char *sql, int first, int count)
    {
        sqlite3_stmt *statement = nullptr;
        note(sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr));
        run("BEGIN IMMEDIATE");
        for (int i = first; i < first + count; ++i) {
            const QByteArray name = QByteArray::number(i).rightJustified(32, '0');
            sqlite3_bind_int(statement, 1, i);
            sqlite3_bind_text(statement, 2, name.constData(), -1, SQLITE_TRANSIENT);
            sqlite3_bind_int64(statement, 3, i);
            note(sqlite3_step(statement));
            note(sqlite3_reset(statement));
        }
        run("COMMIT");
        sqlite3_finalize(statement);
    }

    bool isFine() const { return m_code == SQLITE_OK; }

private:
    void run(const char *sql) { note(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr)); }
    void note(int code)
    {
        if (m_code == SQLITE_OK && code != SQLITE_DONE)
            m_code = code;
    }

    sqlite3 *m_database = nullptr;
    int m_code = SQLITE_OK;
};

Result<Speed> plainSpeed(int group)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/benchmark-XXXXXX"_s};
    PlainDatabase database{folder.filePath(u"plain.db"_s)};
    const Stopwatch watch;
    for (int done = 0; done < kPeople; done += group) {
        database.insertGroup("INSERT INTO intent VALUES (?, ?, ?)", done, group);
        database.insertGroup("INSERT INTO result VALUES (?, ?, ?)", done, group);
    }
    if (!database.isFine())
        return Error{ErrorKind::Storage, u"SQLite could not write."_s, u"plain"_s, {}};
    return watch.after(kPeople);
}

} // namespace

Result<std::vector<Measurement>> measureLedger()
{
    std::vector<Measurement> measurements;
    for (const int group : {20, 100}) {
        const Result<Speed> plain = plainSpeed(group);
        if (!plain)
            return plain.error();
        const Result<Speed> ledger = ledgerSpeed(group);
        if (!ledger)
            return ledger.error();
        const QString subject = u"Ledger in groups of %1, every commit on disk"_s.arg(group);
        const QString reference = u"plain inserts in the same groups"_s;
        measurements.push_back({
            subject, u"messages/s"_s, ledger->messagesPerSecond,
            Measurement::Reference{reference, plain->messagesPerSecond}
        });
        measurements.push_back({
            subject, u"processor µs a message"_s, ledger->processorPerMessage,
            Measurement::Reference{reference, plain->processorPerMessage}
        });
    }
    return measurements;
}
