#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "storage/campaigntally.h"
#include "storage/recipientrows.h"

#include <QHash>

#include <optional>
#include <vector>

class Database;

// What a status event, or a late answer, changes: for the ledger and the delivery store. All of it needs an
// open transaction.

/// What became of one request.
enum class AttemptOutcome {
    Open, ///< no answer yet
    Accepted,
    Refused,
    NotSent,
    Unknown,
    GivenBack,
    Failed, ///< accepted, and then Meta could not deliver it
};

QString toWord(AttemptOutcome outcome);

/// Whether a message may yet be charged for, so that its price stays reserved.
bool mayBeCharged(AttemptOutcome outcome);
/// The same in SQL, of an attempt called a.
extern const QString kMayBeCharged;

/// One request with the recipient it was for.
struct AttemptRow
{
    qint64 id = 0;
    UtcTime claimedAt;
    std::optional<UtcTime> provenAt; ///< when an event, not the answer, told that Meta has it
    AttemptOutcome outcome = AttemptOutcome::Open;
    QString messageId;
    QString price; ///< how Meta priced the delivered message, "marketing/regular"; empty: not told yet
    std::optional<UtcTime> pricedAt; ///< when it was delivered, as far as is known
    qint64 reserved = 0; ///< of the campaign's budget, while the message may be charged for
    QString region; ///< the country of the person's number
    CampaignId campaign;
    std::optional<AccountId> account;
    ContactId contact;
    PhoneNumber phone;
    RecipientProgress recipient;

    bool isCurrent() const { return recipient.currentAttempt == id; }
    /// Nothing that tells who it was may be written about the person.
    bool isOfErased() const { return phone.isEmpty(); }
    /// Of `reserved`, what counts now.
    qint64 countedReserve() const { return mayBeCharged(outcome) ? reserved : 0; }
    /// Meta has, or had, the message.
    bool isAccepted() const
    {
        return outcome == AttemptOutcome::Accepted || outcome == AttemptOutcome::Failed;
    }
};

Result<std::optional<AttemptRow>> findAttempt(Database &database, const AttemptId &attempt);
/// Many at once, those that exist; much cheaper than one by one.
Result<QHash<AttemptId, AttemptRow>> findAttempts(Database &database, const std::vector<AttemptId> &attempts);
Result<std::optional<AttemptRow>> findAttemptOfMessage(Database &database, const QString &messageId);

/// Remembers that this account wrote to this person, or (not certain) may have.
Result<> noteMessaged(Database &database, const AttemptRow &attempt, UtcTime at, bool isCertain = true);

/// How Meta priced a message that it says arrived, "marketing/regular": it charges for a message when it
/// delivers it. Empty where the event does not tell.
QString priceTold(const MessageStatusEvent &event);

/// Applies a status to the recipient of an attempt; says what it did.
Result<AppliedEvent> applyStatus(Database &database, CampaignTally &tally, AttemptRow attempt,
                                 const MessageStatusEvent &event);

/// Applies the events that arrived before anybody knew the message. What trouble they tell is noted, for
/// whoever draws consequences of it.
Result<> applyWaiting(Database &database, CampaignTally &tally, const QString &messageId);

/// "sent", "delivered", …
QString toWord(DeliveryStatus status);
