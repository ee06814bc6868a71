#include "storage/coststore.h"

#include "domain/billingplace.h"
#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/portfoliocount.h"
#include "storage/quickrows.h"
#include "storage/sql.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

const QString kChargeColumns = u"SELECT g.campaign_id, g.quarter, g.region, g.price, g.messages "_s;

/// Makes charges of rows; the texts, which are few, are shared.
class ChargeReading
{
public:
    void take(const QuickRow &row)
    {
        const auto &[category, type] = priceOf(row.text(3));
        m_charges.push_back({{row.integer(0)},
                             row.integer(1),
                             shared(row.text(2)),
                             category,
                             type,
                             static_cast<int>(row.integer(4))});
    }

    std::vector<ChargedMessages> charges() { return std::move(m_charges); }

private:
    template <typename Value, typename Make>
    static const Value &remembered(QHash<QByteArray, Value> &known, QByteArrayView text, Make make)
    {
        const auto found = known.constFind(QByteArray::fromRawData(text.data(), text.size()));
        return found != known.constEnd() ? *found : *known.insert(text.toByteArray(), make(text));
    }

    const QString &shared(QByteArrayView text)
    {
        return remembered(m_texts, text, [](QByteArrayView utf8) { return QString::fromUtf8(utf8); });
    }

    /// "marketing/regular"
    const std::pair<QString, QString> &priceOf(QByteArrayView text)
    {
        return remembered(m_prices, text, [](QByteArrayView utf8) {
            const QString price = QString::fromUtf8(utf8);
            return std::pair{price.section(u'/', 0, 0), price.section(u'/', 1, -1)};
        });
    }

    QHash<QByteArray, QString> m_texts;
    QHash<QByteArray, std::pair<QString, QString>> m_prices;
    std::vector<ChargedMessages> m_charges;
};

Result<std::vector<ChargedMessages>> readCharges(Database &database, const QString &sql,
                                                 const QVariantList &values)
{
    ChargeReading reading;
    const Result<> read =
        forEachQuickRow(database, sql, values, [&](const QuickRow &row) { reading.take(row); });
    if (!read)
        return read.error();
    return reading.charges();
}

Result<std::vector<ChargedMessages>> chargesWhere(Database &database, const QString &from,
                                                  const QVariantList &values)
{
    return readCharges(database, kChargeColumns + from, values);
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
    Result<std::vector<ChargedMessages>> charges =
        chargesWhere(m_database, uR"(FROM json_each(?) w CROSS JOIN campaign c ON c.account_id = w.value
                            CROSS JOIN campaign_charge g ON g.campaign_id = c.id
                            WHERE g.quarter >= ? AND g.quarter < ? AND g.messages <> 0)"_s,
                     {jsonList(*numbers), fromQuarter, untilQuarter});
    const Result<std::vector<ChargedMessages>> outside = chargesOutside(account, fromQuarter, untilQuarter);
    if (!charges || !outside)
        return charges ? outside.error() : charges;
    charges->insert(charges->end(), outside->begin(), outside->end());
    return charges;
}

Result<std::vector<ChargedMessages>> CostStore::chargesBetween(qint64 fromQuarter, qint64 untilQuarter)
{
    return chargesWhere(m_database, uR"(FROM campaign c CROSS JOIN campaign_charge g ON g.campaign_id = c.id
                            WHERE g.quarter >= ? AND g.quarter < ? AND g.messages <> 0)"_s,
                        {fromQuarter, untilQuarter});
}

Result<std::vector<ChargedMessages>> CostStore::chargesOutside(AccountId account, qint64 fromQuarter,
                                                               qint64 untilQuarter)
{
    const Result<std::vector<AccountId>> numbers = numbersOfPortfolio(m_database, account);
    if (!numbers)
        return numbers.error();
    return readCharges(m_database, uR"(SELECT 0, g.quarter, g.region, g.price, g.messages
                           FROM json_each(?) w CROSS JOIN account_charge g ON g.account_id = w.value
                           WHERE g.quarter >= ? AND g.quarter < ? AND g.messages <> 0)"_s,
                       {jsonList(*numbers), fromQuarter, untilQuarter});
}

Result<std::vector<ChargedMessages>> CostStore::chargesOfTag(const QString &tag, qint64 fromQuarter,
                                                             qint64 untilQuarter)
{
    return readCharges(m_database,
                       uR"(SELECT r.campaign_id, a.priced_at / %1, %2, a.price, count(*)
                           FROM contact_tag t CROSS JOIN recipient r ON r.contact_id = t.contact_id
                               CROSS JOIN attempt a ON a.recipient_id = r.id
                           WHERE t.tag_id = (SELECT id FROM tag WHERE name = ?) AND a.price <> ''
                               AND a.priced_at >= ? AND a.priced_at < ? GROUP BY 1, 2, 3, 4)"_s.arg(
                           QString::number(kQuarterMilliseconds), billingRegionSql(u"r"_s)),
                       {tag, fromQuarter * kQuarterMilliseconds, untilQuarter * kQuarterMilliseconds});
}

Result<std::vector<ChargedCampaign>> CostStore::chargedCampaigns()
{
    std::vector<ChargedCampaign> campaigns;
    const Result<> read = forEachRow(
        m_database,
        u"SELECT id, account_id, CASE WHEN budget IS NULL THEN '' ELSE budget_currency END FROM campaign"_s,
        {}, [&](const Row &row) {
            campaigns.push_back({{row.integer(0)}, {row.integer(1)}, row.text(2)});
        });
    if (!read)
        return read.error();
    return campaigns;
}

Result<std::vector<AccountId>> CostStore::numbersOfBusiness(AccountId account)
{
    return numbersOfPortfolio(m_database, account);
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
