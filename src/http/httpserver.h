#pragma once

#include "base/result.h"
#include "http/httpmessage.h"

#include <QCoreApplication>

#include <chrono>
#include <functional>
#include <memory>

/// What a server refuses by itself: no handler ever sees it.
enum class HttpRefusal {
    TooLarge, ///< a body over the limit, announced or come
    TooLate, ///< not there whole in time
    TooMuch, ///< a body for which there is no room beside the others
};

/// Where a server listens and how much it bears. The limits hold for every request, whatever its handler
/// does.
struct HttpServerOptions
{
    QString host = QStringLiteral("127.0.0.1"); ///< an address or a name of this computer
    quint16 port = 0; ///< 0: a free one, see HttpServer::port()
    qint64 maxBodyBytes = 1 << 20; ///< a larger body is answered 413 and never kept in memory
    /// So much of the bodies of all requests is kept in memory at once; one that comes beyond it is answered
    /// 503. 0: no limit.
    qint64 maxBodyBytesAtOnce = 0;
    unsigned maxConnections = 1000;
    /// A request must have arrived whole this long after it began, and its answer must be taken within the
    /// same time; else the connection is cut. The time a handler takes is not counted.
    std::chrono::milliseconds requestDeadline{30'000};
    /// Where answers are large and lines slow: so long for an answer to be taken. 0: as for a request.
    std::chrono::milliseconds answerDeadline{0};
    /// How long a connection may stay open between two requests.
    std::chrono::milliseconds idleDeadline{120'000};
    /// While all connections are taken, one that asks for nothing keeps its place no longer than this.
    std::chrono::milliseconds idleDeadlineWhenFull{1'000};
    /// Called on the server's own threads; must return at once.
    std::function<void(HttpRefusal)> onRefused;
    /// Both in PEM: the server then speaks HTTPS only.
    QByteArray certificate;
    QByteArray privateKey;
};

/// Answers one request, now or later, from any thread. The first call decides and further ones do nothing.
/// When the last copy goes without having answered, the connection is closed. May outlive the server.
class HttpResponder
{
public:
    void respond(HttpResponse response) const;
    /// Closes the connection; the client sees its end without a byte of an answer.
    void closeWithoutAnswer() const;

private:
    friend class HttpServer;
    class Ticket;

    explicit HttpResponder(std::shared_ptr<Ticket> ticket);

    std::shared_ptr<Ticket> m_ticket;
};

/// A small HTTP/1.1 server. Handlers run on the server's own single thread, one at a time: they must return
/// soon and may keep the responder, but not the request, to answer later; a waiting request costs a
/// connection, not a thread.
class HttpServer
{
    Q_DECLARE_TR_FUNCTIONS(HttpServer)

public:
    using Handler = std::function<void(const HttpRequest &request, HttpResponder responder)>;

    HttpServer();
    /// Stops.
    ~HttpServer();

    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Listens at once. A server that runs is stopped first.
    Result<> start(const HttpServerOptions &options, Handler handler);

    /// Closes every connection, answered or not, and waits for the handler that runs. Never call it from a
    /// handler.
    void stop();

    bool isListening() const;
    quint16 port() const;
    /// "http://127.0.0.1:8080", without a slash at the end.
    QString url() const;

private:
    class Core;

    friend class HttpResponder;

    std::shared_ptr<Core> m_core;
    QString m_url;
    quint16 m_port = 0;
};
