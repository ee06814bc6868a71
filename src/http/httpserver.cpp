#include "http/httpserver.h"

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif
#include <microhttpd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// Memory taken for a body before any of it arrived: a mere promise of a large one must cost nothing.
constexpr qint64 kFirstReservation = 64 * 1024;

struct Connection;

/// One request and what was decided about it. Between the handler and the answer it is shared with the
/// responder.
struct Exchange
{
    enum class Decision { None, Respond, Close };

    HttpRequest request;
    bool headersSeen = false;
    bool isTooLarge = false;
    bool isTooMuch = false;
    bool isHandled = false;
    // From here on guarded by the server's mutex.
    Decision decision = Decision::None;
    HttpResponse response;
    bool isSuspended = false;
    bool isOver = false;
    MHD_Connection *mhd = nullptr;
    Connection *connection = nullptr;
};

/// A client's connection and the moment that its present phase began.
struct Connection
{
    enum class Phase { BeforeFirst, BetweenRequests, Receiving, Handling, Answering };

    MHD_socket socket = MHD_INVALID_SOCKET;
    Phase phase = Phase::BeforeFirst;
    SteadyTime since = std::chrono::steady_clock::now();
    bool isCut = false;
    std::shared_ptr<Exchange> exchange;

    void enter(Phase next)
    {
        phase = next;
        since = std::chrono::steady_clock::now();
    }
};

void cutSocket(MHD_socket socket)
{
#ifdef _WIN32
    shutdown(socket, SD_BOTH);
#else
    shutdown(socket, SHUT_RDWR);
#endif
}

MHD_Result appendField(void *fields, MHD_ValueKind, const char *name, size_t nameSize, const char *value,
                       size_t valueSize)
{
    static_cast<HttpFields *>(fields)->emplace_back(QByteArray{name, qsizetype(nameSize)},
                                                    value ? QByteArray{value, qsizetype(valueSize)}
                                                          : QByteArray{});
    return MHD_YES;
}

MHD_Result queue(MHD_Connection *connection, const HttpResponse &response)
{
    MHD_Response *mhdResponse = MHD_create_response_from_buffer(
        size_t(response.body.size()), const_cast<char *>(response.body.constData()), MHD_RESPMEM_MUST_COPY);
    if (!mhdResponse)
        return MHD_NO;
    for (const auto &[name, value] : response.headers)
        MHD_add_response_header(mhdResponse, name.constData(), value.constData());
    const MHD_Result queued = MHD_queue_response(connection, unsigned(response.status), mhdResponse);
    MHD_destroy_response(mhdResponse);
    return queued;
}

QByteArray peerAddressOf(MHD_Connection *mhd)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (!info || !info->client_addr)
        return {};
    const auto size = info->client_addr->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    std::array<char, NI_MAXHOST> text{};
    if (getnameinfo(info->client_addr, socklen_t(size), text.data(), socklen_t(text.size()), nullptr, 0,
                    NI_NUMERICHOST)
        != 0)
        return {};
    QByteArray address{text.data()};
    constexpr QByteArrayView kMapped{"::ffff:"}; // IPv4 on a socket of IPv6
    return address.startsWith(kMapped) && address.contains('.') ? address.mid(kMapped.size()) : address;
}

HttpResponse tooLargeResponse()
{
    return httpResponse(413, "text/plain; charset=utf-8", "The body is larger than this server takes.\n");
}

HttpResponse tooMuchResponse()
{
    HttpResponse response =
        httpResponse(503, "text/plain; charset=utf-8", "Too much at once; send it again.\n");
    response.headers.emplace_back("Retry-After", "10");
    return response;
}

QString urlText(const QString &host, quint16 port, bool isSecure)
{
    const QString shownHost = host.contains(u':') ? u'[' + host + u']' : host;
    return u"%1://%2:%3"_s.arg(isSecure ? u"https"_s : u"http"_s, shownHost).arg(port);
}

} // namespace

