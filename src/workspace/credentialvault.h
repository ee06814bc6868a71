#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/ports/secretstore.h"
#include "workspace/accountdesk.h"
#include "workspace/credentialcache.h"
#include "workspace/practiceworld.h"
#include "workspace/workspace.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

/// Where the token of an account was found or put.
enum class SecretPlace {
    None,
    Environment, ///< FANFARE_TOKEN
    Keychain,
    Memory, ///< for this run only
};

/// "none", "environment", "keychain", "memory".
QString toWord(SecretPlace place);

/// The secrets a person gives for an account; empty: none given.
struct GivenSecrets
{
    QByteArray token;
    QByteArray appSecret;
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

    CredentialVault(Workspace workspace, std::unique_ptr<SecretStore> keychain, const Clock &clock,
                    QObject *parent = nullptr);
    ~CredentialVault() override;

    /// Refused with the codes "no_token" and "keychain_locked".
    void resolve(const KnownAccount &account, Answer<std::shared_ptr<const Credential>> answer);

    /// Puts secrets into the keychain, or into memory where there is none, and says where the token of the
    /// account is from now on. Nothing given: only says it.
    void keep(const KnownAccount &account, const GivenSecrets &secrets, Answer<SecretPlace> answer);
    /// Out of the keychain and memory.
    void forget(const Account &account, Answer<Done> answer);

    /// What was resolved so far, for other threads.
    std::shared_ptr<const CredentialCache> cache() const { return m_cache; }

    /// The simulator of a practice workspace, started when first asked for.
    Result<PracticeWorld *> practiceWorld();

private:
    struct Question;

    void readToken(std::shared_ptr<Question> question);
    void readAppSecret(std::shared_ptr<Question> question);
    void finish(const std::shared_ptr<Question> &question);
    void later(std::function<void()> what);

    Workspace m_workspace;
    std::unique_ptr<SecretStore> m_keychain;
    const Clock &m_clock;
    std::shared_ptr<CredentialCache> m_cache = std::make_shared<CredentialCache>();
    QHash<QString, GivenSecrets> m_memory; ///< by phone-number id
    std::unique_ptr<PracticeWorld> m_practice;
};
