#pragma once

#include <QColor>

class QPainter;
class QRectF;
class QStyleOption;
class QStyleOptionMenuItem;
class QWidget;

// The parts that FanfareStyle puts its controls together from.

constexpr int kControlHeight = 32;
constexpr int kSmallControlHeight = 28;
constexpr int kControlRadius = 6;
constexpr int kStyleIconSize = 16;

/// By the dynamic property "small".
bool isSmall(const QWidget *widget);
/// 32 or 28 pixels, and more where a larger font needs it.
int controlHeight(const QStyleOption *option, const QWidget *widget);

/// A transparent colour is not painted.
void drawBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
             double width = 1);
/// The edge of line edits, combo boxes and spin boxes. Focus turns the edge itself into two pixels.
void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool hasFocus);
void drawCheckBox(QPainter *painter, const QStyleOption *option);
void drawRadio(QPainter *painter, const QStyleOption *option);
void drawPopupFrame(QPainter *painter, const QStyleOption *option);
void drawMenuItem(QPainter *painter, const QStyleOptionMenuItem *item);
