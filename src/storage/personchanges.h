#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "domain/ids.h"

class Database;
class InboundMessages;
struct KnownChange;

/// Lets a contact follow a person to another number or user id; inside a transaction. Who is still to be
/// written to is written to there; what was sent stays as it was. An opt-out follows too and also stays with
/// the old number. Where the new number is another contact's, both stay and a person may merge them. Changes
/// may be told in any order: a later one that is known already is followed as well.
Result<AppliedEvent> applyPersonChange(Database &database, InboundMessages &inbound,
                                       const KnownChange &change);

/// Whoever of a campaign waits again is written to where they are now, not where a message was sent before.
/// Inside a transaction.
Result<> writeToPresentNumbers(Database &database, CampaignId campaign);
