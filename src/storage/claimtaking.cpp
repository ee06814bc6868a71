#include "storage/claimtaking.h"

#include "domain/billingplace.h"
#include "domain/errorcatalog.h"
#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/messageprices.h"
#include "storage/personchanges.h"
#include "storage/portfoliocount.h"
#include "storage/recipientrows.h"
#include "storage/sharedbudget.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMarketingHeldCode = 131049;
constexpr auto kUnderWay = 1min; // by then Meta has answered

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
    bool isElsewhere = false; ///< they have another number by now
    bool isGone = false; ///< and another contact has that
    QString region; ///< the country of the number
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
            row.integer(7),
            row.isTrue(8),
            row.isTrue(9),
            row.text(10)};
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

    Result<std::vector<Candidate>> read(int count) const
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

    /// Only people whom the portfolio of the account wrote to within a day.
    Result<std::vector<Candidate>> readCounted(int count, AccountId account) const
    {
        // From those people to the campaign's, because they are far fewer than a large campaign has.
        const QString select = kCandidate + u"FROM ("_s + kPeopleOfPortfolio
            + uR"() p CROSS JOIN recipient ON recipient.contact_id = p.contact_id
            WHERE status = 'pending' AND campaign_id = ? AND not_before <= ? )"_s;
        QVariantList values = valuesForPeopleOfPortfolio(account, m_request.now - kPortfolioDay)
            << m_request.campaign.value << toMilliseconds(m_request.now);
        QString where;
        if (m_request.regions) {
            where = u"AND place IN ("_s + QStringList(m_request.regions->size(), u"?"_s).join(u',') + u") "_s;
            for (const QString &region : *m_request.regions)
                values << region;
        }
        std::vector<Candidate> candidates;
        const Result<> read =
            forEachRow(m_database, select + where + u"ORDER BY not_before = 0, not_before, id LIMIT ?"_s,
                       values << count, [&](const Row &row) { candidates.push_back(candidateFrom(row)); });
        if (!read)
            return read.error();
        return candidates;
    }

