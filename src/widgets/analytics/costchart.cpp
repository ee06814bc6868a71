#include "widgets/analytics/costchart.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace {

constexpr int kRow = 44;
constexpr int kLegend = 24; ///< a line of it
constexpr size_t kOnOneLine = 3; ///< categories
constexpr int kSwatch = 10;
constexpr int kGap = 6;
constexpr int kBetween = 16;
constexpr int kShortest = 4;

QColor colorOf(PriceCategory category, const Theme &theme)
{
    const auto place = std::find(kPriceCategories.begin(), kPriceCategories.end(), category);
    return theme.series[static_cast<size_t>(place - kPriceCategories.begin())];
}

} // namespace

CostChart::CostChart(QWidget *parent)
    : RowChart{parent}
{
    setAccessibleName(tr("Cost by country and category"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CostChart::setBars(std::vector<CostBar> bars)
{
    m_bars = std::move(bars);
    m_categories.clear();
    QStringList words;
    for (const CostBar &bar : m_bars) {
        words << bar.words;
        for (const CostBar::Part &part : bar.parts)
            m_categories.push_back(part.category);
    }
    std::sort(m_categories.begin(), m_categories.end());
    m_categories.erase(std::unique(m_categories.begin(), m_categories.end()), m_categories.end());
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize CostChart::sizeHint() const
{
    const int lines = m_categories.size() > kOnOneLine ? 2 : 1;
    return {320, rowCount() * rowHeight() + lines * scaledWithText(kLegend)};
}

int CostChart::rowHeight() const
{
    return scaledWithText(kRow);
}

void CostChart::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(&painter);
    for (int row = 0; row < rowCount(); ++row)
        paintRow(&painter, row);
    paintLegend(&painter);
}

void CostChart::paintRow(QPainter *painter, int row) const
{
    const Theme &theme = Theme::of(this);
    const CostBar &bar = m_bars[static_cast<size_t>(row)];
    const int top = paintLine(painter, row, {bar.name, bar.amount, bar.share});
    paintBar(painter, {0, top, width(), kBarHeight}, theme.sunken);
    const int length = std::max(kShortest, static_cast<int>(std::lround(bar.length * width())));
    const QRect whole = QStyle::visualRect(layoutDirection(), rect(), {0, top, length, kBarHeight});
    QPainterPath shape;
    shape.addRoundedRect(whole, kBarHeight / 2.0, kBarHeight / 2.0);
    painter->save();
    painter->setClipPath(shape);
    double all = 0;
    for (const CostBar::Part &part : bar.parts)
        all += part.amount.approximate();
    double from = 0;
    for (const CostBar::Part &part : bar.parts) {
        const double to = from + length * part.amount.approximate() / all;
        const int left = static_cast<int>(std::lround(from));
        const bool isLast = &part == &bar.parts.back();
        // A hairline of the ground keeps neighbours apart.
        const int right = static_cast<int>(std::lround(to)) - (isLast ? 0 : 1);
        painter->fillRect(
            QStyle::visualRect(layoutDirection(), rect(), {left, top, std::max(1, right - left), kBarHeight}),
            colorOf(part.category, theme));
        from = to;
    }
    painter->restore();
}

void CostChart::paintLegend(QPainter *painter) const
{
    const Theme &theme = Theme::of(this);
    const QFont font = fontFor(TypeRole::Label);
    const int height = scaledWithText(kLegend);
    int top = rowCount() * rowHeight();
    painter->setFont(font);
    int left = 0;
    for (const PriceCategory category : m_categories) {
        const QString name = priceCategoryText(category);
        const int words = QFontMetrics{font}.horizontalAdvance(name) + 2;
        if (left > 0 && left + kSwatch + kGap + words > width()) {
            left = 0;
            top += height;
        }
        const QRect swatch{left, top + (height - kSwatch) / 2, kSwatch, kSwatch};
        painter->setPen(Qt::NoPen);
        painter->setBrush(colorOf(category, theme));
        painter->drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), swatch), 2, 2);
        painter->setPen(theme.text2);
        painter->drawText(
            QStyle::visualRect(layoutDirection(), rect(), {left + kSwatch + kGap, top, words, height}),
            Qt::AlignVCenter | Qt::AlignLeading, name);
        left += kSwatch + kGap + words + kBetween;
    }
}
