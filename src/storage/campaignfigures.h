#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/figures.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"
#include "domain/preflight.h"

#include <chrono>
#include <optional>
#include <vector>

class Database;

/// What the pre-flight checks want to know about the people of a campaign (the counts of PreflightFacts).
struct PeopleFacts
{
    int recipients = 0; ///< pending, and not suppressed
    int withoutOptIn = 0;
    int optedOut = 0; ///< set aside already, or pending and suppressed meanwhile
    int withMissingVariables = 0;
    QString missingVariableKey; ///< the variable most often missing
    int withBadValues = 0;
    std::vector<RefusedValues> refusedValues; ///< by what is wrong, the commonest first
    int withDefaults = 0; ///< people for whom a default stands in
    QMap<QString, int> defaultsUsed; ///< by variable
    int usNumbers = 0; ///< people with a US number, whatever the template's category
};

/// Which campaigns a report is about, and what each of them is called.
struct CampaignTitle
{
    CampaignId id;
    QString name;
    std::optional<UtcTime> startedAt;

    friend bool operator==(const CampaignTitle &, const CampaignTitle &) = default;
};

/// The one place that computes figures about campaigns, for screens, checks, statistics and reports. All but
/// people() come from counters that are kept with the facts, so they answer at once at any size.
class CampaignFigures
{
public:
    explicit CampaignFigures(Database &database)
        : m_database{database}
    {
    }

    /// All figures of these campaigns as one; a person in two of them counts twice. Several reads: inside a
    /// snapshot they add up.
    Result<FigureSet> figures(const std::vector<CampaignId> &campaigns);

    /// Campaigns that began to be sent from `from` to before `until`, in that order.
    Result<std::vector<CampaignTitle>> startedBetween(UtcTime from, UtcTime until);

    /// Steps in which something happened, in order; `step` is whole minutes, counted from 1970 (an hour
    /// starts on the hour in UTC).
    Result<std::vector<TimeLinePoint>> timeLine(const std::vector<CampaignId> &campaigns,
                                                std::chrono::minutes step);
    Result<std::vector<TimeLinePoint>> timeLine(CampaignId campaign, std::chrono::minutes step)
    {
        return timeLine(std::vector{campaign}, step);
    }

    /// The commonest first.
    Result<std::vector<ErrorCount>> errors(const std::vector<CampaignId> &campaigns);
    Result<std::vector<ErrorCount>> errors(CampaignId campaign) { return errors(std::vector{campaign}); }

    Result<DeliveryTimes> deliveryTimes(const std::vector<CampaignId> &campaigns);
    Result<DeliveryTimes> deliveryTimes(CampaignId campaign) { return deliveryTimes(std::vector{campaign}); }

    /// How many messages Meta priced how, of those that were delivered; the commonest first.
    Result<std::vector<PricedMessages>> prices(const std::vector<CampaignId> &campaigns);

    /// Looks at every pending person (seconds for a million); can be cancelled, the counts are then partial.
    Result<PeopleFacts> people(const Campaign &campaign, const std::optional<MessageTemplate> &chosen,
                               const CancelToken &cancel = {});

private:
    Database &m_database;
};
