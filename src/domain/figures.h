#pragma once

#include "base/clock.h"
#include "domain/campaign.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

// The figures of campaigns as values, in the definitions of the contract: what screens and reports show.

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

/// People that failed for the same reason.
struct ErrorCount
{
    QString code;
    QString message;
    QString advice;
    int count = 0;

    friend bool operator==(const ErrorCount &, const ErrorCount &) = default;
};

/// How long a step took: half of the people were faster than `median`, nine of ten than `ninety`, and the
/// middle half lies between the quarters. Three digits count.
struct StepTime
{
    std::chrono::milliseconds median{0};
    std::chrono::milliseconds ninety{0};
    std::chrono::milliseconds quarter{0};
    std::chrono::milliseconds threeQuarters{0};
    int people = 0; ///< of whom both times are known

    friend bool operator==(const StepTime &, const StepTime &) = default;
};

/// Times from acceptance by Meta; nothing where nobody got so far.
struct DeliveryTimes
{
    std::optional<StepTime> toDeliver;
    std::optional<StepTime> toRead;
    std::optional<StepTime> toRespond;

    friend bool operator==(const DeliveryTimes &, const DeliveryTimes &) = default;
};

/// Delivered messages that Meta priced alike, in its own words: an open set.
struct PricedMessages
{
    QString category; ///< "marketing"
    QString type; ///< "regular", "free_customer_service", …; empty where Meta did not say
    int messages = 0;

    /// Meta charges for everything but what it calls free.
    bool isCharged() const { return !type.startsWith(QStringLiteral("free")); }
    friend bool operator==(const PricedMessages &, const PricedMessages &) = default;
};

int chargedMessages(const std::vector<PricedMessages> &prices);

/// All figures of one campaign, or of several as one.
struct FigureSet
{
    CampaignCounts counts;
    ReachedCounts reached;
    DeliveryTimes times;
    std::vector<ErrorCount> errors; ///< the commonest first
    std::vector<PricedMessages> prices; ///< the commonest first

    friend bool operator==(const FigureSet &, const FigureSet &) = default;
};

/// A share as the reports tell it: nothing where the whole is 0.
std::optional<double> shareOf(int part, int whole);

/// How wide the steps of a time line are that is to have about `points`: whole minutes, then whole quarters
/// of an hour, hours, days, so that a step begins where people expect it.
std::chrono::minutes timeLineStep(std::chrono::milliseconds length, int points);

/// `steps` summed up, as people so far at the end of each step of `width`; also of those in which nothing
/// happened, so that a line through them is flat there.
std::vector<TimeLinePoint> peopleSoFar(const std::vector<TimeLinePoint> &steps, std::chrono::minutes width);
