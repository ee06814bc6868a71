#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "workspace/accountdesk.h"
#include "workspace/relaychoice.h"
#include "workspace/relaypuller.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class CredentialVault;

/// Fetches delivery events from the workspace's relay for as long as a window has it open, on a thread of its
/// own. Where the relay cannot be reached or the keychain is locked it tries again by itself. Lives on a
/// thread with an event loop.
class RelayReceiver final : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, Connecting, Receiving, Failed };

    /// `keychainRetry`: when a locked keychain is asked again.
    RelayReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                  std::chrono::milliseconds keychainRetry = std::chrono::seconds{30},
                  QObject *parent = nullptr);
    /// Stops, and waits for the body that is being stored.
    ~RelayReceiver() override;

    /// Looks for the key and for the app secrets of these accounts, and fetches. One that fetches already
    /// begins anew, once they are known; until then it goes on, unless it is another relay now. The verify
    /// token is made from the secret of the account in use.
    void start(const RelayChoice &choice, const std::vector<KnownAccount> &accounts);
    void stop();

    State state() const { return m_state; }
    /// Why it does not fetch; "no_app_secret" and "no_relay_key" where these are not known.
    const std::optional<Error> &problem() const { return m_problem; }
    /// What Meta has to be told beside the relay's address; empty while that app secret is not known.
    const QByteArray &verifyToken() const { return m_verifyToken; }
    /// Bodies that the relay gave up before they were fetched, since this was made.
    qint64 dropped() const { return m_dropped; }

signals:
    void changed();
    void eventsArrived();

private:
    class Runner;

    void findSecrets();
    void findKey(const std::vector<QByteArray> &appSecrets);
    void fetch(const QByteArray &key, const std::vector<QByteArray> &appSecrets);
    void waitForKeychain(const Error &error);
    void stopFetching();
    void giveUp(const Error &error);
    void fail(const Error &error);
    void setState(State state);

    const Workspace m_workspace;
    CredentialVault &m_vault;
    const Clock &m_clock;
    const std::chrono::milliseconds m_keychainRetry;
    RelayChoice m_choice;
    std::vector<KnownAccount> m_accounts;
    QThread m_thread;
    Runner *m_runner;
    QTimer m_retry;
    int m_question = 0; ///< counts, so that a late answer of the keychain to an earlier one is not heard
    int m_fetch = 0; ///< the same for what is fetched
    bool m_isFetching = false; ///< with the choice and the secrets that were known last
    State m_state = State::Off;
    std::optional<Error> m_problem;
    QByteArray m_verifyToken;
    qint64 m_dropped = 0;
};
