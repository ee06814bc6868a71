#pragma once

#include "base/clock.h"

#include <deque>

/// Messages a second over the last seconds; over the last few messages where they are rare.
class RateMeter
{
public:
    void note(MonotonicTime at);
    double perSecond(MonotonicTime now);

private:
    void forgetBefore(MonotonicTime now);

    std::deque<MonotonicTime> m_starts;
};
