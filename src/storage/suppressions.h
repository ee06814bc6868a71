#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"

#include <QString>

class Database;

// Who is written to no more. All of it needs an open transaction.

/// Sources that are ours; any other is what a person typed.
inline constexpr auto kSuppressedByReply = "reply"; ///< asked for it in an answer
inline constexpr auto kSuppressedByWhatsApp = "whatsapp"; ///< told WhatsApp itself

/// Puts a number on the suppression list and marks its contact, if there is one, as opted out. The first
/// source is kept, but a reply or a person's word replaces WhatsApp's own, which WhatsApp could lift.
Result<> suppress(Database &database, const PhoneNumber &phone, const QString &source, UtcTime now);

/// Lifts an opt-out, wherever it came from.
Result<> unsuppress(Database &database, const PhoneNumber &phone);

// What a person told WhatsApp itself at `saidAt`. It is told to us in any order and again, days later: the
// person's latest word counts. Both return whether this one did.
Result<bool> noteStop(Database &database, const PhoneNumber &phone, UtcTime saidAt);
/// Lifts only what came from WhatsApp.
Result<bool> noteResume(Database &database, const PhoneNumber &phone, UtcTime saidAt);
