#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "engine/sender.h"
#include "engine/sendingthread.h"
#include "workspace/accountdesk.h"
#include "workspace/enginelock.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class BackgroundDesk;
class ChangeWatch;
class CredentialVault;
class InsightsWatch;
class ListeningThread;
class Session;
class TemplateWatch;
enum class EngineState;

/// The engine of a workspace in this process, for the window and the terminal alike: takes the engine lock,
/// finds the credentials, in practice starts the simulator and listens to its reports, and runs the sending
/// thread; makes the campaigns that are repeated when their time has come. Everything it tells arrives on its
/// own thread.
class EngineHost : public QObject
{
    Q_OBJECT

public:
    /// `program` is what others are told about who runs the engine. The vault must outlive it.
    EngineHost(Workspace workspace, CredentialVault &vault, QString program, QObject *parent = nullptr);
    /// Without stop() before, requests in flight are abandoned and what is known about them is written.
    ~EngineHost() override;

    /// From start() until `failed` or `stopped`.
    bool isActive() const { return m_phase != Phase::Off; }

    /// stop() for a system that ends the program as soon as it is answered: returns when the answers in
    /// flight are written, or after their ten seconds. `stopped` follows if there is still time. Practice,
    /// whose Meta lives on this thread, is not waited for.
    void stopAndWait();

public slots:
    /// Either `started` follows, or `failed`: Busy with the code "engine_running", Refused with "disarmed"
    /// or "network_folder", and whatever keeps the database or the simulator from opening.
    void start();

    /// Looks for new work at once instead of within a quarter of a second.
    void wake();

    /// Nothing new leaves, answers in flight are awaited for ten seconds and written; then `stopped` follows.
    void stop();

signals:
    void started();
    void failed(const Error &error);
    void stopped();

    /// After a crash: so many people stand as unconfirmed.
    void foundInterrupted(int people);
    /// At most ten a second for each campaign.
    void progressed(const ProgressReport &report);
    void stateChanged(CampaignId campaign, CampaignState state, const StateReason &reason);
    /// A sending campaign cannot go on for now and will by itself; an empty reason: it goes on.
    void waiting(CampaignId campaign, const StateReason &reason);
    /// Nothing can leave now and no backoff runs.
    void becameIdle();

private:
    enum class Phase { Off, Starting, Running, Stopping };

    void begin();
    Result<> prepare();
    void resolveCredentials(std::function<void()> next);
    void resolveAll(std::vector<KnownAccount> accounts, std::function<void()> next);
    void lookForNewSecrets();
    void listenToPractice();
    void startSending();
    void makeRecurring(std::function<void()> next);
    void lookForRecurring();
    void noteStopped();
    void renewGeneration();
    void takeGeneration(EngineState state, std::function<void(const Result<> &)> done);
    BackgroundDesk &desk();
    void end();
    void fail(const Error &error);

    Workspace m_workspace;
    CredentialVault &m_vault;
    QString m_program;
    Phase m_phase = Phase::Off;
    std::unique_ptr<EngineLock> m_lock; ///< outlives everything that writes
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ChangeWatch> m_watch;
    std::unique_ptr<ListeningThread> m_listener; ///< in practice only
    std::unique_ptr<SendingThread> m_sending;
    std::unique_ptr<BackgroundDesk> m_desk; ///< writes, and makes what is due
    std::unique_ptr<TemplateWatch> m_templates;
    std::unique_ptr<InsightsWatch> m_insights;
    QTimer m_lockTimer; ///< looks whether the lock is free
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceGeneration;
    QTimer m_recurringTimer;
    CancelToken m_making;
    bool m_isMaking = false;
    QString m_secretsStamp;
};
