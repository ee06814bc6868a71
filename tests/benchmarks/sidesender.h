#pragma once

#include "sendingports.h"
#include "sendingworkspace.h"

#include "base/clock.h"
#include "base/result.h"
#include "engine/sender.h"
#include "storage/directmessagestore.h"
#include "storage/sqlitesendledger.h"
#include "whatsapp/graphmessagegateway.h"

#include <QElapsedTimer>

#include <memory>

/// The real sender, which sends the workspace's campaign to a simulator in a process of its own as long as
/// this thread's event loop runs: for what is measured beside it.
class SideSender
{
public:
    static Result<std::unique_ptr<SideSender>> start(SendingWorkspace &workspace);

    /// Awaits what is under way; messages a second that arrived.
    Result<double> stop();

private:
    SideSender(SendingWorkspace &workspace, std::unique_ptr<SimulatorProcess> simulator);

    SystemClock m_clock;
    std::unique_ptr<SimulatorProcess> m_simulator;
    SqliteSendLedger m_ledger;
    DirectMessageStore m_directs;
    GraphMessageGateway m_gateway;
    FixedCredential m_credentials;
    NoHeaderMedia m_headerMedia;
    Sender m_sender;
    QElapsedTimer m_timer;
};
