#pragma once

#include "presentation/charttable.h"
#include "widgets/theme/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

/// One step of a funnel: how many people got this far.
struct FunnelStep
{
    QString name;
    qint64 count = 0;
    Tone tone = Tone::Blue;
};

/// How many people got how far, each step as a bar against the first one, with its share of the step above.
/// Pressing a step, or Enter where the arrow keys have led, chooses it.
class FunnelChart : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelChart(QWidget *parent = nullptr);

    void setSteps(std::vector<FunnelStep> steps);
    ChartTable numbers() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

signals:
    /// Counted from 0.
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString shareOf(size_t step) const;
    int stepAt(QPoint point) const;
    void mark(int step);

    std::vector<FunnelStep> m_steps;
    int m_marked = -1; ///< the step under the pointer or the keyboard; -1: none
};
