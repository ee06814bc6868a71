#include "widgets/controls/card.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString wordFor(FrameLook look)
{
    switch (look) {
    case FrameLook::Card: return u"card"_s;
    case FrameLook::Inner: return u"inner"_s;
    case FrameLook::Note: return u"note"_s;
    case FrameLook::Chat: return u"chat"_s;
    case FrameLook::SideBar: return u"sidebar"_s;
    case FrameLook::StatusBar: return u"statusbar"_s;
    case FrameLook::Footer: return u"footer"_s;
    case FrameLook::Dialog: return u"dialog"_s;
    case FrameLook::Tag: return u"tag"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void setFrameLook(QFrame *frame, FrameLook look)
{
    frame->setProperty("look", wordFor(look));
    refreshStyle(frame);
}

void refreshStyle(QWidget *widget)
{
    // Before its first showing a widget is styled anyway, with the properties it has by then.
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return;
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

Card::Card(int padding, QWidget *parent)
    : QFrame{parent}
    , m_column{new QVBoxLayout{this}}
{
    setFrameLook(this, FrameLook::Card);
    // The edge belongs to the frame; what is inside keeps clear of it and of the round corners.
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