/// What the library's thread, the watchdog and the responders share. Responders keep it alive past the
/// server.
class HttpServer::Core : public std::enable_shared_from_this<Core>
{
public:
    Core(const HttpServerOptions &options, Handler handler)
        : m_options{options}
        , m_handler{std::move(handler)}
    {
    }

    /// 0, or the system's error number.
    int start(const sockaddr *address, bool isIpv6);
    void stop();
    quint16 port() const;

    void decide(Exchange &exchange, Exchange::Decision decision, HttpResponse response);

private:
    static void *onRequestLine(void *core, const char *uri, MHD_Connection *mhd);
    static void onConnection(void *core, MHD_Connection *mhd, void **context,
                             MHD_ConnectionNotificationCode code);
    static void onCompleted(void *core, MHD_Connection *mhd, void **context, MHD_RequestTerminationCode code);
    static MHD_Result onAccess(void *core, MHD_Connection *mhd, const char *path, const char *method,
                               const char *, const char *upload, size_t *uploadSize, void **context);

    MHD_Result beginRequest(Exchange &exchange, const char *path, const char *method);
    void takeBody(Exchange &exchange, const char *data, size_t size);
    void handle(Exchange &exchange);
    MHD_Result carryOut(Exchange &exchange);
    void watchDeadlines();
    void cutLateConnections();
    std::chrono::milliseconds deadlineOf(Connection::Phase phase) const;
    void noteRefused(HttpRefusal refusal) const;

    const HttpServerOptions m_options;
    const Handler m_handler;
    MHD_Daemon *m_daemon = nullptr;
    std::thread m_watchdog;
    qint64 m_bodyBytes = 0; ///< of all requests at this moment; of the library's thread

    // Owner: this class. Guards the connections, the second half of every Exchange, and the wish to stop.
    // Resuming and suspending happen under it, so that neither meets a connection that is gone.
    std::mutex m_mutex;
    std::condition_variable m_stopWish;
    std::unordered_set<Connection *> m_connections;
    bool m_isStopping = false;
};

/// The right to answer one request; when it goes unused, the connection is closed.
class HttpResponder::Ticket
{
public:
    Ticket(std::shared_ptr<HttpServer::Core> core, std::shared_ptr<Exchange> exchange)
        : m_core{std::move(core)}
        , m_exchange{std::move(exchange)}
    {
    }
    ~Ticket() { decide(Exchange::Decision::Close, {}); }

    Ticket(const Ticket &) = delete;
    Ticket &operator=(const Ticket &) = delete;

    void decide(Exchange::Decision decision, HttpResponse response)
    {
        m_core->decide(*m_exchange, decision, std::move(response));
    }

private:
    const std::shared_ptr<HttpServer::Core> m_core;
    const std::shared_ptr<Exchange> m_exchange;
};

HttpResponder::HttpResponder(std::shared_ptr<Ticket> ticket)
    : m_ticket{std::move(ticket)}
{
}

void HttpResponder::respond(HttpResponse response) const
{
    m_ticket->decide(Exchange::Decision::Respond, std::move(response));
}

void HttpResponder::closeWithoutAnswer() const
{
    m_ticket->decide(Exchange::Decision::Close, {});
}

int HttpServer::Core::start(const sockaddr *address, bool isIpv6)
{
    unsigned flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    if (isIpv6)
        flags |= MHD_USE_IPv6;
    std::vector<MHD_OptionItem> extra;
    if (!m_options.certificate.isEmpty()) {
        flags |= MHD_USE_TLS;
        // The library keeps the pointers; both arrays live as long as this object.
        extra.push_back(
            {MHD_OPTION_HTTPS_MEM_CERT, 0, const_cast<char *>(m_options.certificate.constData())});
        extra.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, const_cast<char *>(m_options.privateKey.constData())});
    }
    extra.push_back({MHD_OPTION_END, 0, nullptr});

    errno = 0;
    m_daemon = MHD_start_daemon(
        flags, m_options.port, nullptr, nullptr, &Core::onAccess, this, // clang-format off
        MHD_OPTION_SOCK_ADDR, address,
        MHD_OPTION_LISTEN_BACKLOG_SIZE, 511U,
        MHD_OPTION_CONNECTION_LIMIT, m_options.maxConnections,
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, &Core::onRequestLine, this,
        MHD_OPTION_NOTIFY_CONNECTION, &Core::onConnection, this,
        MHD_OPTION_NOTIFY_COMPLETED, &Core::onCompleted, this,
        MHD_OPTION_ARRAY, extra.data(),
        MHD_OPTION_END); // clang-format on
    if (!m_daemon)
        return errno ? errno : EINVAL;
    m_watchdog = std::thread{[this] { watchDeadlines(); }};
    return 0;
}

