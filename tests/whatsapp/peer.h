#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <vector>

/// One request as it reached a peer.
struct PeerRequest
{
    QByteArray head; ///< request line and header lines
    QByteArray body;
    int connection = 0; ///< counted from 1

    QByteArray header(QByteArrayView name) const;
    QByteArray target() const; ///< "/v25.0/111/messages?x=y"
    bool isProbe() const { return head.startsWith("GET "); }
};

/// A certificate signed by itself and its key, made by the openssl program; null where there is none.
struct TlsIdentity
{
    QSslCertificate certificate;
    QSslKey key;

    /// Good for 127.0.0.1. Made once per run.
    static const TlsIdentity &own();
    /// For 127.0.0.1 too, but its time was over yesterday.
    static const TlsIdentity &expired();
    /// For another host.
    static const TlsIdentity &ofAnotherHost();
};

/// A server that reads whole requests and then does what the test tells it: answers, half answers, drops.
class Peer final : public QTcpServer
{
    Q_OBJECT

public:
    enum class Wire {
        Plain,
        Tls,
        TlsWithHttp2, ///< offers "h2" before "http/1.1"; a client that takes it gets no further
    };
    using Reaction = std::function<void(QTcpSocket &socket, const PeerRequest &request)>;

    explicit Peer(Wire wire = Wire::Plain);
    /// Over TLS.
    explicit Peer(const TlsIdentity &identity);

    /// "http://127.0.0.1:8080". Stays the same when the peer closes and listens again.
    QString url() const;
    /// Listens again on the same port, after close().
    void listenAgain();

    void reactWith(Reaction reaction) { m_reaction = std::move(reaction); }
    /// Instead of reading anything: called with each fresh connection.
    void reactToConnectionWith(std::function<void(QTcpSocket &socket)> reaction);

    /// Before anything is read: called with each fresh connection, which is served unless it was cut.
    void reactToFreshConnectionWith(std::function<void(QTcpSocket &socket)> reaction);

    const std::vector<PeerRequest> &requests() const { return m_requests; }
    int connectionCount() const { return m_connections; }
    /// Connections on which a client began to speak HTTP/2.
    int http2ConnectionCount() const { return m_http2Connections; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket *socket, int connection);

    Peer(Wire wire, const TlsIdentity *identity);

    const Wire m_wire;
    const TlsIdentity *const m_identity; ///< over TLS
    quint16 m_port = 0;
    Reaction m_reaction;
    std::function<void(QTcpSocket &)> m_connectionReaction;
    std::function<void(QTcpSocket &)> m_freshReaction;
    std::vector<PeerRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_received;
    int m_connections = 0;
    int m_http2Connections = 0;
};

/// An HTTP answer with its right length.
QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers = {});

/// A reaction that answers every request so.
Peer::Reaction answering(int status, const QByteArray &body, const QByteArray &headers = {});

/// Cuts the connection with a reset instead of a clean end.
void resetConnection(QTcpSocket &socket);

/// What Meta answers to an accepted message.
QByteArray acceptedJson(const QByteArray &messageId);
/// Meta's error envelope.
QByteArray errorJson(int code);
