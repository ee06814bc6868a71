#pragma once

#include "domain/ports/secretstore.h"
#include "secrets/environmentsecrets.h"
#include "secrets/memorysecretstore.h"

#include <functional>
#include <optional>

enum class SecretSource { None, Environment, Memory, Keychain };

/// "environment", "keychain", "memory", "none"
QString toWord(SecretSource source);

/// A secret and where it comes from.
struct ResolvedSecret
{
    QByteArray secret; ///< empty with SecretSource::None
    SecretSource source = SecretSource::None;
    std::optional<Error> problem; ///< why the keychain could not be asked or used; nothing where it could
};

/// Finds and keeps an account's secrets: the environment first, then what was kept for this run, then the
/// keychain. Answers come later, exactly once, on the calling thread's event loop.
class SecretResolver
{
public:
    using Answer = std::function<void(const ResolvedSecret &)>;

    /// The environment's secrets are meant for the account in use only.
    enum class Environment { Use, Ignore };
    /// What to do with a secret that the keychain does not take: the window keeps it for this run, the
    /// terminal has no later.
    enum class WithoutKeychain { KeepInMemory, Forget };

    /// All three must outlive this.
    SecretResolver(EnvironmentSecrets environment, MemorySecretStore &memory, SecretStore &keychain);

    void token(const QString &phoneNumberId, Environment environment, Answer answer);
    void appSecret(const QString &phoneNumberId, Environment environment, Answer answer);

    /// Answers where the secret is now: in the keychain, in memory, or nowhere, with the problem.
    void storeToken(const QString &phoneNumberId, const QByteArray &token, WithoutKeychain fallback,
                    Answer answer);
    void storeAppSecret(const QString &phoneNumberId, const QByteArray &appSecret, WithoutKeychain fallback,
                        Answer answer);

    /// The key for a relay; `entry` says which, and whose.
    void relayKey(const QString &entry, Answer answer);
    void storeRelayKey(const QString &entry, const QByteArray &key, WithoutKeychain fallback, Answer answer);
    void removeRelayKey(const QString &entry, SecretStore::Written answer);

    /// Removes both, from memory and from the keychain.
    void removeAll(const QString &phoneNumberId, SecretStore::Written answer);

private:
    void resolve(const QString &key, const QByteArray &fromEnvironment, Answer answer);
    void store(const QString &key, const QByteArray &secret, WithoutKeychain fallback, Answer answer);

    const EnvironmentSecrets m_environment;
    MemorySecretStore &m_memory;
    SecretStore &m_keychain;
    QObject m_context; ///< answers end with it
};
