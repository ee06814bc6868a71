#include "workspace/analyticsdesk.h"

#include "exchange/csvwriter.h"
#include "storage/analyticsstore.h"
#include "workspace/session.h"

#include <QDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSteps{TrendStep::Day, TrendStep::Week, TrendStep::Month};
constexpr std::array kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QString numberOrNothing(std::optional<double> value)
{
    constexpr int kDecimals = 6;
    return value ? QString::number(*value, 'f', kDecimals) : QString{};
}

QStringList countColumns()
{
    return {u"tried"_s,          u"sent"_s,          u"delivered"_s,     u"read"_s,        u"responded"_s,
            u"failed"_s,         u"opted_out"_s,     u"delivery_rate"_s, u"read_rate"_s,   u"read_rate_low"_s,
            u"read_rate_high"_s, u"response_rate"_s, u"failure_rate"_s,  u"opt_out_rate"_s};
}

QStringList countCells(const StepCounts &counts)
{
    QStringList cells;
    for (const int people : {counts.tried, counts.sent, counts.delivered, counts.read, counts.responded,
                             counts.failed, counts.optedOut})
        cells << QString::number(people);
    const std::optional<Interval> read = counts.readShare().interval();
    for (const std::optional<double> &share :
         {counts.deliveredShare().value(), counts.readShare().value(),
          read ? std::optional{read->low} : std::nullopt, read ? std::optional{read->high} : std::nullopt,
          counts.respondedShare().value(), counts.failedShare().value(), counts.optedOutShare().value()})
        cells << numberOrNothing(share);
    return cells;
}

QString isoDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

AnalyticsTable trendTable(const Analytics &figures)
{
    AnalyticsTable table{
        u"trend"_s,
        QStringList{u"from"_s, u"to"_s}
        + countColumns() + QStringList{u"busiest_24_hours"_s        },
        {         }
    };
    for (const TrendPoint &point : figures.trend)
        table.rows.push_back(QStringList{isoDay(point.days.from), isoDay(point.days.to)}
                             + countCells(point.counts) + QStringList{QString::number(point.busiestDay)});
    return table;
}

AnalyticsTable templateTable(const Analytics &figures)
{
    AnalyticsTable table{
        u"templates"_s, QStringList{u"template"_s,                u"language"_s}
         + countColumns(), {                            }
    };
    for (const TemplateFigures &each : figures.templates)
        table.rows.push_back(QStringList{each.key.name, each.key.language} + countCells(each.counts));
    return table;
}

AnalyticsTable campaignTable(const Analytics &figures)
{
    AnalyticsTable table{
        u"campaigns"_s,
        QStringList{u"id"_s,          u"name"_s, u"template"_s, u"language"_s, u"started_at"_s}
        + countColumns(),
        {}
    };
    for (const ComparedCampaign &each : figures.campaigns) {
        const AnalyticsCampaign &campaign = each.campaign;
        table.rows.push_back(QStringList{QString::number(campaign.id.value), campaign.name,
                                         campaign.templateName, campaign.language,
                                         campaign.startedAt ? toIsoText(*campaign.startedAt) : QString{}}
                             + countCells(each.counts));
    }
    return table;
}

AnalyticsTable hourTable(const Analytics &figures)
{
    AnalyticsTable table{
        u"best-times"_s,
        {u"weekday"_s,    u"hour"_s, u"delivered"_s, u"read"_s, u"read_rate"_s, u"read_rate_low"_s,
          u"read_rate_high"_s},
        {}
    };
    for (int weekday = 0; weekday < 7; ++weekday) {
        for (int hour = 0; hour < 24; ++hour) {
            const Share &share = figures.heat.at({weekday, hour});
            const std::optional<Interval> interval = share.interval();
            if (!interval)
                continue;
            table.rows.push_back({weekdayWord(weekday), QString::number(hour), QString::number(share.whole),
                                  QString::number(share.part), numberOrNothing(share.value()),
                                  numberOrNothing(interval->low), numberOrNothing(interval->high)});
        }
    }
    return table;
}

