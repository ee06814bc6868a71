#include "storage/analyticsstore.h"

#include "storage/accountstore.h"
#include "storage/database.h"
#include "storage/portfoliocount.h"
#include "storage/quickrows.h"
#include "storage/sql.h"

#include <QHash>

#include <limits>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDayQuarters = 24 * 4;

qint64 quarterOf(UtcTime time)
{
    return toMilliseconds(time) / kQuarterMilliseconds;
}

/// Where texts stand in a list, each once.
class Places
{
public:
    size_t of(QByteArrayView text)
    {
        const auto known = m_places.constFind(QByteArray::fromRawData(text.data(), text.size()));
        if (known != m_places.constEnd())
            return *known;
        const auto place = static_cast<size_t>(m_places.size());
        m_places.insert(text.toByteArray(), place);
        m_texts.push_back(QString::fromUtf8(text));
        return place;
    }

    const std::vector<QString> &texts() const { return m_texts; }

private:
    QHash<QByteArray, size_t> m_places;
    std::vector<QString> m_texts;
};

/// Sums people up to the cells of the facts.
class CellSums
{
public:
    struct Key
    {
        size_t campaign = 0;
        size_t place = 0;
        Quarter quarter = 0;

        friend bool operator==(const Key &, const Key &) = default;
    };

    explicit CellSums(AnalyticsFacts &facts)
        : m_facts{facts}
    {
    }

    /// `steps`: how many of sent, delivered, read and responded the person got.
    void addSent(const Key &key, qint64 steps)
    {
        const auto [entry, isNew] = m_cells.try_emplace(key, m_facts.cells.size());
        if (isNew)
            m_facts.cells.push_back({key.campaign, key.place, key.quarter, {}});
        StepCounts &counts = m_facts.cells[entry->second].counts;
        ++counts.tried;
        qint64 step = 0;
        for (int *const count : {&counts.sent, &counts.delivered, &counts.read, &counts.responded})
            *count += steps > step++ ? 1 : 0;
    }

    void addFailed(const Key &key, size_t reason)
    {
        const auto [entry, isNew] = m_failures[reason].try_emplace(key, m_facts.failures.size());
        if (isNew)
            m_facts.failures.push_back({key.campaign, key.place, key.quarter, reason, 0});
        ++m_facts.failures[entry->second].people;
    }

private:
    struct Hash
    {
        size_t operator()(const Key &key) const
        {
            return qHashMulti(0, key.campaign, key.place, key.quarter);
        }
    };
    using CellPlaces = std::unordered_map<Key, size_t, Hash>;

    AnalyticsFacts &m_facts;
    CellPlaces m_cells;
    std::unordered_map<size_t, CellPlaces> m_failures; ///< by reason
};

class FactsReading
{
public:
    FactsReading(Database &database, const AnalyticsStore::Wanted &wanted, const CancelToken &cancel)
        : m_database{database}
        , m_wanted{wanted}
        , m_cancel{cancel}
    {
    }

    Result<AnalyticsFacts> read()
    {
        using Step = Result<> (FactsReading::*)();
        const std::vector<Step> ofAll{&FactsReading::readSent, &FactsReading::readFailures};
        std::vector<Step> steps{&FactsReading::readCampaigns};
        if (hasTag())
            steps.push_back(&FactsReading::readPeopleOfTag);
        else
            steps.insert(steps.end(), ofAll.begin(), ofAll.end());
        steps.insert(steps.end(),
                     {&FactsReading::readOptOuts, &FactsReading::readWords, &FactsReading::readLimit});
        for (const Step step : steps) {
            if (m_cancel.isCancelled())
                break;
            if (const Result<> done = (this->*step)(); !done)
                return done.error();
        }
        m_facts.places = m_places.texts();
        return std::move(m_facts);
    }

private:
    bool hasTag() const { return !m_wanted.tag.isEmpty(); }

    /// For the counters; `moments` is the same for people.
    QVariantList quarters() const { return {quarterOf(m_wanted.from), quarterOf(m_wanted.until)}; }
    QVariantList moments() const { return {toMilliseconds(m_wanted.from), toMilliseconds(m_wanted.until)}; }

