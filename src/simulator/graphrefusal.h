#pragma once

#include "http/httpmessage.h"

#include <QJsonObject>
#include <QString>

#include <optional>

/// Meta's refusal of one request.
struct GraphRefusal
{
    int code = 0;
    QString details; ///< error_data.details; may be empty
    std::optional<int> status; ///< the HTTP status where it is not the usual one of the code
    int subcode = 0;
    QString message; ///< where it is not the usual one of the code
};

/// The usual title of an error code, as in error messages and in failed delivery statuses.
QString errorTitle(int code);

/// The HTTP status that older Meta documentation gives for a code; 400 for most, throttling included.
int usualHttpStatus(int code);

/// The error envelope of the Graph API.
HttpResponse toResponse(const GraphRefusal &refusal, const QString &traceId);

HttpResponse jsonResponse(const QJsonObject &body);

/// What Graph says about a node that is not there or cannot do this ("get", "post", "delete").
GraphRefusal unknownObject(const QString &id, const QString &method);
