#include "cli/invocation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Invocation)
};

bool beginsWith(const QStringList &path, const QStringList &beginning)
{
    return path.mid(0, beginning.size()) == beginning;
}

QString usageOf(const Command &command)
{
    QString usage = command.path().join(u' ');
    for (const PositionalSpec &positional : command.call().positionals) {
        const QString name = positional.isRepeatable ? positional.name + u" …"_s : positional.name;
        usage += positional.isRequired ? u" %1"_s.arg(name) : u" [%1]"_s.arg(name);
    }
    for (const OptionSpec &option : command.call().options) {
        if (option.isRequired)
            usage += u" --%1 %2"_s.arg(option.name, option.valueName);
    }
    const bool hasMore = std::any_of(command.call().options.begin(), command.call().options.end(),
                                     [](const OptionSpec &option) { return !option.isRequired; });
    return hasMore ? usage + u" [OPTIONS]"_s : usage;
}

/// Two columns, the second one filled from where it begins.
QString columns(const std::vector<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[name, help] : rows)
        width = std::max(width, name.size());
    QString out;
    for (const auto &[name, help] : rows)
        out += u"  "_s + name.leftJustified(width) + u"  "_s + help + u'\n';
    return out;
}

std::vector<std::pair<QString, QString>> globalOptions()
{
    return {
        {u"--workspace DIR"_s, Words::tr("The workspace folder; else the one that the window uses.")},
        {u"--json"_s,          Words::tr("One JSON document on a line, for programs.")              },
        {u"--help"_s,          Words::tr("This help, or the help of a command.")                    },
        {u"--version"_s,       Words::tr("The version of the program.")                             },
    };
}

QString helpOf(const Command &command)
{
    QString out = u"fanfare-cli %1\n\n%2\n"_s.arg(usageOf(command), command.summary());
    std::vector<std::pair<QString, QString>> rows;
    for (const OptionSpec &option : command.call().options) {
        QString help = option.help;
        if (option.isRepeatable)
            help += u' ' + Words::tr("May be given several times.");
        rows.emplace_back(option.valueName.isEmpty() ? u"--%1"_s.arg(option.name)
                                                     : u"--%1 %2"_s.arg(option.name, option.valueName),
                          help);
    }
    if (!rows.empty())
        out += u'\n' + Words::tr("Options:") + u'\n' + columns(rows);
    out += u'\n' + Words::tr("Options of every command:") + u'\n' + columns(globalOptions());
    if (!command.notes().isEmpty())
        out += u'\n' + command.notes() + u'\n';
    return out;
}

} // namespace

std::pair<Invocation, Result<>> Invocation::read(const QStringList &words,
                                                 const std::vector<Command> &commands)
{
    Invocation invocation;
    QStringList own;
    // First, so that every error comes in the form asked for.
    invocation.isJson = words.mid(0, words.indexOf(u"--"_s)).contains(u"--json"_s);
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (optionsEnded) {
            own << word;
        } else if (word == "--"_L1) {
            optionsEnded = true;
            own << word;
        } else if (word == "--help"_L1 || word == "-h"_L1) {
            invocation.wantsHelp = true;
        } else if (word == "--version"_L1) {
            invocation.wantsVersion = true;
        } else if (word == "--workspace"_L1) {
            invocation.workspaceFolder = words.value(++i);
            if (invocation.workspaceFolder.isEmpty()) // a script's variable that is not set, for example
                return {invocation, usageError(Words::tr("--workspace needs a folder."))};
        } else if (word.startsWith("--workspace="_L1)) {
            invocation.workspaceFolder = word.mid(12);
            if (invocation.workspaceFolder.isEmpty())
                return {invocation, usageError(Words::tr("--workspace needs a folder."))};
        } else if (word != "--json"_L1) {
            own << word;
        }
    }
    if (!own.isEmpty() && own.first() == "help"_L1) {
        invocation.wantsHelp = true;
        own.removeFirst();
    }

    for (const QString &word : own) {
        const QStringList longer = invocation.group + QStringList{word};
        const bool isKnown = std::any_of(commands.begin(), commands.end(), [&](const Command &candidate) {
            return beginsWith(candidate.path(), longer);
        });
        if (!isKnown)
            break;
        invocation.group = longer;
        const auto exact = std::find_if(commands.begin(), commands.end(),
                                        [&](const Command &candidate) { return candidate.path() == longer; });
        if (exact != commands.end()) {
            invocation.command = &*exact;
            break;
        }
    }
    invocation.rest = own.mid(invocation.group.size());
    if (invocation.command || invocation.wantsVersion)
        return {invocation, Done{}};
    if (!invocation.rest.isEmpty())
        return {invocation,
                usageError(Words::tr("There is no command “%1”. See: fanfare-cli --help")
                               .arg((invocation.group + invocation.rest.mid(0, 1)).join(u' ')))};
    if (!invocation.wantsHelp)
        return {invocation,
                usageError(invocation.group.isEmpty()
                               ? Words::tr("Say what to do. See: fanfare-cli --help")
                               : Words::tr("Say what to do with “%1”. See: fanfare-cli %1 --help")
                                     .arg(invocation.group.join(u' ')))};
    return {invocation, Done{}};
}

QString helpText(const Invocation &invocation, const std::vector<Command> &commands)
{
    if (invocation.command)
        return helpOf(*invocation.command);
    QString out = u"fanfare-cli [--workspace DIR] [--json] %1\n\n"_s.arg(
        invocation.group.isEmpty() ? u"COMMAND …"_s : invocation.group.join(u' ') + u" COMMAND …"_s);
    if (invocation.group.isEmpty())
        out +=
            Words::tr("WhatsApp template campaigns from your own computer: everything the window does, for "
                      "scripts and "
                      "servers.")
            + u"\n\n"_s;
    out += Words::tr("Commands:") + u'\n';
    std::vector<std::pair<QString, QString>> rows;
    for (const Command &command : commands) {
        if (beginsWith(command.path(), invocation.group))
            rows.emplace_back(command.path().join(u' '), command.summary());
    }
    out += columns(rows) + u'\n' + Words::tr("Options of every command:") + u'\n' + columns(globalOptions());
    out += u'\n' + Words::tr("The help of one command: fanfare-cli COMMAND --help") + u'\n';
    out +=
        Words::tr("Exit status: 0 done, 1 internal fault, 2 wrong usage, 3 bad input, 4 not found, 5 refused "
                  "by a rule or a "
                  "state, 6 network or Graph API error, 7 another engine runs, 130 interrupted.")
        + u'\n';
    return out;
}
