#include "cli/command.h"

#include "cli/commandcontext.h"

#include <algorithm>

Command::Command(const QString &path, const QString &summary)
    : m_path{path.split(u' ')}
    , m_summary{summary}
{
}

Command &Command::takes(const QString &name)
{
    m_call.positionals.push_back({name});
    return *this;
}

Command &Command::takesSeveral(const QString &name, bool isRequired)
{
    m_call.positionals.push_back({name, isRequired, true});
    return *this;
}

Command &Command::option(const QString &name, const QString &value, const QString &help)
{
    m_call.options.push_back({name, value, help});
    return *this;
}

Command &Command::requiredOption(const QString &name, const QString &value, const QString &help)
{
    m_call.options.push_back({name, value, help, true});
    return *this;
}

Command &Command::repeatableOption(const QString &name, const QString &value, const QString &help)
{
    m_call.options.push_back({name, value, help, false, true});
    return *this;
}

Command &Command::flag(const QString &name, const QString &help)
{
    m_call.options.push_back({name, {}, help});
    return *this;
}

Command &Command::options(const std::vector<OptionSpec> &specs)
{
    m_call.options.insert(m_call.options.end(), specs.begin(), specs.end());
    return *this;
}

Command &Command::notes(const QString &text)
{
    m_notes = text;
    return *this;
}

Command &Command::needsGraphicsFor(const QString &word)
{
    m_graphicalWord = word;
    return *this;
}

Command &Command::needsGraphicsWhen(std::function<bool(const QString &)> isNeeded)
{
    m_isGraphicalFor = std::move(isNeeded);
    return *this;
}

Command &Command::starts(Start start)
{
    m_start = std::move(start);
    return *this;
}

Command &Command::does(Work work)
{
    m_start = [work = std::move(work)](const Arguments &arguments, CommandContext &context) {
        if (const Result<> done = work(arguments, context); !done)
            context.fail(done.error());
        else
            context.finish(ExitCode::Done);
    };
    return *this;
}

bool Command::isGraphical(const QStringList &words, const QString &workspaceFolder) const
{
    if (m_isGraphicalFor)
        return m_isGraphicalFor(workspaceFolder);
    return !m_graphicalWord.isEmpty() && std::any_of(words.begin(), words.end(), [this](const QString &word) {
        return word == m_graphicalWord || word.endsWith(u'=' + m_graphicalWord);
    });
}
