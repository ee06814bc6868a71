#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

#include <functional>

/// The light theme's colours as they are printed (visual design, table of tokens).
namespace ink {
inline constexpr QRgb kText = 0xff231f2c;
inline constexpr QRgb kText2 = 0xff544e5f;
inline constexpr QRgb kText3 = 0xff6a6475;
inline constexpr QRgb kBorder = 0xffe2ddd5;
inline constexpr QRgb kBorderStrong = 0xff8d8678;
inline constexpr QRgb kSunken = 0xffece8e2;
inline constexpr QRgb kSurface2 = 0xfffaf8f6;
inline constexpr QRgb kChat = 0xffeae6df;
inline constexpr QRgb kBubble = 0xffece9f9;
inline constexpr QRgb kPrimary = 0xff5646b8;
inline constexpr QRgb kRose = 0xffb82858;
inline constexpr QRgb kBell = 0xfff0bc5e;
inline constexpr QRgb kGray = 0xff81798c;
inline constexpr QRgb kSky = 0xff9cc7f2;
inline constexpr QRgb kBlue = 0xff1f85d2;
inline constexpr QRgb kRead = 0xff17458f;
inline constexpr QRgb kAmber = 0xffbb7100;
inline constexpr QRgb kRed = 0xffb52c1e;
inline constexpr QRgb kGreen = 0xff207d53;
} // namespace ink

/// How a text is set.
struct TextLook
{
    qreal points = 10;
    QRgb colour = ink::kText;
    bool isBold = false;
    Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignTop; ///< leading and trailing follow the direction
    bool isOneLine = false; ///< what does not fit ends in "…"
};

/// Pages of paper measured in points, on which blocks flow from top to bottom. Begins a new page when a block
/// does not fit. In a right-to-left language every place is mirrored: callers count from the leading edge.
class PdfCanvas
{
public:
    /// Draws what stands on every page, given the number of the page, at its place.
    using Furniture = std::function<void(PdfCanvas &, int)>;

    PdfCanvas(QPdfWriter &writer, Furniture furniture);

    bool isActive() const { return m_painter.isActive(); }
    QPainter &painter() { return m_painter; }
    qreal width() const { return m_width; }
    qreal height() const { return m_height; }
    qreal y() const { return m_y; }
    int pageCount() const { return m_page; }
    bool isRightToLeft() const { return m_isRightToLeft; }
    /// How much fits on this page below the last block.
    qreal room() const;

    void skip(qreal points) { m_y += points; }
    void beginPage();
    /// Begins a new page unless `points` more fit on this one.
    void ensureRoom(qreal points);
    /// Ends the document; false if the device failed.
    bool finish();

    /// A place counted from the leading edge, where it is on the paper.
    QRectF placed(const QRectF &box) const;
    QPointF placed(const QPointF &point) const;

    /// Wrapped text over the full width, from the leading edge; moves down by its height.
    void paragraph(const QString &text, const TextLook &look);
    /// Text in a box; returns the height it took. Does not move down.
    qreal text(const QRectF &box, const QString &text, const TextLook &look);
    qreal heightOf(const QString &text, const TextLook &look, qreal width) const;
    qreal widthOf(const QString &text, const TextLook &look) const;

    void fill(const QRectF &box, QRgb colour, qreal radius = 0);
    void frame(const QRectF &box, QRgb edge, qreal radius);
    void rule(qreal y, QRgb colour = ink::kBorder);

private:
    static QFont fontOf(const TextLook &look);

    QPdfWriter &m_writer;
    QPainter m_painter;
    Furniture m_furniture;
    bool m_isRightToLeft;
    qreal m_width = 0;
    qreal m_height = 0;
    qreal m_y = 0;
    int m_page = 1;
};
