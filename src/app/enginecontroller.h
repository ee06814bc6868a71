#pragma once

#include "app/workbench.h"
#include "base/result.h"

#include <QObject>
#include <QTimer>

class Banner;
class QWidget;

/// Keeps the engine of the workspace running: starts it with the window, follows another program that runs it
/// already and takes over when that one ends. Says in a banner why nothing is sent.
class EngineController : public QObject
{
    Q_OBJECT

public:
    EngineController(const Workbench &bench, QObject *parent);

    /// The banner with its margins, for the top of the window; hidden while there is nothing to say.
    QWidget *notice() { return m_notice; }

    void start();
    /// Nothing new leaves; answers in flight are awaited. `stopped` follows, later.
    void stop();
    /// The system ends the session and takes the program with it when this returns, unless the person thinks
    /// better of it: waits for the answers in flight, and goes on after a while if we are still there.
    void stopForLogOut();

signals:
    void stopped();
    void done(const QString &sentence);

private:
    void showFailure(const Error &error);
    void askToArm();
    void showArming(int people); ///< so many are still to be sent to
    void arm();
    void showLogOut();

    Workbench m_bench;
    QWidget *m_notice;
    Banner *m_banner;
    QTimer m_retry;
    QString m_shownCode; ///< of the failure in the banner
    bool m_isStopping = false;
    bool m_isLoggingOut = false;
};
