#pragma once

#include "base/result.h"
#include "domain/ports/credentialsource.h"
#include "domain/ports/directledger.h"
#include "domain/ports/headermediaresolver.h"
#include "domain/ports/messagegateway.h"
#include "domain/ports/sendledger.h"
#include "engine/sender.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

/// The ports of a sender that belong to its thread. Destroyed there, in reverse order.
struct OwnedPorts
{
    std::shared_ptr<void> foundation; ///< what the ports stand on, a database for one; destroyed last
    std::unique_ptr<Clock> clock;
    std::unique_ptr<CredentialSource> credentials;
    std::unique_ptr<SendLedger> ledger;
    std::unique_ptr<DirectLedger> directs;
    std::unique_ptr<MessageGateway> gateway;
    std::unique_ptr<HeaderMediaResolver> headerMedia;
};

/// Makes the ports, on the sending thread, when it is to start.
using PortsFactory = std::function<Result<OwnedPorts>()>;

/// A sender on a thread of its own. Its slots return at once; its signals arrive on the thread of the
/// receiver.
class SendingThread : public QObject
{
    Q_OBJECT

public:
    explicit SendingThread(PortsFactory makePorts, const SenderOptions &options = {},
                           QObject *parent = nullptr);
    /// Joins the thread. Call stop() and await `stopped` before, or requests in flight are abandoned.
    ~SendingThread() override;

    /// stop(), and blocks until it is done, at most so long; whether it was. For a system that ends the
    /// program as soon as it is answered.
    bool stopAndWait(std::chrono::milliseconds atMost);

public slots:
    void start();
    void wake();
    void stop();

signals:
    /// The ports could not be made; nothing is sent until start() is called again.
    void failed(const Error &error);
    void foundInterrupted(int people);
    void progressed(const ProgressReport &report);
    void stateChanged(CampaignId campaign, CampaignState state, const StateReason &reason);
    void waiting(CampaignId campaign, const StateReason &reason);
    void becameIdle();
    void stopped();

private:
    class Runner;

    QThread m_thread;
    Runner *m_runner;
};
