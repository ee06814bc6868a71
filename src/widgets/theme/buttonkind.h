#pragma once

#include <QColor>
#include <QFont>

class QStyleOption;
class QWidget;

/// How a push button looks, from its dynamic property "kind" (set by Button, or by hand in a form).
enum class ButtonKind {
    Outlined,
    Primary, ///< "primary": the one filled button of a page
    Quiet, ///< "quiet": no edge until the pointer is over it
    Danger, ///< "danger": outlined, red words; asks before it destroys
    Destructive, ///< "destructive": filled red, only inside the dialog that asked
    Link, ///< "link": words in the link colour
    Chip, ///< "chip": a filter, checkable
    Toggle, ///< "toggle": a small checkable box, such as a weekday
};

ButtonKind buttonKindOf(const QWidget *button);

// What FanfareStyle paints and measures a button by.

struct ButtonColors
{
    QColor fill = Qt::transparent;
    QColor edge = Qt::transparent;
    QColor words;
};

ButtonColors buttonColors(ButtonKind kind, const QStyleOption *option);
bool isBold(ButtonKind kind, const QStyleOption *option);
/// Kinds that get bold when chosen are measured bold, so that nothing moves then.
bool isMeasuredBold(ButtonKind kind);
QFont buttonFont(const QWidget *widget, bool bold);
int buttonPadding(ButtonKind kind, const QWidget *widget);
