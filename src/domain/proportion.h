#pragma once

#include <optional>

/// Between which values something lies.
struct Interval
{
    double low = 0;
    double high = 0;

    bool contains(double value) const { return low <= value && value <= high; }
    friend bool operator==(const Interval &, const Interval &) = default;
};

/// Where the true share lies, 19 times in 20, when `part` of `whole` people did something: Wilson's score
/// interval. Nothing for nobody.
std::optional<Interval> wilsonInterval(int part, int whole);

/// So many people are enough to know any share to within 5 points, whatever it is.
inline constexpr int kEnoughPeople = 385;

/// People who did something, out of so many.
struct Share
{
    int part = 0;
    int whole = 0;

    /// Nothing where the whole is 0.
    std::optional<double> value() const;
    std::optional<Interval> interval() const { return wilsonInterval(part, whole); }
    bool isEnough() const { return whole >= kEnoughPeople; }
    friend bool operator==(const Share &, const Share &) = default;
};

/// Where the true difference between two shares lies, 19 times in 20: Newcombe's hybrid score interval.
/// Nothing where one of them is of nobody.
std::optional<Interval> differenceInterval(const Share &a, const Share &b);

/// Whether chance alone may make such a difference; also where nothing is known.
bool isWithinChance(const Share &a, const Share &b);
