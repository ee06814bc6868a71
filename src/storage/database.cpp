#include "storage/database.h"

#include "base/faultpoint.h"
#include "storage/contactselection.h"
#include "storage/migrations.h"
#include "storage/sql.h"
#include "storage/sqlitehandle.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUrl>

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions kOwnerOnlyFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kOwnerOnlyFolder = kOwnerOnlyFile | QFile::ExeOwner;

const QString kUnfinished = u".new-"_s; ///< between a database's name and a random number

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QString uniqueConnectionName()
{
    static std::atomic<int> count = 0;
    return u"fanfare-%1"_s.arg(++count);
}

QString walOf(const QString &path)
{
    return path + u"-wal"_s;
}

/// SQLite keeps its log beside the database, and even readers write there.
bool mayBeWritten(const QString &path)
{
    const QFileInfo file{path};
    return file.isWritable() && QFileInfo{file.absolutePath()}.isWritable();
}

/// A connection that cannot write, for looking before touching. Opening a WAL database the ordinary way
/// writes; and where there is no log, even reading would leave one behind, hence "immutable".
class ReadOnlyLook
{
public:
    explicit ReadOnlyLook(const QString &path)
        : m_name{uniqueConnectionName()}
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
        const bool hasLog = QFileInfo{walOf(path)}.size() > 0;
        const QString address =
            QString::fromUtf8(QUrl::fromLocalFile(QFileInfo{path}.absoluteFilePath()).toEncoded());
        connection.setDatabaseName(address + (hasLog ? u"?mode=ro"_s : u"?immutable=1"_s));
        connection.open();
    }

    ~ReadOnlyLook() { QSqlDatabase::removeDatabase(m_name); }

    /// The rows' first column, as text.
    Result<QStringList> read(const QString &sql)
    {
        QSqlQuery query{QSqlDatabase::database(m_name, false)};
        query.setForwardOnly(true);
        QStringList values;
        if (query.exec(sql)) {
            while (query.next())
                values << query.value(0).toString();
        }
        if (query.lastError().isValid())
            return Error{ErrorKind::Storage, {}, {}, query.lastError().text()};
        return values;
    }

private:
    QString m_name;
};

/// Looks at the schema and at the first row of every table without being able to change anything. Everything
/// goes through SQLite: closing a file of our own would drop the locks that other connections of this process
/// hold on it (POSIX), and another process would then delete the log under them.
Result<> checkContent(const DatabaseKind &kind, const QString &path)
{
    constexpr qint64 kSmallestDatabase = 512; // one page
    const QFileInfo file{path};
    if (!file.isFile() || file.size() < kSmallestDatabase)
        return kind.unreadable(path, u"too small for a database"_s);
    ReadOnlyLook look{path};
    const Result<QStringList> application = look.read(u"PRAGMA application_id"_s);
    if (!application)
        return kind.unreadable(path, application.error().detail);
    if (application->value(0).toUInt() != kind.applicationId())
        return kind.unreadable(path, u"the application id is another one"_s);
    const Result<QStringList> version = look.read(u"PRAGMA user_version"_s);
    if (!version)
        return kind.unreadable(path, version.error().detail);
    if (version->value(0).toInt() > kind.newestVersion())
        return kind.newer(path, version->value(0).toInt());
    const Result<QStringList> tables =
        look.read(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s);
    if (!tables)
        return kind.unreadable(path, tables.error().detail);
    for (const QString &table : *tables) {
        if (const Result<QStringList> rows = look.read(u"SELECT 1 FROM \"%1\" LIMIT 1"_s.arg(table)); !rows)
            return kind.unreadable(path, rows.error().detail);
    }
    return Done{};
}

/// What tells that somebody wrote the database between two looks at it.
struct FileTrace
{
    explicit FileTrace(const QString &path)
        : size{QFileInfo{path}.size()}
        , logSize{QFileInfo{walOf(path)}.size()}
        , modified{QFileInfo{path}.lastModified()}
    {
    }

    qint64 size = 0;
    qint64 logSize = 0;
    QDateTime modified;

    friend bool operator==(const FileTrace &, const FileTrace &) = default;
};

/// As checkContent(), but a file that another connection writes, closes or brings up to date at this moment
/// is not taken for a damaged one: a look without the log sees no locks, and its log may come and go
/// meanwhile. Only what fails twice in the same shape is unreadable.
Result<> checkContentAtRest(const DatabaseKind &kind, const QString &path)
{
    constexpr int kLooks = 50; // a file that never rests is told as it was seen last
    constexpr unsigned long kPauseMs = 20; // longer than the grain of file times
    Result<> sound = checkContent(kind, path);
    for (int look = 1; !sound && look < kLooks; ++look) {
        const FileTrace before{path};
        QThread::msleep(kPauseMs);
        sound = checkContent(kind, path);
        if (!sound && FileTrace{path} == before)
            break;
    }
    return sound;
}

