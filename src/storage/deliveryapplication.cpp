#include "storage/deliveryapplication.h"

#include "domain/billingplace.h"
#include "domain/errorcatalog.h"
#include "domain/figures.h"
#include "domain/messagehold.h"
#include "storage/deliverytroubles.h"
#include "storage/portfoliocount.h"
#include "storage/suppressions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kOutcomes{AttemptOutcome::Open,    AttemptOutcome::Accepted, AttemptOutcome::Refused,
                               AttemptOutcome::NotSent, AttemptOutcome::Unknown,  AttemptOutcome::GivenBack,
                               AttemptOutcome::Failed};
constexpr std::array kSteps{DeliveryStatus::Sent, DeliveryStatus::Delivered, DeliveryStatus::Read,
                            DeliveryStatus::Responded, DeliveryStatus::Failed};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

AttemptOutcome outcomeFromWord(const QString &word)
{
    for (const AttemptOutcome outcome : kOutcomes) {
        if (toWord(outcome) == word)
            return outcome;
    }
    return AttemptOutcome::Unknown;
}

std::optional<DeliveryStatus> deliveryStatusFromWord(const QString &word)
{
    for (const DeliveryStatus status : kSteps) {
        if (toWord(status) == word)
            return status;
    }
    return std::nullopt;
}

AttemptRow attemptFrom(const Row &row)
{
    constexpr int kProgress = 9;
    AttemptRow attempt;
    attempt.id = row.integer(0);
    attempt.claimedAt = row.time(1);
    attempt.provenAt = row.optionalTime(2);
    attempt.outcome = outcomeFromWord(row.text(3));
    attempt.messageId = row.text(4);
    attempt.campaign = {row.integer(5)};
    if (!row.isNull(6))
        attempt.account = AccountId{row.integer(6)};
    attempt.contact = {row.integer(7)};
    attempt.phone = PhoneNumber::fromE164(row.text(8)).value_or(PhoneNumber{});
    RecipientProgress &recipient = attempt.recipient;
    recipient.progress = progressFrom(row, kProgress);
    int column = kProgress + 6;
    recipient.id = {row.integer(column++)};
    recipient.currentAttempt = row.integer(column++);
    recipient.messageId = row.text(column++);
    recipient.attempts = row.number(column++);
    if (const qint64 notBefore = row.integer(column++); notBefore > 0)
        recipient.notBefore = fromMilliseconds(notBefore);
    if (const QString code = row.text(column); !code.isEmpty())
        recipient.error =
            RecipientError{code, row.text(column + 1), row.text(column + 2), row.text(column + 3)};
    attempt.price = row.text(column + 4);
    attempt.pricedAt = row.optionalTime(column + 5);
    attempt.reserved = row.integer(column + 6);
    attempt.region = row.text(column + 7);
    return attempt;
}

QString attemptColumns()
{
    return uR"(a.id, a.claimed_at, a.proven_at, a.outcome, a.message_id, r.campaign_id, c.account_id,
               r.contact_id, r.phone, r.status, r.sent_at, r.delivered_at, r.read_at, r.responded_at,
               r.failed_at, r.id, r.current_attempt, r.message_id, r.attempts, r.not_before, r.error_code,
               r.error_message, r.error_advice, r.error_details, a.price,
               a.priced_at, a.reserved, r.region )"_s;
}

Result<std::optional<AttemptRow>> findBy(Database &database, const QString &condition, const QString &value)
{
    const QString from = uR"(
        FROM attempt a JOIN recipient r ON r.id = a.recipient_id JOIN campaign c ON c.id = r.campaign_id )"_s;
    return firstRow(database, u"SELECT "_s + attemptColumns() + from + condition, {value}, attemptFrom);
}

RecipientError errorOf(const MessageStatusEvent &event, const AttemptRow &attempt)
{
    if (event.errorCode == 0) {
        return {u"no_reason"_s, Words::tr("Meta says that the message failed and does not say why."),
                Words::tr("Reach this person another way."), event.errorDetails};
    }
    const ErrorEntry &entry = errorEntry(event.errorCode);
    return {QString::number(event.errorCode), entry.message(), entry.advice(),
            attempt.isOfErased() ? QString{} : event.errorDetails};
}

