#include "widgets/inbox/bubbledelegate.h"

#include "presentation/inboxwords.h"
#include "presentation/threadmodel.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>
#include <cmath>

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

/// Round but for the upper corner on the side of whoever speaks.
QPainterPath bubblePath(const QRectF &box, bool isAtLeft)
{
    constexpr double kRound = 10;
    constexpr double kSharp = 2;
    QPainterPath path;
    path.addRoundedRect(box, kRound, kRound);
    QRectF corner{
        box.topLeft(), QSizeF{2 * kRound, 2 * kRound}
    };
    if (!isAtLeft)
        corner.moveRight(box.right());
    QPainterPath sharp;
    sharp.addRoundedRect(corner, kSharp, kSharp);
    return path.united(sharp);
}

/// Draws the parts of one bubble from the top down, in either direction of reading.
class BubblePainter
{
public:
    BubblePainter(QPainter &painter, const ThreadItem &item, const Theme &theme,
                  Qt::LayoutDirection direction, const QRect &box)
        : m_painter{painter}
        , m_item{item}
        , m_theme{theme}
        , m_direction{direction}
        , m_box{box}
        , m_left{box.adjusted(kPadding, 10, -kPadding, -10)}
    {
    }

    /// The campaign whose message it is.
    void drawTitle(int height)
    {
        const QRect title = take(height, 6);
        drawIcon(&m_painter, leading({14, 14}, title), u"campaigns"_s, m_theme.text2);
        drawLine(behind(20, title), m_item.campaignName, TypeRole::Fine, m_theme.text2, Qt::ElideRight);
    }

    void drawMedia(const QImage &picture, int height)
    {
        const QRect media = take(height, 8);
        if (!picture.isNull()) {
            const QSize fitted = picture.size().scaled(media.size(), Qt::KeepAspectRatio);
            m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
            m_painter.drawImage(
                QStyle::alignedRect(m_direction, Qt::AlignLeading | Qt::AlignTop, fitted, media), picture);
            return;
        }
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(isTheirs() ? m_theme.surface2 : m_theme.surface);
        m_painter.drawRoundedRect(media, 8, 8);
        const QRect inner = media.adjusted(10, 0, -10, 0);
        drawIcon(&m_painter, leading({20, 20}, inner), m_item.type == "image"_L1 ? u"image"_s : u"file"_s,
                 m_theme.primaryText);
        drawLine(behind(28, inner), fileText(m_item), TypeRole::Label, m_theme.text, Qt::ElideMiddle);
    }

    void drawWords(QTextDocument &words)
    {
        m_painter.save();
        m_painter.translate(m_left.topLeft());
        words.setHtml(
            u"<div style=\"color:%1\">%2</div>"_s.arg(m_theme.text.name(), wordsOf(m_item, m_theme)));
        words.drawContents(&m_painter);
        m_painter.restore();
        take(static_cast<int>(std::ceil(words.size().height())), 0);
    }

    void drawProblem(int height)
    {
        m_painter.setFont(fontFor(TypeRole::Label));
        m_painter.setPen(m_theme.redFg);
        // Under the words, which stand on the side of their own direction too.
        const bool isRightToLeft = m_item.problem.isRightToLeft();
        m_painter.setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const Qt::Alignment words = isRightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        m_painter.drawText(take(height, 0),
                           static_cast<int>(Qt::AlignAbsolute | Qt::AlignVCenter | words) | Qt::TextWordWrap,
                           m_item.problem);
    }

