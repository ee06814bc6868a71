#include "storage/inboundmessages.h"

#include "domain/namekey.h"
#include "domain/whatsappnumber.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/personhistory.h"
#include "storage/settingstore.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

/// What our quick-reply buttons answer with, before the id of the attempt.
constexpr QLatin1StringView kAttemptPayload{"attempt:"};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

} // namespace

Result<AppliedEvent> InboundMessages::take(const InboundMessageEvent &event)
{
    Result<QString> phone = phoneOf(event.fromPhone, event.fromUserId, event.at);
    if (!phone)
        return phone.error();
    const Result<std::optional<RecipientId>> answering = recipientAnswering(event, *phone);
    if (!answering)
        return answering.error();

    if (*answering && phone->isEmpty()) {
        phone = phoneOfRecipient(**answering);
        if (!phone)
            return phone.error();
    }

    AppliedEvent applied{u"message"_s, true, Words::tr("Stored."), 0, 0};
    if (*answering) {
        const Result<CampaignId> campaign = noteResponse(**answering, event, *phone);
        if (!campaign)
            return campaign.error();
        applied.campaignId = campaign->value;
        applied.why = Words::tr("An answer to a campaign.");
    }
    const std::optional<PhoneNumber> sender = PhoneNumber::fromE164(*phone);
    const Result<bool> isStop = isOptOut(event);
    if (!isStop)
        return isStop.error();
    if (*isStop && sender) {
        if (const Result<> listed = optOut(*sender, event); !listed)
            return listed.error();
        applied.why = Words::tr("The person opted out.");
    }
    if (const Result<> stored = store(event, *phone, CampaignId{applied.campaignId}, *isStop); !stored)
        return stored.error();
    return applied;
}

Result<bool> InboundMessages::isOptOut(const InboundMessageEvent &event)
{
    const Result<AnswerRules> known = rules();
    if (!known)
        return known.error();
    const OptOutAnswers optOuts{known->optOutAnswers};
    return isOptOutPayload(event.payload) || optOuts.contains(event.payload) || optOuts.contains(event.text);
}

Result<bool> InboundMessages::isTapOfErased(const InboundMessageEvent &event)
{
    const Result<std::optional<AttemptRow>> attempt = attemptTapped(event);
    if (!attempt)
        return attempt.error();
    return *attempt && (*attempt)->isOfErased();
}

Result<QString> InboundMessages::phoneOf(const QString &told, const QString &userId, UtcTime at)
{
    if (!userId.isEmpty()) {
        const Result<std::optional<QString>> known =
            firstText(uR"(SELECT c.phone FROM known_user_id n JOIN contact c ON c.id = n.contact_id
                          WHERE n.user_id = ? ORDER BY n.at DESC LIMIT 1)"_s,
                      userId);
        if (!known)
            return known.error();
        if (*known) {
            if (const Result<> learned = learnUserId(**known, userId, at); !learned)
                return learned.error();
            return **known;
        }
    }
    const std::optional<PhoneNumber> number = PhoneNumber::fromE164(told);
    if (!number)
        return QString{};
    const Result<Way> way = wayFrom(m_database, *number, at);
    if (!way)
        return way.error();
    // Who went on since said it, and not whoever has the number now.
    if (way->phone.isEmpty())
        return QString{};
    const std::vector<PhoneNumber> candidates = spellingsOnWhatsApp(way->left.empty() ? *number : way->phone);
    for (const PhoneNumber &candidate : candidates) {
        const Result<std::optional<QString>> known =
            firstText(u"SELECT phone FROM contact WHERE phone = ?"_s, candidate.e164());
        if (!known)
            return known.error();
        if (!*known)
            continue;
        if (const Result<> learned = learnUserId(**known, userId, at); !learned)
            return learned.error();
        return **known;
    }
    return candidates.front().e164();
}

Result<AnswerRules> InboundMessages::rules()
{
    if (!m_rules) {
        const Result<AnswerRules> rules = SettingStore{m_database}.answerRules();
        if (!rules)
            return rules.error();
        m_rules = *rules;
    }
    return *m_rules;
}

