#include "audiencebenchmark.h"

#include "audiencefile.h"
#include "measuredprogram.h"

#include "storage/contactindex.h"
#include "storage/database.h"
#include "storage/sql.h"
#include "workspace/enginelock.h"
#include "workspace/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kOptedOutEvery = 50; ///< rows of the file
constexpr int kLookUps = 2'000;

Error failed(const QString &what)
{
    return {ErrorKind::Internal, what, u"audience"_s, {}};
}

double millisecondsSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// A workspace in which many people of the file have opted out.
Result<Workspace> makeWorkspace(const QString &folder, int rows)
{
    const SystemClock clock;
    Result<Workspace> workspace = Workspace::create(folder, Workspace::Purpose::Real, clock);
    if (!workspace)
        return workspace;
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
    if (!session)
        return session.error();
    Database &database = (*session)->database();
    const Result<> listed = inTransaction(database, [&]() -> Result<> {
        for (int row = 0; row < rows; row += kOptedOutEvery) {
            const Result<int> done = execute(
                database,
                u"INSERT OR IGNORE INTO suppression (phone, source, added_at) VALUES (?, 'letter', 0)"_s,
                {QString::fromLatin1(AudienceFile::phoneIn(row))});
            if (!done)
                return done.error();
        }
        return Done{};
    });
    if (!listed)
        return listed.error();
    return workspace;
}

struct Import
{
    ProgramRun run;
    qint64 accepted = 0;
};

/// `fanfare-cli contact import`, as people call it.
Result<Import> import(const Workspace &workspace, const QString &file, int rows)
{
    const QString cli = QCoreApplication::applicationDirPath() + u"/fanfare-cli"_s;
    const Result<ProgramRun> run = runMeasured(
        cli,
        {u"--workspace"_s, workspace.path(), u"--json"_s, u"contact"_s, u"import"_s, file, u"--no-index"_s,
         u"--default-country"_s, QString::fromLatin1(AudienceFile::kCountry), u"--map"_s, u"attr:city=City"_s,
         u"--map"_s, u"attr:product=Product"_s, u"--map"_s, u"attr:price=Price"_s});
    if (!run)
        return run.error();
    const QJsonObject result = QJsonDocument::fromJson(run->out).object();
    const bool isRight = run->exitCode == 0 && result[u"rows"_s].toInteger() == rows
        && result[u"accepted"_s].toInteger() > rows * 0.85 && result[u"opted_out"_s].toInteger() > 0
        && result[u"duplicates"_s].toInteger() > 0 && result[u"rejected"_s].toInteger() > 0;
    if (!isRight)
        return failed(u"The import has not understood its file: "_s + QString::fromUtf8(run->out.left(400)));
    return Import{*run, result[u"accepted"_s].toInteger()};
}

/// How long a sender waits for its claims while an import goes on in another process.
struct Waits
{
    double longest = 0; ///< ms
    double hundredth = 0; ///< 99 of 100 are shorter
};

/// Writes as a sender claims, some hundred times a second and each time to the disk, until told to stop.
Result<Waits> writeAsASender(const Workspace &workspace, const std::atomic<bool> &isOver)
{
    const Result<std::unique_ptr<Session>> session = Session::open(workspace);
    if (!session)
        return session.error();
    std::vector<double> waits;
    while (!isOver) {
        QElapsedTimer timer;
        timer.start();
        const Result<int> written = inTransaction((*session)->database(), [&] {
            return execute((*session)->database(),
                           u"INSERT INTO activity (at, what) VALUES (0, 'claimed')"_s);
        });
        if (!written)
            return written.error();
        waits.push_back(millisecondsSince(timer));
        std::this_thread::sleep_for(5ms);
    }
    std::sort(waits.begin(), waits.end());
    return Waits{waits.back(), waits[waits.size() * 99 / 100]};
}

struct ImportBesideSender
{
    Import import;
    Waits waits;
};

