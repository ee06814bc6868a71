#include "widgets/controls/stackedbar.h"

#include "widgets/theme/typography.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBarHeight = 14;
constexpr int kSegmentGap = 1;
constexpr int kFewestPixels = 2;
constexpr int kLegendDistance = 10;
constexpr int kDot = 8;
constexpr int kDotGap = 6;
constexpr int kItemGap = 18;
constexpr int kLegendRow = 16;

QString countText(int count)
{
    return QLocale{}.toString(count);
}

void drawHatch(QPainter *painter, const QRectF &rect, const QColor &line, const QColor &ground)
{
    painter->fillRect(rect, ground);
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setPen(QPen{line, 2});
    for (double x = rect.left() - rect.height(); x < rect.right(); x += 5)
        painter->drawLine(QPointF{x, rect.bottom()}, QPointF{x + rect.height(), rect.top()});
    painter->restore();
}

} // namespace

StackedBar::StackedBar(QWidget *parent)
    : QWidget{parent}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StackedBar::setSegments(std::vector<BarSegment> segments, int total)
{
    std::erase_if(segments, [](const BarSegment &segment) { return segment.count <= 0; });
    m_segments = std::move(segments);
    m_total = total;
    describe();
    updateGeometry();
    update();
}

void StackedBar::setLegendVisible(bool visible)
{
    m_isLegendVisible = visible;
    updateGeometry();
    update();
}

int StackedBar::remaining() const
{
    const int done = std::accumulate(m_segments.begin(), m_segments.end(), 0,
                                     [](int sum, const BarSegment &segment) { return sum + segment.count; });
    return std::max(0, m_total - done);
}

std::vector<int> StackedBar::segmentWidths(int barWidth) const
{
    std::vector<int> widths;
    if (m_total <= 0)
        return widths;
    const int gaps = kSegmentGap * (static_cast<int>(m_segments.size()) - (remaining() > 0 ? 0 : 1));
    const int room = std::max(0, barWidth - gaps);
    // Rounded ends, not rounded widths: the errors do not add up over the segments.
    qint64 before = 0;
    int spent = 0;
    for (const BarSegment &segment : m_segments) {
        const int end = static_cast<int>((before + segment.count) * room / m_total);
        const int width = std::max(kFewestPixels, end - spent);
        widths.push_back(width);
        spent += width;
        before += segment.count;
    }
    // What the smallest ones were given beyond their share, the largest one gives back.
    const int allowed = remaining() > 0 ? room - kFewestPixels : room;
    if (spent > allowed && !widths.empty()) {
        auto largest = std::max_element(widths.begin(), widths.end());
        *largest = std::max(kFewestPixels, *largest - (spent - allowed));
    }
    return widths;
}

QSize StackedBar::sizeHint() const
{
    return {480, heightForWidth(480)};
}

QSize StackedBar::minimumSizeHint() const
{
    return {160, kBarHeight};
}

int StackedBar::heightForWidth(int width) const
{
    if (!m_isLegendVisible)
        return kBarHeight;
    const std::vector<LegendItem> items = legendItems(width);
    return items.empty() ? kBarHeight : items.back().rect.bottom() + 1;
}

std::vector<StackedBar::LegendItem> StackedBar::legendItems(int width) const
{
    const QFontMetrics words{fontFor(TypeRole::Label)};
    const QFontMetrics numbers{fontFor(TypeRole::LabelBold)};
    const int rowHeight = std::max(kLegendRow, words.height());
    const auto widthOf = [&](const QString &name, int count) {
        return kDot + kDotGap + words.horizontalAdvance(name) + 6
            + numbers.horizontalAdvance(countText(count));
    };

    std::vector<LegendItem> items;
    int x = 0;
    int y = kBarHeight + kLegendDistance;
    const auto place = [&](int segment, int itemWidth) {
        if (x > 0 && x + itemWidth > width) {
            x = 0;
            y += rowHeight + 4;
        }
        items.push_back({
            QRect{x, y, itemWidth, rowHeight},
            segment
        });
        x += itemWidth + kItemGap;
    };
    for (size_t i = 0; i < m_segments.size(); ++i)
        place(static_cast<int>(i), widthOf(m_segments[i].name, m_segments[i].count));
    if (remaining() > 0) {
        place(-1, widthOf(tr("Remaining"), remaining()));
        items.back().rect.moveRight(width - 1); // at the trailing edge, under the empty track
    }
    return items;
}

