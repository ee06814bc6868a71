#include "storage/coststore.h"

#include "domain/billingplace.h"
#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/portfoliocount.h"
#include "storage/sql.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

const QString kChargeColumns = u"SELECT g.campaign_id, g.quarter, g.region, g.price, g.messages "_s;

ChargedMessages chargeFrom(const Row &row)
{
    const QString price = row.text(3);
    return {{row.integer(0)},           row.integer(1), row.text(2), price.section(u'/', 0, 0),
            price.section(u'/', 1, -1), row.number(4)};
}

template <typename Ids>
QString jsonList(const Ids &ids)
{
    QJsonArray list;
    for (const auto id : ids)
        list.append(id.value);
    return QString::fromUtf8(QJsonDocument{list}.toJson(QJsonDocument::Compact));
}

Result<std::vector<ChargedMessages>> chargesWhere(Database &database, const QString &from,
                                                  const QVariantList &values)
{
    std::vector<ChargedMessages> charges;
    const Result<> read = forEachRow(database, kChargeColumns + from, values,
                                     [&](const Row &row) { charges.push_back(chargeFrom(row)); });
    if (!read)
        return read.error();
    return charges;
}

} // namespace

QString billingRegionSql(const QString &recipient)
{
    QString sql = u"CASE "_s;
    for (const NumberException &exception : numberExceptions())
        sql += u"WHEN substr(%1.phone, 1, %2) = '%3' THEN '%4' "_s.arg(recipient)
                   .arg(exception.prefix.size())
                   .arg(exception.prefix)
                   .arg(exception.region);
    for (const SharedCallingCode &shared : sharedCallingCodes())
        sql += u"WHEN %1.region = '%2' THEN '%3' "_s.arg(recipient).arg(shared.territory).arg(shared.country);
    return sql + u"ELSE %1.region END"_s.arg(recipient);
}

Result<std::vector<PeopleOfRegion>> CostStore::peopleToPay(CampaignId campaign)
{
    std::vector<PeopleOfRegion> people;
    const Result<> read = forEachRow(
        m_database,
        u"SELECT %1, count(*) FROM recipient r WHERE r.campaign_id = ? AND r.status = 'pending' "
        "AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.phone = r.phone) GROUP BY 1 ORDER BY 2 DESC, 1"_s
            .arg(billingRegionSql(u"r"_s)),
        {campaign.value}, [&](const Row &row) {
            people.push_back({row.text(0), row.number(1)});
        });
    if (!read)
        return read.error();
    return people;
}

Result<std::vector<ChargedMessages>> CostStore::charges(const std::vector<CampaignId> &campaigns)
{
    return chargesWhere(m_database,
                        uR"(FROM json_each(?) w CROSS JOIN campaign_charge g ON g.campaign_id = w.value
                            WHERE g.messages <> 0)"_s,
                        {jsonList(campaigns)});
}

Result<std::vector<ChargedMessages>> CostStore::chargesOfBusiness(AccountId account, qint64 fromQuarter,
                                                                  qint64 untilQuarter)
{
    const Result<std::vector<AccountId>> numbers = numbersOfPortfolio(m_database, account);
    if (!numbers)
        return numbers.error();
    return chargesWhere(
        m_database, uR"(FROM json_each(?) w CROSS JOIN campaign c ON c.account_id = w.value
                            CROSS JOIN campaign_charge g ON g.campaign_id = c.id
                            WHERE g.quarter >= ? AND g.quarter < ? AND g.messages <> 0
                        UNION ALL
                        SELECT 0, g.quarter, g.region, g.price, g.messages
                            FROM json_each(?) w CROSS JOIN account_charge g ON g.account_id = w.value
                            WHERE g.quarter >= ? AND g.quarter < ? AND g.messages <> 0)"_s,
        {jsonList(*numbers), fromQuarter, untilQuarter, jsonList(*numbers), fromQuarter, untilQuarter});
}

Result<> CostStore::keepEstimate(CampaignId campaign, const KeptEstimate &estimate)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> kept =
            execute(m_database, uR"(INSERT OR REPLACE INTO campaign_estimate
                        (campaign_id, currency, amount, category, people, without_price, card_date, home_region, made_at)
                    SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM campaign WHERE id = ?)"_s,
                    {estimate.currency, estimate.amount.millionths, toWord(estimate.category),
                     estimate.people, estimate.withoutPrice, estimate.cardDate.toString(Qt::ISODate),
                     estimate.homeRegion, toMilliseconds(estimate.madeAt), campaign.value});
        if (!kept)
            return kept.error();
        return Done{};
    });
}

Result<std::optional<KeptEstimate>> CostStore::estimateOf(CampaignId campaign)
{
    return firstRow(
        m_database, uR"(SELECT currency, amount, category, people, without_price, card_date, home_region,
                               made_at
                        FROM campaign_estimate WHERE campaign_id = ?)"_s,
        {campaign.value}, [](const Row &row) {
            return KeptEstimate{row.text(0),
                                Money{row.integer(1)},
                                priceCategoryFromWord(row.text(2)).value_or(PriceCategory::Marketing),
                                row.number(3),
                                row.number(4),
                                QDate::fromString(row.text(5), Qt::ISODate),
                                row.text(6),
                                row.time(7)};
        });
}
