#include "workspace/accountservice.h"

#include "domain/errorcatalog.h"
#include "whatsapp/graphaccountgateway.h"
#include "whatsapp/graphmessagegateway.h"
#include "workspace/credentialvault.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace {

template <typename... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

Result<QString> messageIdOf(const SendOutcome &outcome)
{
    return std::visit(
        Overloaded{
            [](const Accepted &accepted) -> Result<QString> { return accepted.messageId; },
            [](const Refused &refused) -> Result<QString> {
                const ErrorEntry &entry = errorEntry(refused.code, refused.subcode);
                const QString advice = entry.advice();
                return Error{ErrorKind::Network,
                             advice.isEmpty() ? entry.message() : entry.message() + u' ' + advice,
                             QString::number(refused.code), refused.details};
            },
            [](const NotSent &notSent) -> Result<QString> {
                return Error{ErrorKind::Network, AccountService::tr("Meta could not be reached."),
                             u"not_sent"_s, notSent.why};
            },
            [](const Unknown &unknown) -> Result<QString> {
                return Error{ErrorKind::Network,
                             AccountService::tr("No answer came: the message may have gone out, or not."),
                             u"unconfirmed"_s, unknown.why};
            },
        },
        outcome);
}

} // namespace

AccountService::AccountService(CredentialVault &vault, QObject *parent)
    : AccountService{vault, std::make_unique<GraphAccountGateway>(), std::make_unique<GraphMessageGateway>(),
                     parent}
{
}

AccountService::AccountService(CredentialVault &vault, std::unique_ptr<AccountGateway> accounts,
                               std::unique_ptr<MessageGateway> messages, QObject *parent)
    : QObject{parent}
    , m_vault{vault}
    , m_accounts{std::move(accounts)}
    , m_messages{std::move(messages)}
{
}

AccountService::~AccountService() = default;

template <typename T>
void AccountService::withCredential(const KnownAccount &account, Answer<T> answer, Credentialed next)
{
    m_vault.resolve(account,
                    [self = QPointer<AccountService>{this}, answer = std::move(answer),
                     next = std::move(next)](const Result<std::shared_ptr<const Credential>> &credential) {
                        if (!self)
                            return;
                        if (credential)
                            next(*credential);
                        else
                            answer(credential.error());
                    });
}

void AccountService::fetchNumber(const KnownAccount &account, Answer<NumberReport> answer)
{
    withCredential<NumberReport>(account, answer, [this, answer](const auto &credential) {
        m_accounts->fetchNumber(*credential, answer);
    });
}

void AccountService::fetchNumber(const Credential &given, Answer<NumberReport> answer)
{
    m_accounts->fetchNumber(given, std::move(answer));
}

void AccountService::fetchTemplates(const KnownAccount &account, Answer<std::vector<MessageTemplate>> answer)
{
    withCredential<std::vector<MessageTemplate>>(account, answer, [this, answer](const auto &credential) {
        m_accounts->fetchTemplates(*credential, answer);
    });
}

void AccountService::sendTest(const TestMessage &message, Answer<QString> answer)
{
    withCredential<QString>(message.account, answer, [this, message, answer](const auto &credential) {
        OutgoingMessage outgoing{
            makeAttemptId(),   credential,
            message.to,        std::make_shared<const MessageTemplate>(message.messageTemplate),
            message.variables, message.headerMedia};
        if (message.headerMedia.kind != HeaderMedia::Kind::File) {
            post(outgoing, answer);
            return;
        }
        m_accounts->uploadMedia(*credential, message.headerMedia.value,
                                [this, outgoing, answer](const Result<QString> &mediaId) mutable {
                                    if (!mediaId) {
                                        answer(mediaId.error());
                                        return;
                                    }
                                    outgoing.headerMedia.mediaId = *mediaId;
                                    post(outgoing, answer);
                                });
    });
}

void AccountService::post(const OutgoingMessage &message, Answer<QString> answer)
{
    m_messages->send(
        message, [answer = std::move(answer)](const SendOutcome &outcome) { answer(messageIdOf(outcome)); });
}
