#include "domain/sendrate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMetaDefaultPerSecond = 80; // throughput of a number that was not upgraded
constexpr int kHighestCount = 100'000;
} // namespace

std::optional<SendRate> SendRate::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed == u"max")
        return max();
    const qsizetype slash = trimmed.indexOf(u'/');
    if (slash <= 0)
        return std::nullopt;
    bool isNumber = false;
    const int count = trimmed.left(slash).toInt(&isNumber);
    if (!isNumber || !trimmed.front().isDigit() || count < 1 || count > kHighestCount)
        return std::nullopt;
    const QStringView unit = trimmed.mid(slash + 1);
    if (unit == u"s")
        return SendRate{Unit::PerSecond, count};
    if (unit == u"min")
        return SendRate{Unit::PerMinute, count};
    return std::nullopt;
}

QString SendRate::text() const
{
    switch (m_unit) {
    case Unit::PerMinute: return u"%1/min"_s.arg(m_count);
    case Unit::PerSecond: return u"%1/s"_s.arg(m_count);
    case Unit::Max: return u"max"_s;
    }
    Q_UNREACHABLE();
}

double SendRate::perSecond(std::optional<int> reportedPerSecond) const
{
    if (reportedPerSecond
        && *reportedPerSecond < 1) // no number sends nothing at all: a value that means nothing
        reportedPerSecond.reset();
    double own = kMetaDefaultPerSecond;
    switch (m_unit) {
    case Unit::PerMinute: own = m_count / 60.0; break;
    case Unit::PerSecond: own = m_count; break;
    case Unit::Max: return reportedPerSecond ? *reportedPerSecond : kMetaDefaultPerSecond;
    }
    return reportedPerSecond ? std::min(own, static_cast<double>(*reportedPerSecond)) : own;
}
