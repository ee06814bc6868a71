#include "widgets/controls/funnelchart.h"

#include "presentation/wording.h"
#include "widgets/theme/typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
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
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Funnel"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
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
    return {388, static_cast<int>(m_steps.size()) * scaledWithText(kRow)};
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
    const int row = scaledWithText(kRow);
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
        if (static_cast<int>(i) == m_marked) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.hover);
            painter.drawRoundedRect(QRect{0, top, width(), row}, 4, 4);
        }
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

int FunnelChart::stepAt(QPoint point) const
{
    const int step = point.y() / std::max(1, scaledWithText(kRow));
    return rect().contains(point) && step < static_cast<int>(m_steps.size()) ? step : -1;
}

void FunnelChart::mark(int step)
{
    if (step == m_marked)
        return;
    m_marked = step;
    setCursor(step < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void FunnelChart::mouseMoveEvent(QMouseEvent *event)
{
    mark(stepAt(event->position().toPoint()));
}

void FunnelChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && step >= 0)
        emit stepChosen(step);
}

void FunnelChart::leaveEvent(QEvent *)
{
    mark(-1);
}

void FunnelChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    if (event->key() == Qt::Key_Down)
        mark(std::min(last, m_marked + 1));
    else if (event->key() == Qt::Key_Up)
        mark(std::max(0, m_marked - 1));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_marked >= 0)
        emit stepChosen(m_marked);
    else
        QWidget::keyPressEvent(event);
}

void FunnelChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_marked < 0 && !m_steps.empty() && event->reason() != Qt::MouseFocusReason)
        mark(0);
}

void FunnelChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(-1);
}

QString FunnelChart::shareOf(size_t step) const
{
    return step == 0 ? QString{} : shareText(m_steps[step].count, m_steps[step - 1].count);
}
