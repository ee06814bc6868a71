#include "widgets/theme/focusring.h"

#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusEvent>
#include <QPainter>

namespace {

constexpr int kGap = 2;
constexpr int kWidth = 2;

bool wearsRing(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || widget->property("focusRing").toBool();
}

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

QRect ringIn(const QWidget &host, const QWidget &target)
{
    constexpr int reach = kGap + kWidth;
    return QRect{target.mapTo(&host, QPoint{}), target.size()}.adjusted(-reach, -reach, reach, reach);
}

/// The nearest ancestor that has room for the whole ring, within what scrolls together with the target.
QWidget *hostOf(const QWidget &target)
{
    QWidget *host = target.parentWidget();
    while (!host->isWindow() && host->parentWidget() && !host->rect().contains(ringIn(*host, target))
           && !qobject_cast<QAbstractScrollArea *>(host->parentWidget()))
        host = host->parentWidget();
    return host;
}

} // namespace

/// Painted above the target's neighbours, in the nearest ancestor that has room for it; never takes the
/// mouse.
class FocusRing::Overlay final : public QWidget
{
public:
    explicit Overlay(QWidget *parent)
        : QWidget{parent}
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{Theme::of(this).focus, kWidth});
        const double inset = kWidth / 2.0;
        painter.drawRoundedRect(QRectF{rect()}.adjusted(inset, inset, -inset, -inset), 8, 8);
    }
};

FocusRing::FocusRing(QObject *parent)
    : QObject{parent}
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_overlay;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->hasFocus()) {
            const bool shown = wearsRing(widget) && isByKeyboard(static_cast<QFocusEvent *>(event)->reason());
            moveTo(shown ? widget : nullptr);
        }
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (watched == m_target)
            moveTo(nullptr);
        break;
    case QEvent::Move:
    case QEvent::Resize:
        if (m_target && m_overlay && m_overlay->isVisible()) {
            auto *moved = qobject_cast<QWidget *>(watched);
            if (moved && (moved == m_target || moved->isAncestorOf(m_target)))
                follow();
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::moveTo(QWidget *target)
{
    m_target = target;
    if (!target || !target->parentWidget()) {
        if (m_overlay)
            m_overlay->hide();
        return;
    }
    QWidget *host = hostOf(*target);
    if (!m_overlay || m_overlay->parentWidget() != host) {
        delete m_overlay;
        m_overlay = new Overlay{host};
    }
    follow();
    m_overlay->raise();
    m_overlay->show();
}

void FocusRing::follow()
{
    if (m_overlay)
        m_overlay->setGeometry(ringIn(*m_overlay->parentWidget(), *m_target));
}
