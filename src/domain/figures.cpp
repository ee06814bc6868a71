#include "domain/figures.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

int chargedMessages(const std::vector<PricedMessages> &prices)
{
    int charged = 0;
    for (const PricedMessages &price : prices)
        charged += price.isCharged() ? price.messages : 0;
    return charged;
}

std::optional<double> shareOf(int part, int whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / whole;
}

std::chrono::minutes timeLineStep(std::chrono::milliseconds length, int points)
{
    constexpr std::array<std::chrono::minutes, 12> kSteps{1min, 2min, 5min, 10min, 15min, 30min,
                                                          1h,   3h,   6h,   12h,   24h,   24h * 7};
    const auto needed = length / std::max(1, points);
    const auto *const step =
        std::find_if(kSteps.begin(), kSteps.end(), [&](std::chrono::minutes each) { return each >= needed; });
    return step == kSteps.end() ? kSteps.back() : *step;
}

std::vector<TimeLinePoint> peopleSoFar(const std::vector<TimeLinePoint> &steps, std::chrono::minutes width)
{
    std::vector<TimeLinePoint> points;
    TimeLinePoint sum;
    for (const TimeLinePoint &step : steps) {
        const UtcTime end = step.start + width;
        while (!points.empty() && sum.start + width < end) {
            sum.start += width;
            points.push_back(sum);
        }
        sum.start = end;
        sum.sent += step.sent;
        sum.delivered += step.delivered;
        sum.read += step.read;
        sum.responded += step.responded;
        sum.failed += step.failed;
        points.push_back(sum);
    }
    return points;
}
