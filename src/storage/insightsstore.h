#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/insights.h"

#include <optional>
#include <vector>

class Database;

/// Something to ask Meta about a business account.
struct DueInsights
{
    std::vector<AccountId>
        accounts; ///< its numbers that wrote of late; the one that may best ask comes first
    QString wabaId;
    InsightsQuestion question;
};

/// Keeps what Meta counts itself. None of it ever touches what is known of a person or a campaign.
class InsightsStore
{
public:
    explicit InsightsStore(Database &database)
        : m_database{database}
    {
    }

    /// What is due to be asked now (see dueQuestion()), for each business account that wrote to anybody of
    /// late.
    Result<std::vector<DueInsights>> due(UtcTime now);

    /// Everything, for a person who asks now: the state, and what was sent of late.
    Result<InsightsQuestion> questionOf(const QString &wabaId, UtcTime now);

    Result<InsightsMemory> memoryOf(const QString &wabaId);
    /// Keeps what was found; a day that is told again replaces what was told of it, also where Meta's days
    /// begin at another hour by now.
    Result<> store(const QString &wabaId, const InsightsFindings &findings, UtcTime now);

    /// Of the template of a campaign, on the days on which it was sent. Nothing where Meta told nothing.
    Result<std::optional<TemplateTotals>> totalsOf(CampaignId campaign, UtcTime now);

    /// What was paid since then, by category and type, each over all its days.
    Result<std::vector<PriceDay>> pricesSince(const QString &wabaId, UtcTime since);

private:
    Database &m_database;
};
