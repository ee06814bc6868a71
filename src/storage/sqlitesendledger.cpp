#include "storage/sqlitesendledger.h"

#include "storage/answersettling.h"
#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/claimtaking.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SendLedger)
};

RecipientError interruptedError()
{
    return {
        u"unconfirmed"_s,
        Words::tr("The program stopped while this message was on its way. It may or may not have gone out."),
        Words::tr("Wait for a delivery event, or decide: send it again, or count it as sent."),
        {}};
}

/// A claim that never got its answer.
struct Interrupted
{
    qint64 attempt = 0;
    CampaignId campaign;
    RecipientProgress recipient;
};

/// They may have their message, so they count against the limit.
Result<> noteInterrupted(Database &database, RecipientId recipient, UtcTime now)
{
    const auto written =
        firstRow(database, uR"(SELECT r.contact_id, c.account_id, r.phone
                FROM recipient r JOIN campaign c ON c.id = r.campaign_id
                WHERE r.id = ? AND c.account_id IS NOT NULL)"_s,
                 {recipient.value}, [&](const Row &row) {
                     return WrittenTo{{row.integer(0)},
                                      {row.integer(1)},
                                      recipient,
                                      PhoneNumber::fromE164(row.text(2)).value_or(PhoneNumber{}),
                                      now,
                                      false};
                 });
    if (!written)
        return written.error();
    return *written ? noteWrittenTo(database, **written) : Result<>{Done{}};
}

} // namespace

Result<std::vector<Campaign>> SqliteSendLedger::liveCampaigns()
{
    return loadCampaigns(m_database, uR"(WHERE c.state IN ('scheduled', 'sending')
                                OR (c.state = 'paused' AND c.reason_code NOT IN ('', 'user', 'brake', 'missed', 'budget'))
                             ORDER BY c.id)"_s,
                         {});
}

Result<Campaign> SqliteSendLedger::campaign(CampaignId id)
{
    return loadCampaign(m_database, id);
}

Result<CampaignProgress> SqliteSendLedger::progress(CampaignId id)
{
    return loadProgress(m_database, id);
}

Result<std::vector<NumberLimits>> SqliteSendLedger::numberLimits()
{
    std::vector<NumberLimits> limits;
    const Result<> read = forEachRow(
        m_database,
        u"SELECT id, throughput_per_second, own_limit_per_second, messaging_limit FROM account ORDER BY id"_s,
        {}, [&](const Row &row) {
            limits.push_back(
                {{row.integer(0)}, row.optionalNumber(1), row.optionalNumber(2), row.optionalNumber(3)});
        });
    if (!read)
        return read.error();
    return limits;
}

Result<ClaimResult> SqliteSendLedger::claim(const ClaimRequest &request)
{
    qint64 claims = 0;
    Result<ClaimResult> claimed = inTransaction(m_database, [&]() -> Result<ClaimResult> {
        // Another engine may run where the files are now, or on a copy of them.
        if (const Result<> inPlace = m_database.requireInPlace(); !inPlace)
            return inPlace.error();
        CampaignTally tally{m_database};
        if (const Result<> settled = settleAnswers(m_database, tally, request.answers); !settled)
            return settled.error();
        if (const Result<> counted = tally.store(); !counted) // the limits of the claim rest on the counters
            return counted.error();
        Result<ClaimResult> result = takeClaims(m_database, m_allowance, tally, request);
        if (!result)
            return result.error();
        if (const Result<> counted = tally.store(); !counted)
            return counted.error();
        if (!result->claims.empty()) {
            const Result<qint64> counted = countClaim(m_database);
            if (!counted)
                return counted.error();
            claims = *counted;
        }
        return result;
    });
    if (claimed && claims > 0 && m_claimed)
        m_claimed(claims);
    if (claimed && !request.answers.empty() && m_answered)
        m_answered();
    return claimed;
}

