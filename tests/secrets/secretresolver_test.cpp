#include "secrets/secretresolver.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A keychain that refuses everything.
class NoKeychain final : public SecretStore
{
public:
    void read(const QString &, Read answer) override { answer(refusal()); }
    void write(const QString &, const QByteArray &, Written answer) override { answer(refusal()); }
    void remove(const QString &, Written answer) override { answer(refusal()); }

private:
    static Error refusal() { return {ErrorKind::Refused, u"No keychain."_s, u"no_keychain"_s}; }
};

class SecretResolverTest : public ::testing::Test
{
protected:
    using Environment = SecretResolver::Environment;
    using WithoutKeychain = SecretResolver::WithoutKeychain;

    static ResolvedSecret wait(const std::function<void(SecretResolver::Answer)> &ask)
    {
        std::optional<ResolvedSecret> found;
        ask([&](const ResolvedSecret &secret) { found = secret; });
        for (int i = 0; i < 10 && !found; ++i)
            QCoreApplication::processEvents();
        EXPECT_TRUE(found);
        return found.value_or(ResolvedSecret{});
    }

    static ResolvedSecret token(SecretResolver &resolver, Environment environment = Environment::Use)
    {
        return wait([&](auto answer) { resolver.token(u"1"_s, environment, answer); });
    }

    static ResolvedSecret store(SecretResolver &resolver, WithoutKeychain fallback)
    {
        return wait([&](auto answer) { resolver.storeToken(u"1"_s, "stored", fallback, answer); });
    }

    MemorySecretStore m_memory;
    MemorySecretStore m_keychain;
    NoKeychain m_noKeychain;
};

} // namespace

TEST_F(SecretResolverTest, theEnvironmentComesFirstForTheAccountInUseOnly)
{
    SecretResolver resolver{
        {"from environment", {}},
        m_memory, m_keychain
    };
    store(resolver, WithoutKeychain::Forget);

    const ResolvedSecret inUse = token(resolver, Environment::Use);
    const ResolvedSecret other = token(resolver, Environment::Ignore);

    EXPECT_EQ(inUse.secret, "from environment");
    EXPECT_EQ(inUse.source, SecretSource::Environment);
    EXPECT_EQ(other.secret, "stored");
    EXPECT_EQ(other.source, SecretSource::Keychain);
}

TEST_F(SecretResolverTest, whereNothingIsStoredThereIsNoneAndNoProblem)
{
    SecretResolver resolver{{}, m_memory, m_keychain};

    const ResolvedSecret found = token(resolver);

    EXPECT_EQ(found.source, SecretSource::None);
    EXPECT_FALSE(found.problem);
}

TEST_F(SecretResolverTest, withoutAKeychainTheProblemIsTold)
{
    SecretResolver resolver{{}, m_memory, m_noKeychain};

    const ResolvedSecret found = token(resolver);

    EXPECT_EQ(found.source, SecretSource::None);
    ASSERT_TRUE(found.problem);
    EXPECT_EQ(found.problem->code, u"no_keychain"_s);
}

TEST_F(SecretResolverTest, withoutAKeychainASecretIsKeptForThisRunOrNotAtAll)
{
    SecretResolver resolver{{}, m_memory, m_noKeychain};

    const ResolvedSecret forgotten = store(resolver, WithoutKeychain::Forget);
    const ResolvedSecret afterForgetting = token(resolver);
    const ResolvedSecret kept = store(resolver, WithoutKeychain::KeepInMemory);
    const ResolvedSecret afterKeeping = token(resolver);

    EXPECT_EQ(forgotten.source, SecretSource::None);
    EXPECT_TRUE(forgotten.problem);
    EXPECT_EQ(afterForgetting.source, SecretSource::None);
    EXPECT_EQ(kept.source, SecretSource::Memory);
    EXPECT_TRUE(kept.problem);
    EXPECT_EQ(afterKeeping.secret, "stored");
    EXPECT_EQ(afterKeeping.source, SecretSource::Memory);
}

TEST_F(SecretResolverTest, anAppSecretIsNotTheToken)
{
    SecretResolver resolver{{}, m_memory, m_keychain};
    wait(
        [&](auto answer) { resolver.storeAppSecret(u"1"_s, "app secret", WithoutKeychain::Forget, answer); });

    const ResolvedSecret appSecret =
        wait([&](auto answer) { resolver.appSecret(u"1"_s, Environment::Use, answer); });

    EXPECT_EQ(appSecret.secret, "app secret");
    EXPECT_EQ(token(resolver).source, SecretSource::None);
}

TEST_F(SecretResolverTest, removingForgetsBothSecrets)
{
    SecretResolver resolver{{}, m_memory, m_keychain};
    store(resolver, WithoutKeychain::Forget);
    wait([&](auto answer) { resolver.storeAppSecret(u"1"_s, "s", WithoutKeychain::Forget, answer); });
    bool isRemoved = false;

    resolver.removeAll(u"1"_s, [&](const Result<> &removed) { isRemoved = bool(removed); });
    for (int i = 0; i < 10 && !isRemoved; ++i)
        QCoreApplication::processEvents();

    EXPECT_TRUE(isRemoved);
    EXPECT_FALSE(m_keychain.has(tokenKey(u"1"_s)));
    EXPECT_FALSE(m_keychain.has(appSecretKey(u"1"_s)));
}

TEST(EnvironmentSecretsTest, areReadFromTheTwoVariables)
{
    qputenv("FANFARE_TOKEN", "EAAG\n");
    qunsetenv("FANFARE_APP_SECRET");

    const EnvironmentSecrets secrets = EnvironmentSecrets::fromEnvironment();
    qunsetenv("FANFARE_TOKEN");

    EXPECT_EQ(secrets.token, "EAAG");
    EXPECT_TRUE(secrets.appSecret.isEmpty());
}
