#include "simulator/insightsbook.h"

#include "simulator/templateshelf.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kSecondsOfADay = 86'400;
constexpr qint64 kMostDaysOfTemplates = 90;
constexpr qint64 kMostDaysOfPrices = 365;
constexpr qsizetype kMostTemplates = 10;
constexpr double kPrice = 0.86; // of one marketing message that was delivered, in the account's currency

qint64 secondOf(UtcTime time)
{
    return toMilliseconds(time) / 1'000;
}

GraphRefusal invalid(const QString &what)
{
    return {.code = 100, .message = u"(#100) "_s + what};
}

GraphRefusal notEnabled()
{
    return {.code = 200007,
            .status = 400,
            .message = u"(#200007) Template Insights is not enabled for this WhatsApp Business Account"_s};
}

/// Unix seconds, or a day.
std::optional<qint64> secondFrom(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return number;
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    return day.isValid() ? std::optional{day.startOfDay(Qt::UTC).toSecsSinceEpoch()} : std::nullopt;
}

/// The days that are asked for, in days since 1970.
struct Period
{
    qint64 first = 0;
    qint64 last = 0;
};

std::variant<Period, GraphRefusal> periodFrom(const QString &start, const QString &end, qint64 mostDays,
                                              UtcTime now)
{
    const std::optional<qint64> from = secondFrom(start);
    const std::optional<qint64> to = secondFrom(end);
    if (!from || !to)
        return invalid(u"start and end must be unix timestamps or dates"_s);
    if (*to <= *from)
        return invalid(u"end must be later than start"_s);
    if (secondOf(now) - *from > (mostDays + 1) * kSecondsOfADay)
        return invalid(u"start must be within the last %1 days"_s.arg(mostDays));
    return Period{*from / kSecondsOfADay, std::min(*to - 1, secondOf(now)) / kSecondsOfADay};
}

QJsonArray clicksOf(int count)
{
    QJsonArray clicks;
    if (count > 0)
        clicks.append(QJsonObject{
            {u"type"_s,           u"quick_reply_button"_s},
            {u"button_content"_s, u"Button"_s            },
            {u"count"_s,          count                  }
        });
    return clicks;
}

QJsonArray costOf(int delivered)
{
    QJsonArray cost{
        QJsonObject{{u"type"_s, u"amount_spent"_s}, {u"value"_s, delivered * kPrice}}
    };
    if (delivered > 0)
        cost.append(QJsonObject{
            {u"type"_s,  u"cost_per_delivered"_s},
            {u"value"_s, kPrice                 }
        });
    return cost;
}

/// "name(VALUE)" among the modifiers of a field; empty without it.
QString modifier(const QString &fields, const QString &name)
{
    const QRegularExpression form{u"\\.%1\\(([^)]*)\\)"_s.arg(name)};
    return form.match(fields).captured(1).remove(u'"').remove(u'[').remove(u']').trimmed();
}

} // namespace

void InsightsBook::note(const QString &templateId, const QString &category, UtcTime acceptedAt,
                        const std::vector<PlannedEvent> &events)
{
    using Kind = PlannedEvent::Kind;
    const qint64 day = secondOf(acceptedAt) / kSecondsOfADay;
    const auto add = [&](Step step, UtcTime at) {
        if (!templateId.isEmpty())
            ++m_byTemplate[templateId][day][secondOf(at)][step];
        ++m_byCategory[category][day][secondOf(at)][step];
    };
    const auto isThere = [&](Kind kind) {
        return std::any_of(events.begin(), events.end(),
                           [kind](const PlannedEvent &event) { return event.kind == kind; });
    };
    add(Sent, acceptedAt);
    std::set<Kind> counted; // an event that is told twice happened once
    for (const PlannedEvent &event : events) {
        if (!counted.insert(event.kind).second)
            continue;
        const UtcTime at = acceptedAt + event.after;
        switch (event.kind) {
        case Kind::Sent:
        case Kind::Failed:
        case Kind::TextReply:
        case Kind::StopPreference: break;
        case Kind::Delivered: add(Delivered, at); break;
        case Kind::Read:
            add(Read, at);
            if (!isThere(Kind::Delivered)) // it was, even though no event says so
                add(Delivered, at);
            break;
        case Kind::ButtonReply: add(Clicked, at); break;
        }
    }
}

InsightsBook::Counts InsightsBook::countsOf(const Days &days, qint64 day, UtcTime now)
{
    Counts counts{};
    const auto found = days.find(day);
    if (found == days.end())
        return counts;
    for (const auto &[second, happened] : found->second) {
        if (second > secondOf(now))
            break;
        for (std::size_t step = 0; step < counts.size(); ++step)
            counts[step] += happened[step];
    }
    return counts;
}

