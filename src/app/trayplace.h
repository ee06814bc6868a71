#pragma once

#include <QObject>

#include <memory>

/// Where the program stands while its window is closed and it keeps sending.
class TrayPlace : public QObject
{
    Q_OBJECT

public:
    /// The tray of the desktop; `isAvailable` says whether there is one.
    static std::unique_ptr<TrayPlace> ofDesktop();

    /// Whether somebody could find the program there now. May change while the program runs.
    virtual bool isAvailable() const = 0;
    virtual void show() = 0;
    virtual void hide() = 0;
    /// A word on the desktop, for who is not looking at the window.
    virtual void notify(const QString &title, const QString &words) = 0;

signals:
    void openRequested();
    /// Sending is to stop, and the program to end.
    void endRequested();
};
