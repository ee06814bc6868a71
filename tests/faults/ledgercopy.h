#pragma once

#include "domain/recipientstatus.h"
#include "storage/database.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>

/// The database of a workspace with its log and index, copied file by file: what a crash at this moment would
/// leave. Whoever writes to the workspace must be dead or stopped meanwhile.
class LedgerCopy
{
public:
    explicit LedgerCopy(const QString &workspaceFolder);

    /// What is wrong with it: it does not open, SQLite finds damage, or a counter differs from its rows.
    QStringList problems();

    /// The ids of all attempts, whatever became of them.
    QSet<QString> attempts();
    /// Those claimed and not answered: all that may be in doubt after a crash.
    QSet<QString> openAttempts();
    int peopleWith(RecipientStatus status);
    /// Meta's ids of what people wrote.
    QSet<QString> inboundMessages();

private:
    QSet<QString> attemptsWhere(const QString &condition);
    QSet<QString> textsOf(const QString &query);

    QTemporaryDir m_folder;
    QString m_failure;
    std::unique_ptr<Database> m_database;
};
