#include "domain/messaginglimit.h"

using namespace Qt::StringLiterals;

std::optional<MessagingLimit> messagingLimitFrom(const QString &tier)
{
    constexpr QLatin1StringView kTier{"TIER_"};
    if (!tier.startsWith(kTier))
        return std::nullopt;
    QString amount = tier.sliced(kTier.size());
    if (amount == "UNLIMITED"_L1)
        return MessagingLimit{};
    int factor = 1;
    if (amount.endsWith(u'K') || amount.endsWith(u'M')) {
        factor = amount.endsWith(u'K') ? 1'000 : 1'000'000;
        amount.chop(1);
    }
    bool isNumber = false;
    const int count = amount.toInt(&isNumber);
    if (!isNumber || count <= 0 || count > 1'000)
        return std::nullopt;
    return MessagingLimit{count * factor};
}
