#include "workspace/accountdesk.h"

#include "workspace/session.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSecretsStamp = "secrets_stamp";

} // namespace

Result<KnownAccount> AccountDesk::put(Account account)
{
    if (m_session.workspace().isPractice())
        return Error{ErrorKind::Refused,
                     tr("This is a practice workspace. Connect your number in another one: fanfare-cli "
                        "workspace init"),
                     u"practice"_s,
                     {}};
    if (account.apiBase.isEmpty())
        account.apiBase = QString::fromLatin1(kDefaultApiBase);
    if (account.graphVersion.isEmpty())
        account.graphVersion = QString::fromLatin1(kDefaultGraphVersion);
    while (account.apiBase.endsWith(u'/'))
        account.apiBase.chop(1);
    const Result<AccountId> id = m_session.accounts().put(account);
    if (!id)
        return id.error();
    return load(*id);
}

Result<std::vector<KnownAccount>> AccountDesk::list()
{
    const Result<std::vector<Account>> accounts = m_session.accounts().list();
    if (!accounts)
        return accounts.error();
    const Result<std::optional<AccountId>> inUse = m_session.accounts().inUse();
    if (!inUse)
        return inUse.error();
    std::vector<KnownAccount> known;
    for (const Account &account : *accounts)
        known.push_back({account, *inUse == account.id});
    return known;
}

Result<KnownAccount> AccountDesk::load(AccountId id)
{
    const Result<std::vector<KnownAccount>> accounts = list();
    if (!accounts)
        return accounts.error();
    const auto found = std::find_if(accounts->begin(), accounts->end(),
                                    [&](const KnownAccount &known) { return known.account.id == id; });
    if (found == accounts->end())
        return Error{ErrorKind::NotFound, tr("There is no account %1.").arg(id.value), u"no_account"_s, {}};
    return *found;
}

Result<KnownAccount> AccountDesk::inUse()
{
    const Result<std::vector<KnownAccount>> accounts = list();
    if (!accounts)
        return accounts.error();
    const auto found = std::find_if(accounts->begin(), accounts->end(),
                                    [](const KnownAccount &known) { return known.isInUse; });
    if (found == accounts->end())
        return Error{ErrorKind::NotFound,
                     tr("No number is connected yet. Connect one: fanfare-cli account set"),
                     u"no_account"_s,
                     {}};
    return *found;
}

Result<> AccountDesk::noteNewSecrets()
{
    return m_session.settings().setValue(QString::fromLatin1(kSecretsStamp),
                                         QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Result<QString> AccountDesk::secretsStamp()
{
    const Result<std::optional<QString>> stamp =
        m_session.settings().value(QString::fromLatin1(kSecretsStamp));
    if (!stamp)
        return stamp.error();
    return stamp->value_or(QString{});
}
