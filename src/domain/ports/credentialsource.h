#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <memory>

/// Hands out what is needed to send for an account. Answers at once, from memory; refuses with code
/// "no_token".
class CredentialSource
{
public:
    virtual ~CredentialSource() = default;
    virtual Result<std::shared_ptr<const Credential>> credentialFor(AccountId account) = 0;
};
