#include "workspace/mediafolder.h"

#include "storage/inboxmedia.h"
#include "workspace/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QMimeType>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr std::chrono::hours kWrittenWithin{1};

Error cannotWrite(const QString &why)
{
    return {ErrorKind::Storage,
            QCoreApplication::translate("MediaFolder",
                                        "The file could not be written into the workspace's media folder."),
            u"media_folder"_s, why};
}

/// Whether a file of that type does nothing but show something: who opens it starts no program of its sender.
bool isOnlyShown(const QMimeType &type)
{
    constexpr std::array kMedia{"image/"_L1, "audio/"_L1, "video/"_L1};
    constexpr std::array kDocuments{
        "application/pdf"_L1,
        "application/msword"_L1,
        "application/vnd.ms-excel"_L1,
        "application/vnd.ms-powerpoint"_L1,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"_L1,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_L1,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"_L1,
        "application/vnd.oasis.opendocument.text"_L1,
        "application/vnd.oasis.opendocument.spreadsheet"_L1,
        "application/vnd.oasis.opendocument.presentation"_L1,
        "application/rtf"_L1,
        "application/zip"_L1,
        "application/json"_L1,
        "text/plain"_L1,
        "text/csv"_L1,
        "text/vcard"_L1,
        "text/calendar"_L1};
    const QString name = type.name();
    if (name == "image/svg+xml"_L1) // may hold a script
        return false;
    return std::any_of(kMedia.begin(), kMedia.end(),
                       [&](QLatin1StringView kind) { return name.startsWith(kind); })
        || std::find(kDocuments.begin(), kDocuments.end(), name) != kDocuments.end();
}

/// Short and plain, so that nothing of a sender's own name gets into ours.
QString endingFor(const QString &mimeType)
{
    const QMimeType type = QMimeDatabase{}.mimeTypeForName(mimeType.section(u';', 0, 0).trimmed());
    const QString suffix = type.preferredSuffix();
    return suffix.isEmpty() || !isOnlyShown(type) ? u"bin"_s : suffix;
}

Result<> makeFolder(const Workspace &workspace)
{
    const QString path = workspace.mediaPath();
    if (!QDir{}.mkpath(path))
        return cannotWrite(path);
    QFile::setPermissions(path, kOwnerOnly | QFile::ExeOwner);
    return Done{};
}

/// The path of a file that is about to be written, announced so that it does not stay where its program ends
/// before a message has it.
Result<QString> freshPath(Session &session, const QString &ending)
{
    if (const Result<> made = makeFolder(session.workspace()); !made)
        return made.error();
    const QString name = QUuid::createUuid().toString(QUuid::Id128) + u'.' + ending;
    const Result<> announced = session.inboxMedia().announce(name, session.clock().now() + kWrittenWithin);
    return announced ? Result<QString>{mediaFilePath(session.workspace(), name)} : announced.error();
}

} // namespace

QString mediaFilePath(const Workspace &workspace, const QString &file)
{
    return QDir{workspace.mediaPath()}.filePath(QFileInfo{file}.fileName());
}

Result<QString> keepMedia(Session &session, const QByteArray &content, const QString &mimeType)
{
    const Result<QString> path = freshPath(session, endingFor(mimeType));
    if (!path)
        return path.error();
    QSaveFile file{*path};
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly)
        || file.write(content) != content.size() || !file.commit())
        return cannotWrite(file.errorString());
    return QFileInfo{*path}.fileName();
}

Result<DirectMessage> withKeptFile(Session &session, const DirectMessage &message)
{
    if (!message.freeForm || !message.freeForm->hasFile()
        || message.headerMedia.kind != HeaderMedia::Kind::File)
        return message;
    const QFileInfo own{message.headerMedia.value};
    const Result<QString> path =
        freshPath(session, own.suffix().isEmpty() ? u"bin"_s : own.suffix().toLower());
    if (!path)
        return path.error();
    QFile source{own.filePath()};
    if (!source.copy(*path))
        return cannotWrite(source.errorString());
    QFile::setPermissions(*path, kOwnerOnly);
    DirectMessage kept = message;
    kept.headerMedia = HeaderMedia::fromText(*path);
    if (kept.freeForm->fileName.isEmpty())
        kept.freeForm->fileName = own.fileName();
    return kept;
}

void dropKeptFile(const Workspace &workspace, const DirectMessage &message)
{
    const QFileInfo file{message.headerMedia.value};
    if (message.freeForm && message.freeForm->hasFile()
        && file.absolutePath() == QFileInfo{mediaFilePath(workspace, file.fileName())}.absolutePath())
        QFile::remove(file.filePath());
}

Result<> deleteLeftMedia(Session &session)
{
    const Result<QStringList> files = session.inboxMedia().leftOver(session.clock().now());
    if (!files)
        return files.error();
    for (const QString &file : *files) {
        bool isGone = true;
        // Beside it may lie what a program that was ended had begun to write.
        QDir folder{session.workspace().mediaPath()};
        for (const QString &name : folder.entryList({file, file + u".*"_s}, QDir::Files))
            isGone = folder.remove(name) && isGone;
        if (!isGone)
            continue;
        if (const Result<> noted = session.inboxMedia().noteDeleted(file); !noted)
            return noted;
    }
    return Done{};
}
