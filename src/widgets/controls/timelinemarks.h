#pragma once

#include "widgets/controls/timelinechart.h"

#include <QColor>
#include <QPointF>

class QPainter;
struct Theme;

// What lines of people over time look like, and how their numbers are written, wherever they are drawn.

inline constexpr double kTimelineMark = 8;

QColor timelineColor(TimelineLine line, const Theme &theme);
Qt::PenStyle timelineStroke(TimelineLine line);

/// Hollow disc, disc, square, triangle, diamond: told apart without colour.
void drawTimelineMark(QPainter *painter, TimelineLine line, const QPointF &center, const Theme &theme);

/// "0", "500", "2.5k": only on axes.
QString countAxisText(double value);

/// 1, 2, 2.5 or 5 times a power of ten, so that about four steps reach `most`.
double niceCountStep(double most);
