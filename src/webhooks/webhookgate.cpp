#include "webhooks/webhookgate.h"

#include "webhooks/webhooksignature.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcWebhooks, "fanfare.webhooks", QtInfoMsg)

constexpr qint64 kLargestBody = 3 * 1024 * 1024; // Meta's own limit
// Anybody may post: what is not even checked yet must not take all the memory.
constexpr qint64 kMostBodyBytes = 96 * 1024 * 1024;
constexpr unsigned kMostConnections = 200;
constexpr auto kIdleDeadline = 120s; // Meta keeps its connections for a while
constexpr auto kIdleDeadlineWhenFull = 1s; // so that the crowd of idle ones cannot keep Meta out

WebhookFate fateOf(HttpRefusal refusal)
{
    switch (refusal) {
    case HttpRefusal::TooLarge: return WebhookFate::TooLarge;
    case HttpRefusal::TooLate: return WebhookFate::TooSlow;
    case HttpRefusal::TooMuch: return WebhookFate::AskedForAgain;
    }
    Q_UNREACHABLE();
}

} // namespace

HttpResponse plainResponse(int status, QByteArray text)
{
    HttpResponse response = httpResponse(status, "text/plain; charset=utf-8", std::move(text));
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    return response;
}

WebhookGate::WebhookGate(WebhookTraffic &traffic, std::function<void()> onHandshake, TakeBody take)
    : m_traffic{traffic}
    , m_onHandshake{std::move(onHandshake)}
    , m_take{std::move(take)}
{
}

void WebhookGate::setProof(const QByteArray &verifyToken, std::vector<QByteArray> appSecrets)
{
    m_verifyToken = verifyToken;
    m_appSecrets = std::move(appSecrets);
    std::erase_if(m_appSecrets, [](const QByteArray &secret) { return secret.isEmpty(); });
}

HttpServerOptions WebhookGate::serverOptions(const QString &host, quint16 port,
                                             std::chrono::milliseconds requestDeadline) const
{
    HttpServerOptions server;
    server.host = host;
    server.port = port;
    server.maxBodyBytes = kLargestBody;
    server.maxConnections = kMostConnections;
    server.requestDeadline = requestDeadline;
    server.idleDeadline = kIdleDeadline;
    server.idleDeadlineWhenFull = std::min<std::chrono::milliseconds>(kIdleDeadlineWhenFull, requestDeadline);
    server.maxBodyBytesAtOnce = kMostBodyBytes;
    server.onRefused = [&traffic = m_traffic](HttpRefusal refusal) { traffic.note(fateOf(refusal)); };
    return server;
}

void WebhookGate::handle(const HttpRequest &request, const HttpResponder &responder) const
{
    if (request.path != kPath)
        responder.respond(refuse(WebhookFate::WrongPath, 404, "Nothing is here.\n"));
    else if (request.method == "GET")
        responder.respond(answerHandshake(request));
    else if (request.method == "POST")
        takePost(request, responder);
    else
        responder.respond(refuse(WebhookFate::WrongMethod, 405, "Only GET and POST are understood.\n"));
}

HttpResponse WebhookGate::refuse(WebhookFate fate, int status, const char *why) const
{
    m_traffic.note(fate);
    return plainResponse(status, why);
}

HttpResponse WebhookGate::askAgain() const
{
    HttpResponse response = refuse(WebhookFate::AskedForAgain, 503, "Not stored; send it again.\n");
    response.headers.emplace_back("Retry-After", "10");
    return response;
}

HttpResponse WebhookGate::accept() const
{
    m_traffic.note(WebhookFate::Stored);
    return plainResponse(200, "OK\n");
}

HttpResponse WebhookGate::answerHandshake(const HttpRequest &request) const
{
    const bool isAllowed = request.queryValue("hub.mode") == "subscribe"_ba && !m_verifyToken.isEmpty()
        && isSameSecret(request.queryValue("hub.verify_token").value_or(QByteArray{}), m_verifyToken);
    if (!isAllowed)
        return refuse(WebhookFate::WrongToken, 403, "The verify token is not the one that was set.\n");
    m_onHandshake();
    return plainResponse(200, request.queryValue("hub.challenge").value_or(QByteArray{}));
}

void WebhookGate::takePost(const HttpRequest &request, const HttpResponder &responder) const
{
    const bool isSigned = isSignedByAny(m_appSecrets, request.body, request.header("X-Hub-Signature-256"));
    if (!isSigned && !m_appSecrets.empty()) {
        qCDebug(lcWebhooks) << "refused a body of" << request.body.size() << "bytes: wrong signature";
        responder.respond(
            refuse(WebhookFate::WrongSignature, 401, "The signature is not that of this body.\n"));
        return;
    }
    m_take(request, isSigned, responder);
}
