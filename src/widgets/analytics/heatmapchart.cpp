#include "widgets/analytics/heatmapchart.h"

#include "presentation/analyticswords.h"
#include "presentation/wording.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kDays = 7;
constexpr int kCell = 30;
constexpr int kGap = 3;
constexpr int kHours = 20;
constexpr int kLegend = 24;
constexpr int kNarrowestCell = 20; ///< in which a number still stands
constexpr double kRound = 0.05; ///< the ends of the colours

} // namespace

HeatMapChart::HeatMapChart(QWidget *parent)
    : QWidget{parent}
{
    setAccessibleName(tr("Best time to send"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void HeatMapChart::setHeat(const HeatMap &heat, std::optional<HeatSlot> chosen)
{
    m_heat = heat;
    m_chosen = chosen;
    fitHours();
    fitSteps();
    setAccessibleDescription(heat.best ? tr("Best: %1").arg(wordsOf(*heat.best)) : heatUnit(heat));
    update();
}

/// Hours in which anything was sent, and those of a working day.
void HeatMapChart::fitHours()
{
    m_firstHour = 9;
    m_lastHour = 20;
    for (int weekday = 0; weekday < kDays; ++weekday) {
        for (int hour = 0; hour < 24; ++hour) {
            if (m_heat.at({weekday, hour}).whole == 0)
                continue;
            m_firstHour = std::min(m_firstHour, hour);
            m_lastHour = std::max(m_lastHour, hour);
        }
    }
}

void HeatMapChart::fitSteps()
{
    m_low = 1;
    m_high = 0;
    for (const auto &day : m_heat.hours) {
        for (const Share &hour : day) {
            if (hour.whole < kFewestOfAnHour)
                continue;
            m_low = std::min(m_low, *hour.value());
            m_high = std::max(m_high, *hour.value());
        }
    }
    m_low = m_low > m_high ? 0 : std::floor(m_low / kRound) * kRound;
    m_high = std::max(m_low + 2 * kRound, std::ceil(m_high / kRound) * kRound);
}

QSize HeatMapChart::sizeHint() const
{
    return {520, kDays * (scaledWithText(kCell) + kGap) + scaledWithText(kHours) + scaledWithText(kLegend)};
}

int HeatMapChart::nameWidth() const
{
    const QFontMetrics metrics{fontFor(TypeRole::Label)};
    int widest = 0;
    for (int weekday = 1; weekday <= kDays; ++weekday)
        widest =
            std::max(widest, metrics.horizontalAdvance(QLocale{}.dayName(weekday, QLocale::ShortFormat)));
    return widest + 12;
}

int HeatMapChart::cellHeight() const
{
    const int foot = scaledWithText(kHours) + scaledWithText(kLegend);
    return std::clamp((height() - foot) / kDays - kGap, scaledWithText(kNarrowestCell), scaledWithText(44));
}

QRect HeatMapChart::cellOf(const HeatSlot &slot) const
{
    const int columns = m_lastHour - m_firstHour + 1;
    const int left = nameWidth();
    const double step = double(width() - left + kGap) / columns;
    const int column = slot.hour - m_firstHour;
    const int from = left + static_cast<int>(std::round(column * step));
    const int to = left + static_cast<int>(std::round((column + 1) * step)) - kGap;
    return QStyle::visualRect(layoutDirection(), rect(),
                              {from, slot.weekday * (cellHeight() + kGap), to - from, cellHeight()});
}

std::optional<HeatSlot> HeatMapChart::slotAt(QPoint point) const
{
    for (int weekday = 0; weekday < kDays; ++weekday) {
        for (int hour = m_firstHour; hour <= m_lastHour; ++hour) {
            if (cellOf({weekday, hour}).contains(point))
                return HeatSlot{weekday, hour};
        }
    }
    return std::nullopt;
}

QString HeatMapChart::wordsOf(const HeatSlot &slot) const
{
    const Share &share = m_heat.at(slot);
    if (share.whole == 0)
        return tr("%1: nothing was sent").arg(slotText(slot));
    if (share.whole < kFewestOfAnHour)
        return tr("%1: only %2 delivered, too few to tell").arg(slotText(slot), countText(share.whole));
    const Interval interval = *share.interval();
    return tr("%1: %2 of %3 read, truly between %4 and %5")
        .arg(slotText(slot), percentText(*share.value()), countText(share.whole), percentText(interval.low),
             percentText(interval.high));
}

size_t HeatMapChart::stepOf(double share) const
{
    const Theme &theme = Theme::of(this);
    const auto steps = static_cast<double>(theme.heat.size());
    const double place = (share - m_low) / (m_high - m_low) * steps;
    return static_cast<size_t>(std::clamp(place, 0.0, steps - 1));
}

void HeatMapChart::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    for (int weekday = 0; weekday < kDays; ++weekday) {
        const QRect row{0, weekday * (cellHeight() + kGap), nameWidth(), cellHeight()};
        painter.setFont(fontFor(TypeRole::Label));
        painter.setPen(theme.text2);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), row),
                         Qt::AlignVCenter | Qt::AlignLeading,
                         QLocale{}.dayName(weekday + 1, QLocale::ShortFormat));
        for (int hour = m_firstHour; hour <= m_lastHour; ++hour)
            paintCell(&painter, {weekday, hour});
    }
    painter.setFont(fontFor(TypeRole::Fine));
    painter.setPen(theme.text3);
    for (int hour = m_firstHour; hour <= m_lastHour; ++hour) {
        const QRect cell = cellOf({kDays - 1, hour});
        painter.drawText(QRect{cell.left(), cell.bottom() + 2, cell.width(), scaledWithText(kHours) - 2},
                         Qt::AlignCenter, QLocale{}.toString(hour));
    }
    paintLegend(&painter);
}