void StackedBar::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(&painter);
    if (!m_isLegendVisible)
        return;
    for (const LegendItem &item : legendItems(width()))
        paintLegendItem(&painter, item);
}

void StackedBar::paintBar(QPainter *painter) const
{
    const Theme &theme = Theme::of(this);
    const QRect bar{0, 0, width(), kBarHeight};

    painter->save();
    QPainterPath outline;
    outline.addRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    painter->setClipPath(outline);
    painter->fillRect(bar, theme.surface);
    const std::vector<int> widths = segmentWidths(width());
    int x = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        const BarSegment &segment = m_segments[i];
        const QRect rect = QStyle::visualRect(layoutDirection(), bar, {x, 0, widths[i], kBarHeight});
        const QColor mark = theme.tone(segment.tone).mark;
        if (segment.isHatched)
            drawHatch(painter, rect, mark, theme.surface);
        else
            painter->fillRect(rect, mark);
        x += widths[i] + kSegmentGap;
    }
    if (x < width() && (remaining() > 0 || m_total <= 0))
        painter->fillRect(QStyle::visualRect(layoutDirection(), bar, {x, 0, width() - x, kBarHeight}),
                          theme.sunken);
    painter->restore();
}

void StackedBar::paintLegendItem(QPainter *painter, const LegendItem &item) const
{
    const Theme &theme = Theme::of(this);
    const bool isRest = item.segment < 0;
    const BarSegment segment = isRest ? BarSegment{tr("Remaining"), remaining(), Tone::Gray, false}
                                      : m_segments[static_cast<size_t>(item.segment)];
    const QRect place = QStyle::visualRect(layoutDirection(), rect(), item.rect);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), place, part); };
    const QRectF dot = placed({place.left(), place.top() + (place.height() - kDot) / 2, kDot, kDot});
    paintDot(painter, dot, segment, isRest);
    const QFont words = fontFor(TypeRole::Label);
    const int nameWidth = QFontMetrics{words}.horizontalAdvance(segment.name);
    const int alignment = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;
    painter->setFont(words);
    painter->setPen(theme.text2);
    const int textLeft = place.left() + kDot + kDotGap;
    painter->drawText(placed({textLeft, place.top(), nameWidth + 2, place.height()}), alignment,
                      segment.name);
    painter->setFont(fontFor(TypeRole::LabelBold));
    painter->setPen(theme.text);
    const int numberLeft = textLeft + nameWidth + 6;
    painter->drawText(placed({numberLeft, place.top(), place.right() - numberLeft + 4, place.height()}),
                      alignment, countText(segment.count));
}

void StackedBar::paintDot(QPainter *painter, const QRectF &dot, const BarSegment &segment, bool isRest) const
{
    const Theme &theme = Theme::of(this);
    const QColor mark = theme.tone(segment.tone).mark;
    if (isRest) {
        painter->setPen(QPen{theme.borderStrong, 1.5});
        painter->setBrush(theme.sunken);
        painter->drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75));
    } else if (segment.isHatched) {
        painter->save();
        QPainterPath circle;
        circle.addEllipse(dot);
        painter->setClipPath(circle);
        drawHatch(painter, dot, mark, theme.surface);
        painter->restore();
        painter->setPen(QPen{mark, 1});
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(dot);
    }
}

void StackedBar::describe()
{
    QStringList parts;
    for (const BarSegment &segment : m_segments) {
        //: One part of a progress bar, read aloud: "Delivered 4,080".
        parts += tr("%1 %2").arg(segment.name, countText(segment.count));
    }
    if (remaining() > 0)
        parts += tr("%1 %2").arg(tr("Remaining"), countText(remaining()));
    setAccessibleName(tr("Progress of %n people", nullptr, m_total));
    setAccessibleDescription(parts.join(u", "_s));
    setToolTip(m_isLegendVisible ? QString{} : parts.join(u'\n'));
}
