#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/contact.h"

#include <vector>

class Database;

/// Why two contacts may be the same person.
enum class DuplicateReason {
    SameUser, ///< Meta has one name for both
    SameNumber, ///< two ways to write one number: Mexico's 1, Argentina's and Brazil's 9
    SameNameAndAddress, ///< the same name and the same e-mail address
};

QString toWord(DuplicateReason reason); ///< "same_user_id", "same_number", "same_name_and_email"

/// Contacts that may be one person.
struct DuplicateGroup
{
    std::vector<Contact> contacts; ///< the one to keep first: the number as it is dialled today
    std::vector<DuplicateReason> reasons;

    friend bool operator==(const DuplicateGroup &, const DuplicateGroup &) = default;
};

/// Contacts that may be the same person, in the order in which the first of each came. Reads the whole book:
/// some seconds where it holds a million. Cancelled, those found so far.
Result<std::vector<DuplicateGroup>> findDuplicates(Database &database, const CancelToken &cancel = {});
