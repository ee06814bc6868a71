#pragma once

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

public slots:
    void request();

private:
    void begin();

    Read m_read;
    QTimer m_pause; ///< runs while the next read has to wait
    bool m_isReading = false;
    bool m_isWanted = false;
};
