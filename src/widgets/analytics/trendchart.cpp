#include "widgets/analytics/trendchart.h"

#include "presentation/analyticswords.h"
#include "widgets/controls/timelinemarks.h"
#include "widgets/theme/theme.h"

#include <QChart>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace {

constexpr size_t kMostTicks = 7;
constexpr size_t kMostMarks = 45; ///< more would run into each other
constexpr auto kStepApart = 1h; ///< steps stand evenly, whatever their length

UtcTime placeOfStep(size_t step)
{
    return UtcTime{kStepApart * static_cast<int>(step)};
}

constexpr std::array kCounts{
    std::pair{TimelineLine::Sent,      &StepCounts::sent     },
    std::pair{TimelineLine::Delivered, &StepCounts::delivered},
    std::pair{TimelineLine::Read,      &StepCounts::read     },
    std::pair{TimelineLine::Responded, &StepCounts::responded},
    std::pair{TimelineLine::Failed,    &StepCounts::failed   },
    std::pair{TimelineLine::OptedOut,  &StepCounts::optedOut },
};

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : TimelineChart{parent}
{
    setAccessibleName(tr("Trends"));
}

void TrendChart::setTrend(const std::vector<TrendPoint> &trend, TrendStep step,
                          const std::optional<DayRange> &chosen)
{
    m_trend = trend;
    // Steps that have not begun yet hold nothing and would draw every line to the ground.
    while (!m_trend.empty() && !m_trend.back().isOver && m_trend.back().counts.tried == 0)
        m_trend.pop_back();
    m_step = step;
    m_chosen.reset();
    for (size_t i = 0; chosen && i < m_trend.size(); ++i) {
        if (m_trend[i].days == *chosen)
            m_chosen = i;
    }
    for (const auto &[line, count] : kCounts) {
        std::vector<TimelinePoint> points;
        for (size_t i = 0; i < m_trend.size(); ++i)
            points.push_back({placeOfStep(i), m_trend[i].counts.*count});
        setLine(line, std::move(points));
    }
    cutLines();
    viewport()->update();
}

void TrendChart::cutLines()
{
    const auto firstOpen =
        std::find_if(m_trend.begin(), m_trend.end(), [](const TrendPoint &point) { return !point.isOver; });
    const auto whole = static_cast<qsizetype>(firstOpen - m_trend.begin());
    for (const Line &line : lines()) {
        const QList<QPointF> points = line.series->points();
        if (whole < points.size())
            line.series->replace(points.first(whole));
    }
}

QString TrendChart::titleOf(UtcTime moment) const
{
    const QString title = stepTitle(m_trend[placeIn(moment)], m_step);
    return m_trend[placeIn(moment)].isOver ? title : tr("%1, not over").arg(title);
}

TimelineChart::Ticks TrendChart::timeTicks(UtcTime, UtcTime) const
{
    Ticks ticks;
    const size_t each = (m_trend.size() + kMostTicks - 1) / kMostTicks;
    for (size_t i = 0; i < m_trend.size(); i += std::max<size_t>(1, each))
        ticks.emplace_back(placeOfStep(i), stepLabel(m_trend[i], m_step));
    return ticks;
}

void TrendChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    const Theme &theme = Theme::of(this);
    if (m_chosen && !m_trend.empty()) {
        const double x = placeOf(placeOfStep(*m_chosen), 0).x();
        const QRectF plot = chart()->plotArea();
        painter->setPen(QPen{theme.primary, 2});
        painter->drawLine(QPointF{x, plot.top()}, QPointF{x, plot.bottom()});
    }
    for (const Line &line : lines()) {
        if (line.points.size() != m_trend.size())
            continue;
        for (size_t i = 1; i < m_trend.size(); ++i) {
            if (m_trend[i].isOver)
                continue;
            painter->setPen(QPen{timelineColor(line.kind, theme), 2, Qt::DotLine});
            painter->drawLine(placeOf(line.points[i - 1].at, line.points[i - 1].count),
                              placeOf(line.points[i].at, line.points[i].count));
        }
        for (size_t i = 0; i < m_trend.size() && m_trend.size() <= kMostMarks; ++i)
            drawTimelineMark(painter, line.kind, placeOf(line.points[i].at, line.points[i].count), theme);
    }
    TimelineChart::drawForeground(painter, rect);
}

void TrendChart::mouseReleaseEvent(QMouseEvent *event)
{
    TimelineChart::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        chooseCursor();
}

void TrendChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        chooseCursor();
    else
        TimelineChart::keyPressEvent(event);
}

void TrendChart::chooseCursor()
{
    if (const std::optional<UtcTime> moment = cursorMoment())
        emit stepChosen(m_trend[placeIn(*moment)].days);
}

size_t TrendChart::placeIn(UtcTime moment) const
{
    const auto place = static_cast<size_t>(moment.time_since_epoch() / kStepApart);
    return std::min(place, m_trend.size() - 1);
}
