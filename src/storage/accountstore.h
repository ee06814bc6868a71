#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/account.h"

#include <vector>

class Database;

/// Keeps the connected phone numbers, which one is in use, and whom they wrote to lately.
class AccountStore
{
public:
    explicit AccountStore(Database &database)
        : m_database{database}
    {
    }

    /// Stores an account under its phone-number id; a known one is updated and keeps its id, templates and
    /// campaigns. The first one becomes the one in use. What Meta reported is not touched.
    Result<AccountId> put(const Account &account);

    Result<std::vector<Account>> list();
    Result<Account> load(AccountId id);

    /// Refused with code "campaigns_live" while a campaign of it is scheduled, sending or paused. Its
    /// templates go with it; its campaigns stay, without an account.
    Result<> remove(AccountId id);

    Result<> use(AccountId id);
    Result<std::optional<AccountId>> inUse();

    /// Keeps what Meta said about the number; a value it did not report clears the old one.
    Result<> storeReport(AccountId id, const NumberReport &report, UtcTime now);

    /// A person's own limit for a number; nothing: none. A running engine obeys within a second.
    Result<> setOwnLimit(AccountId id, std::optional<int> perSecond);

    /// Unique people whom the numbers of this one's business portfolio wrote to since then, whatever became
    /// of the campaigns, without those who had written within a day before.
    Result<int> peopleCountedSince(AccountId id, UtcTime since);

    /// How many of those still to be written to in the campaign are among them.
    Result<int> peopleCountedAmong(CampaignId campaign, AccountId id, UtcTime since);

private:
    Database &m_database;
};
