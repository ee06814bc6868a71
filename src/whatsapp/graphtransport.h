#pragma once

#include "whatsapp/graphanswer.h"

#include <QHttpMultiPart>
#include <QList>
#include <QNetworkRequest>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <vector>

class OneTimeBody;
class QNetworkAccessManager;
class QNetworkProxyFactory;

/// How much a transport carries and how long it waits.
struct GraphTransportOptions
{
    /// At 200 ms an answer this carries 1,200 messages a second.
    int maxInFlight = 240;
    /// From handing a request over to the last byte of its answer, however slowly it trickles in.
    std::chrono::milliseconds answerTimeout{60'000};
    qint64 longestAnswer = 1 << 20;
    /// A connection unused for this long is not used again, so that no server closes it under a request.
    std::chrono::milliseconds idleLifetime{2'000};
    /// Trusted beside the system's own.
    QList<QSslCertificate> extraCertificates;
};

/// Carries requests over a pool of network managers that grows with what is in flight: one manager of Qt 6.4
/// has six connections to a host, and a request beyond them would wait inside with its time-out running. Each
/// request is answered exactly once, never from within the call that made it; after the transport is gone, no
/// answer comes. Lives on one thread with an event loop.
class GraphTransport final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const GraphAnswer &)>;

    explicit GraphTransport(GraphTransportOptions options, QObject *parent = nullptr);
    ~GraphTransport() override;

    int inFlight() const { return static_cast<int>(m_exchanges.size()); }
    /// How many more requests keep within the limit. One that is made all the same still gets a connection.
    int freeSlots() const;
    /// How many managers are alive, for tests.
    int managerCount() const { return static_cast<int>(m_lines.size()); }

    /// Posts JSON once: the body is never sent a second time, whatever happens to the connection.
    void postOnce(QNetworkRequest request, const QByteArray &json, Answer answer);
    void get(QNetworkRequest request, Answer answer);
    /// The time-out counts from the last progress, since a large file takes long on a slow line.
    void upload(QNetworkRequest request, std::unique_ptr<QHttpMultiPart> form, Answer answer);

    /// Answers everything in flight now.
    void abandonAll();

private:
    class Exchange;

    using Time = std::chrono::steady_clock::time_point;

    // Fixed in Qt 6.4: connections of one manager to one host over HTTP/1.1.
    static constexpr size_t kConnectionsPerManager = 6;

    /// One manager and how many of its connections are in use. Of those that are free it takes the one made
    /// first, so the last ones made are in use only while all others are: how long they have been idle
    /// follows from when so many were in use.
    struct Line
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        size_t inFlight = 0;
        /// When more than so many requests were in flight; nothing: never, so the next one makes a
        /// connection.
        std::array<std::optional<Time>, kConnectionsPerManager> lastBusier;
    };

    bool hasRoom(const Line &line, Time now) const;
    Line &lineWithRoom();
    Exchange &follow(Line &line, QNetworkReply *reply, OneTimeBody *body, Answer answer);
    void finish(Exchange &exchange);
    void dropIdleLines();

    const GraphTransportOptions m_options;
    QSslConfiguration m_tls;
    const std::shared_ptr<QNetworkProxyFactory> m_proxies;
    // The first line with room is taken, so that the same connections stay in use and the last lines fall
    // idle.
    std::list<Line> m_lines;
    std::vector<Exchange *> m_exchanges;
    QTimer m_idleTimer;
};
