#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What a program said and needed, from its start to its end.
struct ProgramRun
{
    QByteArray out;
    int exitCode = 0;
    double seconds = 0;
    double processorSeconds = 0;
    double mostMegabytes = 0; ///< that it ever held
};

/// Runs a program to its end. Errors where it cannot be started or dies. `input` goes to its standard input.
Result<ProgramRun> runMeasured(const QString &program, const QStringList &arguments,
                               const QString &input = {});
