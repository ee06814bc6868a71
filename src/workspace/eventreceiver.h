#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "webhooks/webhooktraffic.h"
#include "workspace/accountdesk.h"
#include "workspace/credentialvault.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class ListeningThread;
class SettingStore;

/// Where delivery events are received on this computer, as a person chose.
struct ListeningChoice
{
    bool isOn = false;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8787;
    QString publicAddress; ///< under which Meta reaches it: "https://events.example.org"; empty: not told yet

    friend bool operator==(const ListeningChoice &, const ListeningChoice &) = default;
};

Result<ListeningChoice> readListeningChoice(SettingStore &settings);
/// All of it or nothing.
Result<> storeListeningChoice(SettingStore &settings, const ListeningChoice &choice, UtcTime now);

/// Since when the public address is the one that it is; nothing: it was never changed.
Result<std::optional<UtcTime>> publicAddressSince(SettingStore &settings);

/// When Meta last checked the present public address with the right verify token; nothing: never.
Result<std::optional<UtcTime>> lastHandshake(SettingStore &settings);
Result<> noteHandshake(SettingStore &settings, UtcTime at);

/// Receives delivery events into a workspace for as long as a window has it open, on a thread of its own. An
/// app secret has to be known: without one anybody could make up events. Where the port is taken or the
/// keychain locked it tries again by itself. Lives on a thread with an event loop.
class EventReceiver final : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, Starting, Listening, Failed };

    /// How long it waits before it tries again by itself.
    struct Waits
    {
        std::chrono::milliseconds takenPort{3'000};
        std::chrono::milliseconds lockedKeychain{30'000};
    };

    EventReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                  QObject *parent = nullptr);
    EventReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock, Waits waits,
                  QObject *parent = nullptr);
    /// Stops, and waits for the body that is being stored.
    ~EventReceiver() override;

    /// Looks for the app secrets of these accounts and listens. One that listens already does so anew, also
    /// with other secrets. The verify token is made from the secret of the account in use.
    void start(const ListeningChoice &choice, const std::vector<KnownAccount> &accounts);
    /// It is off once the port is free.
    void stop();

    State state() const { return m_state; }
    /// "http://127.0.0.1:8787/webhook", while it listens.
    const QString &url() const { return m_url; }
    /// Why it does not listen; "no_app_secret" where none is known. While it listens: why the events that
    /// came last could not be stored, so that Meta sends them again.
    const std::optional<Error> &problem() const { return m_problem; }
    /// What Meta has to be told; empty while the app secret of the account in use is not known.
    const QByteArray &verifyToken() const { return m_verifyToken; }
    /// The numbers whose app secret is not known while that of another one is: events of theirs are refused,
    /// unless they belong to the same app.
    const QStringList &withoutSecret() const { return m_withoutSecret; }
    /// What came since this was made.
    const WebhookTraffic *traffic() const;

signals:
    void changed();
    void eventsArrived();
    void handshakeAnswered();

private:
    void findSecrets();
    void takeSecrets(const FoundAppSecrets &found);
    void makeThread();
    void listen();
    void waitForKeychain(const Error &error);
    void beOff();
    void fail(const Error &error);
    void setState(State state);
    /// While it listens.
    void setProblem(const std::optional<Error> &problem);

    const Workspace m_workspace;
    CredentialVault &m_vault;
    const Clock &m_clock;
    const Waits m_waits;
    ListeningChoice m_choice;
    std::vector<KnownAccount> m_accounts;
    std::vector<QByteArray> m_appSecrets; ///< that were found last
    bool m_areSecretsFound = false; ///< for the accounts as they are
    std::unique_ptr<ListeningThread> m_thread;
    ListeningChoice m_listened; ///< what the thread was told last
    QTimer m_retry;
    int m_start = 0; ///< counts, so that a late answer of the keychain for an earlier one is not heard
    int m_order = 0; ///< the latest one to the thread; answers to earlier ones are not heard
    State m_state = State::Off;
    QString m_url;
    std::optional<Error> m_problem;
    QByteArray m_verifyToken;
    QStringList m_withoutSecret;
};
