#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "domain/directmessagestate.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"

#include <QString>

#include <chrono>
#include <compare>
#include <optional>

/// For so long after a person's last message Meta takes free answers to them.
inline constexpr std::chrono::hours kServiceWindow{24};
/// A window is closing when so little of it is left.
inline constexpr std::chrono::hours kClosingWindow{3};

/// Everything between us and one person, as a list shows it.
struct Conversation
{
    ConversationId id;
    QString phone; ///< E.164; empty where Meta withholds it
    QString userId; ///< Meta's own name for the person, where there is no number
    QString name; ///< of the contact, or what the person calls themselves; may be empty
    std::optional<ContactId> contact;
    std::optional<AccountId> account; ///< to whose number the person wrote last
    QString draft;

    QString lastType; ///< of the latest message: Meta's word
    QString lastText;
    bool isLastInbound = true;
    UtcTime lastAt;
    std::optional<UtcTime> lastInboundAt;
    int unread = 0;
    bool isUnanswered = false;
    bool isStopped = false; ///< nobody may write to the person
    std::optional<CampaignId> campaign; ///< that the person answered last
    QString campaignName;

    /// Free answers are taken until then; nothing where the person never wrote.
    std::optional<UtcTime> windowEnd() const
    {
        return lastInboundAt ? std::optional{*lastInboundAt + kServiceWindow} : std::nullopt;
    }
    bool isWindowOpen(UtcTime now) const { return windowEnd() && now < *windowEnd(); }

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// Which conversations, the latest first.
struct InboxQuery
{
    enum class Filter { All, Unread, Unanswered, WindowClosing, OptOuts };

    Filter filter = Filter::All;
    QString search; ///< three letters or more anywhere in a message; a part of a name or a number
    std::optional<CampaignId> campaign; ///< that the person answered

    friend bool operator==(const InboxQuery &, const InboxQuery &) = default;
};

/// How many conversations each filter shows.
struct InboxCounts
{
    qint64 all = 0;
    qint64 unread = 0;
    qint64 unanswered = 0;
    qint64 windowClosing = 0;
    qint64 optOuts = 0;

    friend bool operator==(const InboxCounts &, const InboxCounts &) = default;
};

/// A file that came or went with a message.
struct MessageMedia
{
    enum class State {
        Wanted, ///< at Meta; not fetched yet
        Kept, ///< in the media folder
        Gone, ///< Meta has it no longer, or it cannot be kept
    };

    State state = State::Wanted;
    QString mimeType;
    QString name; ///< by which its sender calls it; may be empty
    QString file; ///< its name in the media folder, once it is kept
    qint64 size = 0;
    QString problem; ///< of the last try

    friend bool operator==(const MessageMedia &, const MessageMedia &) = default;
};

/// The place of something in a conversation.
struct ThreadPlace
{
    UtcTime at;
    int kind = 0; ///< of ThreadItem::Kind
    qint64 id = 0;

    friend auto operator<=>(const ThreadPlace &, const ThreadPlace &) = default;
};

/// One bubble of a conversation.
struct ThreadItem
{
    enum class Kind {
        Campaign, ///< its message
        Inbound,
        Answer, ///< of ours, outside campaigns
    };
    /// How far something of ours is.
    enum class Progress { Waiting, Sending, Accepted, Delivered, Read, Unconfirmed, Failed };

    Kind kind = Kind::Inbound;
    qint64 id = 0; ///< of the message, or of the campaign's recipient
    UtcTime at;
    QString type; ///< Meta's word: "text", "image", "template", …
    QString text;
    RenderedMessage rendered; ///< of a campaign's message
    QString payload; ///< of a button; of an order: what was ordered
    QString messageId; ///< Meta's; empty where it gave none
    QString inReplyTo;
    std::optional<CampaignId> campaign; ///< whose message it is, or that it answers
    QString campaignName;
    bool isOptOut = false;
    std::optional<MessageMedia> media;

    Progress progress = Progress::Waiting;
    std::optional<UtcTime> deliveredAt;
    std::optional<UtcTime> readAt;
    int errorCode = 0; ///< Meta's
    QString problem; ///< why it was not sent, or not delivered, in words; may be empty

    ThreadPlace place() const { return {at, static_cast<int>(kind), id}; }
};

QString toWord(ThreadItem::Progress progress);

/// A sentence that somebody says again and again.
struct QuickAnswer
{
    qint64 id = 0;
    QString name;
    QString text;

    friend bool operator==(const QuickAnswer &, const QuickAnswer &) = default;
};
