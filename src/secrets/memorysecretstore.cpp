#include "secrets/memorysecretstore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

void MemorySecretStore::read(const QString &key, Read answer)
{
    const auto found = m_secrets.constFind(key);
    const Result<QByteArray> result = found != m_secrets.constEnd()
        ? Result<QByteArray>{*found}
        : Error{ErrorKind::NotFound,
                QCoreApplication::translate("SecretStore", "No secret is stored under this name."),
                u"no_entry"_s};
    QMetaObject::invokeMethod(
        &m_context, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
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
