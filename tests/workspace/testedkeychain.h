#pragma once

#include "domain/ports/secretstore.h"

#include <QHash>
#include <QTimer>

#include <gtest/gtest.h>

#include <functional>
#include <utility>

/// What a test does with the keychain of the computer.
struct Keychain
{
    bool isLocked = false;
    int reads = 0;
    QHash<QString, QByteArray> secrets;
    std::function<void()> answered; ///< called when somebody got an answer
};

class TestedKeychain final : public SecretStore
{
public:
    explicit TestedKeychain(Keychain &keychain)
        : m_keychain{keychain}
    {
    }

    void read(const QString &key, Read answer) override
    {
        ++m_keychain.reads;
        QTimer::singleShot(0, &m_context, [this, key, answer = std::move(answer)] {
            if (m_keychain.isLocked)
                answer(Error{ErrorKind::Refused,
                             QStringLiteral("Unlock the keychain."),
                             QStringLiteral("keychain_locked"),
                             {}});
            else if (m_keychain.secrets.contains(key))
                answer(m_keychain.secrets.value(key));
            else
                answer(Error{ErrorKind::NotFound, QStringLiteral("None."), QStringLiteral("not_found"), {}});
            if (const std::function<void()> answered = std::exchange(m_keychain.answered, {}))
                answered();
        });
    }
    void write(const QString &, const QByteArray &, Written) override { ADD_FAILURE(); }
    void remove(const QString &, Written) override { ADD_FAILURE(); }

private:
    Keychain &m_keychain;
    QObject m_context;
};
