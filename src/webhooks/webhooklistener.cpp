#include "webhooks/webhooklistener.h"

#include "webhooks/webhookparser.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWebhooks, "fanfare.webhooks", QtInfoMsg)

// More than this in memory at once means that the sink cannot keep up; Meta sends again later.
constexpr int kMostWaiting = 64;

} // namespace

WebhookListener::WebhookListener(const Clock &clock, WebhookSink sink, WebhookTraffic &traffic,
                                 QObject *parent)
    : QObject{parent}
    , m_clock{clock}
    , m_sink{std::move(sink)}
    , m_gate{traffic, [this] { emit handshakeAnswered(); },
             [this](const HttpRequest &request, bool isSigned, const HttpResponder &responder) {
                 enqueue(request.body, isSigned, responder);
             }}
{
}

WebhookListener::~WebhookListener()
{
    stop();
}

Result<> WebhookListener::listen(WebhookListenerOptions options)
{
    stop();
    m_needsAppSecret = options.needsAppSecret;
    m_gate.setProof(options.verifyToken, std::move(options.appSecrets));
    return m_server.start(m_gate.serverOptions(options.host, options.port, options.requestDeadline),
                          [this](const HttpRequest &request, const HttpResponder &responder) {
                              m_gate.handle(request, responder);
                          });
}

void WebhookListener::stop()
{
    m_server.stop();
}

QString WebhookListener::url() const
{
    return m_server.url() + QString::fromLatin1(WebhookGate::kPath);
}

// Runs on the server's thread.
void WebhookListener::enqueue(const QByteArray &rawBody, bool isSigned, const HttpResponder &responder)
{
    if (!isSigned && m_needsAppSecret) {
        responder.respond(m_gate.askAgain());
        return;
    }
    if (++m_waiting > kMostWaiting) {
        --m_waiting;
        responder.respond(m_gate.askAgain());
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, rawBody, isSigned, responder] { receive(rawBody, isSigned, responder); },
        Qt::QueuedConnection);
}

void WebhookListener::receive(const QByteArray &rawBody, bool isSigned, const HttpResponder &responder)
{
    --m_waiting;
    ReceivedWebhook webhook{rawBody, {}, isSigned, m_clock.now()};
    Result<std::vector<DeliveryEvent>> events = parseWebhook(rawBody, webhook.receivedAt);
    if (!events && !isSigned) {
        responder.respond(
            m_gate.refuse(WebhookFate::NotAWebhook, 400, "This is not a webhook of WhatsApp.\n"));
        return;
    }
    webhook.events = events ? std::move(*events) : unreadableWebhook(events.error(), webhook.receivedAt);

    const Result<std::vector<AppliedEvent>> applied = m_sink(webhook);
    if (!applied) {
        qCWarning(lcWebhooks) << "a body was not stored:" << applied.error().detail;
        responder.respond(m_gate.askAgain());
        emit notStored(applied.error());
        return;
    }
    responder.respond(m_gate.accept());
    emit eventsApplied(*applied);
}
