#pragma once

#include <QByteArray>

/// A client that keeps one connection and costs next to nothing, for threads without a Qt event loop. Blocks.
/// Blocks.
class BlockingClient
{
public:
    explicit BlockingClient(quint16 port);
    ~BlockingClient();
    BlockingClient(const BlockingClient &) = delete;
    BlockingClient &operator=(const BlockingClient &) = delete;

    /// The status of the answer to a whole request; 0 where none came.
    int post(const QByteArray &request);

private:
    int m_socket = -1;
};