void HeatMapChart::paintCell(QPainter *painter, const HeatSlot &slot) const
{
    const Theme &theme = Theme::of(this);
    const Share &share = m_heat.at(slot);
    const QRectF cell = QRectF{cellOf(slot)}.adjusted(0.5, 0.5, -0.5, -0.5);
    const bool tells = share.whole >= kFewestOfAnHour;
    painter->setFont(fontFor(TypeRole::Fine));
    if (tells) {
        const size_t step = stepOf(*share.value());
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.heat[step]);
        painter->drawRoundedRect(cell, 3, 3);
        painter->setPen(theme.heatText[step]);
        painter->drawText(cell, Qt::AlignCenter, QLocale{}.toString(std::lround(*share.value() * 100)));
    } else {
        painter->setPen(QPen{theme.border, 1});
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(cell, 3, 3);
        painter->setPen(theme.text3);
        painter->drawText(cell, Qt::AlignCenter, unknownText());
    }
    const auto edge = [&](const QColor &color) {
        painter->setPen(QPen{color, 2});
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    };
    if (m_heat.best == slot)
        edge(theme.text);
    if (m_chosen == slot)
        edge(theme.primary);
    if (m_marked == slot)
        edge(theme.focus);
}

void HeatMapChart::paintLegend(QPainter *painter) const
{
    const Theme &theme = Theme::of(this);
    const int top = cellOf({kDays - 1, m_firstHour}).bottom() + scaledWithText(kHours);
    const int height = scaledWithText(kLegend);
    const QFont font = fontFor(TypeRole::Label);
    const QFontMetrics metrics{font};
    int at = 0;
    const auto placed = [&](int width) {
        const QRect part{at, top, width, height};
        at += width;
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const auto say = [&](const QString &words) {
        painter->setFont(font);
        painter->setPen(theme.text2);
        painter->drawText(placed(metrics.horizontalAdvance(words) + 2), Qt::AlignVCenter | Qt::AlignLeading,
                          words);
    };
    if (m_heat.best) {
        say(wholePercentText(m_low + 1e-9));
        at += 8;
        for (const QColor &color : theme.heat) {
            const QRect box = placed(22);
            painter->setPen(Qt::NoPen);
            painter->setBrush(color);
            painter->drawRoundedRect(QRectF(box.left() + 1, box.center().y() - 4, box.width() - 2, 9), 2, 2);
        }
        at += 8;
        say(wholePercentText(m_high + 1e-9));
        at += 24;
    }
    say(tr("– fewer than %1 delivered").arg(kFewestOfAnHour));
    if (m_heat.withoutClock == 0)
        return;
    at += 24;
    const QString words = tr("%n without a time of their own", nullptr, m_heat.withoutClock);
    painter->setPen(theme.text2);
    painter->drawText(placed(std::max(0, width() - at)), Qt::AlignVCenter | Qt::AlignLeading,
                      metrics.elidedText(words, Qt::ElideRight, std::max(0, width() - at)));
}

void HeatMapChart::mark(std::optional<HeatSlot> slot)
{
    if (slot == m_marked)
        return;
    m_marked = slot;
    setCursor(slot ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (slot && hasFocus()) {
        setAccessibleDescription(wordsOf(*slot));
        QAccessibleEvent changed{this, QAccessible::DescriptionChanged};
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

bool HeatMapChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const std::optional<HeatSlot> slot = slotAt(help->pos()))
        QToolTip::showText(help->globalPos(), wordsOf(*slot), this);
    else
        QToolTip::hideText();
    return true;
}

void HeatMapChart::mouseMoveEvent(QMouseEvent *event)
{
    mark(slotAt(event->position().toPoint()));
}

void HeatMapChart::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<HeatSlot> slot = slotAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && slot)
        emit slotChosen(*slot);
}

void HeatMapChart::leaveEvent(QEvent *)
{
    if (!hasFocus())
        mark(std::nullopt);
}

void HeatMapChart::keyPressEvent(QKeyEvent *event)
{
    HeatSlot next = m_marked.value_or(m_heat.best.value_or(HeatSlot{0, m_firstHour}));
    const int onward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right: next.hour += onward; break;
    case Qt::Key_Left: next.hour -= onward; break;
    case Qt::Key_Down: ++next.weekday; break;
    case Qt::Key_Up: --next.weekday; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked)
            emit slotChosen(*m_marked);
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    next.hour = std::clamp(next.hour, m_firstHour, m_lastHour);
    next.weekday = std::clamp(next.weekday, 0, kDays - 1);
    mark(next);
    QToolTip::showText(mapToGlobal(cellOf(next).center()), wordsOf(next), this);
}

void HeatMapChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_marked && event->reason() != Qt::MouseFocusReason)
        mark(m_heat.best.value_or(HeatSlot{0, m_firstHour}));
}

void HeatMapChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(std::nullopt);
}
