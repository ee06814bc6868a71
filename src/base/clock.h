#pragma once

#include <QDateTime>

#include <chrono>

/// A moment on the wall clock, in UTC, as it is stored and shown.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// A moment on a clock that never jumps: for pacing, backoff and deadlines. Its origin means nothing.
using MonotonicTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;

/// Tells the time. Tests bring one that moves when told.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual UtcTime now() const = 0;
    virtual MonotonicTime monotonic() const = 0;
};

/// The computer's own clocks. May be used from any thread.
class SystemClock final : public Clock
{
public:
    UtcTime now() const override;
    MonotonicTime monotonic() const override;
};

/// ISO 8601 in UTC with milliseconds: "2026-11-22T10:00:00.000Z".
QString toIsoText(UtcTime time);

QDateTime toDateTime(UtcTime time);
UtcTime fromDateTime(const QDateTime &time);

/// Milliseconds since 1970 in UTC, the form in which times are stored.
qint64 toMilliseconds(UtcTime time);
UtcTime fromMilliseconds(qint64 milliseconds);
