#include "ownstatefolder.h"

#include <QFile>

using namespace Qt::StringLiterals;

OwnStateFolder::OwnStateFolder()
    : m_before{qgetenv("XDG_STATE_HOME")}
{
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.filePath(u"state"_s)));
}

OwnStateFolder::~OwnStateFolder()
{
    if (m_before.isNull())
        qunsetenv("XDG_STATE_HOME");
    else
        qputenv("XDG_STATE_HOME", m_before);
}