/// Runs one statement outside the cache: PRAGMAs and migrations.
Result<> runOnce(const QSqlDatabase &connection, const QString &sql, const QString &path)
{
    QSqlQuery query{connection};
    if (!query.exec(sql))
        return storageError(query.lastError(), sql, path);
    return Done{};
}

Result<> createPrivateFile(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnlyFile))
        return Error{ErrorKind::Storage,
                     Words::tr("“%1” cannot be created: %2").arg(path, file.errorString()),
                     u"cannot_create"_s, file.errorString()};
    return Done{};
}

/// SQLite's own way to wait looks ever more seldom, and one that writes all the time is then rarely met
/// between two transactions: events at full speed kept the sender waiting. 0 ends the wait.
int waitForTurn(void *, int looks)
{
    constexpr auto kLongest = std::chrono::seconds{5};
    constexpr auto kBetweenLooks = std::chrono::milliseconds{1};
    static thread_local std::chrono::steady_clock::time_point since;
    const auto now = std::chrono::steady_clock::now();
    if (looks == 0)
        since = now;
    if (now - since >= kLongest)
        return 0;
    std::this_thread::sleep_for(kBetweenLooks);
    return 1;
}

} // namespace

Database::Database(const DatabaseKind &kind, const QString &path)
    : m_kind{kind}
    , m_path{path}
    , m_connectionName{uniqueConnectionName()}
    , m_statements{std::make_unique<StatementCache>()}
{
}

