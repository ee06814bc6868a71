#include "widgets/theme/fanfarestyle.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/stylepainting.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldPadding = 10;
constexpr int kIconGap = 7;
constexpr int kIndicatorSize = 16;
constexpr int kArrowWidth = 28;
constexpr int kScrollBarWidth = 10;

/// Of several lines; those of one draw their own edge.
bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// The icon, the words and the arrow of a button, in its middle or at its leading edge.
void drawButtonLabel(QPainter *painter, const QStyleOptionButton &button, const QWidget *widget)
{
    const ButtonKind kind = buttonKindOf(widget);
    const ButtonColors look = buttonColors(kind, &button);
    const QFont font = buttonFont(widget, isBold(kind, &button));
    const QFontMetrics metrics{font};
    const bool hasIcon = !button.icon.isNull();
    const bool hasMenu = button.features & QStyleOptionButton::HasMenu;
    const bool showsArrow = hasMenu && !button.text.isEmpty();
    const int iconSize = button.iconSize.width() > 0 ? button.iconSize.width() : kStyleIconSize;
    const int textWidth = metrics.size(Qt::TextShowMnemonic, button.text).width();
    const int gap = hasIcon && !button.text.isEmpty() ? kIconGap : 0;
    const int total =
        textWidth + (hasIcon ? iconSize + gap : 0) + (showsArrow ? kStyleIconSize + kIconGap : 0);
    const bool isLeading = widget && widget->property("textLeading").toBool();
    int x = isLeading ? button.rect.left() + buttonPadding(kind, widget)
                      : button.rect.left() + (button.rect.width() - total) / 2;
    const QRect whole = button.rect;
    const auto placed = [&button, &whole](const QRect &part) {
        return QStyle::visualRect(button.direction, whole, part);
    };
    if (hasIcon) {
        const QRect iconRect{x, whole.top() + (whole.height() - iconSize) / 2, iconSize, iconSize};
        if (isThemedIcon(button.icon))
            drawIcon(painter, placed(iconRect), button.icon.name(), look.words);
        else
            button.icon.paint(painter, placed(iconRect));
        x += iconSize + gap;
    }
    painter->setFont(font);
    painter->setPen(look.words);
    const QRect textRect{x, whole.top(), std::min(textWidth + 1, whole.right() - x + 1), whole.height()};
    painter->drawText(placed(textRect), Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                      button.text);
    if (showsArrow) {
        const QRect arrow{x + textWidth + kIconGap, whole.top() + (whole.height() - kStyleIconSize) / 2,
                          kStyleIconSize, kStyleIconSize};
        drawIcon(painter, placed(arrow), u"chevron-down"_s, look.words);
    }
}

/// What a combo box shows of the row that is chosen; `field` is left of its arrow.
void drawComboBoxLabel(QPainter *painter, const QStyleOptionComboBox &box, QRect field)
{
    const Theme &theme = Theme::of(box.palette);
    if (isThemedIcon(box.currentIcon)) {
        const QRect iconRect{field.left(), field.center().y() - kStyleIconSize / 2 + 1, kStyleIconSize,
                             kStyleIconSize};
        drawIcon(painter, QStyle::visualRect(box.direction, field, iconRect), box.currentIcon.name(),
                 theme.text2);
        field.adjust(box.direction == Qt::LeftToRight ? kStyleIconSize + 6 : 0, 0,
                     box.direction == Qt::LeftToRight ? 0 : -kStyleIconSize - 6, 0);
    }
    if (!box.editable) {
        painter->setPen(box.state & QStyle::State_Enabled ? theme.text : theme.disabled);
        painter->drawText(field, Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading,
                          box.fontMetrics.elidedText(box.currentText, Qt::ElideRight, field.width()));
    }
}

void drawHeaderLabel(QPainter *painter, const QStyleOptionHeader &header)
{
    const Theme &theme = Theme::of(header.palette);
    const bool isSorted = header.sortIndicator != QStyleOptionHeader::None;
    painter->setFont(fontFor(isSorted ? TypeRole::LabelBold : TypeRole::Label));
    painter->setPen(isSorted ? theme.text : theme.text2);
    const Qt::Alignment alignment = QStyle::visualAlignment(header.direction, header.textAlignment);
    // The outer columns keep more distance from the edge of the card, as their cells do.
    // Qt counts from the left, also in right-to-left layouts.
    using Position = QStyleOptionHeader::SectionPosition;
    const bool isMirrored = header.direction == Qt::RightToLeft;
    const Position first = isMirrored ? Position::End : Position::Beginning;
    const Position last = isMirrored ? Position::Beginning : Position::End;
    const bool isOnly = header.position == Position::OnlyOneSection;
    const int leading = isOnly || header.position == first ? 8 : 0;
    const int trailing = isOnly || header.position == last ? 8 : 0;
    const QRect words =
        QStyle::visualRect(header.direction, header.rect, header.rect.adjusted(leading, 0, -trailing, 0));
    painter->drawText(words, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      QFontMetrics{painter->font()}.elidedText(header.text, Qt::ElideRight, words.width()));
}

void drawProgress(QPainter *painter, const QStyleOptionProgressBar &bar)
{
    const Theme &theme = Theme::of(bar.palette);
    const double span = std::max(1, bar.maximum - bar.minimum);
    QRect done = bar.rect;
    done.setWidth(static_cast<int>(bar.rect.width() * (bar.progress - bar.minimum) / span));
    drawBox(painter, QStyle::visualRect(bar.direction, bar.rect, done), bar.rect.height() / 2.0,
            theme.primary, Qt::transparent);
}

} // namespace

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
    // What people call themselves is no markup, which could name a file to be read.
    if (auto *tip = qobject_cast<QLabel *>(widget); tip && tip->inherits("QTipLabel"))
        tip->setTextFormat(Qt::PlainText);
    if (auto *text = qobject_cast<QPlainTextEdit *>(widget))
        text->document()->setDocumentMargin(kFieldPadding - 2);
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
    case PM_LineEditIconSize: return kStyleIconSize;
    case PM_LineEditIconMargin: return 2;
    case PM_ScrollBarExtent: return kScrollBarWidth;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 0;
    case PM_ToolTipLabelFrameWidth: return 8;
    case PM_MenuButtonIndicator: return kStyleIconSize;
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
        if (button->text.isEmpty())
            return {height, height};
        int width =
            metrics.size(Qt::TextShowMnemonic, button->text).width() + 2 * buttonPadding(kind, widget) + 2;
        if (!button->icon.isNull())
            width += kStyleIconSize + kIconGap;
        if (button->features & QStyleOptionButton::HasMenu)
            width += kStyleIconSize + kIconGap;
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
            width += kStyleIconSize + 10;
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
            width += kStyleIconSize;
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
        if (isTextField(widget) && !widget->property("frameless").toBool()) {
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
        const ButtonColors look = buttonColors(buttonKindOf(widget), option);
        drawBox(painter, option->rect, kControlRadius, look.fill, look.edge);
        return;
    }
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        drawButtonLabel(painter, *button, widget);
        return;
    }
    case CE_ComboBoxLabel: {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!box)
            break;
        drawComboBoxLabel(painter, *box, subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget));
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
        drawHeaderLabel(painter, *header);
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
        drawProgress(painter, *bar);
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
        QRect chevron{0, 0, kStyleIconSize, kStyleIconSize};
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
