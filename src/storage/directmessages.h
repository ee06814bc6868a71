#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "domain/directmessage.h"

#include <optional>

class Database;

// The rows of direct messages: for their store and for what Meta reports about them. Changes need an open
// transaction.

/// One row. `carryOut` writes everything below the state.
struct DirectRow
{
    DirectMessageId id;
    AttemptId attempt;
    AccountId account;
    std::optional<CampaignId> campaign;
    PhoneNumber phone;
    QString content; ///< JSON; empty from the moment on at which nobody will send it
    UtcTime askedAt;
    UtcTime expiresAt;
    DirectMessageState state = DirectMessageState::Waiting;
    qint64 countedAt = 0; ///< against the messaging limit; 0: it does not count
    QString messageId;
    QString errorKind;
    QString errorCode;
    int errorSubcode = 0;
    QString errorMessage;
    QString details;
    bool isDelivered = false; ///< read only: Meta told so
    QString region; ///< read only: the country that Meta charges for
    QString price; ///< how Meta priced the delivered message, "service/regular"; empty: not told yet
    std::optional<UtcTime> pricedAt; ///< when it was delivered, as far as is known
};

Result<std::optional<DirectRow>> findDirect(Database &database, DirectMessageId id);

/// Moves a row on by the transition table and writes it; false where the table forbids it.
Result<bool> carryOut(Database &database, DirectRow &row, DirectMessageEvent event, UtcTime now);

/// Meta has the message: events that came before its id was known are applied.
Result<> applyWaitingToDirect(Database &database, const QString &messageId, UtcTime now);

/// Applies a status that is about a direct message; nothing if it is about none.
Result<std::optional<AppliedEvent>> applyToDirect(Database &database, const MessageStatusEvent &event,
                                                  UtcTime now);

/// What stands in the conversation with a person about a message of ours.
struct AnswerText
{
    QString type; ///< Meta's word: "text", "image", "template", …
    QString text;
    QString inReplyTo;
};
/// Puts a direct message that waits into the conversation with its person.
Result<> showInConversation(Database &database, DirectMessageId id, const AnswerText &answer, UtcTime now);

/// These words are not the draft of its conversation any more; one that was written since stays.
Result<> endDraft(Database &database, DirectMessageId id, const QString &words);

/// What an error of this code means for the person, whatever the message was.
Result<> reactToRefusal(Database &database, const PhoneNumber &phone, int errorCode, UtcTime at);
