#pragma once

#include "base/result.h"
#include "domain/recurrence.h"

#include <optional>
#include <vector>

class Database;

/// A campaign that a recurrence makes at one of its times.
struct Occurrence
{
    CampaignId pattern;
    UtcTime due;
    CampaignId campaign; ///< 0: deleted since
    OccurrenceAction action = OccurrenceAction::Draft;
    RecurringAudience audience;

    friend bool operator==(const Occurrence &, const Occurrence &) = default;
};

/// Keeps the campaigns that are repeated, and what was made of them.
class RecurrenceStore
{
public:
    explicit RecurrenceStore(Database &database)
        : m_database{database}
    {
    }

    /// Repeats a campaign from now on, or otherwise than before. NotFound without that campaign.
    Result<> set(const Recurrence &recurrence, UtcTime now);
    /// What was made of it stays; whether it was repeated.
    Result<bool> stop(CampaignId pattern, UtcTime now);

    Result<std::optional<Recurrence>> find(CampaignId pattern);
    /// The next one first.
    Result<std::vector<Recurrence>> list();
    /// Whose time has come.
    Result<std::vector<Recurrence>> due(UtcTime now);

    /// Writes down that this time has come: an empty draft like the pattern, called `name`, and the next
    /// time, in one transaction. Nothing where somebody else was quicker or the recurrence was changed
    /// meanwhile.
    Result<std::optional<Occurrence>> begin(const Recurrence &seen, const DueOccurrence &due,
                                            const QString &name, UtcTime now);
    /// The draft has its people; what `problem` says kept it from being sent, empty where nothing did. False
    /// where the pattern is gone.
    Result<bool> complete(const Occurrence &occurrence, const QString &problem, UtcTime now);

    /// Begun, and not complete: under way, or a crash came between.
    Result<std::vector<Occurrence>> incomplete();
    /// People are still being put into this campaign.
    Result<bool> isIncomplete(CampaignId campaign);
    /// The pattern that this campaign was made of, while there is one.
    Result<std::optional<CampaignId>> patternOf(CampaignId campaign);

private:
    Database &m_database;
};
