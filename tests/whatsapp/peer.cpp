#include "peer.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace {

// What every client of HTTP/2 says first (RFC 9113, 3.4).
constexpr auto kHttp2Preface = "PRI * HTTP/2.0\r\n\r\n";

/// Runs the openssl program; false where it is missing or fails.
bool openssl(const QStringList &words)
{
    QProcess program;
    program.start(u"openssl"_s, words);
    return program.waitForFinished(10'000) && program.exitCode() == 0;
}

/// `days` may be negative: then the certificate has expired.
TlsIdentity makeIdentity(const QString &subjectAltName, int days)
{
    const QTemporaryDir folder;
    const QString keyFile = folder.filePath(u"key.pem"_s);
    const QString requestFile = folder.filePath(u"request.pem"_s);
    const QString certificateFile = folder.filePath(u"certificate.pem"_s);
    const bool isMade =
        openssl({u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                 u"-nodes"_s, u"-subj"_s, u"/CN=Peer"_s, u"-addext"_s, u"subjectAltName="_s + subjectAltName,
                 u"-keyout"_s, keyFile, u"-out"_s, requestFile})
        && openssl({u"x509"_s, u"-req"_s, u"-in"_s, requestFile, u"-signkey"_s, keyFile, u"-days"_s,
                    QString::number(days), u"-copy_extensions"_s, u"copy"_s, u"-out"_s, certificateFile});
    QFile key{keyFile};
    if (!isMade || !key.open(QIODevice::ReadOnly))
        return TlsIdentity{QSslCertificate{}, QSslKey{}};
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(certificateFile);
    return {
        certificates.value(0), QSslKey{&key, QSsl::Ec}
    };
}

} // namespace

QByteArray PeerRequest::header(QByteArrayView name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray PeerRequest::target() const
{
    return head.split(' ').value(1);
}

const TlsIdentity &TlsIdentity::own()
{
    static const TlsIdentity identity = makeIdentity(u"IP:127.0.0.1"_s, 2);
    return identity;
}

const TlsIdentity &TlsIdentity::expired()
{
    static const TlsIdentity identity = makeIdentity(u"IP:127.0.0.1"_s, -1);
    return identity;
}

const TlsIdentity &TlsIdentity::ofAnotherHost()
{
    static const TlsIdentity identity = makeIdentity(u"DNS:graph.example.org"_s, 2);
    return identity;
}

Peer::Peer(Wire wire)
    : Peer{wire, wire == Wire::Plain ? nullptr : &TlsIdentity::own()}
{
}

Peer::Peer(const TlsIdentity &identity)
    : Peer{Wire::Tls, &identity}
{
}

Peer::Peer(Wire wire, const TlsIdentity *identity)
    : m_wire{wire}
    , m_identity{identity}
    , m_reaction{answering(200, acceptedJson("wamid.1"))}
{
    listen(QHostAddress::LocalHost);
    m_port = serverPort();
}

void Peer::listenAgain()
{
    listen(QHostAddress::LocalHost, m_port);
}

QString Peer::url() const
{
    return u"%1://127.0.0.1:%2"_s.arg(m_wire == Wire::Plain ? u"http"_s : u"https"_s).arg(m_port);
}

void Peer::reactToConnectionWith(std::function<void(QTcpSocket &)> reaction)
{
    m_connectionReaction = std::move(reaction);
}

void Peer::reactToFreshConnectionWith(std::function<void(QTcpSocket &)> reaction)
{
    m_freshReaction = std::move(reaction);
}

void Peer::incomingConnection(qintptr descriptor)
{
    const int connection = ++m_connections;
    auto *socket = new QSslSocket{this};
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QObject::destroyed, this, [this, socket] { m_received.remove(socket); });
    if (m_connectionReaction) {
        m_connectionReaction(*socket);
        return;
    }
    if (m_freshReaction) {
        m_freshReaction(*socket);
        if (socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    if (m_wire == Wire::TlsWithHttp2) {
        QSslConfiguration offer = socket->sslConfiguration();
        offer.setAllowedNextProtocols(
            {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
        socket->setSslConfiguration(offer);
    }
    if (m_wire != Wire::Plain) {
        socket->setLocalCertificate(m_identity->certificate);
        socket->setPrivateKey(m_identity->key);
        socket->startServerEncryption();
    }
}

void Peer::read(QTcpSocket *socket, int connection)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    if (received.startsWith(kHttp2Preface)) {
        ++m_http2Connections;
        socket->abort();
        return;
    }
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    PeerRequest request{received.left(headEnd), {}, connection};
    const qsizetype bodySize = request.header("Content-Length").toLongLong();
    if (received.size() < headEnd + 4 + bodySize)
        return;
    request.body = received.mid(headEnd + 4, bodySize);
    received.remove(0, headEnd + 4 + bodySize);
    m_requests.push_back(request);
    m_reaction(*socket, request);
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\nContent-Type: application/json\r\n"
        + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Peer::Reaction answering(int status, const QByteArray &body, const QByteArray &headers)
{
    return [answer = httpAnswer(status, body, headers)](QTcpSocket &socket, const PeerRequest &) {
        socket.write(answer);
    };
}

void resetConnection(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger atOnce{1, 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
    socket.abort();
}

QByteArray acceptedJson(const QByteArray &messageId)
{
    return R"({"messaging_product":"whatsapp","contacts":[{"input":"+393331234567","wa_id":"393331234567"}],)"
           R"("messages":[{"id":")"
        + messageId + R"(","message_status":"accepted"}]})";
}

QByteArray errorJson(int code)
{
    return R"({"error":{"message":"Refused","type":"OAuthException","code":)" + QByteArray::number(code)
        + R"(,"error_data":{"messaging_product":"whatsapp","details":"why"},"fbtrace_id":"A1b2"}})";
}
