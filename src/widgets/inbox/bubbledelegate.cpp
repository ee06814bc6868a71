#include "widgets/inbox/bubbledelegate.h"

#include "presentation/inboxwords.h"
#include "presentation/threadmodel.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 24;
constexpr int kPadding = 12;
constexpr int kGap = 12; ///< below a row
constexpr int kMostWidth = 440;
constexpr int kPictureHeight = 180;
constexpr int kFileHeight = 40;
constexpr int kGlyph = 10;

Badge badgeOf(ThreadItem::Progress progress)
{
    switch (progress) {
    case ThreadItem::Progress::Waiting: return Badge::Pending;
    case ThreadItem::Progress::Sending: return Badge::Sending;
    case ThreadItem::Progress::Accepted: return Badge::Sent;
    case ThreadItem::Progress::Delivered: return Badge::Delivered;
    case ThreadItem::Progress::Read: return Badge::Read;
    case ThreadItem::Progress::Unconfirmed: return Badge::Unconfirmed;
    case ThreadItem::Progress::Failed: return Badge::Failed;
    }
    Q_UNREACHABLE();
}

QString htmlOf(const QString &text)
{
    return whatsAppTextToHtml(
        {
            {text, false, {}}
    },
        {});
}

/// The words of a bubble: of a campaign its header, body and footer.
QString wordsOf(const ThreadItem &item, const Theme &theme)
{
    const auto quiet = [&theme](const QString &html) {
        return u"<span style=\"color:%1\">%2</span>"_s.arg(theme.text3.name(), html);
    };
    if (item.kind != ThreadItem::Kind::Campaign)
        return htmlOf(bubbleText(item));
    QStringList parts;
    if (const QString header = item.rendered.headerText(); !header.isEmpty())
        parts << u"<b>"_s + header.toHtmlEscaped() + u"</b>"_s;
    parts << htmlOf(item.rendered.bodyText());
    if (!item.rendered.footer.isEmpty())
        parts << quiet(item.rendered.footer.toHtmlEscaped());
    return parts.join(u"<br>"_s);
}

QString fileText(const ThreadItem &item)
{
    const QString name = item.media->name.isEmpty() ? messageKindText(item.type) : item.media->name;
    switch (item.media->state) {
    case MessageMedia::State::Kept: return name;
    case MessageMedia::State::Wanted: return BubbleDelegate::tr("%1 · on its way").arg(name);
    case MessageMedia::State::Gone: return BubbleDelegate::tr("%1 · no longer at WhatsApp").arg(name);
    }
    Q_UNREACHABLE();
}

QString footText(const ThreadItem &item)
{
    const QString time = shortTimeText(item.at);
    return item.kind == ThreadItem::Kind::Inbound ? time : time + u"   "_s + progressText(item.progress);
}

} // namespace

/// The measures of one bubble.
struct BubbleDelegate::Shape
{
    std::unique_ptr<QTextDocument> words;
    QSize bubble;
    int titleHeight = 0; ///< the campaign above the words
    int mediaHeight = 0;
    int footHeight = 0;
    int problemHeight = 0;
};

QImage BubbleDelegate::pictureOf(const ThreadItem &item) const
{
    return item.media ? m_pictures.value(item.id) : QImage{};
}

