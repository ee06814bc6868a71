#pragma once

#include "reporting/clientreport.h"

#include <QString>

#include <map>
#include <optional>

/// What campaigns cost, as far as Meta told how it charged and a rate card has the price.
struct ReportCost
{
    std::map<QString, Money> sums; ///< by currency; empty: nothing is known
    bool isWhole = true; ///< false: something is missing in it, so that it is "at least" so much

    /// The whole of it where it is all in one currency.
    std::optional<Money> wholeIn(const QString &currency) const;

    friend bool operator==(const ReportCost &, const ReportCost &) = default;
};

/// Who delivered to nobody owes nothing: that is known without a price.
ReportCost costOf(const ReportedCampaign &campaign);

/// Of all campaigns: the sum of what each of them costs.
ReportCost costOf(const ClientReport &report);

/// Whether a rate card tells what any of its campaigns costs.
bool hasCosts(const ClientReport &report);