private:
    static inline const QString kCandidate = uR"(
        SELECT id, phone, variables, attempts, not_before,
               EXISTS (SELECT 1 FROM suppression s WHERE s.phone = recipient.phone)
               OR EXISTS (SELECT 1 FROM contact c JOIN suppression s ON s.phone = c.phone
                          WHERE c.id = recipient.contact_id), attempts_before,
               coalesce((SELECT h.until FROM marketing_hold h WHERE h.phone = recipient.phone), 0),
               EXISTS (SELECT 1 FROM contact c JOIN person_change p ON p.new_phone = c.phone
                       WHERE c.id = recipient.contact_id AND c.phone <> recipient.phone AND p.new_phone <> ''),
               EXISTS (SELECT 1 FROM suppression s WHERE s.phone = recipient.phone AND s.source = 'moved'), region )"_s;

    Result<> readGroup(bool isRetry, int count, std::vector<Candidate> &group) const
    {
        const QString select = kCandidate + u"FROM recipient WHERE status = 'pending' AND campaign_id = ? "_s;
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
                forEachRow(m_database, select + u"AND place = ? "_s + when + order, ofRegion << count, take);
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
                       const Variables &defaults, const Variables &fixed, Money reserved)
{
    const Claim claim{makeAttemptId(),
                      candidate.id,
                      request.campaign,
                      candidate.phone,
                      filledIn(candidate.variables, defaults, fixed),
                      candidate.attempts + 1,
                      candidate.attempts - candidate.attemptsBefore + 1};
    const Result<qint64> attempt = insert(
        database,
        u"INSERT INTO attempt (attempt_id, recipient_id, number, claimed_at, reserved) VALUES (?, ?, ?, ?, ?)"_s,
        {claim.attempt.value, claim.recipient.value, claim.attemptNumber, toMilliseconds(request.now),
         reserved.millionths});
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

/// What a claim needs to know of its campaign. Much less than all of it, because it is read several times a
/// second.
struct ClaimBasis
{
    CampaignState state = CampaignState::Draft;
    AccountId account;
    Variables defaults;
    bool isMarketing = false;
    std::optional<int> perDay;
    int pending = 0;
    int sending = 0;
    int unconfirmed = 0;
    QString category; ///< of the frozen template
    std::optional<Budget> budget;
    Variables fixedValues;
    Money reserved; ///< of it, by all versions where it is one of a test
};

ClaimBasis basisFrom(const Row &row)
{
    MessageTemplate frozen;
    frozen.category = row.text(3);
    return {campaignStateFromWord(row.text(0)).value_or(CampaignState::Draft),
            {row.integer(1)},
            mapFromJson(row.text(2)),
            frozen.isMarketing(),
            row.optionalNumber(4),
            row.number(5),
            row.number(6),
            row.number(7),
            row.text(3),
            row.isNull(8) ? std::nullopt : std::optional{Budget{Money{row.integer(8)}, row.text(9)}},
            mapFromJson(row.text(10)),
            Money{row.integer(11)}};
}

Result<ClaimBasis> loadBasis(Database &database, CampaignId id)
{
    static const QString select = uR"(
            SELECT c.state, c.account_id, c.defaults, json_extract(c.frozen_template, '$.category'),
                   c.per_day, n.pending, n.sending, n.unconfirmed, c.budget, c.budget_currency,
                   c.fixed_values, CASE WHEN c.budget IS NULL THEN 0 ELSE n.reserved + )"_s
        + reservedElsewhereInTest()
        + u" END FROM campaign c JOIN campaign_counts n ON n.campaign_id = c.id WHERE c.id = ?"_s;
    Result<std::optional<ClaimBasis>> found = firstRow(database, select, {id.value}, basisFrom);
    if (!found)
        return found.error();
    if (!*found)
        return noCampaign(id);
    return std::move(**found);
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

/// Whom a campaign has sent to since its day began, those under way and those in doubt included.
Result<int> sentSince(Database &database, const ClaimBasis &campaign, CampaignId id, UtcTime dayBegan)
{
    const Result<qint64> sent = firstInteger(
        database,
        u"SELECT coalesce(sum(sent), 0) FROM campaign_minute WHERE campaign_id = ? AND minute >= ?"_s,
        {id.value, minuteOf(dayBegan)});
    if (!sent)
        return sent.error();
    qint64 inDoubt = 0;
    if (campaign.unconfirmed > 0) {
        const Result<qint64> people = firstInteger(
            database, uR"(SELECT count(*) FROM recipient r JOIN attempt t ON t.id = r.current_attempt
                WHERE r.campaign_id = ? AND r.status = 'unconfirmed' AND t.claimed_at >= ?)"_s,
            {id.value, toMilliseconds(dayBegan)});
        if (!people)
            return people.error();
        inDoubt = *people;
    }
    return static_cast<int>(*sent + inDoubt) + campaign.sending;
}

/// How many people of a claim the limits leave, and what stops the others.
struct Share
{
    int people = 0;
    std::optional<ClaimStop> dayStop; ///< where these are fewer than were asked for
    int strangers = 0; ///< of them, who take a place of the messaging limit
    std::optional<ClaimStop> limitStop; ///< where these are fewer
};

