#include "whatsapp/graphanswer.h"

#include "domain/errorcatalog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// An answer that asks for more than this is wrong or malicious.
constexpr std::chrono::seconds kLongestWait = std::chrono::hours{24 * 7};

/// A number, also where it came as a string of digits.
std::optional<int> toCode(const QJsonValue &value)
{
    if (value.isString()) {
        bool isNumber = false;
        const int code = value.toString().toInt(&isNumber);
        return isNumber ? std::optional{code} : std::nullopt;
    }
    const double number = value.toDouble(-1);
    if (!value.isDouble() || std::abs(number) > 1e9 || number != std::floor(number))
        return std::nullopt;
    return static_cast<int>(number);
}

/// "Sun, 22 Nov 2026 10:00:00 GMT"
QDateTime toHttpDate(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<std::chrono::seconds> readRetryAfter(const GraphAnswer &answer)
{
    const QByteArray text = answer.header("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds{seconds};
    // A date counts from the server's own clock, since ours may be wrong.
    const QDateTime until = toHttpDate(text);
    const QDateTime from = toHttpDate(answer.header("Date").trimmed());
    if (!until.isValid() || !from.isValid())
        return std::nullopt;
    return std::chrono::seconds{from.secsTo(until)};
}

bool isOfManagement(const QJsonObject &usage)
{
    return usage.value("type"_L1) == "whatsapp_business_management"_L1;
}

/// {"<business id>": [{"type": …, "estimated_time_to_regain_access": minutes}]}
std::optional<std::chrono::seconds> readRegainTime(const GraphAnswer &answer, AllowanceFor allowance)
{
    const QJsonObject businesses =
        QJsonDocument::fromJson(answer.header("X-Business-Use-Case-Usage")).object();
    double minutes = 0;
    for (const QJsonValue business : businesses) {
        const QJsonArray uses = business.toArray();
        for (const QJsonValue use : uses) {
            if (allowance == AllowanceFor::Messages && isOfManagement(use.toObject()))
                continue;
            minutes =
                std::max(minutes, use.toObject().value("estimated_time_to_regain_access"_L1).toDouble());
        }
    }
    if (minutes <= 0)
        return std::nullopt;
    const auto most = std::chrono::duration_cast<std::chrono::minutes>(kLongestWait);
    return std::chrono::minutes{static_cast<qint64>(std::min(minutes, double(most.count())))};
}

/// {"call_count": percent, "total_time": percent, "total_cputime": percent}
std::optional<int> highestFigure(const QJsonObject &usage)
{
    std::optional<int> highest;
    for (const QLatin1StringView name : {"call_count"_L1, "total_time"_L1, "total_cputime"_L1}) {
        const QJsonValue figure = usage.value(name);
        if (figure.isDouble())
            highest =
                std::max(highest.value_or(0), static_cast<int>(std::clamp(figure.toDouble(), 0.0, 1000.0)));
    }
    return highest;
}

/// The highest figure of the app's usage and of those businesses' that count.
template <typename Counts>
std::optional<int> highestUsage(const GraphAnswer &answer, Counts counts)
{
    std::optional<int> highest =
        highestFigure(QJsonDocument::fromJson(answer.header("X-App-Usage")).object());
    const QJsonObject businesses =
        QJsonDocument::fromJson(answer.header("X-Business-Use-Case-Usage")).object();
    for (const QJsonValue business : businesses) {
        const QJsonArray uses = business.toArray();
        for (const QJsonValue use : uses) {
            if (!counts(use.toObject()))
                continue;
            if (const std::optional<int> figure = highestFigure(use.toObject()))
                highest = std::max(highest.value_or(0), *figure);
        }
    }
    return highest;
}

} // namespace

QByteArray GraphAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<QJsonObject> GraphAnswer::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

GraphAnswer GraphAnswer::withoutSecret(const QByteArray &secret) const
{
    GraphAnswer answer = *this;
    if (!secret.isEmpty() && body.contains(secret))
        answer.body.replace(secret, "[token]");
    return answer;
}

std::optional<GraphError> graphErrorIn(const GraphAnswer &answer)
{
    const std::optional<QJsonObject> json = answer.json();
    if (!json)
        return std::nullopt;
    const QJsonObject envelope = json->value("error"_L1).toObject();
    const std::optional<int> code = toCode(envelope.value("code"_L1));
    if (!code)
        return std::nullopt;

    GraphError error;
    error.code = *code;
    error.subcode = toCode(envelope.value("error_subcode"_L1)).value_or(0);
    error.message = envelope.value("message"_L1).toString();
    error.fbtraceId = envelope.value("fbtrace_id"_L1).toString();
    // Usually an object with details, rarely a plain string.
    const QJsonValue errorData = envelope.value("error_data"_L1);
    error.details =
        errorData.isString() ? errorData.toString() : errorData.toObject().value("details"_L1).toString();
    if (error.details.isEmpty())
        error.details = error.message;
    return error;
}

bool isFromGraph(const GraphAnswer &answer)
{
    if (graphErrorIn(answer))
        return true;
    const std::optional<QJsonObject> json = answer.json();
    return answer.httpStatus == 200 && json && json->contains("id"_L1);
}

std::optional<int> usagePercentOf(const GraphAnswer &answer)
{
    return highestUsage(answer, [](const QJsonObject &usage) { return !isOfManagement(usage); });
}

std::optional<int> managementUsagePercentOf(const GraphAnswer &answer)
{
    return highestUsage(answer, &isOfManagement);
}

std::optional<std::chrono::seconds> retryAfterOf(const GraphAnswer &answer, AllowanceFor allowance)
{
    const std::optional<std::chrono::seconds> asked = readRetryAfter(answer);
    const std::optional<std::chrono::seconds> regained = readRegainTime(answer, allowance);
    const std::chrono::seconds longest =
        std::max(asked.value_or(std::chrono::seconds{0}), regained.value_or(std::chrono::seconds{0}));
    if (longest <= std::chrono::seconds{0})
        return std::nullopt;
    return std::min(longest, kLongestWait);
}

QString problemWith(const GraphAnswer &answer)
{
    switch (answer.cut) {
    case GraphAnswer::Cut::TooLong:
        return QCoreApplication::translate("GraphAnswer", "The answer was far too long, so it was cut off.");
    case GraphAnswer::Cut::TooLate:
        return QCoreApplication::translate("GraphAnswer", "The answer did not come in time.");
    case GraphAnswer::Cut::Abandoned:
        return QCoreApplication::translate("GraphAnswer", "Sending stopped before the answer came.");
    case GraphAnswer::Cut::None: break;
    }
    if (answer.hasUntrustedCertificate) {
        return QCoreApplication::translate(
            "GraphAnswer", "The server's certificate is not trusted, so nothing was sent to it.");
    }
    if (answer.httpStatus >= 300 && answer.httpStatus < 400)
        return QCoreApplication::translate("GraphAnswer", "The server pointed to another address.");
    if (answer.httpStatus != 0)
        return QCoreApplication::translate("GraphAnswer", "The answer was not one that Meta gives (HTTP %1).")
            .arg(answer.httpStatus);

    switch (answer.networkError) {
    case QNetworkReply::ConnectionRefusedError:
        return QCoreApplication::translate("GraphAnswer", "The server refused the connection.");
    case QNetworkReply::HostNotFoundError:
        return QCoreApplication::translate("GraphAnswer",
                                           "The server was not found. Is the internet connection working?");
    case QNetworkReply::SslHandshakeFailedError:
        return QCoreApplication::translate("GraphAnswer", "No secure connection to the server came about.");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // Qt wanted to send again and was kept from it
        return QCoreApplication::translate("GraphAnswer", "The connection broke before the answer came.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return QCoreApplication::translate("GraphAnswer", "The proxy asks for a name and a password.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return QCoreApplication::translate("GraphAnswer", "The proxy did not let us through.");
    default: return QCoreApplication::translate("GraphAnswer", "The network failed before an answer came.");
    }
}

Error readError(const GraphAnswer &answer)
{
    if (const std::optional<GraphError> error = graphErrorIn(answer)) {
        const ErrorEntry &entry = errorEntry(error->code, error->subcode);
        const QString advice = entry.advice();
        return Error{ErrorKind::Network, advice.isEmpty() ? entry.message() : entry.message() + u' ' + advice,
                     QString::number(error->code),
                     u"HTTP %1, code %2, subcode %3, trace %4: %5"_s.arg(answer.httpStatus)
                         .arg(error->code)
                         .arg(error->subcode)
                         .arg(error->fbtraceId, error->details)};
    }
    const QString code = answer.hasUntrustedCertificate ? u"certificate"_s
        : answer.httpStatus == 0                        ? u"network"_s
                                                        : u"no_answer"_s;
    return Error{ErrorKind::Network, problemWith(answer), code,
                 u"HTTP %1, network error %2, %3 bytes"_s.arg(answer.httpStatus)
                     .arg(answer.networkError)
                     .arg(answer.body.size())};
}