Result<> SqliteSendLedger::giveBack(CampaignId campaign, const std::vector<AttemptId> &attempts, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        int givenBack = 0;
        CampaignTally tally{m_database};
        for (const AttemptId &attempt : attempts) {
            const Result<qint64> reserved = firstInteger(
                m_database,
                u"SELECT coalesce(max(reserved), 0) FROM attempt WHERE attempt_id = ? AND outcome = ''"_s,
                {attempt.value});
            if (!reserved)
                return reserved.error();
            tally.reserve(campaign, -*reserved);
            const Result<int> closed =
                execute(m_database, uR"(UPDATE attempt SET outcome = 'given_back', answered_at = ?
                            WHERE attempt_id = ? AND outcome = '')"_s,
                        {toMilliseconds(now), attempt.value});
            if (!closed)
                return closed.error();
            const Result<int> freed =
                execute(m_database, uR"(UPDATE recipient SET status = 'pending', attempts = attempts - 1,
                                current_attempt = NULL
                            WHERE campaign_id = ? AND status = 'sending' AND current_attempt =
                                (SELECT id FROM attempt WHERE attempt_id = ? AND outcome = 'given_back')
                              AND id = (SELECT recipient_id FROM attempt WHERE attempt_id = ?))"_s,
                        {campaign.value, attempt.value, attempt.value});
            if (!freed)
                return freed.error();
            givenBack += *freed;
        }
        tally.moveMany(campaign, RecipientStatus::Sending, RecipientStatus::Pending, givenBack);
        return tally.store();
    });
}

Result<> SqliteSendLedger::settle(const std::vector<Settlement> &settlements)
{
    const Result<> written = inTransaction(m_database, [&]() -> Result<> {
        CampaignTally tally{m_database};
        if (const Result<> settled = settleAnswers(m_database, tally, settlements); !settled)
            return settled.error();
        return tally.store();
    });
    if (written && m_answered)
        m_answered();
    return written;
}

Result<int> SqliteSendLedger::markInterrupted(UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<int> {
        std::vector<Interrupted> interrupted;
        const Result<> read = forEachRow(
            m_database, uR"(SELECT r.current_attempt, r.campaign_id, r.id, r.message_id, r.attempts, r.status,
                                  r.sent_at, r.delivered_at, r.read_at, r.responded_at, r.failed_at
                           FROM campaign_counts n
                           CROSS JOIN recipient r ON r.campaign_id = n.campaign_id AND r.status = 'sending'
                           WHERE n.sending > 0)"_s,
            {}, [&](const Row &row) {
                RecipientProgress recipient;
                recipient.id = {row.integer(2)};
                recipient.currentAttempt = row.integer(0);
                recipient.messageId = row.text(3);
                recipient.attempts = row.number(4);
                recipient.progress = progressFrom(row, 5);
                interrupted.push_back({row.integer(0), {row.integer(1)}, recipient});
            });
        if (!read)
            return read.error();

        CampaignTally tally{m_database};
        std::map<CampaignId, int> perCampaign;
        for (Interrupted &one : interrupted) {
            const DeliveryProgress before = one.recipient.progress;
            one.recipient.progress.status = RecipientStatus::Unconfirmed;
            one.recipient.error = interruptedError();
            if (const Result<> stored = storeProgress(m_database, one.recipient); !stored)
                return stored.error();
            if (const Result<> noted = noteInterrupted(m_database, one.recipient.id, now); !noted)
                return noted.error();
            tally.move(one.campaign, before, one.recipient.progress);
            ++perCampaign[one.campaign];
        }
        // Also those whose person was settled by an event meanwhile: nobody waits for their answer any more.
        const Result<int> closed = execute(
            m_database, u"UPDATE attempt SET outcome = 'unknown', answered_at = ? WHERE outcome = ''"_s,
            {toMilliseconds(now)});
        if (!closed)
            return closed.error();
        for (const auto &[campaign, people] : perCampaign) {
            const Result<> noted = noteActivity(
                m_database, campaign,
                Words::tr("The program had stopped while sending. %n message(s) may or may not have "
                          "gone out; they are not sent again by themselves.",
                          nullptr, people),
                now);
            if (!noted)
                return noted.error();
        }
        if (const Result<> counted = tally.store(); !counted)
            return counted.error();
        return static_cast<int>(interrupted.size());
    });
}

