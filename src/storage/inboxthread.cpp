#include "storage/inboxthread.h"

#include "domain/errorcatalog.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

using Progress = ThreadItem::Progress;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

MessageMedia::State mediaState(const QString &word)
{
    if (word == "kept"_L1)
        return MessageMedia::State::Kept;
    return word == "wanted"_L1 ? MessageMedia::State::Wanted : MessageMedia::State::Gone;
}

/// How far an answer of ours is, by the state of its direct message and the times that Meta told.
Progress progressOf(DirectMessageState state, const ThreadItem &item)
{
    switch (state) {
    case DirectMessageState::Waiting: return Progress::Waiting;
    case DirectMessageState::Sending: return Progress::Sending;
    case DirectMessageState::Accepted:
        return item.readAt ? Progress::Read : item.deliveredAt ? Progress::Delivered : Progress::Accepted;
    case DirectMessageState::Unconfirmed: return Progress::Unconfirmed;
    case DirectMessageState::Refused:
    case DirectMessageState::NotSent:
    case DirectMessageState::Failed:
    case DirectMessageState::Declined:
    case DirectMessageState::Withdrawn:
    case DirectMessageState::Expired: return Progress::Failed;
    }
    Q_UNREACHABLE();
}

/// Why an answer of ours did not arrive, as far as anybody knows.
QString problemOf(DirectMessageState state, const ThreadItem &item, const QString &told)
{
    switch (state) {
    case DirectMessageState::Waiting:
    case DirectMessageState::Sending:
    case DirectMessageState::Accepted: return {};
    case DirectMessageState::Unconfirmed:
        return Words::tr("No answer came from Meta: it may have gone out, or not. It is not sent again.");
    case DirectMessageState::Refused:
    case DirectMessageState::Failed: return errorEntry(item.errorCode).message();
    case DirectMessageState::NotSent: return Words::tr("Meta could not be reached; nothing was sent.");
    case DirectMessageState::Declined: return told;
    case DirectMessageState::Withdrawn: return Words::tr("It was taken back before it was sent.");
    case DirectMessageState::Expired: return Words::tr("It was not sent: nobody took it up in time.");
    }
    Q_UNREACHABLE();
}

void readAnswer(ThreadItem &item, const Row &row)
{
    constexpr int kDirect = 17;
    item.messageId = row.text(kDirect + 1);
    item.deliveredAt = row.optionalTime(kDirect + 2);
    item.readAt = row.optionalTime(kDirect + 3);
    item.errorCode = row.text(kDirect + 4).toInt();
    const DirectMessageState state =
        directMessageStateFromWord(row.text(kDirect)).value_or(DirectMessageState::Unconfirmed);
    item.progress = progressOf(state, item);
    item.problem = problemOf(state, item, row.text(kDirect + 5));
}

ThreadItem messageFrom(const Row &row)
{
    ThreadItem item;
    item.id = row.integer(0);
    item.kind = row.text(1) == "in"_L1 ? ThreadItem::Kind::Inbound : ThreadItem::Kind::Answer;
    item.at = row.time(2);
    item.type = row.text(3);
    item.text = row.text(4);
    item.payload = row.text(5);
    item.messageId = row.text(6);
    item.inReplyTo = row.text(7);
    if (!row.isNull(8))
        item.campaign = CampaignId{row.integer(8)};
    item.campaignName = row.text(9);
    item.isOptOut = row.isTrue(10);
    if (!row.isNull(11))
        item.media = MessageMedia{mediaState(row.text(11)), row.text(12), row.text(13), row.text(14),
                                  row.integer(15),          row.text(16)};
    if (item.kind == ThreadItem::Kind::Answer)
        readAnswer(item, row);
    return item;
}

Result<> addMessages(Database &database, ConversationId id, int limit, const ThreadPlace &before,
                     std::vector<ThreadItem> &items)
{
    return forEachRow(
        database, uR"(
        SELECT m.id, m.direction, m.at, m.type, m.text, m.payload, m.message_id, m.in_reply_to, m.campaign_id,
               g.name, m.is_opt_out, f.state, f.mime_type, f.name, f.file, f.size, f.problem,
               d.state, d.message_id, d.delivered_at, d.read_at, d.error_code, d.error_message
        FROM message m LEFT JOIN campaign g ON g.id = m.campaign_id
        LEFT JOIN media f ON f.message_id = m.id
        LEFT JOIN direct_message d ON d.id = m.direct_id
        WHERE m.conversation_id = ? AND m.at <= ?
            AND (m.at, CASE m.direction WHEN 'in' THEN 1 ELSE 2 END, m.id) < (?, ?, ?)
        ORDER BY m.at DESC, CASE m.direction WHEN 'in' THEN 1 ELSE 2 END DESC, m.id DESC LIMIT ?)"_s,
        {id.value, toMilliseconds(before.at), toMilliseconds(before.at), before.kind, before.id, limit},
        [&](const Row &row) { items.push_back(messageFrom(row)); });
}