    size_t campaignOf(qint64 id) { return m_campaigns.at(id); }

    Result<> readCampaigns()
    {
        return forEachRow(
            m_database,
            uR"(SELECT id, name, account_id, template_name, language, started_at FROM campaign)"_s, {},
            [&](const Row &row) {
                m_campaigns.emplace(row.integer(0), m_facts.campaigns.size());
                m_facts.campaigns.push_back({{row.integer(0)},
                                             row.text(1),
                                             {row.integer(2)},
                                             row.text(3),
                                             row.text(4),
                                             row.optionalTime(5)});
            });
    }

    Result<> readSent()
    {
        return forEachQuickRow(
            m_database,
            uR"(SELECT q.campaign_id, q.quarter, q.place, q.tried, q.sent, q.delivered, q.read, q.responded
                FROM campaign c CROSS JOIN campaign_quarter q ON q.campaign_id = c.id
                WHERE q.quarter >= ? AND q.quarter < ? AND q.tried > 0)"_s,
            quarters(), [&](const QuickRow &row) {
                SentCell cell{campaignOf(row.integer(0)), m_places.of(row.text(2)), row.integer(1), {}};
                int column = 3;
                for (int *const count : {&cell.counts.tried, &cell.counts.sent, &cell.counts.delivered,
                                         &cell.counts.read, &cell.counts.responded})
                    *count = static_cast<int>(row.integer(column++));
                m_facts.cells.push_back(cell);
            });
    }

    Result<> readFailures()
    {
        return forEachQuickRow(m_database, uR"(SELECT f.campaign_id, f.quarter, f.place, f.code, f.people
                FROM campaign c CROSS JOIN campaign_failure f ON f.campaign_id = c.id
                WHERE f.quarter >= ? AND f.quarter < ? AND f.people > 0)"_s,
                               quarters(), [&](const QuickRow &row) {
                                   m_facts.failures.push_back(
                                       {campaignOf(row.integer(0)), m_places.of(row.text(2)), row.integer(1),
                                        m_codes.of(row.text(3)), static_cast<int>(row.integer(4))});
                               });
    }

    /// Nothing counts people by their tags, so they are gone through one by one: some thousands at a time,
    /// because there may be millions and somebody may have waited long enough.
    Result<> readPeopleOfTag()
    {
        constexpr int kPeopleAtOnce = 20'000;
        const Result<qint64> tag = firstInteger(
            m_database, u"SELECT coalesce((SELECT id FROM tag WHERE name = ?), 0)"_s, {m_wanted.tag});
        if (!tag)
            return tag.error();
        CellSums sums{m_facts};
        std::optional<qint64> after = std::numeric_limits<qint64>::min();
        while (after && !m_cancel.isCancelled()) {
            const auto last =
                firstRow(m_database, uR"(SELECT contact_id FROM contact_tag
                    WHERE tag_id = ? AND contact_id > ? ORDER BY contact_id LIMIT 1 OFFSET ?)"_s,
                         {*tag, *after, kPeopleAtOnce - 1}, [](const Row &row) { return row.integer(0); });
            if (!last)
                return last.error();
            const Result<> read = forEachQuickRow(
                m_database, uR"(SELECT r.campaign_id, r.left_at / 900000, r.place, r.steps_reached,
                           r.status = 'failed', r.error_code
                    FROM contact_tag t CROSS JOIN recipient r ON r.contact_id = t.contact_id
                    WHERE t.tag_id = ? AND t.contact_id > ? AND t.contact_id <= ?
                        AND r.left_at >= ? AND r.left_at < ?)"_s,
                QVariantList{*tag, *after, last->value_or(std::numeric_limits<qint64>::max())} + moments(),
                [&](const QuickRow &row) { addPerson(row, sums); });
            if (!read)
                return read;
            after = *last;
        }
        return Done{};
    }

    void addPerson(const QuickRow &row, CellSums &sums)
    {
        const CellSums::Key key{campaignOf(row.integer(0)), m_places.of(row.text(2)), row.integer(1)};
        const qint64 steps = row.integer(3);
        const bool hasFailed = row.integer(4) != 0;
        if (steps > 0 || hasFailed)
            sums.addSent(key, steps);
        if (hasFailed)
            sums.addFailed(key, m_codes.of(row.text(5)));
    }

    /// Of people whom the message reached before they asked for no more: what is known of a message, or its
    /// time, may have changed since that was noted.
    Result<> readOptOuts()
    {
        const QString ofPeople = hasTag()
            ? u" AND EXISTS (SELECT 1 FROM contact_tag t WHERE t.contact_id = r.contact_id "
              "AND t.tag_id = (SELECT id FROM tag WHERE name = ?))"_s
            : QString{};
        return forEachQuickRow(
            m_database, uR"(SELECT r.campaign_id, r.left_at / 900000, r.place, count(*)
                FROM opt_out o CROSS JOIN recipient r ON r.id = o.recipient_id
                WHERE r.left_at >= ? AND r.left_at < ? AND r.steps_reached >= 2
                    AND r.left_at < o.at + 1000 AND r.left_at >= o.at - 604800000%1
                GROUP BY 1, 2, 3)"_s.arg(ofPeople),
            hasTag() ? moments() + QVariantList{m_wanted.tag} : moments(), [&](const QuickRow &row) {
                SentCell cell{campaignOf(row.integer(0)), m_places.of(row.text(2)), row.integer(1), {}};
                cell.counts.optedOut = static_cast<int>(row.integer(3));
                m_facts.cells.push_back(cell);
            });
    }

    /// In the words of the last campaign in which it happened.
    Result<> readWords()
    {
        for (const QString &code : m_codes.texts())
            m_facts.reasons.push_back({code, {}, {}});
        return forEachRow(m_database, uR"(SELECT f.code, r.error_message, r.error_advice
                FROM (SELECT q.code, max(q.campaign_id) AS campaign FROM campaign c
                          CROSS JOIN campaign_failure q ON q.campaign_id = c.id
                      WHERE q.quarter >= ? AND q.quarter < ? AND q.people > 0 GROUP BY 1) f
                    JOIN recipient r ON r.id = (SELECT o.id FROM recipient o INDEXED BY recipient_failed
                        WHERE o.campaign_id = f.campaign AND o.error_code = f.code AND o.status = 'failed'
                        LIMIT 1))"_s,
                          quarters(), [&](const Row &row) {
                              const size_t place = m_codes.of(row.text(0).toUtf8());
                              if (place < m_facts.reasons.size())
                                  m_facts.reasons[place] = {row.text(0), row.text(1), row.text(2)};
                          });
    }

    Result<> readLimit()
    {
        if (!m_wanted.limitOf)
            return Done{};
        const Result<Account> account = AccountStore{m_database}.load(*m_wanted.limitOf);
        const Result<std::vector<AccountId>> numbers = numbersOfPortfolio(m_database, *m_wanted.limitOf);
        if (!account || !numbers)
            return account ? numbers.error() : account.error();
        m_facts.messagingLimit = account->messagingLimit;
        return forEachRow(
            m_database, uR"(SELECT q.quarter, sum(q.sent) FROM campaign c
                    CROSS JOIN campaign_quarter q ON q.campaign_id = c.id
                WHERE c.account_id IN (SELECT value FROM json_each(?)) AND q.quarter > ? AND q.quarter < ?
                GROUP BY 1 HAVING sum(q.sent) > 0 ORDER BY 1)"_s,
            {jsonList(*numbers), quarterOf(m_wanted.from) - kDayQuarters, quarterOf(m_wanted.until)},
            [&](const Row &row) {
                m_facts.written.push_back({row.integer(0), row.number(1)});
            });
    }

    Database &m_database;
    const AnalyticsStore::Wanted &m_wanted;
    const CancelToken &m_cancel;
    std::unordered_map<qint64, size_t> m_campaigns;
    Places m_places;
    Places m_codes;
    AnalyticsFacts m_facts;
};

} // namespace

Result<AnalyticsFacts> AnalyticsStore::facts(const Wanted &wanted, const CancelToken &cancel)
{
    return inSnapshot(m_database, [&] { return FactsReading{m_database, wanted, cancel}.read(); });
}
