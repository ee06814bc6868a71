#pragma once

#include <QString>

#include <optional>

/// How many people may be written to first within 24 hours.
struct MessagingLimit
{
    std::optional<int> people; ///< nothing: as many as one likes

    bool isUnlimited() const { return !people; }
    friend bool operator==(const MessagingLimit &, const MessagingLimit &) = default;
};

/// Meta's words for it: "TIER_250", "TIER_2K", "TIER_UNLIMITED". Nothing for other texts.
std::optional<MessagingLimit> messagingLimitFrom(const QString &tier);
