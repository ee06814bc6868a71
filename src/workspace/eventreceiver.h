#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "webhooks/webhooktraffic.h"
#include "workspace/accountdesk.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class CredentialVault;
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
Result<> storeListeningChoice(SettingStore &settings, const ListeningChoice &choice);

/// When Meta last checked the address with the right verify token; nothing: never.
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

    EventReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                  QObject *parent = nullptr);
    /// Stops, and waits for the body that is being stored.
    ~EventReceiver() override;

    /// Looks for the app secrets of these accounts and listens. One that listens already does so anew, also
    /// with other secrets. The verify token is made from the secret of the account in use.
    void start(const ListeningChoice &choice, const std::vector<KnownAccount> &accounts);
    void stop();

    State state() const { return m_state; }
    /// "http://127.0.0.1:8787/webhook", while it listens.
    const QString &url() const { return m_url; }
    /// Why it does not listen; "no_app_secret" where none is known. While it listens: why the events that
    /// came last could not be stored, so that Meta sends them again.
    const std::optional<Error> &problem() const { return m_problem; }
    /// What Meta has to be told; empty while no app secret is known.
    const QByteArray &verifyToken() const { return m_verifyToken; }
    /// What came since this was made.
    const WebhookTraffic *traffic() const;

signals:
    void changed();
    void eventsArrived();
    void handshakeAnswered();

private:
    void listen(const std::vector<QByteArray> &appSecrets);
    void waitForKeychain(const Error &error);
    void fail(const Error &error);
    void setState(State state);
    /// While it listens.
    void setProblem(const std::optional<Error> &problem);

    const Workspace m_workspace;
    CredentialVault &m_vault;
    const Clock &m_clock;
    ListeningChoice m_choice;
    std::vector<KnownAccount> m_accounts;
    std::unique_ptr<ListeningThread> m_thread;
    QTimer m_retry;
    int m_start = 0; ///< counts, so that a late answer of the keychain for an earlier one is not heard
    State m_state = State::Off;
    QString m_url;
    std::optional<Error> m_problem;
    QByteArray m_verifyToken;
};
