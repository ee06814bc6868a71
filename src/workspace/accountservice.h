#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "domain/ports/accountgateway.h"
#include "domain/ports/messagegateway.h"
#include "workspace/accountdesk.h"
#include "workspace/campaigndesk.h"

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
                   std::unique_ptr<MessageGateway> messages, QObject *parent = nullptr);
    ~AccountService() override;

    void fetchNumber(const KnownAccount &account, Answer<NumberReport> answer);
    /// With what a person gave and nobody has stored yet.
    void fetchNumber(const Credential &given, Answer<NumberReport> answer);
    void fetchTemplates(const KnownAccount &account, Answer<std::vector<MessageTemplate>> answer);

    /// Uploads a header file where there is one, then sends; answers the message id. Outside the statistics.
    void sendTest(const TestMessage &message, Answer<QString> answer);

private:
    using Credentialed = std::function<void(const std::shared_ptr<const Credential> &)>;

    template <typename T>
    void withCredential(const KnownAccount &account, Answer<T> answer, Credentialed next);
    void post(const OutgoingMessage &message, Answer<QString> answer);

    CredentialVault &m_vault;
    std::unique_ptr<AccountGateway> m_accounts;
    std::unique_ptr<MessageGateway> m_messages;
};
