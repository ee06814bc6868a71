#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/contact.h"

#include <optional>
#include <vector>

class Database;

/// Which contacts, in the order in which they came.
struct ContactQuery
{
    QString search; ///< a part of the number or of the name
    int limit = 0; ///< 0: all
    std::optional<ContactId> after; ///< the last one already seen
};

/// The contact book and the suppression list.
class ContactStore
{
public:
    explicit ContactStore(Database &database)
        : m_database{database}
    {
    }

    Result<std::optional<Contact>> find(const PhoneNumber &phone);
    Result<std::vector<Contact>> list(const ContactQuery &query = {});
    Result<qint64> count();

    /// By a person: nobody writes to this number any more, in running campaigns neither. An unknown number
    /// becomes a contact.
    Result<> optOut(const PhoneNumber &phone, const QString &source, UtcTime now);

    /// The person agreed, says `source`: lifts every earlier opt-out.
    Result<> optIn(const PhoneNumber &phone, const QString &source, UtcTime now);

    Result<bool> isSuppressed(const PhoneNumber &phone);

private:
    Database &m_database;
};
