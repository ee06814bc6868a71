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
    std::set<qint64> recipients; ///< also of other people, where they were written to at one of the numbers
    int numbers = 0; ///< however often each is written
};

/// Who these numbers and names are, where they were before and where they went since. Whoever else had or has
/// one of their numbers is not meant: a number that is a contact's now leads to nobody but that contact.
/// Reads only.
Result<ErasureTraces> tracesOf(Database &database, const std::vector<PhoneNumber> &phones,
                               const QSet<QString> &userIds = {});
