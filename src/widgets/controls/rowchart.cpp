#include "widgets/controls/rowchart.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

RowChart::RowChart(QWidget *parent)
    : QWidget{parent}
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

QString RowChart::rowWords(int) const
{
    return {};
}

void RowChart::paintMark(QPainter *painter) const
{
    if (m_marked < 0 || m_marked >= rowCount())
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::of(this).hover);
    painter->drawRoundedRect(QRect{0, m_marked * rowHeight(), width(), rowHeight()}, 4, 4);
}

int RowChart::paintLine(QPainter *painter, int row, const Line &line) const
{
    constexpr int kGap = 8;
    constexpr int kBetweenFigures = 6;
    const Theme &theme = Theme::of(this);
    const QFont bold = fontFor(TypeRole::LabelBold);
    const QFont plain = fontFor(TypeRole::Label);
    const int height = lineHeightFor(TypeRole::Label);
    const int top = row * rowHeight() + (rowHeight() - height - kGap - kBarHeight) / 2;
    const auto draw = [&](const QRect &place, Qt::Alignment alignment, const QString &text) {
        painter->drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignVCenter | alignment,
                          text);
    };
    const int shareWidth = QFontMetrics{plain}.horizontalAdvance(line.share) + 2;
    const int figureWidth = QFontMetrics{bold}.horizontalAdvance(line.figure) + 2;
    const int figureLeft = width() - shareWidth - kBetweenFigures - figureWidth;
    painter->setFont(plain);
    painter->setPen(theme.text3);
    draw({width() - shareWidth, top, shareWidth, height}, Qt::AlignTrailing, line.share);
    painter->setFont(bold);
    painter->setPen(theme.text);
    draw({figureLeft, top, figureWidth, height}, Qt::AlignTrailing, line.figure);
    painter->setFont(line.isChosen ? bold : plain);
    painter->setPen(line.isChosen ? theme.primaryText : theme.text);
    const int names = figureLeft - kGap;
    draw({0, top, names, height}, Qt::AlignLeading,
         QFontMetrics{painter->font()}.elidedText(line.name, Qt::ElideRight, names));
    return top + height + kUnderWords;
}

void RowChart::paintBar(QPainter *painter, const QRect &bar, const QColor &color) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), kBarHeight / 2.0,
                             kBarHeight / 2.0);
}

bool RowChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos());
    const QString words = row < 0 ? QString{} : rowWords(row);
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), words, this);
    return true;
}

int RowChart::rowAt(QPoint point) const
{
    const int row = point.y() / std::max(1, rowHeight());
    return rect().contains(point) && row < rowCount() ? row : -1;
}

void RowChart::mark(int row)
{
    if (row == m_marked)
        return;
    m_marked = row;
    setCursor(row < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (const QString words = row < 0 ? QString{} : rowWords(row); !words.isEmpty() && hasFocus()) {
        // Qt before 6.8 has no announcements; a changed description of what has the focus is read aloud.
        setAccessibleDescription(words);
        QAccessibleEvent changed{this, QAccessible::DescriptionChanged};
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

void RowChart::mouseMoveEvent(QMouseEvent *event)
{
    mark(rowAt(event->position().toPoint()));
}

void RowChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0)
        emit rowChosen(row);
}

void RowChart::leaveEvent(QEvent *)
{
    mark(-1);
}

void RowChart::keyPressEvent(QKeyEvent *event)
{
    const int last = rowCount() - 1; // there may be fewer than when one was marked
    switch (event->key()) {
    case Qt::Key_Down: mark(std::min(last, m_marked + 1)); break;
    case Qt::Key_Up: mark(std::min(last, std::max(0, m_marked - 1))); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0 && m_marked <= last)
            emit rowChosen(m_marked);
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    if (m_marked < 0)
        return;
    // What the pointer would show, for who sees it and uses the keys.
    const QRect row{0, m_marked * rowHeight(), width(), rowHeight()};
    QToolTip::showText(mapToGlobal(row.center()), rowWords(m_marked), this);
}

void RowChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_marked < 0 && rowCount() > 0 && event->reason() != Qt::MouseFocusReason)
        mark(0);
}

void RowChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(-1);
}
