#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QString>

#include <memory>

class Session;

/// Whoever changes the contact book from end to end: an import, an erasure. One at a time, over all
/// processes; the death of its holder frees it.
class ContactBookLock
{
    Q_DECLARE_TR_FUNCTIONS(ContactBookLock)

public:
    /// Busy, with the code "import_running", while somebody else is at it. What an import has left whose
    /// program died is settled then.
    static Result<std::unique_ptr<ContactBookLock>> acquire(Session &session);

private:
    explicit ContactBookLock(const QString &path)
        : m_file{path}
    {
    }

    QLockFile m_file;
};
