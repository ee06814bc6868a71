#include "storage/answersettling.h"

#include "domain/messagehold.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/inboundmessages.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// What the answer says, for the attempt's own row.
struct Answer
{
    AttemptOutcome outcome = AttemptOutcome::Unknown;
    QString messageId;
    int errorCode = 0;
    int errorSubcode = 0;
    int httpStatus = 0;
    QString details;
    QString fbtraceId;
};

Answer answerFrom(const SendOutcome &outcome)
{
    if (const auto *accepted = std::get_if<Accepted>(&outcome))
        return {AttemptOutcome::Accepted, accepted->messageId, 0, 0, 0, accepted->messageStatus, {}};
    if (const auto *refused = std::get_if<Refused>(&outcome))
        return {AttemptOutcome::Refused, {},
                refused->code,           refused->subcode,
                refused->httpStatus,     refused->details,
                refused->fbtraceId};
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        return {AttemptOutcome::NotSent, {}, 0, 0, 0, notSent->why, {}};
    return {AttemptOutcome::Unknown, {}, 0, 0, 0, std::get<Unknown>(outcome).why, {}};
}

/// Whether an answer tells more than what is known of the attempt.
bool isNews(AttemptOutcome known, AttemptOutcome answered)
{
    if (known == AttemptOutcome::Unknown)
        return answered != AttemptOutcome::Unknown;
    return known == AttemptOutcome::Open;
}

/// Which of the messages that these answers name have events or replies that came before them.
Result<QSet<QString>> messagesWaitedFor(Database &database, std::span<const Settlement> settlements)
{
    QJsonArray named;
    for (const Settlement &settlement : settlements) {
        if (const auto *accepted = std::get_if<Accepted>(&settlement.outcome))
            named.append(accepted->messageId);
    }
    QSet<QString> waitedFor;
    if (named.isEmpty())
        return waitedFor;
    const Result<> read = forEachRow(database, uR"(SELECT w.value FROM json_each(?) w
            WHERE EXISTS (SELECT 1 FROM delivery_event e
                          WHERE e.message_id = w.value AND e.message_id <> '' AND e.state = 'waiting')
               OR EXISTS (SELECT 1 FROM message m
                          WHERE m.in_reply_to = w.value AND m.in_reply_to <> '' AND m.campaign_id IS NULL))"_s,
                                     {QString::fromUtf8(QJsonDocument{named}.toJson(QJsonDocument::Compact))},
                                     [&](const Row &row) { waitedFor.insert(row.text(0)); });
    if (!read)
        return read.error();
    return waitedFor;
}

class Settler
{
public:
    Settler(Database &database, CampaignTally &tally)
        : m_database{database}
        , m_tally{tally}
    {
    }

    Result<> settle(std::span<const Settlement> settlements)
    {
        if (settlements.empty())
            return Done{};
        std::vector<AttemptId> ids;
        for (const Settlement &settlement : settlements)
            ids.push_back(settlement.attempt);
        const Result<QHash<AttemptId, AttemptRow>> attempts = findAttempts(m_database, ids);
        if (!attempts)
            return attempts.error();
        Result<QSet<QString>> waitedFor = messagesWaitedFor(m_database, settlements);
        if (!waitedFor)
            return waitedFor.error();
        m_waitedFor = *std::move(waitedFor);
        QSet<qint64> changed;
        for (const Settlement &settlement : settlements) {
            const auto attempt = attempts->find(settlement.attempt);
            if (attempt == attempts->end())
                continue; // the campaign was deleted meanwhile
            const qint64 recipient = attempt->recipient.id.value;
            const Result<> settled =
                changed.contains(recipient) ? settleAgain(settlement) : settleOne(*attempt, settlement);
            if (!settled)
                return settled.error();
            changed.insert(recipient);
        }
        return Done{};
    }

private:
    /// For a recipient of whom an answer before this one was.
    Result<> settleAgain(const Settlement &settlement)
    {
        const Result<std::optional<AttemptRow>> attempt = findAttempt(m_database, settlement.attempt);
        if (!attempt)
            return attempt.error();
        return *attempt ? settleOne(**attempt, settlement) : Done{};
    }

