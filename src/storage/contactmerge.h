#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/contact.h"

#include <vector>

class Database;

/// What a merge did.
struct MergeOutcome
{
    Contact contact; ///< as it is now
    int merged = 0; ///< contacts that are gone
    int moved = 0; ///< messages not sent yet that go to the kept number now
    int skipped =
        0; ///< messages not sent yet that are not sent, because the kept number gets that campaign too

    friend bool operator==(const MergeOutcome &, const MergeOutcome &) = default;
};

/// Makes one contact of several that are the same person.
class ContactMerge
{
public:
    explicit ContactMerge(Database &database)
        : m_database{database}
    {
    }

    /// Merges `others` into `keep`, all in one transaction. The kept contact gets what it lacks: name,
    /// attributes, tags, an opt-in. The strictest consent wins: an opt-out of one of them is an opt-out of
    /// all. History and campaigns keep what was; nobody is written to at the other numbers any more, and what
    /// comes from them counts for the kept contact. NotFound with the code "no_contact"; BadInput with
    /// "same_contact".
    Result<MergeOutcome> merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others, UtcTime now);

private:
    Database &m_database;
};
