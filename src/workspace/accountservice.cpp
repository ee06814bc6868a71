#include "workspace/accountservice.h"

#include "whatsapp/graphaccountgateway.h"
#include "workspace/credentialvault.h"

#include <QPointer>

AccountService::AccountService(CredentialVault &vault, QObject *parent)
    : AccountService{vault, std::make_unique<GraphAccountGateway>(), parent}
{
}

AccountService::AccountService(CredentialVault &vault, std::unique_ptr<AccountGateway> accounts,
                               QObject *parent)
    : QObject{parent}
    , m_vault{vault}
    , m_accounts{std::move(accounts)}
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

void AccountService::fetchSubscribedApps(const KnownAccount &account, Answer<QStringList> answer)
{
    withCredential<QStringList>(account, answer, [this, answer](const auto &credential) {
        m_accounts->fetchSubscribedApps(*credential, answer);
    });
}

void AccountService::subscribeApp(const KnownAccount &account, Answer<QStringList> answer)
{
    withCredential<QStringList>(account, answer, [this, answer](const auto &credential) {
        m_accounts->subscribeApp(*credential, answer);
    });
}
