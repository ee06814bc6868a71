#pragma once

#include "base/cancel.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

/// Tells the event loop that the person, or the system, asked the program to stop: SIGINT, SIGTERM, SIGHUP,
/// Ctrl+C on Windows. One object a process.
class Interruption : public QObject
{
    Q_OBJECT

public:
    explicit Interruption(QObject *parent = nullptr);
    ~Interruption() override;

    /// For work that holds up the event loop.
    static bool wasRequested();
    /// Cancelled from the moment on when it was requested, without an event loop. Cancelling it by hand
    /// requests the same.
    static CancelToken token();

signals:
    void requested();

private:
    void readRequest();

    std::unique_ptr<QSocketNotifier> m_notifier;
};
