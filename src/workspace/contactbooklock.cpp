#include "workspace/contactbooklock.h"

#include <QDir>

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ContactBookLock>> ContactBookLock::acquire(const QString &workspaceFolder)
{
    std::unique_ptr<ContactBookLock> lock{
        new ContactBookLock{QDir{workspaceFolder}.filePath(u"import.lock"_s)}};
    lock->m_file.setStaleLockTime(0); // only the death of its holder frees it
    if (!lock->m_file.tryLock())
        return Error{ErrorKind::Busy,
                     tr("Another import into the contact book is running. Wait until it is done."),
                     u"import_running"_s,
                     {}};
    return lock;
}
