#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "domain/figures.h"
#include "domain/revenue.h"

#include <QByteArray>
#include <QRgb>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <vector>

/// How an agency wants its reports to look.
struct ReportLook
{
    enum class Paper { A4, Letter };

    QString agency; ///< who hands the report over; empty: the account's name
    QByteArray logo; ///< a PNG or JPEG file; empty: Fanfare's mark
    QRgb accent = 0xff5646b8;
    Paper paper = Paper::A4;
    bool marksTables = false; ///< CSV files begin with a byte order mark, by which Excel knows UTF-8

    friend bool operator==(const ReportLook &, const ReportLook &) = default;
};

/// One campaign in a report.
struct ReportedCampaign
{
    QString name;
    QString templateName;
    QString language;
    CampaignState state = CampaignState::Completed;
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> completedAt;
    FigureSet figures;
    CampaignReturn money = {};
};

/// One template in a report, with everybody it was sent to.
struct ReportedTemplate
{
    QString name;
    QString language;
    QString category; ///< Meta's word
    QString header;
    QString body; ///< with its placeholders
    QString footer;
    QStringList buttons;
    int campaigns = 0;
    FigureSet figures;
    QString accountName = {}; ///< where the report has templates of several business accounts
};

/// Everything a report tells, as values. All figures come from one snapshot, so that they add up: those of
/// the campaigns to the ones of the report, and so do those of the templates where every campaign has one.
struct ClientReport
{
    QString title;
    QString description;
    QString accountName;
    QString senderNumber; ///< as shown, "+44 7700 900411"
    std::optional<UtcTime> from; ///< the period asked for; nothing: that of the campaigns
    std::optional<UtcTime> until; ///< its end, which is not part of it
    FigureSet figures;
    CampaignReturn money; ///< empty where there is neither a rate card nor revenue
    std::vector<TimeLinePoint> timeLine; ///< by steps of `step`
    std::chrono::minutes step{1};
    std::vector<ReportedCampaign> campaigns; ///< in the order in which they began
    std::vector<ReportedTemplate> templates; ///< most people first
    UtcTime madeAt;
    QTimeZone zone; ///< in which times are shown
    bool isPractice = false;
    bool isDeliveryUnknown = false; ///< no delivery event has come since they began
    ReportLook look;

    std::optional<UtcTime> startedAt() const;
    /// Nothing while one of them is not over.
    std::optional<UtcTime> completedAt() const;
};