AnalyticsTable failureTable(const Analytics &figures)
{
    AnalyticsTable table{
        u"failures"_s, {u"code"_s,    u"message"_s, u"from"_s, u"to"_s, u"people"_s},
         {}
    };
    for (const FailureReason &reason : figures.reasons) {
        for (size_t step = 0; step < reason.bySteps.size(); ++step) {
            if (reason.bySteps[step] > 0)
                table.rows.push_back(
                    {reason.words.code, reason.words.message, isoDay(figures.trend[step].days.from),
                     isoDay(figures.trend[step].days.to), QString::number(reason.bySteps[step])});
        }
    }
    return table;
}

AnalyticsTable costTable(const Analytics &figures)
{
    AnalyticsTable table{
        u"costs"_s, {u"currency"_s,  u"country"_s, u"category"_s, u"messages"_s, u"amount"_s},
         {  }
    };
    for (const CampaignCost &cost : figures.costs) {
        for (const CostShare &share : cost.shares)
            table.rows.push_back({cost.currency, share.region, share.category,
                                  QString::number(share.messages), plainText(share.amount)});
        if (cost.free > 0)
            table.rows.push_back({cost.currency, {}, u"free"_s, QString::number(cost.free), plainText({})});
        if (cost.unpriced > 0) // how much is not known
            table.rows.push_back({cost.currency, {}, u"unpriced"_s, QString::number(cost.unpriced), {}});
    }
    return table;
}

Result<> writeTable(const AnalyticsTable &table, const QString &path)
{
    Result<CsvWriter> writer = CsvWriter::open(path);
    if (!writer)
        return writer.error();
    if (const Result<> written = writer->writeRow(table.columns); !written)
        return written;
    for (const QStringList &row : table.rows) {
        if (const Result<> written = writer->writeRow(row); !written)
            return written;
    }
    return writer->commit();
}

Error notFound(const QString &message, const QString &code)
{
    return {ErrorKind::NotFound, message, code, {}};
}

} // namespace

QString toWord(TrendStep step)
{
    switch (step) {
    case TrendStep::Day: return u"day"_s;
    case TrendStep::Week: return u"week"_s;
    case TrendStep::Month: return u"month"_s;
    }
    Q_UNREACHABLE();
}

std::optional<TrendStep> trendStepFromWord(QStringView word)
{
    for (const TrendStep step : kSteps) {
        if (toWord(step) == word)
            return step;
    }
    return std::nullopt;
}

QString toWord(OptOutLight light)
{
    switch (light) {
    case OptOutLight::TooFew: return u"too_few"_s;
    case OptOutLight::Calm: return u"calm"_s;
    case OptOutLight::Watch: return u"watch"_s;
    case OptOutLight::Alarm: return u"alarm"_s;
    }
    Q_UNREACHABLE();
}

QString weekdayWord(int weekday)
{
    return QString::fromLatin1(kWeekdays.at(static_cast<size_t>(weekday)));
}

std::vector<AnalyticsTable> analyticsTables(const AnalyticsAnswer &answer)
{
    const Analytics &figures = answer.figures;
    return {
        {u"totals"_s, countColumns(), {countCells(figures.total)}},
        trendTable(figures),
        templateTable(figures),
        campaignTable(figures),
        hourTable(figures),
        failureTable(figures),
        costTable(figures)
    };
}

