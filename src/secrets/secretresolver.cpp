#include "secrets/secretresolver.h"

#include <QPointer>

using namespace Qt::StringLiterals;

QString toWord(SecretSource source)
{
    switch (source) {
    case SecretSource::None: return u"none"_s;
    case SecretSource::Environment: return u"environment"_s;
    case SecretSource::Memory: return u"memory"_s;
    case SecretSource::Keychain: return u"keychain"_s;
    }
    Q_UNREACHABLE();
}

SecretResolver::SecretResolver(EnvironmentSecrets environment, MemorySecretStore &memory,
                               SecretStore &keychain)
    : m_environment{std::move(environment)}
    , m_memory{memory}
    , m_keychain{keychain}
{
}

void SecretResolver::token(const QString &phoneNumberId, Environment environment, Answer answer)
{
    resolve(tokenKey(phoneNumberId), environment == Environment::Use ? m_environment.token : QByteArray{},
            std::move(answer));
}

void SecretResolver::appSecret(const QString &phoneNumberId, Environment environment, Answer answer)
{
    resolve(appSecretKey(phoneNumberId),
            environment == Environment::Use ? m_environment.appSecret : QByteArray{}, std::move(answer));
}

void SecretResolver::storeToken(const QString &phoneNumberId, const QByteArray &token,
                                WithoutKeychain fallback, Answer answer)
{
    store(tokenKey(phoneNumberId), token, fallback, std::move(answer));
}

void SecretResolver::storeAppSecret(const QString &phoneNumberId, const QByteArray &appSecret,
                                    WithoutKeychain fallback, Answer answer)
{
    store(appSecretKey(phoneNumberId), appSecret, fallback, std::move(answer));
}

void SecretResolver::relayKey(const QString &entry, Answer answer)
{
    resolve(relayKeyName(entry), m_environment.relayKey, std::move(answer));
}

void SecretResolver::storeRelayKey(const QString &entry, const QByteArray &key, WithoutKeychain fallback,
                                   Answer answer)
{
    store(relayKeyName(entry), key, fallback, std::move(answer));
}

void SecretResolver::removeRelayKey(const QString &entry, SecretStore::Written answer)
{
    m_memory.remove(relayKeyName(entry), [](const Result<> &) {});
    m_keychain.remove(relayKeyName(entry), std::move(answer));
}

void SecretResolver::removeAll(const QString &phoneNumberId, SecretStore::Written answer)
{
    const QString second = appSecretKey(phoneNumberId);
    m_memory.remove(tokenKey(phoneNumberId), [](const Result<> &) {});
    m_memory.remove(second, [](const Result<> &) {});
    m_keychain.remove(tokenKey(phoneNumberId),
                      [self = QPointer<QObject>{&m_context}, this, second,
                       answer = std::move(answer)](const Result<> &removed) {
                          if (!self)
                              return;
                          if (!removed)
                              return answer(removed);
                          m_keychain.remove(second, answer);
                      });
}

void SecretResolver::resolve(const QString &key, const QByteArray &fromEnvironment, Answer answer)
{
    if (!fromEnvironment.isEmpty()) {
        QMetaObject::invokeMethod(
            &m_context,
            [answer = std::move(answer), fromEnvironment] {
                answer({fromEnvironment, SecretSource::Environment, std::nullopt});
            },
            Qt::QueuedConnection);
        return;
    }
    if (m_memory.has(key)) {
        m_memory.read(key, [answer = std::move(answer)](const Result<QByteArray> &secret) {
            answer({secret ? *secret : QByteArray{}, SecretSource::Memory, std::nullopt});
        });
        return;
    }
    m_keychain.read(key, [answer = std::move(answer)](const Result<QByteArray> &secret) {
        if (secret)
            return answer({*secret, SecretSource::Keychain, std::nullopt});
        const bool wasAsked = secret.error().kind == ErrorKind::NotFound;
        answer({{}, SecretSource::None, wasAsked ? std::nullopt : std::optional{secret.error()}});
    });
}

void SecretResolver::store(const QString &key, const QByteArray &secret, WithoutKeychain fallback,
                           Answer answer)
{
    m_keychain.write(key, secret,
                     [self = QPointer<QObject>{&m_context}, this, key, secret, fallback,
                      answer = std::move(answer)](const Result<> &written) {
                         if (!self)
                             return;
                         if (written) {
                             // What was kept for this run would hide it.
                             m_memory.remove(key, [](const Result<> &) {});
                             return answer({secret, SecretSource::Keychain, std::nullopt});
                         }
                         if (fallback == WithoutKeychain::Forget)
                             return answer({{}, SecretSource::None, written.error()});
                         m_memory.write(key, secret, [](const Result<> &) {});
                         answer({secret, SecretSource::Memory, written.error()});
                     });
}
