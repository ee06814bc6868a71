#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"
#include "http/httpserver.h"
#include "webhooks/webhookgate.h"
#include "webhooks/webhooktraffic.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <vector>

/// One body of Meta's as it arrived, with what it says.
struct ReceivedWebhook
{
    QByteArray rawBody;
    std::vector<DeliveryEvent> events;
    bool isSigned = false; ///< false only while no app secret is known: anybody could have sent it
    UtcTime receivedAt;
};

/// Stores a body and applies its events; returns after the commit, because Meta is told 200 then and never
/// sends the body again.
using WebhookSink = std::function<Result<std::vector<AppliedEvent>>(const ReceivedWebhook &)>;

/// Where webhooks are received, and how they prove themselves.
struct WebhookListenerOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0: a free one
    QByteArray verifyToken; ///< for Meta's handshake; empty: every handshake is refused
    /// A body signed under one of these is taken; with none known, every body is, and marked unsigned.
    std::vector<QByteArray> appSecrets;
    /// With none known, nothing is taken: Meta is asked to send it again later.
    bool needsAppSecret = false;
    std::chrono::milliseconds requestDeadline{15'000}; ///< for a request to arrive whole
};

/// Receives Meta's webhooks at /webhook: answers the handshake, checks signatures over the raw bytes, and
/// answers 200 once the sink has committed. Lives on one thread with an event loop; the sink runs there.
class WebhookListener final : public QObject
{
    Q_OBJECT

public:
    /// What arrives is counted in `traffic`, which outlives this.
    WebhookListener(const Clock &clock, WebhookSink sink, WebhookTraffic &traffic, QObject *parent = nullptr);
    ~WebhookListener() override;

    /// Listens at once; one that listens already starts anew.
    Result<> listen(WebhookListenerOptions options);
    void stop();

    quint16 port() const { return m_server.port(); }
    /// "http://127.0.0.1:8080/webhook"
    QString url() const;

signals:
    void eventsApplied(const std::vector<AppliedEvent> &events);
    /// Somebody who knows the verify token asked, as Meta does when the address is given to it. Emitted from
    /// the server's own thread.
    void handshakeAnswered();
    /// The sink failed; Meta was asked to send the body again later.
    void notStored(const Error &error);

private:
    void enqueue(const QByteArray &rawBody, bool isSigned, const HttpResponder &responder);
    void receive(const QByteArray &rawBody, bool isSigned, const HttpResponder &responder);

    const Clock &m_clock;
    const WebhookSink m_sink;
    WebhookGate m_gate;
    bool m_needsAppSecret = false; ///< written while the server is stopped
    std::atomic<int> m_waiting{0}; ///< bodies taken by the server's thread and not yet received by ours
    HttpServer m_server;
};
