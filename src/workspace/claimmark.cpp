#include "workspace/claimmark.h"

#include "workspace/armedstate.h"

#include <QDir>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "fanfare.workspace")

constexpr int kDigits = 19; // of the largest number; always as many, because nothing is cut off

QString pathOf(const QString &workspaceId)
{
    return QDir{identityFolder()}.filePath(workspaceId + u".claims"_s);
}

} // namespace

ClaimMark::ClaimMark(const QString &workspaceId)
    : m_file{pathOf(workspaceId)}
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        qCWarning(lcWorkspace) << "claims cannot be noted in" << m_file.fileName() << m_file.errorString();
}

void ClaimMark::note(qint64 claims)
{
    if (m_file.isOpen() && m_file.seek(0))
        m_file.write(QByteArray::number(claims).rightJustified(kDigits, '0'));
}

qint64 ClaimMark::read(const QString &workspaceId)
{
    QFile file{pathOf(workspaceId)};
    return file.open(QIODevice::ReadOnly) ? file.read(kDigits).toLongLong() : 0;
}
