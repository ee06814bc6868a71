#include "storage/directmessages.h"

#include "domain/errorcatalog.h"
#include "domain/namekey.h"
#include "storage/accountcharges.h"
#include "storage/deliveryapplication.h"
#include "storage/portfoliocount.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

DirectRow directFrom(const Row &row)
{
    DirectRow direct;
    direct.id = {row.integer(0)};
    direct.attempt = {row.text(1)};
    direct.account = {row.integer(2)};
    if (!row.isNull(3))
        direct.campaign = CampaignId{row.integer(3)};
    direct.phone = PhoneNumber::fromE164(row.text(4)).value_or(PhoneNumber{});
    direct.content = row.text(5);
    direct.askedAt = row.time(6);
    direct.expiresAt = row.time(7);
    // A word from a later version: certainly not one that may be sent.
    direct.state = directMessageStateFromWord(row.text(8)).value_or(DirectMessageState::Unconfirmed);
    direct.countedAt = row.integer(9);
    direct.messageId = row.text(10);
    direct.errorKind = row.text(11);
    direct.errorCode = row.text(12);
    direct.errorSubcode = row.number(13);
    direct.errorMessage = row.text(14);
    direct.details = row.text(15);
    direct.isDelivered = row.isTrue(16);
    direct.region = row.text(17);
    direct.price = row.text(18);
    direct.pricedAt = row.optionalTime(19);
    return direct;
}

Result<std::optional<DirectRow>> findBy(Database &database, const QString &condition, const QVariant &value)
{
    const QString select = uR"(
        SELECT id, attempt_id, account_id, campaign_id, phone, content, asked_at, expires_at, state,
               counted_at, message_id, error_kind, error_code, error_subcode, error_message, details,
               delivered_at IS NOT NULL, region, price, priced_at
        FROM direct_message )"_s;
    return firstRow(database, select + condition, {value}, directFrom);
}

/// Whether somebody in this state may have got the message.
bool mayHaveArrived(DirectMessageState state)
{
    switch (state) {
    case DirectMessageState::Sending:
    case DirectMessageState::Accepted:
    case DirectMessageState::Unconfirmed:
    case DirectMessageState::Failed: return true;
    case DirectMessageState::Waiting:
    case DirectMessageState::Refused:
    case DirectMessageState::NotSent:
    case DirectMessageState::Declined:
    case DirectMessageState::Withdrawn:
    case DirectMessageState::Expired: return false;
    }
    Q_UNREACHABLE();
}

/// Like a campaign's message, it counts for the day after it unless the person wrote to us before.
Result<> count(Database &database, DirectRow &row, UtcTime now)
{
    if (!mayHaveArrived(row.state)) {
        row.countedAt = 0;
        return Done{};
    }
    if (row.countedAt != 0)
        return Done{};
    const Result<bool> isOpen = isServiceWindowOpen(database, row.account, row.phone, now);
    if (!isOpen)
        return isOpen.error();
    row.countedAt = *isOpen ? 0 : toMilliseconds(now);
    return Done{};
}

Result<> store(Database &database, const DirectRow &row, UtcTime now)
{
    const QString time = row.state == DirectMessageState::Sending ? u"claimed_at"_s : u"settled_at"_s;
    const Result<int> stored = execute(
        database, u"UPDATE direct_message SET "_s + time + uR"( = ?, state = ?, content = ?,
                    counted_at = ?, message_id = ?, error_kind = ?, error_code = ?, error_subcode = ?,
                    error_message = ?, details = ? WHERE id = ?)"_s,
        {toMilliseconds(now), toWord(row.state), row.content, row.countedAt, row.messageId, row.errorKind,
         row.errorCode, row.errorSubcode, row.errorMessage, row.details, row.id.value});
    if (!stored)
        return stored.error();
    return Done{};
}

DeliveryStatus stepFrom(const QString &word)
{
    for (const DeliveryStatus status :
         {DeliveryStatus::Failed, DeliveryStatus::Delivered, DeliveryStatus::Read}) {
        if (word == toWord(status))
            return status;
    }
    return DeliveryStatus::Sent;
}

