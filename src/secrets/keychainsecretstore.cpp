#include "secrets/keychainsecretstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"Fanfare"_s;

Error lockedError(const QString &detail)
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("SecretStore",
                                        "The keychain of this computer is locked. Unlock it and try again."),
            u"keychain_locked"_s, detail};
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString &knownKeysFile, std::chrono::milliseconds timeLimit)
    : m_knownKeys{knownKeysFile}
    , m_timeLimit{timeLimit}
{
}

void KeychainSecretStore::read(const QString &key, Read answer)
{
    auto *job = new QKeychain::ReadPasswordJob{kService};
    run(job, key, [this, job, key, answer = std::move(answer)](const QKeychain::Job *finished) {
        if (!finished || finished->error() != QKeychain::NoError)
            return answer(problemOf(finished, key));
        m_knownKeys.add(key);
        answer(job->binaryData());
    });
}

void KeychainSecretStore::write(const QString &key, const QByteArray &secret, Written answer)
{
    auto *job = new QKeychain::WritePasswordJob{kService};
    job->setBinaryData(secret);
    run(job, key, [this, key, answer = std::move(answer)](const QKeychain::Job *finished) {
        if (!finished || finished->error() != QKeychain::NoError)
            return answer(problemOf(finished, key));
        m_knownKeys.add(key);
        answer(Done{});
    });
}

void KeychainSecretStore::remove(const QString &key, Written answer)
{
    if (!m_knownKeys.contains(key))
        return removeEntry(key, std::move(answer));
    // A locked keychain says "removed" and removes nothing; reading tells that it is locked.
    read(key, [this, key, answer = std::move(answer)](const Result<QByteArray> &secret) {
        if (!secret)
            return answer(secret.error());
        removeEntry(key, answer);
    });
}

void KeychainSecretStore::removeEntry(const QString &key, Written answer)
{
    run(new QKeychain::DeletePasswordJob{kService}, key,
        [this, key, answer = std::move(answer)](const QKeychain::Job *finished) {
            const bool isGone = finished
                && (finished->error() == QKeychain::NoError || finished->error() == QKeychain::EntryNotFound);
            if (!isGone)
                return answer(problemOf(finished, key));
            m_knownKeys.remove(key);
            answer(Done{});
        });
}

void KeychainSecretStore::run(QKeychain::Job *job, const QString &key,
                              std::function<void(QKeychain::Job *)> finished)
{
    // The job deletes itself when it ends, which may be long after we stopped waiting.
    job->setKey(key);
    auto *limit = new QTimer{&m_context};
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, limit, [limit, finished] {
        limit->deleteLater();
        finished(nullptr);
    });
    QObject::connect(job, &QKeychain::Job::finished, limit, [limit, finished](QKeychain::Job *ended) {
        if (!limit->isActive())
            return;
        limit->stop();
        limit->deleteLater();
        finished(ended);
    });
    limit->start(m_timeLimit);
    job->start();
}

Error KeychainSecretStore::problemOf(const QKeychain::Job *job, const QString &key) const
{
    if (!job)
        return lockedError(u"no answer in time"_s);
    const QString detail = u"QtKeychain error %1: %2"_s.arg(job->error()).arg(job->errorString());
    switch (job->error()) {
    case QKeychain::EntryNotFound:
        // A locked keychain says so too, so an entry that we know of cannot just be missing.
        if (m_knownKeys.contains(key))
            return lockedError(detail);
        return {ErrorKind::NotFound,
                QCoreApplication::translate("SecretStore", "No secret is stored under this name."),
                u"no_entry"_s, detail};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return lockedError(detail);
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break;
    }
    return {ErrorKind::Refused,
            QCoreApplication::translate("SecretStore", "This computer has no keychain that can be used."),
            u"no_keychain"_s, detail};
}
