#include "domain/proportion.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double kNineteenInTwenty = 1.959963984540054; // of the normal distribution, both sides

} // namespace

std::optional<Interval> wilsonInterval(int part, int whole)
{
    if (whole <= 0)
        return std::nullopt;
    const double people = whole;
    const double share = part / people;
    const double z2 = kNineteenInTwenty * kNineteenInTwenty;
    const double middle = share + z2 / (2 * people);
    const double reach =
        kNineteenInTwenty * std::sqrt(share * (1 - share) / people + z2 / (4 * people * people));
    const double scale = 1 + z2 / people;
    // Nobody and everybody are ends of the interval themselves; rounding must not move them.
    const double low = part == 0 ? 0 : (middle - reach) / scale;
    const double high = part == whole ? 1 : (middle + reach) / scale;
    return Interval{std::max(0.0, low), std::min(1.0, high)};
}

std::optional<double> Share::value() const
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / whole;
}

std::optional<Interval> differenceInterval(const Share &a, const Share &b)
{
    const std::optional<Interval> ofA = a.interval();
    const std::optional<Interval> ofB = b.interval();
    if (!ofA || !ofB)
        return std::nullopt;
    const double shareA = *a.value();
    const double shareB = *b.value();
    const double down = std::hypot(shareA - ofA->low, ofB->high - shareB);
    const double up = std::hypot(ofA->high - shareA, shareB - ofB->low);
    return Interval{shareA - shareB - down, shareA - shareB + up};
}

bool isWithinChance(const Share &a, const Share &b)
{
    const std::optional<Interval> difference = differenceInterval(a, b);
    return !difference || difference->contains(0);
}
