#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What a call of fanfare-cli said.
struct CliResult
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// The one document; empty where the output is anything else.
    QJsonObject json() const;
    /// One document a line.
    QList<QJsonObject> lines() const;
    QString errorKind() const;
};

/// One request that the simulator's journal tells of.
struct PostedTo
{
    QString to;
    QString opaque;
    QString verdict;
};

/// A computer of its own for the program: a home without a keychain, a workspace, and a Graph API on loopback
/// that speaks through `fanfare-cli simulator serve`. Everything is gone afterwards.
class CliWorld
{
public:
    CliWorld();
    ~CliWorld();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString workspace() const { return path(QStringLiteral("workspace")); }
    QString writeFile(const QString &name, const QByteArray &content) const;
    QByteArray readFile(const QString &path) const;

    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void unsetEnvironment(const QString &name) { m_environment.remove(name); }
    /// From now on another program than fanfare-cli, with the same command line.
    void useProgram(const QString &program) { m_program = program; }

    /// Runs the program to its end.
    CliResult run(const QStringList &words, const QByteArray &input = {}) const;
    /// The same with --json and the workspace in front.
    CliResult json(const QStringList &words, const QByteArray &input = {}) const;
    /// Starts it with --json and the workspace, and leaves it running.
    std::unique_ptr<QProcess> start(const QStringList &words) const;
    /// Starts the window, without a screen, on the same workspace.
    std::unique_ptr<QProcess> startWindow(const QString &program) const;
    /// The same, but it begins only when it gets a line on its standard input.
    std::unique_ptr<QProcess> startOnALine(const QStringList &words) const;
    /// Awaits the next line of a running one; empty when none came in time.
    static QJsonObject nextLine(QProcess &process, int milliseconds = 5000);
    /// Awaits a line whose `event` is this; what came before is dropped.
    static QJsonObject awaitEvent(QProcess &process, const QString &event, int milliseconds = 20000);
    static CliResult awaitEnd(QProcess &process, int milliseconds = 60000);

    /// The simulator with a journal; its token goes into FANFARE_TOKEN.
    void startSimulator(const QStringList &options = {});
    /// A workspace with the simulator's number and templates.
    void connect();
    const QJsonObject &simulator() const { return m_simulatorFacts; }
    /// The messages that reached the simulator, in order.
    QList<PostedTo> posted() const;

    /// A file with so many people with Spanish numbers, and columns name, phone, package, price.
    QString writePeople(int count, int first = 0) const;
    /// A draft to these people, in an open window; its number.
    qint64 createCampaign(const QString &peopleFile, const QString &rate) const;
    /// Meta tells that everybody of a campaign got it, and that so many read it.
    void reportDelivered(qint64 campaign, int readers) const;
    QJsonObject campaign(qint64 id) const;
    /// So many people have that status.
    int count(qint64 id, const QString &status) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QString m_program;
    std::unique_ptr<QProcess> m_simulator;
    QJsonObject m_simulatorFacts;
};
