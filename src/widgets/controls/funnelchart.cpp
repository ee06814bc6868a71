#include "widgets/controls/funnelchart.h"

#include "presentation/wording.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 24;
constexpr int kBar = 16;
constexpr int kGap = 12;

} // namespace

FunnelChart::FunnelChart(QWidget *parent)
    : RowChart{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Funnel"));
}

void FunnelChart::setSteps(std::vector<FunnelStep> steps)
{
    m_steps = std::move(steps);
    QStringList words;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        QString line = tr("%1: %2").arg(m_steps[i].name, countText(m_steps[i].count));
        if (i > 0)
            line = tr("%1, %2 of the step above").arg(line, shareOf(i));
        words += line;
    }
    setAccessibleDescription(words.join(u"; "_s));
    updateGeometry();
    update();
}

ChartTable FunnelChart::numbers() const
{
    ChartTable table{
        {tr("Step"), tr("People")},
        {          }
    };
    for (const FunnelStep &step : m_steps)
        table.rows.push_back({step.name, step.name, {step.count}});
    return table;
}

QSize FunnelChart::sizeHint() const
{
    return {388, rowCount() * rowHeight()};
}

int FunnelChart::rowHeight() const
{
    return scaledWithText(kRow);
}

void FunnelChart::paintEvent(QPaintEvent *)
{
    if (m_steps.empty())
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);

    const QFontMetrics names{fontFor(TypeRole::Label)};
    const QFontMetrics numbers{fontFor(TypeRole::LabelBold)};
    int nameWidth = 0;
    int countWidth = 0;
    int shareWidth = 0;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        nameWidth = std::max(nameWidth, names.horizontalAdvance(m_steps[i].name));
        countWidth = std::max(countWidth, numbers.horizontalAdvance(countText(m_steps[i].count)));
        shareWidth = std::max(shareWidth, names.horizontalAdvance(shareOf(i)));
    }
    const int row = rowHeight();
    paintMark(&painter);
    const int barLeft = nameWidth + 2 * kGap;
    const int barWidth = std::max(20, width() - barLeft - kGap - countWidth - kGap - shareWidth);
    const qint64 whole = std::max<qint64>(1, m_steps.front().count);
    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int leading = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;
    const int trailing = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignTrailing;

    for (size_t i = 0; i < m_steps.size(); ++i) {
        const FunnelStep &step = m_steps[i];
        const int top = static_cast<int>(i) * row;
        painter.setFont(fontFor(TypeRole::Label));
        painter.setPen(theme.text2);
        painter.drawText(placed({0, top, nameWidth + 2, row}), leading, step.name);

        const QRect track{barLeft, top + (row - kBar) / 2, barWidth, kBar};
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.sunken);
        painter.drawRoundedRect(placed(track), 3, 3);
        if (step.count > 0) {
            const int done =
                std::max(3, static_cast<int>(barWidth * std::min(1.0, double(step.count) / double(whole))));
            painter.setBrush(theme.tone(step.tone).mark);
            painter.drawRoundedRect(placed({track.left(), track.top(), done, kBar}), 3, 3);
        }

        painter.setFont(fontFor(TypeRole::LabelBold));
        painter.setPen(theme.text);
        painter.drawText(placed({barLeft + barWidth + kGap, top, countWidth, row}), trailing,
                         countText(step.count));
        painter.setFont(fontFor(TypeRole::Label));
        painter.setPen(theme.text2);
        painter.drawText(placed({width() - shareWidth, top, shareWidth, row}), trailing, shareOf(i));
    }
}

QString FunnelChart::shareOf(size_t step) const
{
    return step == 0 ? QString{} : shareText(m_steps[step].count, m_steps[step - 1].count);
}
