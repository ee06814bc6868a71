#include "widgets/controls/toast.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kShown = 6s;
constexpr int kDistance = 52; // above the status bar

} // namespace

Toast::Toast(QWidget *window)
    : QFrame{window}
    , m_icon{new QLabel}
    , m_message{new TextLabel}
    , m_action{new Button{{}, ButtonKind::Link}}
    , m_close{Button::iconOnly(u"close"_s, tr("Close"))}
{
    setFrameLook(this, FrameLook::Toast);
    m_close->setSmall(true);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(14, 4, 6, 4);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_message);
    row->addWidget(m_action);
    row->addWidget(m_close);
    dressIcon();
    hide();

    m_timer.setSingleShot(true);
    m_timer.setInterval(kShown);
    window->installEventFilter(this);
    m_action->installEventFilter(this);
    m_close->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isBusy())
            m_timer.start();
        else
            hide();
    });
    connect(m_close, &Button::clicked, this, &QWidget::hide);
    connect(m_action, &Button::clicked, this, [this] {
        hide();
        emit actionRequested();
    });
}

void Toast::showMessage(const QString &message, const QString &actionText)
{
    m_message->setText(message);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(message);
    place();
    show();
    raise();
    m_timer.start();
    QAccessibleEvent announcement{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&announcement);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched != parentWidget() && event->type() == QEvent::FocusOut)
        m_timer.start();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    m_timer.start();
}

void Toast::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dressIcon();
}

void Toast::place()
{
    adjustSize();
    const QSize room = parentWidget()->size();
    move((room.width() - width()) / 2, room.height() - height() - kDistance);
}

void Toast::dressIcon()
{
    if (m_icon)
        m_icon->setPixmap(iconPixmap(u"check-circle"_s, Theme::of(this).greenMark, 20, devicePixelRatioF()));
}

bool Toast::isBusy() const
{
    return underMouse() || m_action->hasFocus() || m_close->hasFocus();
}