/// An event about an older request must not undo the decision to try again.
bool concernsOnlyAnEarlierAttempt(const AttemptRow &attempt, DeliveryStatus status)
{
    if (attempt.isCurrent())
        return false;
    const bool isKnownToHaveEnded =
        attempt.outcome == AttemptOutcome::Failed || attempt.outcome == AttemptOutcome::Refused;
    return status == DeliveryStatus::Failed || (status == DeliveryStatus::Sent && isKnownToHaveEnded);
}

/// The recipient's progress after an event, where the times of an answer that we never saw come from events.
DeliveryProgress progressAfter(const AttemptRow &attempt, DeliveryStatus status, UtcTime at)
{
    DeliveryProgress progress = attempt.recipient.progress;
    const bool isProvenByEvents = attempt.provenAt || !attempt.isAccepted();
    const bool isFirstProof = isProvenByEvents && !attempt.provenAt;
    // Meta's times are whole seconds, so one just before the claim is still this request's.
    if (isFirstProof && progress.sentAt && *progress.sentAt < attempt.claimedAt - std::chrono::seconds{1})
        progress.sentAt.reset(); // of an earlier request that Meta had accepted
    if (isProvenByEvents && progress.sentAt && at < *progress.sentAt)
        progress.sentAt = at; // whichever event comes first, the earliest time stays
    if (status == DeliveryStatus::Failed && isProvenByEvents)
        progress = afterDelivery(progress, DeliveryStatus::Sent, at); // Meta had it, or could not have failed
    return afterDelivery(progress, status, at);
}

/// What one event tells first counts, with the earliest time of all.
void notePrice(CampaignTally &tally, AttemptRow &attempt, const MessageStatusEvent &event)
{
    const QString price = priceTold(event);
    if (price.isEmpty())
        return;
    const QString region = billingRegion(attempt.phone.e164(), attempt.region);
    if (attempt.price.isEmpty()) {
        attempt.price = price;
        attempt.pricedAt = event.at;
        if (!PricedMessages{{}, event.pricingType.toLower(), 1}.isCharged())
            attempt.reserved = 0;
        tally.addPrice(attempt.campaign, {quarterOf(event.at), region, attempt.price});
    } else if (attempt.pricedAt && event.at < *attempt.pricedAt) {
        tally.moveCharge(attempt.campaign, {quarterOf(*attempt.pricedAt), region, attempt.price},
                         {quarterOf(event.at), region, attempt.price});
        attempt.pricedAt = event.at;
    }
}

Result<> storeAttempt(Database &database, const AttemptRow &attempt)
{
    const Result<int> stored = execute(
        database,
        uR"(UPDATE attempt SET outcome = ?, message_id = ?, proven_at = ?, price = ?, priced_at = ?, reserved = ?
            WHERE id = ?)"_s,
        {toWord(attempt.outcome), attempt.messageId, asValue(attempt.provenAt), attempt.price,
         asValue(attempt.pricedAt), attempt.reserved, attempt.id});
    if (!stored)
        return stored.error();
    return Done{};
}

} // namespace

QString toWord(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Open: return u""_s;
    case AttemptOutcome::Accepted: return u"accepted"_s;
    case AttemptOutcome::Refused: return u"refused"_s;
    case AttemptOutcome::NotSent: return u"not_sent"_s;
    case AttemptOutcome::Unknown: return u"unknown"_s;
    case AttemptOutcome::GivenBack: return u"given_back"_s;
    case AttemptOutcome::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

const QString kMayBeCharged = u"a.outcome NOT IN ('refused', 'not_sent', 'given_back', 'failed')"_s;

bool mayBeCharged(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Open:
    case AttemptOutcome::Accepted:
    case AttemptOutcome::Unknown: return true;
    case AttemptOutcome::Refused:
    case AttemptOutcome::NotSent:
    case AttemptOutcome::GivenBack:
    case AttemptOutcome::Failed: return false;
    }
    Q_UNREACHABLE();
}