Result<Share> shareOf(Database &database, PortfolioAllowance &allowance, const ClaimBasis &campaign,
                      const ClaimRequest &request)
{
    Share share{request.count, std::nullopt, request.count, std::nullopt};
    if (campaign.perDay && request.dayBegan) {
        const Result<int> sent = sentSince(database, campaign, request.campaign, *request.dayBegan);
        if (!sent)
            return sent.error();
        if (const int left = std::max(0, *campaign.perDay - *sent); left < request.count)
            share = {
                left, ClaimStop{ClaimStop::Kind::DayIsFull, *campaign.perDay, std::nullopt},
                 left,
                std::nullopt
            };
    }
    const Result<std::optional<int>> limit = messagingLimitOf(database, campaign.account);
    if (!limit)
        return limit.error();
    if (!*limit)
        return share;
    const Result<int> allowed =
        allowance.allowed(database, campaign.account, **limit, share.people, request.now);
    if (!allowed)
        return allowed.error();
    if (*allowed >= share.people)
        return share;
    // Until a good part of the limit is free, so that it does not go on and stop for every single person.
    constexpr int kGoodPart = 10;
    const int enough = std::clamp(**limit / kGoodPart, 1, std::max(1, campaign.pending));
    Result<std::optional<UtcTime>> release =
        portfolioRelease(database, campaign.account, enough, request.now);
    if (!release)
        return release.error();
    if (!*release) { // so few are counted yet: messages under way use the limit up, and may be refused
        const Result<int> underWay = openClaimsOfPortfolio(database, campaign.account, request.now);
        if (!underWay)
            return underWay.error();
        if (*underWay > 0)
            *release = request.now + kUnderWay;
    }
    share.strangers = *allowed;
    share.limitStop = ClaimStop{ClaimStop::Kind::MessagingLimit, **limit, *release};
    return share;
}

/// Keeps to the budget of a campaign, where it has one.
class BudgetKeeper
{
public:
    /// Reads what messages may cost today.
    static Result<BudgetKeeper> open(Database &database, const ClaimBasis &campaign,
                                     const ClaimRequest &request)
    {
        BudgetKeeper keeper;
        keeper.m_budget = campaign.budget;
        keeper.m_reserved = campaign.reserved;
        if (!campaign.budget)
            return keeper;
        const QDate day = request.day.isValid() ? request.day : toDateTime(request.now).toUTC().date();
        Result<MessagePrices> prices = MessagePrices::open(database, request.campaign, campaign.category,
                                                           campaign.budget->currency, day);
        if (!prices)
            return prices.error();
        keeper.m_prices = *std::move(prices);
        return keeper;
    }

    /// What the message may cost at most, if that fits; nothing from the first one on that does not.
    std::optional<Money> reserve(const Candidate &candidate)
    {
        if (!m_budget)
            return Money{};
        const QString region = billingRegion(candidate.phone.e164(), candidate.region);
        const std::optional<Money> price = m_prices.highest(region);
        if (!price)
            m_stop = stop(ClaimStop::Kind::NoPrice, region);
        else if (m_reserved + *price > m_budget->amount)
            m_stop = stop(ClaimStop::Kind::BudgetUsedUp, region);
        else
            m_reserved += *price;
        return m_stop ? std::nullopt : price;
    }

    const std::optional<ClaimStop> &stopped() const { return m_stop; }
    Money reserved() const { return m_reserved; }

private:
    ClaimStop stop(ClaimStop::Kind kind, const QString &region) const
    {
        ClaimStop stop;
        stop.kind = kind;
        stop.budget = *m_budget;
        stop.region = region;
        return stop;
    }

    std::optional<Budget> m_budget;
    Money m_reserved;
    MessagePrices m_prices;
    std::optional<ClaimStop> m_stop;
};

/// Claims people one by one for as long as they may be written to.
class Claiming
{
public:
    Claiming(Database &database, CampaignTally &tally, const ClaimBasis &campaign,
             const ClaimRequest &request, BudgetKeeper &budget, ClaimResult &result)
        : m_database{database}
        , m_tally{tally}
        , m_campaign{campaign}
        , m_request{request}
        , m_budget{budget}
        , m_result{result}
        , m_erased{database}
    {
    }