BubbleDelegate::Shape BubbleDelegate::shapeOf(const ThreadItem &item, const QImage &picture,
                                              const Theme &theme) const
{
    Shape shape;
    const int most = std::min(scaledWithText(kMostWidth), (m_viewWidth - 2 * kMargin) * 4 / 5);
    shape.words = std::make_unique<QTextDocument>();
    shape.words->setDocumentMargin(0);
    shape.words->setDefaultFont(fontFor(TypeRole::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(item.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    shape.words->setDefaultTextOption(option);
    const QString html = wordsOf(item, theme);
    shape.words->setHtml(html);
    shape.words->setTextWidth(most - 2 * kPadding);
    const QFontMetrics fine{fontFor(TypeRole::Fine)};
    int width = std::max(static_cast<int>(std::ceil(shape.words->idealWidth())),
                         fine.horizontalAdvance(footText(item)) + kGlyph + 8);
    if (item.kind == ThreadItem::Kind::Campaign) {
        shape.titleHeight = lineHeightFor(TypeRole::Fine) + 6;
        width =
            std::max(width, std::min(most - 2 * kPadding, fine.horizontalAdvance(item.campaignName) + 24));
    }
    if (item.media) {
        shape.mediaHeight = (picture.isNull() ? scaledWithText(kFileHeight) : kPictureHeight) + 8;
        width = std::max(width, most * 2 / 3);
    }
    if (!item.problem.isEmpty()) {
        width = most - 2 * kPadding;
        shape.problemHeight = QFontMetrics{fontFor(TypeRole::Label)}
                                  .boundingRect(0, 0, width, 10'000, Qt::TextWordWrap, item.problem)
                                  .height()
            + 4;
    }
    width = std::min(width, most - 2 * kPadding);
    shape.words->setTextWidth(width);
    shape.footHeight = lineHeightFor(TypeRole::Fine) + 2;
    const int words = html.isEmpty() ? 0 : static_cast<int>(std::ceil(shape.words->size().height()));
    shape.bubble = {width + 2 * kPadding,
                    2 * 10 + shape.titleHeight + shape.mediaHeight + words + shape.problemHeight
                        + shape.footHeight};
    return shape;
}

void BubbleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ThreadModel *>(index.model());
    Q_ASSERT(model);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const ThreadEntry &entry = model->entryAt(index.row());
    if (entry.isDay()) {
        painter->setFont(fontFor(TypeRole::Label));
        painter->setPen(Theme::of(option.palette).text2);
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
    } else {
        paintBubble(painter, option, *entry.item, pictureOf(*entry.item));
    }
    painter->restore();
}

void BubbleDelegate::paintBubble(QPainter *painter, const QStyleOptionViewItem &option,
                                 const ThreadItem &item, const QImage &picture) const
{
    const Theme &theme = Theme::of(option.palette);
    const Shape shape = shapeOf(item, picture, theme);
    const bool isTheirs = item.kind == ThreadItem::Kind::Inbound;
    const int left = isTheirs ? kMargin : option.rect.width() - kMargin - shape.bubble.width();
    const QRect box = QStyle::visualRect(option.direction, option.rect,
                                         QRect{
                                             {option.rect.left() + left, option.rect.top()},
                                             shape.bubble
    });
    const bool hasFocus =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    painter->setPen(hasFocus ? QPen{theme.focus, 2} : QPen{theme.border, 1});
    painter->setBrush(isTheirs ? theme.bubble : theme.primarySoft);
    painter->drawRoundedRect(QRectF{box}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    QRect inner = box.adjusted(kPadding, 10, -kPadding, -10);
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    if (shape.titleHeight > 0) {
        QRect icon{0, 0, 14, 14};
        const QRect title{
            inner.topLeft(), QSize{inner.width(), shape.titleHeight - 6}
        };
        icon = QStyle::alignedRect(option.direction, Qt::AlignVCenter | Qt::AlignLeading, icon.size(), title);
        drawIcon(painter, icon, u"campaigns"_s, theme.text2);
        const QRect words =
            option.direction == Qt::RightToLeft ? title.adjusted(0, 0, -20, 0) : title.adjusted(20, 0, 0, 0);
        painter->setFont(fontFor(TypeRole::Fine));
        painter->setPen(theme.text2);
        painter->drawText(
            words, side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(item.campaignName, Qt::ElideRight, words.width()));
        inner.setTop(inner.top() + shape.titleHeight);
    }
    if (shape.mediaHeight > 0) {
        const QRect media{
            inner.topLeft(), QSize{inner.width(), shape.mediaHeight - 8}
        };
        if (!picture.isNull()) {
            const QSize fitted = picture.size().scaled(media.size(), Qt::KeepAspectRatio);
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(
                QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignTop, fitted, media),
                picture);
        } else {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isTheirs ? theme.surface2 : theme.surface);
            painter->drawRoundedRect(media, 8, 8);
            const QRect icon = QStyle::alignedRect(option.direction, Qt::AlignVCenter | Qt::AlignLeading,
                                                   {20, 20}, media.adjusted(10, 0, -10, 0));
            drawIcon(painter, icon, item.type == "image"_L1 ? u"image"_s : u"file"_s, theme.primaryText);
            const QRect words = option.direction == Qt::RightToLeft ? media.adjusted(10, 0, -38, 0)
                                                                    : media.adjusted(38, 0, -10, 0);
            painter->setFont(fontFor(TypeRole::Label));
            painter->setPen(theme.text);
            painter->drawText(
                words, side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
                painter->fontMetrics().elidedText(fileText(item), Qt::ElideMiddle, words.width()));
        }
        inner.setTop(inner.top() + shape.mediaHeight);
    }
    if (!shape.words->isEmpty()) {
        painter->save();
        painter->translate(inner.topLeft());
        shape.words->setDefaultStyleSheet({});
        shape.words->setHtml(
            u"<div style=\"color:%1\">%2</div>"_s.arg(theme.text.name(), wordsOf(item, theme)));
        shape.words->drawContents(painter);
        painter->restore();
        inner.setTop(inner.top() + static_cast<int>(std::ceil(shape.words->size().height())));
    }
    if (shape.problemHeight > 0) {
        painter->setFont(fontFor(TypeRole::Label));
        painter->setPen(theme.redFg);
        painter->setLayoutDirection(item.problem.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter->drawText(
            QRect{
                inner.topLeft(), QSize{inner.width(), shape.problemHeight}
        },
            Qt::TextWordWrap | side | Qt::AlignAbsolute | Qt::AlignVCenter, item.problem);
    }
    const QRect foot{box.left() + kPadding, box.bottom() - 10 - shape.footHeight + 3,
                     box.width() - 2 * kPadding, shape.footHeight};
    painter->setFont(fontFor(TypeRole::Fine));
    painter->setPen(theme.text3);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const auto trailing =
        Qt::AlignAbsolute | Qt::AlignVCenter | (isMirrored ? Qt::AlignLeft : Qt::AlignRight);
    if (isTheirs) {
        painter->drawText(foot, trailing, shortTimeText(item.at));
        return;
    }
    const QString progress = progressText(item.progress);
    painter->drawText(foot, trailing, progress);
    const int words = painter->fontMetrics().horizontalAdvance(progress) + 4;
    QRect glyph{0, 0, kGlyph, kGlyph};
    glyph.moveCenter(foot.center());
    glyph.moveLeft(isMirrored ? foot.left() + words : foot.right() - words - kGlyph);
    drawIcon(painter, glyph, glyphFor(badgeOf(item.progress)),
             theme.tone(toneFor(badgeOf(item.progress))).mark);
    const int taken = words + kGlyph + 6;
    painter->drawText(isMirrored ? foot.adjusted(taken, 0, 0, 0) : foot.adjusted(0, 0, -taken, 0), trailing,
                      shortTimeText(item.at));
}

QSize BubbleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ThreadModel *>(index.model());
    Q_ASSERT(model);
    const ThreadEntry &entry = model->entryAt(index.row());
    if (entry.isDay())
        return {m_viewWidth, lineHeightFor(TypeRole::Label) + 2 * kGap};
    const Shape shape = shapeOf(*entry.item, pictureOf(*entry.item), Theme::of(option.palette));
    return {m_viewWidth, shape.bubble.height() + kGap};
}
