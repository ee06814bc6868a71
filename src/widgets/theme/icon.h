#pragma once

#include "widgets/theme/theme.h"

#include <QIcon>
#include <QPixmap>

/// One of the product's own icons ("campaigns", "send", "status-read" …), always in the colour of the theme
/// that is shown at the moment it is drawn. Sideways arrows point the other way in right-to-left layouts.
QIcon themedIcon(const QString &name, ThemeColor color = &Theme::text2);

/// True for icons made by themedIcon(), which controls may redraw in their own colour under QIcon::name().
bool isThemedIcon(const QIcon &icon);

/// The icon drawn in one colour at a size in device-independent pixels. Cached.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio);
void drawIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &color);

/// The mark of Fanfare. Below 24 pixels it leaves out its two outer rays.
QPixmap markPixmap(int size, double devicePixelRatio);
/// The window and task bar icon, in all sizes that systems ask for.
QIcon markIcon();
