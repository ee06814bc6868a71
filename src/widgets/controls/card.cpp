#include "widgets/controls/card.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

Card::Card(int padding, QWidget *parent)
    : QFrame{parent}
    , m_column{new QVBoxLayout{this}}
{
    setFrameLook(this, FrameLook::Card);
    // What fills a card to its edge keeps clear of the line and, at the bottom, of the round corners.
    if (padding == 0)
        m_column->setContentsMargins(1, 1, 1, 6);
    else
        m_column->setContentsMargins(padding, padding, padding, padding);
    m_column->setSpacing(0);
}

FrameEdge::FrameEdge(QFrame *frame)
    : QWidget{frame}
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(frame->rect());
    frame->installEventFilter(this);
}

bool FrameEdge::eventFilter(QObject *watched, QEvent *event)
{
    const bool mayCover = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (watched == parentWidget() && mayCover) {
        setGeometry(parentWidget()->rect());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void FrameEdge::paintEvent(QPaintEvent *)
{
    constexpr double radius = 8;
    const Theme &theme = Theme::of(this);
    QPainterPath corners;
    corners.addRect(rect());
    QPainterPath sheet;
    sheet.addRoundedRect(rect(), radius, radius);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(corners.subtracted(sheet), theme.surface);
    painter.setPen(theme.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent)
    : QWidget{parent}
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter{this}.fillRect(rect(), Theme::of(this).border);
}
