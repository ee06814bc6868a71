#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

/// Keeps access tokens and app secrets outside the database. Answers come on the calling thread's event loop,
/// exactly once, at the latest after ten seconds. Errors: NotFound (no entry), Refused with code
/// "keychain_locked" or "no_keychain".
class SecretStore
{
public:
    using Read = std::function<void(const Result<QByteArray> &)>;
    using Written = std::function<void(const Result<> &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &key, Read answer) = 0;
    virtual void write(const QString &key, const QByteArray &secret, Written answer) = 0;
    virtual void remove(const QString &key, Written answer) = 0;
};

/// The keys under which an account's secrets are kept, by phone-number id.
inline QString tokenKey(const QString &phoneNumberId)
{
    return QStringLiteral("token/") + phoneNumberId;
}
inline QString appSecretKey(const QString &phoneNumberId)
{
    return QStringLiteral("app-secret/") + phoneNumberId;
}
/// The key of a workspace for its relay; `entry` has the relay's address and the workspace.
inline QString relayKeyName(const QString &entry)
{
    return QStringLiteral("relay/") + entry;
}
