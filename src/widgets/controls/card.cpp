#include "widgets/controls/card.h"

#include "widgets/theme/theme.h"

#include <QPainter>
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
