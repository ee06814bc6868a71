#pragma once

#include "storage/relayqueue.h"
#include "support/fakeclock.h"
#include "webhooks/relayserver.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <memory>

/// A relay with a real queue on a clock that moves when told, and a client that knows nothing of Fanfare.
class RelayWorld
{
public:
    static constexpr auto kSecret = "s3cret";

    struct Answer
    {
        int status = 0;
        QByteArray body;
        QByteArray retryAfter;

        QJsonObject json() const;
    };

    explicit RelayWorld(RelayServerOptions options = {}, const RelayBounds &bounds = {});

    RelayServer &server() { return *m_server; }
    SqliteRelayQueue &queue() { return *m_queue; }
    FakeClock &clock() { return m_clock; }
    WebhookTraffic &traffic() { return m_traffic; }
    QString url() const { return m_server->url(); }

    /// Ends and listens again at the same address, on the same queue.
    void stop();
    void startAgain();

    QByteArray addDesktop(const QString &name);

    /// As Meta posts: signed.
    Answer post(const QByteArray &body);
    Answer post(const QByteArray &body, const QByteArray &signature);
    Answer get(const QString &path, const QByteArray &key = {}, const QByteArray &forwardedFor = {});
    Answer acknowledge(qint64 upTo, const QByteArray &key, const QString &workspace = {});

    QNetworkReply *startGet(const QString &path, const QByteArray &key, const QByteArray &forwardedFor = {});
    /// A question that waits at the relay for something to come; it does when this returns.
    QNetworkReply *startPoll(const QByteArray &key, const QString &session);
    QNetworkReply *startPost(const QByteArray &body);
    static Answer answerOf(QNetworkReply *reply);

private:
    QNetworkRequest requestTo(const QString &path) const;

    QTemporaryDir m_folder;
    FakeClock m_clock;
    RelayBounds m_bounds;
    RelayServerOptions m_options;
    WebhookTraffic m_traffic;
    std::unique_ptr<SqliteRelayQueue> m_queue;
    std::unique_ptr<RelayServer> m_server;
    QNetworkAccessManager m_network;
};

/// What Meta says when a message was delivered.
QByteArray deliveredBody(const QString &messageId);
/// What Meta says when a person wrote.
QByteArray messageBody(const QString &messageId);