void HttpServer::Core::stop()
{
    {
        const std::lock_guard lock{m_mutex};
        m_isStopping = true;
        for (const Connection *connection : m_connections) {
            const std::shared_ptr<Exchange> &exchange = connection->exchange;
            if (!exchange || !exchange->isSuspended)
                continue;
            // The library must not be stopped while a connection is suspended.
            exchange->decision = Exchange::Decision::Close;
            exchange->isSuspended = false;
            MHD_resume_connection(exchange->mhd);
        }
    }
    m_stopWish.notify_all();
    if (m_watchdog.joinable())
        m_watchdog.join();
    MHD_stop_daemon(m_daemon);
    m_daemon = nullptr;
}

quint16 HttpServer::Core::port() const
{
    const MHD_DaemonInfo *info = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

void HttpServer::Core::decide(Exchange &exchange, Exchange::Decision decision, HttpResponse response)
{
    const std::lock_guard lock{m_mutex};
    if (exchange.isOver || exchange.decision != Exchange::Decision::None)
        return;
    exchange.decision = decision;
    exchange.response = std::move(response);
    if (exchange.isSuspended) {
        exchange.isSuspended = false;
        MHD_resume_connection(exchange.mhd);
    }
}

void *HttpServer::Core::onRequestLine(void *core, const char *, MHD_Connection *mhd)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    auto *connection = static_cast<Connection *>(info->socket_context);
    const auto exchange = std::make_shared<Exchange>();
    exchange->mhd = mhd;
    exchange->connection = connection;

    const std::lock_guard lock{static_cast<Core *>(core)->m_mutex};
    connection->exchange = exchange;
    connection->enter(Connection::Phase::Receiving);
    return exchange.get();
}

void HttpServer::Core::onConnection(void *core, MHD_Connection *mhd, void **context,
                                    MHD_ConnectionNotificationCode code)
{
    auto *self = static_cast<Core *>(core);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        auto connection = std::make_unique<Connection>();
        connection->socket = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        const std::lock_guard lock{self->m_mutex};
        self->m_connections.insert(connection.get());
        *context = connection.release();
        return;
    }
    // The library closes the socket only after this call, so the watchdog can never cut another one of the
    // same number.
    const std::unique_ptr<Connection> connection{static_cast<Connection *>(*context)};
    const std::lock_guard lock{self->m_mutex};
    self->m_connections.erase(connection.get());
    if (connection->exchange)
        connection->exchange->isOver = true;
}

void HttpServer::Core::onCompleted(void *core, MHD_Connection *, void **context, MHD_RequestTerminationCode)
{
    auto *exchange = static_cast<Exchange *>(*context);
    if (!exchange)
        return;
    *context = nullptr;
    static_cast<Core *>(core)->m_bodyBytes -= exchange->request.body.size();
    const std::lock_guard lock{static_cast<Core *>(core)->m_mutex};
    exchange->isOver = true;
    Connection *connection = exchange->connection;
    connection->enter(Connection::Phase::BetweenRequests);
    connection->exchange.reset();
}

