#pragma once

#include <QString>

#include <optional>
#include <vector>

/// One figure and what it is measured against, from the same run: the machine drifts, so only the ratio means
/// much.
struct Measurement
{
    struct Reference
    {
        QString what;
        double value = 0;
    };

    QString subject; ///< measurements of one subject stand together
    QString what;
    double value = 0;
    std::optional<Reference> reference;
};

/// The same figures taken several times: the median of each value, of each reference and of each ratio.
class MeasurementTable
{
public:
    void add(const std::vector<Measurement> &round);
    QString text() const;

private:
    struct Line
    {
        QString subject;
        QString what;
        QString referenceName;
        std::vector<double> values;
        std::vector<double> references;
        std::vector<double> ratios;
    };

    std::vector<Line> m_lines;
};