Result<Backlog> SqliteSendLedger::backlog(CampaignId campaign, UtcTime now)
{
    const auto counts =
        firstRow(m_database, u"SELECT pending, sending FROM campaign_counts WHERE campaign_id = ?"_s,
                 {campaign.value}, [](const Row &row) {
                     return std::pair{row.number(0), row.number(1)};
                 });
    if (!counts)
        return counts.error();
    const auto waiting = firstRow(m_database, uR"(SELECT count(*), min(not_before) FROM recipient
                                      WHERE status = 'pending' AND campaign_id = ? AND not_before > ?)"_s,
                                  {campaign.value, toMilliseconds(now)}, [](const Row &row) {
                                      return std::pair{row.number(0), row.optionalTime(1)};
                                  });
    if (!waiting)
        return waiting.error();
    const auto [pending, sending] = counts->value_or(std::pair{0, 0});
    const auto &[held, earliest] = **waiting;
    return Backlog{pending - held, held, sending, earliest};
}

Result<std::vector<QString>> SqliteSendLedger::pendingRegions(CampaignId campaign)
{
    // Jumps from place to place in the index instead of reading everybody.
    std::vector<QString> regions;
    const Result<> read =
        forEachRow(m_database, uR"(WITH RECURSIVE found(region) AS (
                SELECT min(place) FROM recipient WHERE status = 'pending' AND campaign_id = ?
                UNION ALL
                SELECT (SELECT min(place) FROM recipient
                        WHERE status = 'pending' AND campaign_id = ? AND place > found.region)
                FROM found WHERE found.region IS NOT NULL)
            SELECT region FROM found WHERE region IS NOT NULL)"_s,
                   {campaign.value, campaign.value}, [&](const Row &row) { regions.push_back(row.text(0)); });
    if (!read)
        return read.error();
    return regions;
}

Result<CampaignState> SqliteSendLedger::change(CampaignId campaign, CampaignEvent event,
                                               const StateReason &reason, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<CampaignState> {
        Result<Campaign> loaded = loadCampaign(m_database, campaign);
        if (!loaded)
            return loaded.error();
        if (event == CampaignEvent::Start && !loaded->frozenTemplate)
            return loaded->state; // nothing is sent that was not armed
        if (event == CampaignEvent::Start && loaded->scheduledFor && *loaded->scheduledFor > now)
            return loaded->state; // a person chose a later time a moment ago
        if (event == CampaignEvent::Finish && loaded->counts.remaining() > 0)
            return loaded->state; // somebody brought people back a moment ago
        const Result<bool> done = carryOut(m_database, *loaded, event, reason, now);
        if (!done)
            return done.error();
        return loaded->state;
    });
}

Result<std::vector<CampaignId>> SqliteSendLedger::changeAll(AccountId account, CampaignEvent event,
                                                            const StateReason &reason, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<std::vector<CampaignId>> {
        Result<std::vector<Campaign>> live = loadCampaigns(
            m_database, // a removed account leaves none
            u"WHERE coalesce(c.account_id, 0) = ? AND c.state IN ('scheduled', 'sending') ORDER BY c.id"_s,
            {account.value});
        if (!live)
            return live.error();
        std::vector<CampaignId> changed;
        for (Campaign &campaign : *live) {
            const Result<bool> done = carryOut(m_database, campaign, event, reason, now);
            if (!done)
                return done.error();
            if (*done)
                changed.push_back(campaign.id);
        }
        return changed;
    });
}

Result<> SqliteSendLedger::note(CampaignId campaign, const QString &what, UtcTime now)
{
    return inTransaction(m_database, [&] { return noteActivity(m_database, campaign, what, now); });
}

qint64 SqliteSendLedger::outsideChangeStamp()
{
    return m_database.outsideChangeStamp();
}
