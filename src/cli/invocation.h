#pragma once

#include "cli/command.h"

#include <QString>
#include <QStringList>

/// What the words after the program's name ask for.
struct Invocation
{
    QString workspaceFolder; ///< empty: the default one
    bool isJson = false;
    bool wantsHelp = false;
    bool wantsVersion = false;
    QStringList group; ///< the words that name a command or a group of commands
    const Command *command = nullptr; ///< nothing: a group, or nothing at all, was named
    QStringList rest; ///< the command's own words

    /// Takes the options that hold everywhere out of the words and finds the command. On an error `isJson`
    /// still tells in what form to say so; hence the value comes with it.
    static std::pair<Invocation, Result<>> read(const QStringList &words,
                                                const std::vector<Command> &commands);
};

/// The help of the program, of a group ("campaign") or of a command.
QString helpText(const Invocation &invocation, const std::vector<Command> &commands);