/// When it arrived and was read, as Meta told it first. Whether that is news.
Result<bool> noteArrival(Database &database, const DirectRow &row, const MessageStatusEvent &event)
{
    const bool isRead = event.status == DeliveryStatus::Read;
    if (!isRead && event.status != DeliveryStatus::Delivered)
        return false;
    const qint64 at = toMilliseconds(event.at);
    const Result<int> noted =
        execute(database, uR"(UPDATE direct_message SET delivered_at = min(coalesce(delivered_at, ?), ?),
                    read_at = CASE WHEN ? THEN min(coalesce(read_at, ?), ?) ELSE read_at END
                WHERE id = ? AND (delivered_at IS NULL OR delivered_at > ? OR (? AND (read_at IS NULL OR read_at > ?))))"_s,
                {at, at, isRead, at, at, row.id.value, at, isRead, at});
    if (!noted)
        return noted.error();
    return *noted > 0;
}

/// Counts what Meta charges for the message: as the first event tells, with the earliest time of all.
Result<> notePrice(Database &database, DirectRow &row, const MessageStatusEvent &event)
{
    const QString price = priceTold(event);
    if (price.isEmpty() || (row.pricedAt && event.at >= *row.pricedAt))
        return Done{};
    if (row.pricedAt) {
        const Result<> before = countAccountCharge(database, row.account, ChargeOrigin::Direct,
                                                   {quarterOf(*row.pricedAt), row.region, row.price}, -1);
        if (!before)
            return before;
    } else {
        row.price = price;
    }
    row.pricedAt = event.at;
    const Result<int> noted =
        execute(database, u"UPDATE direct_message SET price = ?, priced_at = ? WHERE id = ?"_s,
                {row.price, toMilliseconds(event.at), row.id.value});
    if (!noted)
        return noted.error();
    return countAccountCharge(database, row.account, ChargeOrigin::Direct,
                              {quarterOf(event.at), row.region, row.price}, 1);
}

Result<AppliedEvent> apply(Database &database, DirectRow row, const MessageStatusEvent &event, UtcTime now)
{
    AppliedEvent applied{u"status"_s, false, {}, 0, 0};
    if (!event.status) {
        applied.why = Words::tr("A word that Fanfare does not know: %1").arg(event.statusWord);
        return applied;
    }
    const bool hasFailed = *event.status == DeliveryStatus::Failed;
    if (hasFailed && row.isDelivered) { // events come in any order
        applied.why = Words::tr("It changed nothing.");
        return applied;
    }
    if (row.messageId.isEmpty())
        row.messageId = event.messageId;
    if (hasFailed) {
        applied.errorCode = event.errorCode;
        row.errorCode = QString::number(event.errorCode);
        row.errorSubcode = 0;
        row.details = event.errorDetails;
        if (const Result<> reacted = reactToRefusal(database, row.phone, event.errorCode, event.at); !reacted)
            return reacted.error();
    }
    const Result<bool> done =
        carryOut(database, row, hasFailed ? DirectMessageEvent::Fail : DirectMessageEvent::Accept, now);
    if (!done)
        return done.error();
    const Result<bool> hasArrived = noteArrival(database, row, event);
    if (!hasArrived)
        return hasArrived.error();
    if (const Result<> priced = notePrice(database, row, event); !priced)
        return priced.error();
    applied.applied = *done || *hasArrived;
    applied.why = applied.applied ? Words::tr("A message outside the campaigns: %1").arg(toWord(row.state))
                                  : Words::tr("It changed nothing.");
    return applied;
}

} // namespace

Result<std::optional<DirectRow>> findDirect(Database &database, DirectMessageId id)
{
    return findBy(database, u"WHERE id = ?"_s, id.value);
}

Result<bool> carryOut(Database &database, DirectRow &row, DirectMessageEvent event, UtcTime now)
{
    const std::optional<DirectMessageState> next = nextState(row.state, event);
    if (!next)
        return false;
    row.state = *next;
    row.content.clear();
    if (const Result<> counted = count(database, row, now); !counted)
        return counted.error();
    if (const Result<> stored = store(database, row, now); !stored)
        return stored.error();
    return true;
}

