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
// One that may not be written down any more, because it was an erased person's too, has a mark in its place.

/// Later than anything that happens.
inline constexpr UtcTime kEndOfTime = UtcTime::max();

/// The two ways in which WhatsApp may write a number, for an SQL `IN (?, ?)`; where there is one, it is given
/// twice.
QVariantList bothSpellings(const PhoneNumber &phone);

/// As a number; empty where the text is none.
PhoneNumber numberFrom(const QString &text);

/// What stands in a change in place of a number that may not be written down.
QString markFrom(const QString &hash);
bool isMark(const QString &text);
/// Replaces a number by its mark in every change, or back.
Result<> replaceInChanges(Database &database, const QString &place, const QString &by);

/// One number of somebody who went on to another.
struct Stay
{
    PhoneNumber phone; ///< empty: it may not be written down
    UtcTime until;
};

/// The way of whoever had a number at some moment.
struct Way
{
    std::vector<Stay> left; ///< in order; empty: they have it still
    PhoneNumber phone; ///< where they are now; empty: it may not be written down
    QString region; ///< of that number; empty: not known
};

/// A number that somebody had for a while, as far as Meta told it.
struct Tenure
{
    PhoneNumber phone; ///< empty: it may not be written down
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
/// Whether a change is known that may be this one.
Result<bool> isNoted(Database &database, const PersonChangeEvent &told);
/// The number that was left, where Meta kept it back or knows another one.
Result<> noteLeft(Database &database, const KnownChange &change, const PhoneNumber &left);

/// Where whoever was at `before` went in between, before they went on to `next`.
Result<> noteBetween(Database &database, const KnownChange &change, const Tenure &before,
                     const PhoneNumber &next);
/// The contact that went along on all of this way.
Result<> noteFollower(Database &database, const Way &way, qint64 contact);
/// The contact that is whoever's who came to this number.
Result<> noteFollower(Database &database, const PhoneNumber &entered, qint64 contact);

/// Changes of somebody whom Meta called so, the earliest first.
Result<std::vector<KnownChange>> changesOf(Database &database, const QString &userId);
/// Changes of somebody whom Meta calls so since then.
Result<std::vector<KnownChange>> changesTo(Database &database, const QString &userId);
/// Changes to a number since then with which no contact went along, the earliest first.
Result<std::vector<KnownChange>> changesWithoutContact(Database &database, const PhoneNumber &entered,
                                                       UtcTime since);
Result<std::vector<KnownChange>> allChanges(Database &database);

/// Where the person who had this number at `at` is today.
Result<Way> wayFrom(Database &database, const PhoneNumber &phone, UtcTime at);
/// The same for a number, or the mark of one, as it stands in a change.
Result<Way> wayFrom(Database &database, const QString &place, UtcTime at);

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

/// When a contact came to its number from another; nothing if it was there before whoever came last.
Result<std::optional<UtcTime>> arrivalOf(Database &database, qint64 contact, const PhoneNumber &phone);

/// The contact that stayed at a number which its person left at `left`; nothing where it came there since, or
/// where it was somebody's decision since to write to it.
Result<std::optional<qint64>> contactLeftBehind(Database &database, const PhoneNumber &phone, UtcTime left);
