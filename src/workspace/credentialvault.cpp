#include "workspace/credentialvault.h"

#include "workspace/campaigndesk.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

QByteArray environmentToken(bool isInUse)
{
    return isInUse ? qgetenv("FANFARE_TOKEN") : QByteArray{};
}

QByteArray environmentAppSecret(bool isInUse)
{
    return isInUse ? qgetenv("FANFARE_APP_SECRET") : QByteArray{};
}

Error keychainLockedError()
{
    return {ErrorKind::Refused,
            QCoreApplication::translate(
                "CredentialVault",
                "The access token is in the keychain, but the keychain does not hand it out. "
                "Unlock it, or set FANFARE_TOKEN in the environment."),
            u"keychain_locked"_s,
            {}};
}

} // namespace

QString toWord(SecretPlace place)
{
    switch (place) {
    case SecretPlace::None: return u"none"_s;
    case SecretPlace::Environment: return u"environment"_s;
    case SecretPlace::Keychain: return u"keychain"_s;
    case SecretPlace::Memory: return u"memory"_s;
    }
    Q_UNREACHABLE();
}

/// A credential while it is put together.
struct CredentialVault::Question
{
    Credential credential;
    bool isInUse = false;
    bool hasKeychainEntry = false;
    Answer<std::shared_ptr<const Credential>> answer;
};

CredentialVault::CredentialVault(Workspace workspace, std::unique_ptr<SecretStore> keychain,
                                 const Clock &clock, QObject *parent)
    : QObject{parent}
    , m_workspace{std::move(workspace)}
    , m_keychain{std::move(keychain)}
    , m_clock{clock}
{
}

CredentialVault::~CredentialVault() = default;

void CredentialVault::resolve(const KnownAccount &account, Answer<std::shared_ptr<const Credential>> answer)
{
    auto question = std::make_shared<Question>();
    question->credential.account = account.account;
    question->isInUse = account.isInUse;
    question->hasKeychainEntry = account.hasKeychainEntry;
    question->answer = std::move(answer);
    if (!m_workspace.isPractice()) {
        readToken(std::move(question));
        return;
    }
    later([this, question] {
        const Result<PracticeWorld *> world = practiceWorld();
        if (!world) {
            question->answer(world.error());
            return;
        }
        question->credential = (*world)->credentialFor(question->credential.account);
        finish(question);
    });
}

void CredentialVault::readToken(std::shared_ptr<Question> question)
{
    question->credential.token = environmentToken(question->isInUse);
    if (!question->credential.token.isEmpty()) {
        readAppSecret(std::move(question));
        return;
    }
    const QString id = question->credential.account.phoneNumberId;
    m_keychain->read(tokenKey(id), [this, id, question](const Result<QByteArray> &token) {
        question->credential.token = token ? *token : m_memory.value(id).token;
        if (!question->credential.token.isEmpty()) {
            readAppSecret(question);
            return;
        }
        m_cache->remove(question->credential.account.id);
        const bool isLocked =
            !token && (token.error().code == "keychain_locked"_L1 || question->hasKeychainEntry);
        question->answer(isLocked ? keychainLockedError() : noTokenError());
    });
}

void CredentialVault::readAppSecret(std::shared_ptr<Question> question)
{
    question->credential.appSecret = environmentAppSecret(question->isInUse);
    if (!question->credential.appSecret.isEmpty()) {
        later([this, question] { finish(question); });
        return;
    }
    const QString id = question->credential.account.phoneNumberId;
    m_keychain->read(appSecretKey(id), [this, id, question](const Result<QByteArray> &secret) {
        question->credential.appSecret = secret ? *secret : m_memory.value(id).appSecret;
        finish(question);
    });
}

void CredentialVault::finish(const std::shared_ptr<Question> &question)
{
    auto credential = std::make_shared<const Credential>(question->credential);
    m_cache->put(credential);
    question->answer(credential);
}

void CredentialVault::keep(const KnownAccount &account, const GivenSecrets &secrets,
                           Answer<SecretPlace> answer)
{
    const QString id = account.account.phoneNumberId;
    const bool isInUse = account.isInUse;
    GivenSecrets &remembered = m_memory[id];
    if (!secrets.token.isEmpty())
        remembered.token = secrets.token;
    if (!secrets.appSecret.isEmpty())
        remembered.appSecret = secrets.appSecret;

    const auto sayPlace = [this, id, isInUse, answer = std::move(answer)](const Result<> &stored) {
        if (!environmentToken(isInUse).isEmpty()) {
            answer(SecretPlace::Environment);
            return;
        }
        if (!stored) {
            answer(m_memory.value(id).token.isEmpty() ? SecretPlace::None : SecretPlace::Memory);
            return;
        }
        m_keychain->read(tokenKey(id), [this, id, answer](const Result<QByteArray> &token) {
            if (token && !token->isEmpty())
                answer(SecretPlace::Keychain);
            else
                answer(m_memory.value(id).token.isEmpty() ? SecretPlace::None : SecretPlace::Memory);
        });
    };
    const auto writeAppSecret = [this, id, appSecret = secrets.appSecret, sayPlace](const Result<> &stored) {
        if (appSecret.isEmpty() || !stored)
            sayPlace(stored);
        else
            m_keychain->write(appSecretKey(id), appSecret, sayPlace);
    };
    if (secrets.token.isEmpty())
        later([writeAppSecret] { writeAppSecret(Done{}); });
    else
        m_keychain->write(tokenKey(id), secrets.token, writeAppSecret);
}

void CredentialVault::forget(const Account &account, Answer<Done> answer)
{
    const QString id = account.phoneNumberId;
    m_memory.remove(id);
    m_cache->remove(account.id);
    // A keychain that has no entry, or cannot be reached, has nothing to forget.
    m_keychain->remove(tokenKey(id), [this, id, answer = std::move(answer)](const Result<> &) {
        m_keychain->remove(appSecretKey(id), [answer](const Result<> &) { answer(Done{}); });
    });
}

Result<PracticeWorld *> CredentialVault::practiceWorld()
{
    if (!m_practice) {
        Result<std::unique_ptr<PracticeWorld>> world = PracticeWorld::start(m_clock);
        if (!world)
            return world.error();
        m_practice = *std::move(world);
    }
    return m_practice.get();
}

void CredentialVault::later(std::function<void()> what)
{
    QTimer::singleShot(0, this, std::move(what));
}
