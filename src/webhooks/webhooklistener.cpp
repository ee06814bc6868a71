#include "webhooks/webhooklistener.h"

#include "webhooks/webhookparser.h"
#include "webhooks/webhooksignature.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcWebhooks, "fanfare.webhooks", QtInfoMsg)

constexpr auto kPath = "/webhook";
constexpr qint64 kLargestBody = 3 * 1024 * 1024; // Meta's own limit
constexpr unsigned kMostConnections = 200;
constexpr auto kIdleDeadline = 120s; // Meta keeps its connections for a while
constexpr auto kIdleDeadlineWhenFull = 1s; // so that the crowd of idle ones cannot keep Meta out
// More than this in memory at once means that the sink cannot keep up; Meta sends again later.
constexpr int kMostWaiting = 64;

HttpResponse plain(int status, QByteArray text)
{
    HttpResponse response = httpResponse(status, "text/plain; charset=utf-8", std::move(text));
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    return response;
}

} // namespace

WebhookListener::WebhookListener(const Clock &clock, WebhookSink sink, WebhookTraffic &traffic,
                                 QObject *parent)
    : QObject{parent}
    , m_clock{clock}
    , m_sink{std::move(sink)}
    , m_traffic{traffic}
{
}

WebhookListener::~WebhookListener()
{
    stop();
}

Result<> WebhookListener::listen(WebhookListenerOptions options)
{
    stop();
    m_options = std::move(options);
    std::erase_if(m_options.appSecrets, [](const QByteArray &secret) { return secret.isEmpty(); });
    HttpServerOptions server;
    server.host = m_options.host;
    server.port = m_options.port;
    server.maxBodyBytes = kLargestBody;
    server.maxConnections = kMostConnections;
    server.requestDeadline = m_options.requestDeadline;
    server.idleDeadline = kIdleDeadline;
    server.idleDeadlineWhenFull =
        std::min<std::chrono::milliseconds>(kIdleDeadlineWhenFull, m_options.requestDeadline);
    server.onRefused = [&traffic = m_traffic](HttpRefusal refusal) {
        traffic.note(refusal == HttpRefusal::TooLarge ? WebhookFate::TooLarge : WebhookFate::TooSlow);
    };
    return m_server.start(server, [this](const HttpRequest &request, const HttpResponder &responder) {
        handle(request, responder);
    });
}

void WebhookListener::stop()
{
    m_server.stop();
}

QString WebhookListener::url() const
{
    return m_server.url() + QString::fromLatin1(kPath);
}

// Runs on the server's thread, like all that it calls.
void WebhookListener::handle(const HttpRequest &request, const HttpResponder &responder)
{
    if (request.path != kPath)
        responder.respond(refuse(WebhookFate::WrongPath, 404, "Nothing is here.\n"));
    else if (request.method == "GET")
        responder.respond(answerHandshake(request));
    else if (request.method == "POST")
        handlePost(request, responder);
    else
        responder.respond(refuse(WebhookFate::WrongMethod, 405, "Only GET and POST are understood.\n"));
}

HttpResponse WebhookListener::refuse(WebhookFate fate, int status, const char *why)
{
    m_traffic.note(fate);
    return plain(status, why);
}

HttpResponse WebhookListener::askAgain()
{
    HttpResponse response = refuse(WebhookFate::AskedForAgain, 503, "Not stored; send it again.\n");
    response.headers.emplace_back("Retry-After", "10");
    return response;
}

HttpResponse WebhookListener::answerHandshake(const HttpRequest &request)
{
    const bool isAllowed = request.queryValue("hub.mode") == "subscribe"_ba
        && !m_options.verifyToken.isEmpty()
        && isSameSecret(request.queryValue("hub.verify_token").value_or(QByteArray{}), m_options.verifyToken);
    if (!isAllowed)
        return refuse(WebhookFate::WrongToken, 403, "The verify token is not the one that was set.\n");
    emit handshakeAnswered();
    return plain(200, request.queryValue("hub.challenge").value_or(QByteArray{}));
}

void WebhookListener::handlePost(const HttpRequest &request, const HttpResponder &responder)
{
    const bool isSigned =
        isSignedByAny(m_options.appSecrets, request.body, request.header("X-Hub-Signature-256"));
    if (!isSigned && !m_options.appSecrets.empty()) {
        qCDebug(lcWebhooks) << "refused a body of" << request.body.size() << "bytes: wrong signature";
        responder.respond(
            refuse(WebhookFate::WrongSignature, 401, "The signature is not that of this body.\n"));
        return;
    }
    if (++m_waiting > kMostWaiting) {
        --m_waiting;
        responder.respond(askAgain());
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, body = request.body, isSigned, responder] { receive(body, isSigned, responder); },
        Qt::QueuedConnection);
}

void WebhookListener::receive(const QByteArray &rawBody, bool isSigned, const HttpResponder &responder)
{
    --m_waiting;
    ReceivedWebhook webhook{rawBody, {}, isSigned, m_clock.now()};
    Result<std::vector<DeliveryEvent>> events = parseWebhook(rawBody, webhook.receivedAt);
    if (!events && !isSigned) {
        responder.respond(refuse(WebhookFate::NotAWebhook, 400, "This is not a webhook of WhatsApp.\n"));
        return;
    }
    // What Meta signed is kept even where we cannot read it: it would come again for a week.
    webhook.events = events ? std::move(*events)
                            : std::vector<DeliveryEvent>{
                                OtherEvent{u"unreadable"_s, events.error().message, webhook.receivedAt}
    };

    const Result<std::vector<AppliedEvent>> applied = m_sink(webhook);
    if (!applied) {
        qCWarning(lcWebhooks) << "a body was not stored:" << applied.error().detail;
        responder.respond(askAgain());
        emit notStored(applied.error());
        return;
    }
    m_traffic.note(WebhookFate::Stored);
    responder.respond(plain(200, "OK\n"));
    emit eventsApplied(*applied);
}
