#pragma once

#include "base/result.h"
#include "webhooks/listeningthread.h"

#include <QByteArray>

#include <functional>
#include <vector>

// What the benchmarks of webhooks share: those who post, and those who take it.

inline const QByteArray kPostingSecret{"benchmark"};

/// A whole request with the body and its signature.
QByteArray signedPost(const QByteArray &body);

/// A listener that answers on its own thread; it listens once this is made.
class Listening
{
public:
    explicit Listening(WebhookSinkFactory makeSink);

    quint16 port() const { return m_port; }

private:
    SystemClock m_clock;
    ListeningThread m_thread;
    quint16 m_port = 0;
};

WebhookSinkFactory intoDatabase(const QString &path);

Error lostEvents();

/// Posts on threads of its own while this one's events go on.
void postMeanwhile(int threads, const std::function<void(int)> &post);

/// As fast as they go, each connection with one post at a time. Seconds.
Result<double> postAll(quint16 port, const std::vector<QByteArray> &requests, int connections);
