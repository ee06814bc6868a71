#pragma once

#include <QTcpSocket>

/// A client that sends exactly the bytes it is told, so that a test can be slow, wrong or rude.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);
    /// The next whole answer, head and body; what came so far when the server closes or two seconds pass.
    QByteArray readAnswer();
    /// Whether the server closes the connection within `milliseconds`.
    bool isClosedWithin(int milliseconds);
    /// Everything received and not yet returned by readAnswer().
    QByteArray rest();

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// A whole request with the right Content-Length.
QByteArray rawRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
