#include "workspace/credentialcache.h"

#include "workspace/campaigndesk.h"

std::shared_ptr<const Credential> CredentialCache::find(AccountId account) const
{
    const std::lock_guard lock{m_mutex};
    return m_credentials.value(account);
}

void CredentialCache::put(std::shared_ptr<const Credential> credential)
{
    const std::lock_guard lock{m_mutex};
    const AccountId account = credential->account.id;
    m_credentials.insert(account, std::move(credential));
}

void CredentialCache::remove(AccountId account)
{
    const std::lock_guard lock{m_mutex};
    m_credentials.remove(account);
}

Result<std::shared_ptr<const Credential>> CachedCredentialSource::credentialFor(AccountId account)
{
    std::shared_ptr<const Credential> known = m_cache->find(account);
    if (!known)
        return noTokenError();
    return known;
}
