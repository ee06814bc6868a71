#include "presentation/analyticswords.h"

#include "presentation/audience.h"
#include "presentation/costwords.h"
#include "presentation/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AnalyticsWords)
};

QString dayMonth(QDate day)
{
    //: A day without its year (Qt date format)
    return QLocale{}.toString(day, Words::tr("d MMM"));
}

QString isoDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

QStringList countColumns()
{
    return {Words::tr("Sent"),      Words::tr("Delivered"), Words::tr("Read"),
            Words::tr("Responded"), Words::tr("Failed"),    Words::tr("Opted out")};
}

std::vector<std::optional<qint64>> countCells(const StepCounts &counts)
{
    return {counts.sent, counts.delivered, counts.read, counts.responded, counts.failed, counts.optedOut};
}

/// Counts, then the read rate with both ends of its interval.
ChartTable withReadRates(QStringList first)
{
    ChartTable table{
        first + countColumns()
            + QStringList{Words::tr("Read rate"), Words::tr("At least"), Words::tr("At most")},
        {                    }
    };
    const auto count = static_cast<size_t>(table.columns.size());
    table.shareColumns = {count - 3, count - 2, count - 1};
    return table;
}

ChartTable::Row rowWithReadRate(const QString &name, const StepCounts &counts)
{
    ChartTable::Row row{name, name, countCells(counts)};
    const Share read = counts.readShare();
    const std::optional<Interval> interval = read.interval();
    row.numbers.push_back(tenThousandths(read.value()));
    row.numbers.push_back(interval ? tenThousandths(interval->low) : std::nullopt);
    row.numbers.push_back(interval ? tenThousandths(interval->high) : std::nullopt);
    return row;
}

QString templateName(const TemplateKey &key)
{
    return key.language.isEmpty() ? key.name : u"%1 (%2)"_s.arg(key.name, languageText(key.language));
}

} // namespace

QString periodText(const DayRange &days)
{
    if (days.from == days.to)
        return dateText(days.from);
    const bool isOneYear = days.from.year() == days.to.year();
    //: A period: "31 Aug to 19 Nov 2026"
    return Words::tr("%1 to %2")
        .arg(isOneYear ? dayMonth(days.from) : dateText(days.from), dateText(days.to));
}

QString stepTitle(const TrendPoint &point, TrendStep step)
{
    const QLocale locale;
    switch (step) {
    //: One day on a chart (Qt date format)
    case TrendStep::Day: return locale.toString(point.days.from, Words::tr("dddd d MMMM"));
    //: A week on a chart; %1 is its first day
    case TrendStep::Week:
        return Words::tr("Week of %1").arg(locale.toString(point.days.from, Words::tr("d MMMM")));
    //: A month on a chart (Qt date format)
    case TrendStep::Month: return locale.toString(point.days.from, Words::tr("MMMM yyyy"));
    }
    Q_UNREACHABLE();
}

QString stepLabel(const TrendPoint &point, TrendStep step)
{
    if (step == TrendStep::Month)
        return QLocale{}.toString(point.days.from, u"MMM"_s);
    return dayMonth(point.days.from);
}

QString analyticsContext(const AnalyticsAnswer &answer)
{
    const QString zone = zoneCityText(answer.question.zone.id());
    const qint64 days = answer.question.days.from.daysTo(answer.question.days.to) + 1;
    const std::vector<TrendPoint> &trend = answer.figures.trend;
    const bool isOpen =
        std::any_of(trend.begin(), trend.end(), [](const TrendPoint &point) { return !point.isOver; });
    const QString period = Words::tr("%n days, %1 time.", nullptr, static_cast<int>(days)).arg(zone);
    if (!isOpen)
        return period;
    switch (answer.figures.step) {
    case TrendStep::Day: return Words::tr("%1 Today is not over: dotted lines").arg(period);
    case TrendStep::Week: return Words::tr("%1 The current week is not over: dotted lines").arg(period);
    case TrendStep::Month: return Words::tr("%1 The current month is not over: dotted lines").arg(period);
    }
    Q_UNREACHABLE();
}

