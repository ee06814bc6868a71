#include "workspace/backup.h"

#include "storage/database.h"
#include "storage/databasereplacement.h"
#include "storage/optoutcarrying.h"
#include "storage/settingstore.h"
#include "workspace/enginelock.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

Error cannotWrite(const QString &path)
{
    return {ErrorKind::Storage, Words::tr("“%1” cannot be written.").arg(path), u"cannot_write"_s, {}};
}

Error notABackup(const QString &file, const QString &detail)
{
    return {ErrorKind::BadInput,
            Words::tr("“%1” is not a backup of Fanfare, or it is damaged. Nothing was changed.").arg(file),
            u"not_a_backup"_s, detail};
}

/// The backup as a database that may be written to: a copy of it, brought up to date and proved.
Result<std::unique_ptr<Database>> openBackup(const QString &file, const QString &copy)
{
    if (!QFileInfo{file}.isFile())
        return Error{ErrorKind::NotFound, Words::tr("There is no file “%1”.").arg(file), u"no_backup"_s, {}};
    if (!QFile::copy(file, copy) || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return cannotWrite(copy);
    Result<std::unique_ptr<Database>> database = Database::open(copy);
    if (!database) {
        if (database.error().kind == ErrorKind::Refused) // of a newer program
            return database.error();
        return notABackup(file, database.error().detail);
    }
    const Result<std::vector<QString>> problems = (*database)->integrityProblems();
    if (!problems)
        return notABackup(file, problems.error().detail);
    if (!problems->empty())
        return notABackup(file, problems->front());
    const Result<std::optional<WorkspaceIdentity>> identity = SettingStore{**database}.identity();
    if (!identity || !*identity)
        return notABackup(file, {});
    return database;
}

constexpr auto kKeptName = "fanfare-before-restore-%1%2.sqlite"_L1;

/// A name that nothing has yet.
QString nameForKept(const QString &folder, UtcTime now)
{
    const QString moment = toDateTime(now).toLocalTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString name;
    for (int number = 1; name.isEmpty() || QFileInfo::exists(name); ++number) {
        const QString again = number == 1 ? QString{} : u"-%1"_s.arg(number);
        name = QDir{folder}.filePath(QString{kKeptName}.arg(moment, again));
    }
    return name;
}

} // namespace

Result<BackupReport> backUp(Database &database, const QString &file, IfFileExists ifExists)
{
    const QString path = QFileInfo{file}.absoluteFilePath();
    if (ifExists == IfFileExists::Refuse && QFileInfo::exists(path))
        return Error{ErrorKind::Refused, Words::tr("“%1” exists already.").arg(path), u"file_exists"_s, {}};
    const QString unfinished = path + u'.' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Result<> copied = database.copyTo(unfinished); !copied)
        return copied.error();
    if (ifExists == IfFileExists::Replace)
        QFile::remove(path); // fails where there is none
    if (!QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        return cannotWrite(path);
    }
    return BackupReport{path, QFileInfo{path}.size()};
}

Result<BackupReport> restoreBackup(const QString &file, const QString &folder, const QString &program,
                                   const Clock &clock)
{
    const QTemporaryDir scratch; // for its owner only
    if (!scratch.isValid())
        return cannotWrite(scratch.path());
    const Result<std::unique_ptr<Database>> backup = openBackup(file, scratch.filePath(u"backup.sqlite"_s));
    if (!backup)
        return backup.error();
    // An identity that nobody remembers: disarmed until a person arms it, however young the backup is.
    const WorkspaceIdentity unknown{QUuid::createUuid().toString(QUuid::WithoutBraces), 1};
    if (const Result<> stored = SettingStore{**backup}.setIdentity(unknown); !stored)
        return stored.error();

    Result<Workspace> workspace = Workspace::open(folder);
    const bool isNew = !workspace && workspace.error().code == "no_workspace"_L1;
    if (isNew)
        workspace = Workspace::create(folder, Workspace::Purpose::Real, clock);
    if (!workspace)
        return workspace.error();
    const Result<std::unique_ptr<EngineLock>> alone =
        EngineLock::acquire(workspace->path(), program, clock.now());
    if (!alone)
        return alone.error();
    const Result<std::unique_ptr<Database>> present = Database::open(workspace->databasePath());
    if (!present)
        return present.error();
    QString kept;
    int keptOut = 0;
    if (!isNew) {
        const Result<int> carried = carryOptOuts(**present, **backup, clock.now());
        if (!carried)
            return carried.error();
        keptOut = *carried;
        kept = nameForKept(workspace->path(), clock.now());
        if (const Result<> copied = (*present)->copyTo(kept); !copied)
            return copied.error();
    }
    if (const Result<> replaced = replaceContent(**present, **backup); !replaced) {
        if (!kept.isEmpty())
            QFile::remove(kept); // it is the same as what stays
        return replaced.error();
    }
    return BackupReport{workspace->databasePath(), (*present)->sizeInBytes(), kept, keptOut};
}

QStringList keptBackups(const QString &folder)
{
    return QDir{folder}.entryList({QString{kKeptName}.arg(u"*"_s, QString{})}, QDir::Files, QDir::Name);
}
