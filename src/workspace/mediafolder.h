#pragma once

#include "base/result.h"
#include "domain/directmessage.h"

#include <QByteArray>
#include <QString>

class Session;
class Workspace;

// The files of messages in the workspace's media folder: for its owner only, under names of our own.

/// Writes a file that somebody sent; its name in the folder. The ending follows the type, but never is one
/// that would run as a program when the file is opened.
Result<QString> keepMedia(Session &session, const QByteArray &content, const QString &mimeType);

/// Where a file of the folder is.
QString mediaFilePath(const Workspace &workspace, const QString &file);

/// The same message with a copy of its file in the folder, so that it can be sent and shown whatever becomes
/// of the person's own. A message without a file stays as it is.
Result<DirectMessage> withKeptFile(Session &session, const DirectMessage &message);
/// Takes the copy away again, of a message that nobody asked for in the end.
void dropKeptFile(const Workspace &workspace, const DirectMessage &message);

/// Deletes the files that nobody needs any more. What cannot be deleted now stays on the list.
Result<> deleteLeftMedia(Session &session);
