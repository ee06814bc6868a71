#pragma once

#include "base/result.h"

#include <QProcess>
#include <QString>

#include <chrono>
#include <memory>

/// What a simulator saw of a run.
struct Arrivals
{
    qint64 accepted = 0;
    qint64 others = 0; ///< refused or dropped
    double perSecond = 0; ///< once it runs steadily: without the first two seconds
    int worstSecond = 0; ///< the most in any span of one second, wherever it begins
};

/// How far away a simulator is, and how one talks to it.
struct SimulatorWay
{
    std::chrono::milliseconds latency{0};
    bool isTls = false; ///< with the certificate of the tests
};

/// A simulator without a limit in a process of its own, so that its work is not counted as ours.
class SimulatorProcess
{
public:
    /// This program itself, which then calls runAsSimulator().
    static Result<std::unique_ptr<SimulatorProcess>> start(const SimulatorWay &way);
    ~SimulatorProcess();

    const QString &url() const { return m_url; }
    const QString &token() const { return m_token; }
    const QString &phoneNumberId() const { return m_phoneNumberId; }
    const QString &wabaId() const { return m_wabaId; }

    /// Ends it.
    Result<Arrivals> stop();

private:
    SimulatorProcess() = default;

    QProcess m_process;
    QString m_url;
    QString m_token;
    QString m_phoneNumberId;
    QString m_wabaId;
};

// As this program's own arguments.
inline constexpr auto kSimulatorCommand = "simulator";
inline constexpr auto kLatencyOption = "latency";
inline constexpr auto kTlsOption = "tls";

/// The other side: serves until its standard input ends, then tells what arrived. The exit code.
int runAsSimulator(const SimulatorWay &way);
