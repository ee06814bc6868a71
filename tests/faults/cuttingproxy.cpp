#include "cuttingproxy.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <memory>

namespace {

constexpr int kMostBytes = 4000; // about what a fetch with its acknowledgement is

} // namespace

/// Lives on the proxy's thread.
class CuttingProxy::Relay final : public QObject
{
public:
    Relay(quint16 target, quint32 seed)
        : m_target{target}
        , m_random{seed}
    {
    }

    quint16 listen()
    {
        m_server = new QTcpServer{this};
        connect(m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_server->nextPendingConnection())
                forward(client);
        });
        m_server->listen(QHostAddress::LocalHost);
        return m_server->serverPort();
    }

    void heal() { m_cuts = false; }

private:
    void forward(QTcpSocket *client)
    {
        auto *server = new QTcpSocket{client};
        server->connectToHost(QHostAddress{QHostAddress::LocalHost}, m_target);
        const bool isCut = m_cuts && m_random.bounded(2) == 0;
        auto left = std::make_shared<int>(isCut ? m_random.bounded(kMostBytes) : -1);
        const auto pass = [client, server, left](QTcpSocket *from, QTcpSocket *to) {
            const QByteArray bytes = from->readAll();
            if (*left >= 0 && bytes.size() >= *left) {
                to->write(bytes.left(*left));
                to->flush();
                client->abort();
                server->abort();
                return;
            }
            if (*left >= 0)
                *left -= int(bytes.size());
            to->write(bytes);
        };
        connect(client, &QTcpSocket::readyRead, server, [pass, client, server] { pass(client, server); });
        connect(server, &QTcpSocket::readyRead, server, [pass, client, server] { pass(server, client); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    const quint16 m_target;
    QRandomGenerator m_random;
    QTcpServer *m_server = nullptr;
    bool m_cuts = true;
};

CuttingProxy::CuttingProxy(quint16 target, quint32 seed)
    : m_thread{std::make_unique<QThread>()}
    , m_relay{new Relay{target, seed}}
{
    m_relay->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_relay, &QObject::deleteLater);
    m_thread->start();
    QMetaObject::invokeMethod(
        m_relay, [this] { m_port = m_relay->listen(); }, Qt::BlockingQueuedConnection);
}

CuttingProxy::~CuttingProxy()
{
    m_thread->quit();
    m_thread->wait();
}

void CuttingProxy::heal()
{
    QMetaObject::invokeMethod(
        m_relay, [this] { m_relay->heal(); }, Qt::BlockingQueuedConnection);
}
