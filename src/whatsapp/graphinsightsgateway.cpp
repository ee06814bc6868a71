#include "whatsapp/graphinsightsgateway.h"

#include "whatsapp/graphrequest.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPages = 100; // ten templates have 900 days
constexpr double kLargestCount = 1e15;

QString seconds(UtcTime time)
{
    return QString::number(toMilliseconds(time) / 1'000);
}

std::optional<qint64> countIn(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || !(number >= 0) || number > kLargestCount)
        return std::nullopt;
    return static_cast<qint64>(number);
}

std::optional<double> amountIn(const QJsonValue &value)
{
    return value.isDouble() && std::isfinite(value.toDouble()) ? std::optional{value.toDouble()}
                                                               : std::nullopt;
}

std::optional<UtcTime> timeIn(const QJsonValue &value)
{
    constexpr qint64 kLatest = 4'102'444'800; // the year 2100
    const std::optional<qint64> seconds = countIn(value);
    return seconds && *seconds <= kLatest ? std::optional{fromMilliseconds(*seconds * 1'000)} : std::nullopt;
}

/// The presses of all buttons together; nothing where Meta tells of none.
std::optional<qint64> clicksIn(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    qint64 clicks = 0;
    const QJsonArray buttons = value.toArray();
    for (const QJsonValue button : buttons)
        clicks += countIn(button["count"_L1]).value_or(0);
    return clicks;
}

std::optional<double> spentIn(const QJsonValue &value)
{
    const QJsonArray amounts = value.toArray();
    for (const QJsonValue amount : amounts) {
        if (amount["type"_L1].toString() == "amount_spent"_L1)
            return amountIn(amount["value"_L1]);
    }
    return std::nullopt;
}

std::optional<TemplateDay> templateDayIn(const QJsonValue &point)
{
    const QJsonValue id = point["template_id"_L1];
    const std::optional<UtcTime> start = timeIn(point["start"_L1]);
    const std::optional<UtcTime> end = timeIn(point["end"_L1]);
    TemplateDay day;
    day.templateId = id.isDouble() ? QString::number(id.toInteger()) : id.toString();
    if (day.templateId.isEmpty() || !start || !end || *end <= *start)
        return std::nullopt;
    day.start = *start;
    day.end = *end;
    day.sent = countIn(point["sent"_L1]);
    day.delivered = countIn(point["delivered"_L1]);
    day.read = countIn(point["read"_L1]);
    day.clicked = clicksIn(point["clicked"_L1]);
    day.cost = spentIn(point["cost"_L1]);
    return day;
}

std::optional<PriceDay> priceDayIn(const QJsonValue &point)
{
    const std::optional<UtcTime> start = timeIn(point["start"_L1]);
    const std::optional<UtcTime> end = timeIn(point["end"_L1]);
    if (!start || !end || *end <= *start)
        return std::nullopt;
    return PriceDay{*start,
                    *end,
                    point["pricing_category"_L1].toString(),
                    point["pricing_type"_L1].toString(),
                    countIn(point["volume"_L1]).value_or(0),
                    amountIn(point["cost"_L1])};
}

/// Of both edges: an array of series, each with its points.
template <typename Day>
std::vector<Day> daysIn(const QJsonValue &data, std::optional<Day> (*read)(const QJsonValue &))
{
    std::vector<Day> days;
    const QJsonArray series = data.toArray();
    for (const QJsonValue one : series) {
        const QJsonArray points = one["data_points"_L1].toArray();
        for (const QJsonValue point : points) {
            if (std::optional<Day> day = read(point))
                days.push_back(*std::move(day));
        }
    }
    return days;
}

AskingAllowance allowanceIn(const GraphAnswer &answer)
{
    return {managementUsagePercentOf(answer), retryAfterOf(answer)};
}

MetaCounts countsIn(const QJsonValue &isEnabled)
{
    if (!isEnabled.isBool())
        return MetaCounts::NotTold;
    return isEnabled.toBool() ? MetaCounts::Yes : MetaCounts::No;
}

QString listOf(const QStringList &ids)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(u"[%1]"_s.arg(ids.join(u','))));
}

} // namespace

/// A question about templates, which is answered in pages.
struct GraphInsightsGateway::Listing
{
    Credential credential;
    QUrlQuery query;
    Answer<std::vector<TemplateDay>> answer;
    std::vector<TemplateDay> found;
    QString cursor;
    int pages = 0;
};

GraphInsightsGateway::GraphInsightsGateway(GraphTransportOptions options)
    : m_transport{std::move(options)}
{
}

/// One question. `read` makes the value of the answer, or nothing where it is none.
template <typename T, typename Read>
void GraphInsightsGateway::ask(const Credential &credential, const QString &path, const QUrlQuery &query,
                               Answer<T> answer, Read read)
{
    std::optional<QNetworkRequest> request = graphRequest(credential, path, query);
    if (!request) {
        const Error error{ErrorKind::Refused,
                          tr("There is no usable access token or address for this account."), u"no_token"_s};
        QMetaObject::invokeMethod(
            &m_transport, [answer, error] { answer(Result<T>{error}, {}); }, Qt::QueuedConnection);
        return;
    }
    m_transport.get(std::move(*request), [answer, read, token = credential.token](const GraphAnswer &raw) {
        const GraphAnswer received = raw.withoutSecret(token);
        const std::optional<QJsonObject> json = received.json();
        std::optional<T> value;
        if (received.httpStatus == 200 && json && !json->contains("error"_L1))
            value = read(*json);
        answer(value ? Result<T>{*std::move(value)} : Result<T>{readError(received)}, allowanceIn(received));
    });
}

