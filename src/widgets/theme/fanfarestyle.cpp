#include "widgets/theme/fanfarestyle.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int kControlHeight = 32;
constexpr int kSmallControlHeight = 28;
constexpr int kControlRadius = 6;
constexpr int kFieldPadding = 10;
constexpr int kIconSize = 16;
constexpr int kIconGap = 7;
constexpr int kIndicatorSize = 16;
constexpr int kArrowWidth = 28;
constexpr int kScrollBarWidth = 10;

bool isSmall(const QWidget *widget)
{
    return widget && widget->property("small").toBool();
}

/// 32 or 28 pixels, and more where a larger font needs it.
int controlHeight(const QStyleOption *option, const QWidget *widget)
{
    const int height = isSmall(widget) ? kSmallControlHeight : kControlHeight;
    const int wanted = widget ? widget->property("controlHeight").toInt() : 0;
    return std::max({height, wanted, option->fontMetrics.height() + 10});
}

struct LookName
{
    FrameLook look;
    const char *name;
};

constexpr std::array kLookNames{
    LookName{FrameLook::Card,        "card"       },
    LookName{FrameLook::Inner,       "inner"      },
    LookName{FrameLook::Note,        "note"       },
    LookName{FrameLook::Chat,        "chat"       },
    LookName{FrameLook::SideBar,     "sidebar"    },
    LookName{FrameLook::StatusBar,   "statusbar"  },
    LookName{FrameLook::Footer,      "footer"     },
    LookName{FrameLook::Toast,       "toast"      },
    LookName{FrameLook::Tag,         "tag"        },
    LookName{FrameLook::Avatar,      "avatar"     },
    LookName{FrameLook::QuietAvatar, "quietAvatar"},
    LookName{FrameLook::BannerBlue,  "bannerBlue" },
    LookName{FrameLook::BannerAmber, "bannerAmber"},
    LookName{FrameLook::BannerRed,   "bannerRed"  },
    LookName{FrameLook::BannerGreen, "bannerGreen"},
};

struct Look
{
    QColor fill = Qt::transparent;
    QColor edge = Qt::transparent;
    QColor words;
};

Look filled(const Theme &theme, const QStyleOption *option, const QColor &normal, const QColor &hover,
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

Look lookOf(ButtonKind kind, const QStyleOption *option)
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

/// Kinds that get bold when chosen are measured bold, so that nothing moves then.
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
    return isSmall(widget) || kind == ButtonKind::Chip || kind == ButtonKind::Toggle ? 10 : 12;
}

void drawBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
             double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() == 0 ? QPen{Qt::NoPen} : QPen{edge, width});
    painter->setBrush(fill.alpha() == 0 ? QBrush{Qt::NoBrush} : QBrush{fill});
    const double inset = edge.alpha() == 0 ? 0 : width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

