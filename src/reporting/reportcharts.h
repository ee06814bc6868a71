#pragma once

#include "reporting/pdfcanvas.h"
#include "reporting/reportwords.h"

// The pictures of a report, drawn on paper. None of them moves the canvas down.

/// Everybody in one bar, a segment per outcome.
void drawOutcomeBar(PdfCanvas &canvas, const QRectF &box, const std::vector<ReportOutcome> &outcomes);

/// A bar per step with its number and its share beside it.
inline constexpr qreal kFunnelRow = 24;
void drawFunnel(PdfCanvas &canvas, const QRectF &box, const std::vector<ReportStep> &steps,
                const ReportWords &words);

/// People so far, a line per step. `box` holds the labels and the time axis too.
void drawTimeLine(PdfCanvas &canvas, const QRectF &box, const ClientReport &report, const ReportWords &words);

/// Fanfare's mark.
void drawMark(QPainter &painter, QPointF corner, qreal side);
