#include "widgets/analytics/intervalchart.h"

#include "presentation/analyticswords.h"
#include "presentation/wording.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace {

constexpr int kRow = 42;
constexpr int kAxis = 24;
constexpr int kNames = 176;
constexpr int kShares = 56;
constexpr double kDot = 5;
constexpr double kWhisker = 5;
constexpr double kTick = 0.2;

} // namespace

IntervalChart::IntervalChart(const QString &name, QWidget *parent)
    : RowChart{parent}
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void IntervalChart::setRows(std::vector<IntervalRow> rows)
{
    m_rows = std::move(rows);
    m_low = 1;
    m_high = 0;
    QStringList words;
    for (int row = 0; row < rowCount(); ++row) {
        words << rowWords(row);
        if (const std::optional<Interval> interval = m_rows[static_cast<size_t>(row)].share.interval()) {
            m_low = std::min(m_low, interval->low);
            m_high = std::max(m_high, interval->high);
        }
    }
    // Whole tenths, so that the axis has round ends.
    m_low = m_low > m_high ? 0 : std::floor(m_low * 10) / 10;
    m_high = std::max(m_low + kTick, std::ceil(m_high * 10) / 10);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize IntervalChart::sizeHint() const
{
    return {520, rowCount() * rowHeight() + scaledWithText(kAxis)};
}

int IntervalChart::rowHeight() const
{
    return scaledWithText(kRow);
}

QString IntervalChart::rowWords(int row) const
{
    const IntervalRow &shown = m_rows[static_cast<size_t>(row)];
    //: What a row of a chart tells: the name of a template or campaign, and its read rate
    return tr("%1: %2").arg(shown.name, intervalWords(shown.share));
}

double IntervalChart::placeOf(double share, const QRect &plot) const
{
    const double part = (share - m_low) / (m_high - m_low);
    return isRightToLeft() ? plot.right() - part * plot.width() : plot.left() + part * plot.width();
}

void IntervalChart::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(&painter);
    const int left = std::min(width() / 3, scaledWithText(kNames)) + 16;
    const QRect plot{left, 0, width() - left - scaledWithText(kShares) - 16, rowCount() * rowHeight()};
    const QRect placed = QStyle::visualRect(layoutDirection(), rect(), plot);
    paintAxis(&painter, placed);
    for (int row = 0; row < rowCount(); ++row)
        paintRow(&painter, row, placed);
}

void IntervalChart::paintAxis(QPainter *painter, const QRect &plot) const
{
    const Theme &theme = Theme::of(this);
    painter->setFont(fontFor(TypeRole::Fine));
    const double step = m_high - m_low > 3 * kTick ? kTick : kTick / 2;
    for (double at = m_low; at <= m_high + step / 10; at += step) {
        const double x = std::round(placeOf(at, plot)) + 0.5;
        painter->setPen(QPen{theme.border, 1});
        painter->drawLine(QPointF{x, 0}, QPointF{x, double(plot.bottom())});
        painter->setPen(theme.text3);
        painter->drawText(QRectF{x - 40, double(plot.bottom()) + 4, 80, double(scaledWithText(kAxis)) - 4},
                          Qt::AlignCenter, wholePercentText(at + 1e-9));
    }
}

void IntervalChart::paintRow(QPainter *painter, int row, const QRect &plot) const
{
    const Theme &theme = Theme::of(this);
    const IntervalRow &shown = m_rows[static_cast<size_t>(row)];
    const int top = row * rowHeight();
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int names = std::min(width() / 3, scaledWithText(kNames));
    const QFont nameFont = fontFor(shown.isChosen ? TypeRole::LabelBold : TypeRole::Label);
    const int line = lineHeightFor(TypeRole::Label);
    const int first = top + (rowHeight() - 2 * line) / 2;
    painter->setFont(nameFont);
    painter->setPen(shown.isChosen ? theme.primaryText : theme.text);
    painter->drawText(placed({0, first, names, line}), Qt::AlignVCenter | Qt::AlignLeading,
                      QFontMetrics{nameFont}.elidedText(shown.name, Qt::ElideRight, names));
    const QFont fine = fontFor(TypeRole::Fine);
    painter->setFont(fine);
    painter->setPen(theme.text3);
    painter->drawText(placed({0, first + line, names, line}), Qt::AlignVCenter | Qt::AlignLeading,
                      QFontMetrics{fine}.elidedText(shown.secondLine, Qt::ElideRight, names));

    const std::optional<Interval> interval = shown.share.interval();
    const bool isEnough = shown.share.isEnough();
    const QRect shareRect =
        placed({width() - scaledWithText(kShares), top, scaledWithText(kShares), rowHeight()});
    painter->setFont(fontFor(isEnough ? TypeRole::BodyBold : TypeRole::Body));
    painter->setPen(isEnough ? theme.text : theme.text3);
    painter->drawText(shareRect, Qt::AlignVCenter | Qt::AlignTrailing,
                      interval ? shareText(shown.share.part, shown.share.whole) : unknownText());
    if (!interval)
        return;

    const double y = top + rowHeight() / 2.0;
    const double low = placeOf(interval->low, plot);
    const double high = placeOf(interval->high, plot);
    const double dot = placeOf(*shown.share.value(), plot);
    const QColor color = isEnough ? theme.series[0] : theme.grayMark;
    painter->setPen(QPen{color, 1.5});
    painter->drawLine(QPointF{low, y}, QPointF{high, y});
    for (const double end : {low, high})
        painter->drawLine(QPointF{end, y - kWhisker}, QPointF{end, y + kWhisker});
    painter->setBrush(isEnough ? color : theme.surface);
    painter->drawEllipse(QPointF{dot, y}, kDot, kDot);
    if (isEnough)
        return;
    const QString words = tr("too few yet: needs about 400");
    const int wordsWidth = QFontMetrics{fine}.horizontalAdvance(words);
    const double outer = std::max(low, high);
    const double inner = std::min(low, high);
    painter->setFont(fine);
    painter->setPen(theme.text3);
    QRectF place{outer + 8, y - line / 2.0, double(wordsWidth) + 2, double(line)};
    if (place.right() > plot.right() + 20)
        place.moveLeft(inner - 8 - wordsWidth);
    if (place.left() < plot.left()) { // no room on either side: under the whisker
        place.moveTop(y + kWhisker);
        place.moveLeft(std::clamp(dot - wordsWidth / 2.0, double(plot.left()),
                                  std::max<double>(plot.left(), plot.right() - wordsWidth)));
    }
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft, words);
}
