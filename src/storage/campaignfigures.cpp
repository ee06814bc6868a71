#include "storage/campaignfigures.h"

#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/quickrows.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kTimedSteps = 3; // delivered, read, responded

/// People by how long they took, the fastest first.
class Delays
{
public:
    void add(std::chrono::milliseconds delay, int people)
    {
        m_people += people;
        m_soFar.emplace_back(delay, m_people);
    }

    std::optional<StepTime> stepTime() const
    {
        if (m_people == 0)
            return std::nullopt;
        const int last = m_people - 1;
        const auto ninth = static_cast<int>(static_cast<qint64>(last) * 9 / 10);
        const auto third = static_cast<int>(static_cast<qint64>(last) * 3 / 4);
        return StepTime{at(last / 2), at(ninth), at(last / 4), at(third), m_people};
    }

private:
    std::chrono::milliseconds at(int place) const
    {
        return std::partition_point(m_soFar.begin(), m_soFar.end(),
                                    [place](const auto &entry) { return entry.second <= place; })
            ->first;
    }

    std::vector<std::pair<std::chrono::milliseconds, int>> m_soFar;
    int m_people = 0;
};

/// Hands over how many people took how long: the step (0 delivered, 1 read, 2 responded), the delay, and how
/// many.
Result<> forEachDelay(Database &database, const std::vector<CampaignId> &campaigns,
                      const std::function<void(qint64, qint64, qint64)> &take)
{
    const QString sql =
        uR"(SELECT CASE d.step WHEN 'delivered' THEN 0 WHEN 'read' THEN 1 ELSE 2 END, d.delay, d.people
        FROM json_each(?) w CROSS JOIN campaign_delay d ON d.campaign_id = w.value WHERE d.people > 0)"_s;
    return forEachQuickRow(database, sql, {jsonList(campaigns)}, [&](const QuickRow &row) {
        take(row.integer(0), row.integer(1), row.integer(2));
    });
}

/// Judges the values of one person after the other.
class ValueCheck
{
public:
    ValueCheck(const MessageTemplate &chosen, const CampaignSettings &settings)
        : m_template{chosen}
        , m_variables{chosen.variables()}
        , m_defaults{settings.defaults}
        , m_fixed{settings.fixedValues}
    {
    }

    void look(const Variables &own, PeopleFacts &facts)
    {
        const Variables values = filledIn(own, m_defaults, m_fixed);
        bool isMissing = false;
        bool isBad = false;
        bool usesDefault = false;
        qsizetype length = m_template.body.size();
        for (const TemplateVariable &variable : m_variables) {
            const QString value = values.value(variable.key);
            length += value.size();
            if (value.trimmed().isEmpty()) {
                isMissing = true;
                ++m_missing[variable.key];
                continue;
            }
            if (own.value(variable.key).trimmed().isEmpty() && !m_fixed.contains(variable.key)) {
                usesDefault = true;
                ++facts.defaultsUsed[variable.key];
            }
            if (const ValueProblem problem = problemOfValue(value); problem != ValueProblem::None) {
                isBad = true;
                ++m_refused[{problem, variable.key}];
            }
        }
        if (!isBad && length > kLongestBody && m_template.rendered(values).bodyText().size() > kLongestBody) {
            isBad = true;
            ++m_refused[{ValueProblem::TooLong, {}}];
        }
        facts.withMissingVariables += isMissing;
        facts.withBadValues += isBad;
        facts.withDefaults += usesDefault;
    }

    std::vector<RefusedValues> refused() const
    {
        std::vector<RefusedValues> all;
        for (const auto &[what, people] : m_refused)
            all.push_back({what.first, what.second, people});
        std::stable_sort(all.begin(), all.end(),
                         [](const RefusedValues &a, const RefusedValues &b) { return a.people > b.people; });
        return all;
    }

