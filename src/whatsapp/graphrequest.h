#pragma once

#include "domain/account.h"

#include <QNetworkRequest>
#include <QUrlQuery>

#include <optional>

/// Lower-case hex of HMAC-SHA256(app secret, token), which apps with "Require app secret" demand.
QByteArray appSecretProof(const QByteArray &token, const QByteArray &appSecret);

/// Whether the token can be sent in a header at all: not empty, and visible ASCII only.
bool isUsableToken(const QByteArray &token);

/// A request to `{api base}/{version}/{path}` that follows no redirect and uses no cookies, no cache and no
/// HTTP/2. The token travels in the Authorization header and nowhere else. Nothing where the account's
/// address or the token cannot be used. The parts of `path` must be percent-encoded if they need it.
std::optional<QNetworkRequest> graphRequest(const Credential &credential, const QString &path,
                                            QUrlQuery query = {});

/// `id` as one part of a path.
QString pathPart(const QString &id);
