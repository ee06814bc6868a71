#pragma once

#include "domain/analytics.h"
#include "presentation/charttable.h"

#include <QString>
#include <QStringList>

#include <vector>

// The figures of the Analytics page in words and as tables.

/// "31 Aug to 19 Nov 2026".
QString periodText(const DayRange &days);
/// "Week of 26 October", "Mon 26 Oct", "October 2026".
QString stepTitle(const TrendPoint &point, TrendStep step);
/// The same where there is little room: "26 Oct", "Oct".
QString stepLabel(const TrendPoint &point, TrendStep step);
/// "Last 12 weeks, London time. The current week is not over: dotted lines".
QString analyticsContext(const AnalyticsAnswer &answer);
/// "people a week, by the day their message left".
QString trendUnit(TrendStep step);
/// "Wednesday 18:00 to 19:00".
QString slotText(const HeatSlot &slot);
/// "% read, by hour sent. The top hours are within chance".
QString heatUnit(const HeatMap &heat);
/// "English · 415 delivered".
QString templateSecondLine(const TemplateFigures &figures);
QString campaignSecondLine(const ComparedCampaign &compared);
/// What an interval says: "66.4 %, truly between 61.2 % and 70.9 %", or that it is of too few.
QString intervalWords(const Share &share);
/// What the opt-out light says about its share.
QString optOutWords(OptOutLight light);
/// The reason in words, or its code where nobody gave any.
QString reasonText(const FailureWords &words);
/// "“Lisboa” was read more than “Goa” by 3.1 to 9.8 points", or that chance may make the difference.
QString comparisonText(const ComparedCampaign &a, const ComparedCampaign &b);

/// "1,234.50 USD in all, by the day of delivery".
QString costUnit(const Analytics &figures);
/// What the chart of costs leaves out, in sentences; may be empty.
QString costNote(const AnalyticsAnswer &answer);
/// Why there is no cost to show; empty where there is one.
QString whyNoCost(const Analytics &figures);

/// A filter that is set by a mark, with what takes it off.
enum class MarkFilter { Template, Campaign, Period, Slot, Failure };

struct FilterWords
{
    MarkFilter filter = MarkFilter::Template;
    QString words;

    friend bool operator==(const FilterWords &, const FilterWords &) = default;
};

/// The marks that filter, in the order of the page.
std::vector<FilterWords> filterWords(const AnalyticsAnswer &answer);
AnalyticsFilter without(AnalyticsFilter filter, MarkFilter mark);

ChartTable trendTable(const Analytics &figures);
ChartTable templateTable(const Analytics &figures);
ChartTable campaignTable(const Analytics &figures);
ChartTable heatTable(const HeatMap &heat);
ChartTable failureTable(const Analytics &figures);
ChartTable costTable(const Analytics &figures);
ChartTable limitTable(const Analytics &figures);
