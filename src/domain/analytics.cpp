#include "domain/analytics.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

using namespace std::chrono_literals;

namespace {

constexpr qint64 kDayQuarters = 24 * 4;
constexpr double kOptOutsToWatch = 0.005;
constexpr double kTooManyOptOuts = 0.01;

QDate firstOfStep(QDate day, TrendStep step)
{
    switch (step) {
    case TrendStep::Day: return day;
    case TrendStep::Week: return day.addDays(1 - day.dayOfWeek());
    case TrendStep::Month: return {day.year(), day.month(), 1};
    }
    Q_UNREACHABLE();
}

QDate nextStep(QDate first, TrendStep step)
{
    switch (step) {
    case TrendStep::Day: return first.addDays(1);
    case TrendStep::Week: return first.addDays(7);
    case TrendStep::Month: return first.addMonths(1);
    }
    Q_UNREACHABLE();
}

std::vector<TrendPoint> emptyTrend(const AnalyticsQuestion &question)
{
    const TrendStep step = question.shownStep();
    const QDate today = toDateTime(question.now).toTimeZone(question.zone).date();
    std::vector<TrendPoint> points;
    for (QDate first = firstOfStep(question.days.from, step); first <= question.days.to;
         first = nextStep(first, step)) {
        const QDate last = nextStep(first, step).addDays(-1);
        TrendPoint point;
        point.days = {std::max(first, question.days.from), std::min(last, question.days.to)};
        point.isOver = last < today;
        points.push_back(point);
    }
    return points;
}

/// Which filters something passes.
struct Passes
{
    bool usedTemplate = true;
    bool campaign = true;
    bool period = true;
    bool slot = true;
    bool failure = true;

    bool all() const { return usedTemplate && campaign && period && slot && failure; }
    bool allButTemplate() const { return campaign && period && slot && failure; }
    bool allButCampaign() const { return usedTemplate && period && slot && failure; }
    bool allButPeriod() const { return usedTemplate && campaign && slot && failure; }
    bool allButSlot() const { return usedTemplate && campaign && period && failure; }
    bool allButFailure() const { return usedTemplate && campaign && period && slot; }
};

Quarter quarterOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count() / kQuarterSeconds;
}

/// Goes through the cells and adds each to the figures that it counts for.
class Analysis
{
public:
    Analysis(const AnalyticsFacts &facts, const AnalyticsQuestion &question)
        : m_facts{facts}
        , m_question{question}
        , m_from{quarterOf(question.begin())}
        , m_until{quarterOf(question.end())}
        , m_zoneClock{std::vector{question.zone}, m_from - kDayQuarters, m_until}
    {
        m_figures.step = question.shownStep();
        m_figures.trend = emptyTrend(question);
        m_figures.messagingLimit = facts.messagingLimit;
        for (const TrendPoint &point : m_figures.trend) {
            for (QDate day = point.days.from; day <= point.days.to; day = day.addDays(1))
                m_stepOfDay.push_back(static_cast<size_t>(&point - m_figures.trend.data()));
        }
        for (const QString &place : facts.places)
            m_clocks.emplace_back(place, m_from, m_until);
        for (const FailureWords &words : facts.reasons)
            m_reasons.push_back({words, 0, std::vector<int>(m_figures.trend.size())});
        m_ofCampaign.resize(facts.campaigns.size());
        m_isInCampaigns.resize(facts.campaigns.size());
        findTemplates();
        findCampaignsOfFailure();
    }

    Analytics run()
    {
        for (const SentCell &cell : m_facts.cells)
            add(cell);
        for (const FailureCell &cell : m_facts.failures)
            add(cell);
        addCosts();
        finishTemplates();
        finishCampaigns();
        finishReasons();
        findBestHour();
        addUseOfLimit();
        return std::move(m_figures);
    }

private:
    struct Moment
    {
        size_t step = 0;
        QDate day;
        std::optional<HeatSlot> slot;
    };

    void findTemplates()
    {
        std::map<std::pair<QString, QString>, size_t> known;
        for (const AnalyticsCampaign &campaign : m_facts.campaigns) {
            const auto [entry, isNew] =
                known.try_emplace({campaign.templateName, campaign.language}, m_ofTemplate.size());
            if (isNew)
                m_ofTemplate.push_back({
                    {campaign.templateName, campaign.language},
                    {                     }
                });
            m_templateOfCampaign.push_back(entry->second);
        }
    }

    void findCampaignsOfFailure()
    {
        const QString &code = m_question.filter.failureCode;
        m_hasFailure.assign(m_facts.campaigns.size(), code.isEmpty());
        for (const FailureCell &cell : m_facts.failures) {
            if (m_facts.reasons[cell.reason].code == code)
                m_hasFailure[cell.campaign] = true;
        }
    }

