#include "whatsapp/graphinboxgateway.h"

#include "whatsapp/graphrequest.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr int kNotFound = 404;
constexpr int kUnknownObject = 100; // Graph's code for an id that it does not know

GraphTransportOptions forFiles(GraphTransportOptions options, qint64 largest)
{
    options.longestAnswer = largest;
    options.answerTimeout *= 5; // from the beginning to the last byte, over a slow line
    options.maxInFlight = 4;
    return options;
}

/// In hex or as base64, of which Meta's webhooks have both.
bool isHashOf(const QByteArray &content, const QString &told)
{
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    return told.isEmpty() || told.compare(QLatin1StringView{hash.toHex()}, Qt::CaseInsensitive) == 0
        || QByteArray::fromBase64(told.toLatin1()) == hash;
}

/// A token goes nowhere but to Meta, or to the server that stands for Meta here.
bool mayHaveToken(const QUrl &url, const Account &account)
{
    const QUrl base{account.apiBase};
    if (url.host() == base.host())
        return url.scheme() == base.scheme() && url.port() == base.port();
    const QString host = url.host().toLower();
    const auto isOf = [&](QLatin1StringView domain) {
        return host == domain || host.endsWith(u'.' + QString{domain});
    };
    return url.scheme() == "https"_L1
        && (isOf("fbsbx.com"_L1) || isOf("facebook.com"_L1) || isOf("fbcdn.net"_L1)
            || isOf("whatsapp.net"_L1));
}

} // namespace

struct GraphInboxGateway::Fetch
{
    Credential credential;
    QString toldHash; ///< with the message
    QString hash; ///< with the file
    QString mimeType;
    Answer<FetchedMedia> answer;
};

GraphInboxGateway::GraphInboxGateway(GraphTransportOptions options, qint64 largestMedia)
    : m_largestMedia{largestMedia}
    , m_transport{options}
    , m_files{forFiles(options, largestMedia)}
{
}

void GraphInboxGateway::markRead(const Credential &credential, const QString &messageId, Answer<Done> answer)
{
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.phoneNumberId) + u"/messages"_s);
    if (!request)
        return answerLater(
            std::move(answer),
            Error{ErrorKind::Refused, tr("There is no usable access token."), u"no_token"_s, {}});
    const QJsonObject body{
        {u"messaging_product"_s, u"whatsapp"_s},
        {u"status"_s,            u"read"_s    },
        {u"message_id"_s,        messageId    }
    };
    m_transport.postOnce(std::move(*request), QJsonDocument{body}.toJson(QJsonDocument::Compact),
                         [answer = std::move(answer), token = credential.token](const GraphAnswer &raw) {
                             const GraphAnswer received = raw.withoutSecret(token);
                             const std::optional<QJsonObject> json = received.json();
                             if (received.httpStatus == 200 && json && json->value("success"_L1).toBool())
                                 return answer(Done{});
                             answer(readError(received));
                         });
}

void GraphInboxGateway::fetchMedia(const Credential &credential, const QString &mediaId,
                                   const QString &sha256, Answer<FetchedMedia> answer)
{
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(mediaId),
                     {
                         {u"phone_number_id"_s, credential.account.phoneNumberId}
    });
    if (!request)
        return answerLater(
            std::move(answer),
            Error{ErrorKind::Refused, tr("There is no usable access token."), u"no_token"_s, {}});
    const auto fetch = std::make_shared<Fetch>(Fetch{credential, sha256, {}, {}, std::move(answer)});
    m_transport.get(std::move(*request), [this, fetch](const GraphAnswer &raw) {
        const GraphAnswer received = raw.withoutSecret(fetch->credential.token);
        const std::optional<QJsonObject> json = received.json();
        if (received.httpStatus == 200 && json && json->value("url"_L1).isString())
            return download(fetch, *json);
        Error error = readError(received);
        const std::optional<GraphError> refusal = graphErrorIn(received);
        if (received.httpStatus == kNotFound || (refusal && refusal->code == kUnknownObject)) {
            error.kind = ErrorKind::NotFound;
            error.message = tr("Meta has this file no longer.");
        }
        fetch->answer(error);
    });
}

void GraphInboxGateway::download(const std::shared_ptr<Fetch> &fetch, const QJsonObject &facts)
{
    const qint64 size = facts.value("file_size"_L1).toVariant().toLongLong();
    if (size > m_largestMedia)
        return fetch->answer(
            Error{ErrorKind::BadInput,
                  tr("The file is too large to be fetched: %1.").arg(QLocale{}.formattedDataSize(size)),
                  u"media_size"_s,
                  {}});
    const QUrl url{facts.value("url"_L1).toString(), QUrl::StrictMode};
    std::optional<QNetworkRequest> request = graphRequest(fetch->credential, QString{});
    if (!request || !url.isValid() || !mayHaveToken(url, fetch->credential.account))
        return fetch->answer(Error{ErrorKind::Network, tr("Meta gave no usable address for the file."),
                                   u"media_address"_s, url.host()});
    fetch->hash = facts.value("sha256"_L1).toString();
    fetch->mimeType = facts.value("mime_type"_L1).toString();
    request->setUrl(url);
    m_files.get(std::move(*request), [this, fetch](const GraphAnswer &received) { take(*fetch, received); });
}

void GraphInboxGateway::take(const Fetch &fetch, const GraphAnswer &received) const
{
    if (received.cut == GraphAnswer::Cut::TooLong)
        return fetch.answer(Error{ErrorKind::BadInput,
                                  tr("The file is too large to be fetched: more than %1.")
                                      .arg(QLocale{}.formattedDataSize(m_largestMedia)),
                                  u"media_size"_s,
                                  {}});
    if (received.httpStatus != 200 || received.cut != GraphAnswer::Cut::None
        || received.networkError != QNetworkReply::NoError)
        return fetch.answer(readError(received.withoutSecret(fetch.credential.token)));
    if (!isHashOf(received.body, fetch.hash) || !isHashOf(received.body, fetch.toldHash))
        return fetch.answer(Error{ErrorKind::BadInput,
                                  tr("The file is not the one that the person sent: it came damaged."),
                                  u"media_hash"_s,
                                  {}});
    fetch.answer(FetchedMedia{received.body, fetch.mimeType});
}

template <typename T>
void GraphInboxGateway::answerLater(Answer<T> answer, Error error)
{
    QMetaObject::invokeMethod(
        &m_transport, [answer = std::move(answer), error = std::move(error)] { answer(Result<T>{error}); },
        Qt::QueuedConnection);
}
