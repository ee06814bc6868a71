#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

class Session;

/// An account with what it takes to find its secrets.
struct KnownAccount
{
    Account account;
    bool isInUse = false; ///< the variables of the environment are for this one
};

/// What a person does with the connected numbers, as far as the database goes. Their secrets are
/// CredentialVault's.
class AccountDesk
{
    Q_DECLARE_TR_FUNCTIONS(AccountDesk)

public:
    explicit AccountDesk(Session &session)
        : m_session{session}
    {
    }

    /// Stores a number, with the defaults of Meta's address and version where none are given; a known
    /// phone-number id is updated. Refused with the code "practice" in a practice workspace.
    Result<KnownAccount> put(Account account);

    Result<std::vector<KnownAccount>> list();
    Result<KnownAccount> load(AccountId id);
    /// NotFound with the code "no_account" where none is connected.
    Result<KnownAccount> inUse();

    /// Tells whoever runs the engine that secrets changed, so that it asks for them again.
    Result<> noteNewSecrets();
    /// Changes whenever some program stored secrets for this workspace.
    Result<QString> secretsStamp();

private:
    Session &m_session;
};
