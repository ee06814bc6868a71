#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

/// Reads again when something has changed: never two reads at a time, and never more often than every
/// `interval`.
class PacedRead : public QObject
{
    Q_OBJECT

public:
    /// Calls back when it has ended, on this thread.
    using Read = std::function<void(std::function<void()> ended)>;

    PacedRead(std::chrono::milliseconds interval, Read read, QObject *parent);

    /// For reads that may take long: the next one waits so many times as long as the last one took.
    void setRest(int timesAsLong) { m_timesAsLong = timesAsLong; }

public slots:
    void request();

private:
    void begin();
    void end();

    Read m_read;
    QTimer m_pause; ///< runs while the next read has to wait
    std::chrono::milliseconds m_interval;
    QElapsedTimer m_reading;
    int m_timesAsLong = 0;
    bool m_isReading = false;
    bool m_isWanted = false;
};