MHD_Result HttpServer::Core::onAccess(void *core, MHD_Connection *, const char *path, const char *method,
                                      const char *, const char *upload, size_t *uploadSize, void **context)
{
    auto *self = static_cast<Core *>(core);
    auto &exchange = *static_cast<Exchange *>(*context);
    if (!exchange.headersSeen)
        return self->beginRequest(exchange, path, method);
    if (*uploadSize > 0) {
        self->takeBody(exchange, upload, *uploadSize);
        *uploadSize = 0;
        return MHD_YES;
    }
    if (!exchange.isHandled)
        self->handle(exchange);
    return self->carryOut(exchange);
}

MHD_Result HttpServer::Core::beginRequest(Exchange &exchange, const char *path, const char *method)
{
    exchange.headersSeen = true;
    HttpRequest &request = exchange.request;
    request.method = method;
    request.path = path;
    request.peerAddress = peerAddressOf(exchange.mhd);
    MHD_get_connection_values_n(exchange.mhd, MHD_HEADER_KIND, &appendField, &request.headers);
    MHD_get_connection_values_n(exchange.mhd, MHD_GET_ARGUMENT_KIND, &appendField, &request.query);

    const qint64 announced = request.header("Content-Length").toLongLong();
    if (announced > m_options.maxBodyBytes) {
        exchange.isTooLarge = true;
        exchange.isHandled = true;
        noteRefused(HttpRefusal::TooLarge);
        // Answered here, before the body: the library then reads none of it and closes the connection.
        return queue(exchange.mhd, tooLargeResponse());
    }
    request.body.reserve(std::min(announced, kFirstReservation));
    return MHD_YES;
}

void HttpServer::Core::takeBody(Exchange &exchange, const char *data, size_t size)
{
    if (exchange.isTooLarge || exchange.isTooMuch)
        return;
    // A chunked body only. The library takes no answer in the middle of a body, so the rest of one that is
    // refused is dropped as it arrives; the deadline ends it.
    exchange.isTooLarge = exchange.request.body.size() + qint64(size) > m_options.maxBodyBytes;
    exchange.isTooMuch =
        m_options.maxBodyBytesAtOnce > 0 && m_bodyBytes + qint64(size) > m_options.maxBodyBytesAtOnce;
    if (exchange.isTooLarge || exchange.isTooMuch) {
        m_bodyBytes -= exchange.request.body.size();
        exchange.request.body = {};
        noteRefused(exchange.isTooLarge ? HttpRefusal::TooLarge : HttpRefusal::TooMuch);
        return;
    }
    exchange.request.body.append(data, qsizetype(size));
    m_bodyBytes += qint64(size);
}

void HttpServer::Core::handle(Exchange &exchange)
{
    exchange.isHandled = true;
    std::shared_ptr<Exchange> shared;
    {
        const std::lock_guard lock{m_mutex};
        if (exchange.isTooLarge || exchange.isTooMuch) {
            exchange.decision = Exchange::Decision::Respond;
            exchange.response = exchange.isTooLarge ? tooLargeResponse() : tooMuchResponse();
            return;
        }
        exchange.connection->enter(Connection::Phase::Handling);
        shared = exchange.connection->exchange;
    }
    m_handler(exchange.request,
              HttpResponder{std::make_shared<HttpResponder::Ticket>(shared_from_this(), shared)});
}

MHD_Result HttpServer::Core::carryOut(Exchange &exchange)
{
    const std::lock_guard lock{m_mutex};
    if (exchange.decision == Exchange::Decision::None && !m_isStopping) {
        exchange.isSuspended = true;
        MHD_suspend_connection(exchange.mhd);
        return MHD_YES;
    }
    if (exchange.decision != Exchange::Decision::Respond)
        return MHD_NO; // closes the connection
    exchange.connection->enter(Connection::Phase::Answering);
    return queue(exchange.mhd, exchange.response);
}