QString trendUnit(TrendStep step)
{
    switch (step) {
    case TrendStep::Day: return Words::tr("people a day, by the day their message left");
    case TrendStep::Week: return Words::tr("people a week, by the day their message left");
    case TrendStep::Month: return Words::tr("people a month, by the day their message left");
    }
    Q_UNREACHABLE();
}

QString slotText(const HeatSlot &slot)
{
    const QLocale locale;
    const auto hour = [&](int at) { return locale.toString(QTime{at % 24, 0}, QLocale::ShortFormat); };
    //: An hour of the week: "Wednesday 18:00 to 19:00"
    return Words::tr("%1 %2 to %3")
        .arg(locale.dayName(slot.weekday + 1), hour(slot.hour), hour(slot.hour + 1));
}

QString heatUnit(const HeatMap &heat)
{
    if (!heat.best)
        return Words::tr("% read, by people’s own hour. Too few people yet");
    if (heat.isBestWithinChance)
        return Words::tr("% read, by people’s own hour. The top hours are within chance");
    return Words::tr("% read, by people’s own hour");
}

QString templateSecondLine(const TemplateFigures &figures)
{
    //: Under a template: its language, and how many got it
    return Words::tr("%1 · %2 delivered")
        .arg(languageText(figures.key.language), countText(figures.counts.delivered));
}

QString campaignSecondLine(const ComparedCampaign &compared)
{
    const QString delivered = countText(compared.counts.delivered);
    return compared.campaign.startedAt
        //: Under a campaign: the day on which it began, and how many got it
        ? Words::tr("%1 · %2 delivered").arg(dateText(*compared.campaign.startedAt), delivered)
        : Words::tr("%1 delivered").arg(delivered);
}

QString intervalWords(const Share &share)
{
    const std::optional<Interval> interval = share.interval();
    if (!interval)
        return Words::tr("nobody got it");
    const QString words = Words::tr("%1 of %2, truly between %3 and %4")
                              .arg(percentText(*share.value()), countText(share.whole),
                                   percentText(interval->low), percentText(interval->high));
    return share.isEnough() ? words : Words::tr("%1; too few to tell").arg(words);
}

QString optOutWords(OptOutLight light)
{
    switch (light) {
    case OptOutLight::TooFew: return Words::tr("too few people to tell");
    case OptOutLight::Calm: return Words::tr("as it should be");
    case OptOutLight::Watch: return Words::tr("more than 1 in 200: watch it");
    case OptOutLight::Alarm: return Words::tr("more than 1 in 100: too many");
    }
    Q_UNREACHABLE();
}

