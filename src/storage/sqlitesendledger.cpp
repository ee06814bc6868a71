#include "storage/sqlitesendledger.h"

#include "domain/errorcatalog.h"
#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMarketingHeldCode = 131049;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SendLedger)
};

/// Someone who may be claimed.
struct Candidate
{
    RecipientId id;
    PhoneNumber phone;
    Variables variables;
    int attempts = 0;
    qint64 notBefore = 0;
    bool isSuppressed = false;
    int attemptsBefore = 0;
    qint64 heldUntil = 0; ///< by WhatsApp, for marketing
};

Candidate candidateFrom(const Row &row)
{
    return {{row.integer(0)},
            PhoneNumber::fromE164(row.text(1)).value_or(PhoneNumber{}),
            mapFromJson(row.text(2)),
            row.number(3),
            row.integer(4),
            row.isTrue(5),
            row.number(6),
            row.integer(7)};
}

/// Reads candidates in order: people whose backoff is over before those never tried, each group by id.
class CandidateReader
{
public:
    CandidateReader(Database &database, const ClaimRequest &request)
        : m_database{database}
        , m_request{request}
    {
    }

    Result<std::vector<Candidate>> read(int count)
    {
        std::vector<Candidate> candidates;
        for (const bool isRetry : {true, false}) {
            std::vector<Candidate> group;
            const int missing = count - static_cast<int>(candidates.size());
            if (missing == 0)
                break;
            if (const Result<> done = readGroup(isRetry, missing, group); !done)
                return done.error();
            candidates.insert(candidates.end(), group.begin(), group.end());
        }
        return candidates;
    }

private:
    Result<> readGroup(bool isRetry, int count, std::vector<Candidate> &group)
    {
        const QString select = uR"(
            SELECT id, phone, variables, attempts, not_before,
                   EXISTS (SELECT 1 FROM suppression s WHERE s.phone = recipient.phone), attempts_before,
                   coalesce((SELECT h.until FROM marketing_hold h WHERE h.phone = recipient.phone), 0)
            FROM recipient WHERE status = 'pending' AND campaign_id = ? )"_s;
        const QString when =
            isRetry ? u"AND not_before > 0 AND not_before <= ? "_s : u"AND not_before = 0 "_s;
        const QString order = u"ORDER BY not_before, id LIMIT ?"_s;
        const auto take = [&](const Row &row) { group.push_back(candidateFrom(row)); };
        QVariantList values{m_request.campaign.value};
        if (isRetry)
            values << toMilliseconds(m_request.now);
        if (!m_request.regions)
            return forEachRow(m_database, select + when + order, values << count, take);

        // Each region in the order of its index; merged here, because SQLite would sort them all.
        for (const QString &region : *m_request.regions) {
            QVariantList ofRegion = values;
            ofRegion.insert(1, region);
            const Result<> read =
                forEachRow(m_database, select + u"AND region = ? "_s + when + order, ofRegion << count, take);
            if (!read)
                return read.error();
        }
        std::sort(group.begin(), group.end(), [](const Candidate &a, const Candidate &b) {
            return std::pair{a.notBefore, a.id} < std::pair{b.notBefore, b.id};
        });
        if (group.size() > static_cast<size_t>(count))
            group.resize(static_cast<size_t>(count));
        return Done{};
    }

    Database &m_database;
    const ClaimRequest &m_request;
};

Result<> keepOut(Database &database, RecipientId recipient)
{
    const Result<int> kept =
        execute(database, u"UPDATE recipient SET status = 'opted_out', not_before = 0 WHERE id = ?"_s,
                {recipient.value});
    if (!kept)
        return kept.error();
    return Done{};
}

/// WhatsApp counts marketing that it held back against who tries again within a day, whatever the campaign;
/// inside an open service window it does not count at all.
Result<bool> holdsBack(Database &database, AccountId account, const ClaimRequest &request,
                       const Candidate &candidate)
{
    if (candidate.heldUntil <= toMilliseconds(request.now))
        return false;
    const Result<bool> isOpen = isServiceWindowOpen(database, account, candidate.phone, request.now);
    if (!isOpen)
        return isOpen.error();
    if (*isOpen)
        return false;
    const ErrorEntry &entry = errorEntry(kMarketingHeldCode);
    const Result<int> held =
        execute(database,
                uR"(UPDATE recipient SET not_before = ?, error_code = ?, error_message = ?, error_advice = ?,
                        error_details = '' WHERE id = ?)"_s,
                {candidate.heldUntil, QString::number(kMarketingHeldCode), entry.message(),
                 Words::tr("This message leaves by itself when a day has passed."), candidate.id.value});
    if (!held)
        return held.error();
    return true;
}

