#pragma once

#include "simulator/graphrefusal.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

class TemplateShelf;

/// A quick-reply button on the way to a person.
struct QuickReply
{
    QString text;
    QString payload; ///< as sent, or the label
};

/// A message that may be accepted.
struct PostedMessage
{
    QString type;
    bool isTemplate = false;
    QString templateId; ///< Meta's
    QString category; ///< "marketing", "utility", "authentication" or "service", as in pricing
    QString language;
    QString mediaId; ///< of the header or of the message itself; empty without one
    std::vector<QuickReply> quickReplies;
};

/// The digits of a recipient as WhatsApp knows the person, from the `to` of a message. A number without "+"
/// is read as one of the sender's country, as Meta may do. Nothing when it cannot be a number.
std::optional<QByteArray> whatsAppId(const QString &to, const QByteArray &ownCountryCode);

/// Reads everything of a message but its recipient, as strictly as Meta's documentation.
std::variant<PostedMessage, GraphRefusal> checkMessage(const QJsonObject &message,
                                                       const TemplateShelf &templates);
