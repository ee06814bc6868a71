#include "webhooks/webhooksignature.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

QByteArray webhookSignature(const QByteArray &appSecret, const QByteArray &rawBody)
{
    return "sha256="
        + QMessageAuthenticationCode::hash(rawBody, appSecret, QCryptographicHash::Sha256).toHex();
}

bool isSignedByAny(const std::vector<QByteArray> &appSecrets, const QByteArray &rawBody,
                   const QByteArray &headerValue)
{
    const QByteArray claimed = headerValue.trimmed().toLower();
    return std::any_of(appSecrets.begin(), appSecrets.end(), [&](const QByteArray &secret) {
        return !secret.isEmpty() && isSameSecret(webhookSignature(secret, rawBody), claimed);
    });
}

QByteArray verifyTokenFor(const QByteArray &appSecret)
{
    constexpr int kLength = 32;
    return QMessageAuthenticationCode::hash("Fanfare verify token", appSecret, QCryptographicHash::Sha256)
        .toHex()
        .left(kLength);
}

bool isSameSecret(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}