void GraphInsightsGateway::fetchState(const Credential &credential, Answer<InsightsState> answer)
{
    const QUrlQuery query{
        {u"fields"_s, u"is_enabled_for_insights,currency"_s}
    };
    ask<InsightsState>(credential, pathPart(credential.account.wabaId), query, std::move(answer),
                       [](const QJsonObject &json) -> std::optional<InsightsState> {
                           return InsightsState{countsIn(json.value("is_enabled_for_insights"_L1)),
                                                json.value("currency"_L1).toString()};
                       });
}

void GraphInsightsGateway::enable(const Credential &credential, Answer<Done> answer)
{
    const QUrlQuery query{
        {u"is_enabled_for_insights"_s, u"true"_s}
    };
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.wabaId), query);
    if (!request) // says why
        return ask<Done>(credential, {}, query, std::move(answer),
                         [](const QJsonObject &) { return std::optional<Done>{}; });
    m_transport.postOnce(
        std::move(*request), "{}", [answer, token = credential.token](const GraphAnswer &raw) {
            const GraphAnswer received = raw.withoutSecret(token);
            const std::optional<QJsonObject> json = received.json();
            const bool isDone = received.httpStatus == 200 && json
                && (json->contains("id"_L1) || json->value("success"_L1).toBool());
            answer(isDone ? Result<>{Done{}} : Result<>{readError(received)}, allowanceIn(received));
        });
}

void GraphInsightsGateway::fetchTemplates(const Credential &credential, const QStringList &templateIds,
                                          UtcTime from, UtcTime to, Answer<std::vector<TemplateDay>> answer)
{
    auto listing = std::make_shared<Listing>();
    listing->credential = credential;
    listing->query = {
        {u"start"_s,        seconds(from)           },
        {u"end"_s,          seconds(to)             },
        {u"granularity"_s,  u"DAILY"_s              },
        {u"template_ids"_s, listOf(templateIds.mid(0, kMostTemplates))},
        {u"metric_types"_s,                 u"SENT,DELIVERED,READ,CLICKED,COST"_s                        }
    };
    listing->answer = std::move(answer);
    fetchPage(std::move(listing));
}

void GraphInsightsGateway::fetchPage(std::shared_ptr<Listing> listing)
{
    QUrlQuery query = listing->query;
    if (!listing->cursor.isEmpty())
        query.addQueryItem(u"after"_s, QString::fromLatin1(QUrl::toPercentEncoding(listing->cursor)));
    struct Page
    {
        std::vector<TemplateDay> days;
        QString next; ///< empty: the last one
    };
    const QString path = pathPart(listing->credential.account.wabaId) + u"/template_analytics"_s;
    ask<Page>(
        listing->credential, path, query,
        [this, listing](const Result<Page> &page, const AskingAllowance &allowance) {
            if (!page)
                return listing->answer(page.error(), allowance);
            listing->found.insert(listing->found.end(), page->days.begin(), page->days.end());
            const bool isLast = page->next.isEmpty() || page->next == listing->cursor;
            if (isLast)
                return listing->answer(listing->found, allowance);
            if (++listing->pages >= kMostPages || allowance.waitFor)
                return listing->answer(
                    Error{
                        ErrorKind::Network, tr("Meta did not tell all of its totals."), u"incomplete"_s, {}},
                    allowance);
            listing->cursor = page->next;
            fetchPage(listing);
        },
        [](const QJsonObject &json) -> std::optional<Page> {
            if (!json.value("data"_L1).isArray())
                return std::nullopt;
            // The address in `next` holds the token, so only the cursor is used.
            const QJsonValue paging = json.value("paging"_L1);
            return Page{daysIn(json.value("data"_L1), &templateDayIn),
                        paging["next"_L1].isUndefined() ? QString{}
                                                        : paging["cursors"_L1]["after"_L1].toString()};
        });
}

void GraphInsightsGateway::fetchPrices(const Credential &credential, UtcTime from, UtcTime to,
                                       Answer<std::vector<PriceDay>> answer)
{
    const QUrlQuery query{
        {u"fields"_s,
         u"pricing_analytics.start(%1).end(%2).granularity(DAILY).metric_types(COST,VOLUME)"
         ".dimensions(PRICING_CATEGORY,PRICING_TYPE)"_s.arg(seconds(from), seconds(to))}
    };
    ask<std::vector<PriceDay>>(credential, pathPart(credential.account.wabaId), query, std::move(answer),
                               [](const QJsonObject &json) -> std::optional<std::vector<PriceDay>> {
                                   return daysIn(json.value("pricing_analytics"_L1)["data"_L1],
                                                 &priceDayIn); // nothing paid: not there
                               });
}
