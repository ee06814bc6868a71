#include "storage/messageprices.h"

#include "storage/campaignrows.h"
#include "storage/campaigntally.h"
#include "storage/coststore.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/ratecardstore.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MessagePrices)
};

Result<qint64> reservedNow(Database &database, CampaignId campaign)
{
    return firstInteger(database,
                        uR"(SELECT coalesce(sum(a.reserved), 0) FROM recipient r
            CROSS JOIN attempt a ON a.recipient_id = r.id WHERE r.campaign_id = ? AND )"_s
                            + kMayBeCharged,
                        {campaign.value});
}

/// Where the people of a campaign are who were written to, or whom somebody tried to write to.
Result<std::vector<QString>> countriesTried(Database &database, CampaignId campaign)
{
    std::vector<QString> countries;
    const Result<> read =
        forEachRow(database, u"SELECT DISTINCT "_s + billingRegionSql(u"r"_s) + uR"( FROM recipient r
            WHERE r.campaign_id = ? AND EXISTS (SELECT 1 FROM attempt a WHERE a.recipient_id = r.id))"_s,
                   {campaign.value}, [&](const Row &row) { countries.push_back(row.text(0)); });
    if (!read)
        return read.error();
    return countries;
}

/// What is to be reserved for a message to each country.
using PricesByCountry = QJsonObject;

/// Which of the attempts get `value`; `values` binds what both ask for, in this order.
struct Reservation
{
    QString value; ///< of p.highest, the price to the person's country
    QString condition;
    QVariantList values;
};

/// Reserves for what left already. Also for what failed since, because that may yet turn out to be delivered;
/// but never for what Meta called free.
Result<> reserve(Database &database, CampaignId campaign, const PricesByCountry &prices,
                 const Reservation &reservation)
{
    const Result<qint64> before = firstInteger(
        database, u"SELECT reserved FROM campaign_counts WHERE campaign_id = ?"_s, {campaign.value});
    if (!before)
        return before.error();
    const Result<int> reserved = execute(
        database,
        uR"(WITH p(country, highest) AS MATERIALIZED (SELECT key, value FROM json_each(?))
            UPDATE attempt SET reserved = %1 FROM recipient r JOIN p ON p.country = %2
            WHERE r.id = attempt.recipient_id AND r.campaign_id = ?
                AND attempt.price NOT LIKE '%/free%' AND %3)"_s.arg(
            reservation.value, billingRegionSql(u"r"_s), reservation.condition),
        QVariantList{QString::fromUtf8(QJsonDocument{prices}.toJson(QJsonDocument::Compact)), campaign.value}
            + reservation.values);
    if (!reserved)
        return reserved.error();
    const Result<qint64> after = reservedNow(database, campaign);
    if (!after)
        return after.error();
    CampaignTally tally{database};
    tally.reserve(campaign, *after - *before);
    return tally.store();
}

/// What the messages of a campaign may cost that left already.
Result<> reserveForSent(Database &database, const Campaign &campaign, const Budget &budget, QDate day)
{
    const QString category = campaign.frozenTemplate ? campaign.frozenTemplate->category : QString{};
    const Result<MessagePrices> prices =
        MessagePrices::open(database, campaign.id, category, budget.currency, day);
    if (!prices)
        return prices.error();
    const Result<std::vector<QString>> countries = countriesTried(database, campaign.id);
    if (!countries)
        return countries.error();
    PricesByCountry byCountry;
    for (const QString &country : *countries) {
        const std::optional<Money> price = prices->highest(country);
        if (!price)
            return Error{
                ErrorKind::Refused,
                Words::tr("No rate card in %1 tells what the messages to %2 cost that are sent already.")
                    .arg(budget.currency, QLocale::territoryToString(QLocale::codeToTerritory(country))),
                u"no_price"_s,
                {}};
        byCountry.insert(country, price->millionths);
    }
    return reserve(database, campaign.id, byCountry, {u"p.highest"_s, u"1"_s, {}});
}