Result<Claim> claimOne(Database &database, const ClaimRequest &request, const Candidate &candidate,
                       const Variables &defaults)
{
    const Claim claim{makeAttemptId(),
                      candidate.id,
                      request.campaign,
                      candidate.phone,
                      filledIn(candidate.variables, defaults),
                      candidate.attempts + 1,
                      candidate.attempts - candidate.attemptsBefore + 1};
    const Result<qint64> attempt = insert(
        database, u"INSERT INTO attempt (attempt_id, recipient_id, number, claimed_at) VALUES (?, ?, ?, ?)"_s,
        {claim.attempt.value, claim.recipient.value, claim.attemptNumber, toMilliseconds(request.now)});
    if (!attempt)
        return attempt.error();
    const Result<int> updated =
        execute(database, uR"(UPDATE recipient SET status = 'sending', attempts = ?, current_attempt = ?,
                        not_before = 0 WHERE id = ?)"_s,
                {claim.attemptNumber, *attempt, claim.recipient.value});
    if (!updated)
        return updated.error();
    return claim;
}

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

/// Writes one answer, inside a transaction.
class Settler
{
public:
    Settler(Database &database, CampaignTally &tally)
        : m_database{database}
        , m_tally{tally}
    {
    }

    Result<> settle(const Settlement &settlement)
    {
        Result<std::optional<AttemptRow>> found = findAttempt(m_database, settlement.attempt);
        if (!found)
            return found.error();
        if (!*found)
            return Done{}; // the campaign was deleted meanwhile
        AttemptRow attempt = **found;
        const Answer answer = answerFrom(settlement.outcome);
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
        if (answer.outcome == AttemptOutcome::Accepted)
            return accept(attempt, answer, settlement);
        return decline(attempt, answer, settlement);
    }

private:
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
        recipient.progress = after;
        if (const Result<> stored = storeProgress(m_database, recipient); !stored)
            return stored.error();
        m_tally.move(attempt.campaign, before, after);
        if (const Result<> noted = noteMessaged(m_database, attempt, settlement.at); !noted)
            return noted.error();
        return applyWaiting(m_database, m_tally, answer.messageId, settlement.at);
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
        recipient.progress = after;
        if (const Result<> stored = storeProgress(m_database, recipient); !stored)
            return stored.error();
        m_tally.move(attempt.campaign, before, after);
        return Done{};
    }

    Database &m_database;
    CampaignTally &m_tally;
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

Result<std::optional<int>> messagingLimitOf(Database &database, AccountId account)
{
    const auto limit = firstRow(database, uR"(SELECT messaging_limit FROM account WHERE id = ?
                AND NOT EXISTS (SELECT 1 FROM setting WHERE key = 'practice' AND value = 'yes'))"_s,
                                {account.value}, [](const Row &row) { return row.optionalNumber(0); });
    if (!limit)
        return limit.error();
    return limit->value_or(std::nullopt);
}

/// Whom a campaign has sent to since its day began, those under way included.
Result<int> sentSince(Database &database, const Campaign &campaign, UtcTime dayBegan)
{
    const Result<qint64> sent = firstInteger(
        database,
        u"SELECT coalesce(sum(sent), 0) FROM campaign_minute WHERE campaign_id = ? AND minute >= ?"_s,
        {campaign.id.value, minuteOf(dayBegan)});
    if (!sent)
        return sent.error();
    return static_cast<int>(*sent) + campaign.counts.of(RecipientStatus::Sending);
}

} // namespace

Result<std::vector<Campaign>> SqliteSendLedger::liveCampaigns()
{
    return loadCampaigns(m_database, uR"(WHERE c.state IN ('scheduled', 'sending')
                                OR (c.state = 'paused' AND c.reason_code NOT IN ('', 'user', 'brake', 'missed'))
                             ORDER BY c.id)"_s,
                         {});
}

