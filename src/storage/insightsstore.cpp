#include "storage/insightsstore.h"

#include "storage/accountstore.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename Number>
QVariant numberOrNull(const std::optional<Number> &number)
{
    return number ? QVariant{*number} : QVariant{};
}

std::optional<qint64> countIn(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{row.integer(column)};
}

// In is_enabled, whose other words are 0 and 1.
constexpr int kNotTold = -1;

int wordOf(MetaCounts counts)
{
    switch (counts) {
    case MetaCounts::NotTold: return kNotTold;
    case MetaCounts::No: return 0;
    case MetaCounts::Yes: return 1;
    }
    Q_UNREACHABLE();
}

MetaCounts countsFromWord(int word)
{
    return word == kNotTold ? MetaCounts::NotTold : word == 0 ? MetaCounts::No : MetaCounts::Yes;
}

/// Until when messages of a campaign `c` left: now while they may, else the last minute in which one did.
const QString kSentUntil = uR"(CASE WHEN c.state IN ('scheduled', 'sending') THEN ?
        ELSE coalesce(c.completed_at,
                      (SELECT max(m.minute + 1) * 60000 FROM campaign_minute m
                       WHERE m.campaign_id = c.id AND m.sent > 0),
                      c.started_at) END)"_s;

Result<> storeTemplates(Database &database, const QString &wabaId, const std::vector<TemplateDay> &days,
                        UtcTime now)
{
    for (const TemplateDay &day : days) { // what was told of these hours before
        const Result<> forgotten =
            run(database, uR"(DELETE FROM template_day
                WHERE waba_id = ? AND template_id = ? AND start_at < ? AND end_at > ?)"_s,
                {wabaId, day.templateId, toMilliseconds(day.end), toMilliseconds(day.start)});
        if (!forgotten)
            return forgotten;
    }
    for (const TemplateDay &day : days) {
        const Result<> stored = run(
            database, uR"(INSERT OR REPLACE INTO template_day (waba_id, template_id, start_at, end_at, sent,
                            delivered, read, clicked, cost, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {wabaId, day.templateId, toMilliseconds(day.start), toMilliseconds(day.end),
             numberOrNull(day.sent), numberOrNull(day.delivered), numberOrNull(day.read),
             numberOrNull(day.clicked), numberOrNull(day.cost), toMilliseconds(now)});
        if (!stored)
            return stored;
    }
    return Done{};
}

Result<> storePrices(Database &database, const QString &wabaId, const std::vector<PriceDay> &days,
                     UtcTime now)
{
    for (const PriceDay &day : days) { // in whatever category it was told before
        const Result<> forgotten =
            run(database, u"DELETE FROM price_day WHERE waba_id = ? AND start_at < ? AND end_at > ?"_s,
                {wabaId, toMilliseconds(day.end), toMilliseconds(day.start)});
        if (!forgotten)
            return forgotten;
    }
    for (const PriceDay &day : days) {
        const Result<> stored = run(
            database, uR"(INSERT OR REPLACE INTO price_day (waba_id, start_at, end_at, category, type, volume,
                            cost, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {wabaId, toMilliseconds(day.start), toMilliseconds(day.end), day.category, day.type, day.volume,
             numberOrNull(day.cost), toMilliseconds(now)});
        if (!stored)
            return stored;
    }
    return Done{};
}

/// Who was written to of late from a business account.
struct Written
{
    std::vector<AccountId> accounts; ///< as in DueInsights
    QStringList templateIds; ///< those sent last come first
    UtcTime firstSent;
};

Result<std::map<QString, Written>> writtenOfLate(Database &database, UtcTime now)
{
    std::map<QString, Written> written;
    const Result<std::optional<AccountId>> inUse = AccountStore{database}.inUse();
    if (!inUse)
        return inUse.error();
    const Result<> read = forEachRow(
        database, uR"(SELECT a.waba_id, a.id, json_extract(c.frozen_template, '$.meta_id') AS template_id,
                min(c.started_at)
            FROM campaign c JOIN account a ON a.id = c.account_id
            WHERE c.started_at IS NOT NULL AND c.state <> 'draft' AND %1 >= ?
            GROUP BY a.id, template_id ORDER BY max(c.started_at) DESC, a.id)"_s.arg(kSentUntil),
        {toMilliseconds(now), toMilliseconds(now - kInsightsAfterSending)}, [&](const Row &row) {
            if (row.text(2).isEmpty())
                return;
            const auto [known, isNew] = written.try_emplace(row.text(0), Written{{}, {}, row.time(3)});
            Written &one = known->second;
            const AccountId account{row.integer(1)};
            if (std::find(one.accounts.begin(), one.accounts.end(), account) == one.accounts.end())
                one.accounts.insert(account == *inUse ? one.accounts.begin() : one.accounts.end(), account);
            if (!one.templateIds.contains(row.text(2)))
                one.templateIds << row.text(2);
            one.firstSent = std::min(one.firstSent, row.time(3));
        });
    if (!read)
        return read.error();
    return written;
}

} // namespace

Result<std::vector<DueInsights>> InsightsStore::due(UtcTime now)
{
    const Result<std::map<QString, Written>> accounts = writtenOfLate(m_database, now);
    if (!accounts)
        return accounts.error();
    std::vector<DueInsights> due;
    for (const auto &[wabaId, written] : *accounts) {
        const Result<InsightsMemory> memory = memoryOf(wabaId);
        if (!memory)
            return memory.error();
        InsightsQuestion question = dueQuestion(*memory, written.templateIds, written.firstSent, now);
        if (question.asksAnything())
            due.push_back({written.accounts, wabaId, std::move(question)});
    }
    return due;
}

