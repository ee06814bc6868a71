#pragma once

#include "domain/ports/secretstore.h"

#include <QHash>
#include <QObject>

/// Keeps secrets for this run only: practice workspaces, computers without a keychain, tests.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString &key, Read answer) override;
    void write(const QString &key, const QByteArray &secret, Written answer) override;
    void remove(const QString &key, Written answer) override;

    bool has(const QString &key) const { return m_secrets.contains(key); }

private:
    QObject m_context; ///< answers end with it
    QHash<QString, QByteArray> m_secrets;
};
