#pragma once

#include <QFrame>
#include <QTimer>

class Button;
class TextLabel;
class QLabel;

/// A short word at the bottom of the window that something was done, with a way to undo it. It goes after six
/// seconds, but not while the pointer or the keyboard is on it.
class Toast : public QFrame
{
    Q_OBJECT

public:
    /// Lives in `window` and stays centred at its lower edge.
    explicit Toast(QWidget *window);

    /// Replaces what is shown. An empty `actionText` means there is nothing to undo.
    void showMessage(const QString &message, const QString &actionText = {});

signals:
    void actionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void dressIcon();
    bool isBusy() const;

    QLabel *m_icon;
    TextLabel *m_message;
    Button *m_action;
    Button *m_close;
    QTimer m_timer;
};
