#include "storage/accountchanges.h"

#include "domain/errorcatalog.h"
#include "storage/campaignrows.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestrictedCode = 368; // "temporarily blocked for policy violations"

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AccountChanges)
};

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// The number that an event names, or all of the account.
Result<std::vector<AccountId>> concernedBy(Database &database, const AccountEvent &event)
{
    std::vector<AccountId> all;
    std::vector<AccountId> named;
    const QString number = digitsOf(event.displayPhone);
    const Result<> read = forEachRow(
        database, u"SELECT id, display_phone_number FROM account WHERE ? IN ('', waba_id) ORDER BY id"_s,
        {event.wabaId}, [&](const Row &row) {
            all.push_back({row.integer(0)});
            if (!number.isEmpty() && digitsOf(row.text(1)) == number)
                named.push_back({row.integer(0)});
        });
    if (!read)
        return read.error();
    // What is said about a number that is not connected here is none of our business.
    return number.isEmpty() ? all : named;
}

Result<int> storeIfNew(Database &database, AccountId account, const QString &column, const QVariant &value)
{
    return execute(database, u"UPDATE account SET %1 = ? WHERE id = ? AND %1 IS NOT ?"_s.arg(column),
                   {value, account.value, value});
}

Result<int> storeLimits(Database &database, AccountId account, const AccountEvent &event)
{
    int changed = 0;
    if (event.messagingLimit) {
        const Result<int> stored =
            storeIfNew(database, account, u"messaging_limit"_s, asValue(event.messagingLimit->people));
        if (!stored)
            return stored;
        changed += *stored;
    }
    if (event.throughputPerSecond) {
        const Result<int> stored =
            storeIfNew(database, account, u"throughput_per_second"_s, *event.throughputPerSecond);
        if (!stored)
            return stored;
        changed += *stored;
    }
    return changed;
}

StateReason restriction(const AccountEvent &event)
{
    const ErrorEntry &entry = errorEntry(kRestrictedCode);
    return {QString::number(kRestrictedCode),
            Words::tr("Meta restricted this account: %1").arg(event.summary), entry.advice()};
}

/// Pauses what sends or waits for its time, or tells it that the way is free; how many.
Result<int> tellCampaigns(Database &database, AccountId account, const AccountEvent &event, UtcTime now)
{
    const bool isBlocked = event.effect == AccountEvent::Effect::Blocks;
    Result<std::vector<Campaign>> campaigns =
        loadCampaigns(database,
                      u"WHERE c.account_id = ? AND c.state IN (%1) ORDER BY c.id"_s.arg(
                          isBlocked ? u"'scheduled', 'sending'"_s : u"'paused'"_s),
                      {account.value});
    if (!campaigns)
        return campaigns.error();
    int told = 0;
    for (Campaign &campaign : *campaigns) {
        if (isBlocked) {
            const Result<bool> paused =
                carryOut(database, campaign, CampaignEvent::Pause, restriction(event), now);
            if (!paused)
                return paused.error();
            told += *paused ? 1 : 0;
            continue;
        }
        const Result<> noted =
            noteActivity(database, campaign.id,
                         Words::tr("Meta lifted what it had restricted: %1").arg(event.summary), now);
        if (!noted)
            return noted.error();
        ++told;
    }
    return told;
}

} // namespace

Result<AppliedEvent> applyAccountEvent(Database &database, const AccountEvent &event, UtcTime now)
{
    AppliedEvent applied{u"account"_s, false, {}, 0, 0};
    const Result<std::vector<AccountId>> accounts = concernedBy(database, event);
    if (!accounts)
        return accounts.error();
    if (accounts->empty()) {
        applied.why = Words::tr("This account is not connected here: %1").arg(event.summary);
        return applied;
    }
    int changed = 0;
    for (const AccountId account : *accounts) {
        const Result<int> stored = storeLimits(database, account, event);
        if (!stored)
            return stored.error();
        changed += *stored;
        if (event.effect == AccountEvent::Effect::None)
            continue;
        const Result<int> told = tellCampaigns(database, account, event, now);
        if (!told)
            return told.error();
        changed += *told;
    }
    applied.applied = changed > 0;
    applied.why = changed > 0 ? Words::tr("Taken over: %1").arg(event.summary)
                              : Words::tr("Kept, without effect: %1").arg(event.summary);
    return applied;
}
