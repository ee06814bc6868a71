#include "storage/accountstore.h"

#include "storage/database.h"
#include "storage/portfoliocount.h"
#include "storage/sql.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kInUse = "account_in_use";

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Account accountFrom(const Row &row)
{
    Account account;
    account.id = {row.integer(0)};
    account.phoneNumberId = row.text(1);
    account.wabaId = row.text(2);
    account.name = row.text(3);
    account.apiBase = row.text(4);
    account.graphVersion = row.text(5);
    account.displayPhoneNumber = row.text(6);
    account.verifiedName = row.text(7);
    account.qualityRating = row.text(8);
    account.throughputPerSecond = row.optionalNumber(9);
    account.messagingLimit = row.optionalNumber(10);
    account.ownLimitPerSecond = row.optionalNumber(11);
    return account;
}

Result<std::vector<Account>> readAccounts(Database &database, const QString &condition,
                                          const QVariantList &values)
{
    std::vector<Account> accounts;
    const Result<> read = forEachRow(database,
                                     uR"(SELECT id, phone_number_id, waba_id, name, api_base, graph_version,
                              display_phone_number, verified_name, quality_rating, throughput_per_second,
                              messaging_limit, own_limit_per_second FROM account )"_s
                                         + condition,
                                     values, [&](const Row &row) { accounts.push_back(accountFrom(row)); });
    if (!read)
        return read.error();
    return accounts;
}

Result<> putInUse(Database &database, AccountId id)
{
    const Result<int> stored = execute(database, uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                                           ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                                       {QString::fromLatin1(kInUse), QString::number(id.value)});
    if (!stored)
        return stored.error();
    return Done{};
}

} // namespace

Result<AccountId> AccountStore::put(const Account &account)
{
    return inTransaction(m_database, [&]() -> Result<AccountId> {
        const auto id = firstRow(
            m_database, uR"(INSERT INTO account (phone_number_id, waba_id, name, api_base, graph_version)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (phone_number_id) DO UPDATE SET waba_id = excluded.waba_id,
                    name = excluded.name, api_base = excluded.api_base, graph_version = excluded.graph_version
                RETURNING id)"_s,
            {account.phoneNumberId, account.wabaId, account.name, account.apiBase, account.graphVersion},
            [](const Row &row) { return AccountId{row.integer(0)}; });
        if (!id)
            return id.error();
        const Result<std::optional<AccountId>> used = inUse();
        if (!used)
            return used.error();
        if (!*used) {
            if (const Result<> put = putInUse(m_database, **id); !put)
                return put.error();
        }
        return **id;
    });
}

Result<std::vector<Account>> AccountStore::list()
{
    return readAccounts(m_database, u"ORDER BY id"_s, {});
}

Result<Account> AccountStore::load(AccountId id)
{
    Result<std::vector<Account>> found = readAccounts(m_database, u"WHERE id = ?"_s, {id.value});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{
            ErrorKind::NotFound, Words::tr("There is no account %1.").arg(id.value), u"no_account"_s, {}};
    return std::move(found->front());
}

Result<> AccountStore::remove(AccountId id)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<Account> known = load(id); !known)
            return known.error();
        const Result<qint64> live = firstInteger(m_database, uR"(SELECT count(*) FROM campaign
                WHERE account_id = ? AND state IN ('scheduled', 'sending', 'paused'))"_s,
                                                 {id.value});
        if (!live)
            return live.error();
        if (*live > 0)
            return Error{ErrorKind::Refused,
                         QCoreApplication::translate("Storage",
                                                     "%n campaign(s) of this account are scheduled, sending "
                                                     "or paused. Cancel them first.",
                                                     nullptr, static_cast<int>(*live)),
                         u"campaigns_live"_s,
                         {}};
        const Result<int> forgotten =
            execute(m_database, u"DELETE FROM messaged WHERE account_id = ?"_s, {id.value});
        if (!forgotten)
            return forgotten.error();
        const Result<int> removed = execute(m_database, u"DELETE FROM account WHERE id = ?"_s, {id.value});
        if (!removed)
            return removed.error();
        const Result<std::optional<AccountId>> used = inUse();
        if (!used)
            return used.error();
        const Result<std::vector<Account>> left = list();
        if (!left)
            return left.error();
        if (!*used && !left->empty())
            return putInUse(m_database, left->front().id);
        return Done{};
    });
}

Result<> AccountStore::use(AccountId id)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<Account> known = load(id); !known)
            return known.error();
        return putInUse(m_database, id);
    });
}

Result<std::optional<AccountId>> AccountStore::inUse()
{
    return firstRow(m_database,
                    u"SELECT a.id FROM setting s JOIN account a ON a.id = CAST(s.value AS INTEGER) "
                    "WHERE s.key = ?"_s,
                    {QString::fromLatin1(kInUse)}, [](const Row &row) { return AccountId{row.integer(0)}; });
}

Result<> AccountStore::storeReport(AccountId id, const NumberReport &report, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> stored =
            execute(m_database,
                    uR"(UPDATE account SET display_phone_number = ?, verified_name = ?, quality_rating = ?,
                            throughput_per_second = ?, messaging_limit = ?, reported_at = ? WHERE id = ?)"_s,
                    {report.displayPhoneNumber, report.verifiedName, report.qualityRating,
                     asValue(report.throughputPerSecond), asValue(report.messagingLimit), toMilliseconds(now),
                     id.value});
        if (!stored)
            return stored.error();
        return Done{};
    });
}

Result<> AccountStore::setOwnLimit(AccountId id, std::optional<int> perSecond)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<Account> known = load(id); !known)
            return known.error();
        const Result<int> stored =
            execute(m_database, u"UPDATE account SET own_limit_per_second = ? WHERE id = ?"_s,
                    {asValue(perSecond), id.value});
        if (!stored)
            return stored.error();
        return Done{};
    });
}

Result<int> AccountStore::peopleCountedSince(AccountId id, UtcTime since)
{
    return peopleOfPortfolioSince(m_database, id, since);
}

Result<int> AccountStore::peopleCountedAmong(CampaignId campaign, AccountId id, UtcTime since)
{
    return pendingPeopleOfPortfolio(m_database, campaign, id, since);
}
