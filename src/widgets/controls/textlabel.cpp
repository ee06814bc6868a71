#include "widgets/controls/textlabel.h"

#include "widgets/controls/card.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace {

QString wordFor(TextLabel::Ink ink)
{
    switch (ink) {
    case TextLabel::Ink::Text: return {};
    case TextLabel::Ink::Text2: return u"text2"_s;
    case TextLabel::Ink::Text3: return u"text3"_s;
    case TextLabel::Ink::Primary: return u"primary"_s;
    case TextLabel::Ink::OnPrimary: return u"onPrimary"_s;
    case TextLabel::Ink::Blue: return u"blue"_s;
    case TextLabel::Ink::Amber: return u"amber"_s;
    case TextLabel::Ink::Red: return u"red"_s;
    case TextLabel::Ink::Green: return u"green"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

TextLabel::TextLabel(QWidget *parent)
    : TextLabel{QString{}, TypeRole::Body, Ink::Text, parent}
{
}

TextLabel::TextLabel(const QString &text, TypeRole role, Ink ink, QWidget *parent)
    : QLabel{text, parent}
    , m_role{role}
{
    setTextFormat(Qt::PlainText);
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
    if (property("tone").toString() == wordFor(ink))
        return;
    setProperty("tone", wordFor(ink));
    refreshStyle(this);
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

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyRole();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_isElided || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
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

void TextLabel::applyRole()
{
    setFont(fontFor(m_role));
    setMinimumHeight(lineHeightFor(m_role));
}
