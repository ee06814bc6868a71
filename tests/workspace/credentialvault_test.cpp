#include "workspace/credentialvault.h"
#include "workspace/world.h"

#include "secrets/memorysecretstore.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A keychain that gives and takes nothing.
class RefusingKeychain final : public SecretStore
{
public:
    explicit RefusingKeychain(QString code)
        : m_code{std::move(code)}
    {
    }

    void read(const QString &, Read answer) override
    {
        later([this, answer] { answer(refusal()); });
    }
    void write(const QString &, const QByteArray &, Written answer) override
    {
        later([this, answer] { answer(refusal()); });
    }
    void remove(const QString &, Written answer) override
    {
        later([this, answer] { answer(refusal()); });
    }

private:
    Error refusal() const { return {ErrorKind::Refused, u"No keychain."_s, m_code, {}}; }
    void later(const std::function<void()> &what)
    {
        QMetaObject::invokeMethod(&m_context, what, Qt::QueuedConnection);
    }

    QString m_code;
    QObject m_context;
};

/// A keychain with a token, which a test locks.
class LockableKeychain final : public SecretStore
{
public:
    explicit LockableKeychain(const bool &isLocked)
        : m_isLocked{isLocked}
    {
    }

    void read(const QString &key, Read answer) override
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this, key, answer] {
                if (m_isLocked)
                    answer(Error{ErrorKind::Refused, u"Unlock it."_s, u"keychain_locked"_s, {}});
                else if (key.startsWith("token/"_L1))
                    answer(QByteArray{"token"});
                else
                    answer(Error{ErrorKind::NotFound, u"None."_s, u"not_found"_s, {}});
            },
            Qt::QueuedConnection);
    }
    void write(const QString &, const QByteArray &, Written) override { FAIL(); }
    void remove(const QString &, Written) override { FAIL(); }

private:
    const bool &m_isLocked;
    QObject m_context;
};

KnownAccount knownAccount(World &world)
{
    Account account;
    account.phoneNumberId = u"100"_s;
    account.wabaId = u"200"_s;
    return *world.session().accountDesk().put(account);
}

class CredentialVaultTest : public testing::Test
{
protected:
    ~CredentialVaultTest() override { qunsetenv("FANFARE_TOKEN"); }

    std::optional<Result<std::shared_ptr<const Credential>>> resolve(CredentialVault &vault,
                                                                     const KnownAccount &account)
    {
        std::optional<Result<std::shared_ptr<const Credential>>> found;
        vault.resolve(account,
                      [&](const Result<std::shared_ptr<const Credential>> &answer) { found = answer; });
        waitUntil([&] { return found.has_value(); });
        return found;
    }

    ResolvedSecret keep(CredentialVault &vault, const KnownAccount &account, const GivenSecrets &secrets)
    {
        std::optional<ResolvedSecret> kept;
        vault.keep(account, secrets, [&](const ResolvedSecret &answer) { kept = answer; });
        waitUntil([&] { return kept.has_value(); });
        return kept.value_or(ResolvedSecret{});
    }
};

} // namespace

TEST_F(CredentialVaultTest, theKeychainKeepsAndGives)
{
    World world{Workspace::Purpose::Real};
    const KnownAccount account = knownAccount(world);
    CredentialVault vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};

    EXPECT_EQ(keep(vault, account, {"token", "secret"}).source, SecretSource::Keychain);
    const auto found = resolve(vault, account);

    ASSERT_TRUE(found && *found);
    EXPECT_EQ((**found)->token, "token");
    EXPECT_EQ((**found)->appSecret, "secret");
    EXPECT_EQ(vault.cache()->find(account.account.id)->token, "token");
}

TEST_F(CredentialVaultTest, theEnvironmentComesFirstForTheAccountInUseOnly)
{
    qputenv("FANFARE_TOKEN", "from-the-environment");
    World world{Workspace::Purpose::Real};
    const KnownAccount account = knownAccount(world);
    KnownAccount other = account;
    other.isInUse = false;
    CredentialVault vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};
    keep(vault, account, {"token", {}});

    const auto inUse = resolve(vault, account);
    const auto notInUse = resolve(vault, other);

    ASSERT_TRUE(inUse && *inUse && notInUse && *notInUse);
    EXPECT_EQ((**inUse)->token, "from-the-environment");
    EXPECT_EQ((**notInUse)->token, "token");
}

