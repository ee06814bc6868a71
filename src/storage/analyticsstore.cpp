#include "storage/analyticsstore.h"

#include "storage/accountstore.h"
#include "storage/database.h"
#include "storage/portfoliocount.h"
#include "storage/quickrows.h"
#include "storage/sql.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

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
        for (const auto &step :
             {&FactsReading::readCampaigns, &FactsReading::readSent, &FactsReading::readFailures,
              &FactsReading::readOptOuts, &FactsReading::readWords, &FactsReading::readLimit}) {
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

    /// For the counters; `people` binds the same to people.
    QVariantList quarters() const { return {quarterOf(m_wanted.from), quarterOf(m_wanted.until)}; }
    QVariantList moments() const { return {toMilliseconds(m_wanted.from), toMilliseconds(m_wanted.until)}; }

    /// People of the tag whose message left in the period, as `r`.
    static QString peopleOfTag()
    {
        return u"contact_tag t CROSS JOIN recipient r ON r.contact_id = t.contact_id "
               "WHERE t.tag_id = (SELECT id FROM tag WHERE name = ?) AND r.left_at >= ? AND r.left_at < ?"_s;
    }
    QVariantList tagAndMoments() const { return QVariantList{m_wanted.tag} + moments(); }

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
        const QString ofAll =
            uR"(SELECT q.campaign_id, q.quarter, q.place, q.tried, q.sent, q.delivered, q.read, q.responded
                FROM campaign c CROSS JOIN campaign_quarter q ON q.campaign_id = c.id
                WHERE q.quarter >= ? AND q.quarter < ? AND q.tried > 0)"_s;
        const QString ofTag =
            uR"(SELECT r.campaign_id, r.left_at / 900000, r.place, count(*), sum(r.steps_reached >= 1),
                       sum(r.steps_reached >= 2), sum(r.steps_reached >= 3), sum(r.steps_reached >= 4)
                FROM %1 AND (r.steps_reached > 0 OR r.status = 'failed') GROUP BY 1, 2, 3)"_s.arg(
                peopleOfTag());
        return forEachQuickRow(
            m_database, hasTag() ? ofTag : ofAll, hasTag() ? tagAndMoments() : quarters(),
            [&](const QuickRow &row) {
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
        const QString ofAll = uR"(SELECT f.campaign_id, f.quarter, f.place, f.code, f.people
                FROM campaign c CROSS JOIN campaign_failure f ON f.campaign_id = c.id
                WHERE f.quarter >= ? AND f.quarter < ? AND f.people > 0)"_s;
        const QString ofTag = uR"(SELECT r.campaign_id, r.left_at / 900000, r.place, r.error_code, count(*)
                FROM %1 AND r.status = 'failed' GROUP BY 1, 2, 3, 4)"_s.arg(peopleOfTag());
        return forEachQuickRow(m_database, hasTag() ? ofTag : ofAll, hasTag() ? tagAndMoments() : quarters(),
                               [&](const QuickRow &row) {
                                   m_facts.failures.push_back(
                                       {campaignOf(row.integer(0)), m_places.of(row.text(2)), row.integer(1),
                                        m_codes.of(row.text(3)), static_cast<int>(row.integer(4))});
                               });
    }

    Result<> readOptOuts()
    {
        const QString ofPeople = hasTag()
            ? u" AND EXISTS (SELECT 1 FROM contact_tag t WHERE t.contact_id = r.contact_id "
              "AND t.tag_id = (SELECT id FROM tag WHERE name = ?))"_s
            : QString{};
        return forEachQuickRow(
            m_database, uR"(SELECT r.campaign_id, r.left_at / 900000, r.place, count(*)
                FROM opt_out o CROSS JOIN recipient r ON r.id = o.recipient_id
                WHERE r.left_at >= ? AND r.left_at < ?%1 GROUP BY 1, 2, 3)"_s.arg(ofPeople),
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
        QJsonArray ids;
        for (const AccountId number : *numbers)
            ids.append(number.value);
        return forEachRow(m_database, uR"(SELECT q.quarter, sum(q.sent) FROM campaign c
                    CROSS JOIN campaign_quarter q ON q.campaign_id = c.id
                WHERE c.account_id IN (SELECT value FROM json_each(?)) AND q.quarter > ? AND q.quarter < ?
                GROUP BY 1 HAVING sum(q.sent) > 0 ORDER BY 1)"_s,
                          {QString::fromUtf8(QJsonDocument{ids}.toJson(QJsonDocument::Compact)),
                           quarterOf(m_wanted.from) - kDayQuarters, quarterOf(m_wanted.until)},
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