Result<ImportBesideSender> importBesideSender(const Workspace &workspace, const QString &file, int rows)
{
    const Result<std::unique_ptr<EngineLock>> engine =
        EngineLock::acquire(workspace.path(), u"benchmark"_s, SystemClock{}.now());
    if (!engine)
        return engine.error();
    std::atomic<bool> isOver = false;
    std::optional<Result<Waits>> waits;
    std::thread sender{[&] { waits.emplace(writeAsASender(workspace, isOver)); }};
    const Result<Import> imported = import(workspace, file, rows);
    isOver = true;
    sender.join();
    if (!imported || !*waits)
        return imported ? waits->error() : imported.error();
    return ImportBesideSender{*imported, **waits};
}

/// The median of several runs, in milliseconds.
template <typename Do>
Result<double> medianTime(Do &&action)
{
    constexpr int kRuns = 7;
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (const auto done = action(); !done)
            return done.error();
        times.push_back(millisecondsSince(timer));
    }
    std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
    return times[kRuns / 2];
}

Result<std::vector<Measurement>> measureBook(const Workspace &workspace, int rows)
{
    const Result<std::unique_ptr<Session>> session = Session::open(workspace);
    if (!session)
        return session.error();
    ContactStore &contacts = (*session)->contacts();
    const UtcTime now = SystemClock{}.now();
    const QString subject = u"A contact book of %1 rows, in ms"_s.arg(rows);
    std::vector<Measurement> table;
    const auto add = [&](const QString &what, const auto &action) -> Result<> {
        const Result<double> time = medianTime(action);
        if (!time)
            return time.error();
        table.push_back({subject, what, *time, {}});
        return Done{};
    };
    const auto findMany = [&]() -> Result<> {
        for (int i = 0; i < kLookUps; ++i) {
            const QByteArray phone = AudienceFile::phoneIn(int(qint64(i) * 7'919 % rows));
            if (const auto found = contacts.find(*PhoneNumber::fromE164(QString::fromLatin1(phone))); !found)
                return found.error();
        }
        return Done{};
    };
    ContactQuery three;
    three.search = u"dvo"_s;
    const auto searchPage = [&] { return contacts.page(three, now, 100); };
    const auto searchCount = [&] { return contacts.count(three, now); };

    for (const Result<> &done : {add(u"%1 numbers found"_s.arg(kLookUps), findMany),
                                 add(u"count"_s, [&] { return contacts.count(); }),
                                 add(u"search, first page, before the index"_s, searchPage),
                                 add(u"search, all counted, before"_s, searchCount)}) {
        if (!done)
            return done.error();
    }
    const Result<qint64> before = contacts.count(three, now);
    QElapsedTimer timer;
    timer.start();
    if (const Result<> caughtUp = ContactIndex{(*session)->database()}.catchUp(); !caughtUp)
        return caughtUp.error();
    table.push_back({subject, u"the index catches up, in s"_s, millisecondsSince(timer) / 1000, {}});
    const Result<qint64> after = contacts.count(three, now);
    if (!before || !after || *before != *after || *after == 0)
        return failed(u"A search finds other people with the index than without it."_s);

    const Result<std::vector<ContactId>> everybody = contacts.keys({}, now);
    if (!everybody)
        return everybody.error();
    const ContactId middle = (*everybody)[everybody->size() / 2];
    const std::vector<ContactId> last(everybody->end() - 100, everybody->end());
    const auto keysBy = [&](ContactQuery::Order order) {
        return [&contacts, now, order] { return contacts.keys({.order = order}, now); };
    };
    for (const Result<> &done :
         {add(u"search, first page"_s, searchPage), add(u"search, all counted"_s, searchCount),
          add(u"a page of 100 from the middle"_s, [&] { return contacts.page({}, now, 100, middle); }),
          add(u"a page of 100 by their ids"_s, [&] { return contacts.rows(last); }),
          add(u"all keys by name"_s, keysBy(ContactQuery::Order::Name)),
          add(u"all keys by country"_s, keysBy(ContactQuery::Order::Country)),
          add(u"all keys by tags"_s, keysBy(ContactQuery::Order::Tags)),
          add(u"all keys by consent"_s, keysBy(ContactQuery::Order::Consent))}) {
        if (!done)
            return done.error();
    }
    return table;
}

/// Rows a second of the sqlite3 shell, which neither reads nor checks a number.
Result<double> sqliteSpeed(const QString &folder, const QString &file, int rows)
{
    const QString database = folder + u"/shell.db"_s;
    const Result<ProgramRun> run = runMeasured(
        u"sqlite3"_s, {database},
        u"CREATE TABLE contact (name TEXT, phone TEXT UNIQUE, city TEXT, product TEXT, price TEXT);\n"
        ".mode csv\n.import --skip 1 %1 contact\nSELECT count(*) FROM contact;\n"_s.arg(file));
    // It ends with 1, because it refuses who is in the file twice.
    if (!run || run->out.trimmed().toInt() < rows * 0.85)
        return failed(u"The sqlite3 shell is needed for comparison: apt-get install sqlite3"_s);
    return rows / run->seconds;
}

/// Nothing where Node or its packages are missing.
std::optional<double> javascriptSpeed(const QString &folder, const QString &file, int rows)
{
    const QString script = QStringLiteral(FANFARE_JAVASCRIPT "/import.mjs");
    const QString modules = QStringLiteral(FANFARE_NODE_MODULES);
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || !QFileInfo::exists(modules))
        return std::nullopt;
    const Result<ProgramRun> run = runMeasured(
        u"node"_s,
        {script, modules, file, folder + u"/javascript.db"_s, QString::fromLatin1(AudienceFile::kCountry)});
    if (!run || run->exitCode != 0 || run->out.trimmed().toInt() < rows * 0.85)
        return std::nullopt;
    return rows / run->seconds;
}

} // namespace

