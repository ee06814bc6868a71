#pragma once

#include "domain/analytics.h"
#include "widgets/controls/timelinechart.h"

#include <vector>

/// How many people got how far, by days, weeks or months: a mark for each step, and dotted where one is not
/// over. A press, or Enter where the arrow keys have led, chooses the step.
class TrendChart final : public TimelineChart
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);

    /// `chosen`: the step that everything else is filtered by.
    void setTrend(const std::vector<TrendPoint> &trend, TrendStep step,
                  const std::optional<DayRange> &chosen);

    QSize sizeHint() const override { return {640, 240}; }

signals:
    void stepChosen(const DayRange &days);

protected:
    QString titleOf(UtcTime moment) const override;
    Ticks timeTicks(UtcTime from, UtcTime to) const override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    size_t placeIn(UtcTime moment) const;
    void chooseCursor();
    /// The lines up to the last step that is over; the rest is dotted.
    void cutLines();

    std::vector<TrendPoint> m_trend;
    TrendStep m_step = TrendStep::Week;
    std::optional<size_t> m_chosen;
};
