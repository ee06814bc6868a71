#pragma once

#include "webhooks/webhooklistener.h"

#include <QThread>

/// Makes the sink on the listening thread, with a database connection of that thread.
using WebhookSinkFactory = std::function<Result<WebhookSink>()>;

/// A webhook listener on a thread of its own.
class ListeningThread final : public QObject
{
    Q_OBJECT

public:
    /// `clock` is read on the other thread and must outlive this.
    ListeningThread(const Clock &clock, WebhookSinkFactory makeSink, QObject *parent = nullptr);
    /// Stops and waits for the body that is being stored.
    ~ListeningThread() override;

    /// Answers by `listening` or `failed`; may be called again with other options. Each order to listen or to
    /// stop has a number, which its answer carries: what was answered to an earlier one may still be on its
    /// way.
    int listen(const WebhookListenerOptions &options);
    /// Answers by `stopped`.
    int stopListening();
    /// Stops and waits: whatever was stored until then has been told by signal when this returns.
    void stopAndTell();

    /// Since this was made; may be read while it counts.
    const WebhookTraffic &traffic() const { return m_traffic; }

signals:
    void listening(quint16 port, const QString &url, int order);
    /// It does not listen: no sink, or no port.
    void failed(const Error &error, int order);
    /// The port is free.
    void stopped(int order);
    void eventsApplied(const std::vector<AppliedEvent> &events);
    /// Meta has checked the address, with the right verify token.
    void handshakeAnswered();
    /// A body was not stored; Meta was asked to send it again later.
    void notStored(const Error &error);

private:
    class Runner;

    WebhookTraffic m_traffic; ///< outlives what runs on the thread
    QThread m_thread;
    Runner *m_runner;
    int m_orders = 0;
};