    /// Without anybody's own hour. Nothing outside the period.
    std::optional<Moment> momentOf(Quarter quarter) const
    {
        const std::optional<PlaceClock::Reading> here = m_zoneClock.at(quarter);
        if (!here || quarter < m_from || quarter >= m_until)
            return std::nullopt;
        const std::optional<size_t> step = stepOf(*here);
        if (!step)
            return std::nullopt;
        return Moment{*step, QDate::fromJulianDay(here->day), {}};
    }

    std::optional<Moment> momentOf(Quarter quarter, size_t place) const
    {
        std::optional<Moment> moment = momentOf(quarter);
        if (!moment)
            return moment;
        if (const std::optional<PlaceClock::Reading> there = m_clocks[place].at(quarter))
            moment->slot = {there->weekday, there->hour};
        return moment;
    }

    /// Which step of the trend a day belongs to; nothing outside the period.
    std::optional<size_t> stepOf(const PlaceClock::Reading &here) const
    {
        const qint64 day = here.day - m_question.days.from.toJulianDay();
        if (day < 0 || day >= static_cast<qint64>(m_stepOfDay.size()))
            return std::nullopt;
        return m_stepOfDay[static_cast<size_t>(day)];
    }

    Passes passesOf(size_t campaignPlace, const Moment &moment) const
    {
        const AnalyticsFilter &filter = m_question.filter;
        const AnalyticsCampaign &campaign = m_facts.campaigns[campaignPlace];
        return {!filter.usedTemplate || filter.usedTemplate->covers(campaign),
                !filter.campaign || *filter.campaign == campaign.id,
                !filter.period || filter.period->contains(moment.day),
                !filter.slot || (moment.slot && *filter.slot == *moment.slot), m_hasFailure[campaignPlace]};
    }

    bool isOfAccount(size_t campaign) const
    {
        return !m_question.filter.account
            || *m_question.filter.account == m_facts.campaigns[campaign].account;
    }

    void addEverywhere(size_t campaign, const Moment &moment, const Passes &passes, const StepCounts &counts)
    {
        if (passes.all())
            m_figures.total += counts;
        if (passes.allButPeriod())
            m_figures.trend[moment.step].counts += counts;
        if (passes.allButTemplate())
            m_ofTemplate[m_templateOfCampaign[campaign]].counts += counts;
        if (passes.allButCampaign()) {
            m_ofCampaign[campaign] += counts;
            m_isInCampaigns[campaign] = true;
        }
    }

    void add(const SentCell &cell)
    {
        const std::optional<Moment> moment = momentOf(cell.quarter, cell.place);
        if (!moment || !isOfAccount(cell.campaign))
            return;
        const Passes passes = passesOf(cell.campaign, *moment);
        addEverywhere(cell.campaign, *moment, passes, cell.counts);
        if (!passes.allButSlot())
            return;
        if (!moment->slot) {
            m_figures.heat.withoutClock += cell.counts.delivered;
            return;
        }
        Share &hour =
            m_figures.heat
                .hours[static_cast<size_t>(moment->slot->weekday)][static_cast<size_t>(moment->slot->hour)];
        hour.part += cell.counts.read;
        hour.whole += cell.counts.delivered;
    }

    void add(const FailureCell &cell)
    {
        const std::optional<Moment> moment = momentOf(cell.quarter, cell.place);
        if (!moment || !isOfAccount(cell.campaign))
            return;
        const Passes passes = passesOf(cell.campaign, *moment);
        const QString &code = m_question.filter.failureCode;
        if (code.isEmpty() || m_facts.reasons[cell.reason].code == code) {
            StepCounts counts;
            counts.failed = cell.people;
            addEverywhere(cell.campaign, *moment, passes, counts);
        }
        if (passes.allButFailure()) {
            m_reasons[cell.reason].people += cell.people;
            m_reasons[cell.reason].bySteps[moment->step] += cell.people;
        }
    }

    void addCosts()
    {
        std::unordered_map<qint64, size_t> places;
        for (size_t place = 0; place < m_facts.campaigns.size(); ++place)
            places.emplace(m_facts.campaigns[place].id.value, place);
        std::map<QString, CostSum> sums; // by currency
        for (const PricedCharge &charge : m_facts.charges) {
            const auto campaign = places.find(charge.messages.campaign.value);
            const std::optional<Moment> moment = momentOf(charge.messages.quarter);
            if (campaign == places.end() || !moment || !isOfAccount(campaign->second))
                continue;
            if (passesOf(campaign->second, *moment).allButSlot())
                sums[charge.currency].add(charge);
        }
        for (const auto &[currency, sum] : sums)
            m_figures.costs.push_back(sum.total());
        std::stable_sort(m_figures.costs.begin(), m_figures.costs.end(),
                         [](const CampaignCost &a, const CampaignCost &b) { return a.charged > b.charged; });
    }

    void finishTemplates()
    {
        for (const TemplateFigures &figures : m_ofTemplate) {
            if (figures.counts.tried > 0)
                m_figures.templates.push_back(figures);
        }
        const auto rank = [](const TemplateFigures &figures) {
            const Share read = figures.counts.readShare();
            return std::pair{read.isEnough(), read.value()};
        };
        std::stable_sort(
            m_figures.templates.begin(), m_figures.templates.end(),
            [&](const TemplateFigures &a, const TemplateFigures &b) { return rank(a) > rank(b); });
    }