    /// When, and how far it is.
    void drawFoot(int height)
    {
        QRect foot{m_box.left() + kPadding, m_box.bottom() - 7 - height, m_box.width() - 2 * kPadding,
                   height};
        m_painter.setFont(fontFor(TypeRole::Fine));
        m_painter.setPen(m_theme.text3);
        if (!isTheirs())
            foot = drawProgress(foot);
        m_painter.drawText(foot, trailing(), shortTimeText(m_item.at));
    }

private:
    bool isTheirs() const { return m_item.kind == ThreadItem::Kind::Inbound; }
    bool isMirrored() const { return m_direction == Qt::RightToLeft; }
    Qt::Alignment side() const { return Qt::AlignAbsolute | (isMirrored() ? Qt::AlignRight : Qt::AlignLeft); }
    int trailing() const
    {
        const Qt::Alignment end = isMirrored() ? Qt::AlignLeft : Qt::AlignRight;
        return static_cast<int>(Qt::AlignAbsolute | Qt::AlignVCenter | end);
    }

    /// The next part, `gap` of which stays free below it.
    QRect take(int height, int gap)
    {
        const QRect part{
            m_left.topLeft(), QSize{m_left.width(), height - gap}
        };
        m_left.setTop(m_left.top() + height);
        return part;
    }
    QRect leading(const QSize &size, const QRect &part) const
    {
        return QStyle::alignedRect(m_direction, Qt::AlignVCenter | Qt::AlignLeading, size, part);
    }
    QRect behind(int width, const QRect &part) const
    {
        return isMirrored() ? part.adjusted(0, 0, -width, 0) : part.adjusted(width, 0, 0, 0);
    }

    void drawLine(const QRect &part, const QString &text, TypeRole role, const QColor &color,
                  Qt::TextElideMode elide)
    {
        m_painter.setFont(fontFor(role));
        m_painter.setPen(color);
        m_painter.drawText(part, static_cast<int>(side() | Qt::AlignVCenter) | Qt::TextSingleLine,
                           m_painter.fontMetrics().elidedText(text, elide, part.width()));
    }

    /// The word at the end with its mark before it; what is left of the line.
    QRect drawProgress(const QRect &foot)
    {
        const Badge badge = badgeOf(m_item.progress);
        const QString word = progressText(m_item.progress);
        m_painter.drawText(foot, trailing(), word);
        const int width = m_painter.fontMetrics().horizontalAdvance(word) + 4;
        QRect glyph{0, 0, kGlyph, kGlyph};
        glyph.moveCenter(foot.center());
        glyph.moveLeft(isMirrored() ? foot.left() + width : foot.right() - width - kGlyph);
        drawIcon(&m_painter, glyph, glyphFor(badge), m_theme.tone(toneFor(badge)).mark);
        const int taken = width + kGlyph + 6;
        return isMirrored() ? foot.adjusted(taken, 0, 0, 0) : foot.adjusted(0, 0, -taken, 0);
    }

    QPainter &m_painter;
    const ThreadItem &m_item;
    const Theme &m_theme;
    const Qt::LayoutDirection m_direction;
    const QRect m_box;
    QRect m_left; ///< of the bubble: what no part has taken yet
};

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
    const QRect place{
        QPoint{option.rect.left() + left, option.rect.top()},
        shape.bubble
    };
    const QRect box = QStyle::visualRect(option.direction, option.rect, place);
    const bool hasFocus =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    painter->setPen(hasFocus ? QPen{theme.focus, 2} : QPen{theme.border, 1});
    painter->setBrush(isTheirs ? theme.bubble : theme.primarySoft);
    const bool isAtLeft = isTheirs == (option.direction == Qt::LeftToRight);
    painter->drawPath(bubblePath(QRectF{box}.adjusted(0.5, 0.5, -0.5, -0.5), isAtLeft));

    BubblePainter bubble{*painter, item, theme, option.direction, box};
    if (shape.titleHeight > 0)
        bubble.drawTitle(shape.titleHeight);
    if (shape.mediaHeight > 0)
        bubble.drawMedia(picture, shape.mediaHeight);
    if (!shape.words->isEmpty())
        bubble.drawWords(*shape.words);
    if (shape.problemHeight > 0)
        bubble.drawProblem(shape.problemHeight);
    bubble.drawFoot(shape.footHeight);
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
