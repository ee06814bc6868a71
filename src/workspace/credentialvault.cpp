#include "workspace/credentialvault.h"

#include "secrets/keychainsecretstore.h"
#include "workspace/armedstate.h"
#include "workspace/campaigndesk.h"

#include <QDir>
#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

SecretResolver::Environment environmentOf(const KnownAccount &account)
{
    return account.isInUse ? SecretResolver::Environment::Use : SecretResolver::Environment::Ignore;
}

/// Beside the identities of workspaces: both belong to the user, not to one workspace.
QString knownKeysFile()
{
    return QDir{identityFolder()}.filePath(u"../keychain-entries"_s);
}

/// Then there may be a secret all the same.
bool isLocked(const ResolvedSecret &secret)
{
    return secret.source == SecretSource::None && secret.problem
        && secret.problem->code == "keychain_locked"_L1;
}

void note(const KnownAccount &account, const QByteArray &appSecret, FoundAppSecrets &found)
{
    if (account.isInUse)
        found.ofAccountInUse = appSecret;
    if (appSecret.isEmpty())
        found.without.push_back(account.account);
    else if (std::find(found.secrets.begin(), found.secrets.end(), appSecret) == found.secrets.end())
        found.secrets.push_back(appSecret);
}

} // namespace

CredentialVault::CredentialVault(Workspace workspace, std::unique_ptr<SecretStore> keychain,
                                 SecretResolver::WithoutKeychain fallback, const Clock &clock,
                                 QObject *parent)
    : QObject{parent}
    , m_workspace{std::move(workspace)}
    , m_clock{clock}
    , m_keychain{std::move(keychain)}
    , m_secrets{EnvironmentSecrets::fromEnvironment(), m_memory, *m_keychain}
    , m_fallback{fallback}
{
}

CredentialVault::CredentialVault(Workspace workspace, SecretResolver::WithoutKeychain fallback,
                                 const Clock &clock, QObject *parent)
    : CredentialVault{std::move(workspace), std::make_unique<KeychainSecretStore>(knownKeysFile()), fallback,
                      clock, parent}
{
}

CredentialVault::~CredentialVault() = default;

void CredentialVault::resolve(const KnownAccount &account, Answer<std::shared_ptr<const Credential>> answer)
{
    if (m_workspace.isPractice()) {
        QTimer::singleShot(0, this, [this, account, answer = std::move(answer)] {
            answerFromPractice(account.account, answer);
        });
        return;
    }
    m_secrets.token(account.account.phoneNumberId, environmentOf(account),
                    [this, account, answer = std::move(answer)](const ResolvedSecret &token) {
                        if (token.source == SecretSource::None) {
                            if (!token.problem) // else nobody knows that it is gone: what sends goes on
                                m_cache->remove(account.account.id);
                            answer(isLocked(token) ? *token.problem : noTokenError());
                            return;
                        }
                        m_secrets.appSecret(
                            account.account.phoneNumberId, environmentOf(account),
                            [this, account, token = token.secret, answer](const ResolvedSecret &appSecret) {
                                const auto credential = std::make_shared<const Credential>(
                                    Credential{account.account, token, appSecret.secret});
                                m_cache->put(credential);
                                answer(credential);
                            });
                    });
}

void CredentialVault::findAppSecret(const KnownAccount &account,
                                    std::function<void(const QByteArray &)> answer)
{
    m_secrets.appSecret(
        account.account.phoneNumberId, environmentOf(account),
        [answer = std::move(answer)](const ResolvedSecret &secret) { answer(secret.secret); });
}

void CredentialVault::findAppSecrets(const std::vector<KnownAccount> &accounts,
                                     Answer<FoundAppSecrets> answer)
{
    if (m_workspace.isPractice()) {
        answer(FoundAppSecrets{});
        return;
    }
    findNextAppSecret({accounts.rbegin(), accounts.rend()}, {}, std::move(answer));
}