    /// Until the result has `count` claims or `read(missing)` gives nobody more.
    template <typename Read>
    Result<> fill(int count, Read &&read)
    {
        while (claimed() < count && !m_budget.stopped()) {
            const Result<std::vector<Candidate>> candidates = read(count - claimed());
            if (!candidates)
                return candidates.error();
            if (candidates->empty())
                break;
            for (const Candidate &candidate : *candidates) {
                if (const Result<> taken = take(candidate); !taken)
                    return taken;
                if (m_budget.stopped())
                    break;
            }
        }
        return Done{};
    }

    int claimed() const { return static_cast<int>(m_result.claims.size()); }

private:
    Result<> take(const Candidate &candidate)
    {
        if (candidate.isElsewhere || candidate.isGone) { // written to there, when they are read again
            ++m_result.moved;
            return candidate.isGone ? leaveOutWhoLeft(m_database, m_tally, candidate.id)
                                    : writeToPresentNumber(m_database, m_tally, candidate.id);
        }
        const Result<bool> isErased = m_erased.contains(candidate.phone);
        if (!isErased)
            return isErased.error();
        if (candidate.isSuppressed || *isErased || candidate.phone.isEmpty()) {
            if (const Result<> kept = keepOut(m_database, candidate.id); !kept)
                return kept.error();
            ++m_result.keptOut;
            return Done{};
        }
        if (m_campaign.isMarketing) {
            const Result<bool> isHeld = holdsBack(m_database, m_campaign.account, m_request, candidate);
            if (!isHeld)
                return isHeld.error();
            if (*isHeld) {
                ++m_result.heldBack;
                return Done{};
            }
        }
        const std::optional<Money> price = m_budget.reserve(candidate);
        if (!price)
            return Done{};
        Result<Claim> claim =
            claimOne(m_database, m_request, candidate, m_campaign.defaults, m_campaign.fixedValues, *price);
        if (!claim)
            return claim.error();
        m_result.claims.push_back(std::move(*claim));
        return Done{};
    }

    Database &m_database;
    CampaignTally &m_tally;
    const ClaimBasis &m_campaign;
    const ClaimRequest &m_request;
    BudgetKeeper &m_budget;
    ClaimResult &m_result;
    ErasedNumbers m_erased;
};

} // namespace

Result<ClaimResult> takeClaims(Database &database, PortfolioAllowance &allowance, CampaignTally &tally,
                               const ClaimRequest &request)
{
    const Result<ClaimBasis> campaign = loadBasis(database, request.campaign);
    if (!campaign)
        return campaign.error();
    ClaimResult result;
    result.state = campaign->state;
    if (result.state != CampaignState::Sending)
        return result;
    const Result<Share> share = shareOf(database, allowance, *campaign, request);
    if (!share)
        return share.error();

    Result<BudgetKeeper> budget = BudgetKeeper::open(database, *campaign, request);
    if (!budget)
        return budget.error();
    const CandidateReader reader{database, request};
    Claiming claiming{database, tally, *campaign, request, *budget, result};
    if (share->strangers < share->people) {
        const Result<> known = claiming.fill(
            share->people, [&](int missing) { return reader.readCounted(missing, campaign->account); });
        if (!known)
            return known.error();
    }
    const int known = claiming.claimed();
    const int most = std::min(share->people, known + share->strangers);
    const Result<> filled = claiming.fill(most, [&](int missing) { return reader.read(missing); });
    if (!filled)
        return filled.error();
    const int claimed = claiming.claimed();
    tally.reserve(request.campaign, (budget->reserved() - campaign->reserved).millionths);
    if (budget->stopped())
        result.stop = budget->stopped();
    else if (claimed == most) // otherwise nobody is left to be stopped
        result.stop = most == share->people ? share->dayStop : share->limitStop;
    allowance.noteClaimed(campaign->account, claimed - known);
    tally.moveMany(request.campaign, RecipientStatus::Pending, RecipientStatus::Sending, claimed);
    tally.moveMany(request.campaign, RecipientStatus::Pending, RecipientStatus::OptedOut, result.keptOut);
    return result;
}
