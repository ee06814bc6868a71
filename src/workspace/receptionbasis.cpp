#include "workspace/receptionbasis.h"

#include "workspace/session.h"

#include <algorithm>

Result<ReceptionBasis> ReceptionBasis::read(Session &session)
{
    Result<std::vector<KnownAccount>> accounts = session.accountDesk().list();
    if (!accounts)
        return accounts.error();
    const Result<QString> stamp = session.accountDesk().secretsStamp();
    if (!stamp)
        return stamp.error();
    ReceptionBasis basis;
    basis.m_accounts = *std::move(accounts);
    basis.m_secretsStamp = *stamp;
    return basis;
}

bool operator==(const ReceptionBasis &left, const ReceptionBasis &right)
{
    const auto isSameNumber = [](const KnownAccount &one, const KnownAccount &other) {
        return one.account.id == other.account.id && one.account.phoneNumberId == other.account.phoneNumberId
            && one.isInUse == other.isInUse;
    };
    return left.m_secretsStamp == right.m_secretsStamp
        && std::equal(left.m_accounts.begin(), left.m_accounts.end(), right.m_accounts.begin(),
                      right.m_accounts.end(), isSameNumber);
}