/// The edge of line edits, combo boxes and spin boxes. Focus turns the edge itself into two pixels.
void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool hasFocus)
{
    if (widget && widget->property("frameless").toBool())
        return;
    const Theme &theme = Theme::of(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isReadOnly = option->state & QStyle::State_ReadOnly;
    const bool hasProblem = widget && widget->property("problem").toBool();
    const QColor fill = !isEnabled || isReadOnly ? theme.surface2 : theme.surface;
    QColor edge = isEnabled ? theme.borderStrong : theme.border;
    if (hasProblem)
        edge = theme.redMark;
    if (hasFocus && isEnabled)
        drawBox(painter, option->rect, kControlRadius, fill, hasProblem ? theme.redMark : theme.focus, 2);
    else
        drawBox(painter, option->rect, kControlRadius, fill, edge);
}

void drawFrame(QPainter *painter, const QStyleOption *option, FrameLook look)
{
    const Theme &theme = Theme::of(option->palette);
    const QRect rect = option->rect;
    switch (look) {
    case FrameLook::None: return;
    case FrameLook::Card: drawBox(painter, rect, 10, theme.surface, theme.border); return;
    case FrameLook::Inner: drawBox(painter, rect, 8, theme.surface, theme.border); return;
    case FrameLook::Note: drawBox(painter, rect, 8, theme.surface2, theme.border); return;
    case FrameLook::Chat: drawBox(painter, rect, 8, theme.chat, Qt::transparent); return;
    case FrameLook::Toast: drawBox(painter, rect, 8, theme.surface, theme.borderStrong); return;
    case FrameLook::Tag: drawBox(painter, rect, 4, theme.surface2, theme.border); return;
    case FrameLook::Avatar: drawBox(painter, rect, 8, theme.primarySoft, Qt::transparent); return;
    case FrameLook::QuietAvatar: drawBox(painter, rect, 8, theme.grayBg, Qt::transparent); return;
    case FrameLook::BannerBlue: drawBox(painter, rect, 8, theme.blueBg, theme.blueMark); return;
    case FrameLook::BannerAmber: drawBox(painter, rect, 8, theme.amberBg, theme.amberMark); return;
    case FrameLook::BannerRed: drawBox(painter, rect, 8, theme.redBg, theme.redMark); return;
    case FrameLook::BannerGreen: drawBox(painter, rect, 8, theme.greenBg, theme.greenMark); return;
    case FrameLook::SideBar: {
        painter->fillRect(rect, theme.sidebar);
        const int edge = option->direction == Qt::LeftToRight ? rect.right() : rect.left();
        painter->fillRect(QRect{edge, rect.top(), 1, rect.height()}, theme.border);
        return;
    }
    case FrameLook::StatusBar:
    case FrameLook::Footer:
        painter->fillRect(rect, look == FrameLook::Footer ? theme.surface : theme.sidebar);
        painter->fillRect(QRect{rect.left(), rect.top(), rect.width(), 1}, theme.border);
        return;
    }
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::of(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isOn = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QRect box = option->rect;
    if (!isOn) {
        const bool isTouched = isEnabled && (option->state & QStyle::State_MouseOver);
        drawBox(painter, box, 4, isTouched ? theme.hover : theme.surface,
                isEnabled ? theme.borderStrong : theme.border, 1.5);
        return;
    }
    drawBox(painter, box, 4, isEnabled ? theme.primary : theme.sunken, Qt::transparent);
    const QColor mark = isEnabled ? theme.onPrimary : theme.disabled;
    if (option->state & QStyle::State_NoChange) {
        painter->fillRect(QRect{box.left() + 4, box.center().y(), box.width() - 8, 2}, mark);
        return;
    }
    drawIcon(painter, box.adjusted(2, 2, -2, -2), u"check"_s, mark);
}

void drawRadio(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::of(option->palette);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF circle{option->rect};
    if (option->state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isEnabled ? theme.primary : theme.sunken);
        painter->drawEllipse(circle);
        painter->setBrush(isEnabled ? theme.onPrimary : theme.disabled);
        painter->drawEllipse(circle.adjusted(5, 5, -5, -5));
    } else {
        const bool isTouched = isEnabled && (option->state & QStyle::State_MouseOver);
        painter->setPen(QPen{isEnabled ? theme.borderStrong : theme.border, 1.5});
        painter->setBrush(isTouched ? theme.hover : theme.surface);
        painter->drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75));
    }
    painter->restore();
}

void drawPopupFrame(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::of(option->palette);
    painter->fillRect(option->rect, theme.surface);
    painter->setPen(theme.borderStrong);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
}

void drawMenuItem(QPainter *painter, const QStyleOptionMenuItem *item)
{
    const Theme &theme = Theme::of(item->palette);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect{item->rect.left() + 8, item->rect.center().y(), item->rect.width() - 16, 1},
                          theme.border);
        return;
    }
    const bool isEnabled = item->state & QStyle::State_Enabled;
    const bool isChosen = item->state & QStyle::State_Selected;
    if (isChosen && isEnabled)
        drawBox(painter, item->rect.adjusted(4, 1, -4, -1), 4, theme.hover, Qt::transparent);

    const QRect row = item->rect.adjusted(14, 0, -14, 0);
    const auto placed = [item, &row](const QRect &rect) {
        return QStyle::visualRect(item->direction, row, rect);
    };
    const QRect iconRect{row.left(), row.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize};
    const QColor words = isEnabled ? theme.text : theme.disabled;
    const bool isDanger = item->icon.name() == "delete"_L1 || item->icon.name() == "cancel"_L1;
    const QColor strong = isEnabled && isDanger ? theme.redFg : words;
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked)
        drawIcon(painter, placed(iconRect), u"check"_s, theme.primaryText);
    else if (isThemedIcon(item->icon))
        drawIcon(painter, placed(iconRect), item->icon.name(),
                 isDanger ? strong : (isEnabled ? theme.text2 : words));

    const bool hasMarks = item->maxIconWidth > 0 || item->menuHasCheckableItems;
    QRect textRect = row.adjusted(hasMarks ? kIconSize + 10 : 0, 0, 0, 0);
    const QStringList parts = item->text.split(u'\t');
    painter->setFont(item->font);
    painter->setPen(strong);
    const int leading = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic | Qt::AlignLeading;
    painter->drawText(placed(textRect), leading, parts.first());
    if (parts.size() > 1) {
        painter->setFont(fontFor(TypeRole::Label));
        painter->setPen(isEnabled ? theme.text3 : theme.disabled);
        const int trailing = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignTrailing;
        painter->drawText(placed(textRect), trailing, parts.last());
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow{row.right() - kIconSize + 4, iconRect.top(), kIconSize, kIconSize};
        drawIcon(painter, placed(arrow), u"chevron-right"_s, isEnabled ? theme.text2 : theme.disabled);
    }
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

