#include "reporting/pdfcanvas.h"

#include "reporting/emojipictures.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qreal kPointsPerInch = 72;
constexpr qreal kFooterHeight = 34;
constexpr qreal kEndless = 1e6;

Qt::Alignment onPaper(Qt::Alignment alignment, bool isRightToLeft)
{
    const Qt::Alignment sides = alignment & (Qt::AlignLeft | Qt::AlignRight);
    if (!isRightToLeft || (alignment & Qt::AlignAbsolute) || (alignment & Qt::AlignHCenter))
        return alignment;
    const Qt::Alignment mirrored = sides == Qt::AlignRight ? Qt::AlignLeft : Qt::AlignRight;
    return (alignment & ~Qt::Alignment{Qt::AlignHorizontal_Mask}) | mirrored;
}
} // namespace

PdfCanvas::PdfCanvas(QPdfWriter &writer, Furniture furniture)
    : m_writer{writer}
    , m_painter{&writer}
    , m_furniture{std::move(furniture)}
    , m_isRightToLeft{QGuiApplication::isRightToLeft()}
{
    const qreal scale = writer.resolution() / kPointsPerInch;
    m_painter.scale(scale, scale);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_width = writer.width() / scale;
    m_height = writer.height() / scale;
    if (isActive())
        m_furniture(*this, m_page);
}

qreal PdfCanvas::room() const
{
    return m_height - kFooterHeight - m_y;
}

void PdfCanvas::beginPage()
{
    m_writer.newPage();
    ++m_page;
    m_y = 0;
    m_furniture(*this, m_page);
}

void PdfCanvas::ensureRoom(qreal points)
{
    if (points > room() && m_y > 0)
        beginPage();
}

bool PdfCanvas::finish()
{
    return m_painter.end();
}

QRectF PdfCanvas::placed(const QRectF &box) const
{
    return m_isRightToLeft ? QRectF{m_width - box.right(), box.top(), box.width(), box.height()} : box;
}

QPointF PdfCanvas::placed(const QPointF &point) const
{
    return m_isRightToLeft ? QPointF{m_width - point.x(), point.y()} : point;
}

QFont PdfCanvas::fontOf(const TextLook &look)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans Devanagari"_s, u"Noto Sans Arabic"_s,
                      u"Noto Naskh Arabic"_s, u"Noto Color Emoji"_s});
    // The painter is scaled to points, so a pixel of the font is a point on paper.
    font.setPixelSize(qRound(look.points));
    font.setWeight(look.isBold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void PdfCanvas::paragraph(const QString &words, const TextLook &look)
{
    const qreal height = heightOf(words, look, m_width);
    ensureRoom(height);
    text({0, m_y, m_width, height}, words, look);
    m_y += height;
}

qreal PdfCanvas::text(const QRectF &box, const QString &words, const TextLook &look)
{
    const QFont font = fontOf(look);
    m_painter.setFont(font);
    m_painter.setPen(QColor{look.colour});
    const Qt::Alignment visual = onPaper(look.alignment, m_isRightToLeft);
    const QString shown = look.isOneLine
        ? QFontMetricsF{font, &m_writer}.elidedText(words, Qt::ElideRight, box.width())
        : words;
    if (hasEmoji(shown))
        return drawTextWithEmoji(m_painter, m_writer, placed(box), visual, look.isOneLine, font, shown);
    const int wrapping = look.isOneLine ? Qt::TextSingleLine : Qt::TextWordWrap;
    QRectF used;
    m_painter.drawText(placed(box), static_cast<int>(visual) | wrapping, shown, &used);
    return used.height();
}

qreal PdfCanvas::heightOf(const QString &words, const TextLook &look, qreal width) const
{
    const QFontMetricsF metrics{fontOf(look), &m_writer};
    // Metrics of the writer are in its own dots; the font's pixel size is in points, so they agree without
    // scaling.
    const int wrapping = look.isOneLine ? Qt::TextSingleLine : Qt::TextWordWrap;
    return metrics.boundingRect(QRectF{0, 0, look.isOneLine ? kEndless : width, kEndless}, wrapping, words)
        .height();
}

qreal PdfCanvas::widthOf(const QString &words, const TextLook &look) const
{
    return QFontMetricsF{fontOf(look), &m_writer}.horizontalAdvance(words);
}

void PdfCanvas::fill(const QRectF &box, QRgb colour, qreal radius)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor{colour});
    m_painter.drawRoundedRect(placed(box), radius, radius);
}

void PdfCanvas::frame(const QRectF &box, QRgb edge, qreal radius)
{
    m_painter.setPen(QPen{QColor{edge}, 0.8});
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(placed(box), radius, radius);
}

void PdfCanvas::rule(qreal y, QRgb colour)
{
    m_painter.setPen(QPen{QColor{colour}, 0.6});
    m_painter.drawLine(QPointF{0, y}, QPointF{m_width, y});
}
