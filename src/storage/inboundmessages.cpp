#include "storage/inboundmessages.h"

#include "domain/whatsappnumber.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
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
    if (!m_rules) {
        const Result<AnswerRules> rules = SettingStore{m_database}.answerRules();
        if (!rules)
            return rules.error();
        m_rules = *rules;
    }
    Result<QString> phone = phoneOf(event.fromPhone, event.fromUserId);
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
    const OptOutAnswers optOuts{m_rules->optOutAnswers};
    const bool isOptOut =
        isOptOutPayload(event.payload) || optOuts.contains(event.payload) || optOuts.contains(event.text);
    if (isOptOut && sender) {
        if (const Result<> listed = optOut(*sender, event); !listed)
            return listed.error();
        applied.why = Words::tr("The person opted out.");
    }
    if (const Result<> stored = store(event, *phone, CampaignId{applied.campaignId}, isOptOut); !stored)
        return stored.error();
    return applied;
}

Result<QString> InboundMessages::phoneOf(const QString &told, const QString &userId)
{
    if (!userId.isEmpty()) {
        const Result<std::optional<QString>> known =
            firstText(u"SELECT phone FROM contact WHERE user_id = ? AND user_id <> ''"_s, userId);
        if (!known)
            return known.error();
        if (*known)
            return **known;
    }
    const std::optional<PhoneNumber> number = PhoneNumber::fromE164(told);
    if (!number)
        return QString{};
    const std::vector<PhoneNumber> spellings = spellingsOnWhatsApp(*number);
    for (const PhoneNumber &spelling : spellings) {
        const Result<std::optional<QString>> known =
            firstText(u"SELECT phone FROM contact WHERE phone = ?"_s, spelling.e164());
        if (!known)
            return known.error();
        if (!*known)
            continue;
        const Result<int> learned =
            execute(m_database, u"UPDATE contact SET user_id = ? WHERE phone = ? AND ? <> ''"_s,
                    {userId, **known, userId});
        if (!learned)
            return learned.error();
        return **known;
    }
    return spellings.front().e164();
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
    if (event.payload.startsWith(kAttemptPayload)) { // a tap, of which WhatsApp often leaves out the context
        const Result<std::optional<AttemptRow>> attempt =
            findAttempt(m_database, {event.payload.sliced(kAttemptPayload.size())});
        if (!attempt)
            return attempt.error();
        if (*attempt)
            return std::optional{(*attempt)->recipient.id};
    }
    return firstRow(m_database,
                    uR"(SELECT m.recipient_id FROM contact c JOIN messaged m ON m.contact_id = c.id
                        JOIN recipient r ON r.id = m.recipient_id AND r.contact_id = c.id
                        WHERE c.phone = ? AND m.last_at >= ? ORDER BY m.last_at DESC LIMIT 1)"_s,
                    {phone, toMilliseconds(event.at - m_rules->attribution)},
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
                payload, at, in_reply_to, campaign_id, is_opt_out, phone_number_id)
            VALUES ('in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {event.messageId, phone, event.fromUserId, event.profileName, event.type, event.text, event.payload,
         toMilliseconds(event.at), event.inReplyTo,
         campaign.isValid() ? QVariant{campaign.value} : QVariant{}, isOptOut ? 1 : 0, event.phoneNumberId});
    if (!stored)
        return stored.error();
    return Done{};
}
