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

/// All of them, in order, as compiled in.
const std::vector<Migration> &migrations();

/// The statements of a script, without comments around them. Knows strings, quoted names, comments and the
/// bodies of triggers.
QStringList splitStatements(const QString &script);
