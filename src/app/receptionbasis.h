#pragma once

#include "workspace/accountdesk.h"

#include <QString>

#include <tuple>
#include <vector>

/// The numbers and secrets that a receiver of delivery events is started with; with others it starts anew.
class ReceptionBasis
{
public:
    ReceptionBasis(const std::vector<KnownAccount> &accounts, QString secretsStamp)
        : m_secretsStamp{std::move(secretsStamp)}
    {
        for (const KnownAccount &known : accounts)
            m_accounts.emplace_back(known.account.id, known.account.phoneNumberId, known.isInUse);
    }

    friend bool operator==(const ReceptionBasis &, const ReceptionBasis &) = default;

private:
    std::vector<std::tuple<AccountId, QString, bool>> m_accounts; ///< with its phone-number id; in use
    QString m_secretsStamp;
};
