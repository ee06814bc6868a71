#include "widgets/wizard/importdelegates.h"

#include "presentation/tablerole.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBeforeWidth = 136;
constexpr int kArrow = 14;
constexpr int kEdge = 16; ///< from the cell's edge to the last column's content

int leadingAlignment(Qt::LayoutDirection direction)
{
    return Qt::AlignVCenter | Qt::TextSingleLine
        | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
}

void drawWords(QPainter *painter, const QRect &rect, Qt::LayoutDirection direction, TypeRole role,
               const QColor &color, const QString &words)
{
    const QFont font = fontFor(role);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, leadingAlignment(direction),
                      QFontMetrics{font}.elidedText(words, Qt::ElideRight, rect.width()));
}

Emphasis emphasisOf(const QModelIndex &index)
{
    return static_cast<Emphasis>(index.data(EmphasisRole).toInt());
}

bool isFixable(const QModelIndex &index)
{
    return index.data(StatusRole).toInt() == static_cast<int>(AudienceVerdict::Invalid);
}

} // namespace

Badge badgeFor(AudienceVerdict verdict)
{
    switch (verdict) {
    case AudienceVerdict::Accepted: return Badge::Completed;
    case AudienceVerdict::Duplicate: return Badge::Skipped;
    case AudienceVerdict::Invalid: return Badge::Failed;
    case AudienceVerdict::OptedOut: return Badge::OptedOut;
    }
    Q_UNREACHABLE();
}

QWidget *PhoneChangeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                           const QModelIndex &) const
{
    auto *editor = new QLineEdit{parent};
    editor->setProperty("small", true);
    editor->setAccessibleName(tr("Number for this row"));
    return editor;
}

void PhoneChangeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                               const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(2, 2, -2, -3));
}

void PhoneChangeDelegate::paintContent(QPainter *painter, const QRect &rect,
                                       const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const Emphasis emphasis = emphasisOf(index);
    if (emphasis == Emphasis::Problem)
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), theme.redBg);
    const int before = std::min(scaledWithText(kBeforeWidth), rect.width() / 2);
    const auto placed = [&](int left, int width) {
        return QStyle::visualRect(option.direction, rect,
                                  {rect.left() + left, rect.top(), width, rect.height()});
    };
    drawWords(painter, placed(0, before), option.direction, TypeRole::Body, theme.text2,
              index.data().toString());
    const QRect arrow = placed(before + 4, kArrow);
    drawIcon(painter, {arrow.left(), arrow.center().y() - kArrow / 2, kArrow, kArrow},
             option.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s, theme.text3);
    const int left = before + kArrow + 12;
    const bool isUsed = emphasis == Emphasis::None;
    drawWords(painter, placed(left, rect.width() - left), option.direction,
              isUsed ? TypeRole::BodyBold : TypeRole::Body, isUsed ? theme.text : theme.text3,
              index.data(SecondLineRole).toString());
}

void ValueDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    if (emphasisOf(index) != Emphasis::Warning) {
        CellDelegate::paintContent(painter, rect, option, index);
        return;
    }
    const Theme &theme = Theme::of(option.palette);
    QFont font = fontFor(TypeRole::Body);
    font.setItalic(true);
    const QFontMetrics metrics{font};
    const QString words = metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width() - 10);
    const int width = metrics.horizontalAdvance(words) + 10;
    const int height = metrics.height() + 2;
    const QRect mark = QStyle::visualRect(option.direction, rect,
                                          {rect.left(), rect.center().y() - height / 2, width, height});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.amberBg);
    painter->drawRoundedRect(mark, 3, 3);
    painter->setFont(font);
    painter->setPen(theme.amberFg);
    painter->drawText(mark, Qt::AlignCenter | Qt::TextSingleLine, words);
}

bool RemarkDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && isFixable(index)) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect content = option.rect.adjusted(8, 0, -kEdge, 0);
        if (mouse->button() == Qt::LeftButton
            && linkRect(content, option, index).contains(mouse->position().toPoint())) {
            emit fixRequested(index);
            return true;
        }
    }
    return CellDelegate::editorEvent(event, model, option, index);
}

void RemarkDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    if (!isFixable(index)) {
        drawWords(painter, rect, option.direction, TypeRole::Label, theme.text2, index.data().toString());
        return;
    }
    const QRect link = linkRect(rect, option, index);
    const QRect words = option.direction == Qt::RightToLeft
        ? rect.adjusted(link.right() - rect.left() + 8, 0, 0, 0)
        : rect.adjusted(0, 0, link.left() - rect.right() - 8, 0);
    drawWords(painter, words, option.direction, TypeRole::Label, theme.text2, index.data().toString());
    drawWords(painter, link, option.direction, TypeRole::Label, theme.primaryText, tr("Fix"));
}

QRect RemarkDelegate::linkRect(const QRect &rect, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QFontMetrics metrics{fontFor(TypeRole::Label)};
    const int link = metrics.horizontalAdvance(tr("Fix")) + 2;
    const int words = std::min(metrics.horizontalAdvance(index.data().toString()) + 8, rect.width() - link);
    return QStyle::visualRect(option.direction, rect, {rect.left() + words, rect.top(), link, rect.height()});
}