Database::~Database()
{
    m_statements->clear(); // they would keep the connection open
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::create(const QString &path, const Filling &fill,
                                                   const DatabaseKind &kind)
{
    if (QFileInfo::exists(path))
        return kind.existing(path);
    const QString folder = QFileInfo{path}.absolutePath();
    if (!QDir{}.mkpath(folder) || !QFile::setPermissions(folder, kOwnerOnlyFolder))
        return Error{ErrorKind::Refused,
                     Words::tr("The folder “%1” cannot be made.").arg(folder),
                     u"cannot_create"_s,
                     {}};

    // Made under another name first, so that a crash in between leaves no half a database.
    const QString unfinished =
        path + kUnfinished + u"%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar{u'0'});
    if (const Result<> made = makeUnfinished(unfinished, fill, kind); !made) {
        for (const QString &suffix : {QString{}, u"-wal"_s, u"-shm"_s})
            QFile::remove(unfinished + suffix);
        return made.error();
    }
    if (!QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        return Error{
            ErrorKind::Storage, Words::tr("“%1” cannot be created.").arg(path), u"cannot_create"_s, {}};
    }
    // Also of those who are making one at this moment: they find that there is one now.
    for (const QString &name : leftovers(path))
        QFile::remove(QDir{folder}.filePath(name));
    return open(path, kind);
}

Result<> Database::makeUnfinished(const QString &path, const Filling &fill, const DatabaseKind &kind)
{
    if (const Result<> created = createPrivateFile(path); !created)
        return created;
    Database database{kind, path};
    if (const Result<> connected = database.connectTo(true); !connected)
        return connected;
    return fill ? fill(database) : Done{};
}

QStringList Database::leftovers(const QString &path)
{
    const QFileInfo file{path};
    return file.absoluteDir().entryList({file.fileName() + kUnfinished + u'*'}, QDir::Files | QDir::Hidden);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const DatabaseKind &kind)
{
    if (!QFileInfo::exists(path))
        return kind.missing(path);
    if (const Result<> sound = checkContentAtRest(kind, path); !sound)
        return sound.error();
    std::unique_ptr<Database> database{
        new Database{kind, path}
    };
    if (const Result<> connected = database->connectTo(false); !connected)
        return mayBeWritten(path) ? connected.error() : kind.readOnly(path, connected.error().detail);
    return database;
}

int Database::newestSchemaVersion()
{
    return DatabaseKind::workspace().newestVersion();
}

qint64 Database::outsideChangeStamp()
{
    const Result<qint64> version = firstInteger(*this, u"PRAGMA data_version"_s);
    return version ? *version : -1;
}

Result<std::vector<QString>> Database::integrityProblems()
{
    std::vector<QString> problems;
    const Result<> checked = forEachRow(*this, u"PRAGMA integrity_check"_s, {}, [&](const Row &row) {
        if (row.text(0) != "ok"_L1)
            problems.push_back(row.text(0));
    });
    if (!checked)
        return checked.error();
    const Result<> keys = forEachRow(*this, u"PRAGMA foreign_key_check"_s, {}, [&](const Row &row) {
        problems.push_back(
            Words::tr("A row of “%1” points to a missing row of “%2”.").arg(row.text(0), row.text(2)));
    });
    if (!keys)
        return keys.error();
    return problems;
}

Result<> Database::copyTo(const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{ErrorKind::Refused, Words::tr("“%1” exists already.").arg(path), u"file_exists"_s, {}};
    if (const Result<> created = createPrivateFile(path); !created) // VACUUM INTO takes an empty file
        return created.error();
    if (const Result<int> copied = execute(*this, u"VACUUM INTO ?"_s, {path}); !copied) {
        QFile::remove(path);
        return copied.error();
    }
    return Done{};
}

qint64 Database::sizeInBytes() const
{
    return QFileInfo{m_path}.size() + QFileInfo{walOf(m_path)}.size();
}

Result<> Database::requireInPlace()
{
    if (!m_handle) {
        const Result<sqlite3 *> handle = sqliteHandle(*this);
        if (!handle)
            return handle.error();
        m_handle = *handle;
    }
    int hasMoved = 0;
    if (*m_handle)
        sqlite3_file_control(*m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    if (!hasMoved)
        return Done{};
    return m_kind.moved(m_path);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

Result<> Database::connectTo(bool mayCreate)
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        connection.setDatabaseName(m_path);
        if (!connection.open())
            return storageError(connection.lastError(), u"open"_s, m_path);
    }
    if (!mayCreate && QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther))
        QFile::setPermissions(m_path, kOwnerOnlyFile); // the log and its index follow it
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
          u"PRAGMA secure_delete = ON"_s, u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA cache_size = -16000"_s,
          u"PRAGMA journal_size_limit = 67108864"_s}) {
        if (const Result<> done = runOnce(connection(), pragma, m_path); !done)
            return done.error();
    }

    const Result<sqlite3 *> handle = sqliteHandle(*this);
    if (!handle)
        return handle.error();
    if (*handle) {
        sqlite3_busy_handler(*handle, &waitForTurn, nullptr);
        // Otherwise a statement with a value that a partial index might be about is prepared anew each time.
        sqlite3_db_config(*handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
        m_hasOwnFunctions = addContactSetFunction(*handle);
    }

    const auto presentVersion = [&] { return firstInteger(*this, u"PRAGMA user_version"_s); };
    Result<qint64> version = presentVersion();
    if (!version)
        return version.error();
    m_schemaVersion = static_cast<int>(*version);
    for (const Migration &migration : m_kind.migrations()) {
        if (migration.version <= m_schemaVersion)
            continue;
        const Result<> applied = inTransaction(*this, [&]() -> Result<> {
            const Result<qint64> now = presentVersion(); // another process may have been faster
            if (!now)
                return now.error();
            if (*now >= migration.version)
                return Done{};
            for (const QString &statement : migration.statements) {
                reachFaultPoint(FaultPoint::InMigration);
                if (const Result<> done = runOnce(connection(), statement, m_path); !done)
                    return done.error();
            }
            if (const Result<> named = runOnce(
                    connection(), u"PRAGMA application_id = %1"_s.arg(m_kind.applicationId()), m_path);
                !named)
                return named.error();
            return runOnce(connection(), u"PRAGMA user_version = %1"_s.arg(migration.version), m_path);
        });
        if (!applied)
            return applied.error();
        m_schemaVersion = migration.version;
    }
    return Done{};
}

Transaction::Transaction(Database &database, Kind kind)
    : m_database{database}
    , m_kind{kind}
{
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    m_database.m_isInTransaction = false;
    // Fails only where SQLite has rolled back by itself already (a full disk, a read error).
    [[maybe_unused]] const Result<int> rolledBack = execute(m_database, u"ROLLBACK"_s);
}

Result<> Transaction::begin()
{
    Q_ASSERT(!m_database.m_isInTransaction);
    const QString sql = m_kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s;
    if (const Result<int> begun = execute(m_database, sql); !begun)
        return begun.error();
    m_isOpen = true;
    m_database.m_isInTransaction = true;
    return Done{};
}

Result<> Transaction::commit()
{
    if (m_kind == Kind::Write)
        reachFaultPoint(FaultPoint::BeforeCommit);
    if (const Result<int> committed = execute(m_database, u"COMMIT"_s); !committed)
        return committed.error();
    m_isOpen = false;
    m_database.m_isInTransaction = false;
    return Done{};
}
