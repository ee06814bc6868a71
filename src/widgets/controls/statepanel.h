#pragma once

#include "base/result.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class Button;
class QLabel;
class TextLabel;

/// What a page shows instead of its content: nothing there yet, still loading, or failed.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatePanel(QWidget *parent = nullptr);

    /// One sentence what belongs here, one filled button, one way to learn more (either text may be empty).
    /// For panels that may be narrower than the sentence usually is, which then takes as much as they have.
    void setPanelWidth(int width);
    void showEmpty(const QString &iconName, const QString &title, const QString &sentence,
                   const QString &actionText = {}, const QString &secondText = {});
    /// Nothing for 150 ms, then skeleton rows; after a second `sentence` and Cancel.
    void showLoading(const QString &sentence, bool canCancel = true);
    /// What happened, why, what to do; "Try again".
    void showError(const Error &error, const QString &title);

signals:
    void actionRequested();
    void secondRequested();
    void cancelRequested();
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Empty, Loading, Failed };

    void refresh();

    Kind m_kind = Kind::Empty;
    QString m_iconName;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_sentence;
    Button *m_action;
    Button *m_second;
    QTimer m_skeletonTimer;
    QTimer m_sentenceTimer;
    bool m_showsSkeleton = false;
};
