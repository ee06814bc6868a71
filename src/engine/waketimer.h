#pragma once

#include "base/clock.h"

#include <QTimer>

/// Wakes the sender at the earliest of the times that its parts wanted.
class WakeTimer
{
public:
    /// `parent` gives the thread, and moves the timer with itself.
    WakeTimer(const Clock &clock, QObject *parent);

    /// At the latest then; an earlier wish stands.
    void want(MonotonicTime time);
    void wantNow() { want(MonotonicTime::min()); }
    MonotonicTime next() const { return m_next; }

    /// A new turn: all wishes are said again.
    void forgetWishes() { m_next = MonotonicTime::max(); }
    void arm();
    void stop() { m_timer.stop(); }

    const QTimer &timer() const { return m_timer; }

private:
    const Clock &m_clock;
    QTimer m_timer;
    MonotonicTime m_next = MonotonicTime::max();
};
