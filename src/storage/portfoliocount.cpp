#include "storage/portfoliocount.h"

#include "storage/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kCountKept = 60s; // by then people may count no longer

const QString kSamePortfolio = uR"(
    SELECT b.id FROM account a JOIN account b
        ON coalesce(nullif(b.portfolio, ''), b.waba_id) = coalesce(nullif(a.portfolio, ''), a.waba_id)
    WHERE a.id = ?)"_s;

const QString kWroteToUs =
    uR"(EXISTS (SELECT 1 FROM message WHERE phone = ? AND phone <> '' AND direction = 'in'
    AND type <> 'system' AND at > ? AND at <= ? AND phone_number_id = (SELECT a.phone_number_id FROM account a WHERE a.id = ?)))"_s;

/// People who count only for a direct message: no campaign has written to them since.
Result<int> peopleCountedDirectly(Database &database, AccountId account, UtcTime since)
{
    const Result<qint64> people =
        firstInteger(database,
                     uR"(SELECT count(DISTINCT d.phone) FROM direct_message d
                         WHERE d.counted_at >= ? AND d.account_id IN ()"_s
                         + kSamePortfolio + uR"() AND NOT EXISTS (
                             SELECT 1 FROM contact c JOIN messaged m ON m.contact_id = c.id
                             WHERE c.phone = d.phone AND m.counted_at >= ? AND m.account_id IN ()"_s
                         + kSamePortfolio + u"))"_s,
                     {toMilliseconds(since), account.value, toMilliseconds(since), account.value});
    if (!people)
        return people.error();
    return static_cast<int>(*people);
}

} // namespace

Result<bool> isServiceWindowOpen(Database &database, AccountId account, const PhoneNumber &phone, UtcTime now,
                                 std::chrono::milliseconds clockMayDiffer)
{
    const Result<qint64> written = firstInteger(database, u"SELECT "_s + kWroteToUs,
                                                {phone.e164(), toMilliseconds(now - kPortfolioDay),
                                                 toMilliseconds(now + clockMayDiffer), account.value});
    if (!written)
        return written.error();
    return *written > 0;
}

Result<> noteWrittenTo(Database &database, const WrittenTo &message)
{
    const qint64 at = toMilliseconds(message.at);
    // Somebody who was erased counts on under a number that says nothing, as Erasure writes it.
    const ContactId contact =
        message.phone.isEmpty() ? ContactId{-1 - message.recipient.value} : message.contact;
    const Result<int> noted =
        execute(database,
                u"INSERT INTO messaged (contact_id, account_id, recipient_id, last_at, counted_at) VALUES "
                u"(?, ?, ?, ?, "
                "CASE WHEN "_s
                    + kWroteToUs + uR"( THEN 0 ELSE ? END)
            ON CONFLICT DO UPDATE SET
                recipient_id = CASE WHEN ? AND excluded.last_at >= last_at THEN excluded.recipient_id
                                    ELSE recipient_id END,
                last_at = CASE WHEN ? AND excluded.last_at >= last_at THEN excluded.last_at ELSE last_at END,
                counted_at = max(counted_at, excluded.counted_at))"_s,
                {contact.value, message.account.value, message.recipient.value, at, message.phone.e164(),
                 toMilliseconds(message.at - kPortfolioDay), at, message.account.value, at,
                 message.isCertain ? 1 : 0, message.isCertain ? 1 : 0});
    if (!noted)
        return noted.error();
    return Done{};
}

Result<std::vector<AccountId>> numbersOfPortfolio(Database &database, AccountId account)
{
    std::vector<AccountId> numbers;
    const Result<> read = forEachRow(database, kSamePortfolio, {account.value},
                                     [&](const Row &row) { numbers.push_back(AccountId{row.integer(0)}); });
    if (!read)
        return read.error();
    return numbers;
}

