#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"

#include <QString>

#include <optional>
#include <vector>

class Database;

/// A number that nobody writes to, and why.
struct SuppressedNumber
{
    PhoneNumber phone;
    QString name; ///< of the contact, where there is one
    QString source;
    UtcTime addedAt;

    friend bool operator==(const SuppressedNumber &, const SuppressedNumber &) = default;
};

/// The list that stands above everything: who is on it gets nothing, wherever the number came from.
class SuppressionStore
{
public:
    explicit SuppressionStore(Database &database)
        : m_database{database}
    {
    }

    /// Whether a source is one of our own words, which nobody may use for theirs.
    static bool isReserved(const QString &source);

    /// The next ones after `after`, by number; `limit` 0: all. Erased people are not among them.
    Result<std::vector<SuppressedNumber>> page(int limit, const QString &after = {});
    /// People who were erased: only hashes of their numbers are left.
    Result<qint64> erasedPeople();

    /// Numbers that nobody knows are kept too. False: nobody wrote to it already.
    Result<bool> add(const PhoneNumber &phone, const QString &source, UtcTime now);
    /// Takes out what a person put there. NotFound with the code "not_suppressed". Refused with
    /// "person_opted_out" where the people themselves asked for it, "merged" or "moved" where they have
    /// another number, and "erased": only a new opt-in lets those in again.
    Result<> remove(const PhoneNumber &phone);

private:
    Database &m_database;
};
