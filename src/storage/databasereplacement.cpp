#include "storage/databasereplacement.h"

#include "storage/database.h"
#include "storage/sqlitehandle.h"

#include <QCoreApplication>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kEverything = -1;
constexpr int kBusyRounds = 20;
constexpr int kBusyPauseMs = 250;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseReplacement)
};

Error failure(int outcome, const QString &detail)
{
    const bool isBusy = outcome == SQLITE_BUSY || outcome == SQLITE_LOCKED;
    return {isBusy ? ErrorKind::Busy : ErrorKind::Storage,
            isBusy ? Words::tr("Another program is writing to the database. Try again in a moment.")
                   : Words::tr("The content of the database could not be replaced."),
            isBusy ? u"database_busy"_s : u"cannot_replace"_s, detail};
}

} // namespace

Result<> replaceContent(Database &target, Database &source)
{
    const Result<sqlite3 *> to = sqliteHandle(target);
    const Result<sqlite3 *> from = sqliteHandle(source);
    if (!to || !from)
        return to ? from.error() : to.error();
    if (!*to || !*from)
        return failure(SQLITE_MISUSE, u"Qt brings a SQLite of its own"_s);
    sqlite3_backup *copy = sqlite3_backup_init(*to, "main", *from, "main");
    if (!copy)
        return failure(sqlite3_errcode(*to), QString::fromUtf8(sqlite3_errmsg(*to)));
    int outcome = SQLITE_BUSY;
    for (int round = 0; round < kBusyRounds && (outcome == SQLITE_BUSY || outcome == SQLITE_LOCKED);
         ++round) {
        if (round > 0)
            sqlite3_sleep(kBusyPauseMs);
        outcome = sqlite3_backup_step(copy, kEverything);
    }
    // Finishing what did not come to its end rolls it back.
    const int finished = sqlite3_backup_finish(copy);
    if (outcome != SQLITE_DONE || finished != SQLITE_OK)
        return failure(outcome == SQLITE_DONE ? finished : outcome, QString::fromUtf8(sqlite3_errmsg(*to)));
    return Done{};
}
