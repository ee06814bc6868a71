#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"
#include "storage/erasuretraces.h"

#include <QSet>
#include <QString>

#include <vector>

class Database;

/// What was known of people who are erased now.
struct ErasedPeople
{
    int numbers = 0; ///< those asked for, and others of the same people
    int contacts = 0;
    int recipients = 0; ///< in campaigns
    int messages = 0; ///< from them and to them outside campaigns

    bool wereKnown() const { return contacts + recipients + messages > 0; }
    friend bool operator==(const ErasedPeople &, const ErasedPeople &) = default;
};

/// Who is to be erased.
struct PeopleToErase
{
    std::vector<PhoneNumber> phones;
    QSet<QString> userIds; ///< Meta's names of people whose numbers are not known
    TraceScope scope = TraceScope::People;
};

/// Takes people out of the workspace for good: of each number a keyed hash stays, so that nobody writes to it
/// again, and nothing anywhere else: where others had it before or after, the hash says so in its place. What
/// campaigns counted stays counted.
class Erasure
{
public:
    explicit Erasure(Database &database)
        : m_database{database}
    {
    }

    /// Erases everything that is known by these numbers, with the other numbers that the same people had
    /// before or went to since. From then on no query finds them; `scrub` takes them out of the unused parts
    /// of the file too. A number that nothing is known of is erased all the same: it is not let in any more.
    Result<ErasedPeople> erase(const PeopleToErase &people, UtcTime now);
    Result<ErasedPeople> erase(const std::vector<PhoneNumber> &phones, UtcTime now)
    {
        return erase(PeopleToErase{phones, {}}, now);
    }
    /// The same inside an open transaction, in which all bodies are searched.
    Result<ErasedPeople> eraseWithin(const PeopleToErase &people, UtcTime now);

    /// Whether people were erased since the file was last written anew.
    Result<bool> isScrubDue();

    /// Writes the file anew, so that nothing deleted is left in free pages, indexes or the log. Takes seconds
    /// for a large workspace and keeps every writer waiting meanwhile. Busy, with the code "database_busy",
    /// while another program reads; it may be tried again then.
    Result<> scrub();

private:
    Database &m_database;
};
