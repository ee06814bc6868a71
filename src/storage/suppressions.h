#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"

#include <QString>

class Database;

// Who is written to no more. Both need an open transaction.

/// Sources that are ours; any other is what a person typed.
inline constexpr auto kSuppressedByReply = "reply"; ///< asked for it in an answer
inline constexpr auto kSuppressedByWhatsApp = "whatsapp"; ///< told WhatsApp itself

/// Puts a number on the suppression list and marks its contact, if there is one, as opted out. The first
/// source is kept, but a reply or a person's word replaces WhatsApp's own, which WhatsApp could lift.
Result<> suppress(Database &database, const PhoneNumber &phone, const QString &source, UtcTime now);

/// Lifts an opt-out; with `source`, only one that came from there.
Result<> unsuppress(Database &database, const PhoneNumber &phone, const QString &source = {});