Result<> applyWaitingToDirect(Database &database, const QString &messageId, UtcTime now)
{
    struct Waiting
    {
        qint64 id = 0;
        MessageStatusEvent event;
    };
    std::vector<Waiting> waiting;
    const Result<> read =
        forEachRow(database, uR"(SELECT id, word, step, at, error_code, error_details, pricing_category,
                          pricing_type FROM delivery_event
                       WHERE message_id = ? AND message_id <> '' AND kind = 'status' AND state = 'waiting'
                         AND step <> ''
                       ORDER BY at, id)"_s,
                   {messageId}, [&](const Row &row) {
                       MessageStatusEvent event;
                       event.messageId = messageId;
                       event.statusWord = row.text(1);
                       event.status = stepFrom(row.text(2));
                       event.at = row.time(3);
                       event.errorCode = row.number(4);
                       event.errorDetails = row.text(5);
                       event.pricingCategory = row.text(6);
                       event.pricingType = row.text(7);
                       waiting.push_back({row.integer(0), event});
                   });
    if (!read)
        return read.error();
    for (const Waiting &one : waiting) {
        const Result<std::optional<AppliedEvent>> applied = applyToDirect(database, one.event, now);
        if (!applied)
            return applied.error();
        if (!*applied)
            return Done{};
        const Result<int> marked = execute(database, u"UPDATE delivery_event SET state = ? WHERE id = ?"_s,
                                           {(*applied)->applied ? u"applied"_s : u"ignored"_s, one.id});
        if (!marked)
            return marked.error();
    }
    return Done{};
}

Result<std::optional<AppliedEvent>> applyToDirect(Database &database, const MessageStatusEvent &event,
                                                  UtcTime now)
{
    // The second condition is what lets SQLite use the partial index.
    Result<std::optional<DirectRow>> row = findBy(
        database, u"WHERE message_id = ? AND message_id <> '' ORDER BY id DESC LIMIT 1"_s, event.messageId);
    if (row && !*row && !event.attemptId.isEmpty())
        row = findBy(database, u"WHERE attempt_id = ?"_s, event.attemptId);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<AppliedEvent>{};
    Result<AppliedEvent> applied = apply(database, **row, event, now);
    if (!applied)
        return applied.error();
    return std::optional{*std::move(applied)};
}

Result<> showInConversation(Database &database, DirectMessageId id, const AnswerText &answer, UtcTime now)
{
    // Behind what it answers, also where Meta's clock is ahead of ours.
    const Result<int> shown = execute(
        database,
        uR"(INSERT INTO message (direction, message_id, phone, type, text, text_key, at, in_reply_to,
                    direct_id, is_read, phone_number_id)
                SELECT 'out', d.attempt_id, d.phone, ?, ?, ?,
                       max(?, coalesce((SELECT c.last_at + 1 FROM conversation c WHERE c.person = d.phone), 0)),
                       ?, d.id, 1, a.phone_number_id
                FROM direct_message d JOIN account a ON a.id = d.account_id WHERE d.id = ?)"_s,
        {answer.type, answer.text, nameKey(answer.text), toMilliseconds(now), answer.inReplyTo, id.value});
    return shown ? Result<>{Done{}} : shown.error();
}

Result<> endDraft(Database &database, DirectMessageId id, const QString &words)
{
    if (words.isEmpty())
        return Done{};
    return run(database, uR"(UPDATE conversation SET draft = '' WHERE draft = ?
                  AND id = (SELECT conversation_id FROM message WHERE direct_id = ?))"_s,
               {words, id.value});
}

Result<> reactToRefusal(Database &database, const PhoneNumber &phone, int errorCode, UtcTime at)
{
    if (errorEntry(errorCode).action == ErrorAction::OptOutRecipient) {
        const Result<> listed = suppress(database, phone, QString::fromLatin1(kSuppressedByWhatsApp), at);
        if (!listed)
            return listed.error();
    }
    return holdMarketing(database, phone, errorCode, at);
}