/// From when to when a card may price messages, as milliseconds; a day is added at both ends, because days
/// begin at another moment in each time zone.
struct Reach
{
    qint64 from = 0;
    qint64 until = 0;
};

Result<Reach> reachOf(Database &database, const QString &currency, QDate effective)
{
    const auto next =
        firstRow(database,
                 u"SELECT coalesce(min(effective), '') FROM rate_card WHERE currency = ? AND effective > ?"_s,
                 {currency, effective.toString(Qt::ISODate)},
                 [](const Row &row) { return QDate::fromString(row.text(0), Qt::ISODate); });
    if (!next)
        return next.error();
    const QDate end = next->value_or(QDate{});
    const auto moment = [](QDate day) {
        return QDateTime{
            day, QTime{0, 0},
             Qt::UTC
        }
            .toMSecsSinceEpoch();
    };
    return Reach{moment(effective.addDays(-1)),
                 end.isValid() ? moment(end.addDays(1)) : std::numeric_limits<qint64>::max()};
}

/// Campaigns with a budget in a currency of which messages left that may be delivered after a moment, with
/// the categories of their templates.
Result<std::vector<std::pair<CampaignId, QString>>> budgetedSince(Database &database, const QString &currency,
                                                                  qint64 claimedFrom)
{
    std::vector<std::pair<CampaignId, QString>> campaigns;
    const Result<> read =
        forEachRow(database, uR"(SELECT c.id, coalesce(json_extract(c.frozen_template, '$.category'), '')
            FROM campaign c JOIN campaign_counts n ON n.campaign_id = c.id
            WHERE c.budget IS NOT NULL AND c.budget_currency = ? AND n.reserved > 0 AND c.state <> 'cancelled'
                AND (c.completed_at IS NULL OR c.completed_at >= ?))"_s,
                   {currency, claimedFrom},
                   [&](const Row &row) { campaigns.emplace_back(CampaignId{row.integer(0)}, row.text(1)); });
    if (!read)
        return read.error();
    return campaigns;
}

} // namespace

Result<MessagePrices> MessagePrices::open(Database &database, CampaignId campaign, const QString &category,
                                          const QString &currency, QDate day)
{
    MessagePrices prices;
    Result<RateBook> book = rateBookBetween(database, currency, day, day.addDays(kLongestDeliveryDays));
    if (!book)
        return book.error();
    prices.m_book = *std::move(book);
    prices.m_day = day;
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
        const std::optional<Money> one = highestPriceOf(m_book, m_day, category, region, m_home);
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

Result<> reserveDearer(Database &database, const QString &currency, QDate effective)
{
    const Result<Reach> reach = reachOf(database, currency, effective);
    if (!reach)
        return reach.error();
    const qint64 claimedFrom =
        reach->from - std::chrono::milliseconds{std::chrono::days{kLongestDeliveryDays}}.count();
    const auto campaigns = budgetedSince(database, currency, claimedFrom);
    if (!campaigns)
        return campaigns.error();
    for (const auto &[campaign, category] : *campaigns) {
        const Result<MessagePrices> prices =
            MessagePrices::open(database, campaign, category, currency, effective);
        const Result<std::vector<QString>> countries = countriesTried(database, campaign);
        if (!prices || !countries)
            return prices ? countries.error() : prices.error();
        PricesByCountry byCountry;
        for (const QString &country : *countries) {
            if (const std::optional<Money> price = prices->highest(country))
                byCountry.insert(country, price->millionths);
        }
        const Result<> reserved = reserve(database, campaign, byCountry,
                                          {
                                              u"max(attempt.reserved, p.highest)"_s,
                                              uR"(iif(attempt.price = '', attempt.claimed_at BETWEEN ? AND ?,
                             attempt.priced_at BETWEEN ? AND ?))"_s,
                                              {claimedFrom, reach->until, reach->from, reach->until}
        });
        if (!reserved)
            return reserved;
    }
    return Done{};
}
