#include "whatsapp/graphtransport.h"

#include "whatsapp/onetimebody.h"

#include <QHash>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWhatsApp, "fanfare.whatsapp", QtInfoMsg)

constexpr qint64 kShortAnswer = 64 * 1024;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress{host}.isLoopback();
}

/// The system's proxies, asked once a minute per host: the question may take long, and there are a thousand
/// requests a second.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy::NoProxy};
        const auto now = std::chrono::steady_clock::now();
        Known &known = m_known[query.peerHostName()];
        if (known.proxies.isEmpty() || now - known.askedAt > std::chrono::minutes{1}) {
            known.proxies = systemProxyForQuery(query);
            known.askedAt = now;
        }
        return known.proxies;
    }

private:
    struct Known
    {
        QList<QNetworkProxy> proxies;
        std::chrono::steady_clock::time_point askedAt;
    };

    QHash<QString, Known> m_known;
};

/// A manager owns its factory; this one shares the answers with the others.
class SharedProxies final : public QNetworkProxyFactory
{
public:
    explicit SharedProxies(std::shared_ptr<QNetworkProxyFactory> shared)
        : m_shared{std::move(shared)}
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return m_shared->queryProxy(query);
    }

private:
    const std::shared_ptr<QNetworkProxyFactory> m_shared;
};

} // namespace

/// One request under way: gathers its answer and ends it when it grows too long or comes too late.
class GraphTransport::Exchange final : public QObject
{
public:
    enum class TimeOut { SinceStart, SinceProgress };

    Exchange(GraphTransport &transport, Line &line, QNetworkReply *reply, OneTimeBody *body, Answer answer)
        : QObject{&transport}
        , m_transport{transport}
        , m_line{line}
        , m_reply{reply}
        , m_body{body}
        , m_notify{std::move(answer)}
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { cut(GraphAnswer::Cut::TooLate); });
        connect(reply, &QNetworkReply::metaDataChanged, this, &Exchange::limitLongAnswer);
        connect(reply, &QNetworkReply::readyRead, this, &Exchange::read);
        connect(reply, &QNetworkReply::sslErrors, this, [this] { m_answer.hasUntrustedCertificate = true; });
        connect(reply, &QNetworkReply::finished, this, [this] { m_transport.finish(*this); });
    }

    void startTimeOut(TimeOut timeOut)
    {
        m_timer.start(m_transport.m_options.answerTimeout);
        if (timeOut == TimeOut::SinceProgress) {
            connect(m_reply, &QNetworkReply::uploadProgress, this, [this] {
                if (m_timer.isActive())
                    m_timer.start();
            });
        }
    }

    void cut(GraphAnswer::Cut why)
    {
        m_answer.cut = why;
        if (m_body)
            m_body->seal();
        m_reply->abort(); // emits finished
    }

    Line &line() { return m_line; }
    QNetworkReply *reply() { return m_reply; }
    Answer takeNotify() { return std::move(m_notify); }

    GraphAnswer takeAnswer()
    {
        m_timer.stop();
        disconnect(m_reply, nullptr, this, nullptr);
        if (m_answer.cut == GraphAnswer::Cut::None)
            gather();
        if (m_answer.body.size() > m_transport.m_options.longestAnswer)
            m_answer.cut = GraphAnswer::Cut::TooLong;
        // What was cut off is no answer, even if its beginning could be read as one.
        if (m_answer.cut == GraphAnswer::Cut::TooLong)
            m_answer.body.clear();
        m_answer.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_answer.headers = m_reply->rawHeaderPairs();
        m_answer.networkError = m_reply->error();
        if (m_body)
            m_body->seal();
        m_answer.bodyBytesRead = m_body ? m_body->bytesHandedOut() : 0;
        return std::move(m_answer);
    }

private:
    /// Qt's own thread would otherwise fetch without an end while ours is busy. Only for long answers and
    /// those that do not say, because it costs two more events between the threads.
    void limitLongAnswer()
    {
        const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
        if (!length.isValid() || length.toLongLong() > kShortAnswer)
            m_reply->setReadBufferSize(m_transport.m_options.longestAnswer + 1);
    }

    void read()
    {
        gather();
        if (m_answer.body.size() > m_transport.m_options.longestAnswer)
            cut(GraphAnswer::Cut::TooLong);
    }

    void gather()
    {
        if (m_reply->isOpen())
            m_answer.body += m_reply->readAll();
    }

    GraphTransport &m_transport;
    Line &m_line;
    QNetworkReply *m_reply;
    OneTimeBody *m_body; ///< nothing for requests that may be repeated
    Answer m_notify;
    GraphAnswer m_answer;
    QTimer m_timer;
};

