#include "simulator/mediashelf.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1 << 20;
constexpr qint64 kKeptBytes = 200 * kMegabyte;
constexpr std::chrono::hours kLifetime{30 * 24};
constexpr qsizetype kIdLength = 17;

struct MediaKind
{
    const char *mimeType;
    qint64 limit;
};

constexpr std::array kMediaKinds{
    MediaKind{"image/jpeg",                                                                5 * kMegabyte  },
    MediaKind{"image/png",                                                                 5 * kMegabyte  },
    MediaKind{"image/webp",                                                                500 * 1024     },
    MediaKind{"video/mp4",                                                                 16 * kMegabyte },
    MediaKind{"video/3gpp",                                                                16 * kMegabyte },
    MediaKind{"audio/aac",                                                                 16 * kMegabyte },
    MediaKind{"audio/amr",                                                                 16 * kMegabyte },
    MediaKind{"audio/mpeg",                                                                16 * kMegabyte },
    MediaKind{"audio/mp4",                                                                 16 * kMegabyte },
    MediaKind{"audio/ogg",                                                                 16 * kMegabyte },
    MediaKind{"text/plain",                                                                100 * kMegabyte},
    MediaKind{"application/pdf",                                                           100 * kMegabyte},
    MediaKind{"application/msword",                                                        100 * kMegabyte},
    MediaKind{"application/vnd.ms-excel",                                                  100 * kMegabyte},
    MediaKind{"application/vnd.ms-powerpoint",                                             100 * kMegabyte},
    MediaKind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",   100 * kMegabyte},
    MediaKind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",         100 * kMegabyte},
    MediaKind{"application/vnd.openxmlformats-officedocument.presentationml.presentation", 100 * kMegabyte},
};

/// The value of `key="value"` or `key=value` in a header; empty without it.
QByteArray headerParameter(const QByteArray &header, const QByteArray &key)
{
    for (const QByteArray &piece : header.split(';')) {
        const QByteArray trimmed = piece.trimmed();
        if (!trimmed.toLower().startsWith(key + '='))
            continue;
        QByteArray value = trimmed.mid(key.size() + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1, value.size() - 2);
        return value;
    }
    return {};
}

FormPart readPart(const QByteArray &head, const QByteArray &content)
{
    FormPart part;
    part.content = content;
    for (const QByteArray &rawLine : head.split('\n')) {
        const QByteArray line = rawLine.trimmed();
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-disposition") {
            part.name = headerParameter(value, "name");
            part.fileName = headerParameter(value, "filename");
        } else if (name == "content-type") {
            part.contentType = value;
        }
    }
    return part;
}

} // namespace

std::optional<std::vector<FormPart>> parseMultipart(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray boundary = headerParameter(contentType, "boundary");
    if (!contentType.toLower().startsWith("multipart/form-data") || boundary.isEmpty())
        return std::nullopt;
    // Every delimiter but the first stands on a line of its own.
    const QByteArray delimiter = "\r\n--" + boundary;
    if (!body.startsWith("--" + boundary))
        return std::nullopt;
    std::vector<FormPart> parts;
    qsizetype at = boundary.size() + 2;
    while (body.mid(at, 2) == "\r\n") {
        const qsizetype end = body.indexOf(delimiter, at);
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        if (end < 0 || headEnd < 0 || headEnd > end)
            return std::nullopt;
        parts.push_back(
            readPart(body.mid(at + 2, headEnd - at - 2), body.mid(headEnd + 4, end - headEnd - 4)));
        at = end + delimiter.size();
    }
    if (body.mid(at, 2) != "--")
        return std::nullopt;
    return parts;
}

QString MediaShelf::objection(const QString &mimeType, qint64 size)
{
    const QString bareType = mimeType.section(u';', 0, 0).trimmed().toLower();
    for (const MediaKind &kind : kMediaKinds) {
        if (bareType != QLatin1StringView{kind.mimeType})
            continue;
        if (size > kind.limit) {
            return u"Param file must be a file of at most %1 bytes for type %2. Received a file of %3 bytes."_s
                .arg(kind.limit)
                .arg(bareType)
                .arg(size);
        }
        return size > 0 ? QString{} : u"Param file must not be empty."_s;
    }
    return u"Param file must be a file with one of the supported types. Received file of type '%1'."_s.arg(
        bareType);
}

QString MediaShelf::add(const QString &mimeType, const QByteArray &content, UtcTime now)
{
    m_lastNumber = (m_lastNumber + 1) % 1000;
    const QString id =
        u"9%1%2"_s.arg(toMilliseconds(now), 13, 10, QChar{u'0'}).arg(m_lastNumber, 3, 10, QChar{u'0'});
    m_media.push_back({.id = id,
                       .mimeType = mimeType,
                       .sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(),
                       .size = content.size(),
                       .content = content,
                       .uploadedAt = now});
    m_keptBytes += content.size();
    while (m_keptBytes > kKeptBytes && m_media.size() > 1) {
        m_keptBytes -= m_media.front().size;
        m_media.pop_front();
    }
    return id;
}

const StoredMedia *MediaShelf::find(const QString &id, UtcTime now) const
{
    const auto found = std::find_if(m_media.begin(), m_media.end(),
                                    [&](const StoredMedia &media) { return media.id == id; });
    return found == m_media.end() || now - found->uploadedAt > kLifetime ? nullptr : &*found;
}

bool MediaShelf::remove(const QString &id)
{
    const auto found = std::find_if(m_media.begin(), m_media.end(),
                                    [&](const StoredMedia &media) { return media.id == id; });
    if (found == m_media.end())
        return false;
    m_keptBytes -= found->size;
    m_media.erase(found);
    return true;
}

bool MediaShelf::hasExpired(const QString &id, UtcTime now)
{
    if (id.size() != kIdLength || !id.startsWith(u'9'))
        return false;
    bool isNumber = false;
    const qint64 born = id.mid(1, 13).toLongLong(&isNumber);
    return isNumber && now - fromMilliseconds(born) > kLifetime;
}
