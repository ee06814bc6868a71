#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

/// One part of a multipart/form-data body.
struct FormPart
{
    QByteArray name;
    QByteArray fileName;
    QByteArray contentType;
    QByteArray content;
};

/// The parts of a body; nothing when it is not well formed.
std::optional<std::vector<FormPart>> parseMultipart(const QByteArray &contentType, const QByteArray &body);

/// A file that was uploaded.
struct StoredMedia
{
    QString id;
    QString mimeType;
    QByteArray sha256; ///< hexadecimal
    qint64 size = 0;
    QByteArray content;
    UtcTime uploadedAt;
};

/// Uploaded files, for thirty days as at Meta. The contents of the oldest are forgotten beyond 200 MB.
class MediaShelf
{
public:
    /// Why a file of that type and size is refused; empty when it is not.
    static QString objection(const QString &mimeType, qint64 size);

    QString add(const QString &mimeType, const QByteArray &content, UtcTime now);
    const StoredMedia *find(const QString &id, UtcTime now) const;
    bool remove(const QString &id);

    /// Whether an id that this or an earlier simulator gave is older than thirty days: it tells its own
    /// birth.
    static bool hasExpired(const QString &id, UtcTime now);

private:
    std::deque<StoredMedia> m_media; ///< in the order of upload
    qint64 m_keptBytes = 0;
    int m_lastNumber = 0;
};