QString reasonText(const FailureWords &words)
{
    QString text = words.message.isEmpty() ? Words::tr("Error %1").arg(words.code) : words.message;
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString comparisonText(const ComparedCampaign &a, const ComparedCampaign &b)
{
    const Share first = a.counts.readShare();
    const Share second = b.counts.readShare();
    const bool isFirstMore = first.value() >= second.value();
    const ComparedCampaign &more = isFirstMore ? a : b;
    const ComparedCampaign &less = isFirstMore ? b : a;
    const std::optional<Interval> difference =
        differenceInterval(more.counts.readShare(), less.counts.readShare());
    if (!difference || difference->contains(0))
        return Words::tr("“%1” and “%2”: the difference is within chance")
            .arg(more.campaign.name, less.campaign.name);
    const QLocale locale;
    return Words::tr("“%1” was read more than “%2”, by %3 to %4 points")
        .arg(more.campaign.name, less.campaign.name, locale.toString(difference->low * 100, 'f', 1),
             locale.toString(difference->high * 100, 'f', 1));
}

QString costUnit(const Analytics &figures)
{
    QStringList sums;
    for (const CampaignCost &cost : figures.costs) {
        if (cost.charged > 0)
            sums << shownMoney(cost.amount, cost.currency);
    }
    return sums.isEmpty() ? QString{}
                          : Words::tr("%1 in all, by the day of delivery").arg(sums.join(u" + "_s));
}

QString costNote(const AnalyticsAnswer &answer)
{
    int free = 0;
    int unpriced = 0;
    for (const CampaignCost &cost : answer.figures.costs) {
        free += cost.free;
        unpriced += cost.unpriced;
    }
    QStringList sentences;
    if (unpriced > 0)
        sentences << Words::tr("No rate card tells the price of %Ln message(s).", nullptr, unpriced);
    if (free > 0)
        sentences << Words::tr("%Ln message(s) were free of charge.", nullptr, free);
    if (answer.question.filter.slot)
        sentences << Words::tr("Costs are those of all hours.");
    return sentences.join(u' ');
}

QString whyNoCost(const Analytics &figures)
{
    int free = 0;
    int unpriced = 0;
    for (const CampaignCost &cost : figures.costs) {
        if (cost.charged > 0)
            return {};
        free += cost.free;
        unpriced += cost.unpriced;
    }
    if (unpriced > 0)
        return Words::tr("No rate card tells what was charged. Import Meta’s card in Settings, Rates.");
    return free > 0 ? Words::tr("All that was delivered was free of charge.")
                    : Words::tr("Meta has told no price in this period.");
}

std::vector<FilterWords> filterWords(const AnalyticsAnswer &answer)
{
    const AnalyticsFilter &filter = answer.question.filter;
    const Analytics &figures = answer.figures;
    std::vector<FilterWords> all;
    if (filter.period) {
        const auto step = std::find_if(figures.trend.begin(), figures.trend.end(),
                                       [&](const TrendPoint &point) { return point.days == *filter.period; });
        all.push_back(
            {MarkFilter::Period,
             step == figures.trend.end() ? periodText(*filter.period) : stepTitle(*step, figures.step)});
    }
    if (!filter.failureCode.isEmpty()) {
        const auto reason =
            std::find_if(figures.reasons.begin(), figures.reasons.end(),
                         [&](const FailureReason &each) { return each.words.code == filter.failureCode; });
        all.push_back(
            {MarkFilter::Failure,
             Words::tr("Failed: %1")
                 .arg(reason == figures.reasons.end() ? filter.failureCode : reasonText(reason->words))});
    }
    if (filter.usedTemplate)
        all.push_back({MarkFilter::Template, templateName(*filter.usedTemplate)});
    if (filter.slot)
        all.push_back({MarkFilter::Slot, slotText(*filter.slot)});
    if (filter.campaign) {
        const auto found =
            std::find_if(figures.campaigns.begin(), figures.campaigns.end(),
                         [&](const ComparedCampaign &each) { return each.campaign.id == *filter.campaign; });
        all.push_back({MarkFilter::Campaign,
                       found == figures.campaigns.end()
                           ? Words::tr("Campaign %1").arg(QString::number(filter.campaign->value))
                           : found->campaign.name});
    }
    return all;
}

AnalyticsFilter without(AnalyticsFilter filter, MarkFilter mark)
{
    switch (mark) {
    case MarkFilter::Template: filter.usedTemplate.reset(); break;
    case MarkFilter::Campaign: filter.campaign.reset(); break;
    case MarkFilter::Period: filter.period.reset(); break;
    case MarkFilter::Slot: filter.slot.reset(); break;
    case MarkFilter::Failure: filter.failureCode.clear(); break;
    }
    return filter;
}

ChartTable trendTable(const Analytics &figures)
{
    ChartTable table{QStringList{Words::tr("From")} + countColumns(), {}};
    for (const TrendPoint &point : figures.trend)
        table.rows.push_back(
            {stepTitle(point, figures.step), isoDay(point.days.from), countCells(point.counts)});
    return table;
}

ChartTable templateTable(const Analytics &figures)
{
    ChartTable table = withReadRates({Words::tr("Template")});
    for (const TemplateFigures &each : figures.templates)
        table.rows.push_back(rowWithReadRate(templateName(each.key), each.counts));
    return table;
}

ChartTable campaignTable(const Analytics &figures)
{
    ChartTable table = withReadRates({Words::tr("Campaign")});
    for (const ComparedCampaign &each : figures.campaigns)
        table.rows.push_back(rowWithReadRate(each.campaign.name, each.counts));
    return table;
}

ChartTable heatTable(const HeatMap &heat)
{
    ChartTable table{
        {Words::tr("Hour"),  Words::tr("Delivered"), Words::tr("Read"), Words::tr("Read rate")},
        {         }
    };
    table.shareColumns = {3};
    for (int weekday = 0; weekday < 7; ++weekday) {
        for (int hour = 0; hour < 24; ++hour) {
            const Share &share = heat.at({weekday, hour});
            if (share.whole == 0)
                continue;
            const bool tells = share.whole >= kFewestOfAnHour;
            table.rows.push_back({
                slotText({weekday, hour      }
                ),
                u"%1 %2:00"_s.arg(weekday + 1).arg(hour, 2, 10, QChar{                 u'0'      }
                ),
                { share.whole,       share.part, tells ? tenThousandths(share.value()) : std::nullopt}
            });
        }
    }
    return table;
}

ChartTable failureTable(const Analytics &figures)
{
    ChartTable table{
        {Words::tr("Reason"), Words::tr("People")},
        {                   }
    };
    for (const TrendPoint &point : figures.trend)
        table.columns << stepLabel(point, figures.step);
    for (const FailureReason &reason : figures.reasons) {
        ChartTable::Row row{reasonText(reason.words), reason.words.code, {reason.people}};
        row.numbers.insert(row.numbers.end(), reason.bySteps.begin(), reason.bySteps.end());
        table.rows.push_back(std::move(row));
    }
    return table;
}

ChartTable costTable(const Analytics &figures)
{
    ChartTable table{
        {Words::tr("Country and category"), Words::tr("Messages")},
        {                                 }
    };
    for (const CampaignCost &cost : figures.costs) {
        if (cost.charged == 0)
            continue;
        table.moneyColumns.push_back(static_cast<size_t>(table.columns.size()));
        //: The head of a column; %1 is the code of a currency
        table.columns << Words::tr("Cost in %1").arg(cost.currency);
    }
    size_t currency = 0;
    for (const CampaignCost &cost : figures.costs) {
        if (cost.charged == 0)
            continue;
        for (const CostShare &share : cost.shares) {
            const std::optional<PriceCategory> category = priceCategoryFromWord(share.category);
            const QString country =
                share.region.isEmpty() ? Words::tr("Unknown country") : countryText(share.region);
            ChartTable::Row row;
            row.name = Words::tr("%1, %2", "a country and a category")
                           .arg(country, category ? priceCategoryText(*category) : share.category);
            row.plainName = u"%1 %2"_s.arg(share.region, share.category).trimmed();
            row.numbers.assign(table.moneyColumns.size() + 1, std::nullopt);
            row.numbers.front() = share.messages;
            row.numbers[currency + 1] = share.amount.millionths;
            table.rows.push_back(std::move(row));
        }
        ++currency;
    }
    return table;
}

ChartTable limitTable(const Analytics &figures)
{
    ChartTable table{
        {Words::tr("From"),   Words::tr("Most people in 24 hours"), Words::tr("Limit")},
        {                  }
    };
    for (const TrendPoint &point : figures.trend)
        table.rows.push_back({
            stepTitle(point, figures.step),
            isoDay(point.days.from),
            {point.busiestDay,
                               figures.messagingLimit ? std::optional<qint64>{*figures.messagingLimit} : std::nullopt}
        });
    return table;
}
