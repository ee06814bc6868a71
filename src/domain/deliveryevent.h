#pragma once

#include "base/clock.h"
#include "domain/messaginglimit.h"
#include "domain/recipientstatus.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// A status of one message, from a webhook.
struct MessageStatusEvent
{
    QString messageId;
    QString attemptId; ///< biz_opaque_callback_data; may be empty
    QString toPhone; ///< E.164 with "+"; may be empty
    QString toUserId; ///< may be empty
    QString statusWord; ///< Meta's word: sent, delivered, read, played, failed, …
    std::optional<DeliveryStatus> status; ///< nothing for words we do not know
    UtcTime at;
    int errorCode = 0; ///< on failed
    QString errorDetails;
    QString pricingCategory;
    QString pricingType;
    QString phoneNumberId = {}; ///< of the business number that it left from; may be empty
};

/// A file that a person sent, which Meta keeps for seven days.
struct InboundMedia
{
    QString metaId; ///< empty: there is none
    QString mimeType;
    QString sha256; ///< as Meta told it; may be empty
    QString name; ///< of a document; may be empty
};

/// Something a person sent to the business.
struct InboundMessageEvent
{
    QString messageId;
    QString fromPhone; ///< E.164 with "+", or empty where Meta withheld it
    QString fromUserId;
    QString profileName;
    QString type; ///< text, button, interactive, image, …
    QString text; ///< what can be shown: the text, the button's label, the caption
    QString payload; ///< of a button
    QString inReplyTo; ///< context.id; may be empty
    QString phoneNumberId; ///< of the business number that was written to; may be empty
    UtcTime at;
    InboundMedia media = {};
};

/// The person used WhatsApp's own "stop marketing" or took it back.
struct PreferenceEvent
{
    QString phone;
    QString userId;
    bool isStop = true;
    UtcTime at;
    QString phoneNumberId = {}; ///< of the business number that it is about; may be empty
};

/// Something about a template: its status or its category changed, or its category is going to.
struct TemplateEvent
{
    QString field; ///< Meta's name of the kind of event
    QString wabaId; ///< empty where the body did not say: then it concerns every account that has it
    QString name;
    QString language; ///< as the API writes it: "en_US"
    QString status; ///< Meta's word: APPROVED, PAUSED, …; empty where it is not about that
    QString category; ///< the present one; empty where it is not about that
    QString futureCategory; ///< an announcement
    std::optional<UtcTime> futureFrom;
    QString quality;
    UtcTime at;
};

/// A person goes on under another number, or under another of Meta's names for them.
struct PersonChangeEvent
{
    QString oldPhone; ///< E.164 with "+"; may be empty
    QString oldUserId;
    QString newPhone; ///< empty: the number stays
    QString newUserId; ///< empty: not told
    QString newRegion; ///< of the new number; empty: not known
    UtcTime at;
    QString phoneNumberId = {}; ///< of the business number that was told; may be empty
};

/// Something about the account, or about one of its numbers.
struct AccountEvent
{
    enum class Effect {
        None,
        Blocks, ///< it may not begin conversations any more
        Lifts, ///< it may again
    };

    QString field; ///< Meta's name of the kind of event
    QString wabaId; ///< empty where the body did not say
    QString displayPhone; ///< of the number it is about; empty: it is about the whole account
    QString summary; ///< in Meta's own words
    Effect effect = Effect::None;
    std::optional<MessagingLimit> messagingLimit;
    std::optional<int> throughputPerSecond;
    UtcTime at;
};

/// Anything else, kept as it came and named.
struct OtherEvent
{
    QString field;
    QString summary;
    UtcTime at;
    QString phoneNumberId = {}; ///< of the business number that it is about; may be empty
};

using DeliveryEvent = std::variant<MessageStatusEvent, InboundMessageEvent, PreferenceEvent, TemplateEvent,
                                   PersonChangeEvent, AccountEvent, OtherEvent>;

/// What became of one event when it was applied.
struct AppliedEvent
{
    /// "status", "message", "preference", "template", "person", "account", "other", "put_aside".
    QString kind;
    bool applied = false;
    QString why; ///< why not, or what it did, in words: "duplicate", "unknown message, kept"
    qint64 campaignId = 0; ///< 0: none
    int errorCode = 0; ///< of a failed status
};