TEST_F(CredentialVaultTest, withoutAKeychainTheWindowKeepsItForThisRunAndTheTerminalSaysNone)
{
    World world{Workspace::Purpose::Real};
    const KnownAccount account = knownAccount(world);
    CredentialVault window{world.workspace(), std::make_unique<RefusingKeychain>(u"no_keychain"_s),
                           SecretResolver::WithoutKeychain::KeepInMemory, world.clock()};
    CredentialVault terminal{world.workspace(), std::make_unique<RefusingKeychain>(u"no_keychain"_s),
                             SecretResolver::WithoutKeychain::Forget, world.clock()};

    EXPECT_EQ(keep(window, account, {"token", {}}).source, SecretSource::Memory);
    EXPECT_EQ(keep(terminal, account, {"token", {}}).source, SecretSource::None);

    const auto inWindow = resolve(window, account);
    const auto inTerminal = resolve(terminal, account);
    ASSERT_TRUE(inWindow && *inWindow);
    ASSERT_TRUE(inTerminal && !*inTerminal);
    EXPECT_EQ(inTerminal->error().code, u"no_token"_s);
}

TEST_F(CredentialVaultTest, aKeychainThatLocksTakesNothingFromWhoeverSends)
{
    World world{Workspace::Purpose::Real};
    const KnownAccount account = knownAccount(world);
    bool isLocked = false;
    CredentialVault vault{world.workspace(), std::make_unique<LockableKeychain>(isLocked),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};
    ASSERT_TRUE(*resolve(vault, account));

    isLocked = true;
    const auto asked = resolve(vault, account);

    EXPECT_EQ(asked->error().code, u"keychain_locked"_s);
    EXPECT_TRUE(vault.cache()->find(account.account.id));
}

TEST_F(CredentialVaultTest, whatIsForgottenIsGone)
{
    World world{Workspace::Purpose::Real};
    const KnownAccount account = knownAccount(world);
    CredentialVault vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};
    keep(vault, account, {"token", {}});
    resolve(vault, account);
    bool isForgotten = false;

    vault.forget(account.account, [&](const Result<> &) { isForgotten = true; });
    ASSERT_TRUE(waitUntil([&] { return isForgotten; }));

    EXPECT_FALSE(*resolve(vault, account));
    EXPECT_FALSE(vault.cache()->find(account.account.id));
}

TEST_F(CredentialVaultTest, practiceUsesNothingReal)
{
    qputenv("FANFARE_TOKEN", "real-token");
    World world{Workspace::Purpose::Practice};
    const KnownAccount account = *world.session().accountDesk().inUse();
    CredentialVault vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};

    const auto found = resolve(vault, account);

    ASSERT_TRUE(found && *found);
    EXPECT_NE((**found)->token, "real-token");
    EXPECT_TRUE((**found)->account.apiBase.startsWith("http://127.0.0.1:"_L1));
}

TEST_F(CredentialVaultTest, aLockedKeychainIsNotTakenForOneWithoutAppSecrets)
{
    World world{Workspace::Purpose::Real};
    const KnownAccount account = knownAccount(world);
    CredentialVault locked{world.workspace(), std::make_unique<RefusingKeychain>(u"keychain_locked"_s),
                           SecretResolver::WithoutKeychain::Forget, world.clock()};
    CredentialVault absent{world.workspace(), std::make_unique<RefusingKeychain>(u"no_keychain"_s),
                           SecretResolver::WithoutKeychain::Forget, world.clock()};
    const auto secretsOf = [&](CredentialVault &vault) {
        std::optional<Result<FoundAppSecrets>> found;
        vault.findAppSecrets({account}, [&](const Result<FoundAppSecrets> &answer) { found = answer; });
        waitUntil([&] { return found.has_value(); });
        return found.value_or(Result<FoundAppSecrets>{Error{}});
    };

    EXPECT_EQ(secretsOf(locked).error().code, u"keychain_locked"_s);
    ASSERT_TRUE(secretsOf(absent));
    EXPECT_TRUE(secretsOf(absent)->secrets.empty());
}
