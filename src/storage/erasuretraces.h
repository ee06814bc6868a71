#pragma once

#include "base/result.h"
#include "domain/phonenumber.h"

#include <QSet>
#include <QString>

#include <set>
#include <vector>

class Database;

/// Everything by which a workspace knows the people who are to be erased.
struct ErasureTraces
{
    QSet<QString> phones; ///< E.164, however WhatsApp writes them
    QSet<QString> userIds; ///< Meta's names for them
    QSet<QString> messageIds; ///< Meta's, in which the number is hidden
    std::set<qint64> contacts;
    std::set<qint64> changes; ///< of theirs; those that others made at their numbers are not meant
    std::set<qint64> recipients; ///< also of other people, where they were written to at one of the numbers
    int numbers = 0; ///< however often each is written
};

/// How far a search for people goes.
enum class TraceScope {
    People, ///< to their contacts and all their numbers
    Strangers, ///< to all their numbers, but to nobody of the contact book
    Numbers, ///< only to the contacts that have these numbers now
};

/// Who these numbers and names are, where they were before and where they went since. Whoever else had or has
/// one of their numbers is not meant: a number that is a contact's now leads to nobody but that contact.
/// Reads only.
Result<ErasureTraces> tracesOf(Database &database, const std::vector<PhoneNumber> &phones,
                               const QSet<QString> &userIds = {}, TraceScope scope = TraceScope::People);
