#include "storage/campaignfigures.h"

#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

/// How long a step took for everybody who has both times, shortest first, by place.
Result<std::optional<StepTime>> stepTime(Database &database, CampaignId campaign, const QString &column)
{
    const QString rows =
        u"FROM recipient WHERE campaign_id = ? AND sent_at IS NOT NULL AND %1 IS NOT NULL"_s.arg(column);
    const Result<qint64> people = firstInteger(database, u"SELECT count(*) "_s + rows, {campaign.value});
    if (!people)
        return people.error();
    if (*people == 0)
        return std::optional<StepTime>{};
    const auto at = [&](qint64 place) {
        // Meta's times are whole seconds, ours are not: a step never took less than nothing.
        return firstInteger(database,
                            u"SELECT max(0, %1 - sent_at) "_s.arg(column) + rows
                                + u" ORDER BY 1 LIMIT 1 OFFSET ?"_s,
                            {campaign.value, place});
    };
    const Result<qint64> median = at((*people - 1) / 2);
    if (!median)
        return median.error();
    const Result<qint64> ninety = at((*people - 1) * 9 / 10);
    if (!ninety)
        return ninety.error();
    return std::optional{
        StepTime{std::chrono::milliseconds{*median}, std::chrono::milliseconds{*ninety}}
    };
}

/// Judges the values of one person after the other.
class ValueCheck
{
public:
    ValueCheck(const MessageTemplate &chosen, const Variables &defaults)
        : m_template{chosen}
        , m_variables{chosen.variables()}
        , m_defaults{defaults}
    {
    }

    void look(const Variables &own, PeopleFacts &facts)
    {
        const Variables values = filledIn(own, m_defaults);
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
            if (own.value(variable.key).trimmed().isEmpty()) {
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
    std::map<QString, int> m_missing;
    std::map<std::pair<ValueProblem, QString>, int> m_refused;
};

} // namespace

Result<std::vector<TimeLinePoint>> CampaignFigures::timeLine(CampaignId campaign, std::chrono::minutes step)
{
    std::vector<TimeLinePoint> points;
    const Result<> read = forEachRow(
        m_database,
        uR"(SELECT minute / ? * ? AS start, sum(sent), sum(delivered), sum(read), sum(responded), sum(failed)
            FROM campaign_minute WHERE campaign_id = ? GROUP BY start
            HAVING sum(sent) + sum(delivered) + sum(read) + sum(responded) + sum(failed) > 0
            ORDER BY start)"_s,
        {static_cast<qint64>(step.count()), static_cast<qint64>(step.count()), campaign.value},
        [&](const Row &row) {
            points.push_back({UtcTime{std::chrono::minutes{row.integer(0)}}, row.number(1), row.number(2),
                              row.number(3), row.number(4), row.number(5)});
        });
    if (!read)
        return read.error();
    return points;
}

Result<std::vector<ErrorCount>> CampaignFigures::errors(CampaignId campaign)
{
    std::vector<ErrorCount> errors;
    const Result<> read = forEachRow(
        m_database, uR"(SELECT error_code, max(error_message), max(error_advice), count(*) FROM recipient
            WHERE campaign_id = ? AND status = 'failed' GROUP BY error_code ORDER BY 4 DESC, 1)"_s,
        {campaign.value}, [&](const Row &row) {
            errors.push_back({row.text(0), row.text(1), row.text(2), row.number(3)});
        });
    if (!read)
        return read.error();
    return errors;
}

Result<DeliveryTimes> CampaignFigures::deliveryTimes(CampaignId campaign)
{
    DeliveryTimes times;
    const std::array steps{
        std::pair{u"delivered_at"_s, &times.toDeliver},
        std::pair{u"read_at"_s,      &times.toRead   },
        std::pair{u"responded_at"_s, &times.toRespond}
    };
    for (const auto &[column, slot] : steps) {
        const Result<std::optional<StepTime>> time = stepTime(m_database, campaign, column);
        if (!time)
            return time.error();
        *slot = *time;
    }
    return times;
}

Result<PeopleFacts> CampaignFigures::people(CampaignId campaign, const std::optional<MessageTemplate> &chosen,
                                            const CancelToken &cancel)
{
    const Result<Campaign> loaded = loadCampaign(m_database, campaign);
    if (!loaded)
        return loaded.error();
    PeopleFacts facts;
    facts.optedOut = loaded->counts.of(RecipientStatus::OptedOut);
    const MessageTemplate judged = chosen.value_or(MessageTemplate{});
    ValueCheck values{judged, loaded->settings.defaults};
    Statement statement{m_database, uR"(SELECT r.variables, r.region, p.opted_in_at IS NULL,
                                   EXISTS (SELECT 1 FROM suppression s WHERE s.phone = r.phone)
                            FROM recipient r JOIN contact p ON p.id = r.contact_id
                            WHERE r.campaign_id = ? AND r.status = 'pending')"_s};
    if (const Result<> ran = statement.run({campaign.value}); !ran)
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