Result<AnalyticsAnswer> AnalyticsDesk::look(const AnalyticsRequest &request, const CancelToken &cancel)
{
    AnalyticsAnswer answer;
    AnalyticsQuestion &question = answer.question;
    question.zone = m_session.timeZone();
    question.now = m_session.clock().now();
    question.step = request.step;
    question.filter = request.filter;
    const QDate today = toDateTime(question.now).toTimeZone(question.zone).date();
    question.days.to = request.to.value_or(today);
    question.days.from = request.from.value_or(question.days.to.addDays(1 - kDefaultDays));
    if (question.days.to < question.days.from)
        return Error{ErrorKind::BadInput, tr("The period ends before it begins."), u"empty_period"_s, {}};

    AnalyticsStore::Wanted wanted{question.begin(), question.end(), question.filter.tag,
                                  question.filter.account};
    if (!wanted.limitOf) {
        const Result<std::optional<AccountId>> inUse = m_session.accounts().inUse();
        if (!inUse)
            return inUse.error();
        wanted.limitOf = *inUse;
    } else if (const Result<Account> account = m_session.accounts().load(*wanted.limitOf); !account) {
        return account.error();
    }
    Result<AnalyticsFacts> facts = AnalyticsStore{m_session.database()}.facts(wanted, cancel);
    if (!facts)
        return facts.error();
    Result<std::vector<PricedCharge>> charges =
        m_session.costDesk().charges({wanted.from, wanted.until, wanted.tag}, cancel);
    if (!charges)
        return charges.error();
    facts->charges = *std::move(charges);
    if (cancel.isCancelled()) {
        answer.wasCancelled = true;
        return answer;
    }
    Result<AnalyticsChoices> all = choices(*facts);
    if (!all)
        return all.error();
    answer.choices = *std::move(all);
    if (const Result<> checked = checkFilter(question.filter, *facts, answer.choices); !checked)
        return checked.error();
    answer.figures = analyse(*facts, question);
    return answer;
}

Result<AnalyticsChoices> AnalyticsDesk::choices(const AnalyticsFacts &facts)
{
    AnalyticsChoices all;
    const Result<std::vector<Account>> accounts = m_session.accounts().list();
    const Result<QStringList> tags = m_session.contacts().tagNames();
    if (!accounts || !tags)
        return accounts ? tags.error() : accounts.error();
    for (const Account &account : *accounts)
        all.accounts.push_back({account.id, shownNameOf(account)});
    all.tags = *tags;
    for (const AnalyticsCampaign &campaign : facts.campaigns) {
        if (campaign.startedAt && !campaign.templateName.isEmpty())
            all.templates.push_back({campaign.templateName, campaign.language});
    }
    std::sort(all.templates.begin(), all.templates.end(), [](const TemplateKey &a, const TemplateKey &b) {
        return std::pair{a.name, a.language} < std::pair{b.name, b.language};
    });
    all.templates.erase(std::unique(all.templates.begin(), all.templates.end()), all.templates.end());
    return all;
}

Result<> AnalyticsDesk::checkFilter(const AnalyticsFilter &filter, const AnalyticsFacts &facts,
                                    const AnalyticsChoices &choices) const
{
    if (!filter.tag.isEmpty() && !choices.tags.contains(filter.tag))
        return notFound(tr("Nobody has the tag “%1”.").arg(filter.tag), u"no_tag"_s);
    const auto isAnyCampaign = [&](const auto &fits) {
        return std::any_of(facts.campaigns.begin(), facts.campaigns.end(), fits);
    };
    if (filter.usedTemplate && !isAnyCampaign([&](const AnalyticsCampaign &campaign) {
            return filter.usedTemplate->covers(campaign);
        }))
        return notFound(tr("No campaign uses the template “%1”.").arg(filter.usedTemplate->name),
                        u"no_template"_s);
    if (filter.campaign
        && !isAnyCampaign([&](const AnalyticsCampaign &campaign) { return campaign.id == *filter.campaign; }))
        return notFound(tr("There is no campaign %1.").arg(filter.campaign->value), u"no_campaign"_s);
    return Done{};
}

Result<QStringList> AnalyticsDesk::write(const AnalyticsAnswer &answer, const QString &folder)
{
    if (!QDir{}.mkpath(folder))
        return Error{ErrorKind::Storage,
                     tr("The folder %1 cannot be made. Choose another one.").arg(folder),
                     u"cannot_write"_s,
                     {}};
    QStringList paths;
    for (const AnalyticsTable &table : analyticsTables(answer)) {
        const QString path = QDir{folder}.absoluteFilePath(table.name + u".csv"_s);
        if (const Result<> written = writeTable(table, path); !written)
            return written.error();
        paths << path;
    }
    return paths;
}
