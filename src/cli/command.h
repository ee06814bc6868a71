#pragma once

#include "cli/arguments.h"
#include "cli/exitcode.h"

#include <QStringList>

#include <functional>
#include <vector>

class CommandContext;

/// One command of the program: what it is called, what it takes, and what it does. Put together in one
/// expression, as the tables of commands do.
class Command
{
public:
    /// Begins the work. It ends, now or later, with exactly one `finish` or `fail` of the context.
    using Start = std::function<void(const Arguments &, CommandContext &)>;
    /// Does it at once: nothing, or the error.
    using Work = std::function<Result<>(const Arguments &, CommandContext &)>;

    /// `path`: its words, "campaign create". `summary`: one sentence for the help.
    Command(const QString &path, const QString &summary);

    Command &takes(const QString &name);
    Command &takesSeveral(const QString &name, bool isRequired = true);
    Command &option(const QString &name, const QString &value, const QString &help);
    Command &requiredOption(const QString &name, const QString &value, const QString &help);
    Command &repeatableOption(const QString &name, const QString &value, const QString &help);
    Command &flag(const QString &name, const QString &help);
    Command &options(const std::vector<OptionSpec> &specs);
    Command &notes(const QString &text);
    /// Needs fonts and painting when this is among its words.
    Command &needsGraphicsFor(const QString &word);
    /// Needs them when this is true of the workspace in the folder.
    Command &needsGraphicsWhen(std::function<bool(const QString &)> isNeeded);
    Command &starts(Start start);
    Command &does(Work work);

    const QStringList &path() const { return m_path; }
    const QString &summary() const { return m_summary; }
    const CallSpec &call() const { return m_call; }
    const QString &notes() const { return m_notes; }
    /// Whether a call with these words on the workspace in this folder needs fonts and painting. Needs an
    /// application to look into it.
    bool isGraphical(const QStringList &words, const QString &workspaceFolder) const;
    void start(const Arguments &arguments, CommandContext &context) const { m_start(arguments, context); }

private:
    QStringList m_path;
    QString m_summary;
    CallSpec m_call;
    QString m_notes;
    QString m_graphicalWord;
    std::function<bool(const QString &)> m_isGraphicalFor;
    Start m_start;
};

/// Every command, in the order of the help.
const std::vector<Command> &allCommands();

// The groups of the table, one file each.
std::vector<Command> workspaceCommands();
std::vector<Command> accountCommands();
std::vector<Command> insightsCommands();
std::vector<Command> templateCommands();
std::vector<Command> contactCommands();
std::vector<Command> contactEditCommands();
std::vector<Command> suppressionCommands();
std::vector<Command> segmentCommands();
std::vector<Command> phoneCommands();
std::vector<Command> draftCommands();
std::vector<Command> recipientCommands();
std::vector<Command> campaignLookCommands();
std::vector<Command> campaignCommands();
std::vector<Command> abTestCommands();
std::vector<Command> rateCommands();
std::vector<Command> recurringCommands();
std::vector<Command> revenueCommands();
std::vector<Command> sendingCommands();
std::vector<Command> reportCommands();
std::vector<Command> reportScheduleCommands();
std::vector<Command> inboxCommands();
std::vector<Command> analyticsCommands();
std::vector<Command> webhookCommands();
std::vector<Command> relayServerCommands();
std::vector<Command> relayCommands();
std::vector<Command> simulatorCommands();
