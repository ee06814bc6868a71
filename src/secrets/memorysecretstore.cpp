#include "secrets/memorysecretstore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

void MemorySecretStore::read(const QString &key, Read answer)
{
    const auto found = m_secrets.constFind(key);
    if (found != m_secrets.constEnd()) {
        QMetaObject::invokeMethod(
            &m_context, [answer = std::move(answer), secret = *found] { answer(secret); },
            Qt::QueuedConnection);
        return;
    }
    const Error missing{ErrorKind::NotFound,
                        QCoreApplication::translate("SecretStore", "No secret is stored under this name."),
                        u"no_entry"_s};
    QMetaObject::invokeMethod(
        &m_context, [answer = std::move(answer), missing] { answer(missing); }, Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &key, const QByteArray &secret, Written answer)
{
    m_secrets.insert(key, secret);
    QMetaObject::invokeMethod(
        &m_context, [answer = std::move(answer)] { answer(Done{}); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &key, Written answer)
{
    m_secrets.remove(key);
    QMetaObject::invokeMethod(
        &m_context, [answer = std::move(answer)] { answer(Done{}); }, Qt::QueuedConnection);
}
