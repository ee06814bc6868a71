#pragma once

#include "domain/ports/secretstore.h"
#include "secrets/knownkeys.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

/// The operating system's keychain, service "Fanfare". A keychain that asks the person to unlock it lets a
/// request wait without an end, so each one is answered "keychain_locked" after a limit of our own.
class KeychainSecretStore final : public SecretStore
{
public:
    static constexpr std::chrono::seconds kTimeLimit{10};

    /// `knownKeysFile`: see KnownKeys.
    explicit KeychainSecretStore(const QString &knownKeysFile = {},
                                 std::chrono::milliseconds timeLimit = kTimeLimit);

    void read(const QString &key, Read answer) override;
    void write(const QString &key, const QByteArray &secret, Written answer) override;
    void remove(const QString &key, Written answer) override;

private:
    void removeEntry(const QString &key, Written answer);
    /// Starts the job; `finished` gets it when it ends, or nothing when its time is up first.
    void run(QKeychain::Job *job, const QString &key, std::function<void(QKeychain::Job *)> finished);
    Error problemOf(const QKeychain::Job *job, const QString &key) const;

    KnownKeys m_knownKeys;
    const std::chrono::milliseconds m_timeLimit;
    QObject m_context; ///< answers end with it
};
