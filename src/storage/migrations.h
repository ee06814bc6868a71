#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

/// One numbered step of the schema.
struct Migration
{
    int version = 0;
    QString fileName;
    QStringList statements;
};

/// All of a workspace's, in order, as compiled in.
const std::vector<Migration> &workspaceMigrations();
/// All of a relay's queue.
const std::vector<Migration> &relayMigrations();

/// The statements of a script, without comments around them. Knows strings, quoted names, comments and the
/// bodies of triggers.
QStringList splitStatements(const QString &script);
