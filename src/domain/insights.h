#pragma once

#include "base/clock.h"

#include <QString>

#include <chrono>
#include <optional>

// What Meta counts itself, as totals: nothing of it tells about one person or one campaign.

/// One template on one day: all messages made from it, whoever sent them. What Meta left out is nothing.
struct TemplateDay
{
    QString templateId; ///< Meta's
    UtcTime start;
    UtcTime end;
    std::optional<qint64> sent;
    std::optional<qint64> delivered;
    std::optional<qint64> read;
    std::optional<qint64> clicked;
    std::optional<double> cost; ///< in the account's currency

    friend bool operator==(const TemplateDay &, const TemplateDay &) = default;
};

/// What was delivered and paid on one day in one category.
struct PriceDay
{
    UtcTime start;
    UtcTime end;
    QString category; ///< Meta's word: MARKETING, UTILITY, …
    QString type; ///< Meta's word: REGULAR, FREE_CUSTOMER_SERVICE, …
    qint64 volume = 0; ///< messages that were delivered
    std::optional<double> cost; ///< in the account's currency; nothing where a partner pays

    friend bool operator==(const PriceDay &, const PriceDay &) = default;
};

/// Whether Meta counts for an account at all. Whoever lets it count cannot take that back.
struct InsightsState
{
    bool isEnabled = false;
    QString currency; ///< "EUR"; empty: not told

    friend bool operator==(const InsightsState &, const InsightsState &) = default;
};

/// How much more may be asked of Meta.
struct AskingAllowance
{
    std::optional<int> usedPercent; ///< nothing: not told
    std::optional<std::chrono::seconds> waitFor; ///< Meta asks to be left alone for so long
};
