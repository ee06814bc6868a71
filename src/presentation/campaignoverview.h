#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "domain/figures.h"
#include "presentation/campaignchoices.h"

#include <optional>
#include <vector>

/// A share of the progress bar. All shares and `remaining` add up to the total.
struct ProgressShare
{
    QString name;
    int count = 0;
    RecipientStatus status = RecipientStatus::Sent; ///< gives the colour
    bool isAwaiting = false; ///< accepted by Meta, no delivery event yet

    friend bool operator==(const ProgressShare &, const ProgressShare &) = default;
};

/// The figures of a campaign, each on a card of its own.
enum class Figure { Recipients, Sent, Delivered, Read, Responded, Failed, OptedOut, Unconfirmed };

struct CampaignFigure
{
    Figure figure = Figure::Recipients;
    QString name;
    QString value;
    QString remark; ///< a rate with its base: "94.2 % of sent"

    friend bool operator==(const CampaignFigure &, const CampaignFigure &) = default;
};

struct FunnelFigure
{
    QString name;
    int count = 0;
    double ofAll = 0; ///< 0 to 1: the length of the bar
    QString share; ///< of the step above; empty for the first
    std::optional<RecipientStatus> status; ///< gives the colour; nothing: gray

    friend bool operator==(const FunnelFigure &, const FunnelFigure &) = default;
};

/// One line of the time line: people so far.
struct TimelineSeries
{
    struct Point
    {
        UtcTime at;
        int people = 0;

        friend bool operator==(const Point &, const Point &) = default;
    };

    QString name;
    RecipientStatus status = RecipientStatus::Sent;
    std::vector<Point> points;

    friend bool operator==(const TimelineSeries &, const TimelineSeries &) = default;
};

/// How a campaign goes at the moment, as the engine reports it.
struct LiveProgress
{
    double perSecond = 0;
    std::optional<UtcTime> endsAt;
    std::optional<UtcTime> lastMessageAt;
    QString waitingFor; ///< why nothing leaves just now, translated ("The send window opens at 09:00");
                        ///< empty: it goes

    friend bool operator==(const LiveProgress &, const LiveProgress &) = default;
};

/// What a person may do with a campaign now.
struct CampaignActions
{
    bool edit = false;
    bool send = false;
    bool pause = false;
    bool resume = false;
    bool cancel = false;
    bool retryFailed = false;
    bool resolve = false;
    bool followUp = false;
    bool exportResults = false;
    bool duplicate = true;
    bool remove = false;

    friend bool operator==(const CampaignActions &, const CampaignActions &) = default;
};

std::vector<ProgressShare> progressShares(const CampaignCounts &counts);
/// 0 to 1; nothing for an empty campaign.
std::optional<double> settledShare(const CampaignCounts &counts);
/// Without the unconfirmed card where there is none.
std::vector<CampaignFigure> campaignFigures(const CampaignCounts &counts, const ReachedCounts &reached);
std::vector<FunnelFigure> funnelFigures(const CampaignCounts &counts, const ReachedCounts &reached);
/// Sums up steps of `width` from the first one to `until`, so that each line goes on where nothing happened.
/// Lines of which nothing is known are left out.
std::vector<TimelineSeries> timelineSeries(const std::vector<TimeLinePoint> &steps,
                                           std::chrono::milliseconds width, UtcTime until);
CampaignActions actionsFor(CampaignState state, const CampaignCounts &counts);
/// "People who did not read it".
QString followUpText(FollowUpAudience audience);
/// How many they are; nothing where that is not known. `retriable`: who failed for a reason that may be over.
std::optional<int> followUpPeople(FollowUpAudience audience, const CampaignCounts &counts,
                                  std::optional<int> retriable);
/// People for whom something was tried.
int attemptedPeople(const CampaignCounts &counts, const ReachedCounts &reached);
