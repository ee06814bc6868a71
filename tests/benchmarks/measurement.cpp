#include "measurement.h"

#include <QTextStream>

#include <algorithm>

namespace {

constexpr int kNameWidth = 34;
constexpr int kValueWidth = 12;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

QString rounded(double value)
{
    return QString::number(value, 'f', value < 100 ? 1 : 0);
}

} // namespace

void MeasurementTable::add(const std::vector<Measurement> &round)
{
    for (const Measurement &measurement : round) {
        auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &known) {
            return known.subject == measurement.subject && known.what == measurement.what;
        });
        if (line == m_lines.end())
            line = m_lines.insert(m_lines.end(), Line{measurement.subject, measurement.what, {}, {}, {}, {}});
        line->values.push_back(measurement.value);
        if (!measurement.reference)
            continue;
        line->referenceName = measurement.reference->what;
        line->references.push_back(measurement.reference->value);
        line->ratios.push_back(measurement.value / measurement.reference->value);
    }
}

QString MeasurementTable::text() const
{
    QString result;
    QTextStream out{&result};
    QString subject;
    for (const Line &line : m_lines) {
        if (line.subject != subject) {
            subject = line.subject;
            out << '\n' << subject << '\n';
        }
        out << "  " << line.what.leftJustified(kNameWidth)
            << rounded(median(line.values)).rightJustified(kValueWidth);
        if (!line.ratios.empty()) {
            out << rounded(median(line.references)).rightJustified(kValueWidth)
                << QString::number(median(line.ratios), 'f', 3).rightJustified(kValueWidth) << "  of "
                << line.referenceName;
        }
        out << '\n';
    }
    return result;
}
