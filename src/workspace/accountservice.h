#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/messagetemplate.h"
#include "domain/ports/accountgateway.h"
#include "workspace/accountdesk.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class CredentialVault;

/// What Meta is asked outside of a campaign's sending. Lives on a thread with an event loop; answers come
/// there, not from within the call, and none comes after it is gone. It stores nothing: the caller has a
/// session for that.
class AccountService : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Answer = std::function<void(const Result<T> &)>;

    AccountService(CredentialVault &vault, QObject *parent = nullptr);
    AccountService(CredentialVault &vault, std::unique_ptr<AccountGateway> accounts,
                   QObject *parent = nullptr);
    ~AccountService() override;

    void fetchNumber(const KnownAccount &account, Answer<NumberReport> answer);
    /// With what a person gave and nobody has stored yet.
    void fetchNumber(const Credential &given, Answer<NumberReport> answer);
    void fetchTemplates(const KnownAccount &account, Answer<std::vector<MessageTemplate>> answer);
    /// The apps that Meta tells the events of the account, by name.
    void fetchSubscribedApps(const KnownAccount &account, Answer<QStringList> answer);
    /// Makes the app of the access key one of them, and answers all of them.
    void subscribeApp(const KnownAccount &account, Answer<QStringList> answer);

private:
    using Credentialed = std::function<void(const std::shared_ptr<const Credential> &)>;

    template <typename T>
    void withCredential(const KnownAccount &account, Answer<T> answer, Credentialed next);

    CredentialVault &m_vault;
    std::unique_ptr<AccountGateway> m_accounts;
};
