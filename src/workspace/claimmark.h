#pragma once

#include <QFile>
#include <QString>

/// Remembers in the user's state folder how many claims a workspace has seen, for `requireArmed`: a database
/// with fewer is a copy from before. What is noted outlives the death of the program at once, but is not
/// forced onto the disk; after a power cut an older number may stand there, which only knows fewer copies.
class ClaimMark
{
public:
    explicit ClaimMark(const QString &workspaceId);

    void note(qint64 claims);

    /// 0 where nothing was noted.
    static qint64 read(const QString &workspaceId);

private:
    QFile m_file;
};
