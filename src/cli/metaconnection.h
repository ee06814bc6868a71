#pragma once

#include "base/result.h"
#include "workspace/accountservice.h"
#include "workspace/credentialvault.h"
#include "workspace/directmessenger.h"

#include <functional>
#include <memory>

class CommandContext;

/// What a command that asks Meta needs: the session, the secrets and the service. Lives as long as the
/// command.
class MetaConnection
{
public:
    static Result<std::shared_ptr<MetaConnection>> open(CommandContext &context);

    Session &session() { return m_session; }
    CredentialVault &vault() { return m_vault; }
    AccountService &service() { return m_service; }
    /// Made when first asked for.
    DirectMessenger &messenger();

    /// Whether there is a token for this account: done, or why there is none.
    void findToken(AccountId account, std::function<void(const Result<> &)> answer);

    /// The app secrets of all accounts of the workspace, as far as they are at hand.
    void findAppSecrets(CredentialVault::Answer<FoundAppSecrets> answer);

private:
    explicit MetaConnection(Session &session);

    Session &m_session;
    CredentialVault m_vault;
    AccountService m_service;
    std::unique_ptr<DirectMessenger> m_messenger;
};

/// Sends a direct message and ends the command with what came of it: the id of the message, for people in
/// the words of `accepted`. Interrupted, it takes back what has not left.
void sendAndSay(CommandContext &context, const std::shared_ptr<MetaConnection> &meta,
                const DirectMessage &message, const QString &accepted);
