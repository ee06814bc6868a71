#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"
#include "domain/preflight.h"

#include <chrono>
#include <optional>
#include <vector>

class Database;

/// What happened in one step of a time line.
struct TimeLinePoint
{
    UtcTime start;
    int sent = 0;
    int delivered = 0;
    int read = 0;
    int responded = 0;
    int failed = 0;

    friend bool operator==(const TimeLinePoint &, const TimeLinePoint &) = default;
};

/// People of a campaign that failed for the same reason.
struct ErrorCount
{
    QString code;
    QString message;
    QString advice;
    int count = 0;

    friend bool operator==(const ErrorCount &, const ErrorCount &) = default;
};

/// How long a step took: half of the people were faster than `median`, nine of ten than `ninety`.
struct StepTime
{
    std::chrono::milliseconds median{0};
    std::chrono::milliseconds ninety{0};
};

/// Times from acceptance by Meta; nothing where nobody got so far.
struct DeliveryTimes
{
    std::optional<StepTime> toDeliver;
    std::optional<StepTime> toRead;
    std::optional<StepTime> toRespond;
};

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

/// Figures about one campaign, for charts, checks and statistics.
class CampaignFigures
{
public:
    explicit CampaignFigures(Database &database)
        : m_database{database}
    {
    }

    /// Steps in which something happened, in order; `step` is whole minutes, counted from 1970 (an hour
    /// starts on the hour in UTC). From counters: quick at any size.
    Result<std::vector<TimeLinePoint>> timeLine(CampaignId campaign, std::chrono::minutes step);

    /// The commonest first.
    Result<std::vector<ErrorCount>> errors(CampaignId campaign);

    Result<DeliveryTimes> deliveryTimes(CampaignId campaign);

    /// Looks at every pending person (seconds for a million); can be cancelled, the counts are then partial.
    Result<PeopleFacts> people(CampaignId campaign, const std::optional<MessageTemplate> &chosen,
                               const CancelToken &cancel = {});

private:
    Database &m_database;
};