Result<> InboundMessages::learnUserId(const QString &phone, const QString &userId, UtcTime at)
{
    if (userId.isEmpty() || phone.isEmpty()) // an erased person has no number, and no name either
        return Done{};
    struct Known
    {
        qint64 contact = 0;
        std::optional<UtcTime> toldAt;
    };
    const Result<std::optional<Known>> known =
        firstRow(m_database, uR"(SELECT c.id, n.at FROM contact c
                        LEFT JOIN known_user_id n ON n.user_id = ? AND n.contact_id = c.id
                        WHERE c.phone = ?)"_s,
                 {userId, phone}, [](const Row &row) {
                     return Known{row.integer(0), row.isNull(1) ? std::nullopt : std::optional{row.time(1)}};
                 });
    if (!known)
        return known.error();
    if (!*known || ((*known)->toldAt && *(*known)->toldAt >= at))
        return Done{};
    for (const auto &[sql, values] : std::initializer_list<std::pair<QString, QVariantList>>{
             {uR"(INSERT INTO known_user_id (user_id, contact_id, at) VALUES (?, ?, ?)
                  ON CONFLICT DO UPDATE SET at = excluded.at)"_s,
              {userId, (*known)->contact, toMilliseconds(at)}},
             {uR"(UPDATE contact SET user_id = latest.user_id FROM (
                      SELECT user_id FROM known_user_id WHERE contact_id = ?
                      ORDER BY at DESC, user_id DESC LIMIT 1) AS latest
                  WHERE id = ? AND contact.user_id <> latest.user_id)"_s,
              {(*known)->contact, (*known)->contact}         }
    }) {
        if (const Result<int> stored = execute(m_database, sql, values); !stored)
            return stored.error();
    }
    if ((*known)->toldAt)
        return Done{};
    m_newNames << userId;
    if (const Result<> taken = takeAgain(u"phone = '' AND user_id = ?"_s, {userId}, phone); !taken)
        return taken;
    return takePreferences(userId, phone);
}

Result<> InboundMessages::learnUserIdOf(RecipientId recipient, const QString &userId, UtcTime at)
{
    if (userId.isEmpty())
        return Done{};
    const Result<QString> phone = phoneOfRecipient(recipient);
    return phone ? learnUserId(*phone, userId, at) : phone.error();
}

Result<> InboundMessages::takeWaiting(const QString &messageId)
{
    return takeAgain(u"in_reply_to = ? AND in_reply_to <> '' AND campaign_id IS NULL"_s, {messageId}, {});
}

Result<> InboundMessages::takeWaitingFrom(const QString &phone, UtcTime since)
{
    // Those with a campaign too: what quoted its message counted for nobody while the number was a
    // stranger's.
    return takeAgain(u"phone = ? AND at >= ?"_s, {phone, toMilliseconds(since)}, phone);
}

Result<> InboundMessages::takeCarried(const QString &phone, UtcTime since, UtcTime until)
{
    return takeAgain(u"phone = ? AND is_carried = 1 AND at BETWEEN ? AND ?"_s,
                     {phone, toMilliseconds(since), toMilliseconds(until)}, phone);
}

Result<std::vector<InboundMessages::Stored>> InboundMessages::readStored(const QString &condition,
                                                                         const QVariantList &values)
{
    std::vector<Stored> found;
    const Result<> read =
        forEachRow(m_database,
                   uR"(SELECT id, message_id, phone, user_id, type, text, payload, in_reply_to, at, is_opt_out
            FROM message WHERE direction = 'in' AND %1 ORDER BY at, id)"_s.arg(condition),
                   values, [&](const Row &row) {
                       Stored stored;
                       stored.id = row.integer(0);
                       stored.event.messageId = row.text(1);
                       stored.event.fromPhone = row.text(2);
                       stored.event.fromUserId = row.text(3);
                       stored.event.type = row.text(4);
                       stored.event.text = row.text(5);
                       stored.event.payload = row.text(6);
                       stored.event.inReplyTo = row.text(7);
                       stored.event.at = row.time(8);
                       stored.isOptOut = row.isTrue(9);
                       found.push_back(std::move(stored));
                   });
    if (!read)
        return read.error();
    return found;
}

/// Does for stored messages what could not be done when they came. `phone`: whose they turned out to be;
/// empty: as they say.
Result<> InboundMessages::takeAgain(const QString &condition, const QVariantList &values,
                                    const QString &phone)
{
    const Result<std::vector<Stored>> waiting = readStored(condition, values);
    if (!waiting)
        return waiting.error();
    for (const Stored &message : *waiting) {
        QString sender = phone.isEmpty() ? message.event.fromPhone : phone;
        const Result<std::optional<RecipientId>> answering = recipientAnswering(message.event, sender);
        if (!answering)
            return answering.error();
        CampaignId campaign;
        if (*answering) {
            if (sender.isEmpty()) {
                const Result<QString> found = phoneOfRecipient(**answering);
                if (!found)
                    return found.error();
                sender = *found;
            }
            const Result<CampaignId> answered = noteResponse(**answering, message.event, sender);
            if (!answered)
                return answered.error();
            campaign = *answered;
        }
        const std::optional<PhoneNumber> number = PhoneNumber::fromE164(sender);
        if (message.isOptOut && number) {
            if (const Result<> listed = optOut(*number, message.event); !listed)
                return listed;
        }
        const Result<int> stored =
            execute(m_database, uR"(UPDATE message SET is_carried = max(is_carried, phone <> ?), phone = ?,
                            campaign_id = coalesce(campaign_id, ?) WHERE id = ?)"_s,
                    {sender, sender, campaign.isValid() ? QVariant{campaign.value} : QVariant{}, message.id});
        if (!stored)
            return stored.error();
    }
    return Done{};
}

