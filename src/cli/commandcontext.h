#pragma once

#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "workspace/session.h"

#include <QJsonValue>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

/// What a command works with: the workspace that was asked for, the terminal, and the way to end. Lives as
/// long as the command does.
class CommandContext : public QObject
{
    Q_OBJECT

public:
    CommandContext(QString workspaceFolder, Terminal &terminal);
    ~CommandContext() override;

    Terminal &terminal() { return m_terminal; }
    bool isJson() const { return m_terminal.isJson(); }
    const QString &workspaceFolder() const { return m_workspaceFolder; }

    /// The session of this thread; opened when first asked for. The pointer is never null.
    Result<Session *> session();

    /// Keeps something alive until the command is over, beyond the callbacks that use it.
    void keep(std::shared_ptr<void> something) { m_kept.push_back(std::move(something)); }

    /// `details` say in JSON what the message says in words, where there is more to say.
    void fail(const Error &error, const QJsonValue &details = QJsonValue::Null);
    void finish(ExitCode code);

    /// The person asked to stop (Ctrl+C, SIGTERM). A command that does not connect to `interrupted` is ended
    /// at once.
    void interrupt();

signals:
    void interrupted();
    void finished(int exitCode);

private:
    QString m_workspaceFolder;
    Terminal &m_terminal;
    std::unique_ptr<Session> m_session;
    std::vector<std::shared_ptr<void>> m_kept;
    bool m_isFinished = false;
};
