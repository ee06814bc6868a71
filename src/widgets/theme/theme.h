#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

/// The colour families of a status: what a badge, a banner or a chart line of that kind looks like.
enum class Tone { Gray, Blue, Read, Amber, Red, Green };

/// The three colours of a Tone: words on the soft ground, the soft ground, and marks (lines, bars, dots).
struct ToneColors
{
    QColor foreground;
    QColor background;
    QColor mark;
};

/// Every colour of the product, once for light and once for dark. Nothing else in the code names a colour.
///
/// Whatever paints finds its theme in its own palette (`Theme::of(this)`, `Theme::of(option.palette)`), so
/// that a widget needs no reference to the object that switches themes.
struct Theme
{
    bool isDark = false;

    QColor window, sidebar, surface, surface2, sunken;
    QColor hover, selected;
    QColor border, borderStrong;
    QColor text, text2, text3, disabled;
    QColor primary, primaryHover, primaryPressed, primarySoft, primaryText, onPrimary;
    QColor focus, danger, brass;
    QColor chat, bubble;
    QColor grayFg, grayBg, grayMark;
    QColor blueFg, blueBg, blueMark;
    QColor readFg, readBg, readMark;
    QColor amberFg, amberBg, amberMark;
    QColor redFg, redBg, redMark;
    QColor greenFg, greenBg, greenMark;
    std::array<QColor, 6> series; ///< things without a status, in this order; the last stands for "other"
    std::array<QColor, 6> heat; ///< equal steps of a heat map, low to high
    std::array<QColor, 6> heatText; ///< the number inside a cell of that step

    static const Theme &light();
    static const Theme &dark();
    static const Theme &of(const QPalette &palette);
    static const Theme &of(const QWidget *widget);

    ToneColors tone(Tone tone) const;

    /// The palette with which Qt's own drawing matches this theme, disabled colours and links included.
    QPalette palette() const;
};

/// One plain colour of a theme, to be looked up when it is drawn.
using ThemeColor = QColor Theme::*;