/// What a person told WhatsApp while their number was not known.
Result<> InboundMessages::takePreferences(const QString &userId, const QString &phone)
{
    const std::optional<PhoneNumber> person = PhoneNumber::fromE164(phone);
    if (!person)
        return Done{};
    std::vector<std::pair<bool, UtcTime>> wishes;
    const Result<> read = forEachRow(
        m_database, uR"(SELECT word, at FROM delivery_event WHERE kind = 'preference' AND state = 'waiting'
                    AND message_id = ? AND message_id <> '' ORDER BY at, id)"_s,
        {userId}, [&](const Row &row) { wishes.emplace_back(row.text(0) == "stop"_L1, row.time(1)); });
    if (!read)
        return read;
    for (const auto &[isStop, at] : wishes) {
        const Result<std::optional<PhoneNumber>> then = numberAt(m_database, *person, at);
        if (!then)
            return then.error();
        const Result<bool> noted = isStop ? noteStop(m_database, *person, at)
            : *then                       ? noteResume(m_database, **then, at)
                                          : Result<bool>{false};
        if (!noted)
            return noted.error();
    }
    const Result<int> applied =
        execute(m_database, uR"(UPDATE delivery_event SET state = 'applied' WHERE kind = 'preference'
                    AND state = 'waiting' AND message_id = ? AND message_id <> '')"_s,
                {userId});
    if (!applied)
        return applied.error();
    return Done{};
}

Result<std::optional<QString>> InboundMessages::firstText(const QString &sql, const QString &value)
{
    return firstRow(m_database, sql, {value}, [](const Row &row) { return row.text(0); });
}

/// Where Meta withheld the number, a quoted message still tells to whom it was sent.
Result<QString> InboundMessages::phoneOfRecipient(RecipientId recipient)
{
    const auto found = firstRow(
        m_database, u"SELECT c.phone FROM recipient r JOIN contact c ON c.id = r.contact_id WHERE r.id = ?"_s,
        {recipient.value}, [](const Row &row) { return row.text(0); });
    if (!found)
        return found.error();
    return found->value_or(QString{});
}

/// Of a tap WhatsApp often leaves out the context.
Result<std::optional<AttemptRow>> InboundMessages::attemptTapped(const InboundMessageEvent &event)
{
    if (!event.payload.startsWith(kAttemptPayload))
        return std::optional<AttemptRow>{};
    return findAttempt(m_database, {event.payload.sliced(kAttemptPayload.size())});
}

Result<std::optional<RecipientId>> InboundMessages::recipientAnswering(const InboundMessageEvent &event,
                                                                       const QString &phone)
{
    if (event.type == "system"_L1 || event.type == "unsupported"_L1)
        return std::optional<RecipientId>{}; // WhatsApp itself speaking
    if (!event.inReplyTo.isEmpty()) {
        const Result<std::optional<AttemptRow>> attempt = findAttemptOfMessage(m_database, event.inReplyTo);
        if (!attempt)
            return attempt.error();
        if (*attempt)
            return std::optional{(*attempt)->recipient.id};
    }
    const Result<std::optional<AttemptRow>> tapped = attemptTapped(event);
    if (!tapped)
        return tapped.error();
    if (*tapped) {
        return (*tapped)->isOfErased() ? std::optional<RecipientId>{}
                                       : std::optional{(*tapped)->recipient.id};
    }
    if (!event.inReplyTo.isEmpty())
        return std::optional<RecipientId>{}; // of another message than the latest: perhaps it becomes known
    const Result<AnswerRules> known = rules();
    if (!known)
        return known.error();
    return firstRow(m_database,
                    uR"(SELECT m.recipient_id FROM contact c JOIN messaged m ON m.contact_id = c.id
                        JOIN recipient r ON r.id = m.recipient_id AND r.contact_id = c.id
                        WHERE c.phone = ? AND m.last_at >= ? ORDER BY m.last_at DESC LIMIT 1)"_s,
                    {phone, toMilliseconds(event.at - known->attribution)},
                    [](const Row &row) { return RecipientId{row.integer(0)}; });
}

