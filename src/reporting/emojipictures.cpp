#include "reporting/emojipictures.h"

#include <QImage>
#include <QTextBoundaryFinder>
#include <QTextLayout>
#include <QTextOption>

#include <vector>

namespace {

constexpr int kDotsPerPoint = 6; ///< 432 to the inch, sharp in print
constexpr qreal kShareOfRoom = 0.85; ///< a colour font is wider than its size
constexpr char32_t kAsPicture = 0xFE0F; ///< variation selector: the sign before it is meant as a picture

bool isPicture(char32_t c)
{
    return c == kAsPicture || (c >= 0x1F000 && c <= 0x1FAFF);
}

bool hasPicture(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPicture(isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode()))
            return true;
    }
    return false;
}

QImage pictureOf(const QString &sign, QFont font, QSizeF size)
{
    QImage picture{(size * kDotsPerPoint).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    font.setPixelSize(qRound(font.pixelSize() * kDotsPerPoint * kShareOfRoom));
    QPainter painter{&picture};
    painter.setFont(font);
    painter.drawText(picture.rect(), Qt::AlignCenter, sign);
    return picture;
}

/// A text in which blanks keep the room of its pictures, because a PDF gives colour fonts a room of their own
/// mind.
struct RoomedText
{
    struct Picture
    {
        int at = 0;
        QString sign;
    };

    QString text;
    std::vector<Picture> pictures;
};

/// Two digits wide, and nothing breaks between them.
const QString kRoom{2, QChar{0x2007}};
constexpr qreal kWidthOfRoom = 1.14; ///< of the font's size

RoomedText withRoom(const QString &text)
{
    RoomedText roomed;
    QTextBoundaryFinder signs{QTextBoundaryFinder::Grapheme, text};
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype next = signs.toNextBoundary();
        const qsizetype to = next > from ? next : text.size();
        const QString sign = text.mid(from, to - from);
        if (hasPicture(sign)) {
            roomed.pictures.push_back({int(roomed.text.size()), sign});
            roomed.text += kRoom;
        } else {
            roomed.text += sign;
        }
        from = to;
    }
    return roomed;
}

void drawPicture(QPainter &painter, const QTextLayout &layout, const RoomedText::Picture &picture,
                 QPointF origin)
{
    const QTextLine line = layout.lineForTextPosition(picture.at);
    if (!line.isValid())
        return;
    const qreal size = layout.font().pixelSize() * kWidthOfRoom;
    const qreal one = line.cursorToX(picture.at);
    const qreal other = line.cursorToX(picture.at + int(kRoom.size()));
    const QPointF corner{origin.x() + (other < one ? one - size : one),
                         origin.y() + line.y() + (line.height() - size) / 2};
    painter.drawImage(
        QRectF{
            corner, QSizeF{size, size}
    },
        pictureOf(picture.sign, layout.font(), {size, size}));
}

} // namespace

bool hasEmoji(const QString &text)
{
    return hasPicture(text);
}

qreal drawTextWithEmoji(QPainter &painter, QPaintDevice &device, const QRectF &box, Qt::Alignment alignment,
                        bool isOneLine, const QFont &font, const QString &text)
{
    QString lines = text;
    lines.replace(u'\n', isOneLine ? QChar{u' '} : QChar{QChar::LineSeparator});
    const RoomedText roomed = withRoom(lines);
    QTextLayout layout{roomed.text, font, &device};
    QTextOption option{alignment & Qt::AlignHorizontal_Mask};
    option.setWrapMode(isOneLine ? QTextOption::NoWrap : QTextOption::WordWrap);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    QPointF origin = box.topLeft();
    if (alignment & Qt::AlignVCenter)
        origin.ry() += (box.height() - height) / 2;
    else if (alignment & Qt::AlignBottom)
        origin.ry() += box.height() - height;
    layout.draw(&painter, origin);
    for (const RoomedText::Picture &picture : roomed.pictures)
        drawPicture(painter, layout, picture, origin);
    return height;
}