Result<InsightsQuestion> InsightsStore::questionOf(const QString &wabaId, UtcTime now)
{
    const Result<std::map<QString, Written>> accounts = writtenOfLate(m_database, now);
    if (!accounts)
        return accounts.error();
    const auto written = accounts->find(wabaId);
    return written == accounts->end()
        ? questionNow({}, now, now)
        : questionNow(written->second.templateIds, written->second.firstSent, now);
}

Result<InsightsMemory> InsightsStore::memoryOf(const QString &wabaId)
{
    const Result<std::optional<InsightsMemory>> memory =
        firstRow(m_database, uR"(SELECT is_enabled, currency, state_asked_at, figures_asked_at, not_before
                        FROM insights_account WHERE waba_id = ?)"_s,
                 {wabaId}, [](const Row &row) {
                     return InsightsMemory{
                         {row.isNull(2) ? MetaCounts::NotTold : countsFromWord(row.number(0)), row.text(1)},
                         row.optionalTime(2),
                         row.optionalTime(3),
                         row.optionalTime(4)
                     };
                 });
    if (!memory)
        return memory.error();
    return memory->value_or(InsightsMemory{});
}

Result<> InsightsStore::store(const QString &wabaId, const InsightsFindings &findings, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<> known =
            run(m_database, u"INSERT INTO insights_account (waba_id) VALUES (?) ON CONFLICT DO NOTHING"_s,
                {wabaId});
        if (!known)
            return known;
        if (findings.state) {
            const Result<> stored =
                run(m_database, uR"(UPDATE insights_account SET
                    is_enabled = CASE WHEN ? = -1 AND is_enabled = 1 THEN 1 ELSE ? END, -- never taken back
                    currency = CASE WHEN ? = '' THEN currency ELSE ? END, state_asked_at = ? WHERE waba_id = ?)"_s,
                    {wordOf(findings.state->counts), wordOf(findings.state->counts), findings.state->currency,
                     findings.state->currency, toMilliseconds(now), wabaId});
            if (!stored)
                return stored;
        }
        if (findings.templates) {
            if (const Result<> stored = storeTemplates(m_database, wabaId, *findings.templates, now); !stored)
                return stored;
        }
        if (findings.areFiguresWhole) { // else the rest is still to be asked
            const Result<> noted =
                run(m_database, u"UPDATE insights_account SET figures_asked_at = ? WHERE waba_id = ?"_s,
                    {toMilliseconds(now), wabaId});
            if (!noted)
                return noted;
        }
        if (findings.prices) {
            if (const Result<> stored = storePrices(m_database, wabaId, *findings.prices, now); !stored)
                return stored;
        }
        return run(m_database, u"UPDATE insights_account SET not_before = ? WHERE waba_id = ?"_s,
                   {asValue(nextAskingAfter(findings, now)), wabaId});
    });
}

Result<std::optional<TemplateTotals>> InsightsStore::totalsOf(CampaignId campaign, UtcTime now)
{
    // Meta's days are told with their beginning and end, whatever zone they are in.
    const Result<std::optional<TemplateTotals>> totals = firstRow(
        m_database, uR"(SELECT min(d.start_at), max(d.end_at), sum(d.sent), sum(d.delivered), sum(d.read),
                sum(d.clicked), sum(d.cost), coalesce(max(i.currency), ''), max(d.told_at)
            FROM campaign c JOIN account a ON a.id = c.account_id
                 JOIN template_day d ON d.waba_id = a.waba_id
                      AND d.template_id = json_extract(c.frozen_template, '$.meta_id')
                 LEFT JOIN insights_account i ON i.waba_id = a.waba_id
            WHERE c.id = ? AND d.end_at > c.started_at AND d.start_at <= %1)"_s.arg(kSentUntil),
        {campaign.value, toMilliseconds(now)}, [](const Row &row) {
            TemplateTotals read;
            read.from = row.time(0);
            read.to = row.time(1);
            read.sent = countIn(row, 2);
            read.delivered = countIn(row, 3);
            read.read = countIn(row, 4);
            read.clicked = countIn(row, 5);
            if (!row.isNull(6))
                read.cost = row.real(6);
            read.currency = row.text(7);
            read.toldAt = row.time(8);
            return read;
        });
    if (!totals)
        return totals.error();
    const bool isAnyTold = *totals && toMilliseconds((*totals)->toldAt) > 0;
    return isAnyTold ? *totals : std::nullopt;
}

Result<std::vector<PriceDay>> InsightsStore::pricesSince(const QString &wabaId, UtcTime since)
{
    std::vector<PriceDay> prices;
    const Result<> read = forEachRow(
        m_database,
        uR"(SELECT min(start_at), max(end_at), category, type, sum(volume), sum(cost) FROM price_day
            WHERE waba_id = ? AND end_at > ? GROUP BY category, type ORDER BY category, type)"_s,
        {wabaId, toMilliseconds(since)}, [&](const Row &row) {
            PriceDay price{row.time(0), row.time(1), row.text(2), row.text(3), row.integer(4), {}};
            if (!row.isNull(5))
                price.cost = row.real(5);
            prices.push_back(price);
        });
    if (!read)
        return read.error();
    return prices;
}
