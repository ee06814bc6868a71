#include "widgets/theme/stylepainting.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

bool isSmall(const QWidget *widget)
{
    return widget && widget->property("small").toBool();
}

int controlHeight(const QStyleOption *option, const QWidget *widget)
{
    const int height = isSmall(widget) ? kSmallControlHeight : kControlHeight;
    const int wanted = widget ? widget->property("controlHeight").toInt() : 0;
    return std::max({height, wanted, option->fontMetrics.height() + 10});
}

void drawBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
             double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() == 0 ? QPen{Qt::NoPen} : QPen{edge, width});
    painter->setBrush(fill.alpha() == 0 ? QBrush{Qt::NoBrush} : QBrush{fill});
    const double inset = edge.alpha() == 0 ? 0 : width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

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
    const QRect iconRect{row.left(), row.center().y() - kStyleIconSize / 2 + 1, kStyleIconSize,
                         kStyleIconSize};
    const QColor words = isEnabled ? theme.text : theme.disabled;
    const bool isDanger = item->icon.name() == "delete"_L1 || item->icon.name() == "cancel"_L1;
    const QColor strong = isEnabled && isDanger ? theme.redFg : words;
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked)
        drawIcon(painter, placed(iconRect), u"check"_s, theme.primaryText);
    else if (isThemedIcon(item->icon))
        drawIcon(painter, placed(iconRect), item->icon.name(),
                 isDanger ? strong : (isEnabled ? theme.text2 : words));

    const bool hasMarks = item->maxIconWidth > 0 || item->menuHasCheckableItems;
    QRect textRect = row.adjusted(hasMarks ? kStyleIconSize + 10 : 0, 0, 0, 0);
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
        const QRect arrow{row.right() - kStyleIconSize + 4, iconRect.top(), kStyleIconSize, kStyleIconSize};
        drawIcon(painter, placed(arrow), u"chevron-right"_s, isEnabled ? theme.text2 : theme.disabled);
    }
}