    QString mostOftenMissing() const
    {
        const auto most = std::max_element(m_missing.begin(), m_missing.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        return most == m_missing.end() ? QString{} : most->first;
    }

private:
    const MessageTemplate &m_template;
    std::vector<TemplateVariable> m_variables;
    const Variables &m_defaults;
    const Variables &m_fixed;
    std::map<QString, int> m_missing;
    std::map<std::pair<ValueProblem, QString>, int> m_refused;
};

} // namespace

Result<FigureSet> CampaignFigures::figures(const std::vector<CampaignId> &campaigns)
{
    FigureSet figures;
    const Result<> counted = forEachRow(
        m_database,
        uR"(SELECT sum(pending), sum(sending), sum(sent), sum(delivered), sum(read), sum(responded),
                   sum(failed), sum(opted_out), sum(skipped), sum(unconfirmed), sum(reached_sent),
                   sum(reached_delivered), sum(reached_read), sum(reached_responded)
            FROM json_each(?) w JOIN campaign_counts n ON n.campaign_id = w.value)"_s,
        {jsonList(campaigns)}, [&](const Row &row) {
            int column = 0;
            for (const RecipientStatus status : kRecipientStatuses)
                figures.counts.set(status, row.number(column++));
            ReachedCounts &reached = figures.reached;
            for (int *const step : {&reached.sent, &reached.delivered, &reached.read, &reached.responded})
                *step = row.number(column++);
        });
    if (!counted)
        return counted.error();
    const Result<DeliveryTimes> times = deliveryTimes(campaigns);
    if (!times)
        return times.error();
    figures.times = *times;
    Result<std::vector<ErrorCount>> reasons = errors(campaigns);
    if (!reasons)
        return reasons.error();
    figures.errors = *std::move(reasons);
    Result<std::vector<PricedMessages>> priced = prices(campaigns);
    if (!priced)
        return priced.error();
    figures.prices = *std::move(priced);
    return figures;
}

Result<std::vector<CampaignTitle>> CampaignFigures::startedBetween(UtcTime from, UtcTime until)
{
    std::vector<CampaignTitle> campaigns;
    const Result<> read = forEachRow(
        m_database, uR"(SELECT id, name, started_at FROM campaign WHERE started_at >= ? AND started_at < ?
            ORDER BY started_at, id)"_s,
        {toMilliseconds(from), toMilliseconds(until)}, [&](const Row &row) {
            campaigns.push_back({{row.integer(0)}, row.text(1), row.optionalTime(2)});
        });
    if (!read)
        return read.error();
    return campaigns;
}

Result<std::vector<TimeLinePoint>> CampaignFigures::timeLine(const std::vector<CampaignId> &campaigns,
                                                             std::chrono::minutes step)
{
    std::vector<TimeLinePoint> points;
    const Result<> read = forEachRow(
        m_database,
        uR"(SELECT minute / ? * ? AS start, sum(sent), sum(delivered), sum(read), sum(responded), sum(failed)
            FROM json_each(?) w JOIN campaign_minute m ON m.campaign_id = w.value GROUP BY start
            HAVING sum(sent) + sum(delivered) + sum(read) + sum(responded) + sum(failed) > 0
            ORDER BY start)"_s,
        {static_cast<qint64>(step.count()), static_cast<qint64>(step.count()), jsonList(campaigns)},
        [&](const Row &row) {
            points.push_back({UtcTime{std::chrono::minutes{row.integer(0)}}, row.number(1), row.number(2),
                              row.number(3), row.number(4), row.number(5)});
        });
    if (!read)
        return read.error();
    return points;
}

