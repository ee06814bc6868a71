#include "presentation/inboxwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

QDate dayOf(UtcTime at)
{
    return toDateTime(at).toLocalTime().date();
}

/// "today, 11:36", "tomorrow, 11:36", or the day.
QString endText(UtcTime at, UtcTime now)
{
    const qint64 days = dayOf(now).daysTo(dayOf(at));
    if (days == 0)
        //: %1: a time of day
        return Words::tr("today, %1").arg(shortTimeText(at));
    return days == 1 ? Words::tr("tomorrow, %1").arg(shortTimeText(at)) : momentText(at);
}

} // namespace

QString personText(const Conversation &conversation, const PhoneFormat &format)
{
    if (!conversation.name.isEmpty())
        return conversation.name;
    if (conversation.phone.isEmpty())
        return Words::tr("Number withheld by WhatsApp");
    return isolated(format(conversation.phone));
}

QString personSecondLine(const Conversation &conversation, const PhoneFormat &format)
{
    if (conversation.phone.isEmpty())
        return conversation.name.isEmpty() ? QString{} : Words::tr("Number withheld by WhatsApp");
    return conversation.name.isEmpty() ? Words::tr("No name yet") : isolated(format(conversation.phone));
}

QString messageKindText(const QString &type)
{
    if (type == "image"_L1)
        return Words::tr("Picture");
    if (type == "video"_L1)
        return Words::tr("Video");
    if (type == "audio"_L1)
        return Words::tr("Voice message");
    if (type == "document"_L1)
        return Words::tr("Document");
    if (type == "sticker"_L1)
        return Words::tr("Sticker");
    if (type == "location"_L1)
        return Words::tr("Location");
    if (type == "contacts"_L1)
        return Words::tr("Contact");
    if (type == "order"_L1)
        return Words::tr("Order");
    if (type == "reaction"_L1)
        return Words::tr("Reaction");
    return Words::tr("A message that Fanfare cannot show");
}

QString lastMessageText(const Conversation &conversation)
{
    const QString words = conversation.lastText.isEmpty() ? messageKindText(conversation.lastType)
                                                          : conversation.lastText.simplified();
    //: In a list: what we ourselves wrote last
    return conversation.isLastInbound ? words : Words::tr("You: %1").arg(words);
}

QString listTimeText(UtcTime at, UtcTime now)
{
    const qint64 days = dayOf(at).daysTo(dayOf(now));
    if (days == 0)
        return shortTimeText(at);
    return days == 1 ? Words::tr("Yesterday") : dayText(at, now);
}

QString daySeparatorText(const QDate &day, const QDate &today)
{
    const qint64 days = day.daysTo(today);
    if (days == 0)
        return Words::tr("Today");
    if (days == 1)
        return Words::tr("Yesterday");
    const QLocale locale;
    return day.year() == today.year()
        //: The form of a day in this year
        ? locale.toString(day, Words::tr("dddd d MMMM"))
        : locale.toString(day, QLocale::LongFormat);
}

QString bubbleText(const ThreadItem &item)
{
    const bool hasWords = !item.text.isEmpty() && item.text != (item.media ? item.media->name : QString{});
    // What was ordered, and where a place is, beside what the person says of it.
    const bool hasMore = (item.type == "order"_L1 || item.type == "location"_L1) && !item.payload.isEmpty()
        && item.payload != item.text;
    if (hasWords)
        return hasMore ? item.text + u'\n' + item.payload : item.text;
    return item.media ? QString{} : messageKindText(item.type);
}

QString progressText(ThreadItem::Progress progress)
{
    switch (progress) {
    case ThreadItem::Progress::Waiting: return Words::tr("Waiting");
    case ThreadItem::Progress::Sending: return Words::tr("Sending");
    case ThreadItem::Progress::Accepted: return Words::tr("Sent");
    case ThreadItem::Progress::Delivered: return Words::tr("Delivered");
    case ThreadItem::Progress::Read: return Words::tr("Read");
    case ThreadItem::Progress::Unconfirmed: return Words::tr("Unconfirmed");
    case ThreadItem::Progress::Failed: return Words::tr("Not delivered");
    }
    Q_UNREACHABLE();
}

QString spokenText(const ThreadItem &item)
{
    QString words = bubbleText(item);
    if (words.isEmpty())
        words = item.text.isEmpty() ? messageKindText(item.type) : item.text;
    if (item.media && !item.text.isEmpty() && item.type != "text"_L1)
        words = messageKindText(item.type) + u", "_s + words;
    const QString time = shortTimeText(item.at);
    switch (item.kind) {
    case ThreadItem::Kind::Inbound:
        //: %1: a time of day, %2: what somebody wrote
        return Words::tr("From them, %1: %2").arg(time, words);
    case ThreadItem::Kind::Answer:
        //: %1: a time of day, %2: how far a message is, %3: what we wrote
        return Words::tr("From you, %1, %2: %3").arg(time, progressText(item.progress), words);
    case ThreadItem::Kind::Campaign:
        return Words::tr("Campaign “%1”, %2, %3: %4")
            .arg(item.campaignName, time, progressText(item.progress), words);
    }
    Q_UNREACHABLE();
}

QString countdownText(const Conversation &conversation, UtcTime now)
{
    if (conversation.isStopped || !conversation.isWindowOpen(now))
        return {};
    const auto left = std::chrono::ceil<std::chrono::seconds>(*conversation.windowEnd() - now);
    //: %1: a duration, like "3 h 12 min"
    return Words::tr("%1 left to answer freely").arg(roughDurationText(left));
}

QString whyClosedText(const Conversation &conversation, UtcTime now)
{
    if (conversation.isStopped)
        return Words::tr("This person opted out. Nobody writes to them until they agree again.");
    if (conversation.phone.isEmpty())
        return Words::tr(
            "WhatsApp withholds the number of this person, so they cannot be answered from here.");
    if (conversation.isWindowOpen(now))
        return {};
    return conversation.lastInboundAt
        ? Words::tr(
            "The 24 hours after their last message are over. Until they write again, Meta takes only an "
            "approved template.")
        : Words::tr("This person has not written yet. Meta takes only an approved template.");
}

QString windowText(const Conversation &conversation, UtcTime now)
{
    if (!conversation.windowEnd())
        return {};
    if (conversation.isWindowOpen(now))
        return Words::tr("You can answer freely until %1. Later, only an approved template.")
            .arg(endText(*conversation.windowEnd(), now));
    return Words::tr("The time for free answers ended %1.").arg(relativeText(*conversation.windowEnd(), now));
}
