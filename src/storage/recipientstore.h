#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/recipient.h"

#include <functional>
#include <optional>
#include <vector>

class Database;

/// Which people of a campaign, in which order.
struct RecipientQuery
{
    enum class Order { Added, Phone, Name, Status, SentAt, DeliveredAt, ReadAt, RespondedAt, Attempts };

    CampaignId campaign;
    std::optional<RecipientStatus> status;
    QString search; ///< a part of the number or of the name
    bool isAtLeast =
        false; ///< with sent, delivered, read or responded: everybody who got so far, whatever came later
    QString errorCode; ///< only people with this error; empty: whatever happened to them
    Order order = Order::Added;
    bool isDescending = false;

    friend bool operator==(const RecipientQuery &, const RecipientQuery &) = default;
};

/// Reads the people of a campaign. Values have the campaign's defaults filled in once it is armed.
class RecipientStore
{
public:
    explicit RecipientStore(Database &database)
        : m_database{database}
    {
    }

    Result<Recipient> load(RecipientId id);
    Result<std::optional<Recipient>> find(CampaignId campaign, const PhoneNumber &phone);

    /// The next people after `after` (a recipient already seen), in the order in which they were added;
    /// `query.order` is not looked at. `limit` 0: all.
    Result<std::vector<Recipient>> page(const RecipientQuery &query, int limit,
                                        std::optional<RecipientId> after);

    /// Everybody the query means, as ids in its order: the skeleton of a table of a million rows. Takes a
    /// fraction of a second for a million; can be cancelled (what was read so far is returned).
    Result<std::vector<RecipientId>> keys(const RecipientQuery &query, const CancelToken &cancel = {});
    /// Those rows, in the order asked for; ids that are gone are left out.
    Result<std::vector<Recipient>> rows(const std::vector<RecipientId> &ids);

    /// From the counters where nothing is searched for.
    Result<int> count(const RecipientQuery &query, const CancelToken &cancel = {});

    /// Hands over everybody in the order in which they were added, without holding them in memory, for
    /// exports. Ends early when cancelled or when `take` returns false; returns how many were handed over.
    Result<int> forEach(const RecipientQuery &query, const std::function<bool(const Recipient &)> &take,
                        const CancelToken &cancel = {});

private:
    Database &m_database;
};
