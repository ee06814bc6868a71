#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/revenue.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

class Database;

/// What a campaign brought in once.
struct NewRevenue
{
    CampaignId campaign;
    std::optional<RecipientId> recipient;
    Money amount;
    QString currency;
    UtcTime at;
    QString booking; ///< names an imported one, so that it counts once; empty: by hand
};

/// A campaign's message that a person got.
struct ReceivedMessage
{
    CampaignId campaign;
    RecipientId recipient;
    UtcTime at; ///< when it was delivered, or else accepted by Meta
};

/// Keeps what campaigns brought in, without telling who paid.
class RevenueStore
{
public:
    explicit RevenueStore(Database &database)
        : m_database{database}
    {
    }

    /// All of them or, after an error, none; how many were new. One with the name of a booking that is there
    /// already counts nothing. BadInput with the code "too_large" where all amounts of a currency together
    /// would be more than can be counted.
    Result<int> add(const std::vector<NewRevenue> &entries, UtcTime now);
    /// How many of them would be new.
    Result<int> countNew(const std::vector<NewRevenue> &entries);

    /// The last message of any campaign that reached the person by then, also under a number that was merged
    /// into theirs, or that they left later.
    Result<std::optional<ReceivedMessage>> messageBefore(const PhoneNumber &phone, UtcTime at);

    /// By campaign, the largest sum first.
    Result<std::map<CampaignId, std::vector<RevenueSum>>> sums(const std::vector<CampaignId> &campaigns);

    /// Campaigns that brought in anything.
    Result<std::vector<CampaignId>> campaigns();

private:
    Database &m_database;
};
