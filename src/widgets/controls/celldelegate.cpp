#include "widgets/controls/celldelegate.h"

#include "presentation/wording.h"
#include "widgets/controls/datatable.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr int kOuterPadding = 16;
constexpr int kProgressHeight = 6;
constexpr int kWidestProgress = 76;

int alignmentOf(const QModelIndex &index, Qt::LayoutDirection direction)
{
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const auto alignment =
        wanted.isValid() ? Qt::Alignment::fromInt(wanted.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    return static_cast<int>(QStyle::visualAlignment(direction, (alignment & Qt::AlignHorizontal_Mask)))
        | Qt::AlignVCenter | Qt::TextSingleLine;
}

Emphasis emphasisOf(const QModelIndex &index)
{
    return static_cast<Emphasis>(index.data(EmphasisRole).toInt());
}

QColor colorOf(Emphasis emphasis, const Theme &theme, const QColor &otherwise)
{
    switch (emphasis) {
    case Emphasis::None: return otherwise;
    case Emphasis::Quiet: return otherwise;
    case Emphasis::Warning: return theme.amberFg;
    case Emphasis::Problem: return theme.redFg;
    }
    Q_UNREACHABLE();
}

void drawLine(QPainter *painter, const QRect &rect, int alignment, const QFont &font, const QColor &color,
              const QString &text)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, alignment, QFontMetrics{font}.elidedText(text, Qt::ElideRight, rect.width()));
}

/// The first and the last shown column keep more distance from the edge of the card.
QMargins paddingOf(const QWidget *widget, const QModelIndex &index, Qt::LayoutDirection direction)
{
    int leading = kPadding;
    int trailing = kPadding;
    if (const auto *table = qobject_cast<const QTableView *>(widget)) {
        const QHeaderView *header = table->horizontalHeader();
        int first = -1;
        int last = -1;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int logical = header->logicalIndex(visual);
            if (header->isSectionHidden(logical))
                continue;
            if (first < 0)
                first = logical;
            last = logical;
        }
        if (index.column() == first)
            leading = kOuterPadding;
        if (index.column() == last)
            trailing = kOuterPadding;
    }
    return direction == Qt::LeftToRight ? QMargins{leading, 0, trailing, 0}
                                        : QMargins{trailing, 0, leading, 0};
}

} // namespace

CellDelegate::CellDelegate(QObject *parent)
    : CellDelegate{FirstLine::Normal, parent}
{
}

CellDelegate::CellDelegate(FirstLine firstLine, QObject *parent)
    : QStyledItemDelegate{parent}
    , m_firstLine{firstLine}
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto *table = qobject_cast<const DataTable *>(option.widget);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = table && table->hoveredRow() == index.row();

    QColor ground = theme.surface;
    if (isSelected)
        ground = theme.selected;
    else if (isHovered || (table && table->isTinted(index)))
        ground = theme.hover;
    painter->fillRect(option.rect, ground);
    painter->fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), 1}, theme.border);
    const bool showsFocus = table && table->hasFocus() && table->currentIndex() == index
        && table->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (showsFocus) {
        painter->setPen(QPen{theme.focus, 2});
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }

    const QRect content = option.rect.marginsRemoved(paddingOf(option.widget, index, option.direction));
    painter->save();
    paintContent(painter, content.adjusted(0, 0, 0, -1), option, index);
    painter->restore();
}

void CellDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const int alignment = alignmentOf(index, option.direction);
    const QString text = index.data().toString();
    const QString second = index.data(SecondLineRole).toString();
    const Emphasis emphasis = m_emphasisOf ? m_emphasisOf(index) : emphasisOf(index);

    const bool isUnknown = text == unknownText();
    QColor color = m_firstLine == FirstLine::Quiet ? theme.text2 : theme.text;
    if (isUnknown)
        color = theme.text3;
    const QFont font = fontFor(m_firstLine == FirstLine::Name ? TypeRole::BodyBold : TypeRole::Body);

    if (!second.isEmpty()) {
        const int firstHeight = lineHeightFor(TypeRole::Body);
        const int secondHeight = lineHeightFor(TypeRole::Label);
        const int top = rect.top() + (rect.height() - firstHeight - secondHeight) / 2;
        drawLine(painter, {rect.left(), top, rect.width(), firstHeight}, alignment, font, color, text);
        drawLine(painter, {rect.left(), top + firstHeight, rect.width(), secondHeight}, alignment,
                 fontFor(TypeRole::Label), colorOf(emphasis, theme, theme.text2), second);
        return;
    }

    // A sentence whose first part carries the emphasis: "Not reachable on WhatsApp. Check the number …"
    const QString lead = index.data(LeadRole).toString();
    if (!lead.isEmpty()) {
        const QFont small = fontFor(TypeRole::Label);
        const QFontMetrics metrics{small};
        const int leadWidth = std::min(metrics.horizontalAdvance(lead), rect.width());
        const auto placed = [&](int x, int width) {
            return QStyle::visualRect(option.direction, rect,
                                      {rect.left() + x, rect.top(), width, rect.height()});
        };
        drawLine(painter, placed(0, leadWidth + 1), alignment, small, colorOf(emphasis, theme, theme.text2),
                 lead);
        const QString rest = text.startsWith(lead) ? text.mid(lead.size()).trimmed() : text;
        const int restLeft = leadWidth + metrics.horizontalAdvance(u' ');
        if (!rest.isEmpty() && restLeft < rect.width())
            drawLine(painter, placed(restLeft, rect.width() - restLeft), alignment, small, theme.text2, rest);
        return;
    }
    if (emphasis == Emphasis::Quiet)
        color = theme.text3;
    drawLine(painter, rect, alignment, font, colorOf(emphasis, theme, color), text);
}

BadgeDelegate::BadgeDelegate(BadgeOf badgeOf, QObject *parent)
    : CellDelegate{parent}
    , m_badgeOf{std::move(badgeOf)}
{
}

void BadgeDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    if (!index.data().toString().isEmpty())
        paintBadge(painter, rect, m_badgeOf(index), index.data().toString(), Theme::of(option.palette),
                   option.direction);
}

ProgressDelegate::ProgressDelegate(ToneOf toneOf, IsDone isDone, QObject *parent)
    : CellDelegate{parent}
    , m_toneOf{std::move(toneOf)}
    , m_isDone{std::move(isDone)}
{
}

void ProgressDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QVariant progress = index.data(ProgressRole);
    if (!progress.isValid()) {
        CellDelegate::paintContent(painter, rect, option, index);
        return;
    }
    const Theme &theme = Theme::of(option.palette);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const int leading = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;
    const QFont font = fontFor(TypeRole::Label);
    const QString text = index.data().toString();
    if (m_isDone(index)) {
        drawIcon(painter, placed({rect.left(), rect.center().y() - 7, 14, 14}), u"check"_s, theme.blueMark);
        drawLine(painter, placed(rect.adjusted(17, 0, 0, 0)), leading, font, theme.text, text);
        return;
    }
    const int width = std::min(rect.width(), scaledWithText(kWidestProgress));
    const int textHeight = lineHeightFor(TypeRole::Label);
    const int top = rect.top() + (rect.height() - textHeight - 4 - kProgressHeight) / 2;
    drawLine(painter, placed({rect.left(), top, rect.width(), textHeight}), leading, font, theme.text, text);

    const QRect track = placed({rect.left(), top + textHeight + 4, width, kProgressHeight});
    const Tone tone = m_toneOf(index);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.sunken);
    painter->drawRoundedRect(track, kProgressHeight / 2.0, kProgressHeight / 2.0);
    const double share = std::clamp(progress.toDouble(), 0.0, 1.0);
    if (share <= 0)
        return;
    const QRect done{track.left(), track.top(), std::max(2, static_cast<int>(track.width() * share)),
                     kProgressHeight};
    painter->setBrush(tone == Tone::Gray ? theme.primary : theme.tone(tone).mark);
    painter->drawRoundedRect(QStyle::visualRect(option.direction, track, done), kProgressHeight / 2.0,
                             kProgressHeight / 2.0);
}

DotDelegate::DotDelegate(ToneOf toneOf, QObject *parent)
    : CellDelegate{parent}
    , m_toneOf{std::move(toneOf)}
{
}

void DotDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.tone(m_toneOf(index)).mark);
    painter->drawEllipse(placed({rect.left(), rect.center().y() - 3, 8, 8}));
    drawLine(painter, placed(rect.adjusted(15, 0, 0, 0)),
             Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading, fontFor(TypeRole::Body), theme.text2,
             index.data().toString());
}
