#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <QVariant>

class CampaignTally;
class Database;
class InboundMessages;
struct KnownChange;
struct Way;

/// Lets a contact follow a person to another number or user id; inside a transaction. Who is still to be
/// written to is written to there; what was sent stays as it was. An opt-out follows too and also stays with
/// the old number. Where the new number is another contact's, both stay, a person may merge them, and nobody
/// writes to the old one any more. Changes may be told in any order: a later one that is known already is
/// followed as well. Whoever uses it stores the tally.
class PersonChanges
{
public:
    PersonChanges(Database &database, CampaignTally &tally, InboundMessages &inbound)
        : m_database{database}
        , m_tally{tally}
        , m_inbound{inbound}
    {
    }

    /// For a change that was not told before.
    Result<AppliedEvent> apply(const KnownChange &change);
    /// Follows changes that were told of people before it was known what they are called.
    Result<> followLearnedNames();

    /// For one to a number, or a name, that may not be written down: nobody writes to the number that was
    /// left.
    Result<> leaveNumber(const PersonChangeEvent &event);

private:
    struct Known;

    Result<AppliedEvent> followLater(const KnownChange &change);
    Result<std::optional<Known>> findBy(const QString &condition, const QVariant &value);
    Result<std::optional<Known>> findPhone(const QString &phone);
    Result<std::optional<Known>> findPerson(const PersonChangeEvent &event);
    Result<> followMerged(const PhoneNumber &left, const PhoneNumber &entered, UtcTime at);
    Result<bool> hasComeOrAgreedSince(const Known &person, UtcTime at);
    Result<bool> learnNames(const Known &person, const PersonChangeEvent &event);
    Result<AppliedEvent> follow(const Known &person, const KnownChange &change);
    Result<AppliedEvent> bring(const Known &person, const Way &way);
    Result<> noteWhereTheyWereBetween(const Known &person, const KnownChange &change);
    Result<> letFollow(const PhoneNumber &left, UtcTime at);
    Result<> welcomeBack(const Known &holder);
    Result<> writeAgain(ContactId contact);
    Result<> stayBehind(const Known &person, UtcTime at, const QString &why);
    Result<> move(const Known &person, const Way &way);
    Result<> carryMessages(const Way &way);

    Database &m_database;
    CampaignTally &m_tally;
    InboundMessages &m_inbound;
};

/// Somebody who waits is written to where they are now; left out where their campaign has that number
/// already. Inside a transaction.
Result<> writeToPresentNumber(Database &database, CampaignTally &tally, RecipientId person);
/// Somebody who waits is left out, with the reason that their number is not theirs any more. The same.
Result<> leaveOutWhoLeft(Database &database, CampaignTally &tally, RecipientId person);

/// Whoever of a campaign waits again is written to where they are now, not where a message was sent before.
/// Inside a transaction.
Result<> writeToPresentNumbers(Database &database, CampaignTally &tally, CampaignId campaign);
