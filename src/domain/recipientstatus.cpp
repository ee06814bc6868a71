#include "domain/recipientstatus.h"

using namespace Qt::StringLiterals;
using enum RecipientStatus;

namespace {

/// How far the message itself got; what was never on its way, or is in doubt, has rank 0.
int rankOf(RecipientStatus status)
{
    switch (status) {
    case Pending:
    case Sending:
    case OptedOut:
    case Skipped:
    case Unconfirmed: return 0;
    case Sent: return 1;
    case Failed: return 2; // beats sent, is beaten by delivered
    case Delivered: return 3;
    case Read: return 4;
    case Responded: return 5;
    }
    Q_UNREACHABLE();
}

RecipientStatus statusFor(DeliveryStatus event)
{
    switch (event) {
    case DeliveryStatus::Sent: return Sent;
    case DeliveryStatus::Delivered: return Delivered;
    case DeliveryStatus::Read: return Read;
    case DeliveryStatus::Responded: return Responded;
    case DeliveryStatus::Failed: return Failed;
    }
    Q_UNREACHABLE();
}

void keepEarliest(std::optional<UtcTime> &slot, UtcTime at)
{
    if (!slot || at < *slot)
        slot = at;
}

} // namespace

QString toWord(RecipientStatus status)
{
    switch (status) {
    case Pending: return u"pending"_s;
    case Sending: return u"sending"_s;
    case Sent: return u"sent"_s;
    case Delivered: return u"delivered"_s;
    case Read: return u"read"_s;
    case Responded: return u"responded"_s;
    case Failed: return u"failed"_s;
    case OptedOut: return u"opted_out"_s;
    case Skipped: return u"skipped"_s;
    case Unconfirmed: return u"unconfirmed"_s;
    }
    Q_UNREACHABLE();
}

std::optional<RecipientStatus> recipientStatusFromWord(QStringView word)
{
    for (const RecipientStatus status : kRecipientStatuses) {
        if (toWord(status) == word)
            return status;
    }
    return std::nullopt;
}

DeliveryProgress afterDelivery(const DeliveryProgress &before, DeliveryStatus event, UtcTime at)
{
    DeliveryProgress after = before;
    switch (event) {
    case DeliveryStatus::Sent: keepEarliest(after.sentAt, at); break;
    case DeliveryStatus::Delivered: keepEarliest(after.deliveredAt, at); break;
    case DeliveryStatus::Read: keepEarliest(after.readAt, at); break;
    case DeliveryStatus::Responded: keepEarliest(after.respondedAt, at); break;
    case DeliveryStatus::Failed:
        // Only a message that Meta accepted can fail afterwards, so the event proves that it was sent.
        keepEarliest(after.sentAt, at);
        if (rankOf(before.status) > rankOf(Failed))
            break;
        if (before.status != Failed)
            after.failedAt.reset();
        keepEarliest(after.failedAt, at);
        break;
    }
    if (rankOf(statusFor(event)) > rankOf(before.status)) {
        after.status = statusFor(event);
        if (after.status != Failed)
            after.failedAt.reset();
    }
    return after;
}

Reached reachedBy(const DeliveryProgress &progress)
{
    Reached reached;
    reached.responded = progress.respondedAt || progress.status == Responded;
    reached.read = reached.responded || progress.readAt || progress.status == Read;
    reached.delivered = reached.read || progress.deliveredAt || progress.status == Delivered;
    reached.sent = reached.delivered || progress.sentAt || progress.status == Sent;
    return reached;
}
