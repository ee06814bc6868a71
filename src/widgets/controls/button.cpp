#include "widgets/controls/button.h"

#include "widgets/theme/icon.h"

#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

QString wordFor(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Outlined: return u"outlined"_s;
    case ButtonKind::Primary: return u"primary"_s;
    case ButtonKind::Quiet: return u"quiet"_s;
    case ButtonKind::Danger: return u"danger"_s;
    case ButtonKind::Destructive: return u"destructive"_s;
    case ButtonKind::Link: return u"link"_s;
    case ButtonKind::Chip: return u"chip"_s;
    case ButtonKind::Toggle: return u"toggle"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Button::Button(QWidget *parent)
    : Button{QString{}, ButtonKind::Outlined, QString{}, parent}
{
}

Button::Button(const QString &text, ButtonKind kind, const QString &iconName, QWidget *parent)
    : QPushButton{text, parent}
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCheckable(kind == ButtonKind::Chip || kind == ButtonKind::Toggle);
    setKind(kind);
    setIconName(iconName);
}

Button *Button::iconOnly(const QString &iconName, const QString &accessibleName, QWidget *parent)
{
    auto *button = new Button{QString{}, ButtonKind::Quiet, iconName, parent};
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    return button;
}

void Button::setKind(ButtonKind kind)
{
    setProperty("kind", wordFor(kind));
    updateGeometry();
    update();
}

void Button::setIconName(const QString &iconName)
{
    setIcon(iconName.isEmpty() ? QIcon{} : themedIcon(iconName));
}

void Button::setSmall(bool small)
{
    setProperty("small", small);
    updateGeometry();
    update();
}

void Button::setControlHeight(int height)
{
    setProperty("controlHeight", height);
    updateGeometry();
}

void dressButton(QPushButton *button, ButtonKind kind, const QString &iconName)
{
    button->setAutoDefault(false);
    button->setProperty("kind", wordFor(kind));
    if (!iconName.isEmpty())
        button->setIcon(themedIcon(iconName));
    button->updateGeometry();
    button->update();
}
