#include "widgets/theme/buttonkind.h"

#include "widgets/theme/stylepainting.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QApplication>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

ButtonColors filled(const Theme &theme, const QStyleOption *option, const QColor &normal, const QColor &hover,
                    const QColor &pressed)
{
    if (!(option->state & QStyle::State_Enabled))
        return {theme.sunken, theme.sunken, theme.disabled};
    QColor fill = normal;
    if (option->state & QStyle::State_Sunken)
        fill = pressed;
    else if (option->state & QStyle::State_MouseOver)
        fill = hover;
    return {fill, fill, theme.onPrimary};
}

} // namespace

ButtonKind buttonKindOf(const QWidget *button)
{
    const QString kind = button ? button->property("kind").toString() : QString{};
    if (kind == "primary"_L1)
        return ButtonKind::Primary;
    if (kind == "quiet"_L1)
        return ButtonKind::Quiet;
    if (kind == "danger"_L1)
        return ButtonKind::Danger;
    if (kind == "destructive"_L1)
        return ButtonKind::Destructive;
    if (kind == "link"_L1)
        return ButtonKind::Link;
    if (kind == "chip"_L1)
        return ButtonKind::Chip;
    if (kind == "toggle"_L1)
        return ButtonKind::Toggle;
    return ButtonKind::Outlined;
}

ButtonColors buttonColors(ButtonKind kind, const QStyleOption *option)
{
    const Theme &theme = Theme::of(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isChecked = option->state & QStyle::State_On;
    const bool isTouched = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    switch (kind) {
    case ButtonKind::Primary:
        return filled(theme, option, theme.primary, theme.primaryHover, theme.primaryPressed);
    case ButtonKind::Destructive: return filled(theme, option, theme.danger, theme.danger, theme.danger);
    case ButtonKind::Outlined:
    case ButtonKind::Danger: {
        if (!isEnabled)
            return {theme.surface, theme.border, theme.disabled};
        return {isTouched ? theme.hover : theme.surface, theme.borderStrong,
                kind == ButtonKind::Danger ? theme.redFg : theme.text};
    }
    case ButtonKind::Quiet:
        return {isEnabled && isTouched ? theme.hover : Qt::transparent, Qt::transparent,
                isEnabled ? theme.text2 : theme.disabled};
    case ButtonKind::Link:
        return {isEnabled && isTouched ? theme.hover : Qt::transparent, Qt::transparent,
                isEnabled ? theme.primaryText : theme.disabled};
    case ButtonKind::Chip:
        if (isChecked)
            return {theme.selected, Qt::transparent, theme.primaryText};
        return {isEnabled && isTouched ? theme.hover : Qt::transparent, Qt::transparent,
                isEnabled ? theme.text2 : theme.disabled};
    case ButtonKind::Toggle:
        if (isChecked && isEnabled)
            return {theme.primarySoft, theme.primary, theme.primaryText};
        return {isEnabled && isTouched ? theme.hover : theme.surface,
                isEnabled ? theme.borderStrong : theme.border, isEnabled ? theme.text2 : theme.disabled};
    }
    Q_UNREACHABLE();
}

bool isBold(ButtonKind kind, const QStyleOption *option)
{
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Destructive: return true;
    case ButtonKind::Chip:
    case ButtonKind::Toggle: return option->state & QStyle::State_On;
    case ButtonKind::Outlined:
    case ButtonKind::Quiet:
    case ButtonKind::Danger:
    case ButtonKind::Link: return false;
    }
    Q_UNREACHABLE();
}

bool isMeasuredBold(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::Destructive || kind == ButtonKind::Chip
        || kind == ButtonKind::Toggle;
}

QFont buttonFont(const QWidget *widget, bool bold)
{
    QFont font =
        isSmall(widget) ? fontFor(TypeRole::Label) : (widget ? widget->font() : QApplication::font());
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

int buttonPadding(ButtonKind kind, const QWidget *widget)
{
    if (kind == ButtonKind::Link)
        return 4;
    if (kind == ButtonKind::Toggle)
        return 6; // seven of them stand in a row
    return isSmall(widget) || kind == ButtonKind::Chip ? 10 : 12;
}
