#pragma once

#include "domain/ports/credentialsource.h"
#include "domain/ports/headermediaresolver.h"
#include "engine/sender.h"
#include "storage/directmessagestore.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"
#include "whatsapp/graphmessagegateway.h"
#include "whatsapp/peer.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

/// A campaign that the real engine sends with the real client and the real database to a peer that misbehaves
/// as it is told.
class WireWorld final : private CredentialSource, private HeaderMediaResolver
{
public:
    explicit WireWorld(int people, GraphTransportOptions options = {},
                       std::unique_ptr<Peer> peer = std::make_unique<Peer>());
    ~WireWorld() override;

    Peer &peer() { return *m_peer; }
    /// Another address or another trust, as if a person had mended the settings. Between two sends.
    void setApiBase(const QString &url) { m_credential.account.apiBase = url; }
    void setTransport(const GraphTransportOptions &options) { m_options = options; }

    /// Starts a sender, in place of an earlier one.
    void send();
    /// Runs the event loop; false if it did not come to pass in time.
    bool runUntil(const std::function<bool()> &isDone, std::chrono::milliseconds limit);
    /// Until the campaign is no longer sending and every answer is written.
    bool runToTheEnd(std::chrono::milliseconds limit);

    int people() const { return m_people; }
    Campaign campaign() { return m_workspace.campaign(m_campaign); }
    std::vector<Recipient> recipients() { return m_workspace.people(m_campaign); }
    /// So many people have this status, as the rows say and the counters too; -1 where they differ.
    int peopleWith(RecipientStatus status);
    /// So many attempts ended so: "accepted", "refused", "unknown", "given_back"; "": still open.
    int attemptsWith(const QString &outcome);
    QStringList problems();
    int rowsIn(const QString &table);
    /// Lines of the activity log that contain these words.
    int activityWith(const QString &words);
    /// Codes of what was waited for, in order, without the ends of waits.
    const QStringList &waits() const { return m_waits; }

    /// How often the whole body of each attempt reached the peer.
    QHash<QString, int> bodies() const;
    /// Nobody was sent a whole body twice under one attempt, nor accepted twice.
    void expectNothingTwice();

private:
    Result<std::shared_ptr<const Credential>> credentialFor(AccountId account) override;
    void resolve(const Campaign &, const std::shared_ptr<const Credential> &, Answer) override { }
    void upload(const HeaderMedia &, const std::shared_ptr<const Credential> &, Answer) override { }

    const int m_people;
    std::unique_ptr<Peer> m_peer;
    GraphTransportOptions m_options;
    Credential m_credential;
    SystemClock m_clock;
    TemporaryWorkspace m_workspace;
    CampaignId m_campaign;
    SqliteSendLedger m_ledger;
    DirectMessageStore m_directs;
    std::unique_ptr<GraphMessageGateway> m_gateway;
    std::unique_ptr<Sender> m_sender;
    QStringList m_waits;
};

/// As many people as a fault is tried with; more under FANFARE_SOAK.
int manyPeople();

/// The attempt that a message was posted under.
QByteArray attemptOf(const PeerRequest &request);
/// Meta's answer to a message that is accepted, with an id of that attempt.
QByteArray acceptance(const PeerRequest &request);
void acceptMessage(QTcpSocket &socket, const PeerRequest &request);