QString toWord(DeliveryStatus status)
{
    switch (status) {
    case DeliveryStatus::Sent: return u"sent"_s;
    case DeliveryStatus::Delivered: return u"delivered"_s;
    case DeliveryStatus::Read: return u"read"_s;
    case DeliveryStatus::Responded: return u"responded"_s;
    case DeliveryStatus::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

Result<std::optional<AttemptRow>> findAttempt(Database &database, const AttemptId &attempt)
{
    return findBy(database, u"WHERE a.attempt_id = ?"_s, attempt.value);
}

Result<QHash<AttemptId, AttemptRow>> findAttempts(Database &database, const std::vector<AttemptId> &attempts)
{
    constexpr int kAttemptId = 28;
    QJsonArray wanted;
    for (const AttemptId &attempt : attempts)
        wanted.append(attempt.value);
    QHash<AttemptId, AttemptRow> found;
    const Result<> read =
        forEachRow(database, u"SELECT "_s + attemptColumns() + uR"(, a.attempt_id
            FROM json_each(?) w CROSS JOIN attempt a ON a.attempt_id = w.value
                 CROSS JOIN recipient r ON r.id = a.recipient_id CROSS JOIN campaign c ON c.id = r.campaign_id)"_s,
                   {QString::fromUtf8(QJsonDocument{wanted}.toJson(QJsonDocument::Compact))},
                   [&](const Row &row) { found.insert({row.text(kAttemptId)}, attemptFrom(row)); });
    if (!read)
        return read.error();
    return found;
}

Result<std::optional<AttemptRow>> findAttemptOfMessage(Database &database, const QString &messageId)
{
    // The second condition is what lets SQLite use the partial index.
    return findBy(database, u"WHERE a.message_id = ? AND a.message_id <> '' ORDER BY a.id DESC LIMIT 1"_s,
                  messageId);
}

Result<> noteMessaged(Database &database, const AttemptRow &attempt, UtcTime at, bool isCertain)
{
    if (!attempt.account)
        return Done{};
    return noteWrittenTo(
        database, {attempt.contact, *attempt.account, attempt.recipient.id, attempt.phone, at, isCertain});
}

QString priceTold(const MessageStatusEvent &event)
{
    const bool hasArrived = event.status == DeliveryStatus::Delivered || event.status == DeliveryStatus::Read;
    if (!hasArrived || event.pricingCategory.isEmpty())
        return {};
    return event.pricingCategory.toLower() + u'/' + event.pricingType.toLower();
}

Result<AppliedEvent> applyStatus(Database &database, CampaignTally &tally, AttemptRow attempt,
                                 const MessageStatusEvent &event)
{
    AppliedEvent applied{u"status"_s, false, {}, attempt.campaign.value, 0};
    if (!event.status) {
        applied.why = Words::tr("A word that Fanfare does not know: %1").arg(event.statusWord);
        return applied;
    }
    const DeliveryStatus status = *event.status;
    if (status == DeliveryStatus::Failed) {
        applied.errorCode = event.errorCode;
        if (errorEntry(event.errorCode).action == ErrorAction::OptOutRecipient) {
            if (const Result<bool> listed = noteStop(database, attempt.phone, event.at); !listed)
                return listed.error();
        }
        if (const Result<> held = holdMarketing(database, attempt.phone, event.errorCode, event.at); !held)
            return held.error();
    }

    const bool isFirstProof = !attempt.isAccepted();
    const bool isOnlyEarlier = concernsOnlyAnEarlierAttempt(attempt, status);
    const DeliveryProgress before = attempt.recipient.progress;
    const DeliveryProgress after = isOnlyEarlier ? before : progressAfter(attempt, status, event.at);
    const bool wasGivenBack = attempt.outcome == AttemptOutcome::GivenBack;
    const qint64 reservedBefore = attempt.countedReserve();

    const bool isCharged = !attempt.price.isEmpty(); // so it arrived, whatever is told of it afterwards
    if (status == DeliveryStatus::Failed && !isCharged
        && (isOnlyEarlier || after.status == RecipientStatus::Failed))
        attempt.outcome = AttemptOutcome::Failed;
    else if (isFirstProof || status != DeliveryStatus::Sent)
        attempt.outcome = AttemptOutcome::Accepted;
    if (isFirstProof)
        attempt.provenAt = event.at;
    if (attempt.messageId.isEmpty() && !attempt.isOfErased())
        attempt.messageId = event.messageId;
    notePrice(tally, attempt, event);
    tally.reserve(attempt.campaign, attempt.countedReserve() - reservedBefore);
    if (const Result<> stored = storeAttempt(database, attempt); !stored)
        return stored.error();
    if (isFirstProof) {
        if (const Result<> noted = noteMessaged(database, attempt, event.at); !noted)
            return noted.error();
    }
    if (isOnlyEarlier) {
        applied.why = Words::tr("It is about an earlier attempt.");
        return applied;
    }

    RecipientProgress &recipient = attempt.recipient;
    recipient.progress = after;
    if (before.status != RecipientStatus::Sending || attempt.isCurrent())
        recipient.currentAttempt = attempt.id; // while another request is in flight, that one stays current
    if (recipient.messageId.isEmpty() || attempt.isCurrent())
        recipient.messageId = attempt.messageId;
    if (wasGivenBack)
        ++recipient.attempts; // it had left after all
    if (recipient.error && isHoldNotice(*recipient.error))
        recipient.error.reset(); // any news of it says that it is held no longer
    if (after.status != before.status) {
        recipient.notBefore.reset();
        if (after.status == RecipientStatus::Failed)
            recipient.error = errorOf(event, attempt);
        else
            recipient.error.reset();
    }
    if (const Result<> stored = storeProgress(database, recipient); !stored)
        return stored.error();
    tally.move(attempt.campaign, before, after);

    applied.applied = isFirstProof || after != before;
    applied.why = !applied.applied      ? Words::tr("It changed nothing.")
        : after.status == before.status ? Words::tr("A time was filled in.")
                                        : toWord(after.status);
    return applied;
}

Result<> applyWaiting(Database &database, CampaignTally &tally, const QString &messageId)
{
    std::vector<std::pair<qint64, MessageStatusEvent>> waiting;
    const Result<> read =
        forEachRow(database, uR"(SELECT id, attempt_id, word, step, at, error_code, error_details,
                          pricing_category, pricing_type FROM delivery_event
                       WHERE message_id = ? AND message_id <> '' AND kind = 'status' AND state = 'waiting'
                       ORDER BY at, id)"_s,
                   {messageId}, [&](const Row &row) {
                       MessageStatusEvent event;
                       event.messageId = messageId;
                       event.attemptId = row.text(1);
                       event.statusWord = row.text(2);
                       event.status = deliveryStatusFromWord(row.text(3));
                       event.at = row.time(4);
                       event.errorCode = row.number(5);
                       event.errorDetails = row.text(6);
                       event.pricingCategory = row.text(7);
                       event.pricingType = row.text(8);
                       waiting.emplace_back(row.integer(0), event);
                   });
    if (!read)
        return read.error();
    for (const auto &[id, event] : waiting) {
        const Result<std::optional<AttemptRow>> attempt = findAttemptOfMessage(database, messageId);
        if (!attempt)
            return attempt.error();
        if (!*attempt)
            return Done{};
        const Result<AppliedEvent> applied = applyStatus(database, tally, **attempt, event);
        if (!applied)
            return applied.error();
        const Result<int> marked = execute(database, u"UPDATE delivery_event SET state = ? WHERE id = ?"_s,
                                           {applied->applied ? u"applied"_s : u"ignored"_s, id});
        if (!marked)
            return marked.error();
        if (!applied->applied || event.status != DeliveryStatus::Failed || event.errorCode == 0)
            continue;
        if (const Result<> noted = noteLateTrouble(database, id); !noted)
            return noted;
    }
    return Done{};
}
