#include "widgets/controls/toneicon.h"

#include "widgets/theme/icon.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int kSide = 20;

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Red: return u"error"_s;
    case Tone::Amber: return u"warning"_s;
    case Tone::Gray: return u"info"_s;
    default: return u"check-circle"_s;
    }
}

} // namespace

ToneIcon::ToneIcon(Tone tone, QWidget *parent)
    : QWidget{parent}
    , m_tone{tone}
{
    setFixedSize(kSide, kSide);
}

void ToneIcon::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ToneIcon::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void ToneIcon::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    drawIcon(&painter, rect(), m_iconName.isEmpty() ? iconFor(m_tone) : m_iconName, theme.tone(m_tone).mark);
}
