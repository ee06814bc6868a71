#pragma once

#include "base/result.h"

#include <QStringList>

/// What was asked for on the command line.
struct LaunchOptions
{
    QString workspace; ///< empty: the one opened last
    bool isPractice = false;
    bool wantsHelp = false;
    bool wantsVersion = false;

    /// `arguments` begins with the program's name. Errors of kind Usage.
    static Result<LaunchOptions> parse(const QStringList &arguments);
    static QString helpText();
};
