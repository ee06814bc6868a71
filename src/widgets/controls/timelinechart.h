#pragma once

#include "base/clock.h"

#include <QChartView>

#include <vector>

class QCategoryAxis;
class QLineSeries;

/// The lines of a campaign over time, each with its own colour, stroke and mark.
enum class TimelineLine { Sent, Delivered, Read, Responded, Failed };

/// So many people by then.
struct TimelinePoint
{
    UtcTime at;
    qint64 count = 0;
};

/// People so far, over time. Every line is labelled where it ends; labels keep 14 pixels between them.
class TimelineChart : public QChartView
{
    Q_OBJECT

public:
    explicit TimelineChart(QWidget *parent = nullptr);

    /// Points in order of time. An empty line is not shown.
    void setLine(TimelineLine line, std::vector<TimelinePoint> points);
    bool isEmpty() const;

    QSize sizeHint() const override { return {560, 160}; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    struct Line
    {
        TimelineLine kind;
        QString name;
        QLineSeries *series;
        std::vector<TimelinePoint> points;
    };

    void applyTheme();
    void fitAxes();
    int labelWidth() const;

    std::vector<Line> m_lines;
    QCategoryAxis *m_timeAxis;
    QCategoryAxis *m_countAxis;
};
