#pragma once

#include "domain/cost.h"

#include <optional>
#include <vector>

/// What campaigns brought in, in one currency.
struct RevenueSum
{
    QString currency;
    Money amount;
    int bookings = 0;

    friend bool operator==(const RevenueSum &, const RevenueSum &) = default;
};

/// What came back for what was spent.
struct CampaignReturn
{
    std::vector<RevenueSum> revenue; ///< by currency; empty: nothing is recorded
    std::optional<CampaignCost> cost; ///< nothing: no rate card

    /// (revenue − cost) / cost; nothing where either is unknown, where nothing was spent, or where they are
    /// not all in one currency. The one place that computes it.
    std::optional<double> roi() const;

    friend bool operator==(const CampaignReturn &, const CampaignReturn &) = default;
};

/// Of several as one: of a template, of a report. The cost is unknown where that of one of them is.
CampaignReturn sumOf(const std::vector<CampaignReturn> &returns);
