#include "domain/posterior.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace {

/// Stirling's series; std::lgamma writes a variable that all threads share.
double logGamma(double x)
{
    constexpr double kLargeEnough = 10; // from here on the series is exact to the last digits
    double shift = 0;
    for (; x < kLargeEnough; ++x)
        shift += std::log(x);
    const double square = 1 / (x * x);
    const double series =
        (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x;
    return (x - 0.5) * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi) + series - shift;
}

/// What is known of a share after `part` of `whole` people did something.
class Belief
{
public:
    explicit Belief(const Share &share)
        : m_a{share.part + 1.0}
        , m_b{share.whole - share.part + 1.0}
        , m_logScale{logGamma(m_a + m_b) - logGamma(m_a) - logGamma(m_b)}
    {
    }

    double mean() const { return m_a / (m_a + m_b); }
    double deviation() const { return std::sqrt(mean() * (1 - mean()) / (m_a + m_b + 1)); }
    double density(double x) const
    {
        return std::exp(m_logScale + (m_a - 1) * std::log(x) + (m_b - 1) * std::log1p(-x));
    }

    /// The probability that the share is below x: the regularised incomplete beta function.
    double below(double x) const
    {
        const double front = std::exp(m_logScale + m_a * std::log(x) + m_b * std::log1p(-x));
        // The fraction converges fast on this side of the mean only.
        if (x < (m_a + 1) / (m_a + m_b + 2))
            return front * fraction(m_a, m_b, x) / m_a;
        return 1 - front * fraction(m_b, m_a, 1 - x) / m_b;
    }

private:
    /// Lentz's way of evaluating the continued fraction.
    static double fraction(double a, double b, double x)
    {
        constexpr double kTiny = 1e-300;
        constexpr int kMostSteps = 100'000; // it takes about the root of the people
        const auto kept = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
        double c = 1;
        double d = 1 / kept(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int step = 1; step < kMostSteps; ++step) {
            const double m = step;
            const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / kept(1 + even * d);
            c = kept(1 + even / c);
            result *= d * c;
            const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / kept(1 + odd * d);
            c = kept(1 + odd / c);
            result *= d * c;
            if (std::abs(d * c - 1) < std::numeric_limits<double>::epsilon())
                break;
        }
        return result;
    }

    double m_a;
    double m_b;
    double m_logScale;
};

/// Pieces in each of which every belief is smooth, over everything that is at all probable.
std::vector<double> pieceEnds(const std::vector<Belief> &beliefs)
{
    constexpr double kStep = 0.5; // of a deviation
    constexpr double kNear = 12;
    constexpr std::array kFar{16.0, 22.0, 30.0, 42.0}; // where a share is near 0 or 1, its tail is long
    std::vector<double> ends;
    const auto add = [&ends](const Belief &belief, double deviations) {
        for (const double side : {-deviations, deviations})
            ends.push_back(std::clamp(belief.mean() + side * belief.deviation(), 0.0, 1.0));
    };
    for (const Belief &belief : beliefs) {
        for (double deviations = 0; deviations <= kNear; deviations += kStep)
            add(belief, deviations);
        for (const double deviations : kFar)
            add(belief, deviations);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

struct QuadraturePoint
{
    double place = 0; // from the middle of a piece, in halves of it
    double weight = 0;
};

/// Gauss and Legendre's eight points.
constexpr std::array kPoints{
    QuadraturePoint{0.1834346424956498, 0.3626837833783620},
    QuadraturePoint{0.5255324099163290, 0.3137066458778873},
    QuadraturePoint{0.7966664774136267, 0.2223810344533745},
    QuadraturePoint{0.9602898564975363, 0.1012285362903763},
};

/// Adds to each chance what the shares around x contribute to it.
void addAround(double x, double weight, const std::vector<Belief> &beliefs, std::vector<double> &chances)
{
    std::vector<double> below;
    below.reserve(beliefs.size());
    for (const Belief &belief : beliefs)
        below.push_back(belief.below(x));
    for (size_t best = 0; best < beliefs.size(); ++best) {
        double chance = weight * beliefs[best].density(x);
        for (size_t other = 0; other < beliefs.size(); ++other)
            chance *= other == best ? 1 : below[other];
        chances[best] += chance;
    }
}

} // namespace

std::vector<double> chancesToBeBest(const std::vector<Share> &shares)
{
    const std::vector<Belief> beliefs{shares.begin(), shares.end()};
    std::vector<double> chances(shares.size(), 0);
    const std::vector<double> ends = pieceEnds(beliefs);
    for (size_t piece = 1; piece < ends.size(); ++piece) {
        const double middle = (ends[piece - 1] + ends[piece]) / 2;
        const double half = (ends[piece] - ends[piece - 1]) / 2;
        for (const QuadraturePoint &point : kPoints) {
            addAround(middle - point.place * half, point.weight * half, beliefs, chances);
            addAround(middle + point.place * half, point.weight * half, beliefs, chances);
        }
    }
    const double sum = std::accumulate(chances.begin(), chances.end(), 0.0);
    for (double &chance : chances)
        chance /= sum;
    return chances;
}