InsightsBook::Answer InsightsBook::templateAnalytics(const HttpRequest &request,
                                                     const TemplateShelf &templates, UtcTime now) const
{
    const auto parameter = [&](QByteArrayView name) {
        return QString::fromUtf8(request.queryValue(name).value_or(QByteArray{}));
    };
    if (!m_isEnabled)
        return notEnabled();
    if (parameter("granularity") != "DAILY"_L1)
        return invalid(u"Param granularity must be one of {DAILY}"_s);
    const QJsonArray ids = QJsonDocument::fromJson(parameter("template_ids").toUtf8()).array();
    if (ids.isEmpty() || ids.size() > kMostTemplates)
        return invalid(u"Param template_ids must have 1 to %1 elements"_s.arg(kMostTemplates));
    const auto period = periodFrom(parameter("start"), parameter("end"), kMostDaysOfTemplates, now);
    if (const auto *refusal = std::get_if<GraphRefusal>(&period))
        return *refusal;
    const auto [first, last] = std::get<Period>(period);
    const QString asked = parameter("metric_types");
    const auto wants = [&](const QString &metric) {
        return asked.isEmpty() || asked.contains(metric, Qt::CaseInsensitive);
    };

    QJsonArray points;
    for (const QJsonValue value : ids) {
        const QString id = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
        if (!templates.findById(id))
            continue;
        const auto known = m_byTemplate.find(id);
        for (qint64 day = first; day <= last; ++day) {
            const Counts counts = known == m_byTemplate.end() ? Counts{} : countsOf(known->second, day, now);
            QJsonObject point{
                {u"template_id"_s, id                        },
                {u"start"_s,       day * kSecondsOfADay      },
                {u"end"_s,         (day + 1) * kSecondsOfADay}
            };
            if (wants(u"SENT"_s))
                point[u"sent"_s] = counts[Sent];
            if (wants(u"DELIVERED"_s))
                point[u"delivered"_s] = counts[Delivered];
            if (wants(u"READ"_s))
                point[u"read"_s] = counts[Read];
            if (wants(u"CLICKED"_s))
                point[u"clicked"_s] = clicksOf(counts[Clicked]);
            if (wants(u"COST"_s))
                point[u"cost"_s] = costOf(counts[Delivered]);
            points.append(point);
        }
    }
    return QJsonObject{
        {u"data"_s,
         QJsonArray{QJsonObject{{u"granularity"_s, u"DAILY"_s},
                                {u"product_type"_s, u"cloud_api"_s},
                                {u"data_points"_s, points}}}                                               },
        {u"paging"_s, QJsonObject{{u"cursors"_s, QJsonObject{{u"before"_s, u"M"_s}, {u"after"_s, u"N"_s}}}}},
    };
}

InsightsBook::Answer InsightsBook::pricingAnalytics(const QString &fields, UtcTime now) const
{
    const QString granularity = modifier(fields, u"granularity"_s);
    if (granularity != "DAILY"_L1)
        return invalid(
            u"Param granularity must be one of {HALF_HOUR, DAILY, MONTHLY}; here it is DAILY only"_s);
    const auto period =
        periodFrom(modifier(fields, u"start"_s), modifier(fields, u"end"_s), kMostDaysOfPrices, now);
    if (const auto *refusal = std::get_if<GraphRefusal>(&period))
        return *refusal;
    const auto [first, last] = std::get<Period>(period);
    const QString dimensions = modifier(fields, u"dimensions"_s);
    QJsonArray points;
    for (qint64 day = first; day <= last; ++day) {
        for (const auto &[category, days] : m_byCategory) {
            const int delivered = countsOf(days, day, now)[Delivered];
            if (delivered == 0)
                continue;
            QJsonObject point{
                {u"start"_s,  day * kSecondsOfADay      },
                {u"end"_s,    (day + 1) * kSecondsOfADay},
                {u"volume"_s, delivered                 },
                {u"cost"_s,   delivered * kPrice        }
            };
            if (dimensions.contains("PRICING_CATEGORY"_L1))
                point[u"pricing_category"_s] = category.toUpper();
            if (dimensions.contains("PRICING_TYPE"_L1))
                point[u"pricing_type"_s] = u"REGULAR"_s;
            points.append(point);
        }
    }
    return QJsonObject{
        {u"data"_s, QJsonArray{QJsonObject{{u"data_points"_s, points}}}}
    };
}
