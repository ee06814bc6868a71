#include "storage/messageprices.h"

#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/coststore.h"
#include "storage/database.h"
#include "storage/ratecardstore.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MessagePrices)
};

/// Attempts whose message may be charged for, and was not free.
const QString kMayCost =
    u"outcome NOT IN ('refused', 'not_sent', 'given_back', 'failed') AND price NOT LIKE '%/free%'"_s;

Result<qint64> reservedNow(Database &database, CampaignId campaign)
{
    return firstInteger(database,
                        uR"(SELECT coalesce(sum(a.reserved), 0) FROM attempt a
            JOIN recipient r ON r.id = a.recipient_id WHERE r.campaign_id = ? AND a.)"_s
                            + QString{kMayCost}.replace(u" price "_s, u" a.price "_s),
                        {campaign.value});
}

/// What the messages of a campaign may cost that left already.
Result<> reserveForSent(Database &database, const Campaign &campaign, const Budget &budget, QDate day)
{
    const QString category = campaign.frozenTemplate ? campaign.frozenTemplate->category : QString{};
    const Result<MessagePrices> prices =
        MessagePrices::open(database, campaign.id, category, budget.currency, day);
    if (!prices)
        return prices.error();
    const Result<qint64> before = firstInteger(
        database, u"SELECT reserved FROM campaign_counts WHERE campaign_id = ?"_s, {campaign.id.value});
    if (!before)
        return before.error();
    std::vector<QString> regions;
    const QString region = billingRegionSql(u"r"_s);
    const Result<> read = forEachRow(
        database,
        u"SELECT DISTINCT "_s + region + u" FROM recipient r WHERE r.campaign_id = ? AND r.attempts > 0"_s,
        {campaign.id.value}, [&](const Row &row) { regions.push_back(row.text(0)); });
    if (!read)
        return read.error();
    for (const QString &country : regions) {
        const std::optional<Money> price = prices->highest(country);
        if (!price)
            return Error{
                ErrorKind::Refused,
                Words::tr("No rate card in %1 tells what the messages to %2 cost that are sent already.")
                    .arg(budget.currency, QLocale::territoryToString(QLocale::codeToTerritory(country))),
                u"no_price"_s,
                {}};
        const Result<int> reserved =
            execute(database,
                    u"UPDATE attempt SET reserved = ? WHERE "_s + kMayCost + uR"( AND recipient_id IN
                        (SELECT r.id FROM recipient r WHERE r.campaign_id = ? AND r.attempts > 0 AND )"_s
                        + region + u" = ?)"_s,
                    {price->millionths, campaign.id.value, country});
        if (!reserved)
            return reserved.error();
    }
    const Result<qint64> after = reservedNow(database, campaign.id);
    if (!after)
        return after.error();
    CampaignTally tally{database};
    tally.reserve(campaign.id, *after - *before);
    return tally.store();
}

} // namespace

Result<MessagePrices> MessagePrices::open(Database &database, CampaignId campaign, const QString &category,
                                          const QString &currency, QDate day)
{
    MessagePrices prices;
    Result<std::optional<RateCard>> card = rateCardAt(database, currency, day);
    if (!card)
        return card.error();
    prices.m_card = *std::move(card);
    const auto now = firstRow(database, uR"(SELECT coalesce(json_extract(t.content, '$.category'), ''),
                   coalesce((SELECT e.home_region FROM campaign_estimate e WHERE e.campaign_id = c.id), '')
            FROM campaign c LEFT JOIN template t ON t.account_id = c.account_id
                AND t.name = c.template_name AND t.language = c.language WHERE c.id = ?)"_s,
                              {campaign.value}, [](const Row &row) {
                                  return std::pair{row.text(0), row.text(1)};
                              });
    if (!now)
        return now.error();
    const auto &[present, home] = now->value_or(std::pair{QString{}, QString{}});
    prices.m_home = home;
    for (const QString &word : {category, present}) {
        if (const auto one = priceCategoryFromWord(word))
            prices.m_categories.push_back(*one);
    }
    return prices;
}

std::optional<Money> MessagePrices::highest(const QString &region) const
{
    std::optional<Money> price;
    for (const PriceCategory category : m_categories) {
        const std::optional<Money> one =
            m_card ? highestPriceOf(*m_card, category, region, m_home) : std::nullopt;
        if (!one) // not even one of them may stay unknown
            return std::nullopt;
        price = std::max(price, one);
    }
    return price;
}

Result<> storeBudget(Database &database, const Campaign &campaign, const std::optional<Budget> &budget,
                     QDate day, UtcTime now)
{
    const Result<int> stored =
        execute(database, u"UPDATE campaign SET budget = ?, budget_currency = ? WHERE id = ?"_s,
                {budget ? QVariant{budget->amount.millionths} : QVariant{}, budget ? budget->currency : u""_s,
                 campaign.id.value});
    if (!stored)
        return stored.error();
    const std::optional<Budget> &before = campaign.settings.budget;
    if (budget && (!before || before->currency != budget->currency)) {
        if (const Result<> reserved = reserveForSent(database, campaign, *budget, day); !reserved)
            return reserved;
    }
    const QString what = budget
        ? Words::tr("The budget is %1 now.").arg(shownMoney(budget->amount, budget->currency))
        : Words::tr("There is no budget any more.");
    return noteActivity(database, campaign.id, what, now);
}
