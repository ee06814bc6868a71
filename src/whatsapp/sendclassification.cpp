#include "whatsapp/sendclassification.h"

#include "domain/errorcatalog.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// Limits: Meta answers them with changing statuses, and they always mean that nothing was accepted.
constexpr std::array kLimitCodes{4, 80007, 130429, 131056};

std::optional<Accepted> acceptedIn(const GraphAnswer &answer)
{
    if (answer.httpStatus < 200 || answer.httpStatus > 299)
        return std::nullopt;
    const std::optional<QJsonObject> json = answer.json();
    if (!json)
        return std::nullopt;
    const QJsonObject message = json->value("messages"_L1).toArray().at(0).toObject();
    Accepted accepted;
    accepted.messageId = message.value("id"_L1).toString();
    accepted.messageStatus = message.value("message_status"_L1).toString();
    accepted.usagePercent = usagePercentOf(answer);
    accepted.waId = json->value("contacts"_L1).toArray().at(0).toObject().value("wa_id"_L1).toString();
    return accepted.messageId.isEmpty() ? std::nullopt : std::optional{accepted};
}

/// Whether this envelope rules out that the message exists.
bool provesRefusal(int httpStatus, const GraphError &error)
{
    if (std::find(kLimitCodes.begin(), kLimitCodes.end(), error.code) != kLimitCodes.end())
        return true;
    if (httpStatus >= 400 && httpStatus < 500)
        return true;
    if (httpStatus < 500)
        return false;
    // A failing server that names a transient reason may be asked again, as Meta advises, and one that names
    // the account, the app or the template has not come as far as the message. A reason that concerns this
    // one person, or that nobody knows, may hide a message under way.
    switch (errorEntry(error.code, error.subcode).action) {
    case ErrorAction::RetryBackoff:
    case ErrorAction::PauseCampaign:
    case ErrorAction::StopCampaign:
    case ErrorAction::FixConfig: return true;
    case ErrorAction::RetryAfter24h:
    case ErrorAction::FailRecipient:
    case ErrorAction::OptOutRecipient: return false;
    }
    Q_UNREACHABLE();
}

/// Whether trying again is useless until a person changes something.
bool isFinal(const GraphAnswer &answer)
{
    switch (answer.networkError) {
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProxyAuthenticationRequiredError: return true;
    default: return false;
    }
}

/// Whether it was not Graph that answered, or would have: a network's sign-in page, a scanner, a proxy, some
/// other service. What is cut off in the middle may be Graph's.
bool isForeign(const GraphAnswer &answer)
{
    if (answer.hasUntrustedCertificate || answer.networkError == QNetworkReply::SslHandshakeFailedError)
        return true;
    if (answer.httpStatus == 0 || answer.cut != GraphAnswer::Cut::None || graphErrorIn(answer))
        return false;
    const std::optional<QJsonObject> json = answer.json();
    return !json || !json->contains("messages"_L1);
}

} // namespace

SendOutcome outcomeOf(const GraphAnswer &answer)
{
    if (const std::optional<Accepted> accepted = acceptedIn(answer))
        return *accepted;

    const std::optional<GraphError> error = graphErrorIn(answer);
    if (error && provesRefusal(answer.httpStatus, *error)) {
        const bool isPassing = errorEntry(error->code, error->subcode).scope == ErrorScope::Transient;
        return Refused{error->code,
                       error->subcode,
                       answer.httpStatus,
                       error->details,
                       error->fbtraceId,
                       retryAfterOf(answer, isPassing ? AllowanceFor::Messages : AllowanceFor::Everything),
                       usagePercentOf(answer)};
    }
    if (answer.bodyBytesRead == 0)
        return NotSent{problemWith(answer), isFinal(answer), isForeign(answer)};
    return Unknown{problemWith(answer), isForeign(answer)};
}
