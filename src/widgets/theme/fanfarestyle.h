#pragma once

#include "widgets/theme/buttonkind.h"
#include "widgets/theme/framelook.h"

#include <QProxyStyle>

/// Qt's Fusion with the edges, heights and marks of Fanfare. Colours come from the palette's Theme, sizes
/// from the font, so that both may change while the window is open.
///
/// There is no style sheet: under one, Qt 6.4 sizes spin boxes and date fields without asking the style.
///
/// Dynamic properties it reads: "kind" on push buttons, "look" on frames and labels, "small" on buttons and
/// fields (28 px instead of 32), "problem" on fields (red edge), "frameless" on fields inside another frame.
class FanfareStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    FanfareStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};
