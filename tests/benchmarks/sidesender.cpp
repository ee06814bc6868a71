#include "sidesender.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Result<std::unique_ptr<SideSender>> SideSender::start(SendingWorkspace &workspace)
{
    Result<std::unique_ptr<SimulatorProcess>> simulator = SimulatorProcess::start({.latency = 200ms});
    if (!simulator)
        return simulator.error();
    std::unique_ptr<SideSender> sender{
        new SideSender{workspace, *std::move(simulator)}
    };
    sender->m_timer.start();
    sender->m_sender.start();
    return sender;
}

SideSender::SideSender(SendingWorkspace &workspace, std::unique_ptr<SimulatorProcess> simulator)
    : m_simulator{std::move(simulator)}
    , m_ledger{workspace.database()}
    , m_directs{workspace.database()}
    , m_credentials{::credentialFor(*m_simulator, workspace.account())}
    , m_sender{
          {m_ledger,     m_directs,    m_gateway, m_credentials, m_headerMedia, m_clock},
          {.zone = QTimeZone::utc(), .isAlwaysOpen = true}
}
{
}

Result<double> SideSender::stop()
{
    const double seconds = double(m_timer.elapsed()) / 1'000;
    QEventLoop loop;
    QObject::connect(&m_sender, &Sender::stopped, &loop, &QEventLoop::quit);
    m_sender.stop();
    loop.exec();
    const Result<Arrivals> arrivals = m_simulator->stop();
    if (!arrivals)
        return arrivals.error();
    if (arrivals->others > 0)
        return Error{ErrorKind::Internal, u"The server refused messages."_s, u"refused"_s, {}};
    return double(arrivals->accepted) / seconds;
}
