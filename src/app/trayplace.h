#pragma once

#include <QObject>
#include <QString>

#include <memory>

/// What a notification says, in the form that this system's desktops read: where they take it for markup, as
/// on Linux, what a person wrote stays words.
QString notificationText(const QString &words);

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
