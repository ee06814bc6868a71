#pragma once

#include "base/clock.h"
#include "presentation/charttable.h"

#include <QChartView>

#include <optional>
#include <utility>
#include <vector>

class QCategoryAxis;
class QLineSeries;

/// The lines of a campaign over time, each with its own colour, stroke and mark.
enum class TimelineLine { Sent, Delivered, Read, Responded, Failed, OptedOut };

/// So many people by then.
struct TimelinePoint
{
    UtcTime at;
    qint64 count = 0;
};

/// People so far, over time. Every line is labelled where it ends; labels keep 14 pixels between them. Under
/// the pointer, or by the arrow keys, a cursor tells what stood at one moment, in words for a screen reader
/// too.
class TimelineChart : public QChartView
{
    Q_OBJECT

public:
    explicit TimelineChart(QWidget *parent = nullptr);

    /// Points in order of time. An empty line is not shown.
    void setLine(TimelineLine line, std::vector<TimelinePoint> points);
    bool isEmpty() const;
    /// All moments at which something changed, with what each line stood at then.
    ChartTable numbers() const;

    /// The moment that the cursor is on.
    std::optional<UtcTime> cursorMoment() const { return m_cursor; }

    QSize sizeHint() const override { return {560, 160}; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    /// Moments with what stands under them.
    using Ticks = std::vector<std::pair<UtcTime, QString>>;

    /// What a moment is called.
    virtual QString titleOf(UtcTime moment) const;
    virtual Ticks timeTicks(UtcTime from, UtcTime to) const;
    QPointF placeOf(UtcTime moment, qint64 count) const;
    std::vector<UtcTime> moments() const;

    struct Line
    {
        TimelineLine kind;
        QString name;
        QLineSeries *series;
        std::vector<TimelinePoint> points;
    };
    const std::vector<Line> &lines() const { return m_lines; }

private:
    void applyTheme();
    void fitAxes();
    int labelWidth() const;

    void moveCursor(std::optional<UtcTime> moment);
    /// What a cursor at `moment` says: a title, then a line for each series.
    QStringList wordsAt(UtcTime moment) const;
    void drawLabels(QPainter *painter) const;
    void drawCursor(QPainter *painter) const;
    void drawTooltip(QPainter *painter, double x) const;

    std::vector<Line> m_lines;
    QCategoryAxis *m_timeAxis;
    QCategoryAxis *m_countAxis;
    std::optional<UtcTime> m_cursor;
};