FrameLook frameLookOf(const QWidget *frame)
{
    const QString name = frame ? frame->property("look").toString() : QString{};
    if (name.isEmpty())
        return FrameLook::None;
    for (const LookName &known : kLookNames) {
        if (name == QLatin1StringView{known.name})
            return known.look;
    }
    return FrameLook::None;
}

void setFrameLook(QWidget *frame, FrameLook look)
{
    QString name;
    for (const LookName &known : kLookNames) {
        if (known.look == look)
            name = QLatin1StringView{known.name};
    }
    frame->setProperty("look", name);
    frame->update();
}

FanfareStyle::FanfareStyle()
    : QProxyStyle{QStyleFactory::create(u"Fusion"_s)}
{
}

void FanfareStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *calendar = qobject_cast<QCalendarWidget *>(widget)) {
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            calendar->setWeekdayTextFormat(day, {}); // red means trouble here
        if (auto *bar = calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
            bar->setBackgroundRole(QPalette::Base);
    }
    // Where nothing is to be scrolled, the ground of the card or page behind shows through.
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
}

QIcon FanfareStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                 const QWidget *widget) const
{
    switch (pixmap) {
    case SP_ArrowLeft: return themedIcon(u"chevron-left"_s);
    case SP_ArrowRight: return themedIcon(u"chevron-right"_s);
    case SP_LineEditClearButton: return themedIcon(u"close"_s);
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

int FanfareStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return kIndicatorSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_LineEditIconSize: return kIconSize;
    case PM_LineEditIconMargin: return 2;
    case PM_ScrollBarExtent: return kScrollBarWidth;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 0;
    case PM_ToolTipLabelFrameWidth: return 8;
    case PM_MenuButtonIndicator: return kIconSize;
    case PM_HeaderMargin: return 8;
    case PM_FocusFrameHMargin: return 7; // beside the words of a list
    case PM_FocusFrameVMargin: return 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FanfareStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ComboBox_Popup: return 0; // a list below the box, not a menu over it
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(Theme::of(option ? option->palette : QApplication::palette()).border.rgba());
    case SH_ToolTip_WakeUpDelay: return 500;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize FanfareStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        const ButtonKind kind = buttonKindOf(widget);
        const QFontMetrics metrics{buttonFont(widget, isMeasuredBold(kind))};
        const int height = kind == ButtonKind::Chip && !isSmall(widget)
            ? std::max(kSmallControlHeight, metrics.height() + 10)
            : std::max(controlHeight(option, widget), metrics.height() + 10);
        if (button->text.isEmpty() && !(button->features & QStyleOptionButton::HasMenu))
            return {height, height};
        int width =
            metrics.size(Qt::TextShowMnemonic, button->text).width() + 2 * buttonPadding(kind, widget) + 2;
        if (!button->icon.isNull())
            width += kIconSize + (button->text.isEmpty() ? 0 : kIconGap);
        if (button->features & QStyleOptionButton::HasMenu)
            width += kIconSize + kIconGap;
        return {width, height};
    }
    case CT_LineEdit: return {contents.width() + 2 * kFieldPadding, controlHeight(option, widget)};
    case CT_ComboBox:
        return {contents.width() + kFieldPadding + kArrowWidth + 4, controlHeight(option, widget)};
    case CT_SpinBox:
        return {contents.width() + kFieldPadding + kArrowWidth + 6, controlHeight(option, widget)};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 4, std::max(size.height(), 24)};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {contents.width(), 9};
        const QFontMetrics metrics{item->font};
        // The menu adds the width of the shortcuts itself, but no distance to them.
        int width = metrics.size(Qt::TextShowMnemonic, item->text.section(u'\t', 0, 0)).width() + 28 + 24;
        if (item->maxIconWidth > 0 || item->menuHasCheckableItems)
            width += kIconSize + 10;
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
            width += kIconSize;
        return {std::max(width, 140), std::max(kControlHeight, metrics.height() + 12)};
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), std::max(kSmallControlHeight, option->fontMetrics.height() + 10)};
    }
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 8, std::max(kControlHeight, option->fontMetrics.height() + 14)};
    }
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect FanfareStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        // Inside a spin box or an editable combo box the outer control already keeps its distance.
        const bool isInner = widget && widget->parentWidget()
            && (qobject_cast<QAbstractSpinBox *>(widget->parentWidget())
                || qobject_cast<QComboBox *>(widget->parentWidget()));
        const int padding = isInner ? 0 : kFieldPadding - 2; // QLineEdit adds two of its own
        return option->rect.adjusted(padding, 1, -padding, -1);
    }
    case SE_PushButtonContents: return option->rect;
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect FanfareStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    const auto placed = [option, &rect](const QRect &part) {
        return visualRect(option->direction, rect, part);
    };
    if (control == CC_ComboBox) {
        switch (subControl) {
        case SC_ComboBoxArrow:
            return placed({rect.right() - kArrowWidth, rect.top(), kArrowWidth, rect.height()});
        case SC_ComboBoxEditField: return placed(rect.adjusted(kFieldPadding, 1, -kArrowWidth - 2, -1));
        case SC_ComboBoxListBoxPopup: return rect.translated(0, 4);
        default: break;
        }
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool hasButtons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int arrows = hasButtons ? kArrowWidth - 4 : 0;
        const int half = rect.height() / 2;
        switch (subControl) {
        case SC_SpinBoxUp:
            return hasButtons ? placed({rect.right() - arrows, rect.top() + 2, arrows, half - 2}) : QRect{};
        case SC_SpinBoxDown:
            return hasButtons ? placed({rect.right() - arrows, rect.top() + half, arrows, half - 2})
                              : QRect{};
        case SC_SpinBoxEditField: return placed(rect.adjusted(kFieldPadding, 1, -arrows - 2, -1));
        case SC_SpinBoxFrame: return rect;
        default: break;
        }
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: groove and slider take all of it.
        if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)
            return {};
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar) {
            const bool isHorizontal = bar->orientation == Qt::Horizontal;
            const int length = isHorizontal ? rect.width() : rect.height();
            const qint64 range = qint64(bar->maximum) - bar->minimum + bar->pageStep;
            int slider = range > 0 ? static_cast<int>(qint64(length) * bar->pageStep / range) : length;
            slider = std::min(length, std::max(slider, pixelMetric(PM_ScrollBarSliderMin, option, widget)));
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      length - slider, bar->upsideDown);
            switch (subControl) {
            case SC_ScrollBarGroove: return rect;
            case SC_ScrollBarSlider:
                return isHorizontal ? QRect{rect.left() + start, rect.top(), slider, rect.height()}
                                    : QRect{rect.left(), rect.top() + start, rect.width(), slider};
            case SC_ScrollBarSubPage:
                return isHorizontal ? QRect{rect.left(), rect.top(), start, rect.height()}
                                    : QRect{rect.left(), rect.top(), rect.width(), start};
            case SC_ScrollBarAddPage:
                return isHorizontal
                    ? QRect{rect.left() + start + slider, rect.top(), length - start - slider, rect.height()}
                    : QRect{rect.left(), rect.top() + start + slider, rect.width(), length - start - slider};
            default: break;
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void FanfareStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    switch (element) {
    case PE_FrameFocusRect: return; // FocusRing and the fields' own edges show focus
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(painter, option); return;
    case PE_IndicatorRadioButton: drawRadio(painter, option); return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(painter, option, widget, option->state & State_HasFocus);
        return;
    case PE_FrameLineEdit: return; // drawn with the panel
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel: drawPopupFrame(painter, option); return;
    case PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget) && !widget->property("frameless").toBool()) {
            drawBox(painter, option->rect, kControlRadius, Qt::transparent,
                    option->state & State_HasFocus ? theme.focus : theme.borderStrong,
                    option->state & State_HasFocus ? 2 : 1);
            return;
        }
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            painter->setPen(theme.borderStrong);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            return;
        }
        break;
    case PE_PanelScrollAreaCorner: return;
    case PE_PanelItemViewRow: return; // rows are filled cell by cell
    case PE_PanelItemViewItem: {
        const bool isEnabled = option->state & State_Enabled;
        if (option->state & State_Selected)
            painter->fillRect(option->rect, theme.selected);
        else if (isEnabled && (option->state & State_MouseOver))
            painter->fillRect(option->rect, theme.hover);
        return;
    }
    case PE_IndicatorArrowDown:
        drawIcon(painter, option->rect, u"chevron-down"_s,
                 option->state & State_Enabled ? theme.text2 : theme.disabled);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->translate(option->rect.center() + QPointF{1, 1});
            if (header->sortIndicator == QStyleOptionHeader::SortUp)
                painter->rotate(180);
            drawIcon(painter, {-6, -6, 12, 12}, u"chevron-down"_s, theme.text2);
            painter->restore();
        }
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On))
            drawBox(painter, option->rect, kControlRadius, theme.hover, Qt::transparent);
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FanfareStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    switch (element) {
    case CE_ToolButtonLabel: {
        // The buttons over a calendar expect the strong ground that it does not have here.
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button || !widget || !widget->objectName().startsWith("qt_calendar"_L1))
            break;
        QStyleOptionToolButton plain{*button};
        plain.palette.setColor(QPalette::ButtonText, theme.text);
        QProxyStyle::drawControl(element, &plain, painter, widget);
        return;
    }
    case CE_ShapedFrame:
        if (const FrameLook look = frameLookOf(widget); look != FrameLook::None) {
            drawFrame(painter, option, look);
            return;
        }
        break;
    case CE_PushButtonBevel: {
        const Look look = lookOf(buttonKindOf(widget), option);
        drawBox(painter, option->rect, kControlRadius, look.fill, look.edge);
        return;
    }
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        const ButtonKind kind = buttonKindOf(widget);
        const Look look = lookOf(kind, option);
        const QFont font = buttonFont(widget, isBold(kind, option));
        const QFontMetrics metrics{font};
        const bool hasIcon = !button->icon.isNull();
        const bool hasMenu = button->features & QStyleOptionButton::HasMenu;
        const bool showsArrow = hasMenu && !button->text.isEmpty();
        const int iconSize = button->iconSize.width() > 0 ? button->iconSize.width() : kIconSize;
        const int textWidth = metrics.size(Qt::TextShowMnemonic, button->text).width();
        const int gap = hasIcon && !button->text.isEmpty() ? kIconGap : 0;
        const int total =
            textWidth + (hasIcon ? iconSize + gap : 0) + (showsArrow ? kIconSize + kIconGap : 0);
        const bool isLeading = widget && widget->property("textLeading").toBool();
        int x = isLeading ? option->rect.left() + buttonPadding(kind, widget)
                          : option->rect.left() + (option->rect.width() - total) / 2;
        const QRect whole = option->rect;
        const auto placed = [option, &whole](const QRect &part) {
            return visualRect(option->direction, whole, part);
        };
        if (hasIcon) {
            const QRect iconRect{x, whole.top() + (whole.height() - iconSize) / 2, iconSize, iconSize};
            if (isThemedIcon(button->icon))
                drawIcon(painter, placed(iconRect), button->icon.name(), look.words);
            else
                button->icon.paint(painter, placed(iconRect));
            x += iconSize + gap;
        }
        painter->setFont(font);
        painter->setPen(look.words);
        const QRect textRect{x, whole.top(), std::min(textWidth + 1, whole.right() - x + 1), whole.height()};
        painter->drawText(placed(textRect), Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                          button->text);
        if (showsArrow) {
            const QRect arrow{x + textWidth + kIconGap, whole.top() + (whole.height() - kIconSize) / 2,
                              kIconSize, kIconSize};
            drawIcon(painter, placed(arrow), u"chevron-down"_s, look.words);
        }
        return;
    }
    case CE_ComboBoxLabel: {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!box)
            break;
        QRect field = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
        if (isThemedIcon(box->currentIcon)) {
            const QRect iconRect{field.left(), field.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize};
            drawIcon(painter, visualRect(option->direction, field, iconRect), box->currentIcon.name(),
                     theme.text2);
            field.adjust(option->direction == Qt::LeftToRight ? kIconSize + 6 : 0, 0,
                         option->direction == Qt::LeftToRight ? 0 : -kIconSize - 6, 0);
        }
        if (!box->editable) {
            painter->setPen(option->state & State_Enabled ? theme.text : theme.disabled);
            painter->drawText(field, Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading,
                              box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, field.width()));
        }
        return;
    }
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(painter, item);
        return;
    case CE_MenuEmptyArea: painter->fillRect(option->rect, theme.surface); return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.surface2);
        painter->fillRect(QRect{option->rect.left(), option->rect.bottom(), option->rect.width(), 1},
                          theme.border);
        return;
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            break;
        const bool isSorted = header->sortIndicator != QStyleOptionHeader::None;
        painter->setFont(fontFor(isSorted ? TypeRole::LabelBold : TypeRole::Label));
        painter->setPen(isSorted ? theme.text : theme.text2);
        const Qt::Alignment alignment = visualAlignment(option->direction, header->textAlignment);
        // The outer columns keep more distance from the edge of the card, as their cells do.
        // Qt counts from the left, also in right-to-left layouts.
        using Position = QStyleOptionHeader::SectionPosition;
        const bool isMirrored = option->direction == Qt::RightToLeft;
        const Position first = isMirrored ? Position::End : Position::Beginning;
        const Position last = isMirrored ? Position::Beginning : Position::End;
        const bool isOnly = header->position == Position::OnlyOneSection;
        const int leading = isOnly || header->position == first ? 8 : 0;
        const int trailing = isOnly || header->position == last ? 8 : 0;
        const QRect words =
            visualRect(option->direction, option->rect, option->rect.adjusted(leading, 0, -trailing, 0));
        painter->drawText(
            words, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
            QFontMetrics{painter->font()}.elidedText(header->text, Qt::ElideRight, words.width()));
        return;
    }
    case CE_ItemViewItem: {
        // Lists of combo boxes and completers: our soft selection instead of the strong one of text fields.
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (!item)
            break;
        QStyleOptionViewItem soft{*item};
        soft.palette.setColor(QPalette::HighlightedText, theme.text);
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
    }
    case CE_ProgressBarGroove:
        drawBox(painter, option->rect, option->rect.height() / 2.0, theme.sunken, Qt::transparent);
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar)
            break;
        const double span = std::max(1, bar->maximum - bar->minimum);
        QRect done = bar->rect;
        done.setWidth(static_cast<int>(bar->rect.width() * (bar->progress - bar->minimum) / span));
        drawBox(painter, visualRect(option->direction, bar->rect, done), bar->rect.height() / 2.0,
                theme.primary, Qt::transparent);
        return;
    }
    case CE_ProgressBarLabel: return; // the words stand beside it
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FanfareStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    const QColor arrowColor = option->state & State_Enabled ? theme.text2 : theme.disabled;
    switch (control) {
    case CC_ComboBox: {
        drawField(painter, option, widget, option->state & State_HasFocus);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        QRect chevron{0, 0, kIconSize, kIconSize};
        chevron.moveCenter(arrow.center());
        drawIcon(painter, chevron, u"chevron-down"_s, arrowColor);
        return;
    }
    case CC_SpinBox: {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (!spin)
            break;
        if (spin->frame)
            drawField(painter, option, widget, option->state & State_HasFocus);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        const auto drawStep = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, bool up) {
            const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
            const bool isPossible = spin->stepEnabled & step;
            painter->save();
            painter->translate(rect.center() + QPointF{1, up ? 2.0 : 0.0});
            if (up)
                painter->rotate(180);
            drawIcon(painter, {-6, -6, 12, 12}, u"chevron-down"_s, isPossible ? arrowColor : theme.disabled);
            painter->restore();
        };
        drawStep(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
        drawStep(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
        return;
    }
    case CC_ScrollBar: {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            break;
        QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool isActive =
            option->state & State_MouseOver || option->activeSubControls & SC_ScrollBarSlider;
        const int inset = isActive ? 2 : 3;
        slider = bar->orientation == Qt::Horizontal ? slider.adjusted(2, inset, -2, -inset)
                                                    : slider.adjusted(inset, 2, -inset, -2);
        QColor color = isActive ? theme.borderStrong : theme.disabled;
        drawBox(painter, slider, 3, color, Qt::transparent);
        return;
    }
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}
