#pragma once

#include "domain/ports/credentialsource.h"

#include <QHash>

#include <memory>
#include <mutex>

/// The credentials that this process has found so far, for every thread that sends. Filled by
/// CredentialVault.
class CredentialCache
{
public:
    std::shared_ptr<const Credential> find(AccountId account) const;
    void put(std::shared_ptr<const Credential> credential);
    void remove(AccountId account);

private:
    mutable std::mutex m_mutex; // guards m_credentials, between the vault's thread and the sending thread
    QHash<AccountId, std::shared_ptr<const Credential>> m_credentials;
};

/// The cache as the sender's port.
class CachedCredentialSource final : public CredentialSource
{
public:
    explicit CachedCredentialSource(std::shared_ptr<const CredentialCache> cache)
        : m_cache{std::move(cache)}
    {
    }

    Result<std::shared_ptr<const Credential>> credentialFor(AccountId account) override;

private:
    std::shared_ptr<const CredentialCache> m_cache;
};
