#include "storage/recipientrows.h"

#include "storage/database.h"

using namespace Qt::StringLiterals;

QString recipientColumns()
{
    return uR"(r.id, r.campaign_id, r.contact_id, r.phone, r.region, r.name, r.variables, r.status, r.sent_at,
               r.delivered_at, r.read_at, r.responded_at, r.failed_at, r.message_id, r.attempts, r.not_before,
               r.error_code, r.error_message, r.error_advice, r.error_details, r.response,
               CASE WHEN c.frozen_template IS NULL THEN '{}' ELSE c.defaults END,
               CASE WHEN c.frozen_template IS NULL THEN '{}' ELSE c.fixed_values END, r.time_zone )"_s;
}

Recipient recipientFrom(const Row &row)
{
    constexpr int kProgress = 7;
    int column = 0;
    Recipient recipient;
    recipient.id = {row.integer(column++)};
    recipient.campaignId = {row.integer(column++)};
    recipient.contactId = {row.integer(column++)};
    recipient.phone = PhoneNumber::fromE164(row.text(column++)).value_or(PhoneNumber{});
    recipient.region = row.text(column++);
    recipient.name = row.text(column++);
    recipient.variables = mapFromJson(row.text(column));
    recipient.progress = progressFrom(row, kProgress);
    column = kProgress + 6;
    recipient.messageId = row.text(column++);
    recipient.attempts = row.number(column++);
    if (const qint64 notBefore = row.integer(column++); notBefore > 0)
        recipient.notBefore = fromMilliseconds(notBefore);
    if (const QString code = row.text(column); !code.isEmpty())
        recipient.error =
            RecipientError{code, row.text(column + 1), row.text(column + 2), row.text(column + 3)};
    column += 4;
    recipient.response = row.text(column++);
    const Variables defaults = mapFromJson(row.text(column++));
    recipient.variables = filledIn(recipient.variables, defaults, mapFromJson(row.text(column++)));
    recipient.timeZone = row.text(column);
    return recipient;
}

Variables filledIn(Variables own, const Variables &defaults, const Variables &fixed)
{
    for (auto value = defaults.begin(); value != defaults.end(); ++value) {
        if (own.value(value.key()).isEmpty())
            own.insert(value.key(), value.value());
    }
    own.insert(fixed);
    return own;
}

DeliveryProgress progressFrom(const Row &row, int column)
{
    DeliveryProgress progress;
    progress.status = recipientStatusFromWord(row.text(column)).value_or(RecipientStatus::Skipped);
    progress.sentAt = row.optionalTime(column + 1);
    progress.deliveredAt = row.optionalTime(column + 2);
    progress.readAt = row.optionalTime(column + 3);
    progress.respondedAt = row.optionalTime(column + 4);
    progress.failedAt = row.optionalTime(column + 5);
    return progress;
}

Result<> storeProgress(Database &database, const RecipientProgress &recipient)
{
    const DeliveryProgress &progress = recipient.progress;
    const RecipientError error = recipient.error.value_or(RecipientError{});
    const Result<int> stored = execute(
        database,
        uR"(UPDATE recipient SET status = ?, sent_at = ?, delivered_at = ?, read_at = ?, responded_at = ?,
                failed_at = ?, current_attempt = ?, message_id = ?, attempts = ?, not_before = ?,
                error_code = ?, error_message = ?, error_advice = ?, error_details = ?
            WHERE id = ?)"_s,
        {toWord(progress.status), asValue(progress.sentAt), asValue(progress.deliveredAt),
         asValue(progress.readAt), asValue(progress.respondedAt), asValue(progress.failedAt),
         recipient.currentAttempt > 0 ? QVariant{recipient.currentAttempt} : QVariant{}, recipient.messageId,
         recipient.attempts, recipient.notBefore ? toMilliseconds(*recipient.notBefore) : 0, error.code,
         error.message, error.advice, error.details, recipient.id.value});
    if (!stored)
        return stored.error();
    return Done{};
}