    Result<> settleOne(AttemptRow attempt, const Settlement &settlement)
    {
        Answer answer = answerFrom(settlement.outcome);
        if (attempt.isOfErased()) { // Meta hides the number in the id, and names it in some refusals
            answer.messageId.clear();
            answer.details.clear();
            answer.fbtraceId.clear();
        }
        if (settlement.suppress) {
            if (const Result<> listed = suppress(m_database, attempt.phone,
                                                 QString::fromLatin1(kSuppressedByWhatsApp), settlement.at);
                !listed)
                return listed.error();
        }
        if (answer.errorCode != 0) {
            const Result<> held = holdMarketing(m_database, attempt.phone, answer.errorCode, settlement.at);
            if (!held)
                return held.error();
        }
        if (!isNews(attempt.outcome, answer.outcome))
            return Done{};
        if (const Result<> stored = storeAnswer(attempt.id, answer, settlement.at); !stored)
            return stored.error();
        const qint64 reservedBefore = attempt.countedReserve();
        attempt.outcome = answer.outcome;
        m_tally.reserve(attempt.campaign, attempt.countedReserve() - reservedBefore);
        if (answer.outcome == AttemptOutcome::Accepted)
            return accept(attempt, answer, settlement);
        return decline(attempt, answer, settlement);
    }

    Result<> storeAnswer(qint64 attempt, const Answer &answer, UtcTime at)
    {
        const Result<int> stored = execute(
            m_database, uR"(UPDATE attempt SET outcome = ?, message_id = ?, answered_at = ?, error_code = ?,
                            error_subcode = ?, http_status = ?, details = ?, fbtrace_id = ? WHERE id = ?)"_s,
            {toWord(answer.outcome), answer.messageId, toMilliseconds(at), answer.errorCode,
             answer.errorSubcode, answer.httpStatus, answer.details, answer.fbtraceId, attempt});
        if (!stored)
            return stored.error();
        return Done{};
    }

    Result<> accept(AttemptRow &attempt, const Answer &answer, const Settlement &settlement)
    {
        RecipientProgress &recipient = attempt.recipient;
        const DeliveryProgress before = recipient.progress;
        DeliveryProgress after = before;
        if (attempt.isCurrent())
            after.sentAt = settlement.at; // an earlier request's time gives way
        after = afterDelivery(after, DeliveryStatus::Sent, settlement.at);
        if (attempt.isCurrent() || after.status != before.status) {
            recipient.currentAttempt = attempt.id;
            recipient.messageId = answer.messageId;
            recipient.notBefore.reset();
        }
        if (after.status != before.status)
            recipient.error.reset();
        if (after.status == RecipientStatus::Sent && before.status != RecipientStatus::Sent)
            recipient.error = holdNotice(std::get<Accepted>(settlement.outcome).messageStatus);
        recipient.progress = after;
        if (const Result<> stored = storeProgress(m_database, recipient); !stored)
            return stored.error();
        m_tally.move(attempt.campaign, before, after);
        if (const Result<> noted = noteMessaged(m_database, attempt, settlement.at); !noted)
            return noted.error();
        if (!m_waitedFor.contains(answer.messageId))
            return Done{};
        if (const Result<> told = applyWaiting(m_database, m_tally, answer.messageId); !told)
            return told;
        return InboundMessages{m_database, m_tally}.takeWaiting(answer.messageId);
    }

    Result<> decline(AttemptRow &attempt, const Answer &answer, const Settlement &settlement)
    {
        RecipientProgress &recipient = attempt.recipient;
        const DeliveryProgress before = recipient.progress;
        const bool isWaitingForThis = before.status == RecipientStatus::Sending
            || (before.status == RecipientStatus::Unconfirmed && answer.outcome != AttemptOutcome::Unknown);
        if (!attempt.isCurrent() || !isWaitingForThis)
            return Done{}; // an event or a person knew better
        DeliveryProgress after = before;
        after.status = settlement.next;
        if (settlement.next == RecipientStatus::Failed)
            after.failedAt = settlement.at;
        if (settlement.next == RecipientStatus::Pending)
            recipient.currentAttempt = 0;
        if (answer.outcome == AttemptOutcome::Unknown) { // they may have it
            if (const Result<> noted = noteMessaged(m_database, attempt, settlement.at, false); !noted)
                return noted.error();
        }
        if (answer.outcome == AttemptOutcome::NotSent)
            recipient.attempts = std::max(0, recipient.attempts - 1); // nothing left, so it does not count
        recipient.notBefore = settlement.notBefore;
        recipient.error = settlement.error;
        if (recipient.error && attempt.isOfErased())
            recipient.error->details.clear();
        recipient.progress = after;
        if (const Result<> stored = storeProgress(m_database, recipient); !stored)
            return stored.error();
        m_tally.move(attempt.campaign, before, after);
        return Done{};
    }

    Database &m_database;
    CampaignTally &m_tally;
    QSet<QString> m_waitedFor;
};

} // namespace

Result<> settleAnswers(Database &database, CampaignTally &tally, std::span<const Settlement> answers)
{
    return Settler{database, tally}.settle(answers);
}
