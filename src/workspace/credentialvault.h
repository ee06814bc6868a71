#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "secrets/secretresolver.h"
#include "workspace/accountdesk.h"
#include "workspace/credentialcache.h"
#include "workspace/practiceworld.h"
#include "workspace/workspace.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

/// The secrets a person gives for an account; empty: none given.
struct GivenSecrets
{
    QByteArray token;
    QByteArray appSecret;
};

/// The app secrets of some accounts.
struct FoundAppSecrets
{
    std::vector<QByteArray> secrets; ///< each once, in the order of the accounts
    QByteArray ofAccountInUse; ///< empty: not known
    std::vector<Account> without; ///< accounts whose app secret is not known
};

/// Finds access tokens and app secrets, once a process: FANFARE_TOKEN and FANFARE_APP_SECRET first (for the
/// account in use), then the keychain, then what a person gave for this run. In a practice workspace nothing
/// of that counts: the first question starts the simulator and every answer speaks to it. Lives on a thread
/// with an event loop; answers come there, not from within the call.
class CredentialVault : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Answer = std::function<void(const Result<T> &)>;

    /// `fallback`: what becomes of a secret that the keychain does not take.
    CredentialVault(Workspace workspace, std::unique_ptr<SecretStore> keychain,
                    SecretResolver::WithoutKeychain fallback, const Clock &clock, QObject *parent = nullptr);
    /// With the keychain of the operating system.
    CredentialVault(Workspace workspace, SecretResolver::WithoutKeychain fallback, const Clock &clock,
                    QObject *parent = nullptr);
    ~CredentialVault() override;

    /// Refused with the codes "no_token" and "keychain_locked".
    void resolve(const KnownAccount &account, Answer<std::shared_ptr<const Credential>> answer);

    /// The app secret of an account, with or without a token; empty: none at hand.
    void findAppSecret(const KnownAccount &account, std::function<void(const QByteArray &)> answer);
    /// Of all these accounts, those that have one; none in practice. Refused with the code "keychain_locked"
    /// where it cannot be told whether there are more.
    void findAppSecrets(const std::vector<KnownAccount> &accounts, Answer<FoundAppSecrets> answer);

    /// Puts secrets where they belong and says where the token of the account is from now on, with the
    /// problem of a keychain that did not take one. Nothing given: only says it.
    void keep(const KnownAccount &account, const GivenSecrets &secrets, SecretResolver::Answer answer);
    /// Out of the keychain and memory.
    void forget(const Account &account, SecretStore::Written answer);

    /// The key for the relay, FANFARE_RELAY_KEY first; `entry` is that of the RelayChoice. Refused with the
    /// codes "no_relay_key" and "keychain_locked".
    void findRelayKey(const QString &entry, Answer<QByteArray> answer);
    /// The same with where it is; empty where there is none.
    void findRelaySecret(const QString &entry, SecretResolver::Answer answer);
    /// Says where the key is from now on, with the problem of a keychain that did not take it.
    void keepRelayKey(const QString &entry, const QByteArray &key, SecretResolver::Answer answer);
    void forgetRelayKey(const QString &entry, SecretStore::Written answer);

    /// What was resolved so far, for other threads.
    std::shared_ptr<const CredentialCache> cache() const { return m_cache; }

    /// The simulator of a practice workspace, started when first asked for.
    Result<PracticeWorld *> practiceWorld();

private:
    void findNextAppSecret(std::vector<KnownAccount> accounts, FoundAppSecrets found,
                           Answer<FoundAppSecrets> answer);
    void answerFromPractice(const Account &account, const Answer<std::shared_ptr<const Credential>> &answer);

    Workspace m_workspace;
    const Clock &m_clock;
    MemorySecretStore m_memory;
    std::unique_ptr<SecretStore> m_keychain;
    SecretResolver m_secrets;
    SecretResolver::WithoutKeychain m_fallback;
    std::shared_ptr<CredentialCache> m_cache = std::make_shared<CredentialCache>();
    std::unique_ptr<PracticeWorld> m_practice;
};
