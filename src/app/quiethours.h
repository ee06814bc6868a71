#pragma once

#include "base/clock.h"

#include <QTime>

/// When new answers are told on the desktop: never, or outside the quiet hours. In the computer's own time.
struct QuietHours
{
    bool areShown = true;
    bool isQuiet = true;
    QTime from{20, 0};
    QTime to{8, 0}; ///< before `from`: of the next morning

    bool mayNotifyAt(UtcTime now) const;
};