Result<Campaign> SqliteSendLedger::campaign(CampaignId id)
{
    return loadCampaign(m_database, id);
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
    return inTransaction(m_database, [&]() -> Result<ClaimResult> {
        const Result<Campaign> campaign = loadCampaign(m_database, request.campaign);
        if (!campaign)
            return campaign.error();
        ClaimResult result;
        result.state = campaign->state;
        if (result.state != CampaignState::Sending)
            return result;
        Result<Share> share = shareOf(*campaign, request);
        if (!share)
            return share.error();

        const bool isMarketing = campaign->frozenTemplate && campaign->frozenTemplate->isMarketing();
        CampaignTally tally{m_database};
        CandidateReader reader{m_database, request};
        while (static_cast<int>(result.claims.size()) < share->count) {
            const Result<std::vector<Candidate>> candidates =
                reader.read(share->count - static_cast<int>(result.claims.size()));
            if (!candidates)
                return candidates.error();
            if (candidates->empty())
                break;
            for (const Candidate &candidate : *candidates) {
                if (candidate.isSuppressed) {
                    if (const Result<> kept = keepOut(m_database, candidate.id); !kept)
                        return kept.error();
                    ++result.keptOut;
                    continue;
                }
                if (isMarketing) {
                    const Result<bool> isHeld =
                        holdsBack(m_database, campaign->accountId, request, candidate);
                    if (!isHeld)
                        return isHeld.error();
                    if (*isHeld) {
                        ++result.heldBack;
                        continue;
                    }
                }
                Result<Claim> claim = claimOne(m_database, request, candidate, campaign->settings.defaults);
                if (!claim)
                    return claim.error();
                result.claims.push_back(std::move(*claim));
            }
        }
        const int claimed = static_cast<int>(result.claims.size());
        if (claimed == share->count) // otherwise nobody is left to be stopped
            result.stop = share->stop;
        m_allowance.noteClaimed(campaign->accountId, claimed);
        tally.moveMany(request.campaign, RecipientStatus::Pending, RecipientStatus::Sending, claimed);
        tally.moveMany(request.campaign, RecipientStatus::Pending, RecipientStatus::OptedOut, result.keptOut);
        if (const Result<> counted = tally.store(); !counted)
            return counted.error();
        return result;
    });
}

/// How many people of a claim the limits leave, and what stops the others.
Result<SqliteSendLedger::Share> SqliteSendLedger::shareOf(const Campaign &campaign,
                                                          const ClaimRequest &request)
{
    Share share{request.count, std::nullopt};
    if (const std::optional<int> perDay = campaign.settings.perDay; perDay && request.dayBegan) {
        const Result<int> sent = sentSince(m_database, campaign, *request.dayBegan);
        if (!sent)
            return sent.error();
        if (const int left = std::max(0, *perDay - *sent); left < share.count)
            share = {
                left, ClaimStop{ClaimStop::Kind::DayIsFull, *perDay, std::nullopt}
            };
    }
    const Result<std::optional<int>> limit = messagingLimitOf(m_database, campaign.accountId);
    if (!limit)
        return limit.error();
    if (!*limit)
        return share;
    const Result<int> allowed =
        m_allowance.allowed(m_database, campaign.accountId, **limit, share.count, request.now);
    if (!allowed)
        return allowed.error();
    if (*allowed >= share.count)
        return share;
    // Until a good part of the limit is free, so that it does not go on and stop for every single person.
    constexpr int kGoodPart = 10;
    const int enough =
        std::clamp(**limit / kGoodPart, 1, std::max(1, campaign.counts.of(RecipientStatus::Pending)));
    const Result<std::optional<UtcTime>> release =
        portfolioRelease(m_database, campaign.accountId, enough, request.now);
    if (!release)
        return release.error();
    return Share{
        *allowed, ClaimStop{ClaimStop::Kind::MessagingLimit, **limit, *release}
    };
}

Result<> SqliteSendLedger::giveBack(CampaignId campaign, const std::vector<AttemptId> &attempts, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        int givenBack = 0;
        for (const AttemptId &attempt : attempts) {
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
        CampaignTally tally{m_database};
        tally.moveMany(campaign, RecipientStatus::Sending, RecipientStatus::Pending, givenBack);
        return tally.store();
    });
}

Result<> SqliteSendLedger::settle(const std::vector<Settlement> &settlements)
{
    return inTransaction(m_database, [&]() -> Result<> {
        CampaignTally tally{m_database};
        Settler settler{m_database, tally};
        for (const Settlement &settlement : settlements) {
            if (const Result<> settled = settler.settle(settlement); !settled)
                return settled.error();
        }
        return tally.store();
    });
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
    // Jumps from region to region in the index instead of reading everybody.
    std::vector<QString> regions;
    const Result<> read =
        forEachRow(m_database, uR"(WITH RECURSIVE found(region) AS (
                SELECT min(region) FROM recipient WHERE status = 'pending' AND campaign_id = ?
                UNION ALL
                SELECT (SELECT min(region) FROM recipient
                        WHERE status = 'pending' AND campaign_id = ? AND region > found.region)
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