Result<int> peopleOfPortfolioSince(Database &database, AccountId account, UtcTime since)
{
    const Result<std::vector<AccountId>> numbers = numbersOfPortfolio(database, account);
    if (!numbers)
        return numbers.error();
    // Mostly there is one number, and then nobody occurs twice.
    const QString counted = numbers->size() > 1
        ? u"SELECT count(DISTINCT contact_id) FROM messaged WHERE counted_at >= ? AND account_id IN ("_s
            + kSamePortfolio + u')'
        : u"SELECT count(*) FROM messaged WHERE counted_at >= ? AND account_id = ?"_s;
    const Result<qint64> people = firstInteger(database, counted, {toMilliseconds(since), account.value});
    if (!people)
        return people.error();
    const Result<int> directly = peopleCountedDirectly(database, account, since);
    if (!directly)
        return directly.error();
    return static_cast<int>(*people) + *directly;
}

const QString kPeopleOfPortfolio =
    u"SELECT DISTINCT contact_id FROM messaged WHERE counted_at > ? AND account_id IN ("_s + kSamePortfolio
    + u')';

QVariantList valuesForPeopleOfPortfolio(AccountId account, UtcTime since)
{
    return {toMilliseconds(since), account.value};
}

Result<int> pendingPeopleOfPortfolio(Database &database, CampaignId campaign, AccountId account,
                                     UtcTime since)
{
    const Result<qint64> people =
        firstInteger(database,
                     u"SELECT count(*) FROM ("_s + kPeopleOfPortfolio
                         + u") p CROSS JOIN recipient r ON r.contact_id = p.contact_id "
                           "WHERE r.campaign_id = ? AND r.status = 'pending'"_s,
                     valuesForPeopleOfPortfolio(account, since) << campaign.value);
    if (!people)
        return people.error();
    return static_cast<int>(*people);
}

Result<int> openClaimsOfPortfolio(Database &database, AccountId account, UtcTime now)
{
    const Result<qint64> open =
        firstInteger(database,
                     uR"(SELECT count(*) FROM attempt t JOIN recipient r ON r.id = t.recipient_id
                         JOIN campaign c ON c.id = r.campaign_id
                         WHERE t.outcome = '' AND c.account_id IN ()"_s
                         + kSamePortfolio + uR"() AND NOT EXISTS (
                             SELECT 1 FROM messaged m WHERE m.contact_id = r.contact_id AND m.counted_at > ?
                               AND m.account_id IN ()"_s
                         + kSamePortfolio + u"))"_s,
                     {account.value, toMilliseconds(now - kPortfolioDay), account.value});
    if (!open)
        return open.error();
    return static_cast<int>(*open);
}

Result<std::optional<UtcTime>> portfolioRelease(Database &database, AccountId account, int people,
                                                UtcTime now)
{
    const auto counted =
        firstRow(database,
                 u"SELECT counted_at FROM messaged WHERE counted_at > ? AND account_id IN ("_s
                     + kSamePortfolio + u") ORDER BY counted_at LIMIT 1 OFFSET ?"_s,
                 {toMilliseconds(now - kPortfolioDay), account.value, std::max(0, people - 1)},
                 [](const Row &row) { return row.time(0); });
    if (!counted)
        return counted.error();
    return *counted ? std::optional{**counted + kPortfolioDay + 1ms} : std::nullopt;
}

Result<int> PortfolioAllowance::allowed(Database &database, AccountId account, int limit, int wanted,
                                        UtcTime now)
{
    Result<std::vector<AccountId>> numbers = numbersOfPortfolio(database, account);
    if (!numbers)
        return numbers.error();
    const bool isKnown =
        m_count && m_count->numbers == *numbers && now >= m_count->at && now - m_count->at < kCountKept;
    if (isKnown) {
        const Result<int> directly = peopleCountedDirectly(database, account, m_count->at);
        if (!directly)
            return directly.error();
        if (m_count->people + *directly + wanted <= limit)
            return wanted;
    }
    const Result<int> counted = peopleOfPortfolioSince(database, account, now - kPortfolioDay);
    if (!counted)
        return counted.error();
    const Result<int> open = openClaimsOfPortfolio(database, account, now);
    if (!open)
        return open.error();
    m_count = Count{*std::move(numbers), *counted + *open, now};
    return std::clamp(limit - m_count->people, 0, wanted);
}

void PortfolioAllowance::noteClaimed(AccountId account, int people)
{
    const bool isCounted = m_count
        && std::find(m_count->numbers.begin(), m_count->numbers.end(), account) != m_count->numbers.end();
    if (isCounted)
        m_count->people += people;
}
