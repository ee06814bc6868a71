#include "widgets/inbox/conversationdelegate.h"

#include "presentation/inboxlistmodel.h"
#include "presentation/inboxwords.h"
#include "presentation/initials.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 16;
constexpr int kAvatarSize = 32;
constexpr int kGap = 12;
constexpr int kDot = 8;

int avatarSize()
{
    return scaledWithText(kAvatarSize);
}

/// Places and draws within one row, in either direction of reading.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
        : m_painter{painter}
        , m_option{option}
        , m_theme{Theme::of(option.palette)}
    {
    }

    const Theme &theme() const { return m_theme; }
    QPainter &painter() { return m_painter; }

    QRect placed(const QRect &part) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect,
                                  part.translated(m_option.rect.topLeft()));
    }

    void words(const QRect &part, const QString &text, TypeRole role, const QColor &color)
    {
        m_painter.setFont(fontFor(role));
        m_painter.setPen(color);
        // Names and words keep their own direction and stand where the interface begins.
        const bool isMirrored = m_option.direction == Qt::RightToLeft;
        const auto side = isMirrored ? Qt::AlignRight : Qt::AlignLeft;
        m_painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_painter.drawText(placed(part), Qt::AlignVCenter | Qt::AlignAbsolute | side | Qt::TextSingleLine,
                           m_painter.fontMetrics().elidedText(text, Qt::ElideRight, part.width()));
    }

private:
    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
};

void drawGround(RowPainter &row, const QStyleOptionViewItem &option)
{
    QPainter &painter = row.painter();
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, row.theme().selected);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, row.theme().hover);
    painter.setPen(row.theme().border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen{row.theme().focus, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
}

void drawAvatar(RowPainter &row, const QString &name, bool isSelected)
{
    QPainter &painter = row.painter();
    const QRect disc = row.placed({kPadding, kGap, avatarSize(), avatarSize()});
    painter.setPen(Qt::NoPen);
    painter.setBrush(isSelected ? row.theme().surface : row.theme().primarySoft);
    painter.drawEllipse(disc);
    const QString initials = initialsOf(name);
    if (initials.isEmpty()) {
        QRect icon{0, 0, 16, 16};
        icon.moveCenter(disc.center());
        drawIcon(&painter, icon, u"contacts"_s, row.theme().primaryText);
        return;
    }
    painter.setFont(fontFor(TypeRole::LabelBold));
    painter.setPen(row.theme().primaryText);
    painter.drawText(disc, Qt::AlignCenter, initials);
}

} // namespace

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto *model = qobject_cast<const InboxListModel *>(index.model());
    Q_ASSERT(model);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    RowPainter row{*painter, option};
    drawGround(row, option);
    model->data(index, LoadedRole); // asks for what is not known yet
    const Conversation *conversation = model->conversationAt(index.row());
    const int left = kPadding + avatarSize() + kGap;
    const int width = option.rect.width() - left - kPadding;
    if (!conversation) {
        for (const int line : {0, 1})
            painter->fillRect(row.placed({left, kGap + 4 + line * 20, width / (line + 2), 8}),
                              row.theme().sunken);
        painter->restore();
        return;
    }
    drawAvatar(row, conversation->name, option.state & QStyle::State_Selected);
    const Theme &theme = row.theme();
    const bool isUnread = conversation->unread > 0;
    const bool isBold = isUnread || (option.state & QStyle::State_Selected);
    const QString time = listTimeText(conversation->lastAt, model->clock().now());
    const int timeWidth = QFontMetrics{fontFor(TypeRole::Fine)}.horizontalAdvance(time) + 2;
    const int nameHeight = lineHeightFor(TypeRole::Body);
    const int lineHeight = lineHeightFor(TypeRole::Label);
    int top = kGap - 2;
    row.words({left, top, width - timeWidth - 8, nameHeight}, personText(*conversation, model->phoneFormat()),
              isBold ? TypeRole::BodyBold : TypeRole::Body, theme.text);
    row.words({left + width - timeWidth, top, timeWidth, nameHeight}, time, TypeRole::Fine, theme.text3);
    top += nameHeight;
    const int mark = isUnread ? kDot + 8 : 0;
    const QString words = conversation->draft.isEmpty()
        ? lastMessageText(*conversation)
        //: In a list: what was begun and not sent
        : InboxListModel::tr("Draft: %1").arg(conversation->draft.simplified());
    row.words({left, top, width - mark, lineHeight}, words, TypeRole::Label,
              isUnread ? theme.text : theme.text2);
    if (isUnread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.primary);
        painter->drawEllipse(row.placed({left + width - kDot, top + (lineHeight - kDot) / 2, kDot, kDot}));
    }
    top += lineHeight + 2;
    int badge = 0;
    if (conversation->isStopped) {
        const QSize size = badgeSize(wordFor(Badge::OptedOut));
        badge = size.width() + 8;
        paintBadge(painter, row.placed({left + width - size.width(), top - 3, size.width(), size.height()}),
                   Badge::OptedOut, wordFor(Badge::OptedOut), theme, option.direction);
    }
    row.words({left, top, width - badge, lineHeight}, conversation->campaignName, TypeRole::Fine,
              theme.text3);
    painter->restore();
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, 2 * kGap + lineHeightFor(TypeRole::Body) + 2 * lineHeightFor(TypeRole::Label) + 2};
}
