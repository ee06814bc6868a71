#include "widgets/theme/appearance.h"

#include "widgets/theme/fanfarestyle.h"
#include "widgets/theme/focusring.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QScopedValueRollback>

namespace {

/// What the system's own colours look like once ours are out of the way. Qt 6.4 has no other way to ask.
bool systemLooksDark()
{
    QApplication::setPalette(QPalette{});
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

Appearance::Appearance(ThemeChoice choice, QObject *parent)
    : QObject{parent}
    , m_choice{choice}
    , m_focusRing{new FocusRing{this}}
{
    qApp->setWindowIcon(markIcon());
    QApplication::setStyle(new FanfareStyle);
    QApplication::setFont(applicationFont(systemTextScale()));
    QScopedValueRollback applying{m_isApplying, true};
    m_systemIsDark = systemLooksDark();
    apply();
    qApp->installEventFilter(this);
}

Appearance::~Appearance() = default;

void Appearance::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Appearance::setTextScale(double scale)
{
    QApplication::setFont(applicationFont(scale));
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    const bool systemChanged = event->type() == QEvent::ThemeChange
        || (watched == qApp && event->type() == QEvent::ApplicationPaletteChange);
    if (systemChanged && !m_isApplying)
        followSystem();
    if (event->type() == QEvent::ApplicationFontChange && !m_isSpreadingFont) {
        m_isSpreadingFont = true; // every window is told on its own; one round is enough
        QMetaObject::invokeMethod(this, &Appearance::spreadFontChange, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::followSystem()
{
    {
        QScopedValueRollback applying{m_isApplying, true};
        m_systemIsDark = systemLooksDark();
    }
    apply();
}

void Appearance::apply()
{
    QScopedValueRollback applying{m_isApplying, true};
    const bool wasDark = m_isDark;
    m_isDark = m_choice == ThemeChoice::System ? m_systemIsDark : m_choice == ThemeChoice::Dark;
    QApplication::setPalette((m_isDark ? Theme::dark() : Theme::light()).palette());
    if (wasDark != m_isDark)
        emit themeChanged(m_isDark);
}

void Appearance::spreadFontChange()
{
    // Qt tells nobody who has a font of their own, but our sizes are factors of the application's.
    // Some build themselves anew on this news, and others go.
    const QWidgetList all = QApplication::allWidgets();
    const QList<QPointer<QWidget>> widgets{all.begin(), all.end()};
    for (const QPointer<QWidget> &widget : widgets) {
        if (!widget)
            continue;
        QEvent change{QEvent::StyleChange};
        QCoreApplication::sendEvent(widget, &change);
    }
    m_isSpreadingFont = false;
}
