#include "relayworld.h"

#include "webhooks/relayform.h"
#include "webhooks/webhooksignature.h"
#include "world.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{(result.error().message + u" / "_s + result.error().detail).toStdString()};
    return std::move(*result);
}

} // namespace

QJsonObject RelayWorld::Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

RelayWorld::RelayWorld(RelayServerOptions options, const RelayBounds &bounds)
    : m_bounds{bounds}
    , m_options{std::move(options)}
{
    if (m_options.appSecrets.empty())
        m_options.appSecrets = {kSecret};
    startAgain();
    m_options.port = m_server->port();
}

void RelayWorld::stop()
{
    m_server.reset();
    m_queue.reset();
}

void RelayWorld::startAgain()
{
    stop();
    m_queue = valueOf(SqliteRelayQueue::openOrCreate(m_folder.filePath(u"data"_s), m_bounds));
    m_server = std::make_unique<RelayServer>(m_clock, *m_queue, m_traffic);
    valueOf(m_server->listen(m_options));
}

QByteArray RelayWorld::addDesktop(const QString &name)
{
    return valueOf(m_queue->addDesktop(name, m_clock.now()));
}

RelayWorld::Answer RelayWorld::post(const QByteArray &body)
{
    return answerOf(startPost(body));
}

RelayWorld::Answer RelayWorld::post(const QByteArray &body, const QByteArray &signature)
{
    QNetworkRequest request = requestTo(u"/webhook"_s);
    request.setRawHeader("X-Hub-Signature-256", signature);
    return answerOf(m_network.post(request, body));
}

RelayWorld::Answer RelayWorld::get(const QString &path, const QByteArray &key, const QByteArray &forwardedFor)
{
    return answerOf(startGet(path, key, forwardedFor));
}

RelayWorld::Answer RelayWorld::acknowledge(qint64 upTo, const QByteArray &key, const QString &workspace)
{
    QNetworkRequest request = requestTo(u"/ack?workspace="_s + workspace);
    request.setRawHeader("Authorization", "Bearer " + key);
    return answerOf(m_network.post(request, acknowledgementOf(upTo)));
}

QNetworkReply *RelayWorld::startGet(const QString &path, const QByteArray &key,
                                    const QByteArray &forwardedFor)
{
    QNetworkRequest request = requestTo(path);
    if (!key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + key);
    if (!forwardedFor.isEmpty())
        request.setRawHeader("X-Forwarded-For", forwardedFor);
    // One of its own each: a manager keeps six connections to a host, and polls hold theirs.
    return (new QNetworkAccessManager{&m_network})->get(request);
}

QNetworkReply *RelayWorld::startPoll(const QByteArray &key, const QString &session)
{
    const size_t before = m_server->waitingPolls();
    QNetworkReply *reply = startGet(u"/pull?wait=45&session="_s + session, key);
    EXPECT_TRUE(waitUntil([&] { return m_server->waitingPolls() > before; }));
    return reply;
}

QNetworkReply *RelayWorld::startPost(const QByteArray &body)
{
    QNetworkRequest request = requestTo(u"/webhook"_s);
    request.setRawHeader("X-Hub-Signature-256", webhookSignature(kSecret, body));
    return m_network.post(request, body);
}

RelayWorld::Answer RelayWorld::answerOf(QNetworkReply *reply)
{
    EXPECT_TRUE(waitUntil([&] { return reply->isFinished(); }));
    const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                        reply->rawHeader("Retry-After")};
    reply->deleteLater();
    return answer;
}

QNetworkRequest RelayWorld::requestTo(const QString &path) const
{
    QNetworkRequest request{QUrl{url() + path}};
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    return request;
}

QByteArray deliveredBody(const QString &messageId)
{
    return uR"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages",)"
           uR"("value":{"statuses":[{"id":"%1","status":"delivered","timestamp":"1795000100",)"
           uR"("recipient_id":"34600000001"}]}}]}]})"_s.arg(messageId)
               .toUtf8();
}

QByteArray messageBody(const QString &messageId)
{
    return uR"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages",)"
           uR"("value":{"messages":[{"id":"%1","from":"34600000001","timestamp":"1795000000",)"
           uR"("type":"text","text":{"body":"Hello"}}]}}]}]})"_s.arg(messageId)
               .toUtf8();
}