Result<CampaignId> InboundMessages::noteResponse(RecipientId recipient, const InboundMessageEvent &event,
                                                 const QString &phone)
{
    const auto found = firstRow(
        m_database,
        uR"(SELECT r.campaign_id, c.phone, r.status, r.sent_at, r.delivered_at, r.read_at, r.responded_at,
                   r.failed_at FROM recipient r JOIN contact c ON c.id = r.contact_id WHERE r.id = ?)"_s,
        {recipient.value}, [](const Row &row) {
            return std::tuple{CampaignId{row.integer(0)}, row.text(1), progressFrom(row, 2)};
        });
    if (!found)
        return found.error();
    const auto &[campaign, contactPhone, before] = **found;
    if (phone != contactPhone) {
        const Result<qint64> isMerged = firstInteger(
            m_database,
            uR"(SELECT count(*) FROM merged_number n JOIN recipient r ON r.contact_id = n.contact_id
                WHERE n.phone = ? AND r.id = ?)"_s,
            {phone, recipient.value});
        if (!isMerged)
            return isMerged.error();
        if (*isMerged == 0)
            return campaign; // somebody quoted a message that was forwarded to them
    }
    const bool isFirstAnswer = !before.respondedAt || event.at < *before.respondedAt;
    const DeliveryProgress after = afterDelivery(before, DeliveryStatus::Responded, event.at);
    const Result<int> stored = execute(
        m_database, uR"(UPDATE recipient SET status = ?, sent_at = ?, responded_at = ?, failed_at = NULL,
                not_before = 0, error_code = '', error_message = '', error_advice = '',
                error_details = '', response = CASE WHEN ? THEN ? ELSE response END
            WHERE id = ?)"_s,
        {toWord(after.status), asValue(after.sentAt), asValue(after.respondedAt), isFirstAnswer ? 1 : 0,
         event.text, recipient.value});
    if (!stored)
        return stored.error();
    m_tally.move(campaign, before, after);
    return campaign;
}

/// Where the number that wrote is not the one in the contact book, nobody writes to either.
Result<> InboundMessages::optOut(const PhoneNumber &sender, const InboundMessageEvent &event)
{
    const QString source = QString::fromLatin1(kSuppressedByReply);
    if (const Result<> listed = suppress(m_database, sender, source, event.at); !listed)
        return listed;
    const std::optional<PhoneNumber> told = PhoneNumber::fromE164(event.fromPhone);
    return told ? suppress(m_database, spellingsOnWhatsApp(*told).front(), source, event.at) : Done{};
}

Result<> InboundMessages::store(const InboundMessageEvent &event, const QString &phone, CampaignId campaign,
                                bool isOptOut)
{
    const Result<qint64> stored = insert(
        m_database, uR"(INSERT INTO message (direction, message_id, phone, user_id, profile_name, type, text,
                payload, at, in_reply_to, campaign_id, is_opt_out, phone_number_id, text_key,
                is_carried)
            VALUES ('in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {event.messageId, phone, event.fromUserId, event.profileName, event.type, event.text, event.payload,
         toMilliseconds(event.at), event.inReplyTo,
         campaign.isValid() ? QVariant{campaign.value} : QVariant{}, isOptOut ? 1 : 0, event.phoneNumberId,
         nameKey(event.text),
         phone.isEmpty() || bothSpellings(numberFrom(event.fromPhone)).contains(phone) ? 0 : 1});
    if (!stored)
        return stored.error();
    if (!event.profileName.isEmpty()) {
        const Result<int> named = execute(m_database, uR"(UPDATE conversation SET profile_key = ?
                WHERE profile_name = ? AND id = (SELECT conversation_id FROM message WHERE id = ?))"_s,
                                          {nameKey(event.profileName), event.profileName, *stored});
        if (!named)
            return named.error();
    }
    if (event.media.metaId.isEmpty())
        return Done{};
    const Result<int> media =
        execute(m_database, uR"(INSERT INTO media (message_id, meta_id, mime_type, sha256, name, state)
                    VALUES (?, ?, ?, ?, ?, 'wanted'))"_s,
                {*stored, event.media.metaId, event.media.mimeType, event.media.sha256, event.media.name});
    return media ? Result<>{Done{}} : media.error();
}
