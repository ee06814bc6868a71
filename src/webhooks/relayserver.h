#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ports/relayqueue.h"
#include "http/httpserver.h"
#include "webhooks/webhookgate.h"
#include "webhooks/webhooktraffic.h"
#include "webhooks/wrongkeylimit.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <vector>

/// Where a relay receives, and how it proves itself.
struct RelayServerOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0: a free one
    QByteArray certificate; ///< with its key, both in PEM: HTTPS. Without: behind a proxy that does it
    QByteArray privateKey;
    QByteArray verifyToken; ///< for Meta's handshake; empty: every handshake is refused
    std::vector<QByteArray> appSecrets; ///< there must be one
    QStringList trustedProxies; ///< addresses whose X-Forwarded-For is believed
    QString version; ///< as told to who asks
    std::chrono::milliseconds requestDeadline{15'000};
    /// How much room the disk has; -1: not known.
    std::function<qint64()> freeBytes = [] { return qint64{-1}; };
    /// With less room nothing more is taken in, so that what is there can still be handed out.
    qint64 leastFreeBytes = qint64{64} * 1024 * 1024;
};

/// A relay's server: takes what Meta posts into the queue (/webhook, 200 only once it is on disk, many bodies
/// in one transaction), hands it out to desktops that bring their key (/pull, /ack) and says how it is
/// (/health). Lives on one thread with an event loop; the queue is used there.
class RelayServer final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    RelayServer(const Clock &clock, RelayQueue &queue, WebhookTraffic &traffic, QObject *parent = nullptr);
    ~RelayServer() override;

    /// Refused with the code "no_app_secret" where none is given: anybody could make up events.
    Result<> listen(RelayServerOptions options);
    /// Bodies that wait for the disk are stored first.
    void stop();

    quint16 port() const { return m_server.port(); }
    /// "https://127.0.0.1:8443", without a path.
    QString url() const { return m_server.url(); }
    /// How many questions of desktops wait for something to come.
    size_t waitingPolls() const { return m_polls.size(); }

    // What a client and the server must agree on.
    static constexpr int kMostBodies = 500; ///< in one answer
    static constexpr std::chrono::seconds kLongestWait{50}; ///< shorter than what proxies bear

signals:
    void stored(int bodies, qint64 bytes);
    /// Meta was asked to send again later.
    void notStored(int bodies, const Error &error);
    void handshakeAnswered();
    void pulled(const QString &desktop, int bodies);
    void acknowledged(const QString &desktop);
    /// Somebody at this address came with a key that nobody has.
    void wrongKey(const QByteArray &address);

private:
    struct Arrival
    {
        RelayBody body;
        HttpResponder responder;
    };
    struct Poll
    {
        RelayKeyHolder holder;
        QByteArray session;
        HttpResponder responder;
        MonotonicTime until;
    };

    void handle(const HttpRequest &request, const HttpResponder &responder);
    void enqueue(const HttpRequest &request, const HttpResponder &responder);
    void storeArrivals();
    Result<> requireRoom() const;
    void serveDesktop(const HttpRequest &request, const HttpResponder &responder);
    Result<std::optional<RelayKeyHolder>> holderOf(const HttpRequest &request);
    Result<bool> isKeyOf(const RelayKeyHolder &holder, const HttpRequest &request);
    QByteArray clientAddress(const HttpRequest &request) const;
    void pull(const HttpRequest &request, const RelayKeyHolder &holder, const HttpResponder &responder);
    void park(Poll poll, RelayBatch batch);
    void answerPolls();
    void endLatePolls();
    void answerBatch(const Poll &poll, const RelayBatch &batch, HttpFields headers = {});
    void acknowledge(const HttpRequest &request, const RelayKeyHolder &holder,
                     const HttpResponder &responder);
    void answerHealth(const HttpResponder &responder);
    void keepHouse();

    const Clock &m_clock;
    RelayQueue &m_queue;
    WebhookGate m_gate;
    RelayServerOptions m_options; ///< changed only while the server is stopped
    WrongKeyLimit m_wrongKeys;
    std::list<Poll> m_polls; ///< oldest first
    QTimer m_pollTimer;
    QTimer m_houseTimer;
    // Owner: this class. Guards what the server's thread hands to ours.
    std::mutex m_mutex;
    std::vector<Arrival> m_arrivals;
    qint64 m_arrivedBytes = 0;
    HttpServer m_server;
};
