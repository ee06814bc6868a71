#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"

#include <QString>

#include <optional>

class Database;
struct Stay;

// Who is written to no more. All of it that changes something needs an open transaction.

/// Sources that are ours; any other is what a person typed.
inline constexpr auto kSuppressedByReply = "reply"; ///< asked for it in an answer
inline constexpr auto kSuppressedByWhatsApp = "whatsapp"; ///< told WhatsApp itself
inline constexpr auto kSuppressedByMerge = "merged"; ///< the person is written to at another number
inline constexpr auto kSuppressedByMove = "moved"; ///< the person left for a number of another contact

/// Puts a number on the suppression list and marks its contact, if there is one, as opted out. The first
/// source is kept, but a reply or a person's word replaces WhatsApp's own, which WhatsApp could lift, and
/// that of a merge or a move. Who asks for it from a number that was merged into a contact means that contact
/// too, and who asks from a number that a person has left is taken for that person. What was told to WhatsApp
/// itself and taken back since has no effect. No number: an erased person's row, whom nobody writes to
/// anyway.
Result<> suppress(Database &database, const PhoneNumber &phone, const QString &source, UtcTime now);

/// Whether nobody may write to this number: it is on the suppression list, or its person was erased.
Result<bool> isSuppressed(Database &database, const PhoneNumber &phone);

/// What is on the suppression list about a number, and why.
struct Stop
{
    QString source;
    UtcTime at;
};

/// Nothing where the number is there only because its contact was merged into another, or has gone to
/// another's number: nobody asked for that.
Result<std::optional<Stop>> stopOf(Database &database, const PhoneNumber &phone);

/// Nobody writes to this number any more: its person went on, to a number that another contact has.
Result<> noteNumberLeft(Database &database, const PhoneNumber &phone, UtcTime at);

/// Whether that is why nobody writes to it.
Result<bool> isNumberLeft(Database &database, const PhoneNumber &phone);

/// Its person is there again.
Result<> liftNumberLeft(Database &database, const PhoneNumber &phone);

/// The number is the one to write to again, whatever it was merged into before, or who left it.
Result<> liftEarlierMerge(Database &database, const PhoneNumber &phone);

/// What keeps somebody from being written to at the number that they left holds for the one where they are
/// now as well, at which they arrived later if they went over others.
Result<> carryStops(Database &database, const Stay &left, const PhoneNumber &after, UtcTime arrivedAt);
/// Shows in the contact who has come to this number what was said from there before.
Result<> tellContact(Database &database, const PhoneNumber &phone);

/// Whom WhatsApp kept marketing from at one number stays kept from it at another of theirs too.
Result<> carryMarketingHold(Database &database, const PhoneNumber &from, const PhoneNumber &to);

/// Lifts an opt-out, wherever it came from, and an erasure.
Result<> unsuppress(Database &database, const PhoneNumber &phone);

/// After an error that means "no marketing to this person for a day": remembers the end of that day, for
/// every campaign, also at numbers that the person has gone to. Other errors change nothing, nor does the
/// empty number of an erased person.
Result<> holdMarketing(Database &database, const PhoneNumber &phone, int errorCode, UtcTime at);

/// The end of that day, while it lasts.
Result<std::optional<UtcTime>> marketingHeldUntil(Database &database, const PhoneNumber &phone, UtcTime now);

// What a person told WhatsApp itself at `saidAt`. It is told to us in any order and again, days later: the
// person's latest word counts. Both return whether this one did.
Result<bool> noteStop(Database &database, const PhoneNumber &phone, UtcTime saidAt);
/// Lifts only what came from WhatsApp; also at the numbers that the person has gone to since.
Result<bool> noteResume(Database &database, const PhoneNumber &phone, UtcTime saidAt);
