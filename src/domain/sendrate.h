#pragma once

#include <QString>

#include <chrono>
#include <optional>

/// How fast a campaign may go: "10/min", "20/s" or "max". The text a person gave is kept as it was given.
class SendRate
{
public:
    enum class Unit { PerMinute, PerSecond, Max };

    /// Nothing unless `text` is N/min or N/s with N from 1 to 100,000, or "max".
    static std::optional<SendRate> parse(QStringView text);
    static SendRate gentle() { return {Unit::PerMinute, 10}; }
    static SendRate standard() { return {Unit::PerSecond, 20}; }
    static SendRate max() { return {Unit::Max, 0}; }

    SendRate(Unit unit, int count)
        : m_unit{unit}
        , m_count{count}
    {
    }

    Unit unit() const { return m_unit; }
    int count() const { return m_count; } ///< 0 for max
    QString text() const;

    /// Messages a second under this rate when Meta reported `reportedPerSecond` for the number (nothing:
    /// never reported). The lower of both; a reported value unknown leaves N/s as given, and makes "max"
    /// 80/s, Meta's default throughput.
    double perSecond(std::optional<int> reportedPerSecond) const;

    friend bool operator==(const SendRate &, const SendRate &) = default;

private:
    Unit m_unit;
    int m_count;
};
