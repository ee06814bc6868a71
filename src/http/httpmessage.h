#pragma once

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

/// Names and values in the order they came; names may repeat.
using HttpFields = std::vector<std::pair<QByteArray, QByteArray>>;

/// One request as it arrived. `path` is percent-decoded and has no query; `body` is the raw bytes.
struct HttpRequest
{
    QByteArray method;
    QByteArray path;
    HttpFields query;
    HttpFields headers;
    QByteArray body;
    QByteArray peerAddress; ///< "203.0.113.7" or "2001:db8::7": who is at the other end of the connection

    /// The first header of that name in any case; empty when there is none.
    QByteArray header(QByteArrayView name) const;
    /// The first query item of that name, decoded.
    std::optional<QByteArray> queryValue(QByteArrayView name) const;
};

/// What a server answers.
struct HttpResponse
{
    int status = 200;
    HttpFields headers;
    QByteArray body;
};

/// A response with a body of the given type.
HttpResponse httpResponse(int status, QByteArray contentType, QByteArray body);
