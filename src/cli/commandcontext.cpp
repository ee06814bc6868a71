#include "cli/commandcontext.h"

#include <QMetaMethod>

CommandContext::CommandContext(QString workspaceFolder, Terminal &terminal)
    : m_workspaceFolder{std::move(workspaceFolder)}
    , m_terminal{terminal}
{
}

CommandContext::~CommandContext()
{
    // What runs (children) goes before what it stands on.
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly));
}

Result<Session *> CommandContext::session()
{
    if (m_session)
        return m_session.get();
    const Result<Workspace> workspace = Workspace::open(m_workspaceFolder);
    if (!workspace)
        return workspace.error();
    Result<std::unique_ptr<Session>> opened = Session::open(*workspace);
    if (!opened)
        return opened.error();
    m_session = *std::move(opened);
    return m_session.get();
}

void CommandContext::fail(const Error &error, const QJsonValue &details)
{
    m_terminal.failure(error, details);
    finish(exitCodeFor(error.kind));
}

void CommandContext::finish(ExitCode code)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    emit finished(static_cast<int>(code));
}

void CommandContext::interrupt()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&CommandContext::interrupted)))
        emit interrupted();
    else
        finish(ExitCode::Interrupted);
}
