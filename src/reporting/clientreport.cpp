#include "reporting/clientreport.h"

std::optional<UtcTime> ClientReport::startedAt() const
{
    std::optional<UtcTime> first;
    for (const ReportedCampaign &campaign : campaigns) {
        if (campaign.startedAt && (!first || *campaign.startedAt < *first))
            first = campaign.startedAt;
    }
    return first;
}

std::optional<UtcTime> ClientReport::completedAt() const
{
    std::optional<UtcTime> last;
    for (const ReportedCampaign &campaign : campaigns) {
        if (!campaign.completedAt)
            return std::nullopt;
        if (!last || *campaign.completedAt > *last)
            last = campaign.completedAt;
    }
    return last;
}