Result<std::vector<Measurement>> measureAudience(int rows)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/audience-XXXXXX"_s};
    QFile file{folder.filePath(u"people.csv"_s)};
    if (!file.open(QIODevice::WriteOnly) || !AudienceFile::write(file, rows))
        return Error{ErrorKind::Storage, file.errorString(), u"file"_s, {}};
    file.close();
    const Result<Workspace> alone = makeWorkspace(folder.filePath(u"alone"_s), rows);
    const Result<Workspace> beside = makeWorkspace(folder.filePath(u"beside"_s), rows);
    if (!alone || !beside)
        return alone ? beside.error() : alone.error();

    const Result<double> sqlite = sqliteSpeed(folder.path(), file.fileName(), rows);
    if (!sqlite)
        return sqlite.error();
    const Result<Import> imported = import(*alone, file.fileName(), rows);
    if (!imported)
        return imported.error();
    const std::optional<double> javascript = javascriptSpeed(folder.path(), file.fileName(), rows);
    if (!javascript)
        QTextStream{stderr}
            << "Not measured: libphonenumber-js with better-sqlite3, because Node or these packages are not "
               "here or do not work.\nOn the machine of our first measurements they did 50,000 rows/s.\n";
    const Result<ImportBesideSender> busy = importBesideSender(*beside, file.fileName(), rows);
    if (!busy)
        return busy.error();
    Result<std::vector<Measurement>> book = measureBook(*alone, rows);
    if (!book)
        return book;

    const double speed = rows / imported->run.seconds;
    const QString subject =
        u"Import of %1 rows, %2 MB, into the contact book"_s.arg(rows).arg(file.size() / 1'000'000);
    std::vector<Measurement> table{
        {subject, u"rows/s"_s, speed, Measurement::Reference{u"sqlite3 .import, unique phone"_s, *sqlite}},
    };
    if (javascript)
        table.push_back({
            subject, u"rows/s, again"_s, speed,
            Measurement::Reference{u"JavaScript: libphonenumber-js, better-sqlite3"_s, *javascript}
        });
    table.push_back({subject, u"seconds"_s, imported->run.seconds, {}});
    table.push_back({subject, u"of them processor time"_s, imported->run.processorSeconds, {}});
    table.push_back({subject, u"people accepted"_s, double(imported->accepted), {}});
    table.push_back({subject, u"MB of memory at most"_s, imported->run.mostMegabytes, {}});
    table.push_back({subject, u"rows/s beside a sender"_s, rows / busy->import.run.seconds, {}});
    table.push_back({subject, u"ms a sender waited at most"_s, busy->waits.longest, {}});
    table.push_back({subject, u"ms of 99 in 100 of its waits"_s, busy->waits.hundredth, {}});
    table.insert(table.end(), book->begin(), book->end());
    return table;
}
