#include "reporting/pdfcanvas.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qreal kPointsPerInch = 72;
constexpr qreal kFooterHeight = 28;
constexpr int kWrapped = Qt::TextWordWrap;
} // namespace

PdfCanvas::PdfCanvas(QPdfWriter &writer, QString footer)
    : m_writer{writer}
    , m_painter{&writer}
    , m_footer{std::move(footer)}
{
    const qreal scale = writer.resolution() / kPointsPerInch;
    m_painter.scale(scale, scale);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_width = writer.width() / scale;
    m_height = writer.height() / scale;
    if (isActive())
        drawFooter();
}

bool PdfCanvas::isRightToLeft() const
{
    return QGuiApplication::layoutDirection() == Qt::RightToLeft;
}

void PdfCanvas::ensureRoom(qreal points)
{
    if (m_y + points <= m_height - kFooterHeight)
        return;
    m_writer.newPage();
    ++m_page;
    m_y = 0;
    drawFooter();
}

bool PdfCanvas::finish()
{
    return m_painter.end();
}

QFont PdfCanvas::font(qreal points, Weight weight)
{
    QFont font;
    font.setFamilies(
        {u"Noto Sans"_s, u"Noto Sans Devanagari"_s, u"Noto Naskh Arabic"_s, u"Noto Color Emoji"_s});
    // The painter is scaled to points, so a pixel of the font is a point on paper.
    font.setPixelSize(qRound(points));
    font.setWeight(weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void PdfCanvas::paragraph(const QString &text, qreal points, QRgb colour, Weight weight)
{
    const qreal height = heightOf(text, points, m_width, weight);
    ensureRoom(height);
    textAt({0, m_y, m_width, height}, text, points, colour, weight);
    m_y += height;
}

qreal PdfCanvas::textAt(QRectF box, const QString &text, qreal points, QRgb colour, Weight weight,
                        Qt::Alignment alignment)
{
    m_painter.setFont(font(points, weight));
    m_painter.setPen(QColor{colour});
    const Qt::Alignment visual = QGuiApplication::isRightToLeft() && !(alignment & Qt::AlignAbsolute)
        ? (alignment & Qt::AlignRight         ? (alignment & ~Qt::AlignHorizontal_Mask) | Qt::AlignLeft
               : alignment & Qt::AlignHCenter ? alignment
                                              : (alignment & ~Qt::AlignHorizontal_Mask) | Qt::AlignRight)
        : alignment;
    QRectF used;
    m_painter.drawText(box, static_cast<int>(visual) | kWrapped, text, &used);
    return used.height();
}

qreal PdfCanvas::heightOf(const QString &text, qreal points, qreal width, Weight weight) const
{
    const QFontMetricsF metrics{font(points, weight), &m_writer};
    // Metrics of the writer are in its own dots; the font's pixel size is in points, so they agree without
    // scaling.
    return metrics.boundingRect(QRectF{0, 0, width, 1e6}, kWrapped, text).height();
}

void PdfCanvas::rule(QRgb colour)
{
    m_painter.setPen(QPen{QColor{colour}, 0.6});
    m_painter.drawLine(QPointF{0, m_y}, QPointF{m_width, m_y});
}

void PdfCanvas::drawFooter()
{
    const QRectF line{0, m_height - 14, m_width, 14};
    textAt(line, m_footer, 8, ink::kText3);
    textAt(line, QCoreApplication::translate("PdfReport", "Page %1").arg(m_page), 8, ink::kText3,
           Weight::Regular, Qt::AlignRight | Qt::AlignTop);
}
