#pragma once

#include <QScrollArea>

class QBoxLayout;

/// The main column of a wizard step and a narrower one beside it; where there is too little room the second
/// one moves below. Scrolls when the content is higher than the window.
class StepPane final : public QScrollArea
{
    Q_OBJECT

public:
    /// `sideWidth` in pixels at 100 % text size.
    StepPane(QWidget *main, QWidget *side, int sideWidth, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_row;
    QWidget *m_main;
    QWidget *m_side;
    int m_sideWidth;
};
