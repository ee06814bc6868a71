#include "widgets/controls/textlabel.h"

#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

using namespace Qt::StringLiterals;

TextLabel::TextLabel(QWidget *parent)
    : TextLabel{QString{}, TypeRole::Body, Ink::Text, parent}
{
}

TextLabel::TextLabel(const QString &text, TypeRole role, Ink ink, QWidget *parent)
    : QLabel{text, parent}
    , m_role{role}
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // also where a parent's ground would choose another role
    setInk(ink);
    applyRole();
}

void TextLabel::setRole(TypeRole role)
{
    m_role = role;
    applyRole();
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    applyInk();
}

void TextLabel::setElided(bool elided)
{
    m_isElided = elided;
    updateGeometry();
    update();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_isElided ? QSize{fontMetrics().horizontalAdvance(u"…"_s) + 24, size.height()} : size;
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    if (event->type() == QEvent::Polish || event->type() == QEvent::LayoutDirectionChange)
        alignWithInterface();
    return QLabel::event(event);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyRole();
    else if (event->type() == QEvent::PaletteChange)
        applyInk();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter{this};
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()))
                         | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

bool TextLabel::isCut() const
{
    return m_isElided && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

void TextLabel::alignWithInterface()
{
    const Qt::Alignment now = alignment();
    if (!(now & (Qt::AlignLeft | Qt::AlignRight)))
        return;
    if (!(now & Qt::AlignAbsolute)) {
        m_isTrailing = now & Qt::AlignRight;
        m_followsInterface = true;
    } else if (!m_followsInterface) {
        return; // whoever set it meant this very side
    }
    const bool isAtTheRight = m_isTrailing != isRightToLeft();
    setAlignment((now & Qt::AlignVertical_Mask) | (isAtTheRight ? Qt::AlignRight : Qt::AlignLeft)
                 | Qt::AlignAbsolute);
}

void TextLabel::applyRole()
{
    setFont(fontFor(m_role));
    setMinimumHeight(lineHeightFor(m_role));
}

void TextLabel::applyInk()
{
    const Theme &theme = Theme::of(this);
    const QColor color = inkColor(m_ink, theme);
    if (palette().color(QPalette::Active, QPalette::WindowText) == color)
        return; // also ends the change event that setPalette() below brings
    QPalette ink; // only this role, so that the rest keeps following the application
    ink.setColor(QPalette::Active, QPalette::WindowText, color);
    ink.setColor(QPalette::Inactive, QPalette::WindowText, color);
    ink.setColor(QPalette::Disabled, QPalette::WindowText, theme.disabled);
    setPalette(ink);
}

QColor inkColor(TextLabel::Ink ink, const Theme &theme)
{
    switch (ink) {
    case TextLabel::Ink::Text: return theme.text;
    case TextLabel::Ink::Text2: return theme.text2;
    case TextLabel::Ink::Text3: return theme.text3;
    case TextLabel::Ink::Primary: return theme.primaryText;
    case TextLabel::Ink::OnPrimary: return theme.onPrimary;
    case TextLabel::Ink::Blue: return theme.blueFg;
    case TextLabel::Ink::Amber: return theme.amberFg;
    case TextLabel::Ink::Red: return theme.redFg;
    case TextLabel::Ink::Green: return theme.greenFg;
    }
    Q_UNREACHABLE();
}
