#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/analytics.h"
#include "domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

class Database;

/// Reads what analyse() computes from. From counters that are kept with the facts, so that a year of five
/// million people takes a moment; for the people with a tag from these people themselves, which takes as long
/// as they are many: about a second for each three hundred thousand messages.
class AnalyticsStore
{
public:
    explicit AnalyticsStore(Database &database)
        : m_database{database}
    {
    }

    struct Wanted
    {
        UtcTime from; ///< a whole quarter of an hour
        UtcTime until; ///< the same
        QString tag; ///< empty: everybody
        std::optional<AccountId> limitOf; ///< whose messaging limit; with the numbers that share it
    };

    /// Everything of one moment. Cancelled meanwhile, it is only a part.
    Result<AnalyticsFacts> facts(const Wanted &wanted, const CancelToken &cancel = {});

private:
    Database &m_database;
};
