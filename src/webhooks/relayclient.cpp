#include "webhooks/relayclient.h"

#include "webhooks/relayform.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kAnswerWithin = 20s; // beyond what was asked to wait
constexpr qint64 kLongestAnswer = 32 * 1024 * 1024;
constexpr int kOk = 200;
constexpr auto kLongestWish = std::chrono::seconds{1h};

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress{host}.isLoopback();
}

class Proxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisComputer(query.peerHostName()))
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

Error untrusted(const QString &detail)
{
    return {ErrorKind::Network,
            RelayClient::tr("The relay's certificate is not trusted, so nothing was sent to it."),
            u"untrusted_certificate"_s, detail};
}

Error unreachable(const QNetworkReply &reply)
{
    return {ErrorKind::Network, RelayClient::tr("The relay cannot be reached: %1").arg(reply.url().host()),
            u"unreachable"_s, reply.errorString()};
}

Error refusal(int status)
{
    const QString detail = u"HTTP %1"_s.arg(status);
    switch (status) {
    case 401:
        return {ErrorKind::Refused,
                RelayClient::tr("The relay does not know this key. It may have been revoked."),
                u"wrong_key"_s, detail};
    case 409:
        return {ErrorKind::Refused,
                RelayClient::tr(
                    "Another workspace fetches with this key already, and would miss what comes here. "
                    "Make a key for this one on the relay, and connect again."),
                u"key_in_use"_s, detail};
    case 429:
        return {ErrorKind::Refused,
                RelayClient::tr("Too many wrong keys came from this address; the relay listens again later."),
                u"too_many_wrong_keys"_s, detail};
    case 500:
    case 502:
    case 503:
    case 504:
        return {ErrorKind::Network,
                RelayClient::tr("The relay is there, but does not work at this moment. Is its disk full?"),
                u"relay_unwell"_s, detail};
    default:
        return {ErrorKind::Network,
                RelayClient::tr("What answered at this address is not a relay of Fanfare."), u"not_a_relay"_s,
                detail};
    }
}

} // namespace

Result<QUrl> readRelayAddress(const QString &text)
{
    const QString given = text.trimmed();
    QUrl url{given.contains("://"_L1) ? given : u"https://"_s + given, QUrl::StrictMode};
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !isWeb || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment()) {
        return Error{ErrorKind::BadInput,
                     RelayClient::tr("“%1” is not an address like https://relay.example.org.").arg(text),
                     u"bad_relay_address"_s,
                     {}};
    }
    if (url.scheme() == "http"_L1 && !isThisComputer(url.host())) {
        return Error{ErrorKind::Refused,
                     RelayClient::tr("The address of a relay begins with https://. Without it, the key would "
                                     "travel readable for everybody."),
                     u"not_secure"_s,
                     {}};
    }
    QString path = url.path();
    for (const QLatin1StringView end : {"/"_L1, "/webhook"_L1}) { // what people copy from elsewhere
        if (path.endsWith(end))
            path.chop(end.size());
    }
    url.setPath(path);
    return url;
}

RelayClient::RelayClient(RelayAccess access, QObject *parent)
    : QObject{parent}
    , m_access{std::move(access)}
    , m_session{QByteArray::number(QRandomGenerator::system()->generate64(), 16)}
{
    m_network.setProxyFactory(new Proxies);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // the key goes nowhere else
}

RelayClient::~RelayClient() = default;

void RelayClient::pull(std::chrono::seconds patience, int mostBodies, Answer<RelayBatch> answer)
{
    const QString question = u"/pull?%1&wait=%2&limit=%3&session=%4"_s.arg(forWorkspace())
                                 .arg(patience.count())
                                 .arg(mostBodies)
                                 .arg(QString::fromLatin1(m_session));
    follow(m_network.get(requestTo(question, patience)),
           [answer = std::move(answer)](const Result<QByteArray> &body, std::chrono::seconds wait) {
               answer(body ? relayBatchFrom(*body) : body.error(), wait);
           });
}

void RelayClient::acknowledge(qint64 upTo, Answer<Done> answer)
{
    QNetworkRequest request = requestTo(u"/ack?"_s + forWorkspace(), 0s);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    follow(m_network.post(request, acknowledgementOf(upTo)),
           [answer = std::move(answer)](const Result<QByteArray> &body, std::chrono::seconds wait) {
               answer(body ? Result<>{Done{}} : body.error(), wait);
           });
}

void RelayClient::askHealth(Answer<Done> answer)
{
    QNetworkRequest request = requestTo(u"/health"_s, 0s);
    request.setRawHeader("Authorization", {});
    follow(
        m_network.get(request),
        [answer = std::move(answer)](const Result<QByteArray> &body, std::chrono::seconds wait) {
            const bool isRelay = body && QJsonDocument::fromJson(*body)["ok"_L1].isBool();
            answer(isRelay ? Result<>{Done{}} : body ? Result<>{refusal(0)} : Result<>{body.error()}, wait);
        });
}

QString RelayClient::forWorkspace() const
{
    return u"workspace="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_access.workspace));
}

QNetworkRequest RelayClient::requestTo(const QString &path, std::chrono::seconds patience) const
{
    QNetworkRequest request{QUrl{m_access.url.toString() + path}};
    request.setRawHeader("Authorization", "Bearer " + m_access.key);
    request.setTransferTimeout(int(std::chrono::milliseconds{patience + kAnswerWithin}.count()));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // a poll would hold all behind it
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(m_access.extraCertificates);
    request.setSslConfiguration(tls);
    return request;
}

void RelayClient::follow(QNetworkReply *reply, Answer<QByteArray> answer)
{
    reply->setParent(this);
    reply->setReadBufferSize(kLongestAnswer + 1);
    auto isUntrusted = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::sslErrors, this, [isUntrusted] { *isUntrusted = true; });
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > kLongestAnswer)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, isUntrusted, answer = std::move(answer)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto wait =
            std::clamp(std::chrono::seconds{reply->rawHeader("Retry-After").toInt()}, 0s, kLongestWish);
        if (*isUntrusted || reply->error() == QNetworkReply::SslHandshakeFailedError)
            answer(untrusted(reply->errorString()), wait);
        else if (status != 0 && status != kOk)
            answer(refusal(status), wait);
        else if (status == 0 || reply->error() != QNetworkReply::NoError)
            answer(unreachable(*reply), wait);
        else
            answer(reply->readAll(), wait);
    });
}
