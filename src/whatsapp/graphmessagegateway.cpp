#include "whatsapp/graphmessagegateway.h"

#include "whatsapp/freeformwriter.h"
#include "whatsapp/graphrequest.h"
#include "whatsapp/sendclassification.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

NotSent unusableAccount(const Credential &credential)
{
    return {isUsableToken(credential.token)
                ? QCoreApplication::translate("GraphMessageGateway",
                                              "The address of the Graph API in Settings cannot be used.")
                : QCoreApplication::translate("GraphMessageGateway", "There is no usable access token."),
            true};
}

} // namespace

GraphMessageGateway::GraphMessageGateway(GraphTransportOptions options)
    : m_transport{std::move(options)}
{
}

void GraphMessageGateway::send(const OutgoingMessage &message, Answer answer)
{
    const Credential &credential = *message.credential;
    const std::optional<QNetworkRequest> &request = requestFor(message.credential);
    if (!request) {
        QMetaObject::invokeMethod(
            &m_transport,
            [answer = std::move(answer), outcome = unusableAccount(credential)] { answer(outcome); },
            Qt::QueuedConnection);
        return;
    }
    m_transport.postOnce(
        *request,
        message.freeForm ? freeFormBody(message) : writerFor(message.messageTemplate).bodyFor(message),
        [answer = std::move(answer), credential = message.credential](const GraphAnswer &received) {
            answer(outcomeOf(received.withoutSecret(credential->token)));
        });
}

void GraphMessageGateway::probe(const std::shared_ptr<const Credential> &credential,
                                std::function<void(bool isGraph)> answer)
{
    Credential nameless = *credential;
    nameless.appSecret.clear();
    std::optional<QNetworkRequest> request =
        graphRequest(nameless, pathPart(credential->account.phoneNumberId));
    if (!request) {
        QMetaObject::invokeMethod(
            &m_transport, [answer = std::move(answer)] { answer(false); }, Qt::QueuedConnection);
        return;
    }
    // Graph refuses a request without a key in an envelope of its own, which nobody else has.
    request->setRawHeader("Authorization", {});
    m_transport.get(std::move(*request), [answer = std::move(answer)](const GraphAnswer &received) {
        answer(isFromGraph(received));
    });
}

const std::optional<QNetworkRequest> &
GraphMessageGateway::requestFor(const std::shared_ptr<const Credential> &credential)
{
    if (m_credential != credential) {
        m_credential = credential;
        m_request = graphRequest(*credential, pathPart(credential->account.phoneNumberId) + u"/messages"_s);
    }
    return m_request;
}

const TemplateMessageWriter &
GraphMessageGateway::writerFor(const std::shared_ptr<const MessageTemplate> &messageTemplate)
{
    if (!m_writer || m_writer->messageTemplate() != messageTemplate)
        m_writer.emplace(messageTemplate);
    return *m_writer;
}