Progress progressOf(RecipientStatus status)
{
    switch (status) {
    case RecipientStatus::Sending: return Progress::Sending;
    case RecipientStatus::Sent: return Progress::Accepted;
    case RecipientStatus::Delivered: return Progress::Delivered;
    case RecipientStatus::Read:
    case RecipientStatus::Responded: return Progress::Read;
    case RecipientStatus::Unconfirmed: return Progress::Unconfirmed;
    case RecipientStatus::Pending:
    case RecipientStatus::Failed:
    case RecipientStatus::OptedOut:
    case RecipientStatus::Skipped: break;
    }
    return Progress::Failed;
}

ThreadItem campaignMessageFrom(const Row &row)
{
    ThreadItem item;
    item.kind = ThreadItem::Kind::Campaign;
    item.id = row.integer(0);
    item.at = row.time(1);
    item.type = u"template"_s;
    item.campaign = CampaignId{row.integer(2)};
    item.campaignName = row.text(3);
    item.messageId = row.text(7);
    const DeliveryProgress progress = progressFrom(row, 8);
    item.deliveredAt = progress.deliveredAt;
    item.readAt = progress.readAt;
    item.progress = progressOf(progress.status);
    item.errorCode = row.text(14).toInt();
    item.problem = row.text(15);
    const MessageTemplate sent = templateFromJson(row.text(4));
    item.rendered = sent.rendered(
        filledIn(mapFromJson(row.text(5)), mapFromJson(row.text(6)), mapFromJson(row.text(16))));
    item.text = item.rendered.bodyText();
    return item;
}

/// What left for the person, or may have.
Result<> addCampaignMessages(Database &database, ConversationId id, int limit, const ThreadPlace &before,
                             std::vector<ThreadItem> &items)
{
    return forEachRow(database, uR"(
        SELECT * FROM (
            SELECT r.id, coalesce(r.sent_at, r.failed_at, (SELECT max(t.claimed_at) FROM attempt t
                             WHERE t.recipient_id = r.id)) AS at,
                   c.id, c.name, coalesce(c.frozen_template, ''), r.variables, c.defaults, r.message_id,
                   r.status, r.sent_at, r.delivered_at, r.read_at, r.responded_at, r.failed_at,
                   r.error_code, r.error_message, c.fixed_values
            FROM conversation v JOIN contact k ON k.phone = v.person
            JOIN recipient r ON r.contact_id = k.id JOIN campaign c ON c.id = r.campaign_id
            WHERE v.id = ? AND (r.sent_at IS NOT NULL OR (r.attempts > 0
                AND r.status IN ('sending', 'unconfirmed', 'failed'))))
        WHERE at IS NOT NULL AND (at, 0, id) < (?, ?, ?) ORDER BY at DESC, id DESC LIMIT ?)"_s,
                      {id.value, toMilliseconds(before.at), before.kind, before.id, limit},
                      [&](const Row &row) { items.push_back(campaignMessageFrom(row)); });
}

} // namespace

Result<std::vector<ThreadItem>> readThread(Database &database, ConversationId id, int limit,
                                           const std::optional<ThreadPlace> &before)
{
    const ThreadPlace end =
        before.value_or(ThreadPlace{fromMilliseconds(std::numeric_limits<qint64>::max() / 2), 0, 0});
    std::vector<ThreadItem> items;
    if (const Result<> read = addMessages(database, id, limit, end, items); !read)
        return read.error();
    if (const Result<> read = addCampaignMessages(database, id, limit, end, items); !read)
        return read.error();
    std::sort(items.begin(), items.end(),
              [](const ThreadItem &a, const ThreadItem &b) { return a.place() < b.place(); });
    if (items.size() > static_cast<size_t>(limit))
        items.erase(items.begin(), items.end() - limit);
    return items;
}
