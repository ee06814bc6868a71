#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <QVariant>

#include <optional>
#include <vector>

class Database;

// The rolling 24-hour count of unique people whom a business portfolio wrote to. Meta limits it for all
// numbers of the portfolio together; people inside an open customer-service window do not count (they wrote
// to that number less than a day before). Changes need an open transaction.

inline constexpr auto kPortfolioDay = std::chrono::hours{24};

/// Whether the person wrote to this number within the day before `now`; also a little after it, where Meta's
/// clock may be ahead of ours by so much.
Result<bool> isServiceWindowOpen(Database &database, AccountId account, const PhoneNumber &phone, UtcTime now,
                                 std::chrono::milliseconds clockMayDiffer = {});

/// Notes a message that Meta has, or may have.
struct WrittenTo
{
    ContactId contact;
    AccountId account;
    RecipientId recipient;
    PhoneNumber phone;
    UtcTime at;
    bool isCertain = true; ///< otherwise an earlier message stays the one that answers are taken for
};
Result<> noteWrittenTo(Database &database, const WrittenTo &message);

/// The numbers that share their limit with this one, itself included.
Result<std::vector<AccountId>> numbersOfPortfolio(Database &database, AccountId account);

Result<int> peopleOfPortfolioSince(Database &database, AccountId account, UtcTime since);

/// SQL for the contacts that the portfolio of an account wrote to, each once; to be bound to
/// `valuesForPeopleOfPortfolio`. Writing to them again takes no place of the limit.
extern const QString kPeopleOfPortfolio;
QVariantList valuesForPeopleOfPortfolio(AccountId account, UtcTime since);

/// How many pending people of the campaign are among them. Takes as long as the portfolio has people, however
/// many the campaign has.
Result<int> pendingPeopleOfPortfolio(Database &database, CampaignId campaign, AccountId account,
                                     UtcTime since);

/// Claims of the portfolio whose fate is not written down yet and that will count.
Result<int> openClaimsOfPortfolio(Database &database, AccountId account, UtcTime now);

/// When `people` of those counted in the last day count no longer; nothing if so many do not count now.
Result<std::optional<UtcTime>> portfolioRelease(Database &database, AccountId account, int people,
                                                UtcTime now);

/// Tells for one connection how many more people may be written to, without counting them all before each
/// claim: what was claimed since the last count is taken as used.
class PortfolioAllowance
{
public:
    /// How many of `wanted` more people fit under `limit`.
    Result<int> allowed(Database &database, AccountId account, int limit, int wanted, UtcTime now);
    void noteClaimed(AccountId account, int people);

private:
    struct Count
    {
        std::vector<AccountId> numbers;
        int people = 0;
        UtcTime at;
    };
    std::optional<Count> m_count;
};
