#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

class Database;

/// One line of what happened, in words.
struct Activity
{
    qint64 id = 0;
    std::optional<CampaignId> campaign;
    UtcTime at;
    QString what;

    friend bool operator==(const Activity &, const Activity &) = default;
};

/// The log of who did what and what the engine decided.
class ActivityStore
{
public:
    explicit ActivityStore(Database &database)
        : m_database{database}
    {
    }

    Result<> note(std::optional<CampaignId> campaign, const QString &what, UtcTime now);

    /// Newest first; `before` is the id of the last line already seen. `limit` 0: all.
    Result<std::vector<Activity>> newest(CampaignId campaign, int limit,
                                         std::optional<qint64> before = std::nullopt);
    /// In the order in which it happened, from the line after `after` on.
    Result<std::vector<Activity>> since(CampaignId campaign, qint64 after = 0);

private:
    Database &m_database;
};
