#include "storage/accountcharges.h"

#include "storage/coststore.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

QString toWord(ChargeOrigin origin)
{
    switch (origin) {
    case ChargeOrigin::Direct: return u"direct"_s;
    case ChargeOrigin::Deleted: return u"deleted"_s;
    }
    Q_UNREACHABLE();
}

/// The attempts of people whose ids are bound, as a, with them as r.
const QString kAttemptsOfPeople = uR"(FROM json_each(?) w CROSS JOIN recipient r ON r.id = w.value
    CROSS JOIN attempt a ON a.recipient_id = r.id )"_s;

} // namespace

Result<> countAccountCharge(Database &database, AccountId account, ChargeOrigin origin, const Charge &charge,
                            int by)
{
    const Result<int> counted = execute(
        database, uR"(INSERT INTO account_charge (account_id, origin, quarter, region, price, messages)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET messages = messages + excluded.messages)"_s,
        {account.value, toWord(origin), charge.quarter, charge.region, charge.price, by});
    if (!counted)
        return counted.error();
    return Done{};
}

Result<> handOverCharges(Database &database, CampaignTally &tally, CampaignId campaign,
                         const std::vector<qint64> &people)
{
    const QString ids = jsonList(people);
    const Result<qint64> reserved = firstInteger(
        database, u"SELECT coalesce(sum(a.reserved), 0) "_s + kAttemptsOfPeople + u"WHERE "_s + kMayBeCharged,
        {ids});
    if (!reserved)
        return reserved.error();
    tally.reserve(campaign, -*reserved);
    // The budget of a test is one for all its versions, those that were deleted included.
    const Result<int> spent =
        execute(database, u"UPDATE ab_member SET spent = spent + ? WHERE campaign_id = ?"_s,
                {*reserved, campaign.value});
    if (!spent)
        return spent.error();
    std::vector<std::pair<Charge, int>> charges;
    const Result<> read =
        forEachRow(database,
                   u"SELECT a.priced_at / 900000, "_s + billingRegionSql(u"r"_s) + u", a.price, count(*) "_s
                       + kAttemptsOfPeople + u"WHERE a.price <> '' GROUP BY 1, 2, 3"_s,
                   {ids}, [&](const Row &row) {
                       charges.emplace_back(Charge{row.integer(0), row.text(1), row.text(2)}, row.number(3));
                   });
    if (!read || charges.empty())
        return read;
    const auto account = firstRow(database, u"SELECT account_id FROM campaign WHERE id = ?"_s,
                                  {campaign.value}, [](const Row &row) { return AccountId{row.integer(0)}; });
    if (!account)
        return account.error();
    for (const auto &[charge, messages] : charges) {
        tally.addPrice(campaign, charge, -messages);
        if (!*account || !(*account)->isValid()) // the number was removed
            continue;
        const Result<> counted =
            countAccountCharge(database, **account, ChargeOrigin::Deleted, charge, messages);
        if (!counted)
            return counted;
    }
    return Done{};
}
