#include "widgets/controls/banner.h"

#include "widgets/theme/fanfarestyle.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

FrameLook lookFor(Tone tone)
{
    switch (tone) {
    case Tone::Gray:
    case Tone::Blue:
    case Tone::Read: return FrameLook::BannerBlue;
    case Tone::Amber: return FrameLook::BannerAmber;
    case Tone::Red: return FrameLook::BannerRed;
    case Tone::Green: return FrameLook::BannerGreen;
    }
    Q_UNREACHABLE();
}

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Gray:
    case Tone::Blue:
    case Tone::Read: return u"info"_s;
    case Tone::Amber: return u"warning"_s;
    case Tone::Red: return u"error"_s;
    case Tone::Green: return u"check-circle"_s;
    }
    Q_UNREACHABLE();
}

ToneColors colorsFor(const Theme &theme, Tone tone)
{
    return theme.tone(tone == Tone::Gray || tone == Tone::Read ? Tone::Blue : tone);
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame{parent}
    , m_icon{new QLabel}
    , m_words{new QLabel}
    , m_actions{new QHBoxLayout}
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setFocusPolicy(Qt::NoFocus);
    m_actions->setSpacing(8);

    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(14, 9, 14, 9);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    row->addLayout(m_actions);
    showMessage();
}

void Banner::setMessage(Tone tone, const QString &sentence, const QString &more)
{
    m_tone = tone;
    m_sentence = sentence;
    m_more = more;
    showMessage();
}

void Banner::addAction(QWidget *button)
{
    m_actions->addWidget(button);
}

void Banner::clearActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    // Beside one line the icon is centred like the buttons; beside several it marks where they begin.
    const bool isOneLine =
        m_words->heightForWidth(m_words->width()) < 2 * QFontMetrics{fontFor(TypeRole::Body)}.height();
    layout()->setAlignment(m_icon, isOneLine ? Qt::AlignVCenter : Qt::AlignTop);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showMessage();
}

void Banner::showMessage()
{
    setFrameLook(this, lookFor(m_tone));
    const QColor color = colorsFor(Theme::of(this), m_tone).foreground;
    m_icon->setPixmap(iconPixmap(iconFor(m_tone), color, 20, devicePixelRatioF()));
    m_words->setFont(fontFor(TypeRole::Body));
    QString words = u"<span style=\"font-weight:600\">%1</span>"_s.arg(m_sentence.toHtmlEscaped());
    if (!m_more.isEmpty())
        words += u' ' + m_more.toHtmlEscaped();
    m_words->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(color.name(), words));
    setAccessibleName(m_more.isEmpty() ? m_sentence : m_sentence + u' ' + m_more);
}
