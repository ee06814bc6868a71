#include "rawclient.h"

#include <QElapsedTimer>
#include <QHostAddress>

namespace {

constexpr int kPatience = 2000;

} // namespace

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    m_socket.waitForConnected(kPatience);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(kPatience)) { }
}

QByteArray RawClient::readAnswer()
{
    QElapsedTimer timer;
    timer.start();
    while (true) {
        m_received += m_socket.readAll();
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            const QByteArray head = m_received.left(headEnd).toLower();
            const qsizetype at = head.indexOf("content-length:");
            const qsizetype bodySize =
                at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
            const qsizetype whole = headEnd + 4 + bodySize;
            if (m_received.size() >= whole) {
                const QByteArray answer = m_received.left(whole);
                m_received.remove(0, whole);
                return answer;
            }
        }
        const int left = kPatience - int(timer.elapsed());
        if (left <= 0 || !m_socket.waitForReadyRead(left)) {
            m_received += m_socket.readAll();
            return std::exchange(m_received, {});
        }
    }
}

bool RawClient::isClosedWithin(int milliseconds)
{
    return m_socket.state() == QAbstractSocket::UnconnectedState
        || m_socket.waitForDisconnected(milliseconds);
}

QByteArray RawClient::rest()
{
    m_received += m_socket.readAll();
    return std::exchange(m_received, {});
}

QByteArray rawRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}
