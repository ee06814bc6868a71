#include "widgets/analytics/columnchart.h"

#include "presentation/analyticswords.h"
#include "presentation/wording.h"
#include "widgets/controls/timelinemarks.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace {

constexpr int kAxisHeight = 20;
constexpr int kAxisWidth = 44;
constexpr int kTop = 18;
constexpr int kMostTicks = 6;
constexpr double kColumn = 0.62; ///< of the room that a step has
constexpr int kWidestColumn = 28;
constexpr double kFarLimit = 6; ///< so many times the use, and the limit leaves the picture

} // namespace

ColumnChart::ColumnChart(QWidget *parent)
    : QWidget{parent}
{
    setAccessibleName(tr("Use of the messaging limit"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ColumnChart::setUse(const Analytics &figures)
{
    m_trend = figures.trend;
    m_step = figures.step;
    m_limit = figures.messagingLimit;
    const double busiest = std::max(1, figures.busiestDay);
    const bool showsLimit = m_limit && *m_limit <= busiest * kFarLimit;
    const double most = showsLimit ? std::max(busiest, double(*m_limit)) : busiest;
    const double step = niceCountStep(most);
    m_top = std::ceil(most / step) * step;
    m_marked = -1;
    setAccessibleDescription(m_limit
                                 ? tr("At most %1 of %2 people in 24 hours")
                                       .arg(countText(figures.busiestDay), countText(*m_limit))
                                 : tr("At most %1 people in 24 hours").arg(countText(figures.busiestDay)));
    update();
}

QRect ColumnChart::plot() const
{
    const int axis = scaledWithText(kAxisWidth);
    const QRect all{axis, kTop, width() - axis, height() - kTop - scaledWithText(kAxisHeight)};
    return QStyle::visualRect(layoutDirection(), rect(), all);
}

double ColumnChart::heightOf(double people) const
{
    return people / m_top * plot().height();
}

QRectF ColumnChart::columnOf(size_t step) const
{
    const QRect place = plot();
    const double room = place.width() / std::max(1.0, double(m_trend.size()));
    const double column = std::min(double(kWidestColumn), room * kColumn);
    const double at = isRightToLeft() ? double(m_trend.size()) - 1 - double(step) : double(step);
    const double high = heightOf(m_trend[step].busiestDay);
    return {place.left() + at * room + (room - column) / 2, place.bottom() + 1 - high, column, high};
}

QString ColumnChart::wordsOf(size_t step) const
{
    const TrendPoint &point = m_trend[step];
    const QString people = countText(point.busiestDay);
    return m_limit ? tr("%1: at most %2 people in 24 hours, %3 of the limit")
                         .arg(stepTitle(point, m_step), people, shareText(point.busiestDay, *m_limit))
                   : tr("%1: at most %2 people in 24 hours").arg(stepTitle(point, m_step), people);
}

void ColumnChart::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const QRect place = plot();
    painter.setFont(fontFor(TypeRole::Fine));
    for (double at = 0; at <= m_top; at += niceCountStep(m_top)) {
        const double y = std::round(place.bottom() + 1 - heightOf(at)) + 0.5;
        painter.setPen(QPen{at == 0 ? theme.borderStrong : theme.sunken, 1});
        painter.drawLine(QPointF{double(place.left()), y}, QPointF{double(place.right()), y});
        painter.setPen(theme.text3);
        const QRect label{0, static_cast<int>(y) - 10, scaledWithText(kAxisWidth) - 8, 20};
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), label),
                         Qt::AlignVCenter | Qt::AlignTrailing, countAxisText(at));
    }
    const size_t each = std::max<size_t>(1, (m_trend.size() + kMostTicks - 1) / kMostTicks);
    for (size_t step = 0; step < m_trend.size(); ++step) {
        const QRectF column = columnOf(step);
        const bool isMarked = static_cast<int>(step) == m_marked;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isMarked ? theme.primaryHover : theme.series[0]);
        painter.drawRect(column);
        if (step % each != 0)
            continue;
        painter.setPen(theme.text3);
        painter.drawText(QRectF{column.center().x() - 40, double(place.bottom()) + 4, 80,
                                double(scaledWithText(kAxisHeight)) - 4},
                         Qt::AlignCenter, stepLabel(m_trend[step], m_step));
    }
    if (!m_limit)
        return;
    const bool isInside = *m_limit <= m_top;
    const double y = isInside ? place.bottom() + 1 - heightOf(*m_limit) : place.top() - 4.0;
    painter.setPen(QPen{theme.amberMark, 1.5, isInside ? Qt::SolidLine : Qt::DotLine});
    painter.drawLine(QPointF{double(place.left()), y}, QPointF{double(place.right()), y});
    painter.setFont(fontFor(TypeRole::Label));
    painter.setPen(theme.amberFg);
    painter.drawText(QRectF{double(place.left()), y - 18, double(place.width()), 16},
                     Qt::AlignVCenter | Qt::AlignTrailing,
                     isInside ? tr("Limit %1").arg(countText(*m_limit))
                              : tr("Limit %1, far above").arg(countText(*m_limit)));
}

int ColumnChart::stepAt(QPoint point) const
{
    const QRect place = plot();
    if (!place.contains(point) || m_trend.empty())
        return -1;
    const double room = place.width() / double(m_trend.size());
    const int step =
        std::min(static_cast<int>(m_trend.size()) - 1, static_cast<int>((point.x() - place.left()) / room));
    return isRightToLeft() ? static_cast<int>(m_trend.size()) - 1 - step : step;
}

void ColumnChart::mark(int step)
{
    if (step == m_marked)
        return;
    m_marked = step;
    if (step >= 0 && hasFocus()) {
        setAccessibleDescription(wordsOf(static_cast<size_t>(step)));
        QAccessibleEvent changed{this, QAccessible::DescriptionChanged};
        QAccessible::updateAccessibility(&changed);
        const QRect column = columnOf(static_cast<size_t>(step)).toRect();
        QToolTip::showText(mapToGlobal(column.center()), wordsOf(static_cast<size_t>(step)), this);
    }
    update();
}

bool ColumnChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int step = stepAt(help->pos());
    if (step >= 0)
        QToolTip::showText(help->globalPos(), wordsOf(static_cast<size_t>(step)), this);
    else
        QToolTip::hideText();
    return true;
}

void ColumnChart::mouseMoveEvent(QMouseEvent *event)
{
    mark(stepAt(event->position().toPoint()));
}

void ColumnChart::leaveEvent(QEvent *)
{
    mark(-1);
}

void ColumnChart::keyPressEvent(QKeyEvent *event)
{
    const int onward = isRightToLeft() ? -1 : 1;
    const int last = static_cast<int>(m_trend.size()) - 1;
    if (event->key() == Qt::Key_Right)
        mark(std::clamp(m_marked + onward, 0, last));
    else if (event->key() == Qt::Key_Left)
        mark(std::clamp(m_marked - onward, 0, last));
    else
        QWidget::keyPressEvent(event);
}

void ColumnChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(-1);
}