Result<std::vector<ErrorCount>> CampaignFigures::errors(const std::vector<CampaignId> &campaigns)
{
    std::map<QString, ErrorCount> byCode;
    const Result<> read =
        forEachRow(m_database, uR"(SELECT g.code, g.people, r.error_message, r.error_advice
            FROM (SELECT f.campaign_id AS campaign, f.error_code AS code, count(*) AS people
                  FROM json_each(?) w JOIN recipient f INDEXED BY recipient_failed ON f.campaign_id = w.value
                  WHERE f.status = 'failed' GROUP BY 1, 2) g
                JOIN recipient r ON r.id = (SELECT o.id FROM recipient o INDEXED BY recipient_failed
                    WHERE o.campaign_id = g.campaign AND o.error_code = g.code AND o.status = 'failed' LIMIT 1)
            ORDER BY g.campaign)"_s,
                   {jsonList(campaigns)}, [&](const Row &row) {
                       ErrorCount &error = byCode[row.text(0)];
                       error = {row.text(0), row.text(2), row.text(3), error.count + row.number(1)};
                   });
    if (!read)
        return read.error();
    std::vector<ErrorCount> errors;
    for (auto &[code, error] : byCode)
        errors.push_back(std::move(error));
    std::stable_sort(errors.begin(), errors.end(),
                     [](const ErrorCount &a, const ErrorCount &b) { return a.count > b.count; });
    return errors;
}

Result<DeliveryTimes> CampaignFigures::deliveryTimes(const std::vector<CampaignId> &campaigns)
{
    // Summed up here: for a year of campaigns, SQLite would sort two million entries.
    std::array<std::unordered_map<qint64, int>, kTimedSteps> people;
    const Result<> read = forEachDelay(m_database, campaigns, [&](qint64 step, qint64 delay, qint64 count) {
        people[static_cast<size_t>(step)][delay] += static_cast<int>(count);
    });
    if (!read)
        return read.error();
    std::array<std::optional<StepTime>, kTimedSteps> times;
    for (size_t step = 0; step < times.size(); ++step) {
        const std::map<qint64, int> fastestFirst{people[step].begin(), people[step].end()};
        Delays delays;
        for (const auto &[delay, count] : fastestFirst)
            delays.add(std::chrono::milliseconds{delay}, count);
        times[step] = delays.stepTime();
    }
    return DeliveryTimes{times[0], times[1], times[2]};
}

Result<std::vector<PricedMessages>> CampaignFigures::prices(const std::vector<CampaignId> &campaigns)
{
    std::vector<PricedMessages> prices;
    // What was delivered before prices were counted is kept in the letters in which Meta told it.
    const Result<> read = forEachRow(
        m_database, uR"(SELECT lower(p.price) AS price, sum(p.messages)
            FROM json_each(?) w JOIN campaign_price p ON p.campaign_id = w.value
            GROUP BY 1 HAVING sum(p.messages) > 0 ORDER BY 2 DESC, 1)"_s,
        {jsonList(campaigns)}, [&](const Row &row) {
            prices.push_back({row.text(0).section(u'/', 0, 0), row.text(0).section(u'/', 1), row.number(1)});
        });
    if (!read)
        return read.error();
    return prices;
}

Result<PeopleFacts> CampaignFigures::people(const Campaign &campaign,
                                            const std::optional<MessageTemplate> &chosen,
                                            const CancelToken &cancel)
{
    PeopleFacts facts;
    facts.optedOut = campaign.counts.of(RecipientStatus::OptedOut);
    const MessageTemplate judged = chosen.value_or(MessageTemplate{});
    ValueCheck values{judged, campaign.settings};
    Statement statement{m_database, uR"(SELECT r.variables, r.region, p.opted_in_at IS NULL,
                                   EXISTS (SELECT 1 FROM suppression s WHERE s.phone = r.phone)
                            FROM recipient r JOIN contact p ON p.id = r.contact_id
                            WHERE r.campaign_id = ? AND r.status = 'pending')"_s};
    if (const Result<> ran = statement.run({campaign.id.value}); !ran)
        return ran.error();
    while (!cancel.isCancelled() && statement.next()) {
        const Row row = statement.row();
        if (row.isTrue(3)) {
            ++facts.optedOut;
            continue;
        }
        ++facts.recipients;
        facts.withoutOptIn += row.isTrue(2);
        facts.usNumbers += row.text(1) == "US"_L1;
        values.look(mapFromJson(row.text(0)), facts);
    }
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    facts.missingVariableKey = values.mostOftenMissing();
    facts.refusedValues = values.refused();
    return facts;
}
