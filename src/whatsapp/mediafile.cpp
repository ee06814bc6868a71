#include "whatsapp/mediafile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;

struct OfficeType
{
    const char *suffix;
    const char *mimeType;
};

// Their contents look alike (an archive, or Microsoft's old container), so the name tells them apart.
constexpr std::array kOfficeArchives{
    OfficeType{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"  },
    OfficeType{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"        },
    OfficeType{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"}
};
constexpr std::array kOfficeContainers{
    OfficeType{"doc", "application/msword"           },
    OfficeType{"xls", "application/vnd.ms-excel"     },
    OfficeType{"ppt", "application/vnd.ms-powerpoint"}
};

template <size_t count>
QByteArray officeType(const std::array<OfficeType, count> &types, const QString &suffix)
{
    for (const OfficeType &type : types) {
        if (suffix == QLatin1StringView{type.suffix})
            return type.mimeType;
    }
    return {};
}

/// Empty for what no header takes.
QByteArray mimeTypeOf(const QByteArray &start, const QString &suffix)
{
    if (start.startsWith("\xFF\xD8\xFF"))
        return "image/jpeg"_ba;
    if (start.startsWith("\x89PNG\r\n\x1A\n"))
        return "image/png"_ba;
    if (start.mid(4, 4) == "ftyp")
        return start.mid(8, 2) == "3g" ? "video/3gpp"_ba : "video/mp4"_ba;
    if (start.startsWith("%PDF-"))
        return "application/pdf"_ba;
    if (start.startsWith("PK\x03\x04"))
        return officeType(kOfficeArchives, suffix);
    if (start.startsWith("\xD0\xCF\x11\xE0"))
        return officeType(kOfficeContainers, suffix);
    if (suffix == "txt"_L1 && !start.contains('\0'))
        return "text/plain"_ba;
    return {};
}

qint64 largestSize(const QByteArray &mimeType)
{
    if (mimeType.startsWith("image/"))
        return 5 * kMegabyte;
    if (mimeType.startsWith("video/"))
        return 16 * kMegabyte;
    return 100 * kMegabyte;
}

} // namespace

Result<MediaFile> inspectMediaFile(const QString &path)
{
    const QFileInfo info{path};
    const QString name = info.fileName();
    if (!info.exists()) {
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("MediaFile", "The file “%1” is not there.").arg(path),
                     u"no_file"_s};
    }
    QFile file{path};
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::BadInput,
                     QCoreApplication::translate("MediaFile", "The file “%1” cannot be read.").arg(path),
                     u"unreadable_file"_s, file.errorString()};
    }
    constexpr qint64 kEnoughToTell = 512;
    const QByteArray mimeType = mimeTypeOf(file.read(kEnoughToTell), info.suffix().toLower());
    if (mimeType.isEmpty()) {
        return Error{
            ErrorKind::BadInput,
            QCoreApplication::translate("MediaFile",
                                        "“%1” is not a kind of file that WhatsApp takes: use a JPEG or PNG "
                                        "picture, an MP4 or 3GP video, or a PDF, Office or text document.")
                .arg(name),
            u"media_type"_s};
    }
    const qint64 largest = largestSize(mimeType);
    if (info.size() > largest) {
        return Error{
            ErrorKind::BadInput,
            QCoreApplication::translate("MediaFile", "“%1” is too large: %2, and WhatsApp takes %3.")
                .arg(name, QLocale{}.formattedDataSize(info.size()), QLocale{}.formattedDataSize(largest)),
            u"media_size"_s};
    }
    return MediaFile{path, mimeType, info.size()};
}
