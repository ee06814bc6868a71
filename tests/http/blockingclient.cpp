#include "blockingclient.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

BlockingClient::BlockingClient(quint16 port)
    : m_socket{::socket(AF_INET, SOCK_STREAM, 0)}
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    const int isWanted = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &isWanted, sizeof isWanted);
}

BlockingClient::~BlockingClient()
{
    ::close(m_socket);
}

int BlockingClient::post(const QByteArray &request)
{
    for (qsizetype sent = 0; sent < request.size();) {
        const ssize_t taken =
            ::send(m_socket, request.constData() + sent, size_t(request.size() - sent), MSG_NOSIGNAL);
        if (taken <= 0)
            return 0;
        sent += taken;
    }
    QByteArray answer;
    std::array<char, 4096> piece{};
    while (true) {
        const ssize_t come = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (come <= 0)
            return 0;
        answer.append(piece.data(), come);
        const qsizetype headEnd = answer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            continue;
        const QByteArray head = answer.left(headEnd).toLower();
        const qsizetype length = head.indexOf("content-length:");
        const qsizetype body = length < 0
            ? 0
            : head.mid(length + 15, head.indexOf('\r', length) - length - 15).trimmed().toInt();
        if (answer.size() >= headEnd + 4 + body)
            return answer.mid(9, 3).toInt();
    }
}