void HttpServer::Core::watchDeadlines()
{
    using namespace std::chrono_literals;
    const std::chrono::milliseconds shortest =
        std::min({m_options.requestDeadline, m_options.idleDeadline, m_options.idleDeadlineWhenFull});
    const std::chrono::milliseconds interval =
        std::clamp<std::chrono::milliseconds>(shortest / 4, 10ms, 1000ms);
    std::unique_lock lock{m_mutex};
    while (!m_stopWish.wait_for(lock, interval, [this] { return m_isStopping; }))
        cutLateConnections();
}

void HttpServer::Core::cutLateConnections()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    for (Connection *connection : m_connections) {
        if (connection->phase == Connection::Phase::Handling || connection->isCut)
            continue;
        if (now - connection->since <= deadlineOf(connection->phase))
            continue;
        connection->isCut = true;
        if (connection->phase == Connection::Phase::BeforeFirst
            || connection->phase == Connection::Phase::Receiving)
            noteRefused(HttpRefusal::TooLate);
        cutSocket(connection->socket);
    }
}

std::chrono::milliseconds HttpServer::Core::deadlineOf(Connection::Phase phase) const
{
    const bool isFull = m_connections.size() >= m_options.maxConnections;
    switch (phase) {
    case Connection::Phase::BeforeFirst:
        return isFull ? std::min(m_options.requestDeadline, m_options.idleDeadlineWhenFull)
                      : m_options.requestDeadline;
    case Connection::Phase::BetweenRequests:
        return isFull ? std::min(m_options.idleDeadline, m_options.idleDeadlineWhenFull)
                      : m_options.idleDeadline;
    case Connection::Phase::Receiving:
    case Connection::Phase::Handling: return m_options.requestDeadline;
    case Connection::Phase::Answering:
        return m_options.answerDeadline.count() > 0 ? m_options.answerDeadline : m_options.requestDeadline;
    }
    Q_UNREACHABLE();
}

void HttpServer::Core::noteRefused(HttpRefusal refusal) const
{
    if (m_options.onRefused)
        m_options.onRefused(refusal);
}

HttpServer::HttpServer() = default;

HttpServer::~HttpServer()
{
    stop();
}

Result<> HttpServer::start(const HttpServerOptions &options, Handler handler)
{
    stop();
    const bool isSecure = !options.certificate.isEmpty();
    if (isSecure && MHD_is_feature_supported(MHD_FEATURE_TLS) != MHD_YES) {
        return Error{ErrorKind::Internal, tr("This build cannot serve HTTPS."), u"no_tls"_s,
                     u"libmicrohttpd without TLS"_s};
    }

    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int failure = getaddrinfo(options.host.toUtf8().constData(),
                                    QByteArray::number(options.port).constData(), &hints, &found);
    if (failure != 0 || !found) {
        return Error{ErrorKind::BadInput, tr("“%1” is not an address of this computer.").arg(options.host),
                     u"bad_address"_s, QString::fromLocal8Bit(gai_strerror(failure))};
    }
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> address{found, &freeaddrinfo};

    auto core = std::make_shared<Core>(options, std::move(handler));
    if (const int problem = core->start(address->ai_addr, address->ai_family == AF_INET6); problem != 0) {
        const QString detail = QString::fromLocal8Bit(std::strerror(problem));
        if (problem == EADDRINUSE) {
            return Error{ErrorKind::BadInput,
                         tr("Port %1 on %2 is already in use.").arg(options.port).arg(options.host),
                         u"port_in_use"_s, detail};
        }
        return Error{ErrorKind::BadInput,
                     tr("Cannot listen on port %1 of %2: %3.").arg(options.port).arg(options.host, detail),
                     u"cannot_listen"_s, detail};
    }
    m_core = std::move(core);
    m_port = m_core->port();
    m_url = urlText(options.host, m_port, isSecure);
    return Done{};
}

void HttpServer::stop()
{
    if (!m_core)
        return;
    m_core->stop();
    m_core.reset();
    m_port = 0;
    m_url.clear();
}

bool HttpServer::isListening() const
{
    return m_core != nullptr;
}

quint16 HttpServer::port() const
{
    return m_port;
}

QString HttpServer::url() const
{
    return m_url;
}