    void finishCampaigns()
    {
        for (size_t i = 0; i < m_facts.campaigns.size(); ++i) {
            if (m_isInCampaigns[i])
                m_figures.campaigns.push_back({m_facts.campaigns[i], m_ofCampaign[i]});
        }
        const auto key = [](const ComparedCampaign &compared) {
            return std::tuple{compared.campaign.startedAt, compared.campaign.id};
        };
        std::sort(m_figures.campaigns.begin(), m_figures.campaigns.end(),
                  [&](const ComparedCampaign &a, const ComparedCampaign &b) { return key(a) > key(b); });
    }

    void finishReasons()
    {
        for (FailureReason &reason : m_reasons) {
            if (reason.people > 0)
                m_figures.reasons.push_back(std::move(reason));
        }
        std::stable_sort(m_figures.reasons.begin(), m_figures.reasons.end(),
                         [](const FailureReason &a, const FailureReason &b) { return a.people > b.people; });
    }

    void findBestHour()
    {
        HeatMap &heat = m_figures.heat;
        std::vector<HeatSlot> telling;
        for (int weekday = 0; weekday < 7; ++weekday) {
            for (int hour = 0; hour < 24; ++hour) {
                if (heat.at({weekday, hour}).whole >= kFewestOfAnHour)
                    telling.push_back({weekday, hour});
            }
        }
        std::stable_sort(telling.begin(), telling.end(), [&](const HeatSlot &a, const HeatSlot &b) {
            return heat.at(a).value() > heat.at(b).value();
        });
        if (telling.size() < 2) // nothing to be better than
            return;
        heat.best = telling.front();
        heat.isBestWithinChance = isWithinChance(heat.at(telling[0]), heat.at(telling[1]));
    }

    /// The people of the last 24 hours, at every moment.
    void addUseOfLimit()
    {
        size_t oldest = 0;
        int people = 0;
        for (const WrittenPeople &written : m_facts.written) {
            people += written.people;
            while (m_facts.written[oldest].quarter <= written.quarter - kDayQuarters)
                people -= m_facts.written[oldest++].people;
            const std::optional<PlaceClock::Reading> here = m_zoneClock.at(written.quarter);
            if (!here || written.quarter < m_from || written.quarter >= m_until)
                continue;
            const std::optional<size_t> step = stepOf(*here);
            if (!step)
                continue;
            TrendPoint &point = m_figures.trend[*step];
            point.busiestDay = std::max(point.busiestDay, people);
            m_figures.busiestDay = std::max(m_figures.busiestDay, people);
        }
    }

    const AnalyticsFacts &m_facts;
    const AnalyticsQuestion &m_question;
    Quarter m_from;
    Quarter m_until;
    PlaceClock m_zoneClock;
    std::vector<PlaceClock> m_clocks; ///< by place
    std::vector<size_t> m_stepOfDay; ///< by the days of the period
    std::vector<size_t> m_templateOfCampaign;
    std::vector<TemplateFigures> m_ofTemplate;
    std::vector<StepCounts> m_ofCampaign;
    std::vector<bool> m_isInCampaigns;
    std::vector<bool> m_hasFailure; ///< by campaign
    std::vector<FailureReason> m_reasons;
    Analytics m_figures;
};

} // namespace

StepCounts &StepCounts::operator+=(const StepCounts &other)
{
    tried += other.tried;
    sent += other.sent;
    delivered += other.delivered;
    read += other.read;
    responded += other.responded;
    failed += other.failed;
    optedOut += other.optedOut;
    return *this;
}

UtcTime AnalyticsQuestion::begin() const
{
    return fromDateTime(days.from.startOfDay(zone));
}

UtcTime AnalyticsQuestion::end() const
{
    return fromDateTime(days.to.addDays(1).startOfDay(zone));
}

TrendStep AnalyticsQuestion::shownStep() const
{
    constexpr qint64 kMostDays = 31;
    constexpr qint64 kMostDaysInWeeks = 200;
    if (step)
        return *step;
    const qint64 length = days.from.daysTo(days.to) + 1;
    return length <= kMostDays       ? TrendStep::Day
        : length <= kMostDaysInWeeks ? TrendStep::Week
                                     : TrendStep::Month;
}

OptOutLight optOutLight(const Share &optedOut)
{
    const std::optional<Interval> interval = optedOut.interval();
    if (interval && interval->low > kTooManyOptOuts)
        return OptOutLight::Alarm;
    if (!optedOut.isEnough())
        return OptOutLight::TooFew;
    return *optedOut.value() > kOptOutsToWatch ? OptOutLight::Watch : OptOutLight::Calm;
}

Analytics analyse(const AnalyticsFacts &facts, const AnalyticsQuestion &question)
{
    return Analysis{facts, question}.run();
}
