#pragma once

#include "base/clock.h"
#include "domain/campaign.h"

#include <QString>
#include <QTimeZone>

#include <vector>

/// People so far at one moment of a campaign, for the time line.
struct ReportPoint
{
    UtcTime at;
    int sent = 0;
    int delivered = 0;
    int read = 0;
    int responded = 0;
    int failed = 0;
};

/// A reason for which people were not reached, and how many.
struct FailureReason
{
    QString code;
    QString message;
    QString advice;
    int people = 0;
};

/// The figures of one campaign's report, as values. The counts and the reasons come from one snapshot, so
/// that they add up.
struct CampaignReport
{
    QString campaignName;
    QString description;
    QString accountName;
    QString senderNumber; ///< as shown, "+44 7700 900411"
    QString templateName;
    QString language;
    QString messageText; ///< the template's text with its placeholders
    CampaignState state = CampaignState::Completed;
    CampaignCounts counts;
    ReachedCounts reached;
    std::vector<ReportPoint> timeline; ///< in order of time, people so far
    std::vector<FailureReason> failures; ///< most people first
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> completedAt;
    UtcTime madeAt;
    QTimeZone zone; ///< in which times are shown
    bool isPractice = false;
};
