#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

/// Whether a text has pictures in it: colour fonts, which Qt leaves out of a PDF.
bool hasEmoji(const QString &text);

/// Draws a wrapped or one-line text, as QPainter::drawText() does, on a PDF with its emoji in it, as small
/// pictures at their places between the letters. `device`: what the painter paints on. Returns the height of
/// the text.
qreal drawTextWithEmoji(QPainter &painter, QPaintDevice &device, const QRectF &box, Qt::Alignment alignment,
                        bool isOneLine, const QFont &font, const QString &text);
