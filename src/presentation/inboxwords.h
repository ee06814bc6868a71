#pragma once

#include "domain/conversation.h"
#include "presentation/wording.h"

#include <QDate>

/// Who it is, as a title: the name, or the number, or that nobody knows.
QString personText(const Conversation &conversation, const PhoneFormat &format);
/// The number under the name; empty where it is the title.
QString personSecondLine(const Conversation &conversation, const PhoneFormat &format);

/// "Picture", "Voice message", …: what stands for a message without words. `type` is Meta's word.
QString messageKindText(const QString &type);
/// The latest message in one line: "You: Tickets are attached".
QString lastMessageText(const Conversation &conversation);
/// "11:36", "Yesterday", "18 Nov".
QString listTimeText(UtcTime at, UtcTime now);
/// "Today", "Yesterday", "Thursday 19 November", with the year where it is another one.
QString daySeparatorText(const QDate &day, const QDate &today);

/// What a bubble says.
QString bubbleText(const ThreadItem &item);
/// "Sent", "Delivered", "Not sent", …
QString progressText(ThreadItem::Progress progress);
/// Everything about a bubble in one sentence, for who hears it.
QString spokenText(const ThreadItem &item);

/// How much of the window is left: "3 h 12 min left", and what follows. Empty where it is closed.
QString countdownText(const Conversation &conversation, UtcTime now);
/// Why nobody can write freely now; empty where one can.
QString whyClosedText(const Conversation &conversation, UtcTime now);
/// Below the last bubble: until when free answers are taken, or that they are not.
QString windowText(const Conversation &conversation, UtcTime now);
