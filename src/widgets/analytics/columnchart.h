#pragma once

#include "domain/analytics.h"

#include <QWidget>

#include <vector>

/// How much of the messaging limit was used: a column for each step of the trend, with the limit as a line.
class ColumnChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnChart(QWidget *parent = nullptr);

    void setUse(const Analytics &figures);

    QSize sizeHint() const override { return {420, 180}; }
    QSize minimumSizeHint() const override { return {260, 140}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect plot() const;
    QRectF columnOf(size_t step) const;
    double heightOf(double people) const;
    QString wordsOf(size_t step) const;
    int stepAt(QPoint point) const;
    void mark(int step);

    std::vector<TrendPoint> m_trend;
    TrendStep m_step = TrendStep::Week;
    std::optional<int> m_limit;
    double m_top = 1;
    int m_marked = -1;
};
