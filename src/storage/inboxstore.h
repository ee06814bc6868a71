#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/conversation.h"
#include "domain/phonenumber.h"

#include <optional>
#include <vector>

class Database;

/// A message that somebody read here, of which Meta must still hear.
struct ReadToTell
{
    ConversationId conversation;
    AccountId account;
    QString messageId;
};

/// What people write to us and what we answer, by person.
class InboxStore
{
public:
    explicit InboxStore(Database &database)
        : m_database{database}
    {
    }

    /// All that the query means, the latest first: the skeleton of a list. Takes a fraction of a second for a
    /// million messages; can be cancelled (what was read so far is returned).
    Result<std::vector<ConversationId>> keys(const InboxQuery &query, UtcTime now,
                                             const CancelToken &cancel = {});
    /// The first `count` of keys(), in a moment also where a million messages fit the search.
    Result<std::vector<ConversationId>> firstKeys(const InboxQuery &query, UtcTime now, int count);
    /// Those conversations, in the order asked for; ids that are gone are left out.
    Result<std::vector<Conversation>> rows(const std::vector<ConversationId> &ids);
    Result<InboxCounts> counts(UtcTime now);
    /// NotFound with the code "no_conversation".
    Result<Conversation> load(ConversationId id);
    /// Nothing where the person never wrote, and nobody wrote to them outside campaigns.
    Result<std::optional<Conversation>> find(const PhoneNumber &phone);

    /// What passed between us, the messages of campaigns too: the latest `limit` before `before`, in the
    /// order in which it happened.
    Result<std::vector<ThreadItem>> thread(ConversationId id, int limit,
                                           const std::optional<ThreadPlace> &before = std::nullopt);

    /// Somebody has read it, up to that message where one is named: not what arrived since. Meta is told, see
    /// readsToTell().
    Result<> markRead(ConversationId id, std::optional<MessageId> upTo = std::nullopt);
    /// The person's last message waits to be read again.
    Result<> markUnread(ConversationId id);

    /// Of what Meta must hear that it was read, the oldest first, of every account some; or of one
    /// conversation.
    Result<std::vector<ReadToTell>> readsToTell(int limit, std::optional<ConversationId> only = std::nullopt);
    /// Meta heard it, or never will.
    Result<> noteReadTold(const ReadToTell &told);

    /// An empty text: no draft.
    Result<> setDraft(ConversationId id, const QString &text);

    Result<std::vector<QuickAnswer>> quickAnswers();
    /// A new one (id 0), or a change. Refused with the code "name_taken".
    Result<QuickAnswer> putQuickAnswer(const QuickAnswer &answer);
    Result<> removeQuickAnswer(qint64 id);

private:
    Database &m_database;
};
