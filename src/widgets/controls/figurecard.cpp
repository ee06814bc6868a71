#include "widgets/controls/figurecard.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

FigureCard::FigureCard(const QString &name, QWidget *parent)
    : QAbstractButton{parent}
{
    setText(name);
    setOpensPeople(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureCard::setFigure(const QString &figure, const QString &base)
{
    if (m_figure == figure && m_base == base)
        return;
    m_figure = figure;
    m_base = base;
    describe();
    update();
}

void FigureCard::setInk(TextLabel::Ink figure, TextLabel::Ink base)
{
    m_figureInk = figure;
    m_baseInk = base;
    update();
}

void FigureCard::setGlyph(std::optional<Badge> badge)
{
    m_glyph = badge;
    update();
}

void FigureCard::setLive(bool live)
{
    m_isLive = live;
    update();
}

void FigureCard::setCompact(bool compact)
{
    m_isCompact = compact;
    updateGeometry();
    update();
}

void FigureCard::setOpensPeople(bool opens)
{
    m_opensPeople = opens;
    setFocusPolicy(opens ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, opens);
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize FigureCard::sizeHint() const
{
    const int padding = m_isCompact ? 10 : 12;
    const int figure = lineHeightFor(m_isCompact ? TypeRole::CompactFigure : TypeRole::Figure);
    return {160, 2 * padding + 2 * lineHeightFor(TypeRole::Label) + 2 + figure + 2};
}

void FigureCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(m_opensPeople && (underMouse() || isDown()) ? theme.hover : theme.surface);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);

    const int side = m_isCompact ? 12 : 16;
    const int nameHeight = lineHeightFor(TypeRole::Label);
    const int figureHeight = lineHeightFor(m_isCompact ? TypeRole::CompactFigure : TypeRole::Figure);
    const int top = (height() - 2 * nameHeight - 2 - figureHeight) / 2;
    const QRect inner = rect().adjusted(side, 0, -side, 0);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), inner, part); };
    const int leading = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;
    const auto drawLine = [&](const QString &words, TypeRole role, const QColor &color, const QRect &place) {
        painter.setFont(fontFor(role));
        painter.setPen(color);
        painter.drawText(placed(place), leading,
                         QFontMetrics{painter.font()}.elidedText(words, Qt::ElideRight, place.width()));
    };

    int left = inner.left();
    if (m_isLive) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.primary);
        painter.drawEllipse(placed({left, top + (nameHeight - 8) / 2, 8, 8}));
        left += 8 + 6;
    } else if (m_glyph) {
        drawIcon(&painter, placed({left, top + (nameHeight - 10) / 2, 10, 10}), glyphFor(*m_glyph),
                 theme.tone(toneFor(*m_glyph)).mark);
        left += 10 + 6;
    }
    drawLine(text(), TypeRole::Label, theme.text2, {left, top, inner.right() - left + 1, nameHeight});
    drawLine(m_figure, m_isCompact ? TypeRole::CompactFigure : TypeRole::Figure, inkColor(m_figureInk, theme),
             {inner.left(), top + nameHeight + 2, inner.width(), figureHeight});
    drawLine(m_base, TypeRole::Label, inkColor(m_baseInk, theme),
             {inner.left(), top + nameHeight + 2 + figureHeight, inner.width(), nameHeight});
}

void FigureCard::describe()
{
    //: Read aloud for a card: "Delivered: 6,951".
    setAccessibleName(tr("%1: %2").arg(text(), m_figure));
    setAccessibleDescription(m_base);
    setToolTip(m_base);
}
