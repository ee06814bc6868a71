#pragma once

#include "app/surroundings.h"
#include "base/result.h"
#include "workspace/workspace.h"

#include <QWidget>

#include <functional>

class JobDialog;
class QStackedLayout;
class StatePanel;
class WorkspaceView;

/// The window of the program: one workspace at a time, or why it cannot be opened. Nothing is left while
/// messages are on their way.
class FanfareWindow : public QWidget
{
    Q_OBJECT

public:
    explicit FanfareWindow(const Surroundings &surroundings, QWidget *parent = nullptr);
    ~FanfareWindow() override;

    /// Opens the workspace in this folder; where there is none, makes one.
    void openOrMake(const QString &folder, Workspace::Purpose purpose);
    /// Opens an existing one.
    void openExisting(const QString &folder);

    /// Somebody who cannot be asked wants the program to end: saves, ends sending in an orderly way and
    /// closes, whatever is on screen. `ended` follows.
    void end();
    /// The session ends, and with it the program as soon as this returns.
    void prepareForLogOut();

    /// Nothing while a workspace is being opened, or could not be.
    WorkspaceView *view() const { return m_view; }

signals:
    void ended();
    void opened();
    /// A page says what is wrong.
    void couldNotOpen(const Error &error);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    using Open = std::function<Result<Workspace>()>;

    /// `then` follows when the answer is on screen.
    void open(const QString &folder, Open work, std::function<void()> then = {});
    void restore(const QString &folder, const QString &backup);
    void showAnswer(const Result<Workspace> &workspace, const QString &folder);
    void showWorkspace(const Workspace &workspace);
    void showProblem(const Error &error, const QString &folder);
    void chooseFolder();

    /// Saves, asks where something is being sent, and gives up the open workspace.
    void leaveThen(std::function<void()> then);
    void leaveView(std::function<void()> then);
    void closeForGood();

    bool canKeepSendingWhenClosed() const;
    QString whatGoesOnWithoutWindow() const;
    void askWhetherToKeepSending();
    void goIntoTray();
    void comeOutOfTray();

    Surroundings m_surroundings;
    QStackedLayout *m_pages;
    StatePanel *m_state;
    WorkspaceView *m_view = nullptr;
    std::function<void()> m_tryAgain;
    bool m_connectsNumber = false; ///< once the next workspace is open
    quint64 m_openings = 0;
    bool m_isLeaving = false;
    bool m_isEnding = false;
    bool m_mayClose = false;
};
