#include "domain/revenue.h"

#include <map>

std::optional<double> CampaignReturn::roi() const
{
    if (revenue.size() != 1 || !cost || revenue.front().currency != cost->currency)
        return std::nullopt;
    return returnOnCost(revenue.front().amount, cost->known());
}

CampaignReturn sumOf(const std::vector<CampaignReturn> &returns)
{
    CampaignReturn sum;
    std::map<QString, RevenueSum> revenue;
    std::vector<CampaignCost> costs;
    bool isCostKnown = true;
    for (const CampaignReturn &one : returns) {
        for (const RevenueSum &part : one.revenue) {
            RevenueSum &all = revenue[part.currency];
            all.currency = part.currency;
            all.amount += part.amount;
            all.bookings += part.bookings;
        }
        isCostKnown &=
            one.cost && one.cost->known() && (costs.empty() || costs.front().currency == one.cost->currency);
        if (one.cost)
            costs.push_back(*one.cost);
    }
    for (const auto &[currency, part] : revenue)
        sum.revenue.push_back(part);
    if (isCostKnown && !costs.empty())
        sum.cost = sumOf(costs);
    return sum;
}
