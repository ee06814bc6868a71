#pragma once

#include "base/result.h"
#include "domain/answerrules.h"
#include "domain/deliveryevent.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <QStringList>
#include <QVariant>

#include <optional>
#include <utility>
#include <vector>

class CampaignTally;
class Database;
struct AttemptRow;

/// What people write to us: whose it is, which campaign it answers, and whether they want no more. What
/// cannot be told yet is kept and told once it is known. Needs an open transaction; whoever uses it stores
/// the tally.
class InboundMessages
{
public:
    InboundMessages(Database &database, CampaignTally &tally)
        : m_database{database}
        , m_tally{tally}
    {
    }

    /// Stores a message that is not known yet and everything that follows from it.
    Result<AppliedEvent> take(const InboundMessageEvent &event);

    /// Whether it asks for no more messages, by its words or by a button.
    Result<bool> isOptOut(const InboundMessageEvent &event);

    /// Whether it answers, by a button, a message that went to somebody who was erased since.
    Result<bool> isTapOfErased(const InboundMessageEvent &event);

    /// Whose number it was at that time: by the user id of a contact, one of earlier too; else by a contact's
    /// number, however WhatsApp spells it, or by one that its person has left since; else as an import would
    /// store it. Empty where nobody knows.
    Result<QString> phoneOf(const QString &told, const QString &userId, UtcTime at);

    /// Meta's name for a person of the contact book, told at `at`: the latest is the one that counts. What
    /// came under that name alone is theirs from now on.
    Result<> learnUserId(const QString &phone, const QString &userId, UtcTime at);
    /// The same for whom a message went to, whatever number they had then.
    Result<> learnUserIdOf(RecipientId recipient, const QString &userId, UtcTime at);
    /// The names that were learned for the first time since this was asked last.
    QStringList takeNewNames() { return std::exchange(m_newNames, {}); }

    /// It is known now which message of a campaign has this id: answers to it may be waiting.
    Result<> takeWaiting(const QString &messageId);
    /// A person has this number since then: answers from it may be waiting.
    Result<> takeWaitingFrom(const QString &phone, UtcTime since);
    /// What was written in between from the numbers over which they came is theirs, as it turned out.
    Result<> takeCarried(const QString &phone, UtcTime since, UtcTime until);

private:
    /// A message that is stored already, as the event that brought it.
    struct Stored
    {
        qint64 id = 0;
        InboundMessageEvent event;
        bool isOptOut = false;
    };

    Result<AnswerRules> rules();
    Result<std::vector<Stored>> readStored(const QString &condition, const QVariantList &values);
    Result<> takeAgain(const QString &condition, const QVariantList &values, const QString &phone);
    Result<> takePreferences(const QString &userId, const QString &phone);
    Result<std::optional<QString>> firstText(const QString &sql, const QString &value);
    Result<QString> phoneOfRecipient(RecipientId recipient);
    Result<std::optional<AttemptRow>> attemptTapped(const InboundMessageEvent &event);
    Result<std::optional<RecipientId>> recipientAnswering(const InboundMessageEvent &event,
                                                          const QString &phone);
    Result<CampaignId> noteResponse(RecipientId recipient, const InboundMessageEvent &event,
                                    const QString &phone);
    Result<> optOut(const PhoneNumber &sender, const InboundMessageEvent &event);
    Result<> store(const InboundMessageEvent &event, const QString &phone, CampaignId campaign,
                   bool isOptOut);

    Database &m_database;
    CampaignTally &m_tally;
    std::optional<AnswerRules> m_rules; ///< once they are needed
    QStringList m_newNames;
};
