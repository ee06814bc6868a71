#include "secrets/knownkeys.h"

#include <QFile>
#include <QSaveFile>

KnownKeys::KnownKeys(QString file)
    : m_file{std::move(file)}
{
    QFile stored{m_file};
    if (m_file.isEmpty() || !stored.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> lines = stored.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            m_keys.insert(QString::fromUtf8(line));
    }
}

void KnownKeys::add(const QString &key)
{
    if (m_keys.contains(key))
        return;
    m_keys.insert(key);
    save();
}

void KnownKeys::remove(const QString &key)
{
    if (m_keys.remove(key))
        save();
}

// A file that cannot be written costs only the better wording after a restart.
void KnownKeys::save() const
{
    QSaveFile file{m_file};
    if (m_file.isEmpty() || !file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &key : m_keys)
        file.write(key.toUtf8() + '\n');
    file.commit();
}
