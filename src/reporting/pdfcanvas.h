#pragma once

#include <QColor>
#include <QFont>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

/// The light theme's colours as they are printed (visual design, table of tokens).
namespace ink {
inline constexpr QRgb kText = 0xff231f2c;
inline constexpr QRgb kText2 = 0xff544e5f;
inline constexpr QRgb kText3 = 0xff6a6475;
inline constexpr QRgb kBorder = 0xffe2ddd5;
inline constexpr QRgb kBorderStrong = 0xff8d8678;
inline constexpr QRgb kSunken = 0xffece8e2;
inline constexpr QRgb kSurface2 = 0xfffaf8f6;
inline constexpr QRgb kPrimary = 0xff5646b8;
inline constexpr QRgb kBrass = 0xffa87414;
inline constexpr QRgb kBell = 0xfff0bc5e;
inline constexpr QRgb kGray = 0xff81798c;
inline constexpr QRgb kBlue = 0xff1f85d2;
inline constexpr QRgb kRead = 0xff17458f;
inline constexpr QRgb kAmber = 0xffbb7100;
inline constexpr QRgb kRed = 0xffb52c1e;
inline constexpr QRgb kGreen = 0xff207d53;
} // namespace ink

/// A page of paper measured in points, on which text flows from top to bottom. Begins a new page, with its
/// running footer, when a block does not fit.
class PdfCanvas
{
public:
    enum class Weight { Regular, Bold };

    PdfCanvas(QPdfWriter &writer, QString footer);

    bool isActive() const { return m_painter.isActive(); }
    QPainter &painter() { return m_painter; }
    qreal left() const { return 0; }
    qreal width() const { return m_width; }
    qreal y() const { return m_y; }
    int pageCount() const { return m_page; }
    bool isRightToLeft() const;

    void skip(qreal points) { m_y += points; }
    /// Begins a new page unless `points` more fit on this one.
    void ensureRoom(qreal points);
    /// Ends the document; false if the device failed.
    bool finish();

    static QFont font(qreal points, Weight weight = Weight::Regular);

    /// Wrapped text over the full width (or `width` points from `x`); moves down by its height.
    void paragraph(const QString &text, qreal points, QRgb colour, Weight weight = Weight::Regular);
    /// One line or more at a place of its own; returns the height it took. Does not move down.
    qreal textAt(QRectF box, const QString &text, qreal points, QRgb colour, Weight weight = Weight::Regular,
                 Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignTop);
    qreal heightOf(const QString &text, qreal points, qreal width, Weight weight = Weight::Regular) const;
    void rule(QRgb colour = ink::kBorder);

private:
    void drawFooter();

    QPdfWriter &m_writer;
    QPainter m_painter;
    QString m_footer;
    qreal m_width = 0;
    qreal m_height = 0;
    qreal m_y = 0;
    int m_page = 1;
};
