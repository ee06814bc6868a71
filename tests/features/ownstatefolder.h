#pragma once

#include <QByteArray>
#include <QTemporaryDir>

/// A folder for workspaces and for what is remembered about them, so that a test never touches the user's
/// own.
class OwnStateFolder
{
public:
    OwnStateFolder();
    ~OwnStateFolder();
    OwnStateFolder(const OwnStateFolder &) = delete;
    OwnStateFolder &operator=(const OwnStateFolder &) = delete;

    QString file(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QByteArray m_before;
};
