#pragma once

#include "workspace/accountdesk.h"

#include <QString>

#include <vector>

class Session;

/// The numbers and secrets that a receiver of delivery events is started with; with others it starts anew.
class ReceptionBasis
{
public:
    static Result<ReceptionBasis> read(Session &session);

    const std::vector<KnownAccount> &accounts() const { return m_accounts; }

    /// Whether a receiver would do the same with either: how numbers are called does not matter.
    friend bool operator==(const ReceptionBasis &left, const ReceptionBasis &right);

private:
    std::vector<KnownAccount> m_accounts;
    QString m_secretsStamp;
};
