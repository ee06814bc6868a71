#include "reporting/reportcost.h"

#include <algorithm>

std::optional<Money> ReportCost::wholeIn(const QString &currency) const
{
    const auto sum = sums.find(currency);
    return isWhole && sums.size() == 1 && sum != sums.end() ? std::optional{sum->second} : std::nullopt;
}

ReportCost costOf(const ReportedCampaign &campaign)
{
    const int delivered = campaign.figures.reached.delivered;
    const CampaignCost cost = campaign.money.cost.value_or(CampaignCost{});
    if (cost.currency.isEmpty())
        return {{}, delivered == 0};
    const bool isAnyKnown = cost.charged + cost.free > 0;
    ReportCost known{{}, cost.unpriced == 0 && (isAnyKnown || delivered == 0)};
    if (isAnyKnown || known.isWhole)
        known.sums[cost.currency] = cost.amount;
    return known;
}

ReportCost costOf(const ClientReport &report)
{
    ReportCost all;
    for (const ReportedCampaign &campaign : report.campaigns) {
        const ReportCost one = costOf(campaign);
        for (const auto &[currency, amount] : one.sums)
            all.sums[currency] += amount;
        all.isWhole = all.isWhole && one.isWhole;
    }
    return all;
}

bool hasCosts(const ClientReport &report)
{
    return std::any_of(report.campaigns.begin(), report.campaigns.end(),
                       [](const ReportedCampaign &campaign) {
                           return campaign.money.cost && !campaign.money.cost->currency.isEmpty();
                       });
}
