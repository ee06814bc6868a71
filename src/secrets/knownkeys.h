#pragma once

#include <QSet>
#include <QString>

/// Remembers under which names a keychain holds secrets, never the secrets: a locked keychain says "no such
/// entry", and only this tells it from one that never had it.
class KnownKeys
{
public:
    /// Kept in `file`, one name a line; an empty path keeps them for this run only.
    explicit KnownKeys(QString file);

    bool contains(const QString &key) const { return m_keys.contains(key); }
    void add(const QString &key);
    void remove(const QString &key);

private:
    void save() const;

    const QString m_file;
    QSet<QString> m_keys;
};
