#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

/// A file that can be the header of a message.
struct MediaFile
{
    QString path;
    QByteArray mimeType;
    qint64 size = 0;
};

/// Looks at the file's first bytes, then at its name, and keeps Meta's size limits. The content decides: a
/// PNG called .jpg is a PNG.
Result<MediaFile> inspectMediaFile(const QString &path);
