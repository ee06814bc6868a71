#include "base/clock.h"

UtcTime SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

MonotonicTime SystemClock::monotonic() const
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now());
}

QString toIsoText(UtcTime time)
{
    return toDateTime(time).toString(Qt::ISODateWithMs);
}

QDateTime toDateTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC);
}

UtcTime fromDateTime(const QDateTime &time)
{
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

qint64 toMilliseconds(UtcTime time)
{
    return time.time_since_epoch().count();
}

UtcTime fromMilliseconds(qint64 milliseconds)
{
    return UtcTime{std::chrono::milliseconds{milliseconds}};
}
