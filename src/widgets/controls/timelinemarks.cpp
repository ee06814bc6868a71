#include "widgets/controls/timelinemarks.h"

#include "widgets/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

QColor timelineColor(TimelineLine line, const Theme &theme)
{
    switch (line) {
    case TimelineLine::Sent: return theme.grayMark;
    case TimelineLine::Delivered: return theme.blueMark;
    case TimelineLine::Read: return theme.readMark;
    case TimelineLine::Responded: return theme.greenMark;
    case TimelineLine::Failed: return theme.redMark;
    case TimelineLine::OptedOut: return theme.amberMark;
    }
    Q_UNREACHABLE();
}

Qt::PenStyle timelineStroke(TimelineLine line)
{
    switch (line) {
    case TimelineLine::Sent: return Qt::DashLine;
    case TimelineLine::Failed: return Qt::DotLine;
    case TimelineLine::OptedOut: return Qt::DashDotLine;
    case TimelineLine::Delivered:
    case TimelineLine::Read:
    case TimelineLine::Responded: return Qt::SolidLine;
    }
    Q_UNREACHABLE();
}

void drawTimelineMark(QPainter *painter, TimelineLine line, const QPointF &center, const Theme &theme)
{
    const QColor color = timelineColor(line, theme);
    const double half = kTimelineMark / 2;
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (line) {
    case TimelineLine::Sent:
        painter->setPen(QPen{color, 1.5});
        painter->setBrush(theme.surface);
        painter->drawEllipse(center, half - 0.5, half - 0.5);
        return;
    case TimelineLine::Delivered: painter->drawEllipse(center, half, half); return;
    case TimelineLine::Read: painter->drawRect(QRectF{center.x() - 3.5, center.y() - 3.5, 7, 7}); return;
    case TimelineLine::Responded:
        painter->drawPolygon(QPolygonF{
            QPointF{center.x(),        center.y() - half      },
            QPointF{center.x() + half, center.y() + half - 0.5},
            QPointF{center.x() - half, center.y() + half - 0.5}
        });
        return;
    case TimelineLine::Failed:
        painter->drawPolygon(QPolygonF{
            QPointF{center.x(),              center.y() - half - 0.5},
            QPointF{center.x() + half + 0.5, center.y()             },
            QPointF{center.x(),              center.y() + half + 0.5},
            QPointF{center.x() - half - 0.5, center.y()             }
        });
        return;
    case TimelineLine::OptedOut:
        painter->setPen(QPen{color, 1.5});
        painter->setBrush(theme.surface);
        painter->drawRect(QRectF{center.x() - 3, center.y() - 3, 6, 6});
        return;
    }
}

QString countAxisText(double value)
{
    const QLocale locale;
    if (value < 1000)
        return locale.toString(std::llround(value));
    const double thousands = value / 1000;
    const bool isWhole = std::abs(thousands - std::round(thousands)) < 0.05;
    //: Thousands on the axis of a chart: "2.5k"
    return TimelineChart::tr("%1k").arg(locale.toString(thousands, 'f', isWhole ? 0 : 1));
}

double niceCountStep(double most)
{
    const double rough = std::max(1.0, most / 4);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        if (step >= rough && (step >= 10 || step == std::floor(step)))
            return step;
    }
    return 10 * power;
}
