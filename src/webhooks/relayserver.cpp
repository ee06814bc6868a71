#include "webhooks/relayserver.h"

#include "webhooks/relayform.h"
#include "webhooks/webhooksignature.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcRelay, "fanfare.relay", QtInfoMsg)

constexpr auto kHouseEvery = 60s;
constexpr auto kLookAtPollsEvery = 500ms;
constexpr qint64 kMostBytes = 4 * 1024 * 1024; // in one answer
// A full answer over a slow line; strangers get only short ones, which are gone at once.
constexpr auto kAnswerTakenWithin = 5min;
// More than this in memory at once means that the disk cannot keep up; Meta sends again later.
constexpr qint64 kMostArrivedBytes = 64 * 1024 * 1024;
// Waiting polls take places that Meta needs: of 200 connections never more than these.
constexpr size_t kMostPolls = 50;
constexpr int kMostPollsOfOne = 4;
constexpr auto kComeBackIn = "2"; // seconds, for who found no place to wait

HttpResponse jsonResponse(int status, const QJsonObject &document)
{
    HttpResponse response =
        httpResponse(status, "application/json", QJsonDocument{document}.toJson(QJsonDocument::Compact));
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

HttpResponse trouble(int status, const QString &code)
{
    return jsonResponse(status,
                        {
                            {u"error"_s, code}
    });
}

HttpResponse unavailable()
{
    HttpResponse response = trouble(503, u"storage"_s);
    response.headers.emplace_back("Retry-After", "10");
    return response;
}

HttpResponse wrongKeyResponse()
{
    HttpResponse response = trouble(401, u"wrong_key"_s);
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

/// What went wrong with the queue, as a desktop is told it.
HttpResponse responseFor(const Error &error)
{
    if (error.code == "no_desktop"_L1) // revoked meanwhile
        return wrongKeyResponse();
    if (error.kind == ErrorKind::BadInput)
        return trouble(400, error.code);
    qCWarning(lcRelay) << "the queue failed:" << error.detail;
    return unavailable();
}

} // namespace

RelayServer::RelayServer(const Clock &clock, RelayQueue &queue, WebhookTraffic &traffic, QObject *parent)
    : QObject{parent}
    , m_clock{clock}
    , m_queue{queue}
    , m_gate{traffic,
             [this] {
                 QMetaObject::invokeMethod(this, [this] {
                     if (const Result<> noted = m_queue.noteHandshake(m_clock.now()); !noted)
                         qCWarning(lcRelay) << "a handshake was not noted:" << noted.error().detail;
                     emit handshakeAnswered();
                 });
             },
             [this](const HttpRequest &request, bool, const HttpResponder &responder) {
                 enqueue(request, responder);
             }}
{
    m_pollTimer.setInterval(kLookAtPollsEvery);
    connect(&m_pollTimer, &QTimer::timeout, this, &RelayServer::endLatePolls);
    m_houseTimer.setInterval(kHouseEvery);
    connect(&m_houseTimer, &QTimer::timeout, this, &RelayServer::keepHouse);
}

RelayServer::~RelayServer()
{
    stop();
}

Result<> RelayServer::listen(RelayServerOptions options)
{
    stop();
    m_gate.setProof(options.verifyToken, options.appSecrets);
    if (!m_gate.knowsAppSecret()) {
        return Error{ErrorKind::Refused,
                     tr("The app secret is not known. Without it, anybody could make up delivery events."),
                     u"no_app_secret"_s,
                     {}};
    }
    m_options = std::move(options);
    HttpServerOptions server =
        m_gate.serverOptions(m_options.host, m_options.port, m_options.requestDeadline);
    server.answerDeadline = kAnswerTakenWithin;
    server.certificate = m_options.certificate;
    server.privateKey = m_options.privateKey;
    const Result<> started =
        m_server.start(server, [this](const HttpRequest &request, const HttpResponder &responder) {
            handle(request, responder);
        });
    if (!started)
        return started;
    keepHouse();
    m_houseTimer.start();
    return Done{};
}

void RelayServer::stop()
{
    if (!m_server.isListening())
        return;
    storeArrivals();
    m_polls.clear();
    m_pollTimer.stop();
    m_houseTimer.stop();
    m_server.stop();
    const std::lock_guard lock{m_mutex};
    m_arrivals.clear(); // came since, and was promised nothing
    m_arrivedBytes = 0;
}

// Runs on the server's thread.
void RelayServer::handle(const HttpRequest &request, const HttpResponder &responder)
{
    const bool isForDesktops = (request.path == "/pull" && request.method == "GET")
        || (request.path == "/ack" && request.method == "POST");
    if (isForDesktops) {
        QMetaObject::invokeMethod(
            this, [this, request, responder] { serveDesktop(request, responder); }, Qt::QueuedConnection);
    } else if (request.path == "/health" && request.method == "GET") {
        QMetaObject::invokeMethod(
            this, [this, responder] { answerHealth(responder); }, Qt::QueuedConnection);
    } else {
        m_gate.handle(request, responder);
    }
}

// Runs on the server's thread.
void RelayServer::enqueue(const HttpRequest &request, const HttpResponder &responder)
{
    bool isFirst = false;
    {
        const std::lock_guard lock{m_mutex};
        if (m_arrivedBytes + request.body.size() > kMostArrivedBytes) {
            responder.respond(m_gate.askAgain());
            return;
        }
        isFirst = m_arrivals.empty();
        m_arrivedBytes += request.body.size();
        m_arrivals.push_back({
            {0, {}, request.header("X-Hub-Signature-256"), request.body},
            responder
        });
    }
    if (isFirst)
        QMetaObject::invokeMethod(this, &RelayServer::storeArrivals, Qt::QueuedConnection);
}

/// While one transaction is written, the next ones gather.
void RelayServer::storeArrivals()
{
    std::vector<Arrival> arrivals;
    {
        const std::lock_guard lock{m_mutex};
        arrivals.swap(m_arrivals);
        m_arrivedBytes = 0;
    }
    if (arrivals.empty())
        return;
    std::vector<RelayBody> bodies;
    bodies.reserve(arrivals.size());
    qint64 bytes = 0;
    const UtcTime now = m_clock.now();
    for (Arrival &arrival : arrivals) {
        arrival.body.receivedAt = now;
        bytes += arrival.body.body.size();
        bodies.push_back(std::move(arrival.body));
    }
    const Result<> hasRoom = requireRoom();
    const Result<> stored = hasRoom ? m_queue.store(bodies) : hasRoom;
    for (const Arrival &arrival : arrivals)
        arrival.responder.respond(stored ? m_gate.accept() : m_gate.askAgain());
    if (!stored) {
        qCWarning(lcRelay) << bodies.size() << "bodies were not stored:" << stored.error().detail;
        emit notStored(int(bodies.size()), stored.error());
        return;
    }
    emit this->stored(int(bodies.size()), bytes);
    answerPolls();
}

Result<> RelayServer::requireRoom() const
{
    const qint64 free = m_options.freeBytes();
    if (free < 0 || free >= m_options.leastFreeBytes)
        return Done{};
    return Error{ErrorKind::Storage, tr("The disk of the relay is full."), u"disk_full"_s,
                 u"%1 bytes are free"_s.arg(free)};
}

void RelayServer::serveDesktop(const HttpRequest &request, const HttpResponder &responder)
{
    const QByteArray address = clientAddress(request);
    if (const std::optional<std::chrono::seconds> wait = m_wrongKeys.waitOf(address, m_clock.monotonic())) {
        HttpResponse response = trouble(429, u"too_many_wrong_keys"_s);
        response.headers.emplace_back("Retry-After", QByteArray::number(qint64(wait->count())));
        responder.respond(response);
        return;
    }
    const Result<std::optional<RelayKeyHolder>> holder = holderOf(request);
    if (!holder) {
        responder.respond(responseFor(holder.error()));
    } else if (!*holder) {
        m_wrongKeys.noteWrong(address, m_clock.monotonic());
        emit wrongKey(address);
        responder.respond(wrongKeyResponse());
    } else if (const Result<bool> isTheirs = isKeyOf(**holder, request); !isTheirs || !*isTheirs) {
        responder.respond(isTheirs ? trouble(409, u"key_in_use"_s) : responseFor(isTheirs.error()));
    } else if (request.path == "/pull") {
        pull(request, **holder, responder);
    } else {
        acknowledge(request, **holder, responder);
    }
}

Result<std::optional<RelayKeyHolder>> RelayServer::holderOf(const HttpRequest &request)
{
    constexpr QByteArrayView kScheme{"Bearer "};
    const QByteArray authorization = request.header("Authorization");
    if (!authorization.startsWith(kScheme))
        return std::optional<RelayKeyHolder>{};
    const QByteArray hash = relayKeyHash(authorization.mid(kScheme.size()).trimmed());
    const Result<std::vector<RelayKeyHolder>> holders = m_queue.keyHolders();
    if (!holders)
        return holders.error();
    std::optional<RelayKeyHolder> found;
    for (const RelayKeyHolder &holder : *holders) { // all of them, so that the time tells nothing
        if (isSameSecret(holder.keyHash, hash))
            found = holder;
    }
    return found;
}

/// With one key there is one place in the queue: of two workspaces each would miss what the other fetches.
Result<bool> RelayServer::isKeyOf(const RelayKeyHolder &holder, const HttpRequest &request)
{
    const QString workspace = QString::fromLatin1(request.queryValue("workspace").value_or(QByteArray{}));
    if (workspace.isEmpty() || workspace == holder.workspace)
        return true;
    return holder.workspace.isEmpty() ? m_queue.giveTo(holder.id, workspace) : Result<bool>{false};
}

/// Only a proxy that was named is believed about whom it speaks for, and only the address that it added.
QByteArray RelayServer::clientAddress(const HttpRequest &request) const
{
    if (!m_options.trustedProxies.contains(QString::fromLatin1(request.peerAddress)))
        return request.peerAddress;
    const QByteArray told = request.header("X-Forwarded-For").split(',').last().trimmed();
    return QHostAddress{QString::fromLatin1(told)}.isNull() ? request.peerAddress : told;
}

void RelayServer::pull(const HttpRequest &request, const RelayKeyHolder &holder,
                       const HttpResponder &responder)
{
    if (const Result<> noted = m_queue.noteSeen(holder.id, m_clock.now());
        !noted) // a full disk may still be read
        qCWarning(lcRelay) << "that a desktop asked was not noted:" << noted.error().detail;
    const int asked = request.queryValue("limit").value_or(QByteArray::number(kMostBodies)).toInt();
    Result<RelayBatch> batch = m_queue.batchFor(holder.id, std::clamp(asked, 0, kMostBodies), kMostBytes);
    if (!batch) {
        responder.respond(responseFor(batch.error()));
        return;
    }
    const auto wait = std::clamp(std::chrono::seconds{request.queryValue("wait").value_or("0"_ba).toInt()},
                                 0s, kLongestWait);
    Poll poll{holder, request.queryValue("session").value_or(QByteArray{}), responder,
              m_clock.monotonic() + wait};
    const bool isNothingThere = batch->bodies.empty() && batch->waiting == 0;
    if (isNothingThere && wait > 0s)
        park(std::move(poll), *std::move(batch));
    else
        answerBatch(poll, *batch);
}

void RelayServer::park(Poll poll, RelayBatch batch)
{
    // The same client asks again: its earlier connection is dead, which nobody has told us.
    if (!poll.session.isEmpty()) {
        m_polls.remove_if([&](const Poll &other) {
            return other.holder.id == poll.holder.id && other.session == poll.session;
        });
    }
    const auto ofThisOne = std::count_if(
        m_polls.begin(), m_polls.end(), [&](const Poll &other) { return other.holder.id == poll.holder.id; });
    if (ofThisOne >= kMostPollsOfOne || m_polls.size() >= kMostPolls) {
        answerBatch(poll, batch,
                    {
                        {"Retry-After", kComeBackIn}
        });
        return;
    }
    m_polls.push_back(std::move(poll));
    if (!m_pollTimer.isActive())
        m_pollTimer.start();
}

/// Something has come for everybody.
void RelayServer::answerPolls()
{
    const std::list<Poll> polls = std::exchange(m_polls, {});
    for (const Poll &poll : polls) {
        const Result<RelayBatch> batch = m_queue.batchFor(poll.holder.id, kMostBodies, kMostBytes);
        if (batch)
            answerBatch(poll, *batch);
        else
            poll.responder.respond(responseFor(batch.error()));
    }
}

void RelayServer::endLatePolls()
{
    const MonotonicTime now = m_clock.monotonic();
    for (auto poll = m_polls.begin(); poll != m_polls.end();) {
        if (poll->until > now) {
            ++poll;
            continue;
        }
        const Result<RelayBatch> batch = m_queue.batchFor(poll->holder.id, kMostBodies, kMostBytes);
        if (batch)
            answerBatch(*poll, *batch);
        else
            poll->responder.respond(responseFor(batch.error()));
        poll = m_polls.erase(poll);
    }
    if (m_polls.empty())
        m_pollTimer.stop();
}

void RelayServer::answerBatch(const Poll &poll, const RelayBatch &batch, HttpFields headers)
{
    HttpResponse response = jsonResponse(200, toRelayJson(batch, m_options.version));
    for (auto &header : headers)
        response.headers.push_back(std::move(header));
    poll.responder.respond(std::move(response));
    if (!batch.bodies.empty())
        emit pulled(poll.holder.name, int(batch.bodies.size()));
}

void RelayServer::acknowledge(const HttpRequest &request, const RelayKeyHolder &holder,
                              const HttpResponder &responder)
{
    const std::optional<qint64> upTo = acknowledgedIn(request.body);
    if (!upTo) {
        responder.respond(trouble(400, u"not_an_acknowledgement"_s));
        return;
    }
    if (const Result<> done = m_queue.acknowledge(holder.id, *upTo, m_clock.now()); !done) {
        responder.respond(responseFor(done.error()));
        return;
    }
    responder.respond(jsonResponse(200,
                                   {
                                       {u"acknowledged"_s, *upTo}
    }));
    emit acknowledged(holder.name);
}

/// For everybody: figures that give nobody away.
void RelayServer::answerHealth(const HttpResponder &responder)
{
    const Result<RelayCondition> condition = m_queue.condition();
    const bool isWell = condition && requireRoom();
    QJsonObject health{
        {u"ok"_s,      isWell           },
        {u"version"_s, m_options.version}
    };
    if (const qint64 free = m_options.freeBytes(); free >= 0)
        health.insert(u"free_bytes"_s, free);
    if (condition) {
        health.insert(u"bodies"_s, condition->bodies);
        health.insert(u"bytes"_s, condition->bytes);
        health.insert(u"desktops"_s, condition->desktops);
        using Seconds = std::chrono::seconds;
        health.insert(u"oldest_waiting_seconds"_s,
                      condition->oldest ? QJsonValue{qint64(
                          std::chrono::floor<Seconds>(m_clock.now() - *condition->oldest).count())}
                                        : QJsonValue{});
    }
    responder.respond(jsonResponse(isWell ? 200 : 503, health));
}

/// With a full disk nothing is received: that is told by its silence.
void RelayServer::keepHouse()
{
    const UtcTime now = m_clock.now();
    if (const Result<> dropped = m_queue.dropTooOld(now); !dropped)
        qCWarning(lcRelay) << "what is too old was not dropped:" << dropped.error().detail;
    if (!requireRoom())
        return;
    if (const Result<> noted = m_queue.noteReceiving(now); !noted)
        qCWarning(lcRelay) << "that it receives was not noted:" << noted.error().detail;
}
