#include "domain/retryoffer.h"

#include <numeric>

namespace {

int peopleIn(const std::vector<RetryOffer::Group> &groups)
{
    return std::accumulate(groups.begin(), groups.end(), 0,
                           [](int sum, const RetryOffer::Group &group) { return sum + group.people; });
}

} // namespace

int RetryOffer::people() const
{
    return peopleIn(offered);
}

int RetryOffer::peopleLeft() const
{
    return peopleIn(left);
}
