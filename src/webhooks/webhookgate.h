#pragma once

#include "http/httpserver.h"
#include "webhooks/webhooktraffic.h"

#include <functional>
#include <vector>

/// Meta's side of a server, at /webhook: answers the handshake, refuses what is not signed, and hands on the
/// bodies. Counts what it refuses. Called on the server's thread.
class WebhookGate
{
public:
    /// A body that may be taken. Whoever takes it answers it.
    using TakeBody =
        std::function<void(const HttpRequest &request, bool isSigned, const HttpResponder &responder)>;

    /// What arrives is counted in `traffic`, which outlives this. `onHandshake`: somebody who knows the
    /// verify token asked.
    WebhookGate(WebhookTraffic &traffic, std::function<void()> onHandshake, TakeBody take);

    /// `verifyToken`: empty refuses every handshake. A body signed under one of `appSecrets` is taken; with
    /// none known, every body is, as unsigned. Only while the server is stopped.
    void setProof(const QByteArray &verifyToken, std::vector<QByteArray> appSecrets);
    bool knowsAppSecret() const { return !m_appSecrets.empty(); }

    void handle(const HttpRequest &request, const HttpResponder &responder) const;

    /// Counted, and the answer that says it.
    HttpResponse refuse(WebhookFate fate, int status, const char *why) const;
    /// The body was not stored: Meta sends it again later.
    HttpResponse askAgain() const;
    /// The body is on disk.
    HttpResponse accept() const;

    /// Limits and deadlines of a server that Meta talks to; `requestDeadline`: for a request to arrive whole.
    HttpServerOptions serverOptions(const QString &host, quint16 port,
                                    std::chrono::milliseconds requestDeadline) const;

    static constexpr auto kPath = "/webhook";

private:
    HttpResponse answerHandshake(const HttpRequest &request) const;
    void takePost(const HttpRequest &request, const HttpResponder &responder) const;

    WebhookTraffic &m_traffic;
    const std::function<void()> m_onHandshake;
    const TakeBody m_take;
    QByteArray m_verifyToken;
    std::vector<QByteArray> m_appSecrets;
};

/// A short answer in words.
HttpResponse plainResponse(int status, QByteArray text);
