#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

class Database;

/// What was written.
struct BackupReport
{
    QString path;
    qint64 bytes = 0;
    QString kept; ///< of a restore: what was there before; empty where nothing was
    int keptOut = 0; ///< of a restore: people who opted out or were erased after the backup, and stay so
};

enum class IfFileExists { Refuse, Replace };

/// Writes a consistent copy of the workspace to a file, for its owner only, while everybody goes on. Under
/// its name the file exists whole or not at all. Refused with the code "file_exists".
Result<BackupReport> backUp(Database &database, const QString &file,
                            IfFileExists ifExists = IfFileExists::Refuse);

/// Makes the workspace in `folder` what a backup holds, in one step for everybody who has it open; without
/// one there, makes it. What was there before stays beside it as a backup of its own, and whoever opted out
/// or was erased since stays so. The workspace is disarmed: the original may have sent since. Errors:
/// NotFound "no_backup"; BadInput "not_a_backup"; Refused "newer_database"; Busy "engine_running" while
/// somebody sends. After an error a workspace that was there is as it was.
Result<BackupReport> restoreBackup(const QString &file, const QString &folder, const QString &program,
                                   const Clock &clock);

/// The copies that restores have kept in the folder, by their names. Who is erased stands in them still.
QStringList keptBackups(const QString &folder);
