#pragma once

#include "base/result.h"
#include "storage/databasekind.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

class QSqlDatabase;
class StatementCache;
struct sqlite3;

/// One connection to a database of ours, a workspace's where nothing else is said, for the thread that opened
/// it. Every commit is on disk when it returns (WAL, synchronous=FULL). Any number of connections and
/// processes may be open at once.
class Database
{
public:
    using Filling = std::function<Result<>(Database &)>;

    /// Makes the file (0600) and its folder (0700) with the present schema. `fill` puts in what it must never
    /// be without: under this path it exists whole or, after an error or a crash, not at all. Refused with
    /// code "database_exists" where there is one already.
    static Result<std::unique_ptr<Database>> create(const QString &path, const Filling &fill = {},
                                                    const DatabaseKind &kind = DatabaseKind::workspace());

    /// Names of files beside `path` that a crash inside create() has left. The next create() that succeeds
    /// takes them away.
    static QStringList leftovers(const QString &path);

    /// Opens an existing one and brings an older schema up to date. Errors: NotFound; Refused with code
    /// "newer_database"; Storage with code "unreadable_database" for anything that is not a sound database of
    /// this kind. Such a file is left as it is, byte for byte.
    static Result<std::unique_ptr<Database>> open(const QString &path,
                                                  const DatabaseKind &kind = DatabaseKind::workspace());

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    int schemaVersion() const { return m_schemaVersion; }

    /// The schema of a workspace in this program: the number of its newest migration.
    static int newestSchemaVersion();

    /// Differs from the last call's value whenever another connection has committed meanwhile. Cheap.
    qint64 outsideChangeStamp();

    /// What SQLite finds wrong with the file, its indexes and its foreign keys, as sentences; empty when all
    /// is well. Reads the whole file.
    Result<std::vector<QString>> integrityProblems();

    /// A consistent copy while in use, as a new file (0600). Refused with code "file_exists".
    Result<> copyTo(const QString &path);

    /// The database and its write-ahead log.
    qint64 sizeInBytes() const;

    /// Storage with the code "database_moved" once the file was moved, replaced or deleted since it was
    /// opened: what is written now is not in the workspace that others see. Cheap. Not told on Windows, which
    /// lets nobody move an open file.
    Result<> requireInPlace();

    // For stores: Statement and Transaction use these.
    QSqlDatabase connection() const;
    /// Whether the SQL functions of contactselection.h are there: not where Qt brings a SQLite of its own.
    bool hasOwnFunctions() const { return m_hasOwnFunctions; }
    StatementCache &statements() { return *m_statements; }

private:
    friend class Transaction;

    Database(const DatabaseKind &kind, const QString &path);
    static Result<> makeUnfinished(const QString &path, const Filling &fill, const DatabaseKind &kind);
    Result<> connectTo(bool mayCreate);

    const DatabaseKind &m_kind;
    QString m_path;
    QString m_connectionName;
    std::unique_ptr<StatementCache> m_statements;
    int m_schemaVersion = 0;
    bool m_isInTransaction = false;
    bool m_hasOwnFunctions = false;
    std::optional<sqlite3 *> m_handle; ///< once somebody needed it
};

/// A transaction from `begin` on; rolled back when it goes out of scope without a commit.
class Transaction
{
public:
    enum class Kind {
        Write,
        Snapshot, ///< several reads of one state; hinders nobody
    };

    Transaction(Database &database, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Waits up to five seconds for another writer, then fails with ErrorKind::Busy.
    Result<> begin();
    Result<> commit();

private:
    Database &m_database;
    Kind m_kind;
    bool m_isOpen = false;
};

/// Runs `work` in a transaction of this kind; see the two below.
template <typename Work>
std::invoke_result_t<Work> inTransactionOf(Transaction::Kind kind, Database &database, Work &&work)
{
    Transaction transaction{database, kind};
    if (const Result<> begun = transaction.begin(); !begun)
        return begun.error();
    std::invoke_result_t<Work> result = work();
    if (!result)
        return result;
    if (const Result<> committed = transaction.commit(); !committed)
        return committed.error();
    return result;
}

/// Runs `work` in a write transaction that commits its value and rolls back its error. Where the transaction
/// cannot be opened, the work is not run at all. Transactions are not nested.
template <typename Work>
std::invoke_result_t<Work> inTransaction(Database &database, Work &&work)
{
    return inTransactionOf(Transaction::Kind::Write, database, std::forward<Work>(work));
}

/// Runs several reads on one state of the database, without keeping writers waiting.
template <typename Work>
std::invoke_result_t<Work> inSnapshot(Database &database, Work &&work)
{
    return inTransactionOf(Transaction::Kind::Snapshot, database, std::forward<Work>(work));
}
