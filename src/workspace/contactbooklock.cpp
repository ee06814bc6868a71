#include "workspace/contactbooklock.h"

#include "storage/contactarrivals.h"
#include "storage/waitingpeople.h"
#include "workspace/enginelock.h"
#include "workspace/session.h"

#include <QDir>

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ContactBookLock>> ContactBookLock::acquire(Session &session)
{
    const QString folder = session.workspace().path();
    std::unique_ptr<ContactBookLock> lock{new ContactBookLock{QDir{folder}.filePath(u"import.lock"_s)}};
    lock->m_file.setStaleLockTime(0); // only the death of its holder frees it
    if (!lock->m_file.tryLock())
        return Error{ErrorKind::Busy,
                     tr("Another import into the contact book is running. Wait until it is done."),
                     u"import_running"_s,
                     {}};
    WaitingPeople::removeLeftovers(folder);
    const Result<> settled = ContactArrivals::settleUnfinished(
        session.database(), [&] { return EngineLock::holder(folder).has_value(); });
    if (!settled)
        return settled.error();
    return lock;
}
