#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"
#include "domain/phonenumber.h"

#include <QVariantList>

#include <optional>
#include <vector>

class Database;

// Which numbers the same person had one after the other, as Meta told it. What changes something needs an
// open transaction. Numbers are kept as an import would store them, and found however WhatsApp spells them.

/// Later than anything that happens.
inline constexpr UtcTime kEndOfTime = UtcTime::max();

/// The two ways in which WhatsApp may write a number, for an SQL `IN (?, ?)`; where there is one, it is given
/// twice.
QVariantList bothSpellings(const PhoneNumber &phone);

/// One number of somebody who went on to another.
struct Stay
{
    PhoneNumber phone;
    UtcTime until;
};

/// The way of whoever had a number at some moment.
struct Way
{
    std::vector<Stay> left; ///< in order; empty: they have it still
    PhoneNumber phone; ///< where they are now
    QString region; ///< of that number; empty: not known
};

/// A number that somebody had for a while, as far as Meta told it.
struct Tenure
{
    PhoneNumber phone;
    UtcTime since; ///< the beginning of time: nobody is known to have come there
    UtcTime until; ///< the end of time: they have it still
};

/// A change that Meta told.
struct KnownChange
{
    qint64 id = 0;
    PersonChangeEvent event;
};

/// Remembers a change; nothing if all of it was known already. Where a part was, the change is what is new of
/// it: without the new number if only names are.
Result<std::optional<KnownChange>> noteChange(Database &database, const PersonChangeEvent &told);
/// The number that was left, where Meta kept it back or knows another one.
Result<> noteLeft(Database &database, const KnownChange &change, const PhoneNumber &left);

/// Changes of somebody whom Meta called so, the earliest first.
Result<std::vector<KnownChange>> changesOf(Database &database, const QString &userId);
Result<std::vector<KnownChange>> allChanges(Database &database);

/// Where the person who had this number at `at` is today.
Result<Way> wayFrom(Database &database, const PhoneNumber &phone, UtcTime at);

/// Every number that anybody went to from this one, whenever that was, directly or over others. A number that
/// was left may be somebody else's by now, who is kept from nothing by what is done to these.
Result<std::vector<PhoneNumber>> laterNumbers(Database &database, const PhoneNumber &phone);

/// The numbers of whoever had this one at `asOf`, this one first, then those before it.
Result<std::vector<Tenure>> tenuresOf(Database &database, const PhoneNumber &phone, UtcTime asOf);

/// The number that whoever has this one now had at `at`; nothing where nobody knows.
Result<std::optional<PhoneNumber>> numberAt(Database &database, const PhoneNumber &phone, UtcTime at);

/// Whether whoever had this number is known to have left it, and nobody to have come since.
Result<bool> wasLeft(Database &database, const PhoneNumber &phone);

/// When somebody last came to this number from another; nothing if nobody did.
Result<std::optional<UtcTime>> lastArrivalAt(Database &database, const PhoneNumber &phone);
