#include "app/quiethours.h"

#include <QDateTime>

bool QuietHours::mayNotifyAt(UtcTime now) const
{
    if (!areShown)
        return false;
    if (!isQuiet || from == to)
        return true;
    const QTime time = toDateTime(now).toLocalTime().time();
    const bool isInside = from < to ? time >= from && time < to : time >= from || time < to;
    return !isInside;
}
