#pragma once

#include <QProxyStyle>

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

/// Ground and edge of a frame or label, from its dynamic property "look".
enum class FrameLook {
    None,
    Card, ///< "card": a white sheet with a one-pixel edge
    Inner, ///< "inner": a frame inside a card
    Note, ///< "note": quieter than its card
    Chat, ///< "chat": behind a message
    SideBar, ///< "sidebar"
    StatusBar, ///< "statusbar"
    Footer, ///< "footer": the buttons below a wizard
    Toast, ///< "toast"
    Tag, ///< "tag": a word in a small box
    Avatar, ///< "avatar": two letters or an icon on soft iris
    QuietAvatar, ///< "quietAvatar": the same in gray
    BannerBlue, ///< "bannerBlue", "bannerAmber", "bannerRed", "bannerGreen"
    BannerAmber,
    BannerRed,
    BannerGreen,
};

FrameLook frameLookOf(const QWidget *frame);
void setFrameLook(QWidget *frame, FrameLook look);

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
