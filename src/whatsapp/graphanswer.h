#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QNetworkReply>
#include <QString>

#include <chrono>
#include <optional>

/// What came back for one request to the Graph API, or how far the request got.
struct GraphAnswer
{
    /// Why we ended the exchange ourselves.
    enum class Cut { None, TooLong, TooLate, Abandoned };

    int httpStatus = 0; ///< 0: no status line arrived
    QList<QNetworkReply::RawHeaderPair> headers;
    QByteArray body;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    qint64 bodyBytesRead = 0; ///< of the request's own body: 0 proves that nothing of it left
    bool hasUntrustedCertificate = false;
    Cut cut = Cut::None;

    /// The first header of that name in any case; empty when there is none.
    QByteArray header(QByteArrayView name) const;

    /// The body as a JSON object; nothing if it is anything else, cut short or followed by rubbish.
    std::optional<QJsonObject> json() const;

    /// Meta quotes malformed tokens in its messages; ours must never reach a log or a screen.
    GraphAnswer withoutSecret(const QByteArray &secret) const;
};

/// Meta's error envelope.
struct GraphError
{
    int code = 0;
    int subcode = 0;
    QString message;
    QString details; ///< error_data.details, or the message where Meta gave none
    QString fbtraceId;
};

/// The envelope in an answer's body; nothing unless it has a numeric code.
std::optional<GraphError> graphErrorIn(const GraphAnswer &answer);

/// Whether Graph itself speaks: an envelope of its own, or an object with an id.
bool isFromGraph(const GraphAnswer &answer);

/// How much of the allowance for posts is used, in percent: the highest figure of the usage headers. The one
/// for management calls does not count messages. Nothing where Meta tells none.
std::optional<int> usagePercentOf(const GraphAnswer &answer);

/// The same for reading about an account.
std::optional<int> managementUsagePercentOf(const GraphAnswer &answer);

/// How long Meta asks us to stay away: the longer of Retry-After and estimated_time_to_regain_access, that of
/// management calls only where it may be meant.
enum class AllowanceFor { Everything, Messages };
std::optional<std::chrono::seconds> retryAfterOf(const GraphAnswer &answer,
                                                 AllowanceFor allowance = AllowanceFor::Everything);

/// Why no usable answer came, as a translated sentence for the person.
QString problemWith(const GraphAnswer &answer);

/// The error that a failed read shows. `code` is Meta's number, or "network", "certificate", "no_answer".
Error readError(const GraphAnswer &answer);
