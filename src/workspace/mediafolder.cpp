#include "workspace/mediafolder.h"

#include "storage/inboxmedia.h"
#include "workspace/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

Error cannotWrite(const QString &why)
{
    return {ErrorKind::Storage,
            QCoreApplication::translate("MediaFolder",
                                        "The file could not be written into the workspace's media folder."),
            u"media_folder"_s, why};
}

/// Short and plain, so that nothing of a sender's own name gets into ours.
QString endingFor(const QString &mimeType)
{
    const QString suffix =
        QMimeDatabase{}.mimeTypeForName(mimeType.section(u';', 0, 0).trimmed()).preferredSuffix();
    return suffix.isEmpty() ? u"bin"_s : suffix;
}

QString freshName(const QString &ending)
{
    return QUuid::createUuid().toString(QUuid::Id128) + u'.' + ending;
}

Result<> makeFolder(const Workspace &workspace)
{
    const QString path = workspace.mediaPath();
    if (!QDir{}.mkpath(path))
        return cannotWrite(path);
    QFile::setPermissions(path, kOwnerOnly | QFile::ExeOwner);
    return Done{};
}

} // namespace

QString mediaFilePath(const Workspace &workspace, const QString &file)
{
    return QDir{workspace.mediaPath()}.filePath(QFileInfo{file}.fileName());
}

Result<QString> keepMedia(const Workspace &workspace, const QByteArray &content, const QString &mimeType)
{
    if (const Result<> made = makeFolder(workspace); !made)
        return made.error();
    const QString name = freshName(endingFor(mimeType));
    QSaveFile file{mediaFilePath(workspace, name)};
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly)
        || file.write(content) != content.size() || !file.commit())
        return cannotWrite(file.errorString());
    return name;
}

Result<DirectMessage> withKeptFile(const Workspace &workspace, const DirectMessage &message)
{
    if (!message.freeForm || !message.freeForm->hasFile()
        || message.headerMedia.kind != HeaderMedia::Kind::File)
        return message;
    if (const Result<> made = makeFolder(workspace); !made)
        return made.error();
    const QFileInfo own{message.headerMedia.value};
    const QString path =
        mediaFilePath(workspace, freshName(own.suffix().isEmpty() ? u"bin"_s : own.suffix().toLower()));
    QFile source{own.filePath()};
    if (!source.copy(path))
        return cannotWrite(source.errorString());
    QFile::setPermissions(path, kOwnerOnly);
    DirectMessage kept = message;
    kept.headerMedia = HeaderMedia::fromText(path);
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
    const Result<QStringList> files = session.inboxMedia().leftOver();
    if (!files)
        return files.error();
    for (const QString &file : *files) {
        const QString path = mediaFilePath(session.workspace(), file);
        if (QFile::exists(path) && !QFile::remove(path))
            continue;
        if (const Result<> noted = session.inboxMedia().noteDeleted(file); !noted)
            return noted;
    }
    return Done{};
}
