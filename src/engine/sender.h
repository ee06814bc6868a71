#pragma once

#include "base/clock.h"
#include "domain/campaign.h"

#include <QObject>
#include <QTimeZone>

#include <memory>

class CredentialSource;
class DirectLedger;
class HeaderMediaResolver;
class MessageGateway;
class SendLedger;

/// The outside world of a sender. Everything must outlive it and belong to its thread.
struct SenderPorts
{
    SendLedger &ledger;
    DirectLedger &directs;
    MessageGateway &gateway;
    CredentialSource &credentials;
    HeaderMediaResolver &headerMedia;
    const Clock &clock;
};

struct SenderOptions
{
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< the workspace's own
    bool isAlwaysOpen = false; ///< practice: send windows do not count
    bool isForDirectsOnly = false; ///< sends direct messages and leaves the campaigns alone
};

/// How far a campaign is.
struct ProgressReport
{
    CampaignId campaign;
    CampaignCounts counts;
    ReachedCounts reached;
    double perSecond = 0; ///< messages that left, over the last seconds
    int remaining = 0;
    std::optional<UtcTime> endsAt; ///< expected, under rate and window; nothing if it cannot be said
};

/// Sends what is due: the campaigns of the ledger through the gateway, exactly once, paced, in their windows,
/// with retries and with the right reaction to every answer. Runs on the thread it lives on, needs its event
/// loop and never blocks it. Only the holder of the engine lock may start one.
class Sender : public QObject
{
    Q_OBJECT

public:
    explicit Sender(const SenderPorts &ports, const SenderOptions &options = {}, QObject *parent = nullptr);
    /// Without stop() before, requests in flight are abandoned and what is known about them is written.
    ~Sender() override;

    /// When it will look again by itself. Requests of other processes are looked for four times a second.
    MonotonicTime nextWake() const;

public slots:
    /// Marks what a crash left behind as unconfirmed, then sends.
    void start();

    /// Looks for new work and requests at once instead of within a quarter of a second.
    void wake();

    /// Nothing new leaves, claims are given back, answers in flight are awaited for ten seconds and written;
    /// then `stopped` follows.
    void stop();

    /// Does what is due now. Its own timer calls it; tests with a clock of their own do too.
    void work();

signals:
    /// After a crash: so many people stand as unconfirmed.
    void foundInterrupted(int people);
    /// At most ten a second for each campaign.
    void progressed(const ProgressReport &report);
    void stateChanged(CampaignId campaign, CampaignState state, const StateReason &reason);
    /// A sending campaign cannot go on for now and will by itself: closed window ("window"), no connection
    /// ("offline"), something else than Meta at the other end ("not_meta"), Meta asked to wait (its code), a
    /// disk that cannot be written ("storage"). An empty reason: it goes on.
    void waiting(CampaignId campaign, const StateReason &reason);
    /// Nothing can leave now and no backoff runs.
    void becameIdle();
    void stopped();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};