void CredentialVault::findNextAppSecret(std::vector<KnownAccount> accounts, FoundAppSecrets found,
                                        Answer<FoundAppSecrets> answer)
{
    if (accounts.empty()) {
        answer(found);
        return;
    }
    const KnownAccount account = accounts.back();
    accounts.pop_back();
    m_secrets.appSecret(account.account.phoneNumberId, environmentOf(account),
                        [self = QPointer<CredentialVault>{this}, account, accounts = std::move(accounts),
                         found = std::move(found),
                         answer = std::move(answer)](const ResolvedSecret &secret) mutable {
                            if (!self)
                                return;
                            if (isLocked(secret)) {
                                answer(*secret.problem);
                                return;
                            }
                            note(account, secret.secret, found);
                            self->findNextAppSecret(std::move(accounts), std::move(found), std::move(answer));
                        });
}

void CredentialVault::keep(const KnownAccount &account, const GivenSecrets &secrets,
                           SecretResolver::Answer answer)
{
    // A problem of storing is told with where the token is in the end.
    const auto tellPlace = [this, account, answer = std::move(answer)](const std::optional<Error> &problem) {
        m_secrets.token(account.account.phoneNumberId, environmentOf(account),
                        [problem, answer](ResolvedSecret found) {
                            if (problem)
                                found.problem = problem;
                            answer(found);
                        });
    };
    const auto storeAppSecret = [this, account, appSecret = secrets.appSecret,
                                 tellPlace](const std::optional<Error> &problem) {
        if (appSecret.isEmpty()) {
            tellPlace(problem);
            return;
        }
        m_secrets.storeAppSecret(account.account.phoneNumberId, appSecret, m_fallback,
                                 [problem, tellPlace](const ResolvedSecret &stored) {
                                     tellPlace(problem ? problem : stored.problem);
                                 });
    };
    if (secrets.token.isEmpty()) {
        storeAppSecret(std::nullopt);
        return;
    }
    m_secrets.storeToken(account.account.phoneNumberId, secrets.token, m_fallback,
                         [storeAppSecret](const ResolvedSecret &stored) { storeAppSecret(stored.problem); });
}

void CredentialVault::forget(const Account &account, SecretStore::Written answer)
{
    m_cache->remove(account.id);
    m_secrets.removeAll(account.phoneNumberId, std::move(answer));
}

void CredentialVault::findRelayKey(const QString &entry, Answer<QByteArray> answer)
{
    m_secrets.relayKey(entry, [answer = std::move(answer)](const ResolvedSecret &key) {
        if (key.source != SecretSource::None)
            return answer(key.secret);
        if (isLocked(key))
            return answer(*key.problem);
        answer(Error{ErrorKind::Refused,
                     tr("The key for the relay is not known here. Connect the relay again, or set %1.")
                         .arg(QString::fromLatin1(kRelayKeyVariable)),
                     u"no_relay_key"_s,
                     {}});
    });
}

void CredentialVault::findRelaySecret(const QString &entry, SecretResolver::Answer answer)
{
    m_secrets.relayKey(entry, std::move(answer));
}

void CredentialVault::keepRelayKey(const QString &entry, const QByteArray &key, SecretResolver::Answer answer)
{
    m_secrets.storeRelayKey(entry, key, m_fallback, std::move(answer));
}

void CredentialVault::forgetRelayKey(const QString &entry, SecretStore::Written answer)
{
    m_secrets.removeRelayKey(entry, std::move(answer));
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

void CredentialVault::answerFromPractice(const Account &account,
                                         const Answer<std::shared_ptr<const Credential>> &answer)
{
    const Result<PracticeWorld *> world = practiceWorld();
    if (!world) {
        answer(world.error());
        return;
    }
    const auto credential = std::make_shared<const Credential>((*world)->credentialFor(account));
    m_cache->put(credential);
    answer(credential);
}