GraphTransport::GraphTransport(GraphTransportOptions options, QObject *parent)
    : QObject{parent}
    , m_options{std::move(options)}
    , m_tls{QSslConfiguration::defaultConfiguration()}
    , m_proxies{std::make_shared<SystemProxies>()}
{
    m_tls.addCaCertificates(m_options.extraCertificates);
    m_idleTimer.setInterval(m_options.idleLifetime / 4);
    connect(&m_idleTimer, &QTimer::timeout, this, &GraphTransport::dropIdleLines);
}

GraphTransport::~GraphTransport()
{
    // Before the managers, which end the replies.
    for (Exchange *exchange : m_exchanges)
        delete exchange;
}

int GraphTransport::freeSlots() const
{
    return std::max(0, m_options.maxInFlight - inFlight());
}

void GraphTransport::postOnce(QNetworkRequest request, const QByteArray &json, Answer answer)
{
    request.setSslConfiguration(m_tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setHeader(QNetworkRequest::ContentLengthHeader, json.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    Line &line = lineWithRoom();
    auto *body = new OneTimeBody{json};
    QNetworkReply *reply = line.manager->post(request, body);
    body->setParent(reply);
    follow(line, reply, body, std::move(answer)).startTimeOut(Exchange::TimeOut::SinceStart);
}

void GraphTransport::get(QNetworkRequest request, Answer answer)
{
    request.setSslConfiguration(m_tls);
    Line &line = lineWithRoom();
    QNetworkReply *reply = line.manager->get(request);
    follow(line, reply, nullptr, std::move(answer)).startTimeOut(Exchange::TimeOut::SinceStart);
}

void GraphTransport::upload(QNetworkRequest request, std::unique_ptr<QHttpMultiPart> form, Answer answer)
{
    request.setSslConfiguration(m_tls);
    Line &line = lineWithRoom();
    QNetworkReply *reply = line.manager->post(request, form.get());
    form.release()->setParent(reply);
    follow(line, reply, nullptr, std::move(answer)).startTimeOut(Exchange::TimeOut::SinceProgress);
}

void GraphTransport::abandonAll()
{
    const std::vector<Exchange *> abandoned = m_exchanges;
    for (Exchange *exchange : abandoned) {
        // An answer may have led to giving up on others too.
        if (std::find(m_exchanges.begin(), m_exchanges.end(), exchange) != m_exchanges.end())
            exchange->cut(GraphAnswer::Cut::Abandoned);
    }
}

/// Whether one more request would travel on a connection that is new or was in use a moment ago.
bool GraphTransport::hasRoom(const Line &line, Time now) const
{
    if (line.inFlight == kConnectionsPerManager)
        return false;
    const std::optional<Time> &used = line.lastBusier[line.inFlight];
    return !used || now - *used < m_options.idleLifetime;
}

GraphTransport::Line &GraphTransport::lineWithRoom()
{
    const Time now = std::chrono::steady_clock::now();
    const auto known =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) { return hasRoom(line, now); });
    if (known != m_lines.end())
        return *known;

    Line &line = m_lines.emplace_back();
    line.manager = std::make_unique<QNetworkAccessManager>();
    line.manager->setAutoDeleteReplies(false);
    line.manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    line.manager->setProxyFactory(new SharedProxies{m_proxies});
    if (!m_idleTimer.isActive())
        m_idleTimer.start();
    return line;
}

GraphTransport::Exchange &GraphTransport::follow(Line &line, QNetworkReply *reply, OneTimeBody *body,
                                                 Answer answer)
{
    line.lastBusier[line.inFlight++] = std::chrono::steady_clock::now();
    auto *exchange = new Exchange{*this, line, reply, body, std::move(answer)};
    m_exchanges.push_back(exchange);
    return *exchange;
}

void GraphTransport::finish(Exchange &exchange)
{
    const GraphAnswer answer = exchange.takeAnswer();
    const Answer notify = exchange.takeNotify();
    qCDebug(lcWhatsApp) << "HTTP" << answer.httpStatus << "network error" << answer.networkError << "cut"
                        << static_cast<int>(answer.cut) << answer.body.size() << "bytes";

    Line &line = exchange.line();
    line.lastBusier[--line.inFlight] = std::chrono::steady_clock::now();
    m_exchanges.erase(std::find(m_exchanges.begin(), m_exchanges.end(), &exchange));
    exchange.reply()->deleteLater();
    exchange.deleteLater();
    notify(answer);
}

void GraphTransport::dropIdleLines()
{
    const Time now = std::chrono::steady_clock::now();
    m_lines.remove_if([&](const Line &line) { return line.inFlight == 0 && !hasRoom(line, now); });
    if (m_lines.empty())
        m_idleTimer.stop();
}
